"""What a segment must carry over, and which of it has a counterpart on the other side.

in      a segment
out     the placeables of either side, and those without a counterpart
rule    The same value said twice may be said once, and the other way round; but where one value
        stands once less and another one once more, the one was put for the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.languages import (
    LANGUAGES,
    Day,
    Number,
    Placeable,
    PlaceableKind,
    is_name_alone,
    known_names,
    placeables,
)
from glossary.model import Segment

_READ = frozenset(module.LANGUAGE.tag for module in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Sides:
    """The placeables of a segment; `is_known` says that the target's language has rules here."""

    source: tuple[Placeable, ...]
    target: tuple[Placeable, ...]
    is_known: bool


@dataclass(frozen=True, slots=True)
class Unmatched:
    """What has no counterpart: `lost` stands in the source only, `added` in the target only."""

    lost: tuple[Placeable, ...]
    added: tuple[Placeable, ...]


@lru_cache(maxsize=256)
def sides(segment: Segment) -> Sides:
    """Read both sides of a segment, without names."""
    return Sides(
        placeables(segment.source, segment.source_language),
        placeables(segment.target, segment.target_language),
        segment.target_language.partition("-")[0] in _READ,
    )


def of_kind(found: Iterable[Placeable], *kinds: PlaceableKind) -> tuple[Placeable, ...]:
    """Those of some kinds."""
    return tuple(one for one in found if one.kind in kinds)


def unmatched(source: Sequence[Placeable], target: Sequence[Placeable]) -> Unmatched:
    """What must have a counterpart and has none; soft ones are counterparts, but need none."""
    lost = [one for one in source if not one.is_soft and not _is_among(one, target)]
    added = [one for one in target if not one.is_soft and not _is_among(one, source)]
    if not lost and not added:
        lost, added = _swapped(source, target)
    return Unmatched(tuple(lost), tuple(added))


def _is_among(one: Placeable, others: Iterable[Placeable]) -> bool:
    return any(one.agrees(other) for other in others)


def _swapped(
    source: Sequence[Placeable], target: Sequence[Placeable]
) -> tuple[list[Placeable], list[Placeable]]:
    """A value that stands once less in the target, where another one stands once more."""
    if any(one.is_soft or one.others for one in (*source, *target)):
        return [], []
    before, after = Counter(one.value for one in source), Counter(one.value for one in target)
    less = [value for value in before if before[value] > after[value] and before[value] > 1]
    more = [value for value in after if after[value] > before[value] > 0]
    if len(source) != len(target) or not less or not more:
        return [], []
    return (
        [next(one for one in source if one.value == less[0])],
        [next(one for one in target if one.value == more[0])],
    )


def numbers_of_dates(found: Iterable[Placeable]) -> frozenset[int]:
    """The years, months and days of dates: each may stand for itself on the other side."""
    days = [value for one in found for value in one.readings if isinstance(value, Day)]
    parts = [part for day in days for part in (day.year, day.month, day.day, day.quarter)]
    return frozenset(part for part in parts if part is not None)


def is_one_of(one: Placeable, amounts: frozenset[int]) -> bool:
    """Whether a number is one of these."""
    value = one.value
    return isinstance(value, Number) and not value.unit and value.amount in amounts


def names_of(segment: Segment, names: Mapping[str, str]) -> tuple[Placeable, ...]:
    """The persons and places of the source that are known."""
    table = known_names(segment.source_language, segment.target_language, names)
    found = placeables(segment.source, segment.source_language, names=table)
    alone = (one for one in found if is_name_alone(one, segment.source))
    return of_kind(alone, PlaceableKind.NAME)


def replaced(text: str, placeable: Placeable, after: str) -> str:
    """The text with `after` in the place of a placeable."""
    return text[: placeable.start] + after + text[placeable.end :]
