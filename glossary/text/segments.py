"""Divide an article into segments: its sentences and headings, each with the place where it stands.

in      an `Article`
out     `Sentence` values in reading order, or `Segment` values, each text once
rule    A segment is the literal text of a sentence without the blanks around it. Where it stands
        is said by line and column, so that the lines, the empty ones too, can be put together
        again from the segments alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.model import Segment
from glossary.text.articles import Article, LineKind

__all__ = ["Place", "Sentence", "kind_of", "segments", "sentences"]

_REFERENCE = re.compile(r"(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?")
_POSITION = " · "
#: What no sentence begins with: “she said.”, “– she said.”, a mark without any word behind it.
_CONTINUATION = re.compile(r"(?:[-–—] ?)?[a-z](?!-[A-Z])|[^\w“‘(\[\"']+$")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a sentence begins; lines and columns (in characters of the NFC line) count from 1."""

    article: str
    line: int
    column: int = 1

    @property
    def reference(self) -> str:
        """The place as a PO file's reference says it: ``2020-05-23.txt:7:120``."""
        return f"{self.article}:{self.line}:{self.column}"

    @classmethod
    def parse(cls, reference: str) -> Place | None:
        """The place that a reference names; without a column the first; None without a line.

        >>> Place.parse("2020-05-23.txt:7:120")
        Place(article='2020-05-23.txt', line=7, column=120)
        """
        found = _REFERENCE.fullmatch(reference)
        return cls(found[1], int(found[2]), int(found[3] or 1)) if found else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line, the `index`-th (from 1) of its `count`."""

    text: str
    kind: LineKind
    place: Place
    index: int = 1
    count: int = 1

    @property
    def position(self) -> str:
        """What the translator sees of its place: ``heading``, or ``paragraph · 2 of 5``."""
        several = f"{_POSITION}{self.index} of {self.count}" if self.count > 1 else ""
        return f"{self.kind}{several}"


def kind_of(comment: str) -> str:
    """The kind of line that a `Sentence.position` names, empty where it is none.

    >>> kind_of("paragraph · 2 of 5"), kind_of("see the glossary")
    ('paragraph', '')
    """
    word = comment.partition(_POSITION)[0]
    return word if word in set(LineKind) else ""


def sentences(article: Article, language: str = "en") -> Iterator[Sentence]:
    """Every sentence of an article in order; one that stands twice comes twice."""
    for line in article.lines:
        spans = list(_spans(line.text, language))
        for index, (start, end) in enumerate(spans, start=1):
            place = Place(_name(article), line.number, start + 1)
            yield Sentence(line.text[start:end], line.kind, place, index, len(spans))


def segments(
    article: Article, *, source_language: str = "en", target_language: str = "vi"
) -> tuple[Segment, ...]:
    """The segments of an article in the order of their first places, each text once.

    `references` names all its places; kind and neighbours are those of the first.
    """
    found = list(sentences(article))
    places: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for index, sentence in enumerate(found):
        places.setdefault(sentence.text, []).append(sentence.place.reference)
        first.setdefault(sentence.text, index)
    return tuple(
        Segment(
            text,
            source_language=source_language,
            target_language=target_language,
            kind=found[index].kind.value,
            previous=found[index - 1].text if index else "",
            following=found[index + 1].text if index + 1 < len(found) else "",
            origin=_name(article),
            references=tuple(places[text]),
            comments=(found[index].position,),
        )
        for text, index in first.items()
    )


def _name(article: Article) -> str:
    # A reference holds no blanks: gettext 0.21 reads each word as one.
    return "_".join(article.name.split())


def _spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """The sentences of a line; “– he said.” and other small letters go on with the one before."""
    # NLTK takes a second to load, and who reads bitext does not need it.
    from glossary.text.sentences import sentence_spans

    first = last = 0
    for start, end in sentence_spans(text, language):
        sentence = text[start:end]
        if not (bare := sentence.strip()):
            continue
        begin = start + len(sentence) - len(sentence.lstrip())
        if not last:
            first = begin
        elif not _CONTINUATION.match(bare):
            yield first, last
            first = begin
        last = begin + len(bare)
    if last:
        yield first, last
