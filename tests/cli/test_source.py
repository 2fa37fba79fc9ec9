"""glossary source at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import Project

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _article(office: Project) -> None:
    office.articles_folder.mkdir(exist_ok=True)
    (office.articles_folder / "2020-05-23.txt").write_text("The acitvities grew.It fell.\n")
    (office.articles_folder / "2021-01-01.txt").write_text("It grew.\n")


def test_findings_have_line_and_column(run: Run, office: Project) -> None:
    result = run("source", "2020-05-23", "--format", "gcc")
    path = office.articles_folder / "2020-05-23.txt"
    assert result.stdout == (
        f"{path}:1:5: warning: acitvities: “acitvities” is misspelt: “activities” [S009]\n"
        f"{path}:1:16: warning: grew.It: a blank is missing: “grew. It” [S006]\n"
    )
    assert "1 file checked: 2 warnings" in result.stderr
    assert result.exit_code == 1


def test_findings_for_programs(run: Run) -> None:
    [first, _] = json.loads(run("source", "2020-05-23", "--format", "json").stdout)
    assert (first["line"], first["column"], first["code"]) == (1, 5, "S009")
    assert (first["text"], first["fix"]) == ("acitvities", "activities")
    sarif = json.loads(run("source", "2020-05-23", "--format", "sarif").stdout)
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 5}


def test_every_article_is_read_where_none_is_named(run: Run) -> None:
    assert "2 files checked" in run("source").stderr


def test_a_good_article_has_no_findings(run: Run) -> None:
    result = run("source", "2021-01-01")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_file_outside_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It it grew.\n")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["source", str(path)])
    assert (result.exit_code, "S008" in result.stdout) == (1, True)


def test_an_article_is_read_from_standard_input(run: Run) -> None:
    result = run("source", "-", "--format", "gcc", stdin="It grew.\nIt it fell.\n")
    assert result.stdout.startswith("standard input:2:1: warning: It it: “It” stands twice")


def test_the_checks_are_listed(run: Run) -> None:
    listed = [line.split(maxsplit=2) for line in run("source", "--list").stdout.splitlines()]
    assert ["S009", "warning", "A word is misspelt"] in listed


def test_a_missing_article(run: Run) -> None:
    result = run("source", "2022-05-23")
    assert result.exit_code == 1
    assert "there is no article “2022-05-23”" in result.stderr
