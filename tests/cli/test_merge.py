"""Returned files and git branches, merged entry by entry."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]


@pytest.fixture
def sent(office: Project, tmp_path: Path) -> Path:
    """The catalog as it was sent to the reviser."""
    path = tmp_path / "sent.po"
    path.write_bytes(office.catalog_path("vi").read_bytes())
    return path


def returned(sent: Path, *changes: tuple[str, str]) -> Path:
    text = sent.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = sent.with_name("returned.po")
    path.write_text(text, encoding="utf-8")
    return path


SECURITY = 'msgid "Vietnam Social Security"\nmsgstr "{}"'
HEALTH = (SECURITY.format(""), SECURITY.format("BHXH Việt Nam"))
SOCIAL = ('msgstr "bảo hiểm xã hội"', 'msgstr "an sinh xã hội"')


def test_a_returned_file_is_taken_back(run: Run, office: Project, sent: Path) -> None:
    run("set", "health insurance", "BHYT")
    path = returned(sent, HEALTH, SOCIAL, ("Automatically generated", "Trần Thị B"))
    before = office.catalog_path("vi").read_bytes()
    planned = run("merge", "vi", str(path), "--base", str(sent), "--check")
    assert planned.exit_code == 1
    assert planned.output.startswith("would write locales/vi/LC_MESSAGES/glossary.po\n")
    assert office.catalog_path("vi").read_bytes() == before
    result = run("merge", "vi", str(path), "--base", str(sent), "--backup")
    assert result.exit_code == 0
    assert result.output == (
        "wrote locales/vi/LC_MESSAGES/glossary.po\n0 new, 2 changed, 0 conflicting, 3 unchanged\n"
    )
    entries = {entry.source: entry.target for entry in office.catalog("vi").read().entries}
    assert entries["Vietnam Social Security"] == "BHXH Việt Nam"
    assert entries["social insurance"] == "an sinh xã hội"
    assert entries["health insurance"] == "BHYT"
    assert office.catalog("vi").read().header("Last-Translator") == "Trần Thị B"
    again = run("merge", "vi", str(path), "--base", str(sent))
    assert again.output.startswith("unchanged locales")


def test_conflicts_stand_side_by_side_and_are_kept(run: Run, office: Project, sent: Path) -> None:
    run("set", "social insurance", "BHXH")
    result = run("merge", "vi", str(returned(sent, SOCIAL)), "--base", str(sent))
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[:2] == [
        "wrote locales/vi/LC_MESSAGES/glossary.po",
        "0 new, 0 changed, 1 conflicting, 4 unchanged",
    ]
    assert lines[2].split() == ["term", "base", "ours", "theirs", "stands"]
    for text in ("“bảo hiểm xã hội” (approved 2026-11-20 NVA)", "“BHXH”", "“an sinh xã hội”"):
        assert text in lines[4]
    entry = office.catalog("vi").read().get("social insurance")
    assert entry
    assert (entry.target, entry.needs_review) == ("BHXH", True)
    assert entry.notes[-1] == "conflict: theirs is “an sinh xã hội” (approved 2026-11-20 NVA)"
    run("set", "social insurance", "an sinh xã hội")
    settled = office.catalog("vi").read().get("social insurance")
    assert settled
    assert settled.notes == entry.notes[:-1]


@pytest.mark.parametrize(
    ("prefer", "target"), [("ours", "BHXH"), ("theirs", "an sinh xã hội"), ("newer", "BHXH")]
)
def test_a_preference_decides(
    run: Run, office: Project, sent: Path, prefer: str, target: str
) -> None:
    path = returned(sent, SOCIAL)
    text = path.read_text(encoding="utf-8").replace("Revision-Date: 2", "Revision-Date: 1")
    path.write_text(text, encoding="utf-8")
    run("set", "social insurance", "BHXH")
    result = run("merge", "vi", str(path), "--prefer", prefer)
    assert result.exit_code == 0
    entry = office.catalog("vi").read().get("social insurance")
    assert entry
    assert (entry.target, entry.needs_review) == (target, False)


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (None, 3, "returned.po: cannot read the file"),
        ('msgid "x\n', 3, "returned.po:1:"),
        ('msgid ""\nmsgstr "Language: fr\\n"\n', 2, "says that its language is fr"),
        ('msgid ""\nmsgstr "X-Article: a.txt\\n"\n', 2, "the sentences of an article, not terms"),
    ],
)
def test_an_unusable_file_changes_nothing(
    run: Run, office: Project, sent: Path, content: str | None, code: int, said: str
) -> None:
    before = office.catalog_path("vi").read_bytes()
    path = sent.with_name("returned.po")
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run("merge", "vi", str(path))
    assert result.exit_code == code
    assert said in result.stderr
    assert office.catalog_path("vi").read_bytes() == before


class Repository:
    """A real git repository with the driver set up as the README says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "locales" / "vi" / "LC_MESSAGES" / "glossary.po"
        self.git("init", "-q", "-b", "main")
        program = f'"{sys.executable}" -m glossary merge-driver %O %A %B %P'
        self.git("config", "merge.glossary.driver", program)
        (root / ".gitattributes").write_text("*.po merge=glossary\n", encoding="utf-8")

    def git(self, *words: str, fails: bool = False) -> str:
        identity = ["-c", "user.name=Lan", "-c", "user.email=lan@example.org"]
        command = ["git", "-C", str(self.root), *identity, *words]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (result.returncode != 0) == fails, result.stderr + result.stdout
        return result.stderr

    def commit(self, text: str, *, branch: str = "main") -> None:
        if branch != "main":
            self.git("checkout", "-q", "-b", branch)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(text, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "x")
        self.git("checkout", "-q", "main", "--") if branch != "main" else None


