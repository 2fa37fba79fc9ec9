"""Measure candidates by how they are written, and by what a lexicon of English knows of them.

in      the words of the candidates of one corpus, and what was counted in it
out     a column for each figure, a number of order 1 for each candidate

A word that the lexicon has only with a capital ("Hamburg"), or that the corpus never has without
one, is a name; a word that it does not have is more often a term's than one that it calls a verb.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import numpy as np

from glossary.extraction.columns import Columns
from glossary.extraction.phrases import Column, Flags, Phrases
from glossary.extraction.tallies import Counts
from glossary.languages import en
from glossary.text.tagging import lexicon

_SHORT = 3  # letters: "cm", "Vol"
_SHOUTED = 4  # letters; shorter words in capitals are acronyms


def spelling(written: Phrases, seen: Mapping[str, int]) -> dict[str, Column | Flags]:
    """Measure the designations `written`; `seen` counts the words of the corpus."""
    return {
        **_known(written, lexicon()),
        **_capitals(written, seen, lexicon()),
        **_letters(written),
    }


def forms(columns: Columns, counts: Counts) -> dict[str, Column | Flags]:
    """Measure the candidates of `columns` as wholes."""
    candidates, keys = columns.candidates, columns.keys
    shouted = (sum(map(_is_shouted, c.forms)) / len(c.forms) for c in candidates)
    lower = [candidate.designation.lower() for candidate in candidates]
    short = {en.comparison_key(acronym) for acronym, _ in counts.long_forms}
    long = {en.comparison_key(form) for _, form in counts.long_forms}
    parts = {word for key in short for word in key.split()}
    return {
        "shouted": np.fromiter(shouted, np.float64, len(candidates)),
        "country": _among(lower, en.COUNTRIES),
        "national": _among(lower, en.NATIONALITIES),
        "long_form": _among([candidate.key for candidate in candidates], long),
        "short_form": _among([candidate.key for candidate in candidates], short),
        "forms": np.array([len(candidate.forms) > 1 for candidate in candidates], np.bool_),
        "holds_short_form": keys.any(keys.among(parts)) & (keys.length > 1),
    }


def _is_shouted(form: str) -> bool:
    return form.isupper() and len(form) > _SHOUTED


def _among(texts: Sequence[str], known: Container[str]) -> Flags:
    return np.fromiter((text in known for text in texts), np.bool_, len(texts))


def _known(written: Phrases, known: Mapping[str, str]) -> dict[str, Column | Flags]:
    """What a lexicon calls a word that stands alone, and the head of a longer one."""
    is_one = written.length == 1
    tags = written.map(lambda word: known.get(word.lower(), ""))
    heads = written.map(lambda word: _tag(word, known))
    is_noun = heads.are(lambda tag: tag.startswith("NN"))[written.head]
    is_missing = heads.are(lambda tag: not tag)
    nowhere = written.are(lambda word: not known.get(word.lower()) and not known.get(word))
    return {
        "known_noun": tags.are(lambda tag: tag.startswith("NN"))[written.first] & is_one,
        "known_adjective": tags.are(lambda tag: tag.startswith("JJ"))[written.first] & is_one,
        "known_verb": tags.are(lambda tag: tag.startswith("V"))[written.first] & is_one,
        "known_not": nowhere[written.first] & is_one,
        "head_noun": is_noun,
        "head_unknown": is_missing[written.head],
        "head_other": ~is_noun & ~is_missing[written.head],
        "unknown_words": written.mean(is_missing),
    }


def _tag(word: str, known: Mapping[str, str]) -> str:
    lower = word.lower()
    return known.get(lower) or known.get(en.singular(lower)) or ""


def _capitals(
    written: Phrases, seen: Mapping[str, int], known: Mapping[str, str]
) -> dict[str, Column | Flags]:
    """Whether the words are names to a lexicon, and whether they ever stand in lower case here."""
    is_one = written.length == 1
    never_lower = written.are(lambda word: word[0].isupper() and not seen.get(word.lower()))
    is_name = never_lower & written.are(
        lambda word: known.get(word, "").startswith("NNP") and not known.get(word.lower())
    )
    return {
        "name": written.all(is_name) & is_one,
        "names": written.all(is_name) & ~is_one,
        "holds_name": written.any(is_name),
        "always_capital": written.all(never_lower) & is_one,
        "always_capitals": written.all(never_lower) & ~is_one,
    }


def _letters(written: Phrases) -> dict[str, Column | Flags]:
    length = written.each(lambda word: len(word) / 10)
    is_one = written.length == 1
    in_country = written.are(lambda word: word.lower() in en.COUNTRIES)[written.first]
    national = written.are(lambda word: word.lower() in en.NATIONALITIES)[written.first]
    holds_hyphen = written.are(lambda word: "-" in word)[written.first]
    return {
        "short": written.are(lambda word: len(word) <= _SHORT)[written.first] & is_one,
        "letter": written.any(written.are(lambda word: len(word) == 1)),
        "letters": written.mean(length),
        "letters_last": length[written.last - 1],
        "letters_alone": length[written.first] * is_one,
        "hyphen_alone": holds_hyphen & is_one,
        "hyphen_first": holds_hyphen & ~is_one,
        "foreign_letters": written.any(written.are(lambda word: not word.isascii())),
        "country_first": in_country & ~is_one,
        "national_first": national & ~is_one,
        "slash": written.any(written.are(lambda word: "/" in word or "&" in word)),
    }
