"""``glossary review``: driven by lines, by keys, and by a terminal of 80 × 24."""

import contextlib
import os
import re
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from threading import Thread

import pytest
from click.testing import Result
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from glossary.cli import _review_actions
from glossary.cli._review_card import wrapped
from glossary.cli._review_screen import Screen
from glossary.model import Entry
from glossary.project import Project
from glossary.project.reviewing import Session

Run = Callable[..., Result]


def entry(project: Project, source: str) -> Entry:
    found = project.catalog("vi").read().get(source)
    assert found
    return found


def test_lines_decide(run: Run, office: Project) -> None:
    commands = """\
        search vss
        edit BHXH Việt Nam
        approve
        flag is it?

        nonsense
        search y te
        a
        undo
        q
        approve
        """
    result = run("review", "vi", "--by", "NVA", "--plain", stdin=commands)
    assert result.exit_code == 0, result.output
    assert "VSS: equivalent “BHXH Việt Nam”" in result.stdout
    assert "“nonsense” is none of: a approve" in result.stdout
    assert "health insurance: as it was" in result.stdout
    assert entry(office, "VSS").approval.endswith(" NVA")
    assert entry(office, "health insurance").needs_review
    assert result.stdout.count("1 of 4") >= 1


def test_lines_end_with_the_last_entry_or_the_input(run: Run) -> None:
    result = run("review", "--only", "flagged", stdin="\n\nb\n\n")
    assert result.stdout.count("1 of 1") == 2
    assert result.stdout.splitlines()[-1] == "That was the last one. b goes back, q quits."
    assert run("review", "--only", "flagged", stdin="").exit_code == 0
    assert "nothing to review" in run("review", "--subject", "finance").stdout


def test_an_error_leaves_the_review_going(run: Run, office: Project) -> None:
    before = office.catalog_path("vi").read_bytes()
    result = run("review", "--by", "A", stdin="a\n7\ne  \nu\n")
    assert result.exit_code == 0
    assert "has no equivalent to approve. Give it one with" in result.stdout
    assert "there is no proposal 7" in result.stdout
    assert "there is nothing to undo" in result.stdout
    assert office.catalog_path("vi").read_bytes() == before


def test_wrong_usage_is_said_at_once(run: Run) -> None:
    assert run("review", "ko").exit_code == 1
    assert run("review", "--only", "done").exit_code == 2


def press(office: Project, keys: str) -> None:
    """Press `keys` in the full screen; it must have ended after them."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        Screen(Session(office, "vi", reviewer="NVA")).run()


# name, keys, what stands in the catalog then
KEYS: list[tuple[str, str, str, Callable[[Entry], bool]]] = [
    ("edit", "/VSS\re" + "BHXH Việt Nam\rq", "VSS", lambda one: one.target == "BHXH Việt Nam"),
    ("approve", "/y te\raq", "health insurance", lambda one: one.approval.endswith(" NVA")),
    ("admit", "/y te\rdBHYT\rq", "health insurance", lambda one: "BHYT" in one.admitted),
    ("forbid", "/y te\rxsai\rq", "health insurance", lambda one: "sai" in one.forbidden),
    ("note", "/y te\rnhm\rq", "health insurance", lambda one: "hm" in one.notes),
    ("flag", "/that nghiep\rfwhy\rq", "unemployment insurance", lambda one: one.needs_review),
    ("undo", "/y te\rauq", "health insurance", lambda one: one.needs_review),
    ("letters are text while one types", "/y te\reaq\rq", "health insurance",
     lambda one: one.target == "bảo hiểm y tếaq"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "source", "holds"), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS]
)
def test_keys_decide(
    office: Project, keys: str, source: str, holds: Callable[[Entry], bool]
) -> None:
    press(office, keys)
    assert holds(entry(office, source))


def test_ctrl_c_ends_it_and_keeps_what_was_decided(office: Project) -> None:
    press(office, "/y te\ra\x03")
    assert entry(office, "health insurance").approval


def test_a_terminal_of_24_lines_takes_vietnamese_keys(office: Project) -> None:
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary", "review", "vi"],
        cwd=office.root, stdin=theirs, stdout=theirs, stderr=theirs,
        env=os.environ | {"TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(theirs)
    shown = bytearray()
    reader = Thread(target=collect, args=(ours, shown))
    reader.start()
    wait_until(lambda: b"q quit" in shown)
    os.write(ours, "/that nghiep\re (mới)\r".encode())
    wait_until(lambda: entry(office, "unemployment insurance").target.endswith("(mới)"))
    os.write(ours, b"q")
    assert process.wait(timeout=20) == 0
    reader.join(timeout=20)
    os.close(ours)
    assert not re.search(rb"\x1b\[[0-9;]*3[0-7]m", shown), "colours in spite of NO_COLOR"


def collect(terminal: int, into: bytearray) -> None:
    """Read what a terminal shows; Linux answers EIO when its other end is closed."""
    with contextlib.suppress(OSError):
        while data := os.read(terminal, 65536):
            into += data


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_keys_break_between_two_of_them() -> None:
    whole = _review_actions.keys()
    assert "\n" not in whole
    rows = _review_actions.keys(30).split("\n")
    assert max(map(len, rows)) <= 30
    assert "  ".join(rows) == whole


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (80, ["note       one two three"]),
        (20, ["note       one two", "           three"]),
        (14, ["note       one", "           two", "           three"]),
    ],
)
def test_lines_break_between_words(columns: int, expected: list[str]) -> None:
    line = [("class:label", f"{'note':<11}"), ("", "one "), ("class:match", "two"), ("", " three")]
    rows = ["".join(text for _, text in row).rstrip() for row in wrapped(line, columns)]
    assert rows == expected
