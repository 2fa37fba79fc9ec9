"""The five articles are aligned with their translations again, also when paragraphs moved."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from glossary.catalog.bitext import BitextFile
from glossary.memory.alignment import Block, align
from glossary.memory.anchors import Anchors
from glossary.project import Project
from glossary.text.articles import parse_article
from glossary.text.segments import sentences

Paragraphs = list[list[tuple[str, str]]]

OURS = Project.open(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def anchors() -> Anchors:
    return Anchors(OURS.catalog("vi").read().entries, names=OURS.names("vi"))


@pytest.fixture(scope="module")
def articles() -> list[Paragraphs]:
    """The paragraphs of each article as pairs of sentences."""
    bitexts = [BitextFile(path).read() for path in OURS.bitexts("vi")]
    return [
        [[(one.source, one.target) for one in line.segments] for line in bitext.lines]
        for bitext in bitexts
    ]


def divided(paragraphs: Sequence[Sequence[str]], anchors: Anchors) -> list[list[Block]]:
    """A translation as it is read from a file: our own rules divide its lines."""
    text = "\n".join(" ".join(line) for line in paragraphs)
    found: dict[int, list[Block]] = {}
    for sentence in sentences(parse_article(text, "a.txt"), "vi"):
        found.setdefault(sentence.place.line, []).append(anchors.of_target(sentence.text))
    return list(found.values())


# name, pairs of paragraphs that change places, paragraphs taken out, least recall and precision
CASES = [
    ("as they are", 0, 0, 0.97, 0.98),
    ("moved", 3, 0, 0.90, 0.95),
    ("taken out", 0, 4, 0.93, 0.94),
    ("moved and taken out", 6, 4, 0.88, 0.92),
]


@pytest.mark.parametrize(
    ("moves", "missing", "recall", "precision"), [row[1:] for row in CASES],
    ids=[row[0] for row in CASES],
)  # fmt: skip
def test_sentences_find_their_translation(
    articles: list[Paragraphs],
    anchors: Anchors,
    moves: int,
    missing: int,
    recall: float,
    precision: float,
) -> None:
    right = wanted = found = 0
    chooser = random.Random(7)
    for article in articles:
        lines = [line for line in article if line]
        order = list(range(len(lines)))
        for _move in range(moves):
            one, other = chooser.sample(range(len(order)), 2)
            order[one], order[other] = order[other], order[one]
        gone = set(chooser.sample(order, missing))
        kept = [place for place in order if place not in gone]
        truth = {pair for place in kept for pair in lines[place]}
        source = [[anchors.of_source(text) for text, _ in line] for line in lines]
        target = divided([[text for _, text in lines[place]] for place in kept], anchors)
        pairs = {
            (" ".join(pair.sources), " ".join(pair.targets))
            for pair in align(source, target)
            if pair.sources and pair.targets
        }
        right += len(pairs & truth)
        wanted += len(truth)
        found += len(pairs)
    assert right / wanted >= recall, f"recall {right / wanted:.3f}"
    assert right / found >= precision, f"precision {right / found:.3f}"
