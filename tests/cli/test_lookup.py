import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import Project

Run = Callable[..., Result]
Terminal = Callable[..., str]

CARD = """\
unemployment insurance
  vi          bảo hiểm thất nghiệp (draft)
  admitted    BHTN
  forbidden   bảo hiểm mất việc
              noun · unemployment · 35 in 2 articles (2018, 2020)
  definition  Insurance against loss of work.
  2020-05-23  “The unemployment insurance fund is managed by the State.”
"""


@pytest.mark.parametrize(
    "words",
    [
        ("unemployment insurance",),
        ("unemployment", "insurance"),
        ("bao", "hiem", "that", "nghiep"),
        ("Bảo hiểm thất nghiệp",),
        ("bhtn",),
        ("unemployment insurances",),
        ("bao hiem mat viec",),
    ],
)
def test_a_card_is_found_by_every_designation(run: Run, words: tuple[str, ...]) -> None:
    result = run("lookup", *words)
    assert result.output == CARD
    assert result.exit_code == 0


def test_an_acronym_names_its_long_form(run: Run) -> None:
    assert "Abbreviation of Vietnam Social Security" in run("lookup", "vss").output


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("bhyt",), "health insurance = bảo hiểm y tế (draft, needs review)\n"),
        (("vss",), "VSS = — (untranslated)\n"),
        (("social", "insurance"), "social insurance = bảo hiểm xã hội (approved)\n"),
        (
            ("bhyt", "vss"),
            "health insurance = bảo hiểm y tế (draft, needs review)\nVSS = — (untranslated)\n",
        ),
    ],
)
def test_short(run: Run, words: tuple[str, ...], line: str) -> None:
    assert run("lookup", "--short", *words).output == line


def test_lines_of_standard_input_are_queries(run: Run) -> None:
    result = run("lookup", "--short", "-", stdin="\ufeffbhtn\n\n  social insurance\r\n")
    assert result.stdout.splitlines() == [
        "unemployment insurance = bảo hiểm thất nghiệp (draft)",
        "social insurance = bảo hiểm xã hội (approved)",
    ]


def test_standard_input_in_another_encoding_is_refused(run: Run) -> None:
    result = run("lookup", "-", stdin="a\nbảo".encode("utf-16"))
    assert result.exit_code == 3
    assert result.stderr.startswith("glossary: standard input:1: is not UTF-8")


def test_what_is_not_found_gets_the_nearest_and_1(run: Run) -> None:
    result = run("lookup", "insurence")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "glossary: nothing found for “insurence”; nearest: "
        "health insurance, social insurance, unemployment insurance\n"
    )


def test_one_of_two_is_found(run: Run) -> None:
    result = run("lookup", "--short", "bhyt", "qqqqq")
    assert result.exit_code == 1
    assert result.stdout == "health insurance = bảo hiểm y tế (draft, needs review)\n"
    assert result.stderr == "glossary: nothing found for “qqqqq”\n"


def test_tsv(run: Run) -> None:
    head, row = run("lookup", "--format", "tsv", "bhtn").output.splitlines()
    assert dict(zip(head.split("\t"), row.split("\t"), strict=True)) == {
        "source": "unemployment insurance",
        "sense": "",
        "language": "vi",
        "equivalent": "bảo hiểm thất nghiệp",
        "status": "draft",
        "needs_review": "False",
        "admitted": "BHTN",
        "deprecated": "",
        "forbidden": "bảo hiểm mất việc",
        "field": "unemployment",
    }


def test_json(run: Run) -> None:
    (found,) = json.loads(run("lookup", "--format", "json", "bhtn").output)
    assert found["evidence"] == [
        {"date": "2020-05-23", "text": "The unemployment insurance fund is managed by the State."}
    ]
    assert found["matched"] == "BHTN"
    assert found["closeness"] == "exact"
    assert json.loads(run("lookup", "--format", "json", "qqqqq").stdout) == []


def test_a_language_without_a_catalog(run: Run) -> None:
    result = run("lookup", "-l", "fr", "law")
    assert result.exit_code == 1
    assert "Start it with: glossary init fr" in result.stderr


def test_the_template_serves_until_there_is_a_catalog(run: Run, office: Project) -> None:
    office.catalog_path("vi").unlink()
    assert run("lookup", "--short", "vss").output == "VSS = — (untranslated)\n"
    office.template.unlink()
    result = run("lookup", "vss")
    assert result.exit_code == 3
    assert "Write it with: glossary extract" in result.stderr


def test_a_broken_catalog_is_named_with_its_line(run: Run, office: Project) -> None:
    path = office.catalog_path("vi")
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "half\n', encoding="utf-8")
    line = len(path.read_text(encoding="utf-8").splitlines())
    result = run("lookup", "bhtn")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"glossary: {path}:{line}:")


def test_a_terminal_gets_wrapped_and_bold_text(terminal: Terminal) -> None:
    shown = terminal("lookup", "bhtn", columns=50)
    assert shown.startswith("\x1b[1munemployment insurance\x1b[0m\n")
    plain = terminal("lookup", "bhtn", columns=50, NO_COLOR="1").splitlines()
    assert plain[0] == "unemployment insurance"
    assert max(map(len, plain)) <= 50
    assert plain[-2:] == [
        "  2020-05-23  “The unemployment insurance fund is",
        "              managed by the State.”",
    ]


def test_a_catalog_cannot_steer_the_terminal(terminal: Terminal, office: Project) -> None:
    with office.catalog("vi").editing() as catalog:
        entry = catalog.get("VSS")
        assert entry
        catalog.put(replace(entry, target="BHXH\u202e \x1b[31mVN", notes=("\x9b2J",)))
    shown = terminal("lookup", "vss", NO_COLOR="1")
    assert "BHXH [31mVN" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("baor", "hieemr", "y", "tees"), "health insurance = bảo hiểm y tế (draft, needs review)"),
        (("that nghiep bao hiem",), "unemployment insurance = bảo hiểm thất nghiệp (draft)"),
        (("social insurrance",), "social insurance = bảo hiểm xã hội (approved)"),
        (("loss of work",), "unemployment insurance = bảo hiểm thất nghiệp (draft)"),
    ],
)
def test_a_slip_is_forgiven(run: Run, words: tuple[str, ...], line: str) -> None:
    result = run("lookup", "--short", *words)
    assert result.stdout == f"{line}\n"
    assert result.exit_code == 0


def test_what_only_holds_the_query_is_listed_and_said(run: Run) -> None:
    result = run("lookup", "--short", "insurance")
    assert result.stdout.splitlines() == [
        "health insurance = bảo hiểm y tế (draft, needs review)",
        "social insurance = bảo hiểm xã hội (approved)",
        "unemployment insurance = bảo hiểm thất nghiệp (draft)",
    ]
    assert result.stderr == "nothing is called “insurance”; 3 terms hold it:\n"
    assert run("--quiet", "lookup", "insurance").stderr == ""


def test_outside_of_a_project_the_shipped_glossary_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    result = CliRunner().invoke(cli, ["lookup", "--short", "bhtn"])
    assert result.stdout.startswith("unemployment insurance = bảo hiểm thất nghiệp")
    assert result.stderr == "no project here: the glossary that came with the program answers\n"
    assert list((tmp_path / "cache" / "glossary").glob("*/lookup-vi.db"))
