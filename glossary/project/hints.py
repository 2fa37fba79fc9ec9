"""Say beside a segment what is known of it: terms, and renderings that are certain.

in      a source text
out     comment lines, each a keyword and a pair::

            TERM voluntary social insurance = bảo hiểm xã hội tự nguyện [draft]; forbidden: …
            NUMBER 18.305 million = 18,305 triệu
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from glossary.languages import placeables, renderings
from glossary.lookup import Annotator
from glossary.model import Entry
from glossary.project.project import Project

__all__ = ["Hints"]

_TERMS = 8
"""More than these nobody reads."""

_RENDERINGS = 12


@dataclass(frozen=True, slots=True)
class Hints:
    """What a project knows for texts of one language that are translated into another.

    `names` are spellings of persons and places.
    """

    source_language: str
    target_language: str
    annotator: Annotator | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, language: str) -> Hints:
        """The glossary and the names of `language`, as far as there are any."""
        source = project.settings.source_language
        annotator = None
        if project.catalog_path(language).exists():
            entries = project.catalog(language).read().entries
            annotator = Annotator.of_sources(entries, language=source)
        return cls(source, language, annotator, project.names(language))

    def lines(self, text: str) -> tuple[str, ...]:
        """The comment lines for a text: terms, the longest first, then renderings in order."""
        return (*self._terms(text), *self._renderings(text))

    def whole(self, text: str) -> str:
        """The text with everything in it rendered, where nothing else needs a translator.

        Empty where something does: a word, or a figure of which nothing certain is known.
        """
        found = placeables(text, self.source_language, names=self.names)
        rest = _without(text, [(one.start, one.end) for one in found])
        if not found:
            return "" if any(map(str.isalnum, rest)) else text
        rendered = renderings(text, self.source_language, self.target_language, names=self.names)
        if any(map(str.isalnum, rest)) or not rendered:
            return ""
        for one in reversed(rendered):
            text = f"{text[: one.placeable.start]}{one.text}{text[one.placeable.end :]}"
        return text

    def _terms(self, text: str) -> list[str]:
        found: dict[tuple[str, str], tuple[int, Entry]] = {}
        for one in self.annotator.annotate(text) if self.annotator else ():
            for designation in one.designations:
                entry = designation.entry
                found.setdefault(entry.key, (-len(one.text), entry))
        ranked = sorted(found.values(), key=lambda one: one[0])
        return [_term(entry) for _length, entry in ranked if entry.target or entry.forbidden][
            :_TERMS
        ]

    def _renderings(self, text: str) -> Iterator[str]:
        shown: dict[str, None] = {}
        for one in renderings(text, self.source_language, self.target_language, names=self.names):
            kind = one.placeable.kind.value.upper()
            shown.setdefault(f"{kind} {one.placeable.text} = {one.text}")
        yield from list(shown)[:_RENDERINGS]


def _term(entry: Entry) -> str:
    sense = f" ({entry.sense})" if entry.sense else ""
    status = "needs review" if entry.needs_review and entry.target else entry.status
    line = f"TERM {entry.source}{sense} = {entry.target or '?'} [{status}]"
    return f"{line}; forbidden: {', '.join(entry.forbidden)}" if entry.forbidden else line


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, last = [], 0
    for start, end in spans:
        kept.append(text[last:start])
        last = end
    return " ".join([*kept, text[last:]])
