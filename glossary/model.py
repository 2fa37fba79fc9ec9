"""The words the whole package speaks: frozen values that do no I/O.

Every text in them is `str` in NFC. A `Term` is what extraction found in the source language; an
`Entry` is that term in a catalog, with its equivalent in one other language. A `Segment` is a
sentence or heading of a text, with its translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TermClass(StrEnum):
    """What kind of thing a term designates.

    A name, of a person or a place, is no term; extraction gives names only when it is asked to.
    """

    DOMAIN = "domain"
    ORGANISATION = "organisation"
    LEGAL = "legal"
    TITLE = "title"
    ACRONYM = "acronym"
    NAME = "name"


class SubjectField(StrEnum):
    """The branch of social security, or of the office's work, that a term belongs to.

    The branches are those of ILO Convention 102 as the agency's portal names them.
    """

    GENERAL = "general"
    SICKNESS = "sickness"
    WORK_INJURY = "work injury"
    SURVIVORS = "survivors"
    OLD_AGE = "old age"
    MATERNITY = "maternity"
    UNEMPLOYMENT = "unemployment"
    MEDICAL = "medical"
    ADMINISTRATION = "administration"
    COMMUNICATION = "communication"
    INTERNATIONAL = "international"
    IT = "IT"
    FINANCE = "finance"
    LABOUR = "labour"


class Status(StrEnum):
    """How far the work on an entry has come; approved means that a named person vouches for it."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    APPROVED = "approved"

    @classmethod
    def of(cls, target: str, *, approval: str, needs_review: bool) -> Status:
        """The status of a translation: one that needs review is never approved."""
        if not target:
            return cls.UNTRANSLATED
        return cls.APPROVED if approval and not needs_review else cls.DRAFT


class Acceptability(StrEnum):
    """How an equivalent may be used (TBX `administrativeStatus`)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place in an article where a term stands; `context` is the sentence that shows it.

    `line` counts from 1 in the original file. `date` is the article's, None where it has none.
    """

    article: str
    line: int
    context: str = ""
    date: date | None = None

    @property
    def reference(self) -> str:
        """The place as gettext writes it: ``2020-05-23.txt:7``."""
        return f"{self.article}:{self.line}"


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the source language as extraction found it, or as an editor decided it.

    `score` is a probability, 0 to 1. `frequency` counts the occurrences of all forms, those that
    coordinations imply included. `articles` are file names and `occurrences` places, both in order
    of date, the latter at most six. `evidence` holds up to three occurrences with their context.
    `variants` are other forms of the same term; `forms` every attested form, the canonical one
    included where it is attested. `long_form` is set on an acronym and `acronym` on a long form.
    """

    designation: str
    sense: str = ""
    term_class: TermClass = TermClass.DOMAIN
    part_of_speech: str = "noun"
    subject_field: SubjectField = SubjectField.GENERAL
    score: float = 0.0
    frequency: int = 0
    articles: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    evidence: tuple[Occurrence, ...] = ()
    variants: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    acronym: str = ""
    long_form: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in a catalog. `source` with `sense` is its key; `target` is the preferred equivalent.

    `approval` is the date and name after ``approved`` (empty unless approved); `definition` says in
    the target language what the concept is; `notes` are the translator's free comment lines;
    `comments` the lines that the source side owns (`#.`).
    """

    source: str
    sense: str = ""
    target: str = ""
    needs_review: bool = False
    approval: str = ""
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    obsolete: bool = False
    definition: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells entries apart: source and sense, as gettext does with msgid and msgctxt."""
        return self.source, self.sense

    @property
    def status(self) -> Status:
        """Untranslated, draft or approved; an entry that needs review is never approved."""
        return Status.of(self.target, approval=self.approval, needs_review=self.needs_review)

    @property
    def equivalents(self) -> Sequence[tuple[str, Acceptability]]:
        """Every equivalent with its standing, the preferred one first."""
        preferred = [(self.target, Acceptability.PREFERRED)] if self.target else []
        return [
            *preferred,
            *((text, Acceptability.ADMITTED) for text in self.admitted),
            *((text, Acceptability.DEPRECATED) for text in self.deprecated),
            *((text, Acceptability.FORBIDDEN) for text in self.forbidden),
        ]


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, heading or caption of a text, with its translation: one row of a CAT tool.

    `kind` is that of the line it stands in (``paragraph``, ``heading`` …), empty where not known.
    `previous` and `following` are the source texts of its neighbours, empty at the ends of a text.
    `origin` names the file it comes from and `references` the places in it. `approval` is the date
    and name of who vouches for the translation; `author` made it, at the time `changed` (in UTC).
    `notes` are remarks of translators, `comments` those of the tool that prepared the text.
    """

    source: str
    target: str = ""
    sense: str = ""
    source_language: str = "en"
    target_language: str = "vi"
    kind: str = ""
    needs_review: bool = False
    approval: str = ""
    previous: str = ""
    following: str = ""
    origin: str = ""
    references: tuple[str, ...] = ()
    author: str = ""
    changed: datetime | None = None
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells the segments of one text apart: source and sense (msgid and msgctxt)."""
        return self.source, self.sense

    @property
    def status(self) -> Status:
        """Untranslated, draft or approved; a segment that needs review is never approved."""
        return Status.of(self.target, approval=self.approval, needs_review=self.needs_review)
