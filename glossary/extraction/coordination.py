"""Expand coordinations: "social, unemployment and health insurance" holds three terms.

A coordination is a list of modifiers that share one head, perhaps with a tail behind it:

    social , unemployment and health   insurance   policies
    └──────── modifiers ────────────┘  └─ head ─┘  └ tail ┘

The last modifier stands beside its head in the text; each other one implies the phrase "modifier
head tail" at its own place. English also lists whole nouns ("ministries, departments and branches
of the State"), so a modifier is believed only

- when it is an adjective, which cannot stand in a list of nouns, or follows one in the list, or
- when "modifier head" is attested elsewhere: the caller knows the corpus, and looks there for
  `Implied.attestation`.

Two whole phrases that share a tail ("social insurance and health insurance premiums") are
recognised by their equal heads. Capitalised lists are names ("Law on Social and Health
Insurance", "Work Injury and Occupational Disease") and stay whole.

Source: the elliptical compounds of Buyko, Tomanek & Hahn (2007), PACLING, without a learnt model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.text.analysis import Passage

_MODIFIER = "[ANEG]"
_LIST = re.compile(rf"(?<![NPs]){_MODIFIER}(?:,{_MODIFIER})*(?:,?c|,){_MODIFIER}N+(?![Ps])")
_PARALLEL = re.compile(r"(?<![NPs])([AN]N)c([AN]N)(N+)(?![Ps])")
MAX_TAIL = 3


@dataclass(frozen=True, slots=True)
class Implied:
    """A phrase that a coordination implies: the token that it begins at and its words.

    `closes` says that the tail is whole; `is_sure` is False where the phrase must be attested
    elsewhere: `attestation` is the pair of words, modifier and head, whose standing side by side
    would show it.
    """

    first: int
    words: tuple[str, ...]
    pattern: str
    is_sure: bool
    closes: bool
    attestation: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Coordination:
    """One coordination: tokens `first` up to but without `last`, and the phrases it implies."""

    first: int
    last: int
    implied: tuple[Implied, ...]


def coordinations(passage: Passage, letters: str) -> Iterator[Coordination]:
    """Give the coordinations of modifiers in `passage`, whose codes are `letters`."""
    for found in _LIST.finditer(letters):
        yield _shared_head(passage, letters, *found.span())
    for found in _PARALLEL.finditer(letters):
        head, other = passage.words[found.end(1) - 1], passage.words[found.end(2) - 1]
        if head.lower() == other.lower():
            yield _shared_tail(passage, letters, found)


def _shared_head(passage: Passage, letters: str, first: int, last: int) -> Coordination:
    run = letters[first:last]
    final = first + max(run.rfind("c"), run.rfind(",")) + 1  # the last modifier
    head = final + 1
    has_conjunction = "c" in run
    after_adjective = False
    implied = []
    for place in range(first, final - 1):
        if letters[place] in "c,":
            continue
        after_adjective = after_adjective or letters[place] == "A"
        for end in range(head + 1, min(last, head + 1 + MAX_TAIL) + 1):
            implied.append(
                Implied(
                    first=place,
                    words=(passage.words[place], *passage.words[head:end]),
                    pattern=letters[place] + letters[head:end],
                    is_sure=after_adjective and has_conjunction,
                    closes=end == last,
                    attestation=(passage.words[place].lower(), passage.words[head].lower()),
                )
            )
    return Coordination(first, last, tuple(implied))


def _shared_tail(passage: Passage, letters: str, found: re.Match[str]) -> Coordination:
    first, end = found.span(1)
    words = passage.words[first:end]
    tail = found.start(3)
    implied = tuple(
        Implied(
            first=first,
            words=(*words, *passage.words[tail:last]),
            pattern=letters[first:end] + letters[tail:last],
            is_sure=True,
            closes=last == found.end(),
            attestation=(words[0].lower(), words[1].lower()),
        )
        for last in range(tail + 1, min(found.end(), tail + MAX_TAIL) + 1)
    )
    return Coordination(found.start(), found.end(), implied)
