import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]

HEADER = """\
msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
FAULTY = HEADER + '# status: draft\nmsgid "peace"\nmsgstr "hoà bình"\n'


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.po"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_open_terms_are_no_fault(run: Run) -> None:
    # The catalog of `office` has two open terms.
    result = run("check", "--format", "tsv")
    assert result.exit_code == 0
    assert [line.split("\t")[3] for line in result.stdout.splitlines()] == ["code", "T001", "T001"]
    assert result.stderr == "1 file checked: 2 notes\n"
    assert run("check", "--severity", "warning").stdout == ""


def test_a_warning_ends_with_1(run: Run, faulty: Path) -> None:
    result = run("check", str(faulty))
    assert result.exit_code == 1
    assert "V003" in result.stdout
    assert result.stderr == "1 file checked: 1 warning\n"
    assert run("check", str(faulty), "--severity", "error").exit_code == 1


def test_gcc(run: Run, faulty: Path) -> None:
    line = run("check", str(faulty), "--format", "gcc").stdout
    assert line == (
        f"{faulty}:9: warning: peace: “hoà” is “hòa” in this project (tone_style = hòa) [V003]\n"
    )


def test_json(run: Run, faulty: Path) -> None:
    (facts,) = json.loads(run("check", str(faulty), "--format", "json").stdout)
    assert facts == {
        "file": str(faulty),
        "line": 9,
        "severity": "warning",
        "code": "V003",
        "term": "peace",
        "sense": "",
        "part": "msgstr",
        "text": "hoà bình",
        "message": "“hoà” is “hòa” in this project (tone_style = hòa)",
        "fix": "hòa bình",
        "column": 0,
    }


def test_sarif(run: Run, faulty: Path) -> None:
    log = json.loads(run("check", str(faulty), "--format", "sarif").stdout)
    (part,) = log["runs"]
    (result,) = part["results"]
    assert log["version"] == "2.1.0"
    assert (result["ruleId"], result["level"]) == ("V003", "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 9}
    rules = {
        rule["id"]: rule["shortDescription"]["text"] for rule in part["tool"]["driver"]["rules"]
    }
    assert rules["V003"] == "A tone mark is set in the style that the project did not choose"


def test_dry_run_shows_the_difference(run: Run, faulty: Path) -> None:
    result = run("check", str(faulty), "--fix", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-2:] == ['-msgstr "hoà bình"', '+msgstr "hòa bình"']
    assert faulty.read_text(encoding="utf-8") == FAULTY


def test_fix_writes_and_tells(run: Run, faulty: Path) -> None:
    result = run("check", str(faulty), "--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"wrote {faulty}: 1 repaired\n1 file checked: nothing found\n"
    assert faulty.read_text(encoding="utf-8") == FAULTY.replace("hoà", "hòa")


def test_waived_findings_are_counted(run: Run, faulty: Path) -> None:
    text = FAULTY.replace('msgid "peace"', '# glossary: allow V003 on the seal\nmsgid "peace"')
    faulty.write_text(text, encoding="utf-8")
    result = run("check", str(faulty))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file checked: 1 waived\n"


def test_the_checks_are_listed(run: Run) -> None:
    lines = run("check", "--list", "--format", "tsv").stdout.splitlines()
    assert lines[0] == "code\tseverity\ttitle"
    assert "V002\twarning\tA tone mark stands on the wrong vowel" in lines


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "-l", "fr"), 1),
        (("check", "none.po"), 3),
        (("check", "--severity", "loud"), 2),
    ],
)
def test_what_cannot_be_checked(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run(*words).exit_code == code


def test_no_catalog_yet(run: Run, office: Project) -> None:
    office.catalog_path("vi").unlink()
    result = run("check")
    assert result.exit_code == 0
    assert "glossary init LANG" in result.stderr
