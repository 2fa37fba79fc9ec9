"""The forms under which a designation is met in a text: its words as keys, and its capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glossary.languages import en, normalise, vi
from glossary.lookup._trie import keys_of, words_of
from glossary.lookup.designation import Designation
from glossary.model import Acceptability

__all__ = ["Form", "is_acronym", "paths", "word_key"]

_ACRONYM = re.compile(r"[^\W\d_]{2,5}")
_VOWEL = re.compile("[AEIOUY]")
_HYPHENS = re.compile("[-\u2010\u2011]")
_STANDINGS = {standing: number for number, standing in enumerate((None, *Acceptability))}


@dataclass(frozen=True, slots=True)
class Form:
    """A designation and what of it must stand in the text as it is written.

    `acronyms` are words that could be others without their capitals: IT, WHO, but not BHXH, which
    has no vowel. `is_name` says that
    it is one word with a capital, which is another word without: Party, State, Đảng.
    """

    designation: Designation
    acronyms: tuple[str, ...]
    is_name: bool

    @classmethod
    def of(cls, designation: Designation, language: str) -> Form:
        """The form of a designation of a language."""
        words = words_of(designation.text, language)
        is_name = len(words) == 1 and words[0][:1].isupper() and words[0][1:].islower()
        acronyms = (word for word in words if is_acronym(word) and _VOWEL.search(word))
        return cls(designation, tuple(acronyms), is_name)

    def fits(self, text: str) -> bool:
        """Whether `text`, whose words are those of the designation, has the capitals it needs."""
        if self.is_name and not text[0].isupper():
            return False
        return all(acronym in text for acronym in self.acronyms)

    @property
    def order(self) -> tuple[int, str, str]:
        """Where it stands among the forms of one text: source terms first, forbidden ones last."""
        entry = self.designation.entry
        return _STANDINGS[self.designation.acceptability], entry.source, entry.sense


def is_acronym(word: str) -> bool:
    """Whether a word is so short and so much in capitals that it may be another without them."""
    return word.isupper() and _ACRONYM.fullmatch(word) is not None


def word_key(language: str) -> Callable[[str], str]:
    """What the variants of one word share; the keys of its parts are divided by blanks.

    >>> word_key("vi")("Hoà"), word_key("en")("Labour-intensive")
    ('hòa', 'labor intensive')
    """
    if language == "en":
        return en.comparison_key
    return _vietnamese_key if language == "vi" else _plain_key


def paths(text: str, language: str) -> Iterator[tuple[str, ...]]:
    """The sequences of keys under which a designation is found; none where it has no words.

    A dash between blanks may miss in the text (VSS - ISSA Guidelines), and so may the determiner
    at the start of an English term.
    """
    key = word_key(language)
    words = words_of(text, language)
    while language == "en" and len(words) > 1 and words[0].lower() in en.DETERMINERS:
        words = words[1:]
    if not any(word[0].isalnum() for word in words):
        return
    undashed = [word for word in words if not _HYPHENS.fullmatch(word) and word not in "–—"]
    found = dict.fromkeys(
        path
        for form in (words, undashed)
        for path in _divided([part for word in form for part in keys_of(word, key)], language)
    )
    yield from found


def _divided(keys: list[str], language: str) -> list[tuple[str, ...]]:
    if language != "en":
        return [tuple(keys)]
    return [tuple(keys), *(tuple(way.split()) for way in en.divisions(" ".join(keys)))]


def _vietnamese_key(word: str) -> str:
    return vi.tone_style(_plain_key(word), vi.ToneStyle.TRADITIONAL)


def _plain_key(word: str) -> str:
    return _HYPHENS.sub(" ", normalise(word)).casefold()
