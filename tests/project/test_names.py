"""The table of names: what a line says, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import MalformedError
from glossary.project import Project
from glossary.project.names import read_names

ROOT = Path(__file__).parent.parent.parent


def table(folder: Path, text: str) -> Path:
    path = folder / "names.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_has_pairs_comments_and_empty_lines(tmp_path: Path) -> None:
    path = table(tmp_path, "\ufeff# who\n\nDao Viet Anh =  Đào Việt Ánh \nUdon Thani=Udon Thani\n")
    assert read_names(path) == {"Dao Viet Anh": "Đào Việt Ánh", "Udon Thani": "Udon Thani"}


def test_no_table_is_an_empty_one(tmp_path: Path) -> None:
    assert read_names(tmp_path / "names.txt") == {}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Dao Viet Anh\n", 1, "is not a name with its spelling"),
        ("# x\nDao Viet Anh =\n", 2, "is not a name with its spelling"),
        ("A = B\nA = B\nA = C\n", 3, "“A” is already “B”"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(MalformedError) as caught:
        read_names(table(tmp_path, text))
    assert (caught.value.line, message in caught.value.message) == (line, True)


def test_the_shipped_table_is_read_for_its_language() -> None:
    project = Project.open(ROOT)
    assert project.names("vi")["Dao Viet Anh"] == "Đào Việt Ánh"
    assert project.names("ko") == {}
