"""Marking the terms of a text from the command line, in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]
Terminal = Callable[..., str]

TEXT = "Social and health insurance of VSS.\nUnemployment <b>insurance</b>.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_text_says_each_equivalent_behind_its_term(run: Run, letter: Path) -> None:
    result = run("annotate", str(letter))
    assert result.stdout == (
        "Social ‹bảo hiểm xã hội› and health insurance ‹bảo hiểm y tế› of VSS "
        "‹no equivalent yet›.\nUnemployment <b>insurance</b>.\n"
    )
    assert result.stderr == "3 terms in 3 places\n"


def test_a_text_of_the_other_language_is_told_by_itself(run: Run) -> None:
    result = run("annotate", "-", stdin="bảo hiểm mất việc và bảo hiểm y tế")
    assert result.stdout == (
        "bảo hiểm mất việc ‹not so: bảo hiểm thất nghiệp› và bảo hiểm y tế ‹health insurance›\n"
    )
    assert result.stderr == "2 terms in 2 places; 1 is wrong\n"


def test_the_language_can_be_said(run: Run) -> None:
    assert run("annotate", "-", "--in", "vi", stdin="BHTN").stdout == (
        "BHTN ‹unemployment insurance›\n"
    )
    assert run("annotate", "-", stdin="BHTN").stdout == "BHTN\n"
    wrong = run("annotate", "-", "--in", "fr", stdin="BHTN")
    assert wrong.exit_code == 3
    assert "There are: en, vi." in wrong.stderr


def test_tsv_tells_every_place(run: Run, letter: Path) -> None:
    head, *rows = run("annotate", str(letter), "--format", "tsv").stdout.splitlines()
    first = dict(zip(head.split("\t"), rows[0].split("\t"), strict=True))
    assert first == {
        "line": "1",
        "column": "1",
        "start": "0",
        "end": "27",
        "text": "Social … insurance",
        "source": "social insurance",
        "sense": "",
        "equivalent": "bảo hiểm xã hội",
        "standing": "",
        "expanded": "True",
    }
    assert [row.split("\t")[:4] for row in rows[1:]] == [
        ["1", "12", "11", "27"],
        ["1", "32", "31", "34"],
    ]


def test_json_has_offsets_into_the_file(run: Run, letter: Path) -> None:
    letter.write_text("\ufeff" + TEXT, encoding="utf-8")
    found = json.loads(run("annotate", str(letter), "--format", "json").stdout)
    assert found[0]["parts"] == [[0, 6], [18, 27]]
    assert [TEXT[start:end] for start, end in found[0]["parts"]] == ["Social", "insurance"]
    (vss,) = found[2]["designations"]
    assert (vss["source"], vss["status"]) == ("VSS", "untranslated")


def test_the_table_has_each_term_once(run: Run) -> None:
    text = "health insurance, health insurances, unemployment insurance"
    lines = run("annotate", "-", "--format", "table", stdin=text).stdout.splitlines()
    assert [line.split()[-1] for line in lines[2:]] == ["2", "1"]
    assert "bảo hiểm mất việc" in lines[3]


def test_the_prompt_says_what_to_use_what_never_and_what_stays(run: Run, office: Project) -> None:
    run("set", "VSS", "VSS")
    names = office.locales / "vi" / "names.txt"
    names.write_text("Dao Viet Anh = Đào Việt Ánh\n", encoding="utf-8")
    text = "Dao Viet Anh of VSS: unemployment insurance."
    assert run("annotate", "-", "--format", "prompt", stdin=text).stdout == (
        "Translate from English into Vietnamese. Use these equivalents:\n"
        "unemployment insurance = bảo hiểm thất nghiệp (never: bảo hiểm mất việc)\n"
        "\n"
        "Keep these as they are:\n"
        "VSS\n"
        "\n"
        "Spell these names so:\n"
        "Dao Viet Anh = Đào Việt Ánh\n"
    )
    assert run("annotate", "-", "--format", "prompt", stdin="nothing").stdout == ""


def test_the_page_cannot_be_broken_by_the_text(run: Run, tmp_path: Path) -> None:
    path, page = tmp_path / "<script>.txt", tmp_path / "page.html"
    path.write_text("<script>alert(1)</script> & health insurance", encoding="utf-8")
    result = run("annotate", str(path), "--format", "html", "-o", str(page))
    assert result.exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert '<mark tabindex="0">health insurance<span role="tooltip"><b>health insurance</b>' in text


def test_every_entry_of_a_po_file_is_marked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: vi\\n"\n\n'
        'msgid "Social insurance premiums rise."\nmsgstr "Bảo hiểm mất việc."\n\n'
        'msgid "nothing"\nmsgstr ""\n\n'
        'msgid "VSS and health insurance"\nmsgstr ""\n',
        encoding="utf-8",
    )
    found = run("annotate", str(path), "--format", "tsv").stdout.splitlines()[1:]
    assert [row.split("\t")[:6:5] for row in found] == [
        ["4", "social insurance"],
        ["10", "VSS"],
        ["10", "health insurance"],
    ]
    other = run("annotate", str(path), "--in", "vi", "--format", "tsv").stdout
    assert "forbidden" in other


def test_an_entry_of_the_glossary_is_not_marked_by_itself(run: Run, office: Project) -> None:
    path = office.catalog_path("vi")
    assert run("annotate", str(path), "--format", "tsv").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"a\n\xff", "a.txt:2: is not UTF-8"),
        ("a.po", b'msgid "x\n', "a.po:1:7: "),
        ("missing.txt", None, "missing.txt: cannot read the file: no such file or directory"),
    ],
)
def test_what_cannot_be_read_is_named(
    run: Run, tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = run("annotate", str(path))
    assert result.exit_code == 3
    assert message in result.stderr
    assert result.stdout == ""


def test_a_terminal_gets_colours_and_no_controls(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("health insurance \x1b[31m\u202e", encoding="utf-8")
    shown = terminal("annotate", str(path))
    assert shown.startswith("\x1b[36m\x1b[1mhealth insurance\x1b[0m\x1b[2m ‹bảo hiểm y tế›\x1b[0m")
    assert "\u202e" not in shown
    plain = terminal("annotate", str(path), NO_COLOR="1")
    assert "\x1b" not in plain
