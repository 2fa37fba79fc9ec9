"""Propose equivalents for an open term from those of its parts; a person decides.

in      the entries of one catalog, and the term
out     proposals, best first, each with the parts it is made of and a confidence in percent

The parts of an English noun phrase stand before its head, those of a Vietnamese one behind it, the
nearest first: "voluntary social insurance | premium" gives *mức đóng | bảo hiểm xã hội tự nguyện*.
An acronym is called as its long form is, best by an abbreviation of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from glossary.catalog._renderings import Parts, Rendering, Renderings, renderings
from glossary.interface import _
from glossary.languages import en, vi
from glossary.lookup.description import describe
from glossary.model import Entry

MAX_PROPOSALS = 3
MAX_WORDS = 10
WIDTH = 4
"""So many renderings of each part are followed."""

JOINT = 0.9
"""Each joint of two parts may be the wrong one, or need a word between them."""

CONNECTORS: Mapping[str, Mapping[str, Sequence[str]]] = {"vi": vi.CONNECTORS}
"""The languages whose phrases we can compose; they put the head first."""

_LONG_FORM, _SHORT_FORM = "Abbreviation of ", "Abbreviated as "


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible equivalent: `confidence` is in percent, `reason` says where it comes from.

    `parts` are pairs of words and text, where it is composed.
    """

    text: str
    confidence: int
    reason: str
    parts: Parts = ()


class Proposer:
    """Proposes equivalents out of `entries`, the catalog of the language with the tag `language`.

    For a language that we cannot compose in, proposals come from long and short forms only.
    """

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self._known = renderings(entries)
        connectors = CONNECTORS.get(language.partition("-")[0])
        self._composer = _Composer(self._known, connectors) if connectors else None

    def propose(self, entry: Entry) -> tuple[Proposal, ...]:
        """Proposals for `entry`, the best first, without those that it has or forbids."""
        found = [*self._by_abbreviation(entry)]
        if self._composer:
            found += self._composer.compose(entry.source.split())
        refused = {text.casefold() for text, _standing in entry.equivalents}
        best: dict[str, Proposal] = {}
        for one in sorted(found, key=_order):
            text = _cased(one.text, entry.source)
            if text.casefold() not in refused:
                proposal = Proposal(text, round(100 * one.weight), _reason(one.parts), one.parts)
                best.setdefault(text, proposal)
        return tuple(best.values())[:MAX_PROPOSALS]

    def _by_abbreviation(self, entry: Entry) -> Iterator[Rendering]:
        for line in describe(entry.comments).relations:
            for prefix in (_LONG_FORM, _SHORT_FORM):
                if line.startswith(prefix):
                    key = en.comparison_key(line.removeprefix(prefix))
                    for one in self._known.get(key, ()):
                        fits = one.text.split()[0].isupper() == (prefix is _LONG_FORM)
                        yield Rendering(one.text, one.weight * (0.9 if fits else 0.7), one.parts)


@dataclass(frozen=True, slots=True)
class _Composer:
    """Composes the renderings of phrases from those of their parts."""

    known: Renderings
    connectors: Mapping[str, Sequence[str]]

    def compose(self, words: Sequence[str]) -> list[Rendering]:
        """The best renderings of the phrase `words`; none for a list, or for too many words."""
        is_list = any(word.endswith((",", ";")) for word in words)
        return [] if is_list or len(words) > MAX_WORDS else self._read(words, {})

    def _read(
        self, words: Sequence[str], memo: dict[Sequence[str], list[Rendering]]
    ) -> list[Rendering]:
        place = tuple(words)
        if place not in memo:
            found = [*self.known.get(en.comparison_key(" ".join(words)), ())]
            for cut in range(1, len(words)):
                found += self._joined(words, cut, memo)
            memo[place] = _best(found)
        return memo[place]

    def _joined(
        self, words: Sequence[str], cut: int, memo: dict[Sequence[str], list[Rendering]]
    ) -> Iterator[Rendering]:
        joint = words[cut].lower()
        if joint in self.connectors:
            for left, right in product(
                self._read(words[:cut], memo), self._read(words[cut + 1 :], memo)
            ):
                if left.text != right.text:
                    for rank, between in enumerate(self.connectors[joint]):
                        text = " ".join(filter(None, (left.text, between, right.text)))
                        yield _join(left, right, text.replace(" ,", ","), JOINT - 0.05 * rank)
        elif not self.connectors.keys() & set(map(str.lower, words)):
            for modifier, head in product(
                self._read(words[:cut], memo), self._read(words[cut:], memo)
            ):
                if modifier.leads:
                    yield _join(modifier, head, f"{modifier.text} {head.text}", JOINT)
                elif not head.leads:
                    yield _join(head, modifier, f"{head.text} {modifier.text}", JOINT)


def _join(first: Rendering, second: Rendering, text: str, between: float) -> Rendering:
    parts = (*first.parts, *second.parts)
    return Rendering(text, first.weight * second.weight * between, parts)


def _best(found: Iterable[Rendering]) -> list[Rendering]:
    best: dict[tuple[str, bool], Rendering] = {}
    for one in sorted(found, key=_order):
        best.setdefault((one.text, one.leads), one)
    return list(best.values())[:WIDTH]


def _order(one: Rendering) -> tuple[float, int, str]:
    return -one.weight, len(one.parts), one.text


def _reason(parts: Parts) -> str:
    if len(parts) == 1:
        return _("as “{term}”").format(term=parts[0][0])
    return " + ".join(f"{text} ({words})" for words, text in parts)


def _cased(text: str, source: str) -> str:
    """`text` with a capital where the source is a name: its head and its first word have one."""
    words = [word for word in source.split() if word[0].isalpha() and len(word) > 3]
    is_name = bool(words) and all(word[0].isupper() for word in words)
    return text[0].upper() + text[1:] if is_name else text
