"""What a translation must carry over unchanged in meaning: the types that every language shares.

CAT tools call such a piece of text a placeable. Its value says what it means, in no language: two
placeables of different languages agree when their values do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

PERCENT = "%"


class PlaceableKind(StrEnum):
    """What kind of thing a placeable is; a name is that of a person or place in a table."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    REFERENCE = "reference"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Number:
    """An amount; `unit` is ``%``, a currency of ISO 4217, or empty."""

    amount: Decimal
    unit: str = ""

    def agrees(self, other: object) -> bool:
        """Whether both say the same; a currency counts where both name one."""
        if not isinstance(other, Number) or self.amount != other.amount:
            return False
        units = {self.unit, other.unit}
        return len(units) == 1 or ("" in units and PERCENT not in units)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, a month or a quarter; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def agrees(self, other: object) -> bool:
        """Whether both say the same; either may leave the year to the text around it."""
        if not isinstance(other, Day):
            return False
        same = (self.month, self.day, self.quarter) == (other.month, other.day, other.quarter)
        return same and (self.year == other.year or None in {self.year, other.year})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; hours count to 23."""

    hour: int
    minute: int = 0

    def agrees(self, other: object) -> bool:
        """Whether both are the same time."""
        return self == other


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal document by its number; `code` is type and issuer in capitals, without marks."""

    number: str
    year: int | None
    code: str

    def agrees(self, other: object) -> bool:
        """Whether both are the same document."""
        return self == other


@dataclass(frozen=True, slots=True)
class Name:
    """A person or place, by the spelling of the target language."""

    text: str

    def agrees(self, other: object) -> bool:
        """Whether both are the same name, in any case."""
        return isinstance(other, Name) and self.text.casefold() == other.text.casefold()


Value = Number | Day | Clock | Instrument | Name


@dataclass(frozen=True, slots=True)
class Placeable:
    """A piece of a text: where it stands, what it says and what that means.

    `others` are further meanings that it may have. A soft one (a number in words or in Roman
    digits) may have a counterpart and need not. `foreign` is what it means by the number format of
    another language; `is_foreign` says that it can be read only so, and then it is the value.
    """

    start: int
    end: int
    text: str
    kind: PlaceableKind
    value: Value
    is_soft: bool = False
    others: tuple[Value, ...] = ()
    foreign: Value | None = None
    is_foreign: bool = False

    @property
    def readings(self) -> Iterator[Value]:
        """Every meaning that it may have, the likeliest first."""
        yield self.value
        yield from self.others

    def agrees(self, other: Placeable) -> bool:
        """Whether both can mean the same."""
        return any(mine.agrees(its) for mine in self.readings for its in other.readings)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A placeable of a source text and how the target language writes it, for certain."""

    placeable: Placeable
    text: str
