"""Code the tokens of a passage, one letter each, so that phrases are found by patterns of letters.

N noun, P capitalised noun, A adjective, G -ing form, E -ed form, V other verb, R adverb,
s possessive ending, o "of", i another linking preposition, d determiner, c conjunction, a comma for
itself, X the rest. The letters mend what a tagger that looks at one word at a time gets wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.extraction.acronyms import is_acronym
from glossary.languages import en
from glossary.text.analysis import Passage
from glossary.text.memo import Memo

_LETTERS = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "JJ": "A", "RB": "R", "DT": "d", "POS": "s",
    "VB": "V", "VBP": "V", "VBZ": "V", "VBG": "G", "VBN": "E", "VBD": "E", "IN": "i", "CC": "c",
    ",": ",",
}  # fmt: skip
_LINKING = frozenset({"in", "on", "for", "between", "against"})
_BEFORE_VERB = en.AUXILIARIES | {"not", "also", "already"}
_NO_TERM = en.AUXILIARIES | en.PERSON_TITLES | en.MONTHS.keys() | en.WEEKDAYS
_SIDES = frozenset({"inside", "outside", "back", "half", "upward", "downward"})
_RELATIVE = frozenset({"which", "that", "what", "who"})
_CHANGING = re.compile("(?<=[dAs])V|E|(?<=[NPdX])G")  # what the code before it may change
_CHANGING_WITH_SIDES = re.compile("[VEGiRd]")
_MEASURE = re.compile(r"\d+-[a-z]+")
_CONTRACTION = re.compile("[a-z]+['’](?:m|re|ve|ll|d)")


def codes(passage: Passage, barred: Sequence[tuple[int, int]] = ()) -> str:
    """Give one letter for each token of `passage`.

    Tokens in one of the `barred` ranges (legal references, persons) are X, as every break is.
    """
    tagged = passage.tagged
    letters = list(map(_ANYWHERE.__getitem__, tagged))
    for sentence in passage.sentences:
        first = sentence.first
        letters[first] = _AT_START[tagged[first]]
    changing = _CHANGING if _SIDES.isdisjoint(passage.lower) else _CHANGING_WITH_SIDES
    for found in changing.finditer("".join(letters)):
        index = found.start()
        letters[index] = _in_context(letters, passage, index)
    for start, end in barred:
        letters[start:end] = "X" * (end - start)
    return "".join(letters)


def _in_context(letters: Sequence[str], passage: Passage, index: int) -> str:
    """The letter of a token, when those before it have theirs."""
    tagged, letter = passage.tagged, letters[index]
    before = letters[index - 1] if index else ""
    if passage.lower[index] in _SIDES and tagged[index + 1][1].startswith("NN"):
        return "A"  # "the inside leg"
    if letter == "V" and before and before in "dAs" and passage.words[index - 1] not in _RELATIVE:
        return "N"  # "the left rein": a verb does not follow an article or an adjective
    if letter == "E" and ((before and before in "NP") or _has_auxiliary(passage, index)):
        return "V"  # a finite verb: a participle stands before its noun, not behind another
    if letter == "G" and index and tagged[index - 1][1] == "NNS":
        return "V"  # "agents collecting premiums", but "communication training"
    return letter


def _has_auxiliary(passage: Passage, index: int) -> bool:
    """Whether an auxiliary stands before a token, adverbs between them."""
    for before in range(index - 1, -1, -1):
        if passage.lower[before] in _BEFORE_VERB:
            return True
        if passage.tagged[before][1] != "RB":
            return False
    return False


def _code(word: str, tag: str, *, is_initial: bool) -> str:
    if tag == "POS" or word in ("’s", "'s", "’S", "’", "'"):
        return "s"
    lower = word.lower()
    if lower in _NO_TERM or _CONTRACTION.fullmatch(lower):
        return "X"
    if lower == "of":
        return "o"
    if lower in en.DETERMINERS:
        return "d"
    if is_acronym(word):
        return "P"
    if not word[0].isalpha():
        if _MEASURE.fullmatch(word):
            return "A"
        return _LETTERS.get(tag, "X") if tag in (",", "CC") or word in "&," else "X"
    letter = _LETTERS.get(tag, "X")
    if letter == "i":
        return "i" if lower in _LINKING or lower in _SIDES else "X"
    if word[0].isupper() and not is_initial and letter != "c":
        return "P" if letter in "NPAGEV" else "X"
    return letter


_ANYWHERE = Memo[tuple[str, str], str](lambda key: _code(*key, is_initial=False))
_AT_START = Memo[tuple[str, str], str](lambda key: _code(*key, is_initial=True))
