"""Join the forms of one term and choose the canonical one.

Forms that differ in number, case, possessive, hyphen, determiner or between British and American
spelling have the same comparison key. The canonical form is singular, in lower case unless the
term is a name, and attested where that is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.tallies import Counts, Tally
from glossary.languages import en

LINKS = frozenset({"of", "on", "in", "for", "between", "against", "("})
"""What stands behind the head noun of a phrase."""

# Nouns that mean something else in the singular, or are not used in it.
_PLURAL_NOUNS = frozenset(
    ["affairs", "relations", "resources", "rights", "interests", "means", "goods", "works"]
)
_LOWER_SHARE = 0.2  # so many occurrences in lower case show that capitals are no part of a term


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible term: its canonical `designation`, its `forms` by frequency, what was counted."""

    designation: str
    key: str
    forms: tuple[str, ...]
    tally: Tally


def candidates(counts: Counts) -> list[Candidate]:
    """Join the surface forms of `counts` to candidates, in order of their keys."""
    groups: dict[str, list[str]] = {}
    for surface in counts.tallies:
        groups.setdefault(en.comparison_key(surface), []).append(surface)
    groups.pop("", None)
    proper = _ProperWords(counts.words)
    return [_join(key, groups[key], counts.tallies, proper) for key in sorted(groups)]


class _ProperWords:
    """Tells whether a word is written with a capital wherever it does not begin a sentence."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    def __call__(self, word: str) -> bool:
        return bool(self._words.get(word, 0)) and not self._words.get(word.lower(), 0)


def _join(
    key: str, surfaces: list[str], tallies: Mapping[str, Tally], is_proper: Callable[[str], bool]
) -> Candidate:
    form, total = surfaces[0], tallies[surfaces[0]]
    if surfaces == [key]:  # already in the singular and in lower case
        return Candidate(form, key, (form,), total)
    if len(surfaces) > 1:
        surfaces.sort(key=lambda surface: (-tallies[surface].frequency, surface))
        form, total = _best(surfaces, tallies, is_proper), Tally(tallies[surfaces[0]].pattern)
        for surface in surfaces:
            total.add(tallies[surface])
    form = _number(_decapitalise(form, tallies[form], is_proper), surfaces)
    return Candidate(form, key, tuple(surfaces), total)


def _best(
    surfaces: Sequence[str], tallies: Mapping[str, Tally], is_proper: Callable[[str], bool]
) -> str:
    """Choose one of several forms: most used, and without capitals if it is often so."""
    weights = {surface: _weight(tallies[surface]) for surface in surfaces}
    lower = [surface for surface in surfaces if _is_lower(surface, is_proper)]
    share = sum(map(weights.__getitem__, lower)) / sum(weights.values())
    capital = [surface for surface in surfaces if surface not in lower]
    best = (lower if share >= _LOWER_SHARE else capital) or surfaces
    return max(best, key=lambda surface: (weights[surface], -len(surface), surface))


def _weight(tally: Tally) -> int:
    """How much a form counts: five times in running text as much as where capitals are usual."""
    running = tally.frequency - tally.initial - tally.display
    return 4 * max(running, 0) + tally.frequency


def _is_lower(surface: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether a form has no capitals but those of proper names and acronyms."""
    return surface.islower() or not any(
        w[0].isupper() and not is_proper(w) and w[1:].islower() for w in surface.split()
    )


def _decapitalise(form: str, tally: Tally, is_proper: Callable[[str], bool]) -> str:
    """Take away the capital of a form that stands only where a sentence begins."""
    if form.islower():
        return form
    first, *rest = form.split(" ")
    is_lower = first[1:].islower() and all(word.islower() for word in rest if word[0].isalpha())
    if not is_lower or is_proper(first) or tally.initial != tally.frequency - tally.implied:
        return form
    return " ".join([first.lower(), *rest])


def _number(form: str, surfaces: Iterable[str]) -> str:
    """Put the head into the singular, unless the term is a name or only used in the plural."""
    single = en.singular_phrase(form)
    if single == form or single.lower() in {surface.lower() for surface in surfaces}:
        return single
    words = form.split(" ")
    head = words[head_index(words)]
    if head.lower() in _PLURAL_NOUNS or (head[0].isupper() and not _is_office(head)):
        return form
    return single


def _is_office(head: str) -> bool:
    """Whether a capitalised head names bodies or posts, of which there are several of a kind."""
    word = en.singular(head.lower())
    return word in en.ORGANISATION_HEADS or word in en.JOB_TITLE_HEADS or is_acronym(head)


def head_index(words: Sequence[str]) -> int:
    """Give the place of the head noun: the last word, or the one before the first preposition."""
    for index, word in enumerate(words):
        if index and word.lower() in LINKS:
            return index - 1
    return len(words) - 1
