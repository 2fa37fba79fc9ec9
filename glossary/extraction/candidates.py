"""Find the spans of a sentence that may be terms, by the shapes of English noun phrases.

Each token gets a one-letter code from its tag and its capital; a candidate is a span whose codes
match one of three patterns (Justeson & Katz 1995, Natural Language Engineering 1(1), widened):

- a base: adjectives, participles and nouns, ending in a noun, a possessive allowed inside
  ("voluntary social insurance", "provincial People's Committee");
- a base, a preposition and a base ("certificate of coverage", "participant in social insurance");
- a name: capitalised words joined by small ones ("Institute for Brand Strategy and
  Competitiveness Research"), built in `names`.

Every span inside a base that matches is a candidate too: ranking tells which of them are terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.names import name_spans
from glossary.languages import en
from glossary.text.analysis import Sentence

MAX_BASE = 5  # words of a base without a preposition

_BASE = re.compile(r"[AGENP](?:[AGENPs]*(?:[NP]|(?<=[AN])G(?![dAEGNPs])))?")
_JOINT = re.compile(r"P[Poid,]*cP+")
_LONE = re.compile("[VR]")
_NOUNS = frozenset({"NN", "NP", "PN", "PP"})
_LINKS = frozenset({"o", "od", "i", "id"})


class Span(NamedTuple):
    """A candidate's place: tokens `first` up to but without `last`; `pattern` is their codes.

    `opens` and `closes` say that the noun phrase begins and ends with it; `is_fragment` that a
    capitalised name goes on beyond it ("Social Security Association" in "ASEAN …").
    """

    first: int
    last: int
    pattern: str
    opens: bool = True
    closes: bool = True
    is_fragment: bool = False


def spans(
    sentence: Sentence, letters: str, long_forms: Sequence[tuple[int, int]] = ()
) -> Iterator[Span]:
    """Give every candidate of `sentence`, whose codes are `letters`; no span comes twice.

    `long_forms` are spans (first, last) that an acronym shows to be one name, which "and" hides.
    """
    bases = [found.span() for found in _BASE.finditer(letters)]
    shown = [(first, last) for first, last in long_forms if _JOINT.fullmatch(letters, first, last)]
    names = [*name_spans(sentence.words, letters), *shown]
    found = _all_spans(sentence, letters, bases, names)
    return _marked(sentence, letters, found, names) if names else found


def _marked(
    sentence: Sentence,
    letters: str,
    found: Iterator[Span],
    names: Sequence[tuple[int, int]],
) -> Iterator[Span]:
    """Give no span twice, as names hold bases, and mark those that are parts of a name."""
    seen: set[tuple[int, int]] = set()
    for span in found:
        if (span.first, span.last) in seen:
            continue
        seen.add((span.first, span.last))
        if any(_is_part(sentence, letters, span, name) for name in names):
            span = span._replace(is_fragment=True)
        yield span


def _is_part(sentence: Sentence, letters: str, span: Span, name: tuple[int, int]) -> bool:
    """Whether a span is a beginning or an end of a name that means nothing without the rest.

    "Institute for Brand Strategy" is no institute, "Card Management Board" no board; but a
    director of a department is a director, and the department is one.
    """
    first, last = name
    if not first <= span.first < span.last <= last or last - first == span.last - span.first:
        return False
    if span.first == first:
        return en.singular(sentence.words[span.last - 1].lower()) not in en.JOB_TITLE_HEADS
    return letters[span.first - 1] in "c,"


def _all_spans(
    sentence: Sentence,
    letters: str,
    bases: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]],
) -> Iterator[Span]:
    for first, last in names:
        yield Span(first, last, letters[first:last])
    for first, last in bases:
        yield from _inside(sentence, letters, first, last)
    for lone in _LONE.finditer(letters):
        if sentence.words[lone.start()].isalpha():
            yield Span(*lone.span(), lone[0])
    for left, right in pairwise(bases):
        between = letters[left[1] : right[0]]
        if between == "c":
            yield from _paired(letters, left, right)
        elif between in _LINKS:
            yield from _linked(letters, left, right)


def _inside(sentence: Sentence, letters: str, first: int, last: int) -> Iterator[Span]:
    """Every span of a base that begins with a word and ends with a noun."""
    base = letters[first:last]
    if "P" not in base:
        for start, end, pattern, opens, closes, _whole in _shapes(base):
            yield Span(first + start, first + end, pattern, opens, closes)
        return
    for start, end, pattern, opens, closes, _whole in _shapes(base):
        is_fragment = _is_fragment(sentence, letters, first + start, first + end)
        yield Span(first + start, first + end, pattern, opens, closes, is_fragment)


@lru_cache(maxsize=1 << 14)
def _shapes(base: str) -> tuple[Span, ...]:
    """The spans inside a base with these codes, counted from its first token.

    A corpus has few hundred kinds of bases, so this is worked out once for each.
    """
    return tuple(
        Span(start, end, base[start:end], _opens(base, start), end == len(base))
        for start in range(len(base))
        if base[start] != "s"
        for end in range(start + 1, min(start + MAX_BASE, len(base)) + 1)
        if _ends(base, end)
    )


def _ends(base: str, end: int) -> bool:
    """Whether a term can end here: with a noun, or as the whole base ("harness racing", "old")."""
    if base[end - 1] in "NP":
        return True
    return end == len(base) and (base[end - 1] == "G" or len(base) == 1)


def _opens(base: str, start: int) -> bool:
    """Whether a phrase begins here: a name behind an adjective and what is possessed count too."""
    before = base[start - 1] if start else ""
    return not before or before == "s" or (base[start] == "P" and before in "AGE")


def _is_fragment(sentence: Sentence, letters: str, start: int, end: int) -> bool:
    """Whether a capitalised span is only a part of a name that goes on before or behind it."""
    if letters[end - 1] == "P" and letters[end : end + 1] == "P":
        return True
    if letters[start] != "P" or letters[start - 1 : start] not in ("P", "s"):
        return False
    if letters[start - 1] == "s":
        return (
            letters[start - 2] == "P"
            and not is_acronym(sentence.words[start - 2])
            and end - start > 1
        )
    if en.singular(sentence.words[end - 1].lower()) in en.ORGANISATION_HEADS:
        return True
    before = sentence.words[start - 1]
    lower = before.lower()
    return not (is_acronym(before) or lower in en.COUNTRIES or lower in en.NATIONALITIES)


def _linked(letters: str, left: tuple[int, int], right: tuple[int, int]) -> Iterator[Span]:
    """A base or its last noun, a preposition, and a whole base."""
    ends = letters[left[1] - 1] + letters[right[1] - 1]
    if ends not in _NOUNS or "s" in letters[slice(*left)]:
        return
    if letters[left[0]] == "P" and letters[max(left[0] - 1, 0) : left[0]] == "o":
        return  # "Korea on social insurance", behind "the Government of"
    heads = {left[0]} if letters[left[1] - 1] == "P" else {left[0], left[1] - 1}
    for start in sorted(heads):
        if right[1] - start <= 2 * MAX_BASE:
            yield Span(start, right[1], letters[start : right[1]], opens=start == left[0])


def _paired(letters: str, left: tuple[int, int], right: tuple[int, int]) -> Iterator[Span]:
    """Two whole bases joined by "and", as law and administration like them: "policies and laws"."""
    if left[1] - left[0] > 2 or right[1] - right[0] > 2:
        return
    ends = letters[left[1] - 1] + letters[right[1] - 1]
    if ends in ("NN", "GG"):
        yield Span(left[0], right[1], letters[left[0] : right[1]])
