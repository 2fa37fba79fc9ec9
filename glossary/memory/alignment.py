"""Align a text with its translation: which sentences say the same?

in      two texts as paragraphs of sentences, each with the features that survive translation:
        numbers, dates, references, names, terms of the glossary
out     pairs of sentences in the order of the source, each with a confidence in percent; what has
        no partner stands alone
source  length and the kinds of beads: Gale & Church (1993), A program for aligning sentences in
        bilingual corpora, CL 19(1); anchors in both texts instead of one path through all of them,
        so that a shuffled or missing paragraph does not derail the rest

Paragraphs are aligned first: those that share rare features are sure pairs, in whatever order
they stand. What lies between sure pairs is aligned by length and features along one path, and so
are the sentences of each pair of paragraphs. Time grows with the length of the texts: a feature
that many paragraphs share is none, and a path strays from the diagonal by `MAX_STRAY` at most.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

MAX_STRAY = 60
"""How far a path may stray from the diagonal of its gap, in blocks."""

MAX_SHARED = 12
"""A feature of more paragraphs than these tells none of them apart."""

SURE = 0.35
"""The share of common features from which on two paragraphs that prefer each other are a pair."""

LIKELY = 0.2
"""The same for what found no partner where it stands."""

_BEADS = {
    (1, 1): -math.log(0.89),
    (1, 0): -math.log(0.00495),
    (0, 1): -math.log(0.00495),
    (2, 1): -math.log(0.0445),
    (1, 2): -math.log(0.0445),
    (2, 2): -math.log(0.011),
}
"""What each kind of bead costs: how seldom Gale and Church found it."""

_VARIANCE = 6.8
"""Of the difference of two lengths, per character (Gale & Church 1993)."""

_FEATURE_WEIGHT = 9.0
"""What full agreement of features is worth, as a cost: it outweighs two unusual lengths."""

_NEUTRAL = 0.3
"""The likeness of two blocks that have no features at all."""


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence with its features; what is equal in both languages has equal features."""

    text: str
    features: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that say the same; one side may be empty. `score` is a confidence in percent."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    score: int


