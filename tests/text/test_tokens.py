"""Tokens: words with their hyphens, numbers with their separators, possessives, punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.tokens import token_spans, tokens

# name, text, tokens between bars
TEXTS = [
    ("words", "Social insurance, too.", "Social|insurance|,|too|."),
    ("hyphens", "foreign-invested one-stop-shop", "foreign-invested|one-stop-shop"),
    ("other hyphens", "old‐age non‑cash", "old‐age|non‑cash"),
    ("a dash is none", "VSS - ISSA", "VSS|-|ISSA"),
    ("possessive", "Vietnam's VSS’s", "Vietnam|'s|VSS|’s"),
    ("possessive of a plural", "workers’ fund", "workers|’|fund"),
    ("apostrophe in a word", "don’t O'Brien", "don’t|O'Brien"),
    ("quoted", "the 'Bamboo' term", "the|'|Bamboo|'|term"),
    ("amounts", "14,000 and 39.05%", "14,000|and|39.05%"),
    ("date, ordinal", "20/01/2016 the 15th", "20/01/2016|the|15th"),
    ("a number that begins a word", "1990s 4.0x", "1990s|4|.|0x"),
    ("abbreviations", "U.S. or e.g. no", "U.S.|or|e.g.|no"),
    ("full stop", "It ended.", "It|ended|."),
    ("suspension points", "and so on...", "and|so|on|..."),
    ("brackets", "Association (ASSA)", "Association|(|ASSA|)"),
    ("Vietnamese", "Đào Việt Ánh, ở Huế", "Đào|Việt|Ánh|,|ở|Huế"),
    ("ampersand", "R&D Investment & Institute", "R|&|D|Investment|&|Institute"),
    ("emoji", "good 👍🏽!", "good|👍|🏽|!"),
    ("a break", "one\ntwo", "one|\n|two"),
    ("nothing", " \t ", ""),
]


@pytest.mark.parametrize(
    ("text", "marked"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_tokens(text: str, marked: str) -> None:
    expected = marked.split("|") if marked else []
    assert tokens(text) == expected
    assert [text[start:end] for start, end in token_spans(text)] == expected


# The reader refuses control characters; Python's split takes four of them for blanks.
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_tokens_lose_nothing_but_blanks(text: str) -> None:
    spans = token_spans(text)
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
    assert all(start < end for start, end in spans)
