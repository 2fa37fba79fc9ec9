"""From the rows of a table to concepts: one row each, or several that belong together.

in      rows with their numbers in the file, the headings first
out     a `Termbase`; columns that nobody knows become notes, ``heading: text``
rules   The headings are the first row that names a term and an equivalent: titles stand above.
        Rows with one id, and rows with one term and sense, are one concept: the first equivalent
        is the preferred one, later ones are admitted, unless a column says otherwise.
        What is approved without a name is no approval here; a note says so.
errors  MalformedError with the row: a ragged row, no headings, a term that is none
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from glossary.errors import MalformedError
from glossary.formats import _columns as columns_of
from glossary.formats._cells import is_true, is_truth_value, split
from glossary.formats._columns import (
    APPROVED_BY,
    APPROVED_ON,
    OTHER,
    PREFERRED,
    SKIPPED,
    SOURCE,
    STATUS,
    TARGET,
    TERM,
    TERM_INFO,
    Column,
)
from glossary.formats._concepts import CONCEPT_LIMIT, check_length, check_size, united
from glossary.formats._keyed import unnoted
from glossary.formats._standing import Designation, standing_of, with_designations
from glossary.formats.contract import LISTS, Concept, Reading, Termbase, one_line, tidy
from glossary.interface import _
from glossary.model import Acceptability

COLUMN_LIMIT = 256
TITLES = 10
"""So many rows may stand above the headings: what the table is called, whose it is."""

Row = tuple[int, Sequence[str]]


@dataclass(slots=True)
class _Table:
    columns: tuple[Column, ...]
    reading: Reading
    booleans: frozenset[int] = frozenset()
    concepts: list[Concept] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    last_id: str = ""
    remarks: list[str] = field(default_factory=list)


def read_table(rows: Iterable[Row], reading: Reading) -> Termbase:
    """The concepts of a table; see the rules above."""
    listed = _filled(rows, reading)
    if not listed:
        raise MalformedError(
            _("the table is empty"), hint=_("Check that it is the right file."), path=reading.path
        )
    titles = _titles(listed, reading)
    first = listed[titles]
    width = len(first[1])
    columns, has_headings = _columns(first, reading)
    body = listed[titles + 1 :] if has_headings else listed
    for number, cells in body:
        _check_width(number, cells, width, reading)
    table = _Table(columns, reading, _booleans(columns, body))
    for number, _cells in listed[:titles]:
        remark = _("row {number} stands above the headings and was left out")
        table.remarks.append(remark.format(number=number))
    for number, cells in body:
        _take(table, number, cells)
    language = next((one.language for one in columns if one.side == TARGET and one.language), "")
    source = next((one.language for one in columns if one.side == SOURCE and one.language), "")
    return Termbase(
        tuple(tidy(concept) for concept in table.concepts),
        source or reading.source_language,
        language or reading.target_language,
        remarks=tuple(table.remarks),
    )


def _titles(listed: Sequence[Row], reading: Reading) -> int:
    """How many rows stand above the headings; none where no row looks like headings."""
    rows = ([one_line(cell) for cell in cells] for _number, cells in listed[:TITLES])
    return next((at for at, row in enumerate(rows) if columns_of.are_headings(row, reading)), 0)


def _filled(rows: Iterable[Row], reading: Reading) -> list[Row]:
    """The rows in which something stands, as far as there are not too many of them."""
    listed: list[Row] = []
    for number, cells in rows:
        if len(cells) > COLUMN_LIMIT:
            message, limit = _("a row has more than {limit} cells"), COLUMN_LIMIT
        elif len(listed) > CONCEPT_LIMIT:
            message, limit = _("the table has more than {limit:,} rows"), CONCEPT_LIMIT
        else:
            if any(cell.strip() for cell in cells):
                listed.append((number, cells))
            continue
        raise MalformedError(
            message.format(limit=limit),
            hint=_("Check that it is a glossary; else split it."),
            path=reading.path,
            line=number,
        )
    return listed


def _columns(first: Row, reading: Reading) -> tuple[tuple[Column, ...], bool]:
    headings = [one_line(cell) for cell in first[1]]
    if reading.columns:
        return columns_of.chosen(reading, headings)
    found = columns_of.recognise(headings, reading)
    if found:
        return found, True
    names = [f"{name}=…" for name in headings if name]
    raise MalformedError(
        _("the headings name no term and no equivalent: {headings}").format(
            headings=", ".join(headings)[:200]
        ),
        hint=_(
            "Say what the columns hold: --columns “{names}”, or --columns source,target."
        ).format(names=",".join(names)[:200]),
        path=reading.path,
        line=first[0],
    )


def _check_width(number: int, cells: Sequence[str], width: int, reading: Reading) -> None:
    """Refuse a row that is too long, or, in a text file, too short: its cells may be shifted."""
    if (len(cells) != width and any(cell.strip() for cell in cells[width:])) or len(cells) < width:
        raise MalformedError(
            _("cells in this row: {count}, headings: {width}").format(
                count=len(cells), width=width
            ),
            hint=_("Put quotes around a cell that holds the separator, or repair the row."),
            path=reading.path,
            line=number,
        )


def _booleans(columns: Sequence[Column], body: Sequence[Row]) -> frozenset[int]:
    """The columns of truth values; where “approved on” stands, “forbidden” holds texts."""
    if any(column.field == APPROVED_ON for column in columns):
        return frozenset()
    return frozenset(
        index
        for index, column in enumerate(columns)
        if column.field in ("forbidden", "deprecated")
        and all(is_truth_value(cells[index]) for _, cells in body if cells[index].strip())
    )


def _take(table: _Table, number: int, cells: Sequence[str]) -> None:
    """Add the concept of a row, or what the row adds to one that is there."""
    concept = _concept(table, number, cells)
    is_same = bool(concept.id and concept.id == table.last_id)
    if not concept.source and not (table.concepts and (is_same or _has_id(table, concept))):
        table.remarks.append(_("row {number} has no term and was left out").format(number=number))
        return
    table.last_id = concept.id or table.last_id
    place = table.places.get((concept.source, concept.sense))
    if place is None and (is_same or not concept.source):
        place = len(table.concepts) - 1
    if place is None:
        table.places[concept.source, concept.sense] = len(table.concepts)
        table.concepts.append(concept)
    else:
        table.concepts[place] = united(table.concepts[place], concept)
        check_size(table.concepts[place], number, table.reading)


def _has_id(table: _Table, concept: Concept) -> bool:
    """Whether a row without a term goes on with the one above: it has an empty cell for the id."""
    return not concept.id and any(column.field == "id" for column in table.columns)


def _concept(table: _Table, number: int, cells: Sequence[str]) -> Concept:
    sources: list[str] = []
    designations: list[Designation] = []
    values: dict[str, list[str]] = {}
    for index, column in enumerate(table.columns):
        cell = cells[index].strip()
        if not cell or column.field in (SKIPPED, PREFERRED, TERM_INFO):
            continue
        if column.field == TERM:
            texts = _terms(table, number, cell)
            if column.side == SOURCE:
                sources += texts
            else:
                standing = _standing(table, index, cells)
                designations += [Designation(text, standing) for text in texts]
        elif index in table.booleans:
            continue
        elif column.field == OTHER:
            # “No” is what an attribute says that nobody has set.
            if not (is_truth_value(cell) and not is_true(cell)):
                values.setdefault("notes", []).append(f"{column.heading}: {one_line(cell)}")
        else:
            values.setdefault(column.field, []).append(cell)
    concept = Concept(sources[0] if sources else "", other_names=tuple(sources[1:]))
    concept = with_designations(concept, designations)
    return _with_values(concept, values, table.reading)


def _terms(table: _Table, number: int, cell: str) -> list[str]:
    texts = list(split(cell))
    for text in texts:
        hint = _("Check which column holds the terms: --columns.")
        check_length(text, number, table.reading, hint=hint)
    return texts


def _standing(table: _Table, index: int, cells: Sequence[str]) -> Acceptability | None:
    """What the columns behind a term say of its standing, up to the next term."""
    found: Acceptability | None = None
    for place in range(index + 1, len(table.columns)):
        column, cell = table.columns[place], cells[place]
        if column.field == TERM:
            break
        if place in table.booleans and is_true(cell):
            found = Acceptability(column.field)
        elif column.field == PREFERRED and is_true(cell):
            found = found or Acceptability.PREFERRED
        elif column.field in (STATUS, TERM_INFO):
            found = found or standing_of(cell)
    return found


def _with_values(concept: Concept, values: dict[str, list[str]], reading: Reading) -> Concept:
    statuses = values.pop(STATUS, [])
    approval = " ".join(
        one_line(cell) for name in (APPROVED_ON, APPROVED_BY) for cell in values.pop(name, [])
    )
    notes = [text for cell in values.pop("notes", []) for text in split(cell)]
    changes: dict[str, object] = {"approval": approval}
    for name, cells in values.items():
        if name == "needs_review":
            changes[name] = is_true(cells[0])
        elif name in LISTS:
            texts = [text for cell in cells for text in split(cell)]
            changes[name] = (*getattr(concept, name), *texts)
        else:
            changes[name] = one_line(cells[0])
            notes += [f"{name}: {one_line(cell)}" for cell in cells[1:]]
    concept = unnoted(replace(concept, **changes), notes)  # type: ignore[arg-type]
    for status in statuses:
        concept = with_status(concept, status, reading)
    return concept


_APPROVED = frozenset({"approved", "final", "signed off", "reviewed", "đã duyệt", "duyệt"})
_REVIEW = frozenset({"needs review", "to review", "fuzzy", "needs editing", "cần xem lại"})
_DRAFT = frozenset(
    {"draft", "new", "open", "proposed", "provisional", "untranslated", "nháp", "bản nháp"}
    | {"chưa dịch", "translated", "mới", "candidate", "unapproved"}
)


def with_status(concept: Concept, status: str, reading: Reading) -> Concept:
    """Give the concept with what a status of another program says of it."""
    word = " ".join(status.casefold().replace("_", " ").replace("-", " ").split())
    if word in _REVIEW:
        return replace(concept, needs_review=True)
    if word in _APPROVED:
        if concept.approval:
            return concept
        note = _("approved in {name}").format(name=reading.path.name if reading.path else "-")
    elif word in _DRAFT or not word or standing_of(status):
        return concept
    else:
        note = f"status: {one_line(status)}"
    return replace(concept, notes=(*concept.notes, note))
