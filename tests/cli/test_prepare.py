"""glossary prepare and glossary deliver at the command line."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from glossary.catalog.bitext import BitextFile
from glossary.project import Project

Run = Callable[..., Result]

ARTICLE = "Social insurance grew\n\nIt grew. It will grow.\n"


@pytest.fixture(autouse=True)
def _article(office: Project) -> None:
    office.articles_folder.mkdir(exist_ok=True)
    (office.articles_folder / "2020-05-23.txt").write_text(ARTICLE)
    (office.articles_folder / "2021-01-01.txt").write_text("Another\n")


def translate(office: Project) -> None:
    with BitextFile(office.bitext_path("2020-05-23.txt", "vi")).editing() as bitext:
        for segment, target in zip(bitext.segments, ("BHXH tăng", "Đã tăng."), strict=False):
            bitext.put(replace(segment, target=target))


def test_every_article_is_prepared_where_none_is_named(run: Run, office: Project) -> None:
    result = run("prepare", "--no-memory", "--format", "tsv")
    assert result.exit_code == 0
    assert result.stdout == (
        "article\tsegments\topen\tfilled\tto_review\tnew\tchanged\tobsolete\n"
        "2020-05-23\t3\t3\t0\t0\t3\t0\t0\n"
        "2021-01-01\t1\t1\t0\t0\t1\t0\t0\n"
    )
    assert [path.name for path in office.bitexts("vi")] == ["2020-05-23.po", "2021-01-01.po"]
    assert "wrote locales/vi/articles/2021-01-01.po\n" in result.stderr


def test_an_article_that_somebody_worked_on_comes_back(
    run: Run, office: Project, tmp_path: Path
) -> None:
    run("prepare", "-l", "vi", "--no-memory")
    translate(office)
    path = office.bitext_path("2020-05-23.txt", "vi")
    sent = path.read_text("utf-8")
    # As an editor saves it: no references, another line end, a byte order mark.
    text = re.sub(r"(?m)^#: .*\n", "", sent).replace("Đã tăng.", "Nó đã tăng.")
    text = re.sub(r'(will grow."\nmsgstr )""', r'\1"Sẽ tăng."', text)
    returned = tmp_path / "returned.po"
    returned.write_bytes(codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode())
    result = run("import", str(returned))
    assert result.exit_code == 1, "a conflict is open"
    assert "0 new, 1 changed, 1 conflicting, 1 unchanged" in result.output
    run("import", str(returned), "--prefer", "theirs")
    targets = [segment.target for segment in BitextFile(path).read().segments]
    assert targets == ["BHXH tăng", "Nó đã tăng.", "Sẽ tăng."]
    returned.write_text(sent.replace("Language: vi", "Language: fr"), encoding="utf-8")
    assert run("import", str(returned)).exit_code == 2


def test_an_article_without_text_is_given_no_file(run: Run, office: Project) -> None:
    (office.articles_folder / "2022-01-01.txt").write_text("\n \n")
    result = run("prepare", "2022-01-01", "2021-01-01", "-l", "vi", "--no-memory")
    assert result.exit_code == 0
    assert "2022-01-01 holds no text" in result.stderr
    assert [path.name for path in office.bitexts("vi")] == ["2021-01-01.po"]


@pytest.mark.parametrize("name", ["2020-05-23", "2020-05-23.txt"])
def test_an_article_is_named_by_its_date(run: Run, office: Project, name: str) -> None:
    result = run("prepare", name, "-l", "vi", "--format", "json")
    assert [one["article"] for one in json.loads(result.stdout)] == ["2020-05-23"]
    assert "started" in result.stderr
    assert office.memory_path.exists()


def test_a_wrong_name_is_answered_with_the_nearest(run: Run) -> None:
    result = run("prepare", "2020-05-32")
    assert result.exit_code == 1
    assert "there is no article “2020-05-32”" in result.stderr
    assert "2020-05-23.txt" in result.stderr


def test_a_dry_run_writes_nothing_and_a_check_says_so(run: Run, office: Project) -> None:
    assert run("prepare", "--dry-run").exit_code == 0
    assert run("prepare", "--check").exit_code == 1
    assert not office.bitexts()
    assert not office.memory_path.exists()
    run("prepare")
    assert run("prepare", "--check").exit_code == 0


def test_an_article_elsewhere_is_prepared_with_a_remark(run: Run, office: Project) -> None:
    path = office.root / "draft.txt"
    path.write_text("Draft\n")
    result = run("prepare", str(path), "--no-memory")
    assert office.bitext_path("draft.txt", "vi").exists()
    assert f"draft.txt is not in {office.articles_folder}" in result.stderr


def test_a_text_is_delivered(run: Run, office: Project) -> None:
    run("prepare")
    translate(office)
    result = run("deliver", "2020-05-23", "-o", "-", "--format", "txt")
    assert result.stdout == "BHXH tăng\n\nĐã tăng. [chưa dịch: It will grow.]\n"
    assert "of 3 sentences 1 is not translated" in result.stderr


def test_a_book_is_delivered_once(run: Run, office: Project) -> None:
    run("prepare")
    translate(office)
    paths = [str(path) for path in office.bitexts("vi")]
    book = office.root / "book.html"
    words = ("deliver", *paths, "--book", "--title", "Sách", "-o", str(book))
    assert run(*words, "--dry-run").exit_code == 0
    assert run(*words, "--check").exit_code == 1
    assert not book.exists()
    assert run(*words).exit_code == 0
    assert "<title>Sách</title>" in book.read_text()
    assert "bảo hiểm xã hội" in book.read_text().partition("terms-index")[2]
    assert run(*words, "--check").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("2020-05-24", "-o", "a.html"), 1, "there is no translation “2020-05-24”"),
        (("2020-05-23", "-o", "a.pdf"), 2, "cannot tell the format of “a.pdf”"),
        (("2020-05-23", "2021-01-01", "-o", "a.html"), 2, "2 files make a book"),
        (("2020-05-23",), 2, "Missing option"),
        (("2020-05-23", "-o", "/dev/null/a.html"), 3, "cannot"),
    ],
)
def test_what_cannot_be_delivered(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    run("prepare")
    result = run("deliver", *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
