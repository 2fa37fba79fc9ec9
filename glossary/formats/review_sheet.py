"""The sheet on which a reviser decides: an XLSX workbook with a row for each entry.

out     the equivalent, the decision, other equivalents, the definition and a remark can be filled
        in, all else is locked; a hidden column holds the entry as it was sent
in      the rows as they came back, in any order
errors  MalformedError and InputError, as for every XLSX file; for a row without its hidden cell
The headings are in both languages, so that the sheet is read whoever's program wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import MalformedError
from glossary.formats._layouts import language_name
from glossary.formats.contract import Concept, Termbase, one_line, tidy
from glossary.formats.xlsx import COLOURS, fill
from glossary.interface import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SENT = "glossary-review-1"
"""The heading of the hidden column; the number is that of this layout."""


_SENT_FIELDS = (
    "source", "sense", "target", "admitted", "deprecated", "forbidden", "needs_review", "approval",
    "target_definition", "notes",
)  # fmt: skip


class Decision(StrEnum):
    """What a reviser may say of an entry."""

    APPROVE = "approve"
    CHANGE = "change"
    LOOK_AGAIN = "look again"


_WORDS = {
    Decision.APPROVE: "approve – duyệt",
    Decision.CHANGE: "change – sửa",
    Decision.LOOK_AGAIN: "look again – xem lại",
}
_TERM, _EQUIVALENT = "Term – Thuật ngữ", "Equivalent – Tương đương"
_DECISION = "Decision – Quyết định"
_ADMITTED, _FORBIDDEN = "Also admitted – Cũng dùng", "Forbidden – Không dùng"
_DEFINITION, _REMARK = "Definition – Định nghĩa", "Remark – Nhận xét"
_WIDTHS = {
    _TERM: 32, _EQUIVALENT: 36, _DECISION: 20, _ADMITTED: 28, _FORBIDDEN: 28, _REMARK: 32,
    _DEFINITION: 40, "Status – Trạng thái": 16, "Meaning – Nghĩa": 40, "Examples – Ví dụ": 60,
    "Notes – Ghi chú": 40, _SENT: 0,
}  # fmt: skip
_OPEN = (_EQUIVALENT, _DECISION, _ADMITTED, _FORBIDDEN, _REMARK, _DEFINITION)
_NEEDED = (_EQUIVALENT, _DECISION, _SENT)
_STATUSES = {
    "approved": "approved – đã duyệt",
    "draft": "draft – nháp",
    "needs review": "needs review – xem lại",
    "untranslated": "untranslated – chưa dịch",
}


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """A row that came back: the concept as it was sent, and what the cells say now.

    `number` is that of the row in the sheet. The lists and the definition are None where the
    sheet has no such column any more.
    """

    number: int
    sent: Concept
    equivalent: str
    decision: Decision | None
    admitted: tuple[str, ...] | None
    forbidden: tuple[str, ...] | None
    definition: str | None
    remark: str


def write(termbase: Termbase, *, made: datetime) -> bytes:
    """The workbook for these concepts, in their order."""
    from openpyxl import Workbook

    from glossary.formats._workbook import to_bytes

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = language_name(termbase.target_language)[:31] or "Glossary"
    fill(sheet, [list(_WIDTHS), *(_cells(one) for one in termbase.concepts)], widths=_WIDTHS)
    _colour(sheet, termbase.concepts)
    _protect(sheet, len(termbase.concepts) + 1)
    return to_bytes(book, made=made, title=termbase.title)


def _cells(concept: Concept) -> list[str]:
    sent = {name: getattr(concept, name) for name in _SENT_FIELDS if getattr(concept, name)}
    word = "needs review" if concept.needs_review else concept.status.value
    term = f"{concept.source} ({concept.sense})" if concept.sense else concept.source
    cells = {
        _TERM: term,
        _EQUIVALENT: concept.target,
        _ADMITTED: "\n".join(concept.admitted),
        _FORBIDDEN: "\n".join(concept.forbidden),
        _DEFINITION: concept.target_definition,
        "Status – Trạng thái": _STATUSES[word],
        "Meaning – Nghĩa": "\n".join((*filter(None, (concept.definition,)), *_names(concept))),
        "Examples – Ví dụ": "\n".join(concept.evidence),
        "Notes – Ghi chú": "\n".join(concept.notes),
        _SENT: json.dumps(sent),
    }
    return [cells.get(heading, "") for heading in _WIDTHS]


def _names(concept: Concept) -> Iterator[str]:
    yield from (f"= {name}" for name in (concept.abbreviation_of, concept.abbreviated_as) if name)
    yield from (f"≈ {name}" for name in concept.other_names)


def _colour(sheet: Worksheet, concepts: Sequence[Concept]) -> None:
    """Show the status by the colour of its cell, and of the term's."""
    from openpyxl.styles import PatternFill

    place = list(_WIDTHS).index("Status – Trạng thái") + 1
    for number, concept in enumerate(concepts, 2):
        word = "needs review" if concept.needs_review else concept.status.value
        if colour := COLOURS.get(word):
            for column in (1, place):
                sheet.cell(number, column).fill = PatternFill("solid", fgColor=colour)


