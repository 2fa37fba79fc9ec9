import hashlib
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from glossary.catalog import TemplateHeader, template_entries, write_template
from glossary.model import Term
from glossary.project import Project

Run = Callable[..., Result]


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def shrink(project: Project) -> None:
    """Leave one old term and one new one in the template."""
    terms = [Term("social insurance"), Term("pension")]
    header = TemplateHeader(datetime(2026, 11, 23, tzinfo=UTC), "Office")
    write_template(project.template, template_entries(terms), header)


def test_a_catalog_is_started(run: Run, office: Project) -> None:
    result = run("init", "pt-br")
    path = Path("locales", "pt_BR", "LC_MESSAGES", "glossary.po")
    assert result.output == f"wrote {path}: 5 entries, all open\n"
    assert office.languages() == ("pt-BR", "vi")
    assert office.catalog("pt-BR").read().header("Language") == "pt_BR"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("init", "vi"), 2, "there is a catalog for “vi” already"),
        (("init", "EN"), 2, "“EN” is the language of the articles"),
        (("init", "qqq"), 1, "qqq"),
        (("init", "../x"), 1, "../x"),
        (("update", "fr"), 1, "no catalog for “fr”"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    run: Run, office: Project, words: tuple[str, ...], code: int, said: str
) -> None:
    before = fingerprint(office.root)
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert fingerprint(office.root) == before


@pytest.mark.parametrize(("option", "code"), [("--dry-run", 0), ("-n", 0), ("--check", 1)])
@pytest.mark.parametrize("words", [("init", "fr"), ("update",), ("new", "other")])
def test_planning_writes_nothing(
    run: Run, office: Project, words: tuple[str, ...], option: str, code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(office.root)
    shrink(office)
    before = fingerprint(office.root)
    result = run(*words, option)
    assert result.exit_code == code
    assert "would write" in result.output
    assert fingerprint(office.root) == before


def test_an_update_says_what_changed_and_loses_nothing(run: Run, office: Project) -> None:
    shrink(office)
    result = run("update")
    assert result.output.splitlines() == [
        "wrote locales/vi/LC_MESSAGES/glossary.po",
        "  1 new: pension",
        "  1 other evidence: social insurance",
        "  2 obsolete: health insurance, unemployment insurance",
        "  2 removed: Vietnam Social Security, VSS",
    ]
    entries = {entry.source: entry for entry in office.catalog("vi").read().entries}
    assert entries["unemployment insurance"].target == "bảo hiểm thất nghiệp"
    assert entries["unemployment insurance"].obsolete
    assert entries["pension"].target == ""
    assert run("update").output == "unchanged locales/vi/LC_MESSAGES/glossary.po\n"
    assert run("update", "--check").exit_code == 0


def test_a_renamed_term_keeps_its_equivalent(run: Run, office: Project) -> None:
    shrink(office)
    office.decisions_path.write_text("rename unemployment insurance = pension\n", encoding="utf-8")
    assert "  1 renamed: unemployment insurance → pension" in run("update").output
    entry = office.catalog("vi").read().get("pension")
    assert entry
    assert entry.target == "bảo hiểm thất nghiệp"


def test_a_broken_catalog_stops_every_update(run: Run, office: Project) -> None:
    run("init", "fr")
    path = office.catalog_path("vi")
    path.write_text('msgid "half\n', encoding="utf-8")
    shrink(office)
    before = fingerprint(office.root)
    result = run("update")
    assert result.exit_code == 3
    assert f"{path}:1:" in result.stderr
    assert fingerprint(office.root) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_line(run: Run, office: Project) -> None:
    shrink(office)
    folder = office.catalog_path("vi").parent
    folder.chmod(0o500)
    try:
        result = run("update")
    finally:
        folder.chmod(0o700)
    assert result.exit_code == 3
    assert "cannot write the file" in result.stderr


def test_without_a_template_extract_is_named(run: Run, office: Project) -> None:
    office.template.unlink()
    result = run("update")
    assert result.exit_code == 3
    assert "Write it with: glossary extract" in result.stderr


def test_a_catalog_may_begin_without_articles(run: Run, office: Project) -> None:
    office.template.unlink()
    assert "0 entries" in run("init", "fr").stdout
    terms = "English,French\npension,retraite\n"
    assert run("import", "-", "--format", "csv", "-l", "fr", stdin=terms).exit_code == 0
    assert run("lookup", "retraite", "-l", "fr", "--short").stdout == "pension = retraite (draft)\n"
