"""The one entry that a person means."""

from __future__ import annotations

import pytest

from glossary.errors import NotFoundError, RequestError
from glossary.languages.en import comparison_key
from glossary.lookup import Chooser
from glossary.model import Entry

ENTRIES = (
    Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",)),
    Entry("health insurance", target="bảo hiểm y tế"),
    Entry("medical insurance", target="bảo hiểm y tế"),
    Entry("VSS", target="BHXH Việt Nam"),
    Entry("Vietnam Social Security", comments=("Also: Viet Nam Social Insurance",)),
    Entry("board", target="bảng"),
    Entry("board", sense="body", target="hội đồng"),
    Entry("plan", sense="paper", target="bản vẽ"),
    Entry("plan", sense="legal", target="kế hoạch"),
    Entry("It", target="nó"),
    Entry("IT", target="CNTT"),
    Entry("old", target="cũ", obsolete=True),
)
CHOOSER = Chooser(ENTRIES, variant_key=comparison_key)


@pytest.mark.parametrize(
    ("query", "source", "sense"),
    [
        ("social insurance", "social insurance", ""),
        ("Social  Insurances", "social insurance", ""),
        ("bao hiem xa hoi", "social insurance", ""),
        ("bhxh", "social insurance", ""),
        ("vss", "VSS", ""),
        ("viet nam social insurance", "Vietnam Social Security", ""),
        ("board", "board", ""),
        ("board (body)", "board", "body"),
        ("Board (Body)", "board", "body"),
        ("hoi dong", "board", "body"),
        ("IT", "IT", ""),
        ("It", "It", ""),
        ("medical insurance", "medical insurance", ""),
    ],
)
def test_a_term_typed_loosely(query: str, source: str, sense: str) -> None:
    assert CHOOSER.choose(query).key == (source, sense)


@pytest.mark.parametrize(
    ("query", "choices"),
    [
        ("bao hiem y te", "2 terms: health insurance = bảo hiểm y tế; medical insurance = "),
        ("plan", "2 terms: plan (legal) = kế hoạch; plan (paper) = bản vẽ"),
        ("it", "2 terms: IT = CNTT; It = nó"),
    ],
)
def test_an_ambiguous_one_lists_the_choices(query: str, choices: str) -> None:
    with pytest.raises(RequestError) as caught:
        CHOOSER.choose(query)
    assert choices in caught.value.message


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("insurence social", "Did you mean: social insurance; Viet Nam"),
        ("old", ""),
        ("", ""),
        ("zzz", ""),
    ],
)
def test_a_miss_suggests(query: str, hint: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        CHOOSER.choose(query)
    assert hint in caught.value.hint
