from collections.abc import Callable

import pytest

from glossary.checks import Header, Issue, Lines, Severity
from glossary.model import Entry

Find = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("glossary: allow V003 spelt so on the seal", []),
        ("Glossary: Allow v003 spelt so on the seal", []),
        ("glossary: allow V001 spelt so on the seal", ["F007", "V003"]),
        ("glossary: allow V003", ["F008", "V003"]),
        ("glossary: allow V099 spelt so", ["F008", "V003"]),
        ("glossary: allow spelling", ["F008", "V003"]),
        ("glossary: ignore V003 spelt so", ["F008", "V003"]),
        ("In the glossary: hoà", ["V003"]),
    ],
)
def test_waivers(codes: Callable[..., list[str]], note: str, expected: list[str]) -> None:
    assert codes(Entry("peace", target="hoà bình", notes=(note,))) == expected


def test_an_unused_waiver_is_a_note(issues: Find) -> None:
    entry = Entry("peace", target="hòa bình", notes=("glossary: allow V003 so on the seal",))
    (issue,) = issues(entry)
    assert (issue.code, issue.severity) == ("F007", Severity.NOTE)
    assert issue.message == "nothing here is found by V003"


def test_a_waiver_in_either_entry_counts(codes: Callable[..., list[str]]) -> None:
    first, second = Entry("branch", target="ngành"), Entry("industry", target="ngành")
    waiver = ("glossary: allow T007 the articles mix them",)
    assert codes(first, second) == ["T007"]
    for notes in ((waiver, ()), ((), waiver)):
        pair = (
            Entry(entry.source, target=entry.target, notes=lines)
            for entry, lines in zip((first, second), notes, strict=True)
        )
        assert codes(*pair) == []


def test_a_waiver_in_the_header_is_for_the_header(issues: Find) -> None:
    fields = {"language": "vi", "content-type": "text/plain; charset=UTF-8"}
    waiver = "glossary: allow F003 no program reads the plural"
    header = Header(fields, is_fuzzy=False, notes=(waiver,), lines=Lines(1, ""))
    assert issues(header=header) == []
