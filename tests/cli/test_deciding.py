"""Decisions about terms at the command line: they go to locales/decisions.txt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from glossary.extraction.decisions import read_decisions
from glossary.project import Project

Run = Callable[..., Result]
LIST = "# Ours.\r\nkeep levy  # why\r\nkeep zoo\r\n"


@pytest.fixture
def decisions(office: Project) -> None:
    office.decisions_path.write_bytes(LIST.encode())


@pytest.mark.usefixtures("decisions")
@pytest.mark.parametrize(
    ("words", "said", "content"),
    [
        (
            ("drop", "Health-Insurances", "vss", "--reason", "no term"),
            "drop health insurance  # no term\ndrop VSS  # no term\n",
            LIST + "\r\n# Not terms.\r\ndrop health insurance  # no term\r\n"
            "drop VSS  # no term\r\n",
        ),
        (
            ("keep", "peak phase"),
            "keep peak phase\n",
            LIST.replace("keep z", "keep peak phase\r\nkeep z"),
        ),
        (
            ("rename", "bao hiem xa hoi", "Social Insurance"),
            "rename social insurance = Social Insurance\n",
            LIST + "\r\n# The right name of an entry.\r\n"
            "rename social insurance = Social Insurance\r\n",
        ),
        (
            ("merge-terms", "vss", "vietnam social security"),
            "merge VSS = Vietnam Social Security\n",
            LIST + "\r\n# Other names of one thing: the second name is the entry's.\r\n"
            "merge VSS = Vietnam Social Security\r\n",
        ),
        (
            ("drop", "levies"),
            "drop levy (instead of: keep levy  # why)\n",
            "# Ours.\r\nkeep zoo\r\n\r\n# Not terms.\r\ndrop levy\r\n",
        ),
    ],
)  # fmt: skip
def test_a_decision_is_written(
    run: Run, office: Project, words: tuple[str, ...], said: str, content: str
) -> None:
    planned = run(*words, "--check")
    assert (planned.exit_code, planned.output) == (
        1, "".join(f"would write {line}\n" for line in said.splitlines())
    )  # fmt: skip
    assert office.decisions_path.read_bytes() == LIST.encode()
    result = run(*words, "--backup")
    assert (result.exit_code, result.stdout) == (0, said)
    assert result.stderr == "glossary extract applies it\n"
    assert office.decisions_path.read_bytes().decode() == content
    assert office.decisions_path.with_name("decisions.txt~").read_bytes() == LIST.encode()
    assert len(read_decisions(office.decisions_path).decisions) >= 2
    again = run(*words, "--check")
    assert again.exit_code == 0
    assert again.output.count(": unchanged\n") == len(said.splitlines())


@pytest.mark.usefixtures("decisions")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("drop", "VSS", "social insurence"), 1, "Did you mean: social insurance"),
        (("merge-terms", "VSS", "zzz"), 1, "there is no term “zzz”"),
        (("merge-terms", "VSS", "vss"), 2, "merged into itself"),
        (("rename", "VSS", "a = b"), 2, "cannot be written"),
        (("rename", "VSS", "VSS"), 2, "is called so already"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    run: Run, office: Project, words: tuple[str, ...], code: int, said: str
) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert office.decisions_path.read_bytes() == LIST.encode()


def test_the_first_decision_makes_the_file(run: Run, office: Project) -> None:
    assert not office.decisions_path.exists()
    result = run("drop", "VSS", "--dry-run")
    assert "+drop VSS\n" in result.output
    assert not office.decisions_path.exists()
    run("drop", "VSS")
    assert office.decisions_path.read_text(encoding="utf-8") == "# Not terms.\ndrop VSS\n"


def test_a_new_name_can_be_changed_before_it_is_applied(run: Run, office: Project) -> None:
    run("rename", "VSS", "the VSS")
    result = run("rename", "the VSS", "the agency")
    assert result.stdout == "rename VSS = the agency (instead of: rename VSS = the VSS)\n"
    back = run("rename", "the agency", "VSS")
    assert back.stdout == "took out: rename VSS = the agency\n"
    assert read_decisions(office.decisions_path).decisions == ()


def test_a_list_that_cannot_be_read_is_named(run: Run, office: Project) -> None:
    office.decisions_path.write_bytes(b"keep x\ndrop \xff\n")
    result = run("drop", "VSS")
    assert result.exit_code == 3
    assert f"{office.decisions_path}:2: the decisions are not in UTF-8" in result.stderr


def test_a_byte_order_mark_stays(run: Run, office: Project) -> None:
    office.decisions_path.write_bytes(b"\xef\xbb\xbfkeep levy\n")
    run("keep", "zoo")
    assert office.decisions_path.read_bytes() == b"\xef\xbb\xbfkeep levy\nkeep zoo\n"
