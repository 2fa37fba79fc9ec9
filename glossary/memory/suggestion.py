"""Propose equivalents of a term from what was translated: the phrases that go with it.

in      a term, and the units in whose source it occurs
out     phrases of the targets, the most strongly associated first
score   the log-likelihood ratio of term and phrase occurring in the same units: Dunning (1993),
        Accurate methods for the statistics of surprise and coincidence, CL 19(1)
ties    the longer phrase, then the alphabet: a part of a phrase that never stands alone says less
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from glossary.languages import fold, vi
from glossary.memory import _keys
from glossary.memory.store import Store
from glossary.memory.unit import Unit

LEAST = 3
"""In fewer units no association shows."""

LONGEST = 8
"""Words, or Vietnamese syllables, of a phrase."""

_AT_MOST = 500
"""Units with the term that are looked at, the newest ones."""

_CANDIDATES = 60
"""Phrases whose count in the whole memory is asked for."""

_SHARE = 0.2
"""The share of the term's units that a phrase must at least occur in."""

_SIGNIFICANT = 10.83
"""The 0.1 % point of chi-square with one degree of freedom."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that goes with a term, and in how many units: with it, in all, and the term.

    `examples` are up to three units that have both, the newest.
    """

    phrase: str
    together: int
    phrase_count: int
    term_count: int
    score: float
    examples: tuple[Unit, ...]


def suggest(
    store: Store, term: str, *, language: str, limit: int, forms: Sequence[str] = ()
) -> list[Suggestion]:
    """Give the phrases of `language` that go with an English term, or with one of its other forms.

    Nothing where the term occurs in fewer than `LEAST` units.
    """
    side = _keys.side(language)
    units = _units_with(store, (term, *forms), side)
    if len(units) < LEAST:
        return []
    with_phrase: defaultdict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in units:
        for phrase in set(_phrases(unit.segment.target, side)):
            with_phrase[phrase].append(unit)
    total = store.number("SELECT count(DISTINCT target) FROM units")
    likely = _likely(with_phrase, len(units))
    found = [
        _suggestion(store, phrase, with_phrase[phrase], term_count=len(units), total=total)
        for phrase in likely
    ]
    found = [one for one in found if one.score >= _SIGNIFICANT]
    found.sort(key=lambda one: (-round(one.score, 3), -len(one.phrase.split()), one.phrase))
    return list(_apart(found))[:limit]


def _units_with(store: Store, terms: Iterable[str], side: str) -> list[Unit]:
    """Units in whose source one of the terms occurs, one for each distinct target."""
    keys = [_keys.word_keys(_keys.ENGLISH, term) for term in terms]
    asked = " OR ".join(" + ".join(f'"{key}"' for key in words) for words in keys if words)
    if not asked:
        return []
    rows = store.rows(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (f"english : ({asked})", _AT_MOST),
    )
    found = store.units_with("source", [row[0] for row in rows], language=side)
    units = {unit.segment.target: unit for _text, unit in found}
    return sorted(units.values(), key=lambda unit: (-unit.changed.timestamp(), -unit.id))


def _phrases(text: str, side: str) -> Iterator[tuple[str, ...]]:
    """Every phrase of up to `LONGEST` words that no mark divides and no function word bounds."""
    run: list[str] = []
    last = 0
    for start, end in [*_keys.words(text), (len(text) + 1, len(text) + 1)]:
        if start > len(text) or (run and text[last:start].strip(" ")):
            yield from _runs(run, side)
            run = []
        run.append(text[start:end].lower())
        last = end


def _runs(words: list[str], side: str) -> Iterator[tuple[str, ...]]:
    idle = vi.FUNCTION_WORDS if side == "vi" else frozenset()
    for start, first in enumerate(words):
        if first not in idle and not first.isdigit():
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                if words[end - 1] not in idle and not words[end - 1].isdigit():
                    yield tuple(words[start:end])


def _likely(
    with_phrase: dict[tuple[str, ...], list[Unit]], term_count: int
) -> list[tuple[str, ...]]:
    """The phrases that most units with the term have; of equal ones the longer."""
    least = max(2, _SHARE * term_count)
    counts = Counter({phrase: len(units) for phrase, units in with_phrase.items()})
    often = [phrase for phrase, count in counts.items() if count >= least]
    often.sort(key=lambda phrase: (-counts[phrase], -len(phrase), phrase))
    return often[:_CANDIDATES]


def _suggestion(
    store: Store, phrase: tuple[str, ...], units: list[Unit], *, term_count: int, total: int
) -> Suggestion:
    asked = " + ".join(f'"{fold(word)}"' for word in phrase)
    count = store.number("SELECT count(*) FROM words WHERE words MATCH ?", (f"other : ({asked})",))
    together = len(units)
    score = log_likelihood(together, term_count, max(count, together), max(total, term_count))
    return Suggestion(
        " ".join(phrase), together, max(count, together), term_count, score, tuple(units[:3])
    )


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """How surprising it is that two things occur together so often; 0 where it is less than chance.

    `both` counts the places with both, `first` and `second` those with each, of `total` ones.

    >>> round(log_likelihood(5, 5, 5, 100), 1), log_likelihood(1, 50, 50, 100)
    (39.7, 0.0)
    """
    if both * total <= first * second:
        return 0.0
    cells = (
        (both, first * second),
        (first - both, first * (total - second)),
        (second - both, (total - first) * second),
        (total - first - second + both, (total - first) * (total - second)),
    )
    return 2 * sum(seen * log(seen * total / expected) for seen, expected in cells if seen > 0)


def _apart(found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Without phrases that are a part of a better one, or have one as a part."""
    kept: list[str] = []
    for one in found:
        padded = f" {one.phrase} "
        if not any(f" {better} " in padded or padded in f" {better} " for better in kept):
            kept.append(one.phrase)
            yield one
