"""Candidates: codes of tokens, and which spans of them may be terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from glossary.extraction.candidates import Span, noun_phrases
from glossary.extraction.codes import codes
from glossary.extraction.tallies import packed
from glossary.text.analysis import Passage, Sentence
from glossary.text.articles import LineKind
from glossary.text.tokens import BREAK

OPENING, CLOSING = packed(opening=1), packed(closing=1)


def _tagged(text: str) -> Passage:
    """A sentence of words with their tags: ``social/JJ insurance/NN``."""
    pairs = [item.rsplit("/", 1) for item in text.split()]
    words = [*(word for word, _ in pairs), BREAK]
    sentence = Sentence(1, LineKind.PARAGRAPH, " ".join(words), 0, 0, len(pairs))
    tagged = [*((word, tag) for word, tag in pairs), (BREAK, BREAK)]
    return Passage(sentence.text, [sentence], words, [word.lower() for word in words], tagged)


def _spans(
    passage: Passage, names: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, Span]]:
    """Every span of a passage: its first token, its last, what it is."""
    for start, spans in noun_phrases(passage, codes(passage), names=names):
        for span in spans:
            yield start + span.first, start + span.last, span


# name, tagged sentence, codes
CODES = [
    ("phrase", "voluntary/JJ social/JJ insurance/NN", "AAN"),
    ("of and on", "law/NN of/IN the/DT State/NN on/IN tax/NN", "NodPiN"),
    ("other prepositions", "tax/NN with/IN fees/NNS to/TO pay/VB", "NXNXV"),
    ("a capital in a sentence", "the/DT Tax/NN Office/NN opens/VBZ", "dPPV"),
    ("a capital that begins it", "Taxes/NNS rise/VBP", "NV"),
    ("an acronym that begins it", "VAT/NN rises/VBZ", "PV"),
    ("participle before a noun", "an/DT assigned/VBN task/NN", "dEN"),
    ("verb behind a noun", "the/DT office/NN collected/VBD taxes/NNS", "dNVN"),
    ("passive", "it/PRP is/VBZ not/RB collected/VBN", "XXRV"),
    ("gerund behind a plural", "agents/NNS collecting/VBG premiums/NNS", "NVN"),
    ("gerund behind a singular", "skills/NN training/VBG courses/NNS", "NGN"),
    ("verb behind an article", "the/DT left/JJ rein/VB of/IN it/PRP", "dANoX"),
    ("verb behind a relative", "that/WDT assign/VBP tasks/NNS", "dVN"),
    ("preposition before a noun", "the/DT inside/IN leg/NN", "dAN"),
    ("preposition before an article", "inside/IN the/DT ring/NN", "idN"),
    ("measure", "a/DT 20-meter/CD circle/NN", "dAN"),
    ("possessive", "province/NN 's/POS budget/NN ’s/NN", "NsNs"),
    ("list", "fees/NNS ,/, taxes/NNS and/CC rents/NNS", "N,NcN"),
    ("months, days, titles", "On/IN Monday/NNP March/NNP Mr/NNP", "iXXX"),
    ("numbers and marks", "39.05%/CD -/: (/( 2024/CD", "XXXX"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in CODES], ids=[row[0] for row in CODES]
)
def test_codes(text: str, expected: str) -> None:
    assert codes(_tagged(text)) == f"{expected}X"


def test_barred_tokens_belong_to_no_candidate() -> None:
    sentence = _tagged("Decree/NN 72/2015/ND-CP/NN on/IN tax/NN by/IN Le/NNP Van/NNP An/NNP")
    barred = [(1, 2), (5, 8)]
    assert codes(sentence, barred) == "NXiNXXXXX"


def _found(passage: Passage) -> list[str]:
    return [passage.slice(first, last) for first, last, _ in _spans(passage)]


# name, tagged sentence, every candidate of it
SPANS = [
    ("every span that ends in a noun, and adjectives", "voluntary/JJ social/JJ insurance/NN",
     "insurance|social|social insurance|voluntary|voluntary social insurance"),
    ("not more than five words", "k/NN l/NN m/NN n/NN p/NN r/NN",
     "k|k l|k l m|k l m n|k l m n p|l|l m|l m n|l m n p|l m n p r|m|m n|m n p|m n p r|"
     "n|n p|n p r|p|p r|r"),
    ("N of N", "certificate/NN of/IN tax/NN payment/NN",
     "certificate|certificate of tax payment|payment|tax|tax payment"),
    ("with a determiner", "head/NN of/IN the/DT office/NN", "head|head of the office|office"),
    ("possessive inside", "province/NN 's/POS budget/NN", "budget|province 's budget|province"),
    ("a name of many parts", "the/DT Bank/NN for/IN Trade/NN and/CC Industry/NN",
     "Bank|Bank for Trade and Industry|Bank for Trade|Industry|Trade"),
    ("two nouns joined", "fees/NNS and/CC taxes/NNS", "fees|fees and taxes|taxes"),
    ("an adjective alone is one, for a list may need it", "It/PRP is/VBZ social/JJ", "social"),
    ("nothing", "It/PRP is/VBZ ./.", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS]
)
def test_spans(text: str, expected: str) -> None:
    found = _found(_tagged(text))
    assert sorted(found) == sorted(expected.split("|") if expected else [])
    assert len(found) == len(set(found))


def test_where_a_phrase_opens_and_closes() -> None:
    sentence = _tagged("new/JJ income/NN tax/NN")
    flags = {
        sentence.slice(first, last): (bool(span.counts & OPENING), bool(span.counts & CLOSING))
        for first, last, span in _spans(sentence)
    }
    assert flags == {
        "new": (True, False),
        "new income": (True, False),
        "new income tax": (True, True),
        "income": (False, False),
        "income tax": (False, True),
        "tax": (False, True),
    }


# name, sentence, fragments of names, no fragments
FRAGMENTS = [
    ("a body's end", "He joined the ASEAN Forest Owners Association.",
     {"Owners Association", "Forest Owners"}, {"ASEAN Forest Owners Association"}),
    ("a name with small words", "the Institute for Forest Policy and Timber Research",
     {"Institute for Forest Policy"}, {"Institute for Forest Policy and Timber Research"}),
    ("a director of a body", "the Director of the Forest Protection Department",
     set(), {"Director", "Forest Protection Department"}),
    ("a post that is graded", "He met the Deputy General Director.",
     {"Deputy General"}, {"Deputy General Director", "General Director", "Director"}),
    ("a law and its standing", "the Law on Forest Fees (amended)",
     set(), {"Law on Forest Fees (amended)", "Law on Forest Fees"}),
    ("an instrument on something", "the ASEAN Guidelines on Forest Fees",
     {"ASEAN"}, {"ASEAN Guidelines on Forest Fees", "ASEAN Guidelines"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fragments", "whole"), [r[1:] for r in FRAGMENTS], ids=[r[0] for r in FRAGMENTS]
)
def test_fragments_of_names(
    analyse: Callable[[str], Passage], text: str, fragments: set[str], whole: set[str]
) -> None:
    sentence = analyse(text)
    found = {
        sentence.slice(first, last): span.is_fragment for first, last, span in _spans(sentence)
    }
    assert {name for name in fragments | whole if found[name]} == fragments


def test_an_acronym_shows_that_a_name_with_and_is_one(analyse: Callable[[str], Passage]) -> None:
    sentence = analyse("It pays the Forest Protection and Development Fund (FPDF).")
    name = (3, 8)
    assert sentence.slice(*name) == "Forest Protection and Development Fund"
    without = {(first, last): span.is_fragment for first, last, span in _spans(sentence)}
    assert name not in without
    assert without[6, 8] is False  # "Development Fund"
    spans = _spans(sentence, names=[name])
    found = {(first, last): span.is_fragment for first, last, span in spans}
    assert found[name] is False
    assert found[6, 8] is True
    assert len(found) == len(without) + 1


def test_a_contraction_is_no_candidate(analyse: Callable[[str], Passage]) -> None:
    passage = analyse("He said that I'm late and We’re not.")
    assert set(codes(passage)[3:4] + codes(passage)[6:7]) == {"X"}
