"""Code the tokens of a sentence, one letter each, so that phrases are found by patterns of letters.

N noun, P capitalised noun, A adjective, G -ing form, E -ed form, V other verb, R adverb,
s possessive ending, o "of", i another linking preposition, d determiner, c conjunction, a comma for
itself, X the rest. The letters mend what a tagger that looks at one word at a time gets wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.extraction.acronyms import is_acronym
from glossary.languages import en
from glossary.text.analysis import Sentence

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
_CHANGING = frozenset("VEGiRd")
_MAX_CODES = 1 << 16
_MEASURE = re.compile(r"\d+-[a-z]+")


def codes(sentence: Sentence, barred: Sequence[tuple[int, int]] = ()) -> str:
    """Give one letter for each token of `sentence`.

    Tokens inside one of the `barred` offset ranges (legal references, persons) are X.
    """
    letters: list[str] = []
    has_auxiliary = False
    words, tags = sentence.words, sentence.tags
    for index, (word, lower, tag) in enumerate(zip(words, sentence.lower, tags, strict=True)):
        letter = _CODES[word, tag, not index]
        if letter in _CHANGING:
            letter = _in_context(letter, letters[-1:], sentence, index, has_auxiliary)
        has_auxiliary = lower in _BEFORE_VERB or (has_auxiliary and tag == "RB")
        letters.append(letter)
    for start, end in barred:
        for index, place in enumerate(sentence.starts):
            if start <= place < end:
                letters[index] = "X"
    return "".join(letters)


def _in_context(
    letter: str, before: Sequence[str], sentence: Sentence, index: int, has_auxiliary: bool
) -> str:
    words, tags = sentence.words, sentence.tags
    if (
        sentence.lower[index] in _SIDES
        and tags[index + 1 : index + 2]
        and tags[index + 1].startswith("NN")
    ):
        return "A"  # "the inside leg"
    if letter == "V" and before and before[0] in "dAs" and words[index - 1] not in _RELATIVE:
        return "N"  # "the left rein": a verb does not follow an article or an adjective
    if letter == "E" and (has_auxiliary or (before and before[0] in "NP")):
        return "V"  # a finite verb: a participle stands before its noun, not behind another
    if letter == "G" and index and tags[index - 1] == "NNS":
        return "V"  # "agents collecting premiums", but "communication training"
    return letter


class _Codes(dict[tuple[str, str, bool], str]):
    """The letter of a word with its tag, and whether it begins a sentence; found out once.

    Asking a dictionary costs a third of what a cached function does. It is emptied when full.
    """

    def __missing__(self, key: tuple[str, str, bool]) -> str:
        if len(self) >= _MAX_CODES:
            self.clear()
        letter = self[key] = _code(*key)
        return letter


_CODES = _Codes()


def _code(word: str, tag: str, is_initial: bool) -> str:
    if tag == "POS" or word in ("’s", "'s", "’S", "’", "'"):
        return "s"
    lower = word.lower()
    if lower in _NO_TERM:
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
