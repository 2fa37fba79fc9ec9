"""The published formulas that PyATE offers, over our own candidates.

PyATE itself needs a spaCy model that is downloaded apart, so its formulas stand here, by the papers
that it cites, over the candidates that our extractor counts: they differ from our ranking in
nothing but the ranking.

Sources: C-value: Frantzi, Ananiadou & Mima (2000). Basic: Bordea, Buitelaar & Polajnar (2013).
ComboBasic: Astrakhantsev (2016), arXiv:1611.07804. Weirdness: Ahmad, Gillam & Tostevin (1999), of
phrases as the mean over their words. TermExtractor: Sclano & Velardi (2007), with wordfreq as the
general corpus.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.extraction.corpus import count
from glossary.extraction.tallies import Counts
from glossary.text.frequencies import zipf_frequencies

Words = tuple[str, ...]
Scores = dict[Words, float]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the formulas know: how often each candidate and word stands in each text."""

    frequency: Mapping[Words, int]
    by_text: Sequence[Mapping[Words, int]]
    words: Mapping[str, int]
    longer: Mapping[Words, Sequence[Words]]
    shorter: Mapping[Words, int]

    @classmethod
    def of(cls, texts: Sequence[Path]) -> Phrases:
        """Count the candidates of `texts`, in lower case."""
        counted = [count([text], with_names=True) for text in texts]
        by_text = [_frequencies(counts) for counts in counted]
        words: Counter[str] = Counter()
        for counts in counted:
            for word, frequency in counts.words.items():
                words[word.lower()] += frequency
        total: Counter[Words] = Counter()
        for frequencies in by_text:
            total.update(frequencies)
        longer: dict[Words, list[Words]] = {}
        shorter: Counter[Words] = Counter()
        for phrase in total:
            for part in _parts(phrase):
                if part in total:
                    longer.setdefault(part, []).append(phrase)
                    shorter[phrase] += 1
        return cls(total, by_text, words, longer, shorter)


def _frequencies(counts: Counts) -> Counter[Words]:
    frequencies: Counter[Words] = Counter()
    for form, tally in counts.tallies.items():
        frequencies[tuple(form.lower().split())] += tally.frequency
    return frequencies


def _parts(phrase: Words) -> Iterator[Words]:
    size = len(phrase)
    for first in range(size):
        for last in range(first + 1, size + 1):
            if last - first < size:
                yield phrase[first:last]


def c_value(phrases: Phrases) -> Scores:
    """Give log2 of the length, times the frequency less the mean one of the longer phrases."""
    scores = {}
    for phrase, frequency in phrases.frequency.items():
        longer = phrases.longer.get(phrase, ())
        nested = sum(phrases.frequency[other] for other in longer) / len(longer) if longer else 0
        scores[phrase] = math.log2(len(phrase) + 0.01) * (frequency - nested)
    return scores


def basic(phrases: Phrases) -> Scores:
    """Give the length times the logarithm of the frequency, and 3.5 for each longer phrase."""
    return _combo(phrases, longer=3.5, shorter=0.0)


def combo_basic(phrases: Phrases) -> Scores:
    """Give the same with 0.75 for each longer phrase and 0.1 for each shorter one."""
    return _combo(phrases, longer=0.75, shorter=0.1)


def _combo(phrases: Phrases, *, longer: float, shorter: float) -> Scores:
    return {
        phrase: len(phrase) * math.log(frequency)
        + longer * len(phrases.longer.get(phrase, ()))
        + shorter * phrases.shorter.get(phrase, 0)
        for phrase, frequency in phrases.frequency.items()
    }


def weirdness(phrases: Phrases) -> Scores:
    """Give the mean over the words of the logarithm of here against general English."""
    zipf, total = zipf_frequencies(), sum(phrases.words.values())
    return {
        phrase: sum(_zipf_here(phrases, w, total) - max(zipf(w), 1.0) for w in phrase) / len(phrase)
        for phrase in phrases.frequency
    }


def _zipf_here(phrases: Phrases, word: str, total: int) -> float:
    return math.log10(max(phrases.words.get(word, 0), 1) / total) + 9


def term_extractor(phrases: Phrases) -> Scores:
    """Give the mean of domain pertinence, domain consensus and lexical cohesion, each up to 1."""
    parts = [_scaled(part(phrases)) for part in (_pertinence, _consensus, _cohesion)]
    return {phrase: sum(part[phrase] for part in parts) / 3 for phrase in phrases.frequency}


def _pertinence(phrases: Phrases) -> Scores:
    zipf, total = zipf_frequencies(), sum(phrases.words.values())
    scores = {}
    for phrase, frequency in phrases.frequency.items():
        # A phrase is at most as frequent as its rarest word.
        general = 10 ** (min(map(zipf, phrase)) - 9)
        scores[phrase] = frequency / total / max(frequency / total, general)
    return scores


def _consensus(phrases: Phrases) -> Scores:
    scores = dict.fromkeys(phrases.frequency, 0.0)
    for text in phrases.by_text:
        total = sum(text.values())
        for phrase, frequency in text.items():
            scores[phrase] -= frequency / total * math.log(frequency / total)
    return scores


def _cohesion(phrases: Phrases) -> Scores:
    return {
        phrase: len(phrase)
        * frequency
        * math.log(frequency)
        / max(sum(phrases.words.get(word, 0) for word in phrase), 1)
        for phrase, frequency in phrases.frequency.items()
    }


def _scaled(scores: Scores) -> Scores:
    greatest = max(scores.values(), default=0.0) or 1.0
    return {phrase: score / greatest for phrase, score in scores.items()}


FORMULAS: dict[str, Callable[[Phrases], Scores]] = {
    "C-value": c_value,
    "Basic": basic,
    "ComboBasic": combo_basic,
    "Weirdness": weirdness,
    "TermExtractor": term_extractor,
}