@dataclass(frozen=True)
class _Unit:
    """What is aligned: a sentence or a whole paragraph, with the weights of its features."""

    length: int
    features: frozenset[Hashable]
    blocks: tuple[Block, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> _Unit:
        features = frozenset().union(*(block.features for block in blocks))
        return cls(sum(len(block.text) for block in blocks), features, tuple(blocks))

    @cached_property
    def sentences(self) -> list[_Unit]:
        return [_Unit.of([block]) for block in self.blocks]


_Bead = tuple[list[_Unit], list[_Unit]]

Paragraphs = Sequence[Sequence[Block]]


def align(source: Paragraphs, target: Paragraphs) -> list[Pair]:
    """Align two texts; each sentence of both is in one pair, alone where nothing is like it."""
    aligner = _Aligner(source, target)
    return list(aligner.pairs())


class _Aligner:
    """The alignment of two texts, whose lengths and features are weighed in both of them."""

    def __init__(self, source: Paragraphs, target: Paragraphs) -> None:
        self._source = [_Unit.of(blocks) for blocks in source if blocks]
        self._target = [_Unit.of(blocks) for blocks in target if blocks]
        self._weights = _weights(self._source, self._target)
        lengths = [sum(unit.length for unit in side) or 1 for side in (self._source, self._target)]
        self._ratio = lengths[1] / lengths[0]

    def pairs(self) -> Iterator[Pair]:
        """The pairs, in the order of the source; what only the target has comes last."""
        for sources, targets in self._reunited(list(self._paragraphs())):
            yield from self._sentences(sources, targets)

    def _paragraphs(self) -> Iterator[_Bead]:
        partner = self._preferred(self._source, self._target, least=SURE)
        taken = set(partner.values())
        begun = end = 0
        while end <= len(self._source):
            if end < len(self._source) and end not in partner:
                end += 1
                continue
            yield from self._gap(begun, end, partner, taken)
            if end < len(self._source):
                yield [self._source[end]], [self._target[partner[end]]]
            begun = end = end + 1
        for place, unit in enumerate(self._target):
            if place not in taken:
                yield [], [unit]

    def _reunited(self, beads: list[_Bead]) -> Iterator[_Bead]:
        """Bring together what stayed alone on both sides because it had moved."""
        sources = [one for one, others in beads if not others]
        targets = [others for one, others in beads if not one]
        left = [_Unit.of([block for unit in one for block in unit.blocks]) for one in sources]
        right = [_Unit.of([block for unit in one for block in unit.blocks]) for one in targets]
        partner = self._preferred(left, right, least=LIKELY)
        met = {id(sources[one]): targets[other] for one, other in partner.items()}
        gone = {id(targets[other]) for other in partner.values()}
        for one, others in beads:
            if id(others) not in gone:
                yield one, met.get(id(one), others)

    def _gap(
        self, begun: int, end: int, partner: Mapping[int, int], taken: set[int]
    ) -> Iterator[_Bead]:
        """Align the paragraphs between two sure ones with those between their partners."""
        first = partner.get(begun - 1, -1) + 1
        places = []
        for place in range(first, len(self._target)):
            if place in taken:
                break
            places.append(place)
        if begun == end:
            return
        taken.update(places)
        units = [self._target[place] for place in places]
        yield from self._path(self._source[begun:end], units)

    def _preferred(
        self, left: Sequence[_Unit], right: Sequence[_Unit], *, least: float
    ) -> dict[int, int]:
        """The pairs that prefer each other to all else, alike to the degree `least` or more."""
        holders: dict[Hashable, list[int]] = defaultdict(list)
        for place, unit in enumerate(right):
            for feature in unit.features:
                holders[feature].append(place)
        best: dict[int, tuple[float, int]] = {}
        claimed: dict[int, tuple[float, int]] = {}
        for place, unit in enumerate(left):
            shared = (holders.get(feature, ()) for feature in unit.features)
            near = {other for few in shared if len(few) <= MAX_SHARED for other in few}
            for other in sorted(near):
                like = self._likeness([unit], [right[other]])
                if like > best.get(place, (least, -1))[0]:
                    best[place] = like, other
                if like > claimed.get(other, (least, -1))[0]:
                    claimed[other] = like, place
        return {
            place: other
            for place, (_like, other) in best.items()
            if claimed.get(other, (0.0, -1))[1] == place
        }

    def _sentences(self, sources: list[_Unit], targets: list[_Unit]) -> Iterator[Pair]:
        left = [one for unit in sources for one in unit.sentences]
        right = [one for unit in targets for one in unit.sentences]
        for first, second in self._path(left, right):
            yield Pair(
                tuple(block.text for unit in first for block in unit.blocks),
                tuple(block.text for unit in second for block in unit.blocks),
                self._score(first, second),
            )

    def _path(self, left: Sequence[_Unit], right: Sequence[_Unit]) -> Iterator[_Bead]:
        """The cheapest division of both sides into beads, in order."""
        costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
        steps: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(left) + 1):
            for column in _band(row, len(left), len(right)):
                for (down, across), price in _BEADS.items():
                    before = costs.get((row - down, column - across))
                    if before is None or (down, across) == (0, 0):
                        continue
                    cost = before + price
                    cost += self._cost(left[row - down : row], right[column - across : column])
                    if cost < costs.get((row, column), math.inf):
                        costs[row, column] = cost
                        steps[row, column] = (down, across)
        place = (len(left), len(right))
        found = []
        while place != (0, 0):
            down, across = steps[place]
            row, column = place
            found.append((list(left[row - down : row]), list(right[column - across : column])))
            place = (row - down, column - across)
        return reversed(found)

    def _cost(self, left: Sequence[_Unit], right: Sequence[_Unit]) -> float:
        if not left or not right:
            return 0.0
        likelihood = max(self._fit(left, right), 1e-9)
        return -math.log(likelihood) - _FEATURE_WEIGHT * (self._likeness(left, right) - _NEUTRAL)

    def _fit(self, left: Sequence[_Unit], right: Sequence[_Unit]) -> float:
        """How usual the difference of two lengths is, 0 to 1."""
        length = sum(unit.length for unit in left)
        difference = sum(unit.length for unit in right) - length * self._ratio
        delta = difference / math.sqrt(max(length, 1) * _VARIANCE)
        return math.erfc(abs(delta) / math.sqrt(2))

    def _likeness(self, left: Sequence[_Unit], right: Sequence[_Unit]) -> float:
        """The weight of the common features in that of all, 0 to 1."""
        ours = frozenset().union(*(unit.features for unit in left))
        theirs = frozenset().union(*(unit.features for unit in right))
        if not ours and not theirs:
            return _NEUTRAL
        weigh = self._weights
        common = sum(weigh[one] for one in ours & theirs)
        return 2 * common / (sum(weigh[one] for one in ours) + sum(weigh[one] for one in theirs))

    def _score(self, left: Sequence[_Unit], right: Sequence[_Unit]) -> int:
        if not left or not right:
            return 0
        likeness = self._likeness(left, right)
        return round(100 * (1 - (1 - likeness) * (1 - 0.4 * self._fit(left, right))))


def _weights(source: Sequence[_Unit], target: Sequence[_Unit]) -> dict[Hashable, float]:
    """How much each feature tells: the rarer, the more."""
    counted = Counter(feature for unit in (*source, *target) for feature in unit.features)
    total = len(source) + len(target)
    return {one: math.log(1 + total / count) for one, count in counted.items()}


def _band(row: int, rows: int, columns: int) -> range:
    """The places of the other side that a path may come by."""
    middle = row * columns // rows if rows else 0
    # Where a side has many more blocks, one step of the other side spans several of them.
    stray = max(MAX_STRAY, 2 * columns // rows) if rows else columns
    return range(max(0, middle - stray), min(columns, middle + stray) + 1)
