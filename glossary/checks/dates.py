"""D001–D004: dates and times, compared by what they say.

A date may be shortened where the text around it has the rest: its year may be left out or added.

source  Decree 30/2020/NĐ-CP, appendix I, II.4: days up to 9 and months 1 and 2 with a nought
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, SegmentCheck, Setting, Severity
from glossary.checks._counterparts import (
    Unmatched,
    is_one_of,
    numbers_of_dates,
    of_kind,
    replaced,
    sides,
    unmatched,
)
from glossary.interface import _
from glossary.languages import Day, Placeable, PlaceableKind, render
from glossary.model import Segment

__all__ = ["CHECKS"]

_PARTS = re.compile(r"(?P<day>[0-9]{1,2})(?P<first>[/.-])(?P<month>[0-9]{1,2})(?=[/.-][0-9]{4})")
_DIGIT_DAYS = 9
_DIGIT_MONTHS = 2


class WrongDate(SegmentCheck):
    """A date of the source has no counterpart."""

    code = "D001"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Where one date stands in its place, the message names it."""
        loose = _loose(subject, PlaceableKind.DATE)
        added = list(loose.added)
        for one in loose.lost:
            yield self.issue(subject, _message(one, added.pop(0) if added else None, subject))


class AddedDate(SegmentCheck):
    """A date stands in the target and not in the source."""

    code = "D002"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """One that stands for a date of the source is D001."""
        loose = _loose(subject, PlaceableKind.DATE)
        for one in loose.added[len(loose.lost) :]:
            yield self.issue(subject, _("“{date}” is not in the source").format(date=one.text))


class MissingNought(SegmentCheck):
    """A date lacks the nought that documents write.

    A note: newspapers leave it out.
    """

    code = "D003"
    severity = Severity.NOTE
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Days 1 to 9 and the months January and February: ngày 05/01/2016."""
        for one in of_kind(sides(subject).target, PlaceableKind.DATE):
            found = _PARTS.search(one.text)
            if not found or one.text in subject.source:
                continue
            day = _padded(found["day"], _DIGIT_DAYS)
            month = _padded(found["month"], _DIGIT_MONTHS)
            right = f"{day}{found['first']}{month}"
            if right != found[0]:
                text = one.text.replace(found[0], right, 1)
                message = _("“{date}” is written “{right}”").format(date=one.text, right=text)
                yield self.issue(subject, message, after=replaced(subject.target, one, text))


class WrongTime(SegmentCheck):
    """A time of day of the source has no counterpart."""

    code = "D004"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Half past four in the afternoon is 16:30, 16h30 or 4 giờ 30 chiều."""
        loose = _loose(subject, PlaceableKind.TIME)
        added = list(loose.added)
        for one in loose.lost:
            yield self.issue(subject, _message(one, added.pop(0) if added else None, subject))
        for one in added:
            yield self.issue(subject, _("“{time}” is not in the source").format(time=one.text))


def _loose(segment: Segment, kind: PlaceableKind) -> Unmatched:
    both = sides(segment)
    if not both.is_known:
        # The names of its months are not known.
        return Unmatched((), ())
    loose = unmatched(of_kind(both.source, kind), of_kind(both.target, kind))
    numbers = of_kind(both.source, PlaceableKind.NUMBER)
    added = (one for one in loose.added if not _is_said_in_numbers(one, numbers))
    return Unmatched(loose.lost, tuple(added))


def _is_said_in_numbers(one: Placeable, numbers: tuple[Placeable, ...]) -> bool:
    """Whether every part of a date stands alone in the source: “the 15th of this month”."""
    if not isinstance(one.value, Day):
        return False
    parts = numbers_of_dates([one])
    return all(any(is_one_of(other, frozenset({part})) for other in numbers) for part in parts)


def _padded(digits: str, last: int) -> str:
    return f"0{digits}" if len(digits) == 1 and int(digits) <= last else digits


def _message(one: Placeable, other: Placeable | None, segment: Segment) -> str:
    right = render(one, segment.source_language, segment.target_language) or ""
    said = f"{one.text} = {right}" if right else one.text
    if other is None:
        return _("“{date}” has no counterpart").format(date=said)
    return _("“{date}” has become “{other}”").format(date=said, other=other.text)


CHECKS = (WrongDate(), AddedDate(), MissingNought(), WrongTime())
