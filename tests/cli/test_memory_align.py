"""``glossary memory align``: two texts become a PO file that a person looks through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.catalog.bitext import BitextFile
from glossary.cli import cli
from glossary.project import Project

Run = Callable[..., Result]

ENGLISH = """\
Pensions rise
01/07/2024

The pension rose by 15%. It is paid to 3,300,000 persons.
The fund of social insurance pays 240,909 billion VND.
Nobody translated this.
"""
VIETNAMESE = """\
Lương hưu tăng
01/07/2024

Quỹ bảo hiểm xã hội chi 240.909 tỷ đồng.
Lương hưu tăng 15%. Số người hưởng là 3.300.000 người.
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    source, target = tmp_path / "2024-07-01.en.txt", tmp_path / "2024-07-01.vi.txt"
    source.write_text(ENGLISH, encoding="utf-8")
    target.write_text(VIETNAMESE, encoding="utf-8")
    return str(source), str(target)


def test_a_bitext_is_written_for_review(
    run: Run, office: Project, texts: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "out.po"
    result = run("memory", "align", *texts, "-o", str(path))
    assert result.exit_code == 0, result.output
    bitext = BitextFile(path).read()
    assert bitext.article == "2024-07-01.en.txt"
    targets = {one.source: one.target for one in bitext.segments}
    assert targets["The pension rose by 15%."] == "Lương hưu tăng 15%."
    assert targets["It is paid to 3,300,000 persons."] == "Số người hưởng là 3.300.000 người."
    assert targets["The fund of social insurance pays 240,909 billion VND."].startswith("Quỹ")
    assert targets["Nobody translated this."] == ""
    assert "alone: 1 in the source, 0 in the translation" in result.stderr
    found = run("memory", "import", str(path))
    assert found.exit_code == 0, found.output
    shown = run("memory", "lookup", "The pension rose by 15%.")
    assert "Lương hưu tăng 15%." in shown.stdout


def test_work_is_never_overwritten(run: Run, texts: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "out.po"
    path.write_text("work", encoding="utf-8")
    result = run("memory", "align", *texts, "-o", str(path))
    assert result.exit_code == 2
    assert path.read_text(encoding="utf-8") == "work"


def test_it_can_be_tried_and_piped(texts: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "out.po"
    words = ["memory", "align", *texts, "-l", "vi", "-o"]
    assert CliRunner().invoke(cli, [*words, str(path), "--check"]).exit_code == 1
    assert CliRunner().invoke(cli, [*words, str(path), "--dry-run"]).exit_code == 0
    assert not path.exists()
    assert 'msgstr "Lương hưu tăng 15%."' in CliRunner().invoke(cli, [*words, "-"]).stdout


def test_a_file_that_cannot_be_read_is_named(texts: tuple[str, str], tmp_path: Path) -> None:
    words = ["memory", "align", texts[0], str(tmp_path / "none.txt"), "-o", "-", "-l", "vi"]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 3
    assert "none.txt" in result.stderr
