"""N001–N005: numbers, compared by what they say and not by how they are written.

``18.305 million`` is ``18,305 triệu``, ``02 conferences`` may be *hai hội nghị* and ``the 12th`` is
*khóa XII*. Of numbers in words only a wrong one is named, for many are rendered without any.

source  CLDR: Vietnamese writes a decimal comma and groups digits with a point
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from glossary.checks._contract import Issue, SegmentCheck, Setting, Severity
from glossary.checks._counterparts import (
    Sides,
    Unmatched,
    is_one_of,
    numbers_of_dates,
    of_kind,
    replaced,
    sides,
    unmatched,
)
from glossary.interface import _
from glossary.languages import Number, Placeable, PlaceableKind, render, vi
from glossary.model import Segment

__all__ = ["CHECKS"]

_PERCENT = "%"
_POWERS = tuple(10**power for power in range(2, 13))
_GAP = 2
"""Characters between two groups of one number: a blank, a word such as 만."""
_MYRIAD, _GROUPS = 4, 5
_VERSIONS = (
    "phiên bản", "mục", "khoản", "điểm", "điều", "bảng", "hình", "phần", "web", "công nghiệp",
    "cách mạng", "windows", "version",
)  # fmt: skip


class WrongNumber(SegmentCheck):
    """A number of the source has no counterpart."""

    code = "N001"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Where one number stands in its place, the message names it."""
        faults = _faults(subject)
        for one, other in faults.wrong:
            yield self.issue(subject, _message(one, other, subject))


class AddedNumber(SegmentCheck):
    """A number stands in the target and not in the source."""

    code = "N002"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """One that stands for a number of the source is N001."""
        for one in _faults(subject).added:
            yield self.issue(subject, _("“{number}” is not in the source").format(number=one.text))


class NumberFormat(SegmentCheck):
    """A number is written in the format of another language."""

    code = "N003"
    severity = Severity.ERROR
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """39.05% for 39,05%, or 14,000 for 14.000, which says fourteen."""
        for one, right in _faults(subject).misformed:
            message = _("“{number}” is written “{right}”").format(number=one.text, right=right)
            yield self.issue(subject, message, after=replaced(subject.target, one, right))


class PercentSign(SegmentCheck):
    """A per cent sign is missing or should not be there."""

    code = "N004"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """The number is right."""
        for one, other in _faults(subject).percents:
            text = _("“{number}” is “{other}” in the source")
            message = text.format(number=other.text, other=one.text)
            right = render(one, subject.source_language, subject.target_language)
            after = replaced(subject.target, other, right) if right else None
            yield self.issue(subject, message, after=after)


class OtherCurrency(SegmentCheck):
    """An amount of money is in another currency."""

    code = "N005"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """The number is right."""
        for one, other in _faults(subject).currencies:
            text = _("“{number}” is “{other}” in the source")
            yield self.issue(subject, text.format(number=other.text, other=one.text))


class _Faults:
    """The numbers of a segment that are wrong, each under what is wrong with it."""

    def __init__(self, segment: Segment, both: Sides, loose: Unmatched) -> None:
        self.wrong: list[tuple[Placeable, Placeable | None]] = []
        self.percents: list[tuple[Placeable, Placeable]] = []
        self.currencies: list[tuple[Placeable, Placeable]] = []
        self.misformed: list[tuple[Placeable, str]] = []
        self.added = list(loose.added)
        rest = []
        for one in loose.lost:
            if not self._is_explained(one, segment):
                rest.append(one)
        self._pair(rest, both)
        self._own_format(segment, both)

    def _is_explained(self, one: Placeable, segment: Segment) -> bool:
        """Whether an added number has the value in another format, unit or currency."""
        for other in self.added:
            if other.foreign is not None and one.value.agrees(other.foreign):
                self.misformed.append((other, _right(one, other, segment)))
            elif not _same_amount(one, other):
                continue
            elif _PERCENT in {_unit(one), _unit(other)}:
                self.percents.append((one, other))
            else:
                self.currencies.append((one, other))
            self.added.remove(other)
            return True
        return False

    def _pair(self, rest: Sequence[Placeable], both: Sides) -> None:
        """Put each lost number beside the added one that stands in the same place of the order."""
        lost = list(rest)
        if not lost and not self.added:
            self.wrong += _wrong_words(both)
        for one in lost:
            other = self.added.pop(0) if self.added else None
            self.wrong.append((one, other))

    def _own_format(self, segment: Segment, both: Sides) -> None:
        """Numbers that have their counterpart, and can be read only as another language's."""
        known = [one for one, _right_text in self.misformed]
        for one in of_kind(both.target, PlaceableKind.NUMBER):
            if one.is_foreign and one not in known and not _is_version(one, segment):
                self.misformed.append((one, one.text.translate(str.maketrans(".,", ",."))))


