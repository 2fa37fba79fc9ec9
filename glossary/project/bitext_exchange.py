"""Exchange the sentences of translated articles with other programs: write them out, merge them in.

in      a project, a language, a format of segments
out     a file with the segments of articles; or what a merge did to the articles' translations
rules   A file that comes in is merged as entries are (see `exchange`): an open sentence takes its
        translation, and two different ones are a conflict. What other tools say of a sentence
        stays out; `#.` and `#:` belong to the tool that prepared the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from glossary.catalog import Catalog, new_catalog
from glossary.catalog.bitext import Bitext, BitextFile
from glossary.catalog.review import sign
from glossary.catalog.three_way import Side, ThreeWayReport, merge_returned
from glossary.errors import NotFoundError
from glossary.formats.contract import Format, Profile, Reading, Writing
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Entry, Segment
from glossary.project.editing import Writing as Saving
from glossary.project.editing import chosen_language
from glossary.project.exchange import Selection
from glossary.project.project import Project

Progress = Callable[[int, int], None]
"""Is told how much is done of how much."""

_Key = tuple[str, str]
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SegmentExport:
    """How many segments a file holds, how many it has no place for, and which fields it lacks."""

    count: int
    left_out: int = 0
    lost: tuple[str, ...] = ()


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


def export_segments(
    project: Project,
    form: Format,
    stream: BinaryIO,
    *,
    language: str = "",
    articles: Sequence[str] = (),
    selection: Selection | None = None,
    profile: Profile = Profile.PLAIN,
    progress: Progress | None = None,
) -> SegmentExport:
    """Write the segments of the translated articles named, or of all, in reading order.

    Raises NotFoundError where there are none, and as the format and `BitextFile.read` do.
    """
    assert form.write_segments is not None
    wish = selection or Selection()
    bitexts = read_bitexts(project, language, articles)
    chosen = [one for bitext in bitexts for one in bitext.segments if _is_chosen(one, wish)]
    if wish.language_code:
        chosen = [replace(one, target_language=wish.language_code) for one in chosen]
    moments = [segment.changed for segment in chosen if segment.changed]
    writing = Writing(profile, max(moments, default=_EPOCH), project.settings.name)
    count = form.write_segments(_told(chosen, progress), stream, writing)
    lost = tuple(name for name in form.lacks if any(getattr(one, name) for one in chosen))
    return SegmentExport(count, len(chosen) - count, lost)


def read_bitexts(project: Project, language: str, articles: Sequence[str] = ()) -> list[Bitext]:
    """The translated articles of a language, all or those named; at least one."""
    tag = language_of_articles(project, language)
    paths = [project.bitext_path(Path(name).name, tag) for name in articles]
    found = [BitextFile(path).read() for path in paths or project.bitexts(tag)]
    if not found:
        raise NotFoundError(
            _("no article is translated into “{language}” yet").format(language=tag),
            hint=_("Start with: glossary prepare ARTICLE -l {language}").format(language=tag),
        )
    return found


def language_of_articles(project: Project, language: str) -> str:
    """The language meant by `language`; where that is empty, the only one that there is.

    Raises as `chosen_language` does.
    """
    there = {path.parent.parent.name.replace("_", "-") for path in project.bitexts()}
    if not language and not project.languages() and len(there) == 1:
        return there.pop()
    return chosen_language(project, language)


def _is_chosen(segment: Segment, wish: Selection) -> bool:
    status = "needs-review" if segment.needs_review and segment.target else segment.status.value
    return not wish.statuses or status in wish.statuses


def _told(segments: Sequence[Segment], progress: Progress | None) -> Iterator[Segment]:
    for number, segment in enumerate(segments):
        if progress and not number % 1000:
            progress(number, len(segments))
        yield segment


def import_segments(
    project: Project,
    stream: BinaryIO,
    form: Format,
    *,
    reading: Reading,
    prefer: Side | None = None,
    saving: Saving | None = None,
) -> SegmentImport:
    """Merge the translations of a file into the project's articles; see above.

    A sentence is found by its text and sense: in the article that the file names, else in every
    one that has it. Raises MalformedError and InputError for the file; then nothing is changed.
    """
    assert form.read_segments is not None
    tag = language_of_articles(project, reading.target_language)
    reading = replace(
        reading, target_language=tag, source_language=project.settings.source_language
    )
    return merge_segments(
        project, form.read_segments(stream, reading), tag, prefer=prefer, saving=saving
    )


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
