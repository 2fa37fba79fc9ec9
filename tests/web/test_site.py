"""The glossary as a folder of files."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.interface import languages
from glossary.project import Project

Run = Callable[..., Result]


@pytest.fixture
def run(project: Project) -> Run:
    def invoke(*words: str) -> Result:
        return CliRunner().invoke(cli, ["--project", str(project.root), "site", *words])

    return invoke


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    made = tmp_path / "out" / "site"
    assert run("-o", str(made)).exit_code == 0
    return made


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_link_leads_to_a_file_beside_it(folder: Path) -> None:
    count = 0
    for page in pages(folder):
        for link in re.findall(r'(?:href|src|action)="([^"]*)"', page.read_text(encoding="utf-8")):
            target = link.partition("#")[0]
            assert not re.match(r"[a-z]+:|/", target), f"{page}: {link}"
            assert not target or (page.parent / target).is_file(), f"{page}: {link}"
            count += 1
    assert count > 200


def test_every_term_has_a_page_in_each_language_of_the_interface(folder: Path) -> None:
    for tag in languages():
        assert len(list((folder / tag / "terms").iterdir())) == 8
        text = (folder / tag / "terms" / "unemployment-insurance.html").read_text(encoding="utf-8")
        assert f'<html lang="{tag}">' in text
        assert "bảo hiểm thất nghiệp" in text


def test_the_first_page_leads_on(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text)
    assert found
    assert (folder / found[1]).is_file()


def test_the_index_of_the_search_is_a_script(folder: Path) -> None:
    text = (folder / "static" / "terms.js").read_text(encoding="utf-8")
    terms = json.loads(text.partition("glossaryTerms = ")[2].rstrip(";\n"))
    assert terms[-2] == [
        "vietnam-social-security", "Vietnam Social Security", "", [["vi", "", "open"]], [],
    ]  # fmt: skip
    (found,) = [term for term in terms if term[1] == "unemployment insurance"]
    assert found[3:] == [
        [["vi", "bảo hiểm thất nghiệp", "draft"]],
        ["BHTN", "bảo hiểm mất việc"],
    ]


def test_terms_cannot_be_scripts(folder: Path) -> None:
    for page in pages(folder):
        assert "<script>" not in page.read_text(encoding="utf-8")


def test_a_second_run_changes_nothing(folder: Path, run: Run) -> None:
    before = content(folder)
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    result = run("-o", str(folder), "--check")
    assert result.exit_code == 0
    assert result.stdout == f"unchanged {folder / 'index.html'}\n"
    assert run("-o", str(folder)).stdout.startswith("unchanged ")
    assert content(folder) == before
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == stamps


def test_a_run_after_an_edit_renews_it(folder: Path, run: Run, put: Callable[..., None]) -> None:
    put("social insurance", target="bảo trợ xã hội")
    before = content(folder)
    for mode in ("--check", "--dry-run"):
        result = run("-o", str(folder), mode)
        assert result.exit_code == (mode == "--check")
        assert result.stdout.startswith("would write ")
    assert content(folder) == before
    assert run("-o", str(folder)).exit_code == 0
    page = folder / "en" / "terms" / "social-insurance.html"
    assert "bảo trợ xã hội" in page.read_text(encoding="utf-8")
    assert [path.name for path in folder.parent.iterdir()] == ["site"], "nothing is left beside it"


def test_a_term_that_is_gone_has_no_page_any_more(
    folder: Path, run: Run, put: Callable[..., None]
) -> None:
    page = folder / "en" / "terms" / "and-or-rule.html"
    assert page.exists()
    put("and/or rule", obsolete=True)
    assert run("-o", str(folder)).exit_code == 0
    assert not page.exists()


def test_dry_run_makes_no_folder(tmp_path: Path, run: Run) -> None:
    result = run("-o", str(tmp_path / "a" / "b"), "--dry-run")
    assert result.exit_code == 0
    assert not (tmp_path / "a").exists()


def test_an_empty_folder_is_taken(tmp_path: Path, run: Run) -> None:
    (tmp_path / "empty").mkdir()
    assert run("-o", str(tmp_path / "empty")).exit_code == 0
    assert (tmp_path / "empty" / "index.html").is_file()


@pytest.mark.parametrize("where", ["other", "ours"])
def test_a_folder_with_other_files_is_left_alone(
    tmp_path: Path, folder: Path, run: Run, where: str
) -> None:
    target = folder if where == "ours" else tmp_path / "other"
    target.mkdir(exist_ok=True)
    (target / "thesis.docx").write_bytes(b"precious")
    before = content(target)
    result = run("-o", str(target))
    assert result.exit_code == 3
    assert "hint: Name a new or empty folder" in result.stderr
    assert content(target) == before


def test_a_file_of_that_name_is_left_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("x")
    assert run("-o", str(tmp_path / "file")).exit_code == 2
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path, run: Run) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    result = run("-o", str(tmp_path / "locked" / "site"))
    assert result.exit_code == 3
    assert "cannot write the site" in result.stderr


def test_a_full_name_that_cannot_be_made(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("x")
    result = run("-o", str(tmp_path / "file" / "site"))
    assert result.exit_code == 3
    assert "hint:" in result.stderr
