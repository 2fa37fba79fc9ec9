"""Persons: found by title, family name and shape; places and bodies are none."""

from __future__ import annotations

import pytest

from glossary.extraction.extractor import Extraction
from glossary.extraction.persons import person_spans
from glossary.text.analysis import passages
from glossary.text.articles import parse_article
from glossary.text.frequencies import common_words
from glossary.text.tagging import tagger


def _persons(text: str) -> list[str]:
    return [
        " ".join(passage.words[first:last])
        for passage in passages(parse_article(text, "a.txt").lines, tagger())
        for first, last in person_spans(passage, common_words())
    ]


# name, text, the persons in it
NAMED = [
    ("three syllables", "said Pham Van Binh of the office", ["Pham Van Binh"]),
    ("four syllables", "Duong Thi My Linh agreed", ["Duong Thi My Linh"]),
    ("with diacritics", "bà Nguyễn Thị Minh Khai", ["Nguyễn Thị Minh Khai"]),
    ("behind a post", "Deputy Director Do Thi Hoa said", ["Do Thi Hoa"]),
    ("two syllables behind a post", "Minister Hoang Minh said", ["Hoang Minh"]),
    ("behind a body", "the Director of Vietnam Post Bui Quang Vinh", ["Bui Quang Vinh"]),
    ("several", "Dang Thi Ngoc met Vo Van Kiet", ["Dang Thi Ngoc", "Vo Van Kiet"]),
    ("in a list", "Le Van Tam, Ngo Ba Kha and Mr. Ly", ["Le Van Tam", "Ngo Ba Kha", "Ly"]),
    ("possessive", "Tran Van Long's report", ["Tran Van Long"]),
    ("degrees", "Prof. Dr. Le Van Cuong, Rector", ["Le Van Cuong"]),
    ("a given name like a degree", "Lecturer Le Van Ba", ["Le Van Ba"]),
    ("foreign, with a courtesy title", "Ms. Jane Doe-Miller", ["Jane Doe-Miller"]),
    ("foreign, with a post", "Chairman Kowalski came", ["Kowalski"]),
    ("an initial", "Expert Robert J. Palacios", ["Robert J . Palacios"]),
    ("a glued initial", "Mr. Robert J.Palacios", ["Robert J . Palacios"]),
    ("no title, foreign: unknown", "then Jane Kowalski came", []),
    ("two syllables alone: unknown", "according to Hoang Minh", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED]
)
def test_persons(text: str, expected: list[str]) -> None:
    assert _persons(text) == expected


NO_PERSONS = [
    "Viet Nam Social Security",
    "Vietnam Social Security",
    "the Law on Social Insurance",
    "the Director General of the Tax Office",
    "the Deputy Director of the Foreign Policy Department",
    "Prime Minister and Deputy Ministers",
    "Lao Cai, Yen Bai, Phu Tho",
    "Hai Duong, Quang Tri, Da Nang, Ha Noi",
    "Ba Ria - Vung Tau",
    "Ho Chi Minh City",
    "Can Tho University and Bach Mai Hospital",
    "Vu Quang National Park",
    "Party Committee",
    "Communist Party of Vietnam",
    "An increase was recorded",
    "Mr. and Mrs.",
    "",
]


@pytest.mark.parametrize("text", NO_PERSONS)
def test_places_and_bodies_are_no_persons(text: str) -> None:
    assert _persons(text) == []


# read in the articles: eleven Vietnamese persons and, last, two foreign ones
PERSONS = {
    "Nguyen Thi Minh",
    "Nguyen Dinh Khuong",
    "Dao Viet Anh",
    "Tran Dinh Lieu",
    "Pham Anh Tuan",
    "Chu Quang Hao",
    "Nguyen Hai Luu",
    "Nguyen Phu Trong",
    "Vo Tri Thanh",
    "Nguyen Tien Thanh",
    "Tran Thu Thuy",
    "Robert J . Palacios",
    "Himanshi Jain",
}


def test_the_owners_articles_name_13_persons(seeds_extraction: Extraction) -> None:
    assert {" ".join(name) for name in seeds_extraction.counts.persons} == PERSONS
    assert seeds_extraction.counts.persons["Dao", "Viet", "Anh"] == 7
