"""T007–T009: equivalents of one entry beside those of others.

English articles call one thing by several names ("branch", "industry", "sector" for ngành), and
then the names share an equivalent on purpose. An entry that says so is believed: its ``Also:`` line
or one of its notes names the other term.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from glossary.checks._contract import Collection, CollectionCheck, Issue, Part, Setting, Severity
from glossary.checks._phrases import contains, phrases_of
from glossary.interface import _
from glossary.lookup import describe
from glossary.model import Acceptability, Entry

__all__ = ["CHECKS"]

_LINKS = 12
"""Terms that share an equivalent: beyond so many nobody reads every pair."""


class SharedEquivalent(CollectionCheck):
    """One equivalent serves two terms, and no note or `Also:` line says that they are the same."""

    code = "T007"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Preferred equivalents only; an acronym may share that of its long form."""
        sharing: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry, key in zip(subject.entries, subject.source_keys, strict=True):
            if entry.target:
                sharing[entry.target.casefold()].append((entry, key))
        for group in sharing.values():
            if len(group) > 1:
                yield from self._unexplained(group[:_LINKS])

    def _unexplained(self, group: list[tuple[Entry, str]]) -> Iterator[Issue]:
        first = group[0]
        linked = _linked_to(first, group)
        for entry, key in group[1:]:
            if entry.key in linked or key == first[1]:
                continue
            yield Issue(
                self.code,
                self.severity,
                _(
                    "“{target}” is also the equivalent of “{source}”; if they are one, say so in a "
                    "note"
                ).format(target=entry.target, source=first[0].source),
                entry.key,
                Part.TARGET,
                entry.target,
                related=(first[0].key,),
            )


class ForbiddenElsewhere(CollectionCheck):
    """An equivalent uses what the entry of a part of its term forbids."""

    code = "T008"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """“… bảo hiểm xã hội tình nguyện” in a term with “voluntary social insurance”."""
        forbidding: dict[str, list[Entry]] = defaultdict(list)
        for entry, key in zip(subject.entries, subject.source_keys, strict=True):
            if entry.forbidden:
                forbidding[key].append(entry)
        for entry, key in zip(subject.entries, subject.source_keys, strict=True):
            for phrase in phrases_of(key):
                for other in forbidding.get(phrase, ()):
                    yield from self._uses(entry, other)

    def _uses(self, entry: Entry, other: Entry) -> Iterator[Issue]:
        usable = {text.casefold() for text, standing in other.equivalents if _is_usable(standing)}
        for text, standing in entry.equivalents:
            if not _is_usable(standing):
                continue
            for forbidden in other.forbidden:
                inside = any(contains(one, forbidden) and contains(text, one) for one in usable)
                if contains(text, forbidden) and not inside:
                    yield Issue(
                        self.code,
                        self.severity,
                        _("“{forbidden}” is forbidden for “{source}”").format(
                            forbidden=forbidden, source=other.source
                        ),
                        entry.key,
                        Part.of(standing),
                        text,
                        related=(other.key,),
                    )


class ForbiddenForAnother(CollectionCheck):
    """The equivalent is forbidden for another term.

    A note: what misleads for one concept may be right for another.
    """

    code = "T009"
    severity = Severity.NOTE

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """The whole preferred equivalent, without regard to case."""
        forbidding: dict[str, Entry] = {}
        for entry in subject.entries:
            for text in entry.forbidden:
                forbidding.setdefault(text.casefold(), entry)
        for entry in subject.entries:
            other = forbidding.get(entry.target.casefold()) if entry.target else None
            if other and other.key != entry.key and not _names(entry, other):
                yield Issue(
                    self.code,
                    self.severity,
                    _("“{forbidden}” is forbidden for “{source}”").format(
                        forbidden=entry.target, source=other.source
                    ),
                    entry.key,
                    Part.TARGET,
                    entry.target,
                    related=(other.key,),
                )


def _is_usable(standing: Acceptability) -> bool:
    return standing in {Acceptability.PREFERRED, Acceptability.ADMITTED}


def _linked_to(
    first: tuple[Entry, str], group: Iterable[tuple[Entry, str]]
) -> set[tuple[str, str]]:
    """The keys of those that notes join to the first, directly or through another one."""
    rest = [entry for entry, _key in group]
    linked, fresh = {first[0].key}, [first[0]]
    while fresh:
        entry = fresh.pop()
        for other in rest:
            if other.key not in linked and (_names(entry, other) or _names(other, entry)):
                linked.add(other.key)
                fresh.append(other)
    return linked


def _names(entry: Entry, other: Entry) -> bool:
    """Whether the entry says in a note or behind `Also:` that the other term is meant too."""
    about = describe(entry.comments)
    if any(_same(name, other.source) for name in about.other_names):
        return True
    if any(_same(line.partition(" ")[2][3:], other.source) for line in about.relations):
        return True
    return any(_mentions(note, other.source) for note in entry.notes)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.casefold()


def _mentions(note: str, source: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(source)}(?:s|es)?(?!\w)", note, re.IGNORECASE) is not None


CHECKS = (SharedEquivalent(), ForbiddenElsewhere(), ForbiddenForAnother())
