"""The number of English nouns: singular and plural of one word.

in      one word, alone or compounded with hyphens, in any case
out     the word in the other number, its case kept; a word that has no other number stays
source  the spelling rules of Quirk et al. (1985), A Comprehensive Grammar of the English Language,
        5.73-5.103, and tables of what they leave open

A word is all that is seen, so "leaves" gives "leaf" and "axes" gives "axis", whatever is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from glossary.languages._english_nouns import (
    CH_AS_K,
    COUNTED_IC_ENDINGS,
    COUNTED_IN_IC,
    INVARIABLE,
    IRREGULAR,
    KEEPS_E,
    NOT_MEN,
    PLURAL_IN_OES,
    USUAL_PLURALS,
)
from glossary.languages._tables import words

_ACRONYM_PLURAL = re.compile(r"[A-Z][A-Z0-9&-]*[A-Z0-9]s")
# A word of capitals this short is an acronym (GPS, AIDS), a longer one is a shouted word.
_LONGEST_ACRONYM = 5

# After one of these a compound inflects its first part: mothers-in-law, runners-up.
_LINKS = words("in of at by up off on to out down de du")

# Words in -man that are no compounds of man: humans, Germans, shamans.
_NOT_MAN = ("human", "german", "roman", "norman", "ottoman", "talisman", "shaman", "caiman")

# The end of a plural and that of its singular; the first that fits decides, so exceptions of one
# ending stand above it.
_SINGULAR_ENDINGS = (
    ("ss", "ss"),
    ("aus", "au"),
    ("us", "us"),
    ("eaux", "eau"),
    ("cocci", "coccus"),
    ("ouses", "ouse"),
    ("auses", "ause"),
    ("euses", "euse"),
    ("uses", "us"),
    ("lyses", "lysis"),
    ("theses", "thesis"),
    ("stases", "stasis"),
    ("eeses", "eese"),
    ("eses", "esis"),
    ("ooses", "oose"),
    ("poses", "pose"),
    ("closes", "close"),
    ("oses", "osis"),
    ("polises", "polis"),
    ("sses", "ss"),
    ("zzes", "zz"),
    ("tzes", "tz"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("shelves", "shelf"),
    ("oes", "o"),
    ("is", "is"),
    ("s", ""),
)

_LAST_LETTERS = frozenset(plural[-1] for plural, _ in _SINGULAR_ENDINGS)

_PLURAL_OF = {
    **{singular: plural for plural, singular in reversed(list(IRREGULAR.items()))},
    **USUAL_PLURALS,
}


@lru_cache(maxsize=65536)
def singular(noun: str) -> str:
    """Give the singular of a noun; one that is singular, or has none, comes back as it is.

    >>> [singular(noun) for noun in ("Policies", "analyses", "media", "NGOs", "statistics")]
    ['Policy', 'analysis', 'media', 'NGO', 'statistics']
    """
    if noun.islower():
        return _singular(noun)
    if _ACRONYM_PLURAL.fullmatch(noun):
        return noun[:-1]
    if noun.isupper():
        long_enough = len(noun) > _LONGEST_ACRONYM
        return _singular(noun.lower()).upper() if long_enough else noun
    return _with_case_of(noun, _singular(noun.lower()))


@lru_cache(maxsize=4096)
def plural(noun: str) -> str:
    """Give the plural of a singular noun.

    >>> [plural(noun) for noun in ("Policy", "analysis", "spokesman", "NGO", "mother-in-law")]
    ['Policies', 'analyses', 'spokesmen', 'NGOs', 'mothers-in-law']
    """
    if len(noun) > 1 and noun.isupper():
        return f"{noun}s"
    return _with_case_of(noun, _plural(noun.lower()))


def _singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in INVARIABLE or len(word) < 3:
        return word
    if "-" in word:
        return _compound(word, _singular)
    if word.endswith("men") and word not in NOT_MEN:
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return word[:-1] if len(word) == 4 else f"{word[:-3]}y"
    if word.endswith("ics"):
        return word[:-1] if _is_counted(word[:-1]) else word
    if word.endswith("ses") and word[:-1] in KEEPS_E:
        return word[:-1]
    return _by_ending(word)


def _by_ending(word: str) -> str:
    if word[-1] not in _LAST_LETTERS:
        return word
    for ending, replacement in _SINGULAR_ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word


def _is_counted(word: str) -> bool:
    """Tell whether a word in -ic is a thing that can be counted: clinic, antibiotic."""
    return word in COUNTED_IN_IC or word.endswith(COUNTED_IC_ENDINGS)


def _plural(word: str) -> str:
    if word in _PLURAL_OF:
        return _PLURAL_OF[word]
    if word in INVARIABLE:
        return word
    if "-" in word:
        return _compound(word, _plural)
    if word.endswith("man") and not word.endswith(_NOT_MAN):
        return f"{word[:-3]}men"
    if word.endswith("coccus"):
        return f"{word[:-2]}i"
    if word.endswith("is") and len(word) > 4:
        return f"{word[:-2]}es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    if word.endswith("ics") and not _is_counted(word[:-1]):
        return word
    hisses = word.endswith(("s", "x", "z", "sh")) or (word.endswith("ch") and word not in CH_AS_K)
    return f"{word}es" if hisses or word in PLURAL_IN_OES else f"{word}s"


def _compound(word: str, inflect: Callable[[str], str]) -> str:
    """Inflect the part of a hyphenated word that bears its number."""
    parts = word.split("-")
    bearer = 0 if _LINKS.intersection(parts[1:]) else -1
    if parts[bearer]:
        parts[bearer] = inflect(parts[bearer])
    return "-".join(parts)


def _with_case_of(original: str, word: str) -> str:
    """Give the word with the capitals that the original has where the two run alike."""
    if original.islower():
        return word
    same = 0
    while same < min(len(original), len(word)) and original[same].lower() == word[same]:
        same += 1
    if same == 0 and original[:1].isupper():
        return word.capitalize()
    return original[:same] + word[same:]
