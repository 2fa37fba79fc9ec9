"""Normalise and fold: one spelling for storing a text, one key for comparing texts."""

from __future__ import annotations

import re
import unicodedata

# Zs of Unicode and the tab; line breaks carry meaning in a segment and stay.
_BLANKS = re.compile(r"[\t\x0b\x0c \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphen, word joiner and byte order mark only serve the layout. The zero-width space stays:
# Lao, Khmer and Thai mark the ends of words with it; so do the joiners of Persian and Hindi.
_LAYOUT = re.compile("[\u00ad\u2060\ufeff]")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHENS = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07`\u00b4]")
_QUOTES = re.compile("[\u201c-\u201f\u2033\uff02\u00ab\u00bb]")
# Marks of the Latin, Greek and Cyrillic scripts. The vowels of Lao and Thai and the voicing marks
# of Japanese are marks for Unicode too, but without them a word is another word.
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
# đ has no decomposition. Eth stands for it in texts that were converted from TCVN or VNI fonts.
_D_WITH_STROKE = str.maketrans("đĐðÐɖƉ", "dDdDdD")


def normalise(text: str) -> str:
    r"""Give the text in NFC, each run of blanks as one blank, outer blanks and breaks cut.

    The meaning stays: letters, marks, quotes, dashes and inner line breaks are kept.

    >>> normalise(" bảo\u00a0hiểm \t xã hội ")
    'bảo hiểm xã hội'
    """
    text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", _LAYOUT.sub("", text)).strip()


def fold(text: str) -> str:
    """Give the lossy key under which texts are found again; never stored as text.

    Case, Latin marks, widths, ligatures, the kinds of hyphen, apostrophe and quote, and all
    spacing are folded.

    >>> fold("Bảo hiểm thất nghiệp – ĐỐI TƯỢNG")
    'bao hiem that nghiep - doi tuong'
    """
    if not text.isascii():
        text = _fold_letters(text)
    return " ".join(text.casefold().replace("`", "'").split())


def _fold_letters(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    # Before the decomposition, which would turn an acute accent into a blank and a mark.
    text = _APOSTROPHES.sub("'", _QUOTES.sub('"', _HYPHENS.sub("-", text)))
    text = text.translate(_D_WITH_STROKE)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    text = _HYPHENS.sub("-", _MARKS.sub("", text))
    return unicodedata.normalize("NFC", text)
