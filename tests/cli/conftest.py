import contextlib
import os
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import Project
from tests.offices import make_office


@pytest.fixture
def office(tmp_path: Path) -> Project:
    """A project with a template of five terms and a Vietnamese catalog: 2 done, 1 to review."""
    return make_office(tmp_path)


@pytest.fixture
def run(office: Project) -> Callable[..., Result]:
    """Run a command in the project `office`."""

    def invoke(*words: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(cli, ["--project", str(office.root), *words], input=stdin)

    return invoke


@pytest.fixture
def terminal(office: Project) -> Callable[..., str]:
    """Run a command in `office` on a terminal of so many columns; give what it shows there."""

    def show(*words: str, columns: int = 80, **environment: str) -> str:
        ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (24, columns))
        process = subprocess.Popen(
            [sys.executable, "-m", "glossary", *words],
            cwd=office.root,
            stdout=theirs,
            stderr=theirs,
            env={key: value for key, value in os.environ.items() if key != "COLUMNS"} | environment,
        )
        os.close(theirs)
        shown = b""
        # Linux answers EIO when the other end of a terminal is closed.
        with contextlib.suppress(OSError):
            while data := os.read(ours, 65536):
                shown += data
        os.close(ours)
        process.wait()
        return shown.decode().replace("\r\n", "\n")

    return show
