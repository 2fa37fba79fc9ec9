"""Propose equivalents of a term from what was translated: the phrases that go with it.

in      a term, the units in whose source it occurs, and the glossary's other terms
out     phrases of the targets, the most strongly associated first
rules   Where the term is a part of a longer term that the glossary has, it is not meant; and what
        the glossary's other terms are called is no equivalent of this one.
score   the log-likelihood ratio of term and phrase occurring in the same units: Dunning (1993),
        Accurate methods for the statistics of surprise and coincidence, CL 19(1)
ties    the longer phrase, then the alphabet: a part of a phrase that never stands alone says less
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from math import log

from glossary.languages import vi
from glossary.lookup import Annotator, describe
from glossary.memory import _keys
from glossary.memory.store import Store
from glossary.memory.unit import Unit
from glossary.model import Entry, Segment

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOTHING = " | "
"""Stands where something was taken out; no phrase reaches across it."""

LEAST = 3
"""In fewer units no association shows."""

LONGEST = 8
"""Words, or Vietnamese syllables, of a phrase."""

_AT_MOST = 500
"""Units with the term that are looked at, the newest ones."""

_CANDIDATES = 100
"""Phrases that are looked for elsewhere."""

_BACKGROUND = 2000
"""Units in which they are looked for, the newest ones."""

_SHARE = 0.2
"""The share of the term's units that a phrase must at least occur in."""

_SIGNIFICANT = 10.83
"""The 0.1 % point of chi-square with one degree of freedom."""

_OF_BEST = 1 / 3
"""What is weaker than this share of the best says nothing beside it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase that goes with a term, and in how many units: with it, in all, and the term.

    All are those of the units that were looked at, not of a whole large memory. `examples` are up
    to three units that have both, the newest.
    """

    phrase: str
    together: int
    phrase_count: int
    term_count: int
    score: float
    examples: tuple[Unit, ...]


def suggest(
    store: Store, entry: Entry, *, language: str, limit: int, known: Iterable[Entry] = ()
) -> list[Suggestion]:
    """Give the phrases of `language` that go with an English term.

    `entry` is the term, its other names in its comments; `known` are the glossary's entries.
    Nothing where the term occurs in fewer than `LEAST` units.
    """
    base = _keys.base(language)
    names = (entry.source, *describe(entry.comments).other_names)
    others = _Others(entry, known)
    targets = [(unit, others.rest(unit.segment)) for unit in _units_with(store, names, base)]
    units = [(unit, rest) for unit, rest in targets if rest is not None]
    if len(units) < LEAST:
        return []
    with_phrase: defaultdict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit, rest in units:
        for phrase in set(_phrases(rest, base)):
            with_phrase[phrase].append(unit)
    elsewhere = list(_elsewhere(store, {unit.id for unit, _rest in units}, others, base))
    found = [
        _suggestion(phrase, with_phrase[phrase], len(units), elsewhere)
        for phrase in _likely(with_phrase, len(units))
    ]
    least = max(_SIGNIFICANT, _OF_BEST * max((one.score for one in found), default=0.0))
    found = [one for one in found if one.score >= least]
    found.sort(key=lambda one: (-round(one.score, 3), -len(one.phrase.split()), one.phrase))
    best = list(_apart(found))[:limit]
    return [replace(one, phrase=_as_written(one.phrase, one.examples)) for one in best]


class _Others:
    """The terms that a glossary has beside one."""

    def __init__(self, entry: Entry, known: Iterable[Entry]) -> None:
        self._entry = entry
        others = [one for one in known if one.key != entry.key]
        self._annotator = Annotator.of_sources([entry, *others]) if others else None

    def rest(self, segment: Segment, *, is_meant: bool = True) -> str | None:
        """The target without the equivalents of other terms; None where the term is not meant.

        `is_meant` off: it need not be.
        """
        if self._annotator is None:
            return segment.target
        found = {one.entry.key: one.entry for one in self._annotator.annotate(segment.source)}
        if is_meant and self._entry.key not in found:
            return None
        rest = segment.target
        for other in found.values():
            if other.key != self._entry.key:
                for text, _acceptability in other.equivalents:
                    pattern = rf"(?<!\w){re.escape(text)}(?!\w)"
                    rest = re.sub(pattern, _NOTHING, rest, flags=re.IGNORECASE)
        return rest


