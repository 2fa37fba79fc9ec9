"""What a format of files is: what it carries, which way, and what it cannot hold.

Entries cross the border as `Concept`: an entry in which everything has a field of its own, also
what a catalog keeps in comment lines. Segments cross it as they are, one after the other.
A format's module imports what it needs inside its functions: all modules are imported to find out
which format a file has.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO
from unicodedata import is_normalized

from glossary.languages import normalise
from glossary.model import Acceptability, Segment, Status

HEAD = 65536
"""Bytes of a file's beginning that tell its format."""


class Payload(StrEnum):
    """What a file carries: entries of a glossary, or segments of texts."""

    ENTRIES = "entries"
    SEGMENTS = "segments"


class Profile(StrEnum):
    """The program that a file is written for; plain is nobody's in particular."""

    PLAIN = "plain"
    OMEGAT = "omegat"
    WEBLATE = "weblate"
    EXCEL = "excel"
    PHRASE = "phrase"
    TRADOS = "trados"
    MEMOQ = "memoq"


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a termbase: its designations in two languages and what is known of it.

    Each text is one line, in NFC, without blanks around it (see `tidy`). `usage` is the frequency
    as a catalog says it, `evidence` lines are ``2020-05-23: “a sentence”``. `approval` is the date
    and name of who vouches for the equivalent. `id` is empty where `number` is to stand for it.
    """

    source: str
    sense: str = ""
    target: str = ""
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    needs_review: bool = False
    approval: str = ""
    part_of_speech: str = ""
    subject_field: str = ""
    usage: str = ""
    definition: str = ""
    target_definition: str = ""
    other_names: tuple[str, ...] = ()
    abbreviation_of: str = ""
    abbreviated_as: str = ""
    evidence: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    id: str = ""

    @property
    def status(self) -> Status:
        """As of an entry: one that needs review is never approved."""
        return Status.of(self.target, approval=self.approval, needs_review=self.needs_review)

    @property
    def equivalents(self) -> tuple[tuple[str, Acceptability], ...]:
        """Every equivalent with its standing, the preferred one first."""
        preferred = [(self.target, Acceptability.PREFERRED)] if self.target else []
        return (
            *preferred,
            *((text, Acceptability.ADMITTED) for text in self.admitted),
            *((text, Acceptability.DEPRECATED) for text in self.deprecated),
            *((text, Acceptability.FORBIDDEN) for text in self.forbidden),
        )

    @property
    def number(self) -> str:
        """An XML id that stays the same as long as the term and its sense do.

        >>> Concept("pension").number
        'c487bdb72a7'
        """
        return self.id or _number(self.source, self.sense)


def _number(source: str, sense: str) -> str:
    text = f"{source}\x04{sense}".encode()
    return f"c{hashlib.sha256(text).hexdigest()[:10]}"


LISTS = tuple(one.name for one in fields(Concept) if str(one.type).startswith("tuple"))
_TEXTS = tuple(one.name for one in fields(Concept) if one.type == "str")


def tidy(concept: Concept) -> Concept:
    """Give the concept as every reader gives it: each text one line in NFC, each text once.

    Empty texts in lists are left out, and an `id` that says no more than `number`. An equivalent
    has its first standing only: preferred, admitted, deprecated, forbidden.
    """
    changes: dict[str, object] = {}
    for name in _TEXTS:
        value = getattr(concept, name)
        if value and (line := one_line(value)) != value:
            changes[name] = line
    for name in LISTS:
        value = getattr(concept, name)
        if value and (lines := _lines(value)) != value:
            changes[name] = lines
    neat = replace(concept, **changes) if changes else concept  # type: ignore[arg-type]
    return _with_one_standing(_without_echoes(neat))


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(map(one_line, texts))
    found.pop("", None)
    return tuple(found)


def _without_echoes(concept: Concept) -> Concept:
    """Give the concept without an id that is its `number`, and its term among its other names."""
    if concept.id and concept.id == _number(concept.source, concept.sense):
        concept = replace(concept, id="")
    if concept.source in concept.other_names:
        others = tuple(name for name in concept.other_names if name != concept.source)
        concept = replace(concept, other_names=others)
    return concept


def _with_one_standing(concept: Concept) -> Concept:
    if not (concept.admitted or concept.deprecated or concept.forbidden):
        return concept
    known = {concept.target}
    lists: dict[str, tuple[str, ...]] = {}
    for name in ("admitted", "deprecated", "forbidden"):
        lists[name] = tuple(text for text in getattr(concept, name) if text not in known)
        known.update(lists[name])
    return replace(concept, **lists)  # type: ignore[arg-type]


def one_line(text: str) -> str:
    r"""Give the text in NFC on one line, without control characters and blanks around it.

    >>> one_line("bảo hiểm\r\n xã hội\x07 ")
    'bảo hiểm xã hội'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    line = " ".join(text.split()) if not text.isprintable() else text
    kept = line if line.isprintable() else "".join(one for one in line if not is_control(one))
    neat = normalise(kept)
    # What normalise takes out may have stood between a letter and its mark.
    return neat if is_normalized("NFC", neat) else normalise(neat)


