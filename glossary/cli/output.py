"""Render results: tables for people, tsv and json for programs, notes on standard error.

Text for people goes through `printable`, so that nothing in an article or a catalog can move the
cursor, recolour the terminal or turn the direction of reading.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli.options import Invocation, finish_check
from glossary.interface import _

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

UNLIMITED = 1000
"""Columns of a file or pipe: no term, name or sentence in a table is longer."""

LONGEST = 400
"""Characters of a text that is only named: five lines of a terminal."""

PATIENCE = 1.0
"""Seconds of work before a progress bar appears."""

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


def excerpt(text: str) -> str:
    """As `printable`, and of a text that would fill the screen the beginning only."""
    shown = printable(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def note(text: str) -> None:
    """Tell the user something that is not the result, unless ``--quiet`` is on."""
    if text and not _is_quiet():
        click.echo(text, err=True)


def _is_quiet() -> bool:
    ctx = click.get_current_context(silent=True)
    invocation = ctx.find_object(Invocation) if ctx else None
    return bool(invocation and invocation.quiet)


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


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numeric: str = "",
    room: int | None = None,
) -> str:
    """An aligned table for reading; the columns named in `numeric` are set to the right.

    The names of the columns are shown in the language of the interface. Long cells wrap to `room`,
    by default that of standard output (see `width`).
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    right = numeric.split()
    for name in columns:
        grid.add_column(_(name), justify="right" if name in right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(width=room or width(), color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(grid)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def width(target: str | None = None) -> int:
    """How many columns there are for text: the terminal's; in a file or pipe as many as it takes.

    `target` is what ``-o`` names.
    """
    import shutil

    is_terminal = target in (None, "-") and sys.stdout.isatty()
    return max(20, shutil.get_terminal_size().columns) if is_terminal else UNLIMITED


def deliver(content: str | bytes, target: str | None, *, mode: str | None = None) -> None:
    """Write a result to the file `target`, or to standard output (None or ``-``).

    With ``--dry-run`` or ``--check`` as `mode` a file is not written, only compared.
    """
    if target in (None, "-"):
        click.echo(content, nl=False)
        return
    path, data = Path(target), content.encode("utf-8") if isinstance(content, str) else content
    is_file = path.is_file()
    is_change = not (is_file and path.read_bytes() == data)
    if mode is None:
        _write(path, data, is_device=path.exists() and not is_file)
    message = _("unchanged {file}")
    if is_change:
        message = _("wrote {file}") if mode is None else _("would write {file}")
    note(message.format(file=printable(str(path))))
    finish_check(mode, is_change=is_change)


def is_new(data: bytes, target: str) -> bool:
    """Whether the file `target` does not hold `data` yet; always so for standard output."""
    path = Path(target)
    return target == "-" or not (path.is_file() and path.read_bytes() == data)


def _write(path: Path, data: bytes, *, is_device: bool) -> None:
    if is_device:
        # A device such as /dev/null cannot be replaced by a file.
        path.write_bytes(data)
        return
    from glossary.catalog import write_bytes

    write_bytes(path, data)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that shows how much is `done` of a `total`, both in one unit, and a remark.

    The bar tells the time that is left.
    Nothing is shown where standard error is no terminal, with ``--quiet``, or in the first second.
    """
    start, bars = time.monotonic(), ExitStack()
    shown: list[ProgressBar[str]] = []
    is_wanted = sys.stderr.isatty() and not _is_quiet()

    def show(done: int, total: int, remark: str = "") -> None:
        if not shown and is_wanted and time.monotonic() - start > PATIENCE:
            bar: ProgressBar[str] = click.progressbar(
                length=total, label=label, file=sys.stderr, item_show_func=lambda item: item
            )
            shown.append(bars.enter_context(bar))
        for bar in shown:
            bar.update(done - bar.pos, remark)

    with bars:
        yield show
