import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from glossary import cli as package
from glossary.cli import SECTIONS, cli
from glossary.project.creation import create

NAMES = [name for _, names in SECTIONS for name in names]
SHARED = {"options", "output"}


def glossary(*words: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "glossary", *words]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False)


def modules() -> set[str]:
    files = Path(package.__file__ or "").parent.glob("[!_]*.py")
    return {path.stem.removesuffix("_").replace("_", "-") for path in files} - SHARED


def test_every_module_is_a_registered_command() -> None:
    assert modules() == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_help_has_one_line_and_an_example(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert f"    glossary {name}" in result.output
    assert "Example" in result.output
    command = cli.get_command(cli.make_context("glossary", [name, "--help"]), name)
    assert command is not None
    summary = command.get_short_help_str(200)
    assert summary.endswith(".")
    assert len(summary) < 90


def test_help_lists_every_command_under_its_step() -> None:
    lines = CliRunner().invoke(cli, ["-h"]).output.splitlines()
    for title, names in SECTIONS:
        start = lines.index(f"{title}:") + 1
        section = lines[start : start + lines[start:].index("")]
        assert [line.split()[0] for line in section if line[2] != " "] == list(names)


def commands(group: click.Command) -> Iterator[click.Command]:
    if not isinstance(group, click.Group):
        yield group
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        if command := group.get_command(context, name):
            yield from commands(command)


def test_a_file_that_cannot_be_read_is_no_wrong_usage() -> None:
    """Where click looks whether it may read a file, it exits with 2, not with 3."""
    judged = {
        f"{command.name} {one.name}"
        for command in commands(cli)
        for one in command.params
        if isinstance(one.type, click.Path) and one.type.file_okay and one.type.readable
    }
    folders = {f"{command.name} project" for command in commands(cli)}
    assert judged - folders == {"new folder", "align path"}


def test_version() -> None:
    result = CliRunner().invoke(cli, ["--version"])
    assert result.output.startswith("glossary 0.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lokup", "x"], "Did you mean 'lookup'?"),
        (["zzzz"], "There are: "),
        (["doctor", "--proj", "x", "--nothing"], "No such option"),
        ([], "Usage: "),
        (["keep", "\udcff"], "what was typed is not in UTF-8"),
    ],
)
def test_a_wrong_command_line_is_usage(words: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2
    assert said in result.output


def test_the_name_of_a_file_need_not_be_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"t\xff.txt")
    (tmp_path / name).write_text("A law.", encoding="utf-8")
    assert glossary("annotate", name, "-q", cwd=tmp_path).returncode == 0


def test_an_error_is_one_line_and_a_hint_on_standard_error(tmp_path: Path) -> None:
    result = glossary("status", "--project", "nowhere", cwd=tmp_path)
    assert result.returncode == 3
    assert result.stdout == b""
    assert result.stderr.decode().splitlines() == [
        "glossary: no project in nowhere: it has no folder “locales”",
        "hint: Start one with: glossary new nowhere",
    ]


def test_an_error_in_a_file_names_the_line(tmp_path: Path) -> None:
    create(tmp_path)
    path = tmp_path / "locales" / "glossary.ini"
    path.write_text("[project]\nlanguage = vi\n", encoding="utf-8")
    result = glossary("doctor", cwd=tmp_path)
    assert result.returncode == 3
    assert result.stderr.decode().startswith(f"glossary: {path}:2: unknown setting “language”")


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    result = glossary("doctor", "--project", "a\x1b[2Jb\u202ec", cwd=tmp_path)
    assert result.returncode == 3
    assert b"\x1b" not in result.stderr
    assert "\u202e" not in result.stderr.decode()


@pytest.mark.parametrize("words", [["--project", "office"], ["doctor", "--project", "office"]])
def test_the_project_is_named_before_or_after_the_command(tmp_path: Path, words: list[str]) -> None:
    create(tmp_path / "office")
    words = words if "doctor" in words else [*words, "doctor"]
    result = glossary(*words, cwd=tmp_path)
    assert b"office" in result.stdout, result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["doctor"], ["doctor", "--help"]])
def test_a_full_disk_is_one_line(tmp_path: Path, words: list[str]) -> None:
    create(tmp_path)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "glossary", *words]
        result = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 3
    assert result.stderr.decode() == "glossary: no space left on device\n"


@pytest.mark.parametrize("words", [["doctor"], ["--help"]])
def test_a_reader_that_has_enough_is_no_error(tmp_path: Path, words: list[str]) -> None:
    create(tmp_path)
    command = [sys.executable, "-m", "glossary", *words]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_interrupt_is_130_and_one_line(tmp_path: Path) -> None:
    create(tmp_path)
    code = (
        "import sys\nfrom glossary.cli import main, options\n"
        "def interrupt(self):\n    raise KeyboardInterrupt\n"
        "options.Invocation.project = interrupt\nsys.argv = ['glossary', 'doctor']\nmain()\n"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == 130
    assert result.stderr.decode().split("\n") == [
        "",
        "glossary: interrupted; no file is half written",
        "",
    ]


def test_a_bug_keeps_its_traceback(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom glossary.cli import main, options\n"
        "options.Invocation.project = lambda self: 1 / 0\n"
        "sys.argv = ['glossary', 'doctor']\nmain()\n"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == 1
    assert b"ZeroDivisionError" in result.stderr
