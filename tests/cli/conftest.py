import contextlib
import os
import subprocess
import sys
import termios
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.catalog import TemplateHeader, template_entries, write_template
from glossary.cli import cli
from glossary.model import Occurrence, SubjectField, Term, TermClass
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.run import start_catalog

CONTEXT = "The unemployment insurance fund is managed by the State."
SHOWN = Occurrence("2020-05-23.txt", 3, CONTEXT, date(2020, 5, 23))

TERMS = (
    Term(
        "unemployment insurance",
        subject_field=SubjectField.UNEMPLOYMENT,
        definition="Insurance against loss of work.",
        frequency=35,
        articles=("2018-02-28.txt", "2020-05-23.txt"),
        years=(2018, 2020),
        occurrences=(SHOWN,),
        evidence=(SHOWN,),
    ),
    Term("social insurance", frequency=127, articles=("2020-05-23.txt",), years=(2020,)),
    Term("health insurance", subject_field=SubjectField.MEDICAL, frequency=58, articles=("a.txt",)),
    Term("Vietnam Social Security", term_class=TermClass.ORGANISATION, acronym="VSS"),
    Term("VSS", term_class=TermClass.ACRONYM, long_form="Vietnam Social Security"),
)


@pytest.fixture
def office(tmp_path: Path) -> Project:
    """A project with a template of five terms and a Vietnamese catalog: 2 done, 1 to review."""
    project = create(tmp_path / "office", name="Office")
    header = TemplateHeader(datetime(2026, 11, 22, tzinfo=UTC), "Office")
    write_template(project.template, template_entries(TERMS), header)
    start_catalog(project, "vi")
    with project.catalog("vi").editing() as catalog:
        for source, changes in {
            "unemployment insurance": {
                "target": "bảo hiểm thất nghiệp",
                "admitted": ("BHTN",),
                "forbidden": ("bảo hiểm mất việc",),
            },
            "social insurance": {"target": "bảo hiểm xã hội", "approval": "2026-11-20 NVA"},
            "health insurance": {"target": "bảo hiểm y tế", "needs_review": True},
        }.items():
            entry = catalog.get(source)
            assert entry
            catalog.put(replace(entry, **changes))  # type: ignore[arg-type]
    return project


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
