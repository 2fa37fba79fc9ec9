"""Measure candidates: the figures from which ranking tells terms from other phrases.

in      the candidates of one corpus
out     a column for each figure that has a name, a number of order 1 for each candidate; ranking
        relates those in `RELATIVE` to the mean of the corpus

Sources: C-value: Frantzi, Ananiadou & Mima (2000), Int. J. on Digital Libraries 3(2). Weirdness:
Ahmad, Gillam & Tostevin (1999), TREC-8. Termhood and unithood: Kageura & Umino (1996),
Terminology 3(2). Log-likelihood: Dunning (1993), Computational Linguistics 19(1).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Mapping
from typing import TypeAlias

import numpy as np

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.columns import Columns
from glossary.extraction.neighbours import small_words
from glossary.extraction.nesting import Nesting
from glossary.extraction.phrases import Column, Flags, Numbers, Phrases, log2, tabled
from glossary.extraction.spelling import forms, spelling
from glossary.extraction.tallies import Counts
from glossary.languages import en

Figures: TypeAlias = dict[str, Column | Flags]

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


_ACTION = ("tion", "ment", "ing", "ance", "ence", "al", "ness", "ity")
_SMALL = frozenset({"of", "on", "in", "for", "and", "the", "&", "with", "between"})


def measure(
    columns: Columns, counts: Counts, zipf: Callable[[str], float], *, names: Container[str]
) -> Figures:
    """Measure the candidates in `columns`.

    `zipf` gives the frequency of a word in general English; `names` holds the words of the corpus
    that only name.
    """
    counted, written = columns.counted, columns.words
    words = written.map(str.lower)
    plain = words.without(words.are(lambda word: not word[0].isalpha()))
    is_name = written.all(written.are(_is_capital))
    return {
        **_frequency(counted, len(counts.days)),
        **_nesting(counted, columns.keys),
        **_standing(counted),
        **columns.neighbours,
        **small_words(*columns.beside),
        **_weirdness(plain, zipf, counted["frequency"], size=max(counts.token_count, 1)),
        **_specific_words(plain, _specificity(counts, zipf)),
        **_form(written, names),
        "capitals": is_name,
        "capital_word": is_name & (plain.length == 1),
        **_pattern(columns.patterns, written.length > 1, is_name),
        **_words(words),
        **_company(columns.keys),
        **spelling(written, counts.words),
        **forms(columns, counts),
    }


def _frequency(counted: Mapping[str, Numbers], articles: int) -> Figures:
    frequency, held = counted["frequency"], counted["articles"]
    return {
        "frequency": log2(frequency),
        "once": frequency == 1,
        "articles": log2(held),
        "spread": (held - 1) / max(articles - 1, 1),
        "implied": counted["implied"] / frequency,
        "display": counted["display"] / frequency,
        "label": counted["label"] > 0,
        "initial": counted["initial"] / frequency,
    }


def _nesting(counted: Mapping[str, Numbers], keys: Phrases) -> Figures:
    """How a candidate stands inside those that are a word longer."""
    part, whole = Nesting(keys).steps()
    frequency, size = counted["frequency"], len(keys.first)
    nests = np.bincount(part, minlength=size)
    longer = np.bincount(part, frequency[whole], size)
    longest = np.zeros(size, np.int64)
    np.maximum.at(longest, part, frequency[whole])
    alone = np.maximum(frequency - counted["implied"], 1)
    outside = np.maximum(alone - longer / np.maximum(nests, 1), 0)
    return {
        "c_value": log2(keys.length + 1) * [math.log2(1 + times) for times in outside.tolist()],
        "absorbed": np.minimum(longest / alone, 1),
        "extensions": log2(nests + 1),
    }


def _standing(counted: Mapping[str, Numbers]) -> Figures:
    """How a candidate stands in the noun phrases around it."""
    frequency = counted["frequency"]
    return {
        "maximal": counted["maximal"] / frequency,
        "never_maximal": counted["maximal"] == 0,
        "opening": counted["opening"] / frequency,
        "never_opening": counted["opening"] == 0,
        "closing": counted["closing"] / frequency,
        "never_closing": counted["closing"] == 0,
        "fragments": counted["fragments"] / frequency,
    }


def _weirdness(
    words: Phrases, zipf: Callable[[str], float], frequency: Numbers, *, size: int
) -> Figures:
    known = words.each(lambda word: zipf(word) if word[0].isalpha() else 0.0)
    least, first, is_one = words.least(known), known[words.first], words.length == 1
    corpus = tabled(lambda times: math.log10(times / size) + 9, frequency)
    return {
        "zipf_min": least,
        "zipf_mean": words.mean(known),
        "zipf_head": known[words.head],
        "zipf_first": first,
        "unknown": least == 0,
        "weirdness": np.minimum(corpus - np.maximum(least, 1), 6),
        "one_word_zipf": first * is_one,
        "one_word_frequency": log2(frequency) * is_one,
    }


def _specificity(counts: Counts, zipf: Callable[[str], float]) -> Callable[[str], float]:
    """Tell how much more frequent a word is here than in general English, in powers of ten."""
    here: Counter[str] = Counter()
    for word, times in counts.words.items():
        here[word.lower()] += times
    total = here.total()

    def specific(word: str) -> float:
        known = word if word in here else en.singular(word)
        if not word[0].isalpha() or not here[known]:
            return 0.0
        return min(math.log10(here[known] / total) + 9 - max(zipf(known), 2.0), 4.0)

    return specific


def _specific_words(words: Phrases, specific: Callable[[str], float]) -> Figures:
    known = words.each(specific)
    return {
        "specific_min": words.least(known),
        "specific_mean": words.mean(known),
        "specific_max": words.most(known),
        "specific_head": known[words.head],
        "specific_word": known[words.first] * (words.length == 1),
    }


def _form(written: Phrases, names: Container[str]) -> Figures:
    length = written.length
    holds_acronym = written.any(written.are(is_acronym))
    return {
        "one_word": length == 1,
        "two_words": length == 2,
        "three_words": length == 3,
        "four_words": length >= 4,
        "proper": written.mean(written.among(names)),
        "hyphen": written.any(written.are(lambda word: "-" in word)),
        "digit": written.any(written.are(lambda word: any(map(str.isdigit, word)))),
        "acronym": holds_acronym & (length == 1),
        "holds_acronym": holds_acronym & (length > 1),
    }


def _is_capital(word: str) -> bool:
    """Whether a word is written as those of a name are."""
    return word[0].isupper() or word.lower() in _SMALL or not word[0].isalpha()


def _pattern(patterns: Phrases, is_long: Flags, is_name: Flags) -> Figures:
    """Measure the patterns, each of them taken for a word."""
    return {
        "linked": patterns.are(lambda pattern: "o" in pattern or "i" in pattern),
        "of": patterns.are(lambda pattern: "o" in pattern),
        "adjective_first": patterns.are(lambda pattern: pattern[0] == "A") & is_long,
        "gerund_first": patterns.are(lambda pattern: pattern[0] == "G"),
        "participle_first": patterns.are(lambda pattern: pattern[0] == "E"),
        "no_noun": patterns.are(lambda pattern: pattern[-1] not in "NP"),
        "verb": patterns.are(lambda pattern: pattern == "V"),
        "adverb": patterns.are(lambda pattern: pattern == "R"),
        "gerund_last": patterns.are(lambda pattern: pattern[-1] == "G") & is_long,
        "all_nouns": patterns.are(lambda pattern: set(pattern) == {"N"}) & is_long,
        "possessive": patterns.are(lambda pattern: "s" in pattern),
        "mixed": patterns.are(lambda pattern: "P" in pattern) & ~is_name,
    }


def _words(words: Phrases) -> Figures:
    first, head = words.first, words.head
    heads = words.map(en.singular)
    is_evaluative = words.among(en.EVALUATIVE_ADJECTIVES)
    is_inside = np.ones_like(is_evaluative)
    is_inside[first] = False
    general_head = heads.among(en.GENERAL_HEADS)[head]
    return {
        "evaluative": is_evaluative[first],
        "evaluative_inside": words.any(is_evaluative & is_inside),
        "general_head": general_head,
        "general_word": general_head & (words.length == 1),
        "body": heads.among(en.ORGANISATION_HEADS)[head],
        "legal": heads.among(en.LEGAL_DOCUMENT_TYPES)[head],
        "job_title": heads.among(en.JOB_TITLE_HEADS)[head],
        "nationality": words.among(en.NATIONALITIES | en.COUNTRIES)[first],
        "action_head": heads.are(lambda word: word.endswith(_ACTION))[head],
    }


def _company(keys: Phrases) -> Figures:
    """How many candidates begin or end with the same words."""
    first, last, kinds = keys.ids[keys.first], keys.ids[keys.last - 1], len(keys.words)
    beginning, ending = np.bincount(first, minlength=kinds), np.bincount(last, minlength=kinds)
    is_one = keys.length == 1
    return {
        "heads": log2(ending[last]) * ~is_one,
        "firsts": log2(beginning[first]) * ~is_one,
        "as_head": log2(ending[first]) * is_one,
        "as_first": log2(beginning[first]) * is_one,
    }
