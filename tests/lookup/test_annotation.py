"""Marking designations in texts: by hand-worked examples, and against a naive reference."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lookup import Annotation, Annotator
from glossary.model import Acceptability, Entry

ENTRIES = (
    Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",)),
    Entry("health insurance", target="bảo hiểm y tế"),
    Entry("medical insurance", target="bảo hiểm y tế"),
    Entry(
        "unemployment insurance",
        target="bảo hiểm thất nghiệp",
        forbidden=("bảo hiểm mất việc",),
    ),
    Entry("social insurance premium", target="tiền đóng bảo hiểm xã hội"),
    Entry("insurance", target="bảo hiểm"),
    Entry("unemployment", target="thất nghiệp"),
    Entry("labour market", target="thị trường lao động"),
    Entry("old-age pension", target="lương hưu"),
    Entry("Vietnam Social Security", comments=("Also: Viet Nam Social Insurance",)),
    Entry("Law on Social Insurance (amended)", target="Luật Bảo hiểm xã hội (sửa đổi)"),
    Entry("VSS - ISSA Guidelines", target="Hướng dẫn"),
    Entry("work injury and occupational disease", target="tai nạn lao động, bệnh nghề nghiệp"),
    Entry("Party", target="Đảng"),
    Entry("State", target="Nhà nước"),
    Entry("IT", target="CNTT"),
    Entry("NGO", target="tổ chức phi chính phủ"),
    Entry("healthcare", target="chăm sóc sức khỏe"),
    Entry("the elderly", target="người cao tuổi"),
    Entry("mediation", target="hòa giải"),
    Entry("board", target="bảng"),
    Entry("board", sense="body", target="hội đồng"),
    Entry("job export", target="xuất khẩu lao động", obsolete=True),
    Entry("…", target="…"),
)
SOURCES = Annotator.of_sources(ENTRIES)
EQUIVALENTS = Annotator.of_equivalents(ENTRIES)


def shown(found: Sequence[Annotation], text: str) -> list[str]:
    """Each annotation as “pieces = term”."""
    return [
        f"{' … '.join(text[start:end] for start, end in one.parts)} = {one.entry.source}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("nothing here", []),
        ("social insurance", ["social insurance = social insurance"]),
        ("Social\u00a0 Insurances.", ["Social\u00a0 Insurances = social insurance"]),
        ("social insurance premiums", ["social insurance premiums = social insurance premium"]),
        ("social\ninsurance", ["social\ninsurance = social insurance"]),
        ("social\n\ninsurance", ["insurance = insurance"]),
        ("social, insurance", ["insurance = insurance"]),
        ("non-insurance", []),
        ("insurance-based", []),
        ("insurance_x", ["insurance = insurance"]),
        ("reinsurance", []),
        ("insurance’s", ["insurance’s = insurance"]),
        ("labor markets", ["labor markets = labour market"]),
        ("old age pensions", ["old age pensions = old-age pension"]),
        ("health care", ["health care = healthcare"]),
        ("elderly", ["elderly = the elderly"]),
        ("Vietnam Social Insurance", ["Vietnam Social Insurance = Vietnam Social Security"]),
        (
            "the Law on Social Insurance (amended)",
            ["Law on Social Insurance (amended) = Law on Social Insurance (amended)"],
        ),
        ("Law on Social Insurance", ["Social Insurance = social insurance"]),
        ("VSS-ISSA guidelines", ["VSS-ISSA guidelines = VSS - ISSA Guidelines"]),
        ("a party of the State", ["State = State"]),
        ("It is IT", ["IT = IT"]),
        ("NGOs and ngos", ["NGOs = NGO"]),
        ("job export", []),
        ("…", []),
    ],
)
def test_terms_in_english(text: str, expected: list[str]) -> None:
    assert shown(SOURCES.annotate(text), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "social, unemployment and health insurance",
            [
                "social … insurance = social insurance",
                "unemployment … insurance = unemployment insurance",
                "health insurance = health insurance",
            ],
        ),
        (
            "the social and health insurances",
            ["social … insurances = social insurance", "health insurances = health insurance"],
        ),
        (
            "social, and private insurance",
            ["social … insurance = social insurance"],
        ),
        (
            "social insurance and market premiums",
            ["social insurance … premiums = social insurance premium"],
        ),
        (
            "Social or health insurance",
            ["Social … insurance = social insurance", "health insurance = health insurance"],
        ),
        # Names and what belongs to something else stay whole.
        ("Law on Social and Health Insurance", ["Health Insurance = health insurance"]),
        (
            "Work Injury and Occupational Disease",
            ["Work Injury and Occupational Disease = work injury and occupational disease"],
        ),
        ("policies and laws of the Party and State", ["Party = Party", "State = State"]),
        ("social. And health insurance", ["health insurance = health insurance"]),
        ("and", []),
    ],
)
def test_coordinations_in_english(text: str, expected: list[str]) -> None:
    assert shown(SOURCES.annotate(text), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bảo hiểm  xã hội", ["Bảo hiểm  xã hội = social insurance"]),
        ("bảo hiểm xã hộiz", ["bảo hiểm = insurance"]),
        ("bao hiem xa hoi", []),
        ("hoà giải", ["hoà giải = mediation"]),
        ("BHXH và bhxh", ["BHXH = social insurance", "bhxh = social insurance"]),
        ("Đảng, đảng", ["Đảng = Party"]),
        (
            "bảo hiểm xã hội, y tế và thất nghiệp",
            [
                "bảo hiểm xã hội = social insurance",
                "bảo hiểm … y tế = health insurance",
                "bảo hiểm … thất nghiệp = unemployment insurance",
            ],
        ),
        (
            "bảo hiểm xã hội và y tá",
            ["bảo hiểm xã hội = social insurance"],
        ),
        # What is wrong in itself is not read into a list.
        (
            "bảo hiểm xã hội và mất việc",
            ["bảo hiểm xã hội = social insurance"],
        ),
    ],
)
def test_equivalents_in_vietnamese(text: str, expected: list[str]) -> None:
    assert shown(EQUIVALENTS.annotate(text), text) == expected


def test_an_equivalent_comes_with_its_standing_and_all_its_entries() -> None:
    (wrong,) = EQUIVALENTS.annotate("bảo hiểm mất việc")
    assert wrong.acceptability is Acceptability.FORBIDDEN
    (shared,) = EQUIVALENTS.annotate("bảo hiểm y tế")
    assert [one.entry.source for one in shared.designations] == [
        "health insurance",
        "medical insurance",
    ]


def test_homographs_are_one_annotation() -> None:
    (found,) = SOURCES.annotate("boards")
    assert [one.entry.sense for one in found.designations] == ["", "body"]


def test_the_case_of_the_text_decides_between_equal_words() -> None:
    annotator = Annotator.of_sources([Entry("aids"), Entry("AIDS")])
    assert [found.entry.source for found in annotator.annotate("AIDS, aids, Aids")] == [
        "AIDS",
        "aids",
        "aids",
    ]


def test_offsets_are_those_of_the_decomposed_text() -> None:
    composed = "Quỹ bảo hiểm xã hội, y tế và thất nghiệp của Nhà nước."
    text = unicodedata.normalize("NFD", composed)
    found = EQUIVALENTS.annotate(text)
    marked = [[text[start:end] for start, end in one.parts] for one in found]
    assert [[unicodedata.normalize("NFC", part) for part in parts] for parts in marked] == [
        [composed[start:end] for start, end in one.parts] for one in EQUIVALENTS.annotate(composed)
    ]
    assert len(found) == 4


def test_occurrences_are_nested_and_overlap() -> None:
    found = SOURCES.occurrences("social insurance premiums")
    assert [one.text for one in found] == [
        "social insurance",
        "social insurance premiums",
        "insurance",
    ]


def test_another_language_is_marked_as_it_is_written() -> None:
    annotator = Annotator.of_equivalents([Entry("law", target="Loi sociale")], language="fr")
    assert [one.text for one in annotator.annotate("la loi sociale, lois sociales")] == [
        "loi sociale"
    ]


WORDS = ("a", "b", "ab", "ba", "Đ", "ê", "–", "x-y")
TEXTS = st.lists(
    st.sampled_from([*WORDS, "X", ",", ".", "\n", "\n\n", "and", "ê\u0301", "e\u0302"]), max_size=40
).map(" ".join)


def naive(entries: Sequence[Entry], text: str) -> list[tuple[int, int]]:
    """The longest source of `entries` from each place on, found by comparing words."""
    pattern = re.compile(r"[^\W_]+(?:-[^\W_]+)*|\n[^\S\n]*\n|[^\w\s]")
    tokens = [(found.span(), found[0].casefold()) for found in pattern.finditer(text)]
    found, place = [], 0
    while place < len(tokens):
        best = 0
        for entry in entries:
            words = [word.casefold() for word in pattern.findall(entry.source)]
            here = [word for _, word in tokens[place : place + len(words)]]
            if words == here:
                best = max(best, len(words))
        if best:
            found.append((tokens[place][0][0], tokens[place + best - 1][0][1]))
        place += best or 1
    return found


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(WORDS[:6]), min_size=1, max_size=3).map(" ".join)), TEXTS)
def test_what_is_found_is_what_a_naive_search_finds(sources: list[str], text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    entries = [Entry(source) for source in sources]
    # A language without rules of its own: the reference knows none.
    found = Annotator.of_sources(entries, language="fr").annotate(text)
    assert [(one.start, one.end) for one in found] == naive(entries, text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="aêeo\u0302\u0309\u0323\u1161\u1100 가ễ.", max_size=30))
def test_every_offset_leads_back_to_what_was_composed(text: str) -> None:
    from glossary.lookup._composing import composed

    whole, places = composed(text)
    assert whole == unicodedata.normalize("NFC", text)
    assert len(places) == len(whole) + 1
    assert list(places) == sorted(places)
    for start in range(len(whole)):
        if places[start] != places[start + 1]:
            piece = text[places[start] : places[start + 1]]
            assert unicodedata.normalize("NFC", piece)[-1] == whole[start]


@pytest.mark.parametrize(
    "piece", ["x ", "e\u0301", "\u0301", "\n \n", "and ", ", ", "x-", "social, "]
)
def test_a_long_text_takes_no_longer_for_each_word(piece: str) -> None:
    annotator = Annotator.of_sources([Entry("x " * 20 + "y"), *ENTRIES])

    def seconds(text: str) -> float:
        start = time.process_time()
        annotator.annotate(text)
        return time.process_time() - start

    short = min(seconds(piece * 2_000) for _ in range(3))
    # Eight times as much; were it quadratic, it would take 64 times as long.
    assert min(seconds(piece * 16_000) for _ in range(3)) < 24 * short + 0.02
