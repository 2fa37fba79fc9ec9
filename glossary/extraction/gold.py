"""Read gold terms: what a person marked, to score an extraction against it.

in      a TSV file with a header, a PO or POT file, or a plain list of forms as the ACTER corpus has
out     `Gold`: its terms, and whether they are to be matched form by form
source  ACTER: Rigouts Terryn, Hoste & Lefever (2020), Language Resources and Evaluation 54
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from glossary.errors import MalformedError, reading
from glossary.formats.po import parse_po
from glossary.interface import _
from glossary.languages import en
from glossary.model import TermClass

NAMED_ENTITY = "Named_Entity"
"""ACTER's label of names, which some count as terms and some do not."""

_CATALOGS = (".po", ".pot")


class Grade(StrEnum):
    """How much a gold term is wanted."""

    CORE = "core"
    USEFUL = "useful"
    MARGINAL = "marginal"


@dataclass(frozen=True, slots=True)
class GoldTerm:
    """A term marked by hand; `forms` begins with its canonical one, `articles` may be empty.

    `label` is the second column of a list without a header.
    """

    forms: tuple[str, ...]
    grade: Grade = Grade.CORE
    term_class: str = ""
    articles: tuple[str, ...] = ()
    label: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """What its forms have in common with proposed ones, whatever case, number or spelling."""
        return frozenset(map(en.comparison_key, self.forms))


@dataclass(frozen=True, slots=True)
class Gold:
    """The terms to score against.

    `is_exact` for a list of forms: there each form that a text holds stands for itself, in lower
    case, and "tax" does not find "taxes".
    """

    terms: tuple[GoldTerm, ...]
    is_exact: bool = False

    @property
    def is_graded(self) -> bool:
        """Whether the terms are not all of one grade."""
        return any(term.grade is not Grade.CORE for term in self.terms)

    @property
    def has_named_entities(self) -> bool:
        """Whether some of the terms are labelled as names."""
        return any(term.label == NAMED_ENTITY for term in self.terms)

    def without_named_entities(self) -> Gold:
        """The same without the terms that are labelled as names."""
        kept = tuple(term for term in self.terms if term.label != NAMED_ENTITY)
        return Gold(kept, is_exact=self.is_exact)


def read_gold(path: Path) -> Gold:
    """Read gold terms from a file.

    A PO or POT file gives its msgids. TSV with a header line that has a column ``term`` may have
    the columns ``class``, ``grade``, ``variants`` (separated by `` | ``) and ``articles``. Without
    a header each line is a form, as in the ACTER corpus, with a label in the second column if any.
    Raises InputError or MalformedError.
    """
    data = _bytes(path)
    if path.suffix.lower() in _CATALOGS:
        return Gold(_terms_of_catalog(data, path))
    rows = _rows(data, path)
    header = [cell.strip().lower() for cell in rows[0][1]]
    if "term" not in header:
        return Gold(tuple(_form(cells) for _line, cells in rows), is_exact=True)
    return Gold(
        tuple(
            _gold_term(dict(zip(header, cells, strict=False)), number, path)
            for number, cells in rows[1:]
        )
    )


def _bytes(path: Path) -> bytes:
    with reading(path):
        return path.read_bytes()


def _terms_of_catalog(data: bytes, path: Path) -> tuple[GoldTerm, ...]:
    messages = parse_po(data, path=path).messages
    sources = dict.fromkeys(m.msgid for m in messages if m.msgid and not m.obsolete)
    if not sources:
        raise MalformedError(_("the gold list is empty"), hint=_("Give entries in it."), path=path)
    return tuple(GoldTerm((source,)) for source in sources)


def _rows(data: bytes, path: Path) -> list[tuple[int, list[str]]]:
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MalformedError(
            _("the gold list is not in UTF-8"),
            hint=_("Save it as UTF-8."),
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
    lines = enumerate(text.splitlines(), 1)
    rows = [(number, line.split("\t")) for number, line in lines if line.strip()]
    if not rows:
        raise MalformedError(
            _("the gold list is empty"), hint=_("Give one term a line."), path=path
        )
    return rows


def _form(cells: Sequence[str]) -> GoldTerm:
    return GoldTerm((cells[0].strip(),), label=cells[1].strip() if len(cells) > 1 else "")


def _gold_term(cells: Mapping[str, str], number: int, path: Path) -> GoldTerm:
    variants = [form.strip() for form in cells.get("variants", "").split("|") if form.strip()]
    grade = _one_of(Grade, cells.get("grade", "").strip() or "core", "grade", (path, number))
    term_class = cells.get("class", "").strip()
    if term_class:
        _one_of(TermClass, term_class, "class", (path, number))
    return GoldTerm(
        forms=(cells["term"].strip(), *variants),
        grade=Grade(grade),
        term_class=term_class,
        articles=tuple(cells.get("articles", "").split()),
    )


def _one_of(kinds: type[StrEnum], value: str, name: str, place: tuple[Path, int]) -> str:
    if value in tuple(kinds):
        return value
    raise MalformedError(
        _("“{value}” is no {name}").format(value=value, name=name),
        hint=_("Use one of: {kinds}.").format(kinds=", ".join(kinds)),
        path=place[0],
        line=place[1],
    )
