"""Units that look like those of an office, in any number: for the tests and the benchmark.

Sentences are words drawn by their frequency in English, with the figures, dates and references of
official texts between them, half as many again in variants of earlier ones: a figure, a word or a
clause is another. The Vietnamese side is drawn in the same way and is no translation.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from wordfreq import top_n_list, word_frequency

from glossary.model import Segment

VARIANTS = 0.35
"""The share of units that are a variant of an earlier one."""

MONTHS = ("January", "March", "April", "May", "August", "September", "October")


@cache
def _words(language: str) -> tuple[list[str], list[float]]:
    words = [word for word in top_n_list(language, 12000) if word.isalpha()]
    return words, list(accumulate(word_frequency(word, language) for word in words))


def _figure(chance: random.Random) -> str:
    number = chance.randrange(2, 90_000)
    return chance.choice(
        [
            f"{number:,}",
            f"{number / 100:.2f}%",
            f"{number / 1000:.3f} million",
            f"{chance.randrange(1, 29)} {chance.choice(MONTHS)} {chance.randrange(2008, 2027)}",
            f"{number % 900 + 1}/QD-BHXH",
            f"{number:,} billion VND",
        ]
    )


def sentence(chance: random.Random, language: str = "en") -> str:
    """One sentence: mostly 20 to 150 characters, seldom more than 250."""
    words, weights = _words(language)
    count = max(2, min(70, round(chance.lognormvariate(2.2, 0.6))))
    drawn = chance.choices(words, cum_weights=weights, k=count)
    drawn = [_figure(chance) if chance.random() < 0.05 else word for word in drawn]
    if count > 12:
        drawn[count // 2] += ","
    text = " ".join(drawn)
    return text[0].upper() + text[1:] + chance.choice(["", ".", "."])


def variant(chance: random.Random, text: str) -> str:
    """The sentence with one to three of its words replaced, left out, doubled or added to."""
    words = text.split() or ["a"]
    vocabulary, weights = _words("en")
    for _ in range(chance.choice([1, 1, 2, 3])):
        place = chance.randrange(len(words))
        word = chance.choices(vocabulary, cum_weights=weights)[0]
        change = chance.randrange(4)
        if change == 0 and len(words) > 1:
            del words[place]
        elif change == 1:
            words.insert(place, word)
        else:
            words[place] = _figure(chance) if words[place][0].isdigit() else word
    return " ".join(words)


def sources(count: int, *, seed: int = 1) -> Iterator[str]:
    """So many English sentences, the same ones for the same seed; a few occur twice."""
    chance = random.Random(seed)
    recent: list[str] = []
    for _ in range(count):
        if recent and chance.random() < VARIANTS:
            text = variant(chance, chance.choice(recent))
        else:
            text = sentence(chance)
        if len(recent) < 5000:
            recent.append(text)
        else:
            recent[chance.randrange(5000)] = text
        yield text


def queries(texts: list[str], count: int, *, seed: int = 2) -> list[str]:
    """Sentences to look up: variants of those in the memory, equal ones, and new ones."""
    chance = random.Random(seed)
    kinds = [
        lambda: variant(chance, chance.choice(texts)),
        lambda: variant(chance, variant(chance, chance.choice(texts))),
        lambda: chance.choice(texts),
        lambda: sentence(chance),
    ]
    return [chance.choice(kinds)() for _ in range(count)]


def segments(count: int, *, seed: int = 1) -> Iterator[Segment]:
    """So many translated segments."""
    chance = random.Random(seed + 1_000_000)
    targets = [sentence(chance, "vi") for _ in range(min(count, 5000))]
    for text in sources(count, seed=seed):
        yield Segment(text, chance.choice(targets), origin="generated")
