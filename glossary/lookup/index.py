"""An index of entries under every designation they have, in the source and the other language.

in      the entries of the catalogs, each list under its language
out     for a query, the entries that have it as a designation; else the nearest designations
ties    entries that match equally well stand in the order of their source term
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum

from glossary.languages import fold, normalise
from glossary.lookup.description import describe
from glossary.model import Acceptability, Entry

_MIN_INITIALS = 3
# Shares of letters that two designations, or two words, have in common (difflib's ratio): typing
# errors stay above them, other words mostly below.
_SIMILAR = 0.6
_SAME_WORD = 0.8


class Closeness(IntEnum):
    """How a query met a designation; only the closest kind that finds anything is used."""

    EXACT = 0
    """The same text, whatever its case."""
    FOLDED = 1
    """The same without tone marks and other marks, kinds of hyphen and spacing."""
    VARIANT = 2
    """Another number, spelling or hyphenation of the same source term."""
    INITIALS = 3
    """The first letters of an equivalent's syllables: bhtn, bảo hiểm thất nghiệp."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a query met through its designation `text`.

    `acceptability` is the standing of `text` as an equivalent; None where it is a source term.
    """

    entry: Entry
    language: str
    text: str
    acceptability: Acceptability | None
    closeness: Closeness


class Index:
    """Finds the entries that have a designation. Obsolete entries are left out.

    `variant_key` gives equal keys for the variants of one source term.
    """

    def __init__(
        self,
        catalogs: Mapping[str, Iterable[Entry]],
        *,
        variant_key: Callable[[str], str] = fold,
    ) -> None:
        self._variant_key = variant_key
        self._matches: dict[tuple[Closeness, str], list[Match]] = {}
        self._designations: dict[str, str] = {}
        for language, entries in catalogs.items():
            for entry in entries:
                if not entry.obsolete:
                    self._add(entry, language)

    def find(self, query: str) -> tuple[Match, ...]:
        """The closest matches of `query`, one for each entry and language; may be empty."""
        keys = {
            Closeness.EXACT: normalise(query).casefold(),
            Closeness.FOLDED: fold(query),
            Closeness.VARIANT: self._variant_key(normalise(query)),
            Closeness.INITIALS: fold(query),
        }
        for closeness, key in keys.items():
            if key and (found := self._matches.get((closeness, key))):
                return tuple(sorted(_once(found), key=_order))
        return ()

    def nearest(self, query: str, count: int = 3) -> tuple[str, ...]:
        """Up to `count` designations like `query`: first those that hold all its words.

        A word counts as held when one that is spelt nearly like it stands there.
        """
        wanted = fold(query)
        vocabulary = sorted({word for key in self._designations for word in key.split()})
        held = [
            {word, *get_close_matches(word, vocabulary, cutoff=_SAME_WORD)}
            for word in wanted.split()
        ]
        holding = [
            key
            for key in self._designations
            if held and all(words.intersection(key.split()) for words in held)
        ]
        holding.sort(key=lambda key: (wanted not in key, len(key), key))
        alike = get_close_matches(wanted, self._designations, n=count, cutoff=_SIMILAR)
        found = dict.fromkeys((*holding[:count], *alike))
        return tuple(self._designations[key] for key in found)[:count]

    def _add(self, entry: Entry, language: str) -> None:
        for text, acceptability in _designations(entry):
            folded = fold(text)
            keys = [(Closeness.EXACT, normalise(text).casefold()), (Closeness.FOLDED, folded)]
            if acceptability is None:
                keys.append((Closeness.VARIANT, self._variant_key(normalise(text))))
            elif len(initials := _initials(folded)) >= _MIN_INITIALS:
                keys.append((Closeness.INITIALS, initials))
            for closeness, key in keys:
                match = Match(entry, language, text, acceptability, closeness)
                self._matches.setdefault((closeness, key), []).append(match)
            if acceptability is not Acceptability.FORBIDDEN:
                self._designations.setdefault(folded, text)


def _designations(entry: Entry) -> Iterator[tuple[str, Acceptability | None]]:
    yield entry.source, None
    for name in describe(entry.comments).other_names:
        yield name, None
    yield from entry.equivalents


def _initials(folded: str) -> str:
    return "".join(word[0] for word in folded.replace("-", " ").split() if word[0].isalpha())


def _once(matches: Iterable[Match]) -> Iterable[Match]:
    """One match for each entry and language, by the designation that stands first in it."""
    found: dict[tuple[str, str, str], Match] = {}
    for match in matches:
        found.setdefault((match.language, *match.entry.key), match)
    return found.values()


def _order(match: Match) -> tuple[int, str, str, str, str]:
    standing = list(Acceptability).index(match.acceptability) if match.acceptability else -1
    source, sense = match.entry.key
    return standing, source.casefold(), source, sense, match.language
