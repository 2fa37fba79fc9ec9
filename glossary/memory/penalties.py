"""Penalties: points of percent that a match loses for what its likeness does not tell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from glossary.memory.unit import Unit

_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\{[^{}\s]*\}|%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%]")


@dataclass(frozen=True, slots=True)
class Penalties:
    """Points of percent, zero or more each; they are added up and only ever subtracted.

    `unreviewed`: the unit is flagged, somebody must look at it. `other_origin`: it is from another
    file than the wanted segment. `numbers`, `markup`: the numbers, or the tags and placeholders,
    of the two sources differ. `case`: they are equal but for capitals. `reversed`: the unit was
    translated in the other direction.
    """

    unreviewed: int = 5
    other_origin: int = 0
    numbers: int = 1
    markup: int = 2
    case: int = 0
    reversed: int = 2

    def of(self, unit: Unit, source: str, *, wanted: str, origin: str) -> int:
        """The points that a unit loses whose text `source` was matched with the wanted one."""
        points = self.unreviewed if unit.segment.needs_review else 0
        if origin and unit.segment.origin != origin:
            points += self.other_origin
        if source == wanted:
            return points
        if self.numbers and Counter(_NUMBER.findall(source)) != Counter(_NUMBER.findall(wanted)):
            points += self.numbers
        if self.markup and Counter(_MARKUP.findall(source)) != Counter(_MARKUP.findall(wanted)):
            points += self.markup
        if self.case and source.casefold() == wanted.casefold():
            points += self.case
        return points
