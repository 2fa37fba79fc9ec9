"""Measure candidates: the figures from which ranking tells terms from other phrases.

in      the candidates of one corpus
out     for each of them its figures, numbers of order 1 that have names; ranking relates those in
        `RELATIVE` to the mean of the corpus

Sources: C-value: Frantzi, Ananiadou & Mima (2000), Int. J. on Digital Libraries 3(2). Weirdness:
Ahmad, Gillam & Tostevin (1999), TREC-8. Termhood and unithood: Kageura & Umino (1996),
Terminology 3(2). Log-likelihood: Dunning (1993), Computational Linguistics 19(1).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.tallies import Counts, Tally
from glossary.extraction.variants import Candidate, head_index
from glossary.languages import en

RELATIVE = frozenset(
    {
        "articles",
        "as_first",
        "as_head",
        "c_value",
        "extensions",
        "firsts",
        "frequency",
        "heads",
        "left",
        "right",
        "specific_head",
        "specific_max",
        "specific_mean",
        "specific_min",
        "weirdness",
        "zipf_first",
        "zipf_head",
        "zipf_mean",
        "zipf_min",
    }
)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is known of a candidate among the others, keys being comparison keys split at blanks.

    `longer` is the summed and `longest` the greatest frequency of the candidates one word longer,
    `extensions` their number; `heads` and `firsts` count the candidates that end or begin with each
    word.
    """

    longer: Mapping[tuple[str, ...], int]
    longest: Mapping[tuple[str, ...], int]
    extensions: Mapping[tuple[str, ...], int]
    heads: Mapping[str, int]
    firsts: Mapping[str, int]


def measure(
    candidates: Sequence[Candidate],
    counts: Counts,
    zipf: Callable[[str], float],
    *,
    names: Container[str],
) -> Iterator[dict[str, float]]:
    """Measure each of `candidates`.

    `zipf` gives the frequency of a word in general English; `names` holds the words of the corpus
    that only name.
    """
    around = _surroundings(candidates)
    size = max(counts.token_count, 1)
    specific = _specificity(counts, zipf)
    articles = max(len(counts.days), 1)
    for candidate in candidates:
        yield {
            **_frequency(candidate.tally, articles),
            **_nesting(candidate, around),
            **_neighbours(candidate.tally),
            **_weirdness(candidate, zipf, size),
            **_specific_words(candidate, specific),
            **_shape(candidate, names),
            **_form(candidate),
            **_words(candidate, around),
        }


def _surroundings(candidates: Sequence[Candidate]) -> _Surroundings:
    longer: Counter[tuple[str, ...]] = Counter()
    longest: dict[tuple[str, ...], int] = {}
    extensions: Counter[tuple[str, ...]] = Counter()
    heads: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    for candidate in candidates:
        words = tuple(candidate.key.split())
        frequency = candidate.tally.frequency
        heads[words[-1]] += 1
        firsts[words[0]] += 1
        for part in {words[:-1], words[1:]} if len(words) > 1 else ():
            longer[part] += frequency
            longest[part] = max(longest.get(part, 0), frequency)
            extensions[part] += 1
    return _Surroundings(longer, longest, extensions, heads, firsts)


def _frequency(tally: Tally, articles: int) -> dict[str, float]:
    frequency = tally.frequency
    return {
        "frequency": math.log2(frequency),
        "once": float(frequency == 1),
        "articles": math.log2(len(tally.articles)),
        "spread": (len(tally.articles) - 1) / max(articles - 1, 1),
        "implied": tally.implied / frequency,
        "display": tally.display / frequency,
        "label": float(tally.label > 0),
        "initial": tally.initial / frequency,
    }


def _nesting(candidate: Candidate, around: _Surroundings) -> dict[str, float]:
    words = tuple(candidate.key.split())
    tally = candidate.tally
    frequency = tally.frequency - tally.implied or 1
    nests = around.extensions.get(words, 0)
    inside = around.longer.get(words, 0) / nests if nests else 0.0
    return {
        "c_value": math.log2(len(words) + 1) * math.log2(1 + max(frequency - inside, 0.0)),
        "absorbed": min(around.longest.get(words, 0) / frequency, 1.0),
        "extensions": math.log2(1 + nests),
        "maximal": tally.maximal / tally.frequency,
        "never_maximal": float(tally.maximal == 0),
        "opening": tally.opening / tally.frequency,
        "never_opening": float(tally.opening == 0),
        "closing": tally.closing / tally.frequency,
        "never_closing": float(tally.closing == 0),
        "fragments": tally.fragments / tally.frequency,
    }


def _neighbours(tally: Tally) -> dict[str, float]:
    return {"left": _entropy(tally.left), "right": _entropy(tally.right)}


def _entropy(neighbours: Sequence[str]) -> float:
    total = len(neighbours)
    if total < 2:
        return 0.0
    shares = [count / total for count in Counter(neighbours).values()]
    return -sum(share * math.log2(share) for share in shares) / 2


