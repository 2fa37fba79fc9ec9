"""Names that go beyond a noun phrase: small words, lists, standing in brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from glossary.extraction.codes import codes
from glossary.extraction.names import MAX_AGREEMENT, name_spans
from glossary.text.analysis import Passage

# name, sentence, its names of several parts
NAMES = [
    ("of", "the Ministry of Finance pays", ["Ministry of Finance"]),
    ("of … and", "the Ministry of Planning and Investment pays",
     ["Ministry of Planning and Investment"]),
    ("for", "the Institute for Forest Research", ["Institute for Forest Research"]),
    ("of the", "the Government of the Republic of Korea",
     ["Government of the Republic of Korea", "Republic of Korea"]),
    ("law", "the Law on Forestry", ["Law on Forestry"]),
    ("law with its standing", "the Law on Tax Administration (amended) holds",
     ["Law on Tax Administration", "Law on Tax Administration (amended)"]),
    ("other brackets", "the Law on Forestry (LF)", ["Law on Forestry"]),
    ("agreement", "the Agreement between Vietnam and Japan on taxes",
     ["Agreement between Vietnam", "Agreement between Vietnam and Japan on taxes"]),
    ("a joint body", "the Foreign and Commonwealth Office", ["Foreign and Commonwealth Office"]),
    ("ampersand", "the Pacific Pension & Investment Institute",
     ["Pacific Pension & Investment Institute"]),
    ("two bodies", "the Tax Department and Customs Office", []),
    ("a list that is one body", "the Collection, Books and Card Management Board",
     ["Books and Card Management Board", "Collection, Books and Card Management Board"]),
    ("a list of bodies", "the Tax Office, Health Department and Forest Board", []),
    ("none", "the new tax of the year", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES]
)
def test_names(analyse: Callable[[str], Passage], text: str, expected: list[str]) -> None:
    sentence = analyse(text)
    spans = name_spans(sentence.words, codes(sentence))
    assert sorted(sentence.slice(*span) for span in spans) == sorted(expected)


def test_no_name_is_endless() -> None:
    for parts, expected in [(17, True), (18, False)]:
        words = ["Agreement", "between", "Tax", *["of", "Tax"] * parts, "and", "Fee"]
        letters = "PiP" + "oP" * parts + "cP"
        whole = (0, len(words))
        assert (len(words) <= MAX_AGREEMENT) is expected
        assert (whole in name_spans(words, letters)) is expected
