"""``export`` and ``import`` of sentences, and of projects of OmegaT."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from click.testing import Result

from glossary.catalog.bitext import BitextFile
from glossary.project import Project
from glossary.project.preparing import prepare

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def article(office: Project) -> Path:
    """An article of three sentences, of which one is translated."""
    (office.articles_folder / "a.txt").write_text("It grew. It fell.\n\nThe end\n")
    prepare(office, office.articles(), "vi")
    path = office.bitext_path("a.txt", "vi")
    with BitextFile(path).editing() as bitext:
        segment = bitext.get("It grew.")
        assert segment
        bitext.put(replace(segment, target="Đã tăng."))
    return path


def test_sentences_go_into_a_file(run: Run, tmp_path: Path) -> None:
    done = run("export", str(tmp_path / "a.tmx"))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == (
        f"wrote {tmp_path}/a.tmx\nTMX 1.4b: 1 sentence\n"
        "2 sentences without a translation were left out\n"
    )


def test_sentences_go_into_a_stream_and_come_from_one(run: Run, article: Path) -> None:
    text = run("export", "-", "--format", "xliff").stdout
    assert text.count("<trans-unit") == 3
    returned = text.replace(
        "<source>It fell.</source>",
        '<source>It fell.</source><target state="translated">Đã giảm.</target>',
    )
    done = run("import", "-", stdin=returned)
    assert done.exit_code == 0, done.output
    assert done.stdout == (
        "wrote locales/vi/articles/a.po\n0 new, 1 changed, 0 conflicting, 2 unchanged\n"
    )
    assert 'msgstr "Đã giảm."' in article.read_text()


def test_a_reviser_changes_a_document(run: Run, tmp_path: Path, article: Path) -> None:
    path = tmp_path / "review.docx"
    run("export", str(path), "--article", "a")
    page = docx.Document(str(path))
    cells = page.tables[0].rows[1].cells
    cells[2].text, cells[3].text = "Tăng rồi.", "approved 2026-11-20 NVA"
    page.save(str(path))
    done = run("import", str(path), "--check")
    assert (done.exit_code, "would write" in done.stdout) == (1, True)
    done = run("import", str(path), "--prefer", "theirs")
    assert (done.exit_code, "1 conflicting" in done.stdout) == (0, True)
    text = article.read_text()
    assert 'msgstr "Tăng rồi."' in text
    assert "# status: approved 2026-11-20 NVA" in text
    assert "Đã tăng." in text


def test_an_open_conflict_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    run("export", str(path))
    path.write_text(path.read_text().replace("Đã tăng.", "Tăng rồi.").replace("It grew", "It grew"))
    done = run("import", str(path))
    assert done.exit_code == 1
    assert "ours, flagged" in done.stdout


def test_sentences_that_no_article_has_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    run("export", str(path))
    path.write_text(path.read_text().replace("It grew.", "Other\u202e."))
    done = run("import", str(path))
    assert done.exit_code == 0
    assert done.stderr == "1 sentence stands in no article:\n  Other.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["export"], 2, "there is no FILE"),
        (["export", "a.tmx", "--article", "b"], 1, "there is no translation “b"),
        (["export", "a.tmx", "--format", "tmy"], 2, "there is no format “tmy”"),
        (["export", "a.tmx", "--lang-code", "fr"], 2, "another language than “vi”"),
        (["export", "a.tmx", "--status", "done"], 2, "there is no status “done”"),
        (["export", "--omegat-project", "o", "--lang-code", "fr"], 2, "another language"),
        (["import", "missing.tmx"], 3, "missing.tmx: cannot read the file"),
        (["export", "--omegat-project", "out", "b.txt"], 1, "b"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: list[str], code: int, said: str) -> None:
    done = run(*words)
    assert done.exit_code == code
    assert said in done.stderr
    assert "hint: " in done.stderr


def test_a_project_of_omegat_and_back(run: Run, tmp_path: Path, article: Path) -> None:
    folder = tmp_path / "omegat"
    done = run("export", "--omegat-project", str(folder), "a", "--check")
    assert (done.exit_code, folder.exists()) == (1, False)
    done = run("export", "--omegat-project", str(folder), "a")
    assert done.exit_code == 0
    assert done.stdout == (
        f"{folder}: sentences 3, translated 1, terms 2, units of the memory 1, approved 0\n"
    )
    assert run("export", "--omegat-project", str(folder), "a", "--check").exit_code == 0
    saved = folder / "omegat" / "project_save.tmx"
    saved.write_text(saved.read_text().replace("Đã tăng.", "Tăng rồi."))
    done = run("import", str(folder))
    assert done.exit_code == 0, done.output
    assert done.stderr.endswith("memory: 0 new, 0 changed, 1 known\n")
    assert 'msgstr "Tăng rồi."' in article.read_text()
