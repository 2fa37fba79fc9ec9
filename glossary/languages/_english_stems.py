"""What the forms of one English word share: the key under which a concordance finds them all.

Only inflection is taken away: the number of nouns, the tense and person of verbs. Words made from
others (insure, insurance, insurer) stay apart.

source  Quirk et al. (1985), A Comprehensive Grammar of the English Language, 3.5-3.20, for the
        regular verb; the table holds the irregular ones that official texts use
"""

from __future__ import annotations

from functools import lru_cache

from glossary.languages._english_inflection import singular
from glossary.languages._english_spelling import american
from glossary.languages._folding import fold
from glossary.languages._tables import pairs

_VOWELS = frozenset("aeiouy")

_IRREGULAR = pairs(
    """
    is be, are be, was be, were be, been be, am be, being be, has have, had have, having have,
    does do, did do, done do, doing do, went go, gone go, goes go, made make, paid pay, said say,
    took take, taken take, gave give, given give, got get, gotten get, began begin, begun begin,
    became become, came come, built build, brought bring, bought buy, chose choose, chosen choose,
    drew draw, drawn draw, died die, dying die, fell fall, fallen fall, felt feel, found find,
    grew grow, grown grow, held hold, kept keep, knew know, known know, laid lay, led lead,
    left leave, lent lend, lost lose, lying lie, lied lie, meant mean, met meet, ran run,
    rose rise, risen rise, saw see, seen see, sent send, shown show, sold sell, spent spend,
    spoke speak, spoken speak, stood stand, taught teach, thought think, told tell,
    understood understand, undertook undertake, undertaken undertake, won win, wrote write,
    written write, overcame overcome, withdrew withdraw, withdrawn withdraw, sought seek
    """
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the key that the forms of one word share; not a text to show.

    >>> {stem(word) for word in ("implement", "implements", "Implemented", "implementing")}
    {'implement'}
    >>> stem("policies") == stem("policy"), stem("plans") == stem("planned")
    (True, True)
    """
    key = american(fold(word))
    key = _IRREGULAR.get(key, key)
    if len(key) > 3:
        key = _without_ending(singular(key))
    return _levelled(key)


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        has_verb = len(rest) > 2 and not _VOWELS.isdisjoint(rest)
        if rest != word and has_verb and not word.endswith("eed"):
            return rest
    return word


def _levelled(word: str) -> str:
    """Without what the spelling of an ending changes: a mute e, a doubled consonant, y for i."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return f"{word[:-1]}i" if len(word) > 3 and word.endswith("y") else word
