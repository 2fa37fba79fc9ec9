r"""Cells of tables: several texts in one, truth values, and what a spreadsheet takes for a formula.

Texts are parted by ``|``, as MultiTerm does it; in a text it stands behind a backslash::

    bảo hiểm xã hội|BHXH        a text\|with a bar
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary.formats.contract import one_line

_SPECIAL = re.compile(r"[\\|]")
_PART = re.compile(r"((?:[^\\|\r\n]|\\.?)*)(?:[|\r\n]|$)")
_ESCAPED = re.compile(r"\\([\\|])")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")

TRUE = frozenset({"true", "yes", "y", "x", "1", "wahr", "vrai", "có", "đúng", "✓"})
FALSE = frozenset({"false", "no", "n", "0", "falsch", "faux", "không", "sai"})


def join(texts: Iterable[str], separator: str = "|") -> str:
    r"""Put texts into one cell.

    >>> join(["a|b", "c"])
    'a\\|b|c'
    """
    return separator.join(_SPECIAL.sub(r"\\\g<0>", text) for text in texts)


def split(cell: str) -> tuple[str, ...]:
    r"""The texts of a cell, parted by bars or line breaks; empty ones are left out.

    >>> split("a\\|b | c\nd")
    ('a|b', 'c', 'd')
    """
    if "|" not in cell and "\\" not in cell and "\n" not in cell and "\r" not in cell:
        parts = [cell]
    else:
        parts = [_ESCAPED.sub(r"\1", found[1]) for found in _PART.finditer(cell)]
    texts = (one_line(part) for part in parts)
    return tuple(dict.fromkeys(text for text in texts if text))


def is_true(cell: str) -> bool:
    """Whether a cell says yes, in one of the languages that spreadsheets write it in."""
    return cell.strip().casefold() in TRUE


def is_truth_value(cell: str) -> bool:
    """Whether a cell says yes or no."""
    return cell.strip().casefold() in TRUE | FALSE


def guard(cell: str, *, for_spreadsheet: bool) -> str:
    """Let no spreadsheet take the cell for a formula; an apostrophe in front makes it a text.

    A text that has such an apostrophe of its own gets a second one whatever reads it, so that
    `unguarded` gives every text back.

    >>> guard("=1+1", for_spreadsheet=True), guard("=1+1", for_spreadsheet=False)
    ("'=1+1", '=1+1')
    """
    pattern = _FORMULA if for_spreadsheet else _GUARDED
    return f"'{cell}" if pattern.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe of `guard`."""
    return cell[1:] if _GUARDED.match(cell) else cell
