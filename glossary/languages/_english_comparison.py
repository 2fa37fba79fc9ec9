"""What "the same term" means in English: the key that all variants of a term share.

Folded are case, number, spelling, hyphens, possessives, quotes, and determiners at the start.
Order and prepositions are not: "fund of insurance" is another term than "insurance fund".
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.languages._english_inflection import singular
from glossary.languages._english_spelling import american
from glossary.languages._english_words import (
    BOUND_PREFIXES,
    CLOSED_COMPOUNDS,
    DETERMINERS,
    HYPHENATED_PREFIXES,
    PREPOSITIONS,
)
from glossary.languages._folding import fold, normalise
from glossary.languages._tables import words

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u2032`\u00b4]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_POSSESSIVE = re.compile(r"(?<=\w)'[sS]\b|(?<=[sS])'(?=\W|$)")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_PREFIX = re.compile(
    rf"\b({'|'.join(sorted(BOUND_PREFIXES | HYPHENATED_PREFIXES))})-(?=[a-z])", re.IGNORECASE
)
_APART = re.compile(rf"\b({'|'.join(sorted(BOUND_PREFIXES))})\s+(?=[a-z])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)
_OPENED = {closed: opened for opened, closed in CLOSED_COMPOUNDS.items()}
_JOINING = frozenset({"and", "or", "&"})
_BREAKS = PREPOSITIONS | _JOINING
_COMPOUND = re.compile(rf"\b({'|'.join(sorted(CLOSED_COMPOUNDS))})\b")
# Words whose neighbours matter to the key are marked in it until that is settled.
_MARK = "*"
_MARKED = DETERMINERS | BOUND_PREFIXES | {compound.split()[0] for compound in CLOSED_COMPOUNDS}

# "Leaves" are days off after one of these, and foliage elsewhere.
_BEFORE_LEAVE = words(
    """
    absence annual bereavement carer casual childcare compassionate compensatory disability earned
    educational exam family maternity medical nursing paid parental paternity personal public
    religious sabbatical shore sick special study unpaid vacation work
    """
)


@lru_cache(maxsize=65536)
def comparison_key(text: str) -> str:
    """Give the key that all variants of an English term share; not a text to show.

    >>> comparison_key("the Labour Organisation’s old-age programmes")
    'labor organization old age program'
    >>> comparison_key("ministries of health") == comparison_key("Ministry of Health")
    True
    """
    key = _keys(text)
    if _MARK not in key:
        return key
    words = key.replace(_MARK, "").split()
    if not BOUND_PREFIXES.isdisjoint(words):
        words = _keys(_APART.sub(r"\1", text)).replace(_MARK, "").split()
    while len(words) > 1 and words[0] in DETERMINERS:
        del words[0]
    return _COMPOUND.sub(lambda match: CLOSED_COMPOUNDS[match[0]], " ".join(words))


def _keys(text: str) -> str:
    return " ".join(map(_part_key, text.split()))


def divisions(key: str) -> tuple[str, ...]:
    """Give the ways to divide the words of a comparison key, its own first.

    >>> divisions("healthcare fund")
    ('healthcare fund', 'health care fund')
    """
    closed = _COMPOUND.sub(lambda match: CLOSED_COMPOUNDS[match[0]], key)
    opened = " ".join(_OPENED.get(word, word) for word in closed.split())
    return tuple(dict.fromkeys((key, closed, opened)))


def singular_phrase(text: str) -> str:
    """Give a noun phrase with its head in the singular, all else as it was.

    The head is the last word before the first preposition. A phrase with "and" or "or" before that
    is not changed, for it has two heads.

    >>> [singular_phrase(text) for text in ("ministries of health", "sick leaves", "Job Centres")]
    ['ministry of health', 'sick leave', 'Job Centre']
    """
    parts = text.split(" ")
    lower = parts if text.islower() else text.lower().split(" ")
    end = len(parts)
    if not _BREAKS.isdisjoint(lower):
        end = next((i for i, part in enumerate(lower) if i and part in PREPOSITIONS), end)
        if not _JOINING.isdisjoint(lower[:end]):
            return text
    noun = parts[end - 1]
    is_leave = lower[end - 1] == "leaves" and end > 1 and lower[end - 2] in _BEFORE_LEAVE
    single = noun[:-1] if is_leave else singular(noun)
    return text if single == noun else " ".join([*parts[: end - 1], single, *parts[end:]])


@lru_cache(maxsize=65536)
def _part_key(part: str) -> str:
    """Give the keys of the words in what stands between two blanks: none, one or several."""
    if part.isascii() and part.isalpha():
        return _word_key(part)
    part = _APOSTROPHES.sub("'", _HYPHENS.sub("-", normalise(part)))
    part = _POSSESSIVE.sub("", part).replace("&", " and ")
    part = _DOTTED.sub(lambda match: match[0].replace(".", ""), part)
    part = _PREFIX.sub(r"\1", part)
    return " ".join(map(_word_key, _WORD.findall(part))) or _MARK


def _word_key(word: str) -> str:
    # A leaf and a leave share their plural, and a key is only compared.
    key = fold(american(singular(word)))
    if key in _MARKED:
        return _MARK + key
    return "leave" if key == "leaf" else key
