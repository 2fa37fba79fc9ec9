"""The rules that we give OmegaT, worked as OmegaT 3.6 works them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.formats.omegat_project import (
    Rule,
    is_project,
    languages_of,
    render_conf,
    render_project,
    render_srx,
    rules,
)


def places(line: str, rule: Rule) -> set[int]:
    """Where a rule applies: a match of `after` begins where one of `before` ends."""
    starts = {found.start() for found in re.finditer(rule.after, line, re.ASCII)}
    return {found.end() for found in re.finditer(rule.before, line, re.ASCII)} & starts


def divided(line: str, found: list[Rule]) -> set[int]:
    """Where OmegaT breaks a line; an earlier rule goes before a later one."""
    breaks: set[int] = set()
    for rule in reversed(found):
        breaks = breaks | places(line, rule) if rule.is_break else breaks - places(line, rule)
    return breaks


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("One. Two! Three?", [4, 9]),
        ("Mr. A came.", []),
        ("In Vietnam.The law.", [11]),
        ("“Yes.” – he said. Then.", [17]),
        ("“Yes.” Then (no.) end.", [6]),
        ("A\\E (b) [c]. $d^ {e}. |f*", [12]),
        ("Vâng… Đúng.", [5]),
        ("one.\u00a0Two. Three", [10]),
        ("", []),
    ],
)
def test_a_line_is_divided_where_we_say(line: str, ends: list[int]) -> None:
    assert divided(line, rules([(line, ends)])) == set(ends)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from([".", "!", "?”", ".)", "", ",", "...", "\\", ")*", " No."]), max_size=8
    ),
    st.data(),
)
def test_any_division_can_be_said(marks: list[str], data: st.DataObject) -> None:
    words = [f"w{number}{mark}" for number, mark in enumerate(marks)]
    line = " ".join(words)
    possible = [len(" ".join(words[: at + 1])) for at in range(len(words) - 1)]
    chosen = data.draw(st.sets(st.sampled_from(possible)) if possible else st.just(set()))
    assert divided(line, rules([(line, chosen)])) == set(chosen)


def test_rules_of_one_line_do_no_harm_to_another() -> None:
    lines = [("Mr. A came. He sat.", [11]), ("See Mr. B now. Go.", [14]), ("A mr. C. D.", [8])]
    found = rules(lines)
    assert [divided(line, found) for line, _ends in lines] == [{11}, {14}, {8}]


def test_both_files_say_the_same() -> None:
    found = [Rule("a<\\&", "\\s"), Rule("b", "c", is_break=False)]
    srx = ElementTree.fromstring(render_srx(found))
    assert [
        (one.get("break"), *(part.text for part in one))
        for one in srx.iter("{http://www.lisa.org/srx20}rule")
    ] == [("yes", "a<\\&", "\\s"), ("no", "b", "c")]
    bean = ElementTree.fromstring(render_conf(found))
    assert [one.text for one in bean.iter("boolean")] == ["true", "false"]
    assert [one.text for one in bean.iter("string")][2:6] == ["a<\\&", "\\s", "b", "c"]


@pytest.mark.parametrize(
    ("data", "tags"),
    [
        (render_project("en-GB", "vi"), ("en-GB", "vi")),
        (
            b"<omegat><source_lang> EN </source_lang>\n<target_lang>vi-vn</target_lang>",
            ("en", "vi-VN"),
        ),
        (b"\xff nonsense", ("", "")),
    ],
)
def test_languages(data: bytes, tags: tuple[str, str]) -> None:
    assert languages_of(data) == tags


def test_a_folder_is_a_project_by_its_file(tmp_path: Path) -> None:
    assert not is_project(tmp_path)
    (tmp_path / "omegat.project").write_bytes(render_project("en", "vi"))
    assert is_project(tmp_path)
