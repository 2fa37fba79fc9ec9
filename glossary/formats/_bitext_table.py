"""Segments as the rows of a table that revisers fill in, and back.

in      rows of text with their numbers; somewhere among the first is one with headings, in English
        or Vietnamese
out     segments, one after the other; or the headings and a row for each segment
errors  InputError where no row names the source and the target
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from glossary.errors import InputError
from glossary.formats._columns import SOURCE, STATUS, TARGET, Column, chosen, recognise
from glossary.formats._language_tags import is_wanted, require_pair, tidy_tag
from glossary.formats._stamps import iso, parse_stamp
from glossary.formats.contract import Reading
from glossary.interface import _
from glossary.model import Segment, Status

Row = tuple[int, tuple[str, ...]]
"""The number of a row in its file, from 1, and its cells."""

HEAD_ROWS = 20  # a row with headings stands among so many

_OWN = {
    "tool comments": "comments",
    "kind": "kind",
    "previous": "previous",
    "following": "following",
    "origin": "origin",
    "author": "author",
    "changed": "changed",
}
_STATUS = re.compile(
    r"(needs review)?(?:; )?(?:(approved)(?: (.*))?|draft|untranslated)?", re.DOTALL
)
_WORDS = {
    "cần xem lại": "needs review",
    "chưa dịch": "untranslated",
    "bản nháp": "draft",
    "nháp": "draft",
    "đã duyệt": "approved",
    "reviewed": "approved",
    "rejected": "needs review",
    "approved": "approved",
    "draft": "draft",
    "translated": "draft",
    "needs review": "needs review",
}
_SIDED = re.compile(r"(source|target|nguồn|đích) \((\w{2,3}(?:[-_]\w+)*)\)$", re.IGNORECASE)
_ESCAPABLE = re.compile(r"\\(?=[nr\\])|\n|\r")
_ESCAPED = re.compile(r"\\([nr\\])")
_BY_LETTER = {"n": "\n", "r": "\r", "\\": "\\"}
_BY_CHARACTER = {character: f"\\{letter}" for letter, character in _BY_LETTER.items()}

_CELLS: dict[str, Callable[[Segment], str]] = {
    SOURCE: lambda one: one.source,
    TARGET: lambda one: one.target,
    STATUS: lambda one: _status(one),
    "notes": lambda one: _joined(one.notes),
    "tool comments": lambda one: _joined(one.comments),
    "references": lambda one: _joined(one.references),
    "sense": lambda one: one.sense,
    "kind": lambda one: one.kind,
    "previous": lambda one: one.previous,
    "following": lambda one: one.following,
    "origin": lambda one: one.origin,
    "author": lambda one: one.author,
    "changed": lambda one: iso(one.changed) if one.changed else "",
}
HEADINGS = tuple(_CELLS)
"""The columns behind the number, in their order."""


def table(segments: Iterable[Segment], headings: Sequence[str] = HEADINGS) -> Iterator[list[str]]:
    """The row of headings, then a row for each segment, its number first."""
    waiting = iter(segments)
    opening = tuple(islice(waiting, 1))
    first = opening[0] if opening else Segment("")
    tags = {SOURCE: first.source_language, TARGET: first.target_language}
    shown = [
        f"{name.capitalize()} ({tags[name]})" if name in tags else name.capitalize()
        for name in headings
    ]
    yield ["No.", *shown]
    for number, segment in enumerate(chain(opening, waiting), start=1):
        require_pair(segment, first)
        yield [str(number), *(_CELLS[name](segment) for name in headings)]


def is_of_segments(cells: Iterable[str]) -> bool:
    """Whether a row has headings that only our tables of segments have.

    >>> is_of_segments(["No.", "Source (en)", "Target (vi)", "Kind", "Previous", "Following"])
    True
    """
    return {cell.strip().lower() for cell in cells} >= {"kind", "previous", "following"}


def read_table(rows: Iterable[Row], reading: Reading, *, kind: str) -> Iterator[Segment]:
    """Give a segment for each row below the headings; `kind` of file approves without a name."""
    waiting = iter(rows)
    columns, rest = _columns(waiting, reading)
    frame = Segment(
        "",
        source_language=_tag(columns, SOURCE, reading.source_language or "en"),
        target_language=_tag(columns, TARGET, reading.target_language),
    )
    for _number, cells in chain(rest, waiting):
        values: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if cell:
                values.setdefault(_field(column), cell)
        if values.keys() - {"id"}:
            yield _segment(frame, values, kind)


def _columns(rows: Iterator[Row], reading: Reading) -> tuple[tuple[Column, ...], list[Row]]:
    """The columns, and the rows that were read but are no headings."""
    seen = list(islice(rows, 1 if reading.columns else HEAD_ROWS))
    if reading.columns and seen:
        columns, has_headings = chosen(reading, seen[0][1])
        return columns, [] if has_headings else seen
    for at, (_number, cells) in enumerate(seen):
        found = recognise([_SIDED.sub(r"\1", cell) for cell in cells], reading)
        if found:
            return _with_languages(found, cells), seen[at + 1 :]
    raise InputError(
        _("no row names the columns of the source and the target"),
        hint=_("Name the columns with --columns, as in: --columns source,target,notes."),
        path=reading.path,
    )


def _with_languages(columns: tuple[Column, ...], heads: Sequence[str]) -> tuple[Column, ...]:
    """The columns with the languages that stand in brackets behind their headings."""
    stated = (_SIDED.match(head) for head in heads)
    return tuple(
        replace(column, language=found[2]) if found else column
        for column, found in zip(columns, stated, strict=True)
    )


def _field(column: Column) -> str:
    if column.field == "term":
        return column.side
    return _OWN.get(column.heading.strip().casefold(), column.field)


def _tag(columns: Iterable[Column], side: str, wanted: str) -> str:
    stated = next((one.language for one in columns if one.side == side and one.language), "")
    return (
        tidy_tag(stated) if stated and not is_wanted(stated, wanted) else wanted or tidy_tag(stated)
    )


def _segment(frame: Segment, values: dict[str, str], kind: str) -> Segment:
    texts = {
        name: value
        for name, value in values.items()
        if name in (SOURCE, TARGET, "sense", *_OWN.values()) and name not in ("comments", "changed")
    }
    needs_review, approval = _parsed_status(values.get(STATUS, ""), kind)
    return replace(
        frame,
        **texts,
        needs_review=needs_review,
        approval=approval,
        changed=parse_stamp(values.get("changed", "")),
        notes=_split(values.get("notes", "")),
        comments=_split(values.get("comments", "")),
        references=_split(values.get("references", "")),
    )


def _status(segment: Segment) -> str:
    """What the column says, such as ``draft``, ``approved 2026-11-20 NVA`` or ``needs review``."""
    words = ["needs review"] if segment.needs_review else []
    if segment.approval:
        words.append(f"approved {segment.approval}")
    return "; ".join(words) or (Status.DRAFT if segment.target else Status.UNTRANSLATED).value


def _parsed_status(cell: str, kind: str) -> tuple[bool, str]:
    """Whether a segment needs review, and its approval; an unknown word asks for a look."""
    found = _STATUS.fullmatch(_in_english(cell))
    if not found:
        return True, ""
    return bool(found[1]), (found[3] or kind) if found[2] else ""


def _in_english(cell: str) -> str:
    """The words of the column as this program writes them; a name behind them is kept."""
    plain = cell.strip().casefold()
    for word, meaning in _WORDS.items():
        if plain == word or plain.startswith(f"{word} "):
            return meaning + cell.strip()[len(word) :]
    return cell


def _joined(texts: Iterable[str]) -> str:
    """Texts in one cell, a line each; a line break in one is written as in a program."""
    return "\n".join(_ESCAPABLE.sub(lambda found: _BY_CHARACTER[found[0]], text) for text in texts)


def _split(cell: str) -> tuple[str, ...]:
    lines = cell.split("\n") if cell else []
    texts = (_ESCAPED.sub(lambda found: _BY_LETTER[found[1]], line) for line in lines)
    return tuple(text for text in texts if text)
