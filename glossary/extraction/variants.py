"""Join the forms of one term and choose the canonical one.

Forms that differ in number, case, possessive, hyphen, determiner or between British and American
spelling have the same comparison key. The canonical form is singular, in lower case unless the
term is a name, and attested where that is possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.tallies import Counts, Tally
from glossary.languages import en

_SMALL = frozenset({"of", "on", "in", "for", "and", "the", "&", "with", "between"})
# Nouns that mean something else in the singular, or are not used in it.
_PLURAL_NOUNS = frozenset(
    ["affairs", "relations", "resources", "rights", "interests", "means", "goods", "works"]
)
_LOWER_SHARE = 0.2  # so many occurrences in lower case show that capitals are no part of a term


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible term: its canonical `designation`, its `forms` by frequency, what was counted.

    `words` are those of the designation in lower case, punctuation included.
    """

    designation: str
    key: str
    forms: tuple[str, ...]
    tally: Tally
    words: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(self.designation.lower().split()))

    @property
    def is_capitalised(self) -> bool:
        """Whether the term is written with capitals, as names are."""
        return all(
            w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha()
            for w in self.designation.split()
        )


def candidates(counts: Counts) -> list[Candidate]:
    """Join the surface forms of `counts` to candidates, in order of their keys."""
    groups: dict[str, list[str]] = {}
    for surface in counts.tallies:
        groups.setdefault(en.comparison_key(surface), []).append(surface)
    proper = _ProperWords(counts.words)
    return [_join(key, groups[key], counts.tallies, proper) for key in sorted(groups) if key]


class _ProperWords:
    """Tells whether a word is written with a capital wherever it does not begin a sentence."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    def __call__(self, word: str) -> bool:
        return bool(self._words.get(word, 0)) and not self._words.get(word.lower(), 0)


def _join(
    key: str, surfaces: list[str], tallies: Mapping[str, Tally], is_proper: Callable[[str], bool]
) -> Candidate:
    surfaces = sorted(surfaces, key=lambda s: (-tallies[s].frequency, s))
    total = tallies[surfaces[0]]
    if len(surfaces) > 1:
        total = Tally(total.pattern)
        for surface in surfaces:
            total.add(tallies[surface])
    designation = _canonical(surfaces, tallies, is_proper)
    return Candidate(designation, key, tuple(surfaces), total)


def _canonical(
    surfaces: list[str], tallies: Mapping[str, Tally], is_proper: Callable[[str], bool]
) -> str:
    cased: Counter[str] = Counter()
    for surface in surfaces:
        tally = tallies[surface]
        running = tally.frequency - tally.initial - tally.display
        cased[surface] += 4 * max(running, 0) + tally.frequency
    lower = sum(n for s, n in cased.items() if _is_lower(s, is_proper))
    best = [
        s for s in surfaces if _is_lower(s, is_proper) == (lower >= _LOWER_SHARE * cased.total())
    ]
    if not best:
        best = surfaces
    form = _decapitalise(max(best, key=lambda s: (cased[s], -len(s), s)), tallies, is_proper)
    return _number(form, surfaces)


def _is_lower(surface: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether a form has no capitals but those of proper names and acronyms."""
    return not any(w[0].isupper() and not is_proper(w) and w[1:].islower() for w in surface.split())


def _decapitalise(form: str, tallies: Mapping[str, Tally], is_proper: Callable[[str], bool]) -> str:
    """Take away the capital of a form that stands only where a sentence begins."""
    tally = tallies[form]
    first, *rest = form.split(" ")
    is_always_initial = tally.initial == tally.frequency - tally.implied
    if not is_always_initial or is_proper(first) or not first[1:].islower():
        return form
    if all(word.islower() for word in rest if word[0].isalpha()):
        return " ".join([first.lower(), *rest])
    return form


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


def head_index(words: list[str] | tuple[str, ...]) -> int:
    """Give the place of the head noun: the last word, or the one before the first preposition."""
    for index, word in enumerate(words):
        if index and word.lower() in ("of", "on", "in", "for", "between", "against", "("):
            return index - 1
    return len(words) - 1
