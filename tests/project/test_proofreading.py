"""What is found in the five articles, worked out by reading them."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.project import Project
from glossary.project.proofreading import proofread
from glossary.text.articles import Article, read_article

ROOT = Path(__file__).parents[2]


def read(*paths: Path) -> dict[Path, Article]:
    return {path: read_article(path) for path in paths}


WARNINGS = {
    "2018-02-28.txt": [
        (8, "S012", "96/NQ-BCS"),
        (10, "S011", "Deputy Director Generals"),
        (18, "S006", "No.72/2015/ND-CP"),
        (18, "S006", "No.96/NQ-BCS"),
        (18, "S012", "96/NQ-BCS"),
        (18, "S006", "No.135-KH/BCS"),
        (18, "S006", "No.96/NQ-BCS"),
        (18, "S012", "96/NQ-BCS"),
    ],
    "2020-03-11.txt": [],
    "2020-05-23.txt": [(20, "S015", "by")],
    "2023-01-28.txt": [
        (3, "S001", "Security (VSS) has closely followed …"),
        (5, "S012", "96/NQ-BCS"),
        (8, "S012", "28/NQ-TW"),
        (9, "S012", "96/NQ-BCS"),
        (11, "S006", "Vietnam.The"),
        (15, "S012", "96/NQ-BCS"),
        (20, "S002", "etc"),
    ],
    "2024-07-17.txt": [
        (29, "S003", "new period."),
        (35, "S008", "of of"),
        (
            37,
            "S008",
            "the Government of the Socialist Republic of Vietnam and"
            " the Government of the Socialist Republic of Vietnam",
        ),
        (41, "S009", "acitvities"),
        (43, "S006", "Robert J.Palacios"),
    ],
}


@pytest.mark.parametrize("name", WARNINGS)
def test_the_five_articles(name: str) -> None:
    project = Project.open(ROOT)
    [(_path, issues)] = proofread(project, read(project.articles_folder / name))
    warnings = [(one.line, one.code, one.text) for one in issues if one.severity != "note"]
    assert warnings == WARNINGS[name]


def test_names_and_words_that_differ_are_noted() -> None:
    project = Project.open(ROOT)
    notes = {
        (path.name, one.code, one.text)
        for path, issues in proofread(project, read(*project.articles()))
        for one in issues
    }
    assert ("2020-05-23.txt", "S010", "Vietnam Social Insurance") in notes
    assert ("2018-02-28.txt", "S004", "The VSS has paid attention to raising …") in notes
    assert ("2018-02-28.txt", "S014", "organisations") in notes
    assert ("2018-02-28.txt", "S016", "Viet Nam") in notes


def test_an_article_outside_of_a_project(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The acitvities grew.")
    [(where, [issue])] = proofread(None, read(path))
    assert (where, issue.path, issue.line, issue.column) == (path, path, 1, 5)
