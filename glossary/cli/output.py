"""Render results: tables for people, tsv and json for programs, notes on standard error.

Text for people goes through `printable`, so that nothing in an article or a catalog can move the
cursor, recolour the terminal or turn the direction of reading.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

import click

from glossary.cli.options import Invocation

_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0))),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, 0xFEFF)),
    **dict.fromkeys((0x09, 0x0A, 0x85, 0x2028, 0x2029), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}
"""Controls (C0, C1), bidirectional controls (UAX 9), line breaks and lone surrogates."""


def printable(text: str) -> str:
    r"""`text` on one line, without characters that steer a terminal.

    >>> printable("a\x1b[31mb\u202ec\td")
    'a[31mbc d'
    """
    return text.translate(_UNSEEN)


def note(text: str) -> None:
    """Tell the user something that is not the result, unless ``--quiet`` is on."""
    invocation = click.get_current_context().find_object(Invocation)
    if not (invocation and invocation.quiet):
        click.echo(text, err=True)


def tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Tab-separated lines under their column names; tabs and line breaks in values become spaces.

    >>> tsv(["term", "score"], [["social\tinsurance", 1]])
    'term\tscore\nsocial insurance\t1\n'
    """
    lines = [columns, *([" ".join(str(value).split()) for value in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def json_list(objects: Iterable[Mapping[str, object]]) -> str:
    """A JSON array, indented, in UTF-8."""
    return json.dumps(list(objects), ensure_ascii=False, indent=2) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: str = "") -> str:
    """An aligned table for reading; the columns named in `numeric` are set to the right.

    On a terminal long cells wrap to its width; in a file or pipe every row keeps its one line.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    right = numeric.split()
    for name in columns:
        grid.add_column(name, justify="right" if name in right else "left", no_wrap=name in right)
    for row in rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(width=width(), no_color=True, highlight=False)
    with console.capture() as capture:
        console.print(grid)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def width() -> int:
    """How many columns there are for text: the terminal's, or no limit in a file or pipe."""
    import shutil

    return max(20, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 1000
