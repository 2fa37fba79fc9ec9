import os
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from glossary.cli import output


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bảo hiểm", "bảo hiểm"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("\x1b[2J\x07\x9b31m", "[2J31m"),
        ("\u202eabc\u202c\u2066x\u2069\u200f", "abcx"),
        ("\ufeffa\udc80", "a\ufffd"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert output.printable(text) == shown


def test_of_a_long_text_the_beginning_is_named() -> None:
    assert output.excerpt("a\n" + "b" * 398) == "a " + "b" * 398
    assert output.excerpt("b" * 1_000_000) == "b" * 399 + "…"


def test_tsv_keeps_one_row_on_one_line() -> None:
    assert output.tsv(["a", "b"], [["x\ty\nz", 1], ["", 0.5]]) == "a\tb\nx y z\t1\n\t0.5\n"


def test_a_table_aligns_wide_and_narrow_letters() -> None:
    lines = output.table(["term", "n"], [["bảo", "1"], ["日本", "22"]], numeric="n").splitlines()
    assert lines == ["term   n", "────────", "bảo    1", "日本  22"]


@pytest.mark.parametrize(("target", "expected"), [(None, 1000), ("-", 1000), ("file", 1000)])
def test_a_pipe_or_file_is_as_wide_as_needed(target: str | None, expected: int) -> None:
    assert output.width(target) == expected


BAR = """
import sys, time
import click
from glossary.cli import output
output.PATIENCE = 0.05
with click.Context(click.Command("x"), obj=output.Invocation(quiet=bool({quiet}))):
    with output.progress_bar("reading") as show:
        for done in range(1, 11):
            time.sleep(0.02)
            show(done, 10, str(done) + ' words/s')
print("ready")
"""


def on_standard_error(program: str, tmp_path: Path, *, terminal: bool) -> str:
    """What `program` writes to standard error, which is a terminal or a pipe."""
    command = [sys.executable, "-c", program]
    if not terminal:
        result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
        return result.stderr.decode()
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    subprocess.run(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.write(theirs, b"end")
    shown = b""
    while not shown.endswith(b"end"):
        shown += os.read(ours, 65536)
    os.close(theirs)
    os.close(ours)
    return shown.decode().removesuffix("end")


def test_a_long_work_shows_a_bar_on_a_terminal(tmp_path: Path) -> None:
    shown = on_standard_error(BAR.format(quiet=0), tmp_path, terminal=True)
    assert "reading" in shown
    assert "100%" in shown
    assert "10 words/s" in shown
    assert "100%" in shown


@pytest.mark.parametrize(("quiet", "terminal"), [(1, True), (0, False)])
def test_no_bar_where_it_would_disturb(tmp_path: Path, quiet: int, terminal: bool) -> None:
    assert on_standard_error(BAR.format(quiet=quiet), tmp_path, terminal=terminal) == ""


def test_a_short_work_shows_no_bar(tmp_path: Path) -> None:
    program = BAR.format(quiet=0).replace("0.05", "10")
    assert on_standard_error(program, tmp_path, terminal=True) == ""


def test_a_device_is_written_and_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to("/dev/null")
    output.deliver("text", str(link))
    assert link.is_symlink()
    assert Path("/dev/null").is_char_device()
