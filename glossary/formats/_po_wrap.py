"""Where a line of a PO file may be broken, and where it is: the rules of msgcat.

source  Unicode Standard Annex 14 (line breaking), the rules LB7 to LB31 as far as the scripts of
        catalogs need them; gettext 0.21, write-po.c `wrap` and unilbrk/ulc-width-linebreaks.c
in      a piece of text as it stands between the quotes (escapes count as what is written)
out     the piece cut into lines, each at most `width` columns where the text allows it
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from unicodedata import category, combining, east_asian_width

_FIXED = {
    " ": "SP",
    "\t": "BA",
    "-": "HY",
    "\u00ad": "BA",
    "\u2010": "BA",
    "\u2012": "BA",
    "\u2013": "BA",
    "\u2014": "B2",
    "|": "BA",
    "/": "SY",
    ",": "IS",
    ".": "IS",
    ":": "IS",
    ";": "IS",
    "!": "EX",
    "?": "EX",
    '"': "QU",
    "'": "QU",
    "%": "PO",
    "¡": "OP",
    "¿": "OP",
    "¢": "PO",
    "°": "PO",
    "‰": "PO",
    "′": "PO",
    "″": "PO",
    "℃": "PO",
    "\\": "PR",
    "+": "PR",
    "±": "PR",
    "№": "PR",
    "\u00a0": "GL",
    "\u202f": "GL",
    "\u2007": "GL",
    "\u2011": "GL",
    "\u2060": "WJ",
    "\ufeff": "WJ",
    "\u200b": "ZW",
    ")": "CP",
    "]": "CP",
    "´": "BB",
    "…": "IN",
    "‥": "IN",
    "、": "CL",
    "。": "CL",
    "，": "CL",
    "．": "CL",
    "！": "EX",
    "？": "EX",
    "：": "NS",
    "；": "NS",
    "・": "NS",
    "ー": "NS",
    "々": "NS",
}
_BY_CATEGORY = {"Nd": "NU", "Ps": "OP", "Pe": "CL", "Pi": "QU", "Pf": "QU", "Sc": "PR"}
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")

#: Before these never a break, spaces or not (LB13).
_NEVER_BEFORE = frozenset({"CL", "CP", "EX", "IS", "SY"})

#: Pairs that stay together when no space stands between them (LB22 to LB30).
_TOGETHER = {
    "AL": {"NU", "AL", "OP", "PR", "PO"},
    "ID": {"PO"},
    "NU": {"AL", "PO", "PR", "NU", "OP"},
    "PR": {"ID", "AL", "OP", "NU"},
    "PO": {"AL", "OP", "NU"},
    "CL": {"PO", "PR"},
    "CP": {"PO", "PR", "AL", "NU"},
    "HY": {"NU"},
    # LB29 (IS × AL) is not applied by gettext 0.21: it breaks “file:line” behind the colon.
    "IS": {"NU"},
    "SY": {"NU"},
}


@lru_cache(maxsize=4096)
def _line_class(character: str) -> str:
    fixed = _FIXED.get(character)
    if fixed:
        return fixed
    kind = category(character)
    if combining(character) or kind in {"Mn", "Mc", "Me", "Cc", "Cf"}:
        return "CM"
    wide = east_asian_width(character) in {"W", "F", "H"}
    if kind in _BY_CATEGORY and not (wide and kind == "Nd"):
        return "OW" if kind == "Ps" and wide else _BY_CATEGORY[kind]
    if kind == "Zs":
        return "BA"
    if character in _SMALL_KANA:
        return "NS"
    return "ID" if wide else "AL"


@lru_cache(maxsize=4096)
def columns(character: str) -> int:
    """The columns that a terminal gives a character: 0 for marks, 2 for wide ones."""
    if character < "\x7f":
        return 1
    if combining(character) or category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def width_of(text: str) -> int:
    """The columns of a text."""
    return len(text) if text.isascii() else sum(map(columns, text))


def _may_break(before: str, after: str, spaced: bool) -> bool:
    """Whether a line may end between two classes; `spaced`: there are spaces between them."""
    if after in _NEVER_BEFORE or "WJ" in (before, after) or before in {"OP", "OW"}:
        return False
    if (before, after) in {("QU", "OP"), ("QU", "OW"), ("CL", "NS"), ("CP", "NS"), ("B2", "B2")}:
        return False
    if spaced or before == "ZW":
        return True
    if before in {"GL", "QU", "BB"} or after in {"QU", "BA", "HY", "NS", "ZW", "IN"}:
        return False
    if after == "GL":
        return before in {"BA", "HY"}
    return after not in _TOGETHER.get(before, set())


def pieces(text: str) -> list[str]:
    """Cut a text at every place where a line may end; blanks stay at the end of a piece."""
    if not text:
        return []
    cuts, before, spaced = [0], "", False
    escaped = False
    line_feed = len(text) - 2 if text.endswith("\\n") else -1
    for index, character in enumerate(text):
        kind = _line_class(character)
        # No break inside an escape, nor before the line feed that ends the text.
        inside, escaped = escaped or index == line_feed, character == "\\" and not escaped
        if kind == "SP":
            spaced = True
            continue
        if kind == "CM" and before and not spaced:
            continue
        kind = "AL" if kind == "CM" else kind
        if before and not inside and _may_break(before, kind, spaced):
            cuts.append(index)
        before, spaced = kind, False
    cuts.append(len(text))
    return [text[start:end] for start, end in pairwise(cuts)]


def wrap(text: str, *, width: int, first: int = 0) -> list[str]:
    """Fill lines of at most `width` columns; the first line begins at column `first`."""
    lines: list[str] = []
    current: list[str] = []
    column, filled = first, False
    for piece in pieces(text):
        size = width_of(piece)
        if filled and column + size > width:
            lines.append("".join(current))
            current, column = [], 0
        current.append(piece)
        column, filled = column + size, True
    lines.append("".join(current))
    return lines