def _units_with(store: Store, terms: Iterable[str], base: str) -> list[Unit]:
    """Units in whose source one of the terms occurs, one for each distinct target."""
    keys = [_keys.word_keys(_keys.ENGLISH, term) for term in terms]
    asked = " OR ".join(" + ".join(f'"{key}"' for key in words) for words in keys if words)
    if not asked:
        return []
    rows = store.rows(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (f"english : ({asked})", _AT_MOST),
    )
    found = store.units_with("source", [row[0] for row in rows], language=base)
    units = {unit.segment.target: unit for _text, unit in found}
    return sorted(units.values(), key=lambda unit: (-unit.changed.timestamp(), -unit.id))


def _elsewhere(store: Store, with_term: Set[int], others: _Others, base: str) -> Iterator[str]:
    """The words of the newest units in which the term does not occur, between blanks."""
    for unit in store.newest_units(_BACKGROUND, language=base):
        if unit.id not in with_term:
            rest = others.rest(unit.segment, is_meant=False) or ""
            words = " ".join(rest[start:end].lower() for start, end in _words(rest))
            yield f" {words} "


def _phrases(text: str, base: str) -> Iterator[tuple[str, ...]]:
    """Every phrase of up to `LONGEST` words that no mark divides and no function word bounds."""
    run: list[str] = []
    last = 0
    for start, end in [*_words(text), (len(text) + 1, len(text) + 1)]:
        if start > len(text) or (run and text[last:start].strip(" ")):
            yield from _runs(run, base)
            run = []
        run.append(text[start:end].lower())
        last = end


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand, as (start, end); a phrase goes on over an apostrophe (droit d’assuré)."""
    return (found.span() for found in _WORD.finditer(text))


def _runs(words: list[str], base: str) -> Iterator[tuple[str, ...]]:
    idle = vi.FUNCTION_WORDS if base == "vi" else frozenset()
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
    phrase: tuple[str, ...], units: list[Unit], term_count: int, elsewhere: Sequence[str]
) -> Suggestion:
    together, wanted = len(units), f" {' '.join(phrase)} "
    count = together + sum(wanted in text for text in elsewhere)
    score = log_likelihood(together, term_count, count, term_count + len(elsewhere))
    return Suggestion(wanted.strip(), together, count, term_count, score, tuple(units[:3]))


def _as_written(phrase: str, units: Iterable[Unit]) -> str:
    """The phrase in the capitals that it mostly has in the units: BHXH, Đại Hàn Dân Quốc."""
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    forms = Counter(
        _within_sentence(match) for unit in units for match in pattern.finditer(unit.segment.target)
    )
    ranked = sorted(forms, key=lambda form: (-forms[form], not form.islower(), form))
    return ranked[0] if ranked else phrase


def _within_sentence(match: re.Match[str]) -> str:
    """What was met, without the capital that begins a sentence."""
    form, before = match[0], match.string[: match.start()].rstrip(" “‘(")
    is_first = not before or before[-1] in ".!?…:-"
    return form[:1].lower() + form[1:] if is_first and not form[1:2].isupper() else form


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
    """Without phrases that share an end with a better one, are a part of it, or have it as one."""
    kept: list[tuple[str, ...]] = []
    for one in found:
        phrase = tuple(one.phrase.split())
        if not any(_overlap(phrase, better) or _overlap(better, phrase) for better in kept):
            kept.append(phrase)
            yield one


def _overlap(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the first one holds the second, or ends as the second begins."""
    holds = f" {' '.join(second)} " in f" {' '.join(first)} "
    return holds or any(
        first[-count:] == second[:count] for count in range(1, min(len(first), len(second)) + 1)
    )
