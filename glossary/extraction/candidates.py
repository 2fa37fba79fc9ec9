"""Find the spans of a passage that may be terms, by the shapes of English noun phrases.

Each token gets a one-letter code from its tag and its capital; a candidate is a span whose codes
match one of three patterns (Justeson & Katz 1995, Natural Language Engineering 1(1), widened):

- a base: adjectives, participles and nouns, ending in a noun, a possessive allowed inside
  ("voluntary social insurance", "provincial People's Committee");
- a base, a preposition and a base ("certificate of coverage", "participant in social insurance");
- a name: capitalised words joined by small ones ("Institute for Brand Strategy and
  Competitiveness Research"), built in `names`.

Every span inside a base that matches is a candidate too, and so is each of its adjectives and
participles ("cardiac"): ranking tells which of them are terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.names import name_spans
from glossary.extraction.tallies import packed
from glossary.languages import en
from glossary.text.analysis import Passage
from glossary.text.memo import Memo

MAX_BASE = 5  # words of a base without a preposition

_BASE = re.compile(r"[AGENP](?:[AGENPs]*(?:[NP]|(?<=[AN])G(?![dAEGNPs])))?")
_JOINT = re.compile(r"P[Poid,]*cP+")
_LONE = re.compile("[VR]")
_MODIFIERS = "AEG"
_NOUNS = frozenset({"NN", "NP", "PN", "PP"})
_LINKS = frozenset({"o", "od", "i", "id"})
_LONGEST_LINK = 2


class Span(NamedTuple):
    """A candidate's place: tokens `first` up to but without `last`; `pattern` is their codes.

    `counts` is what an occurrence adds to its tally: whether the noun phrase begins and ends with
    it, and whether it is a fragment, because a capitalised name goes on beyond it ("Social Security
    Association" in "ASEAN …"). `is_plain` says that nothing stands in it but words.
    """

    first: int
    last: int
    pattern: str
    counts: int
    is_plain: bool

    @classmethod
    def of(
        cls, first: int, pattern: str, *, opens: bool = True, closes: bool = True, label: int = 0
    ) -> Span:
        """The span that begins at token `first` and has the codes `pattern`."""
        maximal = opens and closes
        counts = packed(frequency=1, label=label, opening=opens, closing=closes, maximal=maximal)
        return cls(first, first + len(pattern), pattern, counts, not _MARKS.search(pattern))

    @property
    def is_fragment(self) -> bool:
        """Whether a name goes on beyond the span."""
        return self.counts >= _FRAGMENT

    def as_fragment(self) -> Span:
        """The same span as a fragment."""
        return self if self.is_fragment else self._replace(counts=self.counts + _FRAGMENT)


_FRAGMENT = packed(fragments=1)  # the figure that is packed highest
_MARKS = re.compile("[^AGENPVRoidsc]")

NounPhrase: TypeAlias = tuple[int, Sequence[Span]]
"""Candidates that lie in one noun phrase or name: its first token, and spans counted from it."""


def noun_phrases(
    passage: Passage,
    letters: str,
    *,
    names: Iterable[tuple[int, int]] = (),
    labels: Sequence[tuple[int, int]] = (),
) -> list[NounPhrase]:
    """Give every candidate of `passage`, whose codes are `letters`, in order; no span comes twice.

    `names` are spans (first, last) that an acronym shows to be one name, which "and" hides;
    `labels` are lines that may be terms as a whole, whatever they hold.
    """
    bases = [found.span() for found in _BASE.finditer(letters)]
    shown = [span for span in names if _JOINT.fullmatch(letters, *span)]
    named = [*name_spans(passage.words, letters), *shown]
    found: list[NounPhrase] = [(first, _WHOLE[letters[first:last]]) for first, last in named]
    for first, last in bases:
        spans = _SHAPES[letters[first:last]]
        found.append((first, spans or _in_names(passage, letters, first, last)))
    for lone in _LONE.finditer(letters):
        if passage.words[lone.start()].isalpha():
            found.append((lone.start(), _WHOLE[lone[0]]))
    for left, right in pairwise(bases):
        if right[0] - left[1] > _LONGEST_LINK:
            continue
        if (between := letters[left[1] : right[0]]) == "c":
            found += _paired(letters, left, right)
        elif between in _LINKS:
            found += _linked(letters, left, right)
    if labels or named:
        whole = [(first, (Span.of(0, letters[first:last], label=1),)) for first, last in labels]
        around = _around(named, labels)
        found = list(_once(passage, letters, [*whole, *found], around))
    found.sort(key=itemgetter(0))
    return found


def _around(
    names: Iterable[tuple[int, int]], labels: Iterable[tuple[int, int]]
) -> Mapping[int, Sequence[tuple[int, int]]]:
    """The names around each token of names and labels."""
    found: dict[int, list[tuple[int, int]]] = {
        token: [] for label in labels for token in range(*label)
    }
    for name in names:
        for token in range(*name):
            found.setdefault(token, []).append(name)
    return found


def _once(
    passage: Passage,
    letters: str,
    found: Iterable[NounPhrase],
    around: Mapping[int, Sequence[tuple[int, int]]],
) -> Iterator[NounPhrase]:
    """Give what is found, no span twice, and mark the spans that are parts of a name."""
    known: set[tuple[int, int]] = set()
    for start, spans in found:
        if start not in around and start + spans[-1].last - 1 not in around:
            yield start, spans
            continue
        for span in spans:
            place = start + span.first, start + span.last
            if place in known:
                continue
            known.add(place)
            names = around.get(place[0], ())
            is_part = any(_is_part(passage, letters, place, name) for name in names)
            yield start, (span.as_fragment() if is_part else span,)


def _is_part(passage: Passage, letters: str, place: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether a span is a beginning or an end of a name that means nothing without the rest.

    "Institute for Brand Strategy" is no institute, "Card Management Board" no board; but a
    director of a department is a director, and the department is one. An instrument is one
    whatever it is about ("EU Guidelines" on something), and whatever its standing in brackets.
    """
    if place == name or not name[0] <= place[0] < place[1] <= name[1]:
        return False
    if place[0] == name[0]:
        end = en.singular(passage.lower[place[1] - 1])
        is_law = end in en.LEGAL_DOCUMENT_TYPES and not letters[slice(*place)].strip("P")
        stands = is_law or passage.words[place[1]] == "("
        return not stands and end not in en.JOB_TITLE_HEADS
    return letters[place[0] - 1] in "c,"


def _in_names(passage: Passage, letters: str, first: int, last: int) -> list[Span]:
    """The spans inside a base that holds a name of several words, whose parts may be fragments."""
    return [
        part if part is not span and _goes_on(passage, letters, first, span) else span
        for span, part in _NAMED_SHAPES[letters[first:last]]
    ]


def _shapes(base: str) -> tuple[Span, ...]:
    """The spans inside a base with these codes, counted from its first token.

    A corpus has few hundred kinds of bases, so this is worked out once for each.
    """
    return tuple(
        Span.of(start, base[start:end], opens=_opens(base, start), closes=end == len(base))
        for start in range(len(base))
        if base[start] != "s"
        for end in range(start + 1, min(start + MAX_BASE, len(base)) + 1)
        if _ends(base, end) or (end == start + 1 and base[start] in _MODIFIERS)
    )


def _named_shapes(base: str) -> list[tuple[Span, Span]]:
    """The same spans, and what each is if a name goes on before it."""
    found = []
    for span in _shapes(base):
        part = span.as_fragment()
        known = part if base[span.last - 1 : span.last + 1] == "PP" else span
        before = base[: span.first][-1:]
        may_go_on = base[span.first] == "P" and before in ("P", "s")
        found.append((known, part if may_go_on else known))
    return found


_INNER_NAME = re.compile("P[Ps]")  # where a name may go on beyond a span
_Spans: TypeAlias = tuple[Span, ...]
_NAMED_SHAPES = Memo(_named_shapes)
_SHAPES: Memo[str, _Spans] = Memo(lambda base: () if _INNER_NAME.search(base) else _shapes(base))
_WHOLE: Memo[str, _Spans] = Memo(lambda pattern: (Span.of(0, pattern),))
_UNOPENED: Memo[str, _Spans] = Memo(lambda pattern: (Span.of(0, pattern, opens=False),))


def _ends(base: str, end: int) -> bool:
    """Whether a term can end here: with a noun, or as the whole base ("harness racing", "old")."""
    if base[end - 1] in "NP":
        return True
    return end == len(base) and (base[end - 1] == "G" or len(base) == 1)


def _opens(base: str, start: int) -> bool:
    """Whether a phrase begins here: a name behind an adjective and what is possessed count too."""
    before = base[start - 1] if start else ""
    return not before or before == "s" or (base[start] == "P" and before in "AGE")


def _goes_on(passage: Passage, letters: str, start: int, span: Span) -> bool:
    """Whether a capitalised span is only a part of a name that goes on before it."""
    first, last = start + span.first, start + span.last
    if letters[first - 1] == "s":
        owner = passage.words[first - 2]
        return letters[first - 2] == "P" and not is_acronym(owner) and last - first > 1
    if en.singular(passage.words[last - 1].lower()) in en.ORGANISATION_HEADS:
        return True
    word, end = passage.words[first - 1], en.singular(passage.lower[last - 1])
    lower = word.lower()
    if end in en.JOB_TITLE_HEADS and lower in en.JOB_TITLE_MODIFIERS:
        return False  # there is a General Director where there is a deputy
    return not (is_acronym(word) or lower in en.COUNTRIES or lower in en.NATIONALITIES)


def _linked(letters: str, left: tuple[int, int], right: tuple[int, int]) -> Iterator[NounPhrase]:
    """A base or its last noun, a preposition, and a whole base."""
    ends = letters[left[1] - 1] + letters[right[1] - 1]
    if ends not in _NOUNS or "s" in letters[slice(*left)]:
        return
    if letters[left[0]] == "P" and letters[max(left[0] - 1, 0) : left[0]] == "o":
        return  # "Korea on social insurance", behind "the Government of"
    heads = {left[0]} if letters[left[1] - 1] == "P" else {left[0], left[1] - 1}
    for start in sorted(heads):
        if right[1] - start <= 2 * MAX_BASE:
            shapes = _WHOLE if start == left[0] else _UNOPENED
            yield start, shapes[letters[start : right[1]]]


def _paired(letters: str, left: tuple[int, int], right: tuple[int, int]) -> Iterator[NounPhrase]:
    """Two whole bases joined by "and", as law and administration like them: "policies and laws"."""
    if left[1] - left[0] > 2 or right[1] - right[0] > 2:
        return
    ends = letters[left[1] - 1] + letters[right[1] - 1]
    if ends in ("NN", "GG"):
        yield left[0], _WHOLE[letters[left[0] : right[1]]]
