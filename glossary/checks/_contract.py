"""What a check is: what it may look at, and what it gives.

A check sees one text of the target language, one entry, one segment, or a whole collection. A text
is an equivalent or, in bitext, the target of a segment: a rule of spelling holds for both.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from glossary.interface import _
from glossary.languages import Language
from glossary.languages.vi import ToneStyle
from glossary.model import Acceptability, Entry, Segment

if TYPE_CHECKING:
    from glossary.lookup import Annotator

Subject = TypeVar("Subject")

Key = tuple[str, str]
"""Source and sense of an entry; two empty texts stand for the header."""

HEADER: Key = ("", "")


class Severity(StrEnum):
    """How bad: an error is certain and harmful, a warning must be looked at, a note is a hint."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 2 for an error."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)


class Part(Enum):
    """The part of an entry, or of the file, that an issue is about."""

    TARGET = "msgstr"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
    SOURCE = "msgid"
    NOTES = "notes"
    REFERENCES = "references"
    HEADER = "header"
    LINES = "lines"

    @classmethod
    def of(cls, standing: Acceptability) -> Part:
        """The part that holds the equivalents of this standing."""
        return cls.TARGET if standing is Acceptability.PREFERRED else cls[standing.name]


@dataclass(frozen=True, slots=True)
class Fix:
    """A certain repair: in one part, the text `before` becomes `after`.

    Of a header, `before` is the name of the field and `after` its value. Of `Part.LINES`, the
    lines of the entry are written in NFC.
    """

    part: Part
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding: `message` is its reason on one line.

    `related` are other entries it is about; a waiver in any of them counts. `path` and `line` are
    the place; line 0 means: the whole file, column 0: the whole line.
    """

    code: str
    severity: Severity
    message: str
    key: Key = HEADER
    part: Part = Part.TARGET
    text: str = ""
    fix: Fix | None = None
    related: tuple[Key, ...] = ()
    path: Path | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the target language; `source` is what it renders."""

    text: str
    source: str
    key: Key
    part: Part


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file that say one entry or the header; `line` is the first, from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a PO file. `notes` are its translator's comment lines."""

    fields: Mapping[str, str]
    is_fuzzy: bool
    notes: tuple[str, ...]
    lines: Lines


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What a project knows of one language, for the checks of its bitext.

    `terms` marks source texts and `equivalents` target texts by the glossary. `names` are persons
    and places with their spelling. `pairs` counts for each two neighbouring words of the glossary's
    equivalents and of all bitext how often they stand so. `translations` gives for each source text
    its targets, each with the articles that have it.
    """

    terms: Annotator | None = None
    equivalents: Annotator | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], int] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, Iterable[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the file.

    `language` is None for a template, and where the header names none. `folder_language` is the
    tag that the file's folder names, empty where it names none. `articles` gives the number of
    lines of each article, None where the articles are not at hand.
    """

    language: Language | None
    is_template: bool = False
    tone_style: ToneStyle = ToneStyle.TRADITIONAL
    folder_language: str = ""
    articles: Mapping[str, int] | None = None
    knowledge: Knowledge = Knowledge()


@dataclass(frozen=True, slots=True)
class Collection:
    """All living entries of one file, each with its lines and the key of its source.

    Two sources with one key are the same term: case, number and spelling are folded. A file of
    bitext has `segments` in place of the entries, and no keys.
    """

    entries: tuple[Entry, ...]
    lines: tuple[Lines, ...]
    source_keys: tuple[str, ...]
    header: Header | None
    setting: Setting
    path: Path | None = None
    by_key: Mapping[Key, Entry] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()

    @property
    def items(self) -> Sequence[Entry | Segment]:
        """The entries, or else the segments; `lines` are theirs."""
        return self.entries or self.segments


def title_of(check: object) -> str:
    """The first sentence of the docstring of a check."""
    text = inspect.cleandoc(check.__doc__ or "").split("\n\n", maxsplit=1)[0]
    return " ".join(text.split()).removesuffix(".")


class Check(ABC, Generic[Subject]):
    """One rule. The first sentence of its docstring is the title that a user sees.

    `languages` names the target languages that the rule is about; empty means all.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    languages: ClassVar[tuple[str, ...]] = ()
    in_templates: ClassVar[bool] = False

    @property
    def title(self) -> str:
        """The first sentence of the docstring, in the language of the interface."""
        return _(title_of(self))

    @abstractmethod
    def issues(self, subject: Subject, setting: Setting) -> Iterable[Issue]:
        """Every fault that the rule finds."""


class TextCheck(Check[Text]):
    """A check of one text of the target language."""

    def issue(self, subject: Text, message: str, *, after: str | None = None) -> Issue:
        """An issue with this text; `after` is what it certainly should be."""
        fix = Fix(subject.part, subject.text, after) if after is not None else None
        return Issue(
            self.code, self.severity, message, subject.key, subject.part, subject.text, fix
        )


class EntryCheck(Check[Entry]):
    """A check of one entry."""

    def issue(
        self, entry: Entry, message: str, *, part: Part = Part.TARGET, text: str = ""
    ) -> Issue:
        """An issue with this entry."""
        return Issue(self.code, self.severity, message, entry.key, part, text or entry.target)


class SegmentCheck(Check[Segment]):
    """A check of one segment that has a target."""

    def issue(self, segment: Segment, message: str, *, after: str | None = None) -> Issue:
        """An issue with this segment; `after` is what its target certainly should be."""
        fix = Fix(Part.TARGET, segment.target, after) if after is not None else None
        return Issue(
            self.code, self.severity, message, segment.key, Part.TARGET, segment.target, fix
        )


class CollectionCheck(Check[Collection]):
    """A check of a whole collection."""
