"""The README is true: its session is run in a copy of the project, its table is the program's.

Run as a program, this file writes the true output and table into README.md.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click import Context

from glossary.cli import SECTIONS, cli

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^\| command \| what it does \|\n(?:\|.*\n)+", re.MULTILINE)


def steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of the session with the lines that it should give."""
    command, expected = "", list[str]()
    for block in SESSION.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, expected
                command, expected = line[2:], []
            else:
                expected.append(line)
    if command:
        yield command, expected


def run(command: str, folder: Path) -> list[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    result = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return result.stdout.decode().splitlines()


def matches(given: list[str], expected: list[str]) -> bool:
    """Whether the lines are the expected ones; a line ``...`` stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in given)) is not None


def copy(folder: Path) -> Path:
    for name in ("seeds", "locales"):
        # The memory, and what is only cached, a new clone does not have.
        unknown = shutil.ignore_patterns("memory.*", ".cache")
        shutil.copytree(ROOT / name, folder / name, ignore=unknown)
    return folder


def command_table() -> str:
    rows = ["| command | what it does |", "|---|---|"]
    for title, names in SECTIONS:
        rows.append(f"| **{title}** | |")
        for name in names:
            command = cli.get_command(Context(cli), name)
            assert command
            rows.append(f"| `glossary {name}` | {command.get_short_help_str(200)} |")
    return "".join(f"{row}\n" for row in rows)


def test_there_is_a_session() -> None:
    commands = [command.split()[:2] for command, _ in steps(README.read_text(encoding="utf-8"))]
    assert {name for _, name in commands} >= {"extract", "status", "lookup"}


def test_the_session_gives_what_the_readme_shows(tmp_path: Path) -> None:
    folder = copy(tmp_path / "glossary")
    for command, expected in steps(README.read_text(encoding="utf-8")):
        given = run(command, folder)
        assert matches(given, expected), f"$ {command}\n" + "\n".join(given)


def test_every_command_is_listed_with_its_summary() -> None:
    (table,) = TABLE.findall(README.read_text(encoding="utf-8"))
    assert table == command_table()


@pytest.mark.parametrize(
    ("given", "expected", "result"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "b"], ["a"], False),
        (["a", "b", "c"], ["a", "...", "c"], True),
        (["a", "c"], ["a", "...", "c"], True),
        (["a", "b"], ["a", "...", "c"], False),
    ],
)
def test_three_points_stand_for_lines(given: list[str], expected: list[str], result: bool) -> None:
    assert matches(given, expected) is result


def true_readme(text: str) -> str:
    """The README with the output that its commands give now; what is still true stays."""
    with TemporaryDirectory() as place:
        folder = copy(Path(place) / "glossary")

        def block(found: re.Match[str]) -> str:
            lines = []
            for command, expected in steps(found[0]):
                given = run(command, folder)
                if "Traceback (most recent call last):" in given:
                    sys.exit("\n".join([f"$ {command}", *given]))
                lines += [f"$ {command}", *(expected if matches(given, expected) else given)]
            return "".join(f"{line}\n" for line in ["```console", *lines]) + "```"

        text = SESSION.sub(block, text)
    return TABLE.sub(lambda _: command_table(), text)


if __name__ == "__main__":
    README.write_text(true_readme(README.read_text(encoding="utf-8")), encoding="utf-8")
