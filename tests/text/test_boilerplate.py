"""Boilerplate: display lines that several articles share, each owned by the first of them."""

from __future__ import annotations

import pytest

from glossary.text.articles import parse_article
from glossary.text.boilerplate import boilerplate

# name, contents of a.txt, b.txt and so on, the repeated lines with their owners
CORPORA = [
    ("a footer", ["A\nHe paid.\nContact", "B\nShe paid.\nContact"], {"Contact": "a.txt"}),
    ("blanks around it", ["A\n Contact ", "B\nContact\t"], {"Contact": "a.txt"}),
    ("first in the second", ["A", "B\nHelp", "C\nHelp"], {"Help": "b.txt"}),
    ("twice in one article", ["A\nHelp\nHelp", "B\nMenu"], {}),
    ("a sentence is none", ["A\nAll rights are reserved.", "B\nAll rights are reserved."], {}),
    ("equal titles are none", ["News\nContact", "News\nContact"], {"Contact": "a.txt"}),
    ("equal dates are none", ["A\n01/02/2020", "B\n01/02/2020"], {}),
    ("sources", ["A\n(Source: VSS)", "B\n(Source: VSS)"], {"(Source: VSS)": "a.txt"}),
    ("one article", ["A\nContact"], {}),
    ("none", [], {}),
]


@pytest.mark.parametrize(
    ("contents", "expected"), [row[1:] for row in CORPORA], ids=[row[0] for row in CORPORA]
)
def test_boilerplate(contents: list[str], expected: dict[str, str]) -> None:
    read = [
        parse_article(content, f"{name}.txt")
        for name, content in zip("abc", contents, strict=False)
    ]
    assert boilerplate(read) == expected