HEADER = 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
LAW = '\nmsgid "law"\nmsgstr "{}"\n'
TAX = '\nmsgid "tax"\nmsgstr "{}"\n'


def test_git_merges_neighbouring_entries(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(HEADER + LAW.format("") + TAX.format(""))
    repository.commit(HEADER + LAW.format("luật") + TAX.format(""), branch="lan")
    repository.commit(HEADER + LAW.format("") + TAX.format("thuế"))
    said = repository.git("merge", "lan", "-m", "m")
    assert "locales/vi/LC_MESSAGES/glossary.po: 0 new, 1 changed, 0 conflicting" in said
    assert repository.git("status", "--porcelain") == ""
    text = repository.file.read_text(encoding="utf-8")
    assert text == HEADER + LAW.format("luật") + TAX.format("thuế")


def test_git_stops_at_a_conflict_that_holds_both_texts(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(HEADER + LAW.format(""))
    repository.commit(HEADER + LAW.format("luật"), branch="lan")
    repository.commit(HEADER + LAW.format("đạo luật"))
    said = repository.git("merge", "lan", "-m", "m", fails=True)
    assert "“đạo luật”" in said
    assert repository.file.read_text(encoding="utf-8") == (
        HEADER + "\n# status: draft\n# conflict: theirs is “luật”\n#, fuzzy\n"
        'msgid "law"\nmsgstr "đạo luật"\n'
    )
    repository.git("commit", "-q", "-a", "-m", "decided")


def test_git_merges_files_that_both_branches_added(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    (tmp_path / "x").write_text("x", encoding="utf-8")
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "x")
    repository.commit(HEADER + TAX.format("thuế"), branch="lan")
    repository.commit(HEADER + LAW.format("luật"))
    repository.git("merge", "lan", "-m", "m")
    text = repository.file.read_text(encoding="utf-8")
    assert text == HEADER + LAW.format("luật") + TAX.format("thuế")


def test_git_merges_what_is_no_catalog_as_a_text(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(HEADER + LAW.format(""))
    repository.commit(HEADER + '\nmsgid "law\n', branch="lan")
    repository.commit(HEADER + LAW.format("luật"))
    said = repository.git("merge", "lan", "-m", "m", fails=True)
    assert "merged as a text" in said
    text = repository.file.read_text(encoding="utf-8")
    assert "<<<<<<< ours" in text
    assert "luật" in text
    assert 'msgid "law\n' in text
