"""Coordinations: what each implies, what must be attested, and what stays whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.extraction.codes import codes
from glossary.extraction.coordination import coordinations
from glossary.extraction.extractor import Extraction
from glossary.text.analysis import Passage, passages
from glossary.text.articles import read_article
from glossary.text.tagging import tagger

# name, sentence, implied for sure, implied if attested
EXPANDED = [
    ("two", "leaflets on social and health insurance", ["social insurance"], []),
    ("three", "It covers social, unemployment and health insurance.",
     ["social insurance", "unemployment insurance"], []),
    ("comma before and", "It covers social, health, and unemployment insurance.",
     ["health insurance", "social insurance"], []),
    ("or", "direct or indirect taxes", ["direct taxes"], []),
    ("a tail", "leaflets on social and health insurance policies for firms",
     ["social insurance", "social insurance policies"], []),
    ("a long tail", "personal and corporate income tax returns",
     ["personal income", "personal income tax", "personal income tax returns"], []),
    ("participle last", "natural and planted forests", ["natural forests"], []),
    ("without and", "short clips about social, unemployment, health insurance on the portal",
     [], ["social insurance", "unemployment insurance"]),
    ("two without and", "the management of social, unemployment insurance",
     [], ["social insurance"]),
    ("nouns", "every village, hamlet and residential quarter",
     [], ["hamlet quarter", "village quarter"]),
    ("a noun before an adjective", "in healthcare, social and unemployment insurance",
     ["social insurance"], ["healthcare insurance"]),
    ("a shared tail", "agents collecting social insurance and health insurance premiums",
     ["social insurance premiums"], ["insurance insurance", "insurance insurance premiums"]),
]  # fmt: skip


def _implied(sentence: Passage, *, sure: bool) -> list[str]:
    return sorted(
        " ".join(implied.words)
        for found in coordinations(sentence, codes(sentence))
        for implied in found.implied
        if implied.is_sure is sure
    )


@pytest.mark.parametrize(
    ("text", "sure", "unsure"), [row[1:] for row in EXPANDED], ids=[row[0] for row in EXPANDED]
)
def test_expanded(
    analyse: Callable[[str], Passage], text: str, sure: list[str], unsure: list[str]
) -> None:
    sentence = analyse(text)
    assert _implied(sentence, sure=True) == sure
    assert _implied(sentence, sure=False) == unsure


def test_a_tail_has_at_most_three_words(analyse: Callable[[str], Passage]) -> None:
    sentence = analyse("personal and corporate income tax return form deadline")
    assert max(_implied(sentence, sure=True), key=len) == "personal income tax return form"


WHOLE = [
    "the Law on Social and Health Insurance",
    "policies and laws of the Party and State",
    "Work Injury and Occupational Disease",
    "the Ministry of Information and Communications",
    "doctors and nurses",
    "ministries, departments and branches of the State",
    "social insurance",
]


@pytest.mark.parametrize("text", WHOLE)
def test_whole(analyse: Callable[[str], Passage], text: str) -> None:
    sentence = analyse(text)
    assert _implied(sentence, sure=True) == []


def test_each_place_is_that_of_its_modifier(analyse: Callable[[str], Passage]) -> None:
    sentence = analyse("It covers social, unemployment and health insurance.")
    (found,) = coordinations(sentence, codes(sentence))
    assert sentence.slice(found.first, found.last) == "social, unemployment and health insurance"
    assert [sentence.words[implied.first] for implied in found.implied] == [
        "social",
        "unemployment",
    ]
    assert all(implied.closes for implied in found.implied)


INSURANCE = ("social", "unemployment", "health", "healthcare")


def test_the_owners_articles_have_about_42_coordinations(seeds: list[Path]) -> None:
    """41 and the one in "Law on Social and Health Insurance", which is a name and stays whole."""
    texts = Counter(
        passage.slice(found.first, found.last).lower()
        for path in seeds
        for passage in passages(read_article(path).lines, tagger())
        for found in coordinations(passage, codes(passage))
    )
    shared_heads = {
        text: count
        for text, count in texts.items()
        if text.startswith(INSURANCE) and text.count("insurance") == 1
    }
    assert sum(shared_heads.values()) == 41
    by_list = {
        parts: sum(count for text, count in shared_heads.items() if text.startswith(parts))
        for parts in (
            "social, unemployment and health insurance",
            "social and health insurance",
            "social, health and unemployment insurance",
        )
    }
    assert list(by_list.values()) == [23, 7, 4]  # 8 with the law's name


# Counted in running prose with what coordinations imply (127, 58 and 35), less what is counted
# otherwise here: the Law on Social and Health Insurance is not expanded (1 social insurance), and
# the footer "Medical (Health Insurance)" of four articles is counted once (3 health insurance).
COUNTS = [
    ("social insurance", 127 - 1),
    ("health insurance", 58 - 3),
    ("unemployment insurance", 35),
]


@pytest.mark.parametrize(("designation", "expected"), COUNTS)
def test_expanded_counts_of_the_owners_articles(
    seeds_extraction: Extraction, designation: str, expected: int
) -> None:
    (term,) = [term for term in seeds_extraction.terms if term.designation == designation]
    assert term.frequency == expected


def test_a_modifier_alone_never_becomes_a_term_through_a_list(
    extract_texts: Callable[..., Extraction],
) -> None:
    found = extract_texts({"a.txt": "It pays social, unemployment and health insurance.\n" * 4})
    judged = {judgement.candidate.designation for judgement in found.judgements}
    assert {"social insurance", "unemployment insurance", "health insurance"} <= judged
    assert not {"social", "unemployment"} & judged
