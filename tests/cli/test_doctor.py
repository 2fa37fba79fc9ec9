import json
from collections.abc import Callable
from importlib.metadata import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import SETTINGS, Project
from glossary.project.diagnosis import EXTRAS

Run = Callable[..., Result]


def rows(result: Result) -> dict[tuple[str, str], tuple[str, str]]:
    found = json.loads(result.stdout)
    return {(row["part"], row["item"]): (row["value"], row["remark"]) for row in found}


def test_every_setting_is_shown_with_its_origin(run: Run, office: Project) -> None:
    text = "[project]\nlanguages = vi, fr\n[extraction]\nthreshold = 0.5\n"
    office.settings_path.write_text(text, encoding="utf-8")
    found = rows(run("doctor", "--format", "json"))
    assert {item for part, item in found if part == "settings"} == {s.key for s in SETTINGS}
    assert found["settings", "languages"] == ("vi, fr", "locales/glossary.ini:2")
    assert found["settings", "threshold"] == ("0.5", "locales/glossary.ini:4")
    assert found["settings", "tagger"] == ("textblob", "default")


def test_files_and_their_health(run: Run, office: Project) -> None:
    (office.root / "seeds" / "a.txt").write_text("x", encoding="utf-8")
    office.settings_path.write_text("[project]\nlanguages = vi, fr\n", encoding="utf-8")
    result = run("doctor", "--format", "json")
    found = rows(result)
    assert found["files", "articles"] == ("1", "seeds")
    assert found["files", "template"] == ("5 entries", "locales/glossary.pot")
    assert found["files", "catalog vi"][0] == "2 usable, 1 to review, 2 open"
    assert found["files", "catalog fr"] == ("missing", "start it with: glossary init fr")
    assert found["files", "decisions"][0] == "none"
    assert result.exit_code == 0


@pytest.mark.parametrize("name", ["vi/LC_MESSAGES/glossary.po", "glossary.pot", "decisions.txt"])
def test_a_broken_file_is_a_fault(run: Run, office: Project, name: str) -> None:
    (office.root / "seeds" / "a.txt").write_text("x", encoding="utf-8")
    assert run("doctor").exit_code == 0
    (office.locales / name).write_text('msgid "half\n', encoding="utf-8")
    result = run("doctor", "--format", "json")
    assert result.exit_code == 1
    (fault,) = [remark for value, remark in rows(result).values() if value == "unusable"]
    assert f"{name}:1:" in fault


def test_no_articles_is_a_fault(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 1
    assert "the folder holds no articles" in result.output


def test_outside_a_project_the_installation_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 3
    assert "polib" in result.stdout
    assert "no project here" in result.stderr


def test_every_extra_is_explained() -> None:
    assert set(metadata("glossary").get_all("Provides-Extra") or []) == set(EXTRAS)
