"""Alignment: which sentences say the same, also when paragraphs moved or are missing."""

import random
import time
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.memory.alignment import Block, Pair, align
from glossary.memory.anchors import Anchors
from glossary.model import Entry


def block(text: str) -> Block:
    """A sentence whose features are its words with a digit or a capital."""
    return Block(text, frozenset(word for word in text.split() if not word.islower()))


def text(*paragraphs: str) -> list[list[Block]]:
    """Paragraphs, each of sentences between bars."""
    return [[block(one.strip()) for one in line.split("|")] for line in paragraphs]


def told(pairs: list[Pair]) -> list[str]:
    return [" | ".join(pair.sources) + " = " + " | ".join(pair.targets) for pair in pairs]


# name, source, target, pairs
TEXTS = [
    ("in step", ["a A1", "b B2 | c C3"], ["x A1", "y B2 | z C3"],
     ["a A1 = x A1", "b B2 = y B2", "c C3 = z C3"]),
    ("one sentence became two", ["one long sentence of A1 and of B2"],
     ["một câu A1. | và một câu B2."],
     ["one long sentence of A1 and of B2 = một câu A1. | và một câu B2."]),
    ("two became one", ["câu A1. | câu B2."], ["one sentence A1 and B2."],
     ["câu A1. | câu B2. = one sentence A1 and B2."]),
    ("paragraphs moved", ["a A1", "b B2", "c C3"], ["z C3", "x A1", "y B2"],
     ["a A1 = x A1", "b B2 = y B2", "c C3 = z C3"]),
    ("a paragraph is missing", ["a A1", "b B2", "c C3"], ["x A1", "z C3"],
     ["a A1 = x A1", "b B2 = ", "c C3 = z C3"]),
    ("a paragraph is new", ["a A1", "c C3"], ["x A1", "y B2", "z C3"],
     ["a A1 = x A1", "c C3 = z C3", " = y B2"]),
    ("no features: by length", ["a short one | a much longer sentence than the other one"],
     ["một câu ngắn | một câu dài hơn rất nhiều so với câu kia"],
     ["a short one = một câu ngắn",
      "a much longer sentence than the other one = một câu dài hơn rất nhiều so với câu kia"]),
    ("nothing on one side", ["a A1"], [], ["a A1 = "]),
    ("nothing at all", [], [], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "expected"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS]
)
def test_alignment(source: list[str], target: list[str], expected: list[str]) -> None:
    assert sorted(told(align(text(*source), text(*target)))) == sorted(expected)


def test_the_score_tells_sure_from_doubtful() -> None:
    [sure] = align(text("on A1 of B2"), text("về A1 của B2"))
    [doubtful] = align(text("on A1 of B2"), text("về C3"))
    assert sure.score > 90
    assert doubtful.score <= 40


WORDS = st.lists(st.sampled_from(["a", "b", "lớn", "X1", "Y2", "Z3", "3"]), min_size=1, max_size=6)
TEXT = st.lists(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), max_size=6)


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_each_sentence_is_in_one_pair(source: list[list[str]], target: list[list[str]]) -> None:
    ours, theirs = ([[block(one) for one in line] for line in side] for side in (source, target))
    pairs = align(ours, theirs)
    assert sorted(one for pair in pairs for one in pair.sources) == sorted(chain(*source))
    assert sorted(one for pair in pairs for one in pair.targets) == sorted(chain(*target))
    assert all(0 <= pair.score <= 100 for pair in pairs)


@pytest.mark.parametrize("with_features", [True, False])
def test_time_grows_with_the_length(with_features: bool) -> None:
    chooser = random.Random(1)

    def seconds(count: int) -> float:
        feature = "N{}" if with_features else "n{}"
        lines = [
            f"{'x' * chooser.randint(5, 90)} {feature.format(place)}" for place in range(count)
        ]
        paragraphs = text(*lines)
        best = 60.0
        for _attempt in range(3):
            start = time.process_time()
            align(paragraphs, paragraphs)
            best = min(best, time.process_time() - start)
        return best

    # Four times the text: what grows with the square would take sixteen times as long.
    assert seconds(1600) < 10 * seconds(400)


ENTRIES = (
    Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",)),
    Entry("pension", target="lương hưu"),
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Pensions rose by 39.05%.", "Lương hưu tăng 39,05%."),
        ("240,909 billion VND", "240.909 tỷ đồng"),
        ("on January 20, 2016", "ngày 20/01/2016"),
        ("Decision 813/QD-BHXH", "813/QĐ-BHXH"),
        ("social insurance", "BHXH"),
        ("Hai Duong", "Hải Dương"),
        ("Mr. Dao Viet Anh", "ông Đào Việt Ánh"),
    ],
)
def test_what_survives_translation_is_equal(source: str, target: str) -> None:
    anchors = Anchors(ENTRIES, names={"Dao Viet Anh": "Đào Việt Ánh"})
    assert anchors.of_source(source).features & anchors.of_target(target).features


def test_what_differs_is_not_equal() -> None:
    anchors = Anchors(ENTRIES)
    ours = anchors.of_source("39.05% of pensions").features
    assert not ours & anchors.of_target("3.905 người hưởng BHXH").features
