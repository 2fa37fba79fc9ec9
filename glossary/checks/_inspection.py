"""Run every check over a collection.

in      a collection: the living entries of a file with their lines
out     a report: the issues that count, and those that a waiver silences, each with its line
order   by line, then code, then message
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import is_normalized

from glossary.checks import waivers as waiving
from glossary.checks._contract import (
    HEADER,
    Check,
    Collection,
    CollectionCheck,
    EntryCheck,
    Issue,
    Key,
    Lines,
    Part,
    SegmentCheck,
    Setting,
    Text,
    TextCheck,
)
from glossary.model import Entry, Segment

_TEXTS = (Part.ADMITTED, Part.DEPRECATED)


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found in one file: what counts, and what somebody waived."""

    issues: tuple[Issue, ...]
    waived: tuple[Issue, ...] = ()


def run_checks(checks: Sequence[Check[Any]], collection: Collection) -> Report:
    """Give the report of all these checks."""
    setting = collection.setting
    active = [check for check in checks if _applies(check, setting)]
    found = list(_found(active, collection))
    waivers = list(waiving.waivers_of(collection, [check.code for check in checks]))
    kept, waived, used = waiving.silenced(found, waivers)
    marked = [replace(one, is_used=(one.key, one.code) in used) for one in waivers]
    for check in active:
        if check in waiving.CHECKS:
            kept += check.issues(marked, setting)
    place = _placing(collection)
    return Report(_ordered(map(place, kept)), _ordered(map(place, waived)))


def texts_of(item: Entry | Segment) -> Iterator[Text]:
    """The texts of an entry or segment whose spelling counts.

    A forbidden one may be forbidden for its spelling.
    """
    if item.target:
        yield Text(item.target, item.source, item.key, Part.TARGET)
    if isinstance(item, Entry):
        for part in _TEXTS:
            for text in getattr(item, part.value):
                yield Text(text, item.source, item.key, part)


def _applies(check: Check[Any], setting: Setting) -> bool:
    if setting.is_template:
        return check.in_templates
    if not check.languages:
        return True
    return setting.language is not None and setting.language.tag in check.languages


def _found(checks: Sequence[Check[Any]], collection: Collection) -> Iterator[Issue]:
    for check in checks:
        if isinstance(check, CollectionCheck):
            yield from check.issues(collection, collection.setting)
    translated = (segment for segment in collection.segments if segment.target)
    texts = (text for item in collection.items for text in texts_of(item))
    for kind, subjects in (
        (EntryCheck, collection.entries),
        (SegmentCheck, translated),
        (TextCheck, texts),
    ):
        of_kind: list[Check[Any]] = [check for check in checks if isinstance(check, kind)]
        for subject in subjects:
            for check in of_kind:
                yield from check.issues(subject, collection.setting)


def _ordered(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda one: (one.line, one.code, one.message, one.key)))


def _placing(collection: Collection) -> Callable[[Issue], Issue]:
    """Give the function that puts its file and line into an issue."""
    places: dict[Key, Lines] = {
        item.key: lines for item, lines in zip(collection.items, collection.lines, strict=True)
    }
    if collection.header:
        places[HEADER] = collection.header.lines

    def place(issue: Issue) -> Issue:
        lines = places.get(issue.key)
        line = lines.line + _offset(lines.text, issue) if lines else 0
        return replace(issue, path=collection.path, line=line)

    return place


def _offset(text: str, issue: Issue) -> int:
    """The line of the part within the lines of its entry, from 0."""
    part = issue.part
    if part is Part.LINES:
        return next(
            (i for i, line in enumerate(text.split("\n")) if not is_normalized("NFC", line)), 0
        )
    if part in {Part.TARGET, Part.SOURCE}:
        pattern = rf"^{part.value}\b"
    elif part is Part.HEADER:
        pattern = rf'^"?{re.escape(issue.text)}\b' if issue.text else "^msgid"
    elif part is Part.REFERENCES:
        pattern = rf"^#:.*{re.escape(issue.text)}(?!\d)"
    elif part is Part.NOTES:
        pattern = rf"^# .*{re.escape(issue.text.strip())}"
    else:
        pattern = rf"^# *{part.value} *: *{re.escape(issue.text)}\s*$"
    found = re.search(pattern, text, re.MULTILINE | re.IGNORECASE)
    if found is None:
        found = re.search(r"^msgid\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) if found else 0
