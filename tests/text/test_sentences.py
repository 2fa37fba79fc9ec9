"""Sentences: where they end, and where a full stop ends none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktSentenceTokenizer

from glossary.text.sentences import _punkt, sentence_spans

# name, text with a bar where a sentence ends
TEXTS = [
    ("plain", "The fund grew.| It pays pensions."),
    ("question, exclamation", "Who pays?| Everybody!| The State helps."),
    ("no full stop", "Social insurance for all"),
    ("glued", "They live in Vietnam.|The Fanpage grows."),
    ("glued question", "Who pays?|The State."),
    ("courtesy titles", "Mr. Nguyen Van An met Dr. Lan and Prof. Minh.| They talked."),
    ("an initial", "Mr. Robert J. Palacios spoke."),
    ("a glued initial", "Senior Expert Robert J.Palacios spoke."),
    ("abbreviations", "It covers costs, e.g. medicine, i.e. drugs, vs. fees.| It helps."),
    ("etc. in the middle", "Wards, communes, etc. were visited."),
    ("etc. at the end", "They saw wards, etc.| The visit ended."),
    ("etc. in brackets", "They saw wards (communes, etc.) again."),
    ("number of a decree", "Decree No. 72/2015/ND-CP was issued.| It holds."),
    ("a company", "Dai Viet Co. Ltd. pays its debts.| Others do not."),
    ("decimals", "It rose by 39.05% to 18.305 million.| It will rise further."),
    ("U.S.", "The U.S. delegation came."),
    ("web address", "See www.vss.gov.vn for news.| It is new."),
    ("end of an administrative text", "It was approved./.| The office reports."),
    ("quotation", "“It works.”| The end."),
    ("capitals are no glued sentence", "The VSS.VN domain"),
]


@pytest.mark.parametrize("marked", [row[1] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end].strip() for start, end in sentence_spans(text)] == [
        sentence.strip() for sentence in marked.split("|")
    ]


@given(st.text(alphabet='ab A.?!"”’)…,đ\u0301\u00a0'))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = list(sentence_spans(text))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


# what Punkt decides by: words, abbreviations, initials, numbers, marks
PIECES = ["fund", "Fund", "etc", "Mr", "e.g", "J", "7", "39.05", "well-being", ".", "?", "...", "”",
          ")", ",", " ", " ", " ", "\u00a0", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_asking_punkt_only_what_is_not_plain_changes_nothing(text: str) -> None:
    asked = PunktSentenceTokenizer(_punkt()._params, lang_vars=_punkt()._lang_vars)
    expected = [list(part) for part in asked.span_tokenize(text)]
    assert [list(part) for part in _punkt().span_tokenize(text)] == expected


@given(st.text(alphabet='ab A.?!"”’)…,đ\u0301\u00a0\n'))
def test_a_line_with_one_end_is_one_sentence(text: str) -> None:
    ends = [end for _, end in sentence_spans(text)]
    if len(ends) == 1:
        assert [end for _, end in _punkt().span_tokenize(text)] == ends
