"""Merge translations that came back from other programs into the articles of a project.

in      segments, and those that were sent out, where that is known
out     what became of each article, and the sentences that no article has
rules   A sentence is found by its text and sense: in the article that the segment names, else in
        every one that has it. It is merged as an entry is (see `catalog.three_way`). What other
        tools say of a sentence stays out: `#.` and `#:` belong to the tool that prepared the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import Catalog, new_catalog
from glossary.catalog.bitext import Bitext, BitextFile
from glossary.catalog.review import sign
from glossary.catalog.three_way import Side, ThreeWayReport, merge_returned
from glossary.languages import language as find_language
from glossary.model import Entry, Segment
from glossary.project.bitexts import read_bitexts
from glossary.project.editing import Writing as Saving
from glossary.project.project import Project

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ArticleMerge:
    """What became of the translated article at `path`."""

    path: Path
    report: ThreeWayReport
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class SegmentImport:
    """What became of the articles that a file says something of.

    `segments` are the translations that came in, as they stand in the articles; `unknown` are
    those of sentences that no article has.
    """

    files: tuple[ArticleMerge, ...]
    segments: tuple[Segment, ...] = ()
    unknown: tuple[Segment, ...] = ()


def merge_segments(
    project: Project,
    segments: Iterable[Segment],
    language: str,
    *,
    base: Iterable[Segment] | None = None,
    prefer: Side | None = None,
    saving: Saving | None = None,
) -> SegmentImport:
    """Merge translations into the articles of `language`; see `import_segments`.

    `base` are the translations as they were sent, where that is known: what one side alone
    changed since, counts.
    """
    known = _Sentences(read_bitexts(project, language))
    sent: dict[int, dict[_Key, Segment]] = {}
    for segment in base or ():
        for index, key in known.places(segment):
            sent.setdefault(index, {})[key] = replace(segment, notes=())
    rules = _Rules(prefer, saving or Saving())
    returned: dict[int, dict[_Key, Segment]] = {}
    unknown: dict[_Key, Segment] = {}
    found: list[Segment] = []
    for segment in segments:
        if not segment.target.strip():
            continue
        places = known.places(segment)
        for index, key in places:
            if _is_untouched(sent.get(index, {}).get(key), segment):
                continue
            returned.setdefault(index, {})[key] = segment
            found.append(known.placed(index, key, segment))
        if not places:
            unknown[segment.key] = segment
    merged = [
        _merge(
            project,
            known.bitexts[index],
            returned[index],
            rules if base is None else replace(rules, base=sent.get(index, {})),
        )
        for index in sorted(returned)
    ]
    return SegmentImport(tuple(merged), tuple(found), tuple(unknown.values()))


def _is_untouched(sent: Segment | None, segment: Segment) -> bool:
    """Whether a translation is the one that was sent: no approval with it says nothing.

    One that needed review and came back without the flag was accepted.
    """
    if sent is None or _bare(sent.target) != _bare(segment.target):
        return False
    return sent.needs_review == segment.needs_review


@dataclass(slots=True)
class _Sentences:
    """Where the sentences of some articles stand, by their texts."""

    bitexts: list[Bitext]
    standing: list[dict[_Key, Segment]] = field(default_factory=list)
    exact: dict[_Key, list[int]] = field(default_factory=dict)
    loose: dict[_Key, dict[_Key, list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, bitext in enumerate(self.bitexts):
            self.standing.append({segment.key: segment for segment in bitext.segments})
            for segment in self.standing[-1].values():
                self.exact.setdefault(segment.key, []).append(index)
                key = (_bare(segment.source), segment.sense)
                self.loose.setdefault(key, {}).setdefault(segment.key, []).append(index)

    def places(self, segment: Segment) -> list[tuple[int, _Key]]:
        """The articles that have the sentence, and its key there; blanks may differ."""
        there = self.exact.get(segment.key)
        found = {segment.key: there} if there else {}
        if not found:
            found = self.loose.get((_bare(segment.source), segment.sense), {})
        places = [(index, key) for key, indices in found.items() for index in indices]
        named = [one for one in places if self._is_named(one[0], segment.origin)]
        return named or places

    def placed(self, index: int, key: _Key, segment: Segment) -> Segment:
        """The sentence of an article with the translation, state and author that came in."""
        return replace(
            self.standing[index][key],
            target=segment.target,
            needs_review=segment.needs_review,
            approval=segment.approval,
            author=segment.author,
            changed=segment.changed,
        )

    def _is_named(self, index: int, origin: str) -> bool:
        article = self.bitexts[index].article
        return bool(origin) and article in (origin, Path(origin).name, f"{Path(origin).stem}.txt")


def _bare(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Rules:
    """How to merge an article: what decides, whether to write, and what was sent (if known)."""

    prefer: Side | None
    saving: Saving
    base: dict[_Key, Segment] | None = None


def _merge(
    project: Project, bitext: Bitext, returned: dict[_Key, Segment], rules: _Rules
) -> ArticleMerge:
    path = bitext.path
    assert path is not None  # it was read from a file
    if rules.saving.is_planned:
        return _merged(project, bitext, returned, rules)
    with BitextFile(path).editing(backup=rules.saving.backup) as fresh:
        return _merged(project, fresh, returned, rules)


def _merged(
    project: Project, bitext: Bitext, returned: dict[_Key, Segment], rules: _Rules
) -> ArticleMerge:
    before = bitext.to_bytes()
    report = merge_returned(
        bitext.catalog,
        _catalog(bitext, returned),
        base=None if rules.base is None else _catalog(bitext, rules.base),
        prefer=rules.prefer,
    )
    if bitext.changed:
        sign(bitext.catalog, by=project.settings.user, at=datetime.now(UTC))
    return ArticleMerge(bitext.path or Path(), report, before, bitext.to_bytes())


def _catalog(bitext: Bitext, segments: dict[_Key, Segment]) -> Catalog:
    """Translations as a catalog with our keys, each in one line."""
    target = find_language(bitext.target_language)
    found = new_catalog((), language=target, created=datetime.now(UTC))
    found.set_header("PO-Revision-Date", "")
    for (source, sense), segment in segments.items():
        if bitext.get(source, sense) is not None:
            found.put(
                Entry(
                    source,
                    sense,
                    _bare(segment.target) if "\n" in segment.target else segment.target.strip(),
                    needs_review=segment.needs_review,
                    approval=segment.approval,
                    notes=tuple(_bare(note) for note in segment.notes if note.strip()),
                )
            )
    return found