def _protect(sheet: Worksheet, rows: int) -> None:
    """Lock what the reviser only reads, and offer the decisions in a list."""
    from openpyxl.styles import PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    headings = list(_WIDTHS)
    for heading in _OPEN:
        place = headings.index(heading) + 1
        for number in range(2, rows + 1):
            cell = sheet.cell(number, place)
            cell.protection = Protection(locked=False)
            cell.fill = PatternFill("solid", fgColor="FFFDE7")
    letter = get_column_letter(headings.index(_DECISION) + 1)
    choice = DataValidation(
        type="list",
        formula1=f'"{",".join(_WORDS.values())}"',
        allow_blank=True,
        showErrorMessage=True,
    )
    choice.promptTitle = _DECISION
    choice.prompt = (
        "approve: the equivalent stands, as it is or as you corrected it. change: it is a draft "
        "still. look again: say why under Remark. Empty: nothing changes."
    )
    choice.showInputMessage = True
    choice.add(f"{letter}2:{letter}{max(rows, 2)}")
    sheet.add_data_validation(choice)
    sheet.column_dimensions[get_column_letter(len(headings))].hidden = True
    sheet.protection.sheet = True
    for name in ("formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(sheet.protection, name, False)  # what is not locked, is allowed
    sheet.freeze_panes = "C2"


def read(data: bytes, *, path: Path | None = None) -> tuple[ReviewedRow, ...]:
    """The rows of a sheet that came back; those that somebody added by hand are refused."""
    from glossary.formats._sheet import read_rows

    rows = iter(read_rows(data, path))
    number, headings = next(rows, (1, ()))
    places = {one_line(heading): index for index, heading in enumerate(headings)}
    missing = [heading for heading in _NEEDED if heading not in places]
    if missing:
        raise MalformedError(
            _("the sheet has no column “{name}”").format(name=missing[0]),
            hint=_("Give the file of “glossary review-sheet export”; other tables go to import."),
            path=path,
            line=number,
        )
    return tuple(_row(number, cells, places, path) for number, cells in rows)


def _row(
    number: int, cells: Sequence[str], places: dict[str, int], path: Path | None
) -> ReviewedRow:
    def cell(heading: str) -> str | None:
        place = places.get(heading)
        return None if place is None else cells[place] if place < len(cells) else ""

    def texts(heading: str) -> tuple[str, ...] | None:
        told = cell(heading)
        lines = (one_line(line) for line in (told or "").splitlines())
        return None if told is None else tuple(dict.fromkeys(line for line in lines if line))

    definition = cell(_DEFINITION)
    return ReviewedRow(
        number,
        _concept(cell(_SENT) or "", number, path),
        one_line(cell(_EQUIVALENT) or ""),
        _decision(cell(_DECISION) or "", number, path),
        texts(_ADMITTED),
        texts(_FORBIDDEN),
        None if definition is None else one_line(definition),
        one_line(cell(_REMARK) or ""),
    )


def _concept(text: str, number: int, path: Path | None) -> Concept:
    try:
        values = json.loads(text)
        found = {name: values[name] for name in _SENT_FIELDS if name in values}
        empty = Concept("")
        lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
        found |= lists
        if any(type(value) is not type(getattr(empty, name)) for name, value in found.items()):
            raise TypeError
        concept = tidy(replace(empty, **found))
        if not concept.source:
            raise ValueError
        return concept
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise MalformedError(
            _("the row lacks what the program wrote into the hidden column"),
            hint=_("Delete rows that were added by hand; add terms with: glossary import"),
            path=path,
            line=number,
        ) from None


def _decision(text: str, number: int, path: Path | None) -> Decision | None:
    words = {one_line(part).casefold() for part in text.replace("–", "-").split("-")} - {""}
    if not words:
        return None
    for decision, listed in _WORDS.items():
        if words & {one_line(part) for part in listed.split("–")}:
            return decision
    raise MalformedError(
        _("there is no decision “{word}”").format(word=one_line(text)),
        hint=_("There are: {words}.").format(words=", ".join(_WORDS.values())),
        path=path,
        line=number,
    )