def _weirdness(candidate: Candidate, zipf: Callable[[str], float], size: int) -> dict[str, float]:
    words = [word for word in candidate.words if word[0].isalpha()] or ["?"]
    known = [zipf(word) for word in words]
    head = words[head_index(words)]
    corpus = math.log10(candidate.tally.frequency / size) + 9
    return {
        "zipf_min": min(known),
        "zipf_mean": sum(known) / len(known),
        "zipf_head": zipf(head),
        "zipf_first": known[0],
        "unknown": float(min(known) == 0),
        "weirdness": min(corpus - max(min(known), 1.0), 6.0),
        "one_word_zipf": known[0] if len(words) == 1 else 0.0,
        "one_word_frequency": math.log2(candidate.tally.frequency) if len(words) == 1 else 0.0,
        "capital_word": float(len(words) == 1 and candidate.is_capitalised),
    }


def _specificity(counts: Counts, zipf: Callable[[str], float]) -> Mapping[str, float]:
    """Tell how much more frequent each word is here than in general English, in powers of ten."""
    here: Counter[str] = Counter()
    for word, count in counts.words.items():
        here[word.lower()] += count
    total = here.total()
    return {
        word: min(math.log10(count / total) + 9 - max(zipf(word), 2.0), 4.0)
        for word, count in here.items()
        if word[0].isalpha()
    }


def _specific_words(candidate: Candidate, specific: Mapping[str, float]) -> dict[str, float]:
    words = [word for word in candidate.words if word[0].isalpha()] or ["?"]
    known = [specific.get(word, specific.get(en.singular(word), 0.0)) for word in words]
    return {
        "specific_min": min(known),
        "specific_mean": sum(known) / len(known),
        "specific_max": max(known),
        "specific_head": known[head_index(words)],
        "specific_word": known[0] if len(words) == 1 else 0.0,
    }


def _shape(candidate: Candidate, names: Container[str]) -> dict[str, float]:
    words = candidate.designation.split()
    return {
        "proper": sum(word in names for word in words) / len(words),
        "hyphen": float("-" in candidate.designation),
        "digit": float(not all(map(str.isalpha, words)) and _holds_digit(candidate.designation)),
    }


def _holds_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _form(candidate: Candidate) -> dict[str, float]:
    pattern = candidate.tally.pattern
    words = candidate.words
    length = len(words)
    acronyms = [] if candidate.designation.islower() else candidate.designation.split()
    return {
        "one_word": float(length == 1),
        "two_words": float(length == 2),
        "three_words": float(length == 3),
        "four_words": float(length >= 4),
        "linked": float("o" in pattern or "i" in pattern),
        "of": float("o" in pattern),
        "adjective_first": float(pattern[0] == "A" and length > 1),
        "gerund_first": float(pattern[0] == "G"),
        "participle_first": float(pattern[0] == "E"),
        "no_noun": float(pattern[-1] not in "NP"),
        "verb": float(pattern == "V"),
        "adverb": float(pattern == "R"),
        "gerund_last": float(pattern[-1] == "G" and length > 1),
        "all_nouns": float(set(pattern) == {"N"} and length > 1),
        "possessive": float("s" in pattern),
        "capitals": float(candidate.is_capitalised),
        "mixed": float("P" in pattern and not candidate.is_capitalised),
        "acronym": float(length == 1 and any(map(is_acronym, acronyms))),
        "holds_acronym": float(length > 1 and any(map(is_acronym, acronyms))),
    }


def _words(candidate: Candidate, around: _Surroundings) -> dict[str, float]:
    words = candidate.words
    place = head_index(words)
    head, first = en.singular(words[place]), words[0]
    key = candidate.key.split()
    return {
        "evaluative": float(first in en.EVALUATIVE_ADJECTIVES),
        "evaluative_inside": float(any(word in en.EVALUATIVE_ADJECTIVES for word in words[1:])),
        "general_head": float(head in en.GENERAL_HEADS),
        "general_word": float(len(words) == 1 and head in en.GENERAL_HEADS),
        "body": float(head in en.ORGANISATION_HEADS),
        "legal": float(head in en.LEGAL_DOCUMENT_TYPES),
        "job_title": float(head in en.JOB_TITLE_HEADS),
        "nationality": float(first in en.NATIONALITIES or first in en.COUNTRIES),
        "action_head": float(head.endswith(_ACTION)),
        "heads": math.log2(around.heads[key[-1]]) if len(key) > 1 else 0.0,
        "firsts": math.log2(around.firsts[key[0]]) if len(key) > 1 else 0.0,
        "as_head": math.log2(around.heads[key[0]]) if len(key) == 1 else 0.0,
        "as_first": math.log2(around.firsts[key[0]]) if len(key) == 1 else 0.0,
    }


_ACTION = ("tion", "ment", "ing", "ance", "ence", "al", "ness", "ity")
