"""Boilerplate: display lines that several articles share, each owned by the first of them."""

from __future__ import annotations

import pytest

from glossary.text.articles import parse_article
from glossary.text.boilerplate import boilerplate, list_lines

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


# name, the lines of an article, the numbers of those in lists of labels
LISTS = [
    ("a menu", ["A", "He paid.", "Sickness", "Old age", "Medical (Health Insurance)"], {3, 4, 5}),
    ("blanks between", ["A", "He paid.", "Sickness", "", "Old age", "", "Maternity"], {3, 5, 7}),
    ("two headings", ["A", "He paid.", "Overview", "New rules", "She paid."], set()),
    ("hard line ends", ["A", "The fund", "pays the", "Owner and", "the State", "a fee."], set()),
    ("long lines", ["A", *["One two three four five six seven eight nine"] * 3], set()),
    ("a title and a date", ["A", "01/02/2020", "Fees", "Taxes"], set()),
    ("bullets", ["A", "- Fees", "- Taxes", "- Duties"], set()),
    ("a table", ["A", "Indicator 2021 2022", "Fees 1,845 1,992", "Taxes (bil. kip) 10 12"], set()),
]


@pytest.mark.parametrize(("lines", "expected"), [r[1:] for r in LISTS], ids=[r[0] for r in LISTS])
def test_list_lines(lines: list[str], expected: set[int]) -> None:
    found = list_lines(parse_article("\n".join(lines), "a.txt"))
    assert found == {lines[number - 1] for number in expected}
