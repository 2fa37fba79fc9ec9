"""Editing a catalog at the command line, in real files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]
TODAY = date.today().isoformat()  # a test that runs over midnight would fail, and say why


def git(office: Project, *words: str) -> None:
    identity = ["-c", "user.name=Lan", "-c", "user.email=lan@example.org"]
    command = ["git", "-C", str(office.root), *identity, *words]
    subprocess.run(command, check=True, capture_output=True)


def commit(office: Project) -> None:
    git(office, "add", ".")
    git(office, "commit", "-q", "-m", "x")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "VSS", "BHXH Việt Nam"), "VSS: equivalent “BHXH Việt Nam”"),
        (
            ("set", "Health Insurances", "BHYT", "--note", "short", "--needs-review"),
            "health insurance: equivalent “bảo hiểm y tế” → “BHYT”; note “short”",
        ),
        (
            ("set", "SOCIAL INSURANCES", "BHXH"),
            "social insurance: equivalent “bảo hiểm xã hội” → “BHXH”; no longer approved",
        ),
        (
            ("approve", "health insurance", "bhtn", "--by", "TTB"),
            f"health insurance = bảo hiểm y tế: approved {TODAY} TTB; no longer flagged\n"
            f"unemployment insurance = bảo hiểm thất nghiệp: approved {TODAY} TTB",
        ),
        (
            ("unapprove", "social insurance"),
            "social insurance = bảo hiểm xã hội: no longer approved",
        ),
        (
            ("admit", "unemployment insurance", "bảo hiểm mất việc"),
            "unemployment insurance = bảo hiểm thất nghiệp: admitted “bảo hiểm mất việc”; "
            "no longer forbidden “bảo hiểm mất việc”",
        ),
        (
            ("deprecate", "bhtn", "BHTN"),
            "unemployment insurance = bảo hiểm thất nghiệp: no longer admitted “BHTN”; "
            "deprecated “BHTN”",
        ),
        (
            ("forbid", "social insurance", "bảo trợ"),
            "social insurance = bảo hiểm xã hội: forbidden “bảo trợ”",
        ),
        (
            ("unset", "social insurance"),
            "social insurance: equivalent “bảo hiểm xã hội” taken away; no longer approved",
        ),
        (("note", "VSS", "in titles"), "VSS: note “in titles”"),
        (
            ("define", "social insurance", "Sự bảo đảm  thu nhập."),
            "social insurance = bảo hiểm xã hội: definition “Sự bảo đảm thu nhập.”",
        ),
    ],
)
def test_an_edit_says_what_it_did_and_touches_nothing_else(
    run: Run, office: Project, words: tuple[str, ...], said: str
) -> None:
    path = office.catalog_path("vi")
    before = {e.key: e for e in office.catalog("vi").read().entries}
    blocks = path.read_bytes().split(b"\n\n")
    planned = run(*words, "--check")
    assert planned.exit_code == 1
    assert planned.output == "".join(f"would change {line}\n" for line in said.splitlines())
    assert path.read_bytes().split(b"\n\n") == blocks
    result = run(*words)
    assert (result.exit_code, result.output) == (0, f"{said}\n")
    touched = {line.partition(" = ")[0].partition(":")[0] for line in said.splitlines()}
    for old, new in zip(blocks[1:], path.read_bytes().split(b"\n\n")[1:], strict=True):
        name = old.split(b'msgid "')[1].split(b'"')[0].decode()
        assert (old != new) == (name in touched)
    after = {e.key: e for e in office.catalog("vi").read().entries}
    assert before.keys() == after.keys()
    again = run(*words, "--check")
    if "--needs-review" not in words:
        assert (again.exit_code, again.output.count("unchanged")) == (0, len(touched))


def test_what_is_written(run: Run, office: Project) -> None:
    run("set", "social insurance", "BHXH", "--note", "since 2024")
    run("approve", "social insurance", "--by", "Trần Thị B")
    text = office.catalog_path("vi").read_text(encoding="utf-8")
    assert (
        f"# status: approved {TODAY} Trần Thị B\n"
        "# was approved 2026-11-20 NVA: “bảo hiểm xã hội”\n"
        "# since 2024\n"
    ) in text
    assert 'msgid "social insurance"\nmsgstr "BHXH"\n' in text
    assert '"Last-Translator: Trần Thị B\\n"' in text
    assert f'"PO-Revision-Date: {TODAY[:4]}' in text


def test_a_dry_run_shows_the_difference_and_writes_nothing(run: Run, office: Project) -> None:
    path = office.catalog_path("vi")
    before = path.read_bytes()
    result = run("set", "VSS", "BHXH Việt Nam", "--dry-run")
    assert result.exit_code == 0
    assert '\n-msgstr ""\n+msgstr "BHXH Việt Nam"\n' in result.output
    assert result.output.endswith("would change VSS: equivalent “BHXH Việt Nam”\n")
    assert path.read_bytes() == before


def test_a_backup_is_the_old_file(run: Run, office: Project) -> None:
    path = office.catalog_path("vi")
    before = path.read_bytes()
    run("note", "VSS", "x", "--backup")
    assert path.with_name("glossary.po~").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("set", "insurance socal", "x"), 1, "Did you mean: social insurance"),
        (("set", "vss", " "), 2, "the equivalent is empty"),
        (("unset", "social insurance", "x"), 2, "“x” is no equivalent of “social insurance”"),
        (("approve", "social insurance", "zzz", "--by", "A"), 1, "there is no term “zzz”"),
        (("approve", "VSS", "--by", "A"), 2, "“VSS” has no equivalent to approve"),
        (("approve", "health insurance"), 2, "Give yours with --by NAME"),
        (("set", "unemployment insurance", "bảo hiểm mất việc"), 2, "is forbidden for"),
        (("note", "VSS", "x", "-l", "fr"), 1, "no catalog for “fr”"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    run: Run, office: Project, words: tuple[str, ...], code: int, said: str
) -> None:
    before = office.catalog_path("vi").read_bytes()
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert office.catalog_path("vi").read_bytes() == before


def test_an_ambiguous_term_lists_the_choices(run: Run, office: Project) -> None:
    run("set", "VSS", "bảo hiểm y tế")
    result = run("note", "bao hiem y te", "x")
    assert result.exit_code == 2
    assert "health insurance = bảo hiểm y tế; VSS = bảo hiểm y tế" in result.stderr


def test_the_settings_say_who_you_are(run: Run, office: Project) -> None:
    text = office.settings_path.read_text(encoding="utf-8")
    office.settings_path.write_text(text.replace("# user =", "user = NVA"), encoding="utf-8")
    assert f"approved {TODAY} NVA" in run("approve", "health insurance").output
    assert office.catalog("vi").read().header("Last-Translator") == "NVA"


def test_several_catalogs_need_a_language(run: Run, office: Project) -> None:
    run("init", "fr")
    result = run("set", "VSS", "x")
    assert result.exit_code == 2
    assert "there are several catalogs: fr, vi" in result.stderr
    assert run("set", "VSS", "SSV", "-l", "fr").exit_code == 0
    shutil.rmtree(office.locales / "fr")
    shutil.rmtree(office.locales / "vi")
    missing = run("set", "VSS", "x")
    assert missing.exit_code == 1
    assert "glossary init LANG" in missing.stderr


def test_git_can_take_back_only_what_it_has(
    run: Run, office: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.root)
    git(office, "init", "-q")
    assert "undo" not in run("note", "VSS", "not in git yet").stderr
    commit(office)
    before = office.catalog_path("vi").read_bytes()
    first = run("note", "VSS", "one")
    assert first.stderr == "undo: git restore locales/vi/LC_MESSAGES/glossary.po\n"
    assert "undo" not in run("note", "VSS", "two").stderr
    git(office, "restore", "locales/vi/LC_MESSAGES/glossary.po")
    assert office.catalog_path("vi").read_bytes() == before


def test_history_is_told_by_comments_and_by_git(run: Run, office: Project) -> None:
    alone = run("history", "bao hiem xa hoi", "--format", "tsv").output.splitlines()
    assert alone == ["date\twho\twhat\tversion", "2026-11-20\tNVA\tapproved “bảo hiểm xã hội”\t"]
    git(office, "init", "-q")
    commit(office)
    run("set", "VSS", "BHXH Việt Nam")
    commit(office)
    run("note", "VSS", "short form")
    rows = run("history", "vss", "--format", "tsv").output.splitlines()[1:]
    events = [row.split("\t") for row in rows]
    assert [event[1:3] for event in events] == [
        ["Lan", "new"],
        ["Lan", "equivalent “BHXH Việt Nam”"],
        ["", "not committed: note “short form”"],
    ]
    assert [len(event[3]) for event in events] == [40, 40, 0]
    assert "Lan" in run("history", "vss").output
    nothing = run("history", "health insurance", "--format", "json")
    assert '"what": "new; equivalent “bảo hiểm y tế”; flagged: needs review"' in nothing.output
