"""F007–F008, and how a waiver is read.

A waiver is a line of the translator's comment, so that it travels in the PO file::

    # glossary: allow V003 the name is spelt so on the ministry's seal

It silences the issues with that code of the entry it stands in, and those of other entries that
are about this one too. In the header it silences those of the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.checks._contract import (
    HEADER,
    Check,
    Collection,
    Issue,
    Key,
    Part,
    Setting,
    Severity,
)
from glossary.interface import _

__all__ = ["CHECKS", "Waiver", "waivers_of"]

_WAIVER = re.compile(r"\s*glossary:\s*(\S*)\s*(\S*)\s*(.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]\d{3}")
_WORD = "allow"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver as it stands; `is_used` tells whether it silenced an issue.

    `fault` says what is wrong with it, empty when nothing is.
    """

    key: Key
    line: str
    code: str
    fault: str = ""
    is_used: bool = False


class UnusedWaiver(Check[Sequence[Waiver]]):
    """A waiver silences nothing."""

    code = "F007"
    severity = Severity.NOTE

    def issues(self, subject: Sequence[Waiver], setting: Setting) -> Iterator[Issue]:
        """What it was for is gone: the line can go too."""
        for waiver in subject:
            if not waiver.is_used and not waiver.fault:
                message = _("nothing here is found by {code}").format(code=waiver.code)
                yield Issue(self.code, self.severity, message, waiver.key, Part.NOTES, waiver.line)


class FaultyWaiver(Check[Sequence[Waiver]]):
    """A waiver is not written as “glossary: allow CODE reason”."""

    code = "F008"

    def issues(self, subject: Sequence[Waiver], setting: Setting) -> Iterator[Issue]:
        """It silences nothing then."""
        for waiver in subject:
            if waiver.fault:
                yield Issue(
                    self.code, self.severity, waiver.fault, waiver.key, Part.NOTES, waiver.line
                )


def waivers_of(collection: Collection, codes: Iterable[str]) -> Iterator[Waiver]:
    """Every waiver of the file, in its order; `codes` are those that exist."""
    known = frozenset(codes)
    notes: dict[Key, Sequence[str]] = {}
    if collection.header:
        notes[HEADER] = collection.header.notes
    notes |= {item.key: item.notes for item in collection.items}
    for key, lines in notes.items():
        for line in lines:
            if "glossary:" in line.lower() and (found := _WAIVER.fullmatch(line)):
                yield _read(key, line, found, known)


def _read(key: Key, line: str, found: re.Match[str], known: Iterable[str]) -> Waiver:
    word, code, reason = found[1].lower(), found[2].upper(), found[3].strip()
    if word != _WORD or not _CODE.fullmatch(code):
        return Waiver(key, line, code, _("a waiver reads “glossary: allow CODE reason”"))
    if code not in known:
        return Waiver(key, line, code, _("there is no check {code}").format(code=code))
    if not reason:
        return Waiver(key, line, code, _("the waiver of {code} gives no reason").format(code=code))
    return Waiver(key, line, code)


def silenced(
    issues: Iterable[Issue], waivers: Iterable[Waiver]
) -> tuple[list[Issue], list[Issue], set[tuple[Key, str]]]:
    """Part issues into those that count and those waived; the waivers that were used come last."""
    allowed = {(waiver.key, waiver.code) for waiver in waivers if not waiver.fault}
    kept: list[Issue] = []
    waived: list[Issue] = []
    used: set[tuple[Key, str]] = set()
    for issue in issues:
        applying = {(key, issue.code) for key in (issue.key, *issue.related)} & allowed
        (waived if applying else kept).append(issue)
        used |= applying
    return kept, waived, used


CHECKS = (UnusedWaiver(), FaultyWaiver())