def is_control(character: str) -> bool:
    """Whether a character is a control (C0, C1), turns the direction of reading, or is half one."""
    code = ord(character)
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or 0x202A <= code < 0x202F
        or 0x2066 <= code < 0x206A
        or code in (0x061C, 0x200E, 0x200F, 0xFFFE, 0xFFFF)
    )


@dataclass(frozen=True, slots=True)
class Termbase:
    """The concepts of a file in two languages; an empty language is one that the file hides.

    `remarks` say what a reader left out or changed, a line each.
    """

    concepts: tuple[Concept, ...]
    source_language: str = "en"
    target_language: str = ""
    title: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: `path` is for errors, the languages are those wanted of a file with more.

    `columns` name the columns of a table in their order, or each as ``heading=name``.
    """

    path: Path | None = None
    source_language: str = "en"
    target_language: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """How to write: for which program, and what the file says of itself.

    `terms` gives the concepts that occur in a segment, for formats that carry them along.
    """

    profile: Profile = Profile.PLAIN
    made: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    title: str = ""
    terms: Callable[[Segment], Iterable[Concept]] | None = None


Recognition = Callable[[bytes], bool]
EntryReader = Callable[[bytes, Reading], Termbase]
EntryWriter = Callable[[Termbase, Writing], bytes]
SegmentReader = Callable[[BinaryIO, Reading], Iterator[Segment]]
SegmentWriter = Callable[[Iterable[Segment], BinaryIO, Writing], int]
"""Gives how many segments it wrote: a format may have no place for those without a translation."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files, by the `name` that ``--format`` takes.

    `extensions` begin with a dot, the usual one first. `recognises` judges the first `HEAD` bytes.
    `lacks` names the fields of `Concept` or `Segment` that the format cannot hold, `leaves_out`
    says which concepts it cannot hold at all. `beside` gives files that belong beside the file.
    `is_native`: the file is a catalog itself, which `catalog` reads and writes. `is_only_named`:
    it is written only when it is asked for by its name.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    recognises: Recognition
    lacks: tuple[str, ...] = ()
    leaves_out: Callable[[Concept], bool] = lambda concept: False
    beside: Callable[[Termbase, Writing], dict[str, bytes]] = lambda termbase, writing: {}
    read_entries: EntryReader | None = None
    write_entries: EntryWriter | None = None
    read_segments: SegmentReader | None = None
    write_segments: SegmentWriter | None = None
    is_native: bool = False
    is_only_named: bool = False

    @property
    def reads(self) -> frozenset[Payload]:
        """What can be read of such a file."""
        return _payloads(self.read_entries, self.read_segments, is_native=self.is_native)

    @property
    def writes(self) -> frozenset[Payload]:
        """What can be written into such a file."""
        return _payloads(self.write_entries, self.write_segments, is_native=self.is_native)


def _payloads(entries: object, segments: object, *, is_native: bool) -> frozenset[Payload]:
    found = {Payload.ENTRIES} if entries or is_native else set()
    return frozenset(found | ({Payload.SEGMENTS} if segments else set()))
