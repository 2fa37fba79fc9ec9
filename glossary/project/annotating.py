"""Mark the terms of a text, or of every entry of a PO file, by a project's glossary.

in      the bytes of a text or PO file, and an index of the glossary in one other language
out     passages: the text as one, or each entry of the PO file, with the line where it begins
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glossary.catalog import Catalog
from glossary.errors import InputError, MalformedError
from glossary.interface import _
from glossary.languages import PlaceableKind, renderings
from glossary.lookup import Annotation, Annotator, Index, Marking, guess_language
from glossary.model import Entry

__all__ = ["Annotated", "Passage", "Reader", "annotated"]

_PO = (".po", ".pot")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that begins in a line of its file, counted from 1."""

    line: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class Annotated:
    """The passages of a file in `language`, marked by a glossary from `source` into `target`.

    `names` are the certain spellings of names of persons and places in them.
    """

    source: str
    target: str
    language: str
    passages: tuple[Passage, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_source(self) -> bool:
        """Whether the text is in the language of the terms."""
        return self.language == self.source


@dataclass(frozen=True, slots=True)
class Reader:
    """What a text is marked by: entries from the language `source` into `target`, and names.

    `language` is that of the texts; empty means the one that they look like.
    """

    source: str
    target: str
    entries: tuple[Entry, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    @classmethod
    def of(
        cls, index: Index, *, languages: tuple[str, str], names: Mapping[str, str], language: str
    ) -> Reader:
        """The reader with all entries of an index; `languages` are the source and the target."""
        return cls(*languages, tuple(index.entries()), names, language)


def annotated(data: bytes, path: Path, reader: Reader) -> Annotated:
    """Mark the content of a file; the name of `path` tells a PO file from a text.

    MalformedError where it is not UTF-8, and as `Catalog.from_bytes` where it is a PO file.
    """
    languages = (reader.source, reader.target)
    if reader.language and reader.language not in languages:
        raise InputError(
            _("no glossary for texts in “{language}”").format(language=reader.language),
            hint=_("There are: {languages}.").format(languages=", ".join(languages)),
        )
    if path.suffix in _PO:
        language = reader.language or reader.source
        texts = list(_messages(data, path, is_source=language == reader.source))
    else:
        text = _decoded(data, path)
        language = reader.language or guess_language(text, languages)
        texts = [(1, text, "")]
    make = Annotator.of_sources if language == reader.source else Annotator.of_equivalents
    annotator = make(reader.entries, language=language)
    passages = tuple(
        Passage(line, _marked(annotator, text, language, own=own)) for line, text, own in texts
    )
    return Annotated(reader.source, reader.target, language, passages, _names(passages, reader))


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = _("Save the file in the encoding UTF-8.")
        raise MalformedError(_("is not UTF-8"), hint=hint, path=path, line=line) from None


def _messages(data: bytes, path: Path, *, is_source: bool) -> Iterator[tuple[int, str, str]]:
    """The line, the text and the source of each entry that has such a text."""
    catalog = Catalog.from_bytes(data, path=path)
    for entry in catalog.entries:
        text = entry.source if is_source else entry.target
        if text and not entry.obsolete:
            yield catalog.line(*entry.key) or 1, text, entry.source


def _marked(annotator: Annotator, text: str, language: str, *, own: str) -> Marking:
    """Mark a text; an entry of a glossary, whose source is `own`, is not marked by itself."""
    found = annotator.annotate(text)
    if own and any(one.entry.source == own and len(one.text) == len(text) for one in found):
        # The whole entry is one term: what it is made of says more.
        inner = [one for one in annotator.occurrences(text) if len(one.text) < len(text)]
        kept = [one for one in inner if not any(_holds(other, one) for other in inner)]
        return Marking(text, language, tuple(kept))
    return Marking(text, language, found)


def _holds(outer: Annotation, inner: Annotation) -> bool:
    is_within = outer.start <= inner.start and inner.end <= outer.end
    return is_within and len(outer.text) > len(inner.text)


def _names(passages: tuple[Passage, ...], reader: Reader) -> dict[str, str]:
    """The names in texts of the source language with their certain spellings."""
    found: dict[str, str] = {}
    for passage in passages:
        if passage.marking.language == reader.source:
            text = passage.marking.text
            rendered = renderings(text, reader.source, reader.target, names=reader.names)
            for one in rendered:
                if one.placeable.kind is PlaceableKind.NAME:
                    found.setdefault(one.placeable.text, one.text)
    return found
