"""Make matches of the units whose texts are like a wanted one: score them, order them.

in      a wanted segment, and the texts that are like it, by their numbers
out     matches, best first; ties: the unit that changed last, then the one that came last
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.memory import _keys
from glossary.memory.penalties import Penalties
from glossary.memory.searching import likeness
from glossary.memory.store import Store
from glossary.memory.unit import Adaptation, Match, Unit
from glossary.model import Segment

if TYPE_CHECKING:
    from glossary.memory.adaptation import Adapter

EXACT = 100
SAME_NEIGHBOURS = 101
"""The score of an equal text that stands between the same neighbours."""

ADAPTED = 99
"""The best score of a match that was adapted."""

_AT_ONCE = 50
"""Texts whose units are fetched together."""

_ENOUGH = 200
"""So many texts are adapted: one that is less like the wanted one can become more like it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and how: `threshold` in percent, at most `limit` matches."""

    segment: Segment
    threshold: int
    limit: int
    penalties: Penalties
    adapter: Adapter | None = None

    @property
    def languages(self) -> tuple[str, str]:
        """The language of the text and that of its translation."""
        segment = self.segment
        return _keys.base(segment.source_language), _keys.base(segment.target_language)


def best(asked: Asked, similar: list[tuple[int, int]], store: Store) -> list[Match]:
    """Give the best matches of the texts in `similar`: (percent, number), the most like first.

    Of several units that say the same, the best is given.
    """
    found: dict[tuple[str, str], Match] = {}
    for start in range(0, len(similar), _AT_ONCE):
        part = similar[start : start + _AT_ONCE]
        if (start >= _ENOUGH or not asked.adapter) and _is_full(asked, found, part[0][0]):
            break
        for match in _matches(asked, {number: score for score, number in part}, store):
            key = match.source, match.target
            if match.score >= asked.threshold and (
                key not in found or rank(match) < rank(found[key])
            ):
                found[key] = match
    return sorted(found.values(), key=rank)[: asked.limit]


def rank(match: Match) -> tuple[int, float, int]:
    """The order of matches: the smallest comes first."""
    return -match.score, -match.unit.changed.timestamp(), -match.unit.id


def _is_full(asked: Asked, found: dict[tuple[str, str], Match], percent: int) -> bool:
    """Whether no text that is like the wanted one by so much can be among the best any more."""
    if len(found) < asked.limit:
        return False
    last = sorted(found.values(), key=rank)[asked.limit - 1]
    return last.score > percent


def _matches(asked: Asked, percents: dict[int, int], store: Store) -> Iterator[Match]:
    numbers, (_ours, theirs) = list(percents), asked.languages
    for text, unit in store.units_with("source", numbers, language=theirs):
        yield _match(asked, unit, percents[text], is_reversed=False)
    for text, unit in store.units_with("target", numbers, language=theirs):
        yield _match(asked, unit, percents[text], is_reversed=True)


def _match(asked: Asked, unit: Unit, similarity: int, *, is_reversed: bool) -> Match:
    wanted, segment = asked.segment, unit.segment
    source, target = segment.source, segment.target
    if is_reversed:
        source, target = target, source
    score = similarity
    if similarity == EXACT and not is_reversed and _same_neighbours(wanted, segment):
        score = SAME_NEIGHBOURS
    compared, adaptations = source, tuple[Adaptation, ...]()
    if asked.adapter and similarity < EXACT:
        pair = wanted.source_language, wanted.target_language
        adapted = asked.adapter.adapt(wanted.source, source, target, languages=pair)
        if adapted:
            compared, target, adaptations = adapted.source, adapted.target, adapted.adaptations
            score = min(ADAPTED, likeness(wanted.source, compared))
    score -= asked.penalties.of(unit, compared, wanted=wanted.source, origin=wanted.origin)
    if is_reversed:
        score -= asked.penalties.reversed
    return Match(unit, max(0, score), similarity, source, target, adaptations, is_reversed)


def _same_neighbours(wanted: Segment, stored: Segment) -> bool:
    """Whether both stand between the same texts; at both ends of a text there is nothing to see."""
    has_neighbours = bool(wanted.previous or wanted.following)
    return has_neighbours and (wanted.previous, wanted.following) == (
        stored.previous,
        stored.following,
    )
