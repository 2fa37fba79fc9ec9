"""The MO file beside a catalog."""

from __future__ import annotations

import gettext
from collections.abc import Callable

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]


def test_the_mo_stands_beside_the_po(run: Run, office: Project) -> None:
    path = office.catalog_path("vi").with_suffix(".mo")
    line = "locales/vi/LC_MESSAGES/glossary.mo: 2 entries\n"
    planned = run("compile", "--check")
    assert (planned.exit_code, planned.output) == (1, f"would write {line}")
    assert not path.exists()
    assert run("compile").output == f"wrote {line}"
    assert run("compile", "vi", "--check").output == f"unchanged {line}"
    with path.open("rb") as file:
        found = gettext.GNUTranslations(file)
    assert found.gettext("social insurance") == "bảo hiểm xã hội"
    assert found.gettext("health insurance") == "health insurance", "needs review"


@pytest.mark.parametrize("language", ["ko", "fr", "lo", "ja", "zh_Hans"])
def test_any_language_is_started_filled_and_compiled(
    run: Run, office: Project, language: str
) -> None:
    assert run("init", language).exit_code == 0
    assert run("set", "VSS", "X", "-l", language).exit_code == 0
    result = run("compile", language)
    assert (result.exit_code, result.output.count(": 1 entry")) == (0, 1)
    with office.catalog_path(language).with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("VSS") == "X"


def test_a_broken_catalog_stops_it_before_anything_is_written(run: Run, office: Project) -> None:
    run("init", "fr")
    office.catalog_path("vi").write_text('msgid "half\n', encoding="utf-8")
    result = run("compile")
    assert result.exit_code == 3
    assert f"{office.catalog_path('vi')}:1:" in result.stderr
    assert not office.catalog_path("fr").with_suffix(".mo").exists()