def _faults(segment: Segment) -> _Faults:
    both = sides(segment)
    source = of_kind(both.source, PlaceableKind.NUMBER)
    target = of_kind(both.target, PlaceableKind.NUMBER)
    if not both.is_known:
        return _Faults(segment, both, _by_digits(source, target, both))
    loose = unmatched(source, target)
    mine, its = numbers_of_dates(both.source), numbers_of_dates(both.target)
    lost = tuple(one for one in loose.lost if not is_one_of(one, its))
    added = tuple(one for one in loose.added if not is_one_of(one, mine))
    return _Faults(segment, both, Unmatched(lost, added))


def _by_digits(source: Sequence[Placeable], target: Sequence[Placeable], both: Sides) -> Unmatched:
    """What differs in more than powers of ten: a language whose words are not known."""
    dates = numbers_of_dates((*both.source, *both.target))
    plain = [replace(one, value=_bare(one)) for one in target]
    plain = [*plain, *_joined(plain)]
    lost = tuple(
        one
        for one in source
        if not one.is_soft
        and not is_one_of(one, dates)
        and not any(_is_scaled(one, other) for other in plain)
    )
    return Unmatched(lost, ())


def _joined(target: Sequence[Placeable]) -> Iterator[Placeable]:
    """Numbers whose groups stand apart: 1 234 567, or 9,213만 1천, where a group is of four."""
    for start, first in enumerate(target):
        raw = padded = _digits(first)
        for before, one in pairwise(target[start : start + _GROUPS]):
            if one.start - before.end > _GAP:
                break
            raw += _digits(one)
            padded += _digits(one).zfill(_MYRIAD)
            for digits in (raw, padded):
                yield replace(first, value=Number(Decimal(digits)), foreign=None)


def _digits(one: Placeable) -> str:
    return "".join(character for character in one.text if character.isdecimal())


def _bare(one: Placeable) -> Number:
    assert isinstance(one.value, Number)
    return Number(one.value.amount)


def _is_scaled(one: Placeable, other: Placeable) -> bool:
    mine, its = _bare(one).amount, _bare(other).amount
    readings = {its, *(value.amount for value in [other.foreign] if isinstance(value, Number))}
    return mine in readings or any(mine == value * power for value in readings for power in _POWERS)


def _unit(one: Placeable) -> str:
    return one.value.unit if isinstance(one.value, Number) else ""


def _same_amount(one: Placeable, other: Placeable) -> bool:
    return _bare(one) == _bare(other)


def _right(one: Placeable, other: Placeable, segment: Segment) -> str:
    """How the number is written; the target's own words beside it stay."""
    right = render(one, segment.source_language, segment.target_language)
    digits = (right or "").split(" ", maxsplit=1)[0].rstrip(_PERCENT)
    wrong = other.text.split(" ", maxsplit=1)[0].rstrip(_PERCENT)
    swapped = wrong.translate(str.maketrans(".,", ",."))
    return other.text.replace(wrong, digits if digits == swapped else swapped, 1)


def _is_version(one: Placeable, segment: Segment) -> bool:
    """Whether 4.0 or 3.2 names a version or a section, as in the source."""
    before = segment.target[: one.start].casefold().split()[-2:]
    named = any(" ".join(before).endswith(word) for word in _VERSIONS)
    is_plain = one.text in segment.source and not _unit(one)
    return is_plain and (named or one.text.endswith(".0"))


def _wrong_words(both: Sides) -> list[tuple[Placeable, Placeable | None]]:
    """A number in words that became another one; a lone word that means something else is none."""
    source = of_kind(both.source, PlaceableKind.NUMBER)
    target = of_kind(both.target, PlaceableKind.NUMBER)
    lost = {
        one.value: one for one in reversed(source) if one.is_soft and _is_plain_word(one, target)
    }
    added = {
        one.value: one
        for one in reversed(target)
        if one.is_soft
        and not any(one.agrees(other) for other in source)
        and one.text.lower() not in vi.AMBIGUOUS_NUMERALS
    }
    is_one_each = len(lost) == len(added) == 1
    return list(zip(lost.values(), added.values(), strict=True)) if is_one_each else []


def _is_plain_word(one: Placeable, target: Sequence[Placeable]) -> bool:
    is_number = isinstance(one.value, Number) and one.value.amount > 1 and not one.others
    return is_number and not any(one.agrees(other) for other in target)


def _message(one: Placeable, other: Placeable | None, segment: Segment) -> str:
    right = render(one, segment.source_language, segment.target_language) or ""
    said = f"{one.text} = {right}" if right else one.text
    if other is None:
        return _("“{number}” has no counterpart").format(number=said)
    text = _("“{number}” has become “{other}”")
    return text.format(number=said, other=other.text)


CHECKS = (WrongNumber(), AddedNumber(), NumberFormat(), PercentSign(), OtherCurrency())
