"""British and American English: one spelling for a word, so that both compare equal.

in      one word in any case, possibly with hyphens
out     its American spelling in lower case; a word that both spell alike stays
source  the systematic differences of Peters (2004), The Cambridge Guide to English Usage, by rule
        and by stem, so that derived and compounded words follow (paediatrician, discolouration)

Words that would meet an unrelated word are left apart: cheque and check, tyre and tire, kerb and
curb, storey and story, draught and draft. A variant joined wrongly costs an editor more than one
that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from glossary.languages import _english_spellings as tables


def _any_of(stems: Iterable[str]) -> str:
    """Give the pattern of one of the stems, the longest first."""
    return "|".join(sorted(stems, key=lambda stem: (-len(stem), stem)))


def _with_z(match: re.Match[str]) -> str:
    stem = match[0]
    keeps = stem in tables.KEEPS_IS or len(stem) < 5
    if keeps or (stem.endswith(tables.KEEPS_IS_ENDINGS) and not stem.endswith("tivis")):
        return stem
    return f"{stem[:-1]}z"


# What British English writes and what takes its place, in the order in which they are looked for.
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(rf"^(?:{_any_of(tables.AMERICAN_BEGINNINGS)})"),
        lambda match: tables.AMERICAN_BEGINNINGS[match[0]],
    ),
    (re.compile(_any_of(tables.AMERICAN_ROOTS)), lambda match: tables.AMERICAN_ROOTS[match[0]]),
    (
        re.compile(
            r"^((?:be|bi|counter|dis|e|mis|multi|neuro|non|over|psycho|re|self|techni|tri|un|uni|"
            rf"water)?(?:{_any_of(tables.OUR_STEMS)}))our"
        ),
        r"\1or",
    ),
    (re.compile(rf"^({_any_of(tables.RE_STEMS)})re(?=$|[bfglnpsw])"), r"\1er"),
    (re.compile(rf"^({_any_of(tables.RE_STEMS)})red$"), r"\1ered"),
    (
        re.compile(
            rf"^((?:un|over|out|pre)?(?:{_any_of(tables.DOUBLES_L)}))l"
            r"(?=(?:ed|ings?|ers?|ists?|ors?|able|ous(?:ly)?)$)"
        ),
        r"\1",
    ),
    (
        re.compile(rf"^((?:re|un|self|co)?(?:{_any_of(tables.SINGLE_L)}))(?=$|s$|ments?$)"),
        r"\1l",
    ),
    (re.compile(r"^(.{3,}ly)s(?=(?:e|e[dr]|ers|ing)$)"), r"\1z"),
    (re.compile(r"^grey(?!h)"), "gray"),
    (
        re.compile(
            r"^(.{3,}is)"
            r"(?=(?:e|e[drs]|ers|ings?|ingly|able|ability|ements?|ations?|ational|ationally)$)"
        ),
        _with_z,
    ),
)


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """Give the American spelling of a word, in lower case.

    >>> [american(word) for word in ("Organisation", "labour", "programmes", "exercise", "cheque")]
    ['organization', 'labor', 'programs', 'exercise', 'cheque']
    """
    word = word.lower().replace("æ", "ae").replace("œ", "oe")
    if "-" in word:
        # The hyphen that only keeps two vowels apart, and that of e-mail, are a matter of taste.
        word = re.sub(r"^(co-(?=o)|pre-(?=e)|re-(?=e)|e-(?=mail))", lambda m: m[0][:-1], word)
        return "-".join(_american(part) for part in word.split("-"))
    return _american(word)


def _american(word: str) -> str:
    if word in tables.AMERICAN_WORDS:
        return tables.AMERICAN_WORDS[word]
    if len(word) < 4:
        return word
    for british, instead in _RULES:
        if british.search(word):
            word = british.sub(instead, word)
    return word
