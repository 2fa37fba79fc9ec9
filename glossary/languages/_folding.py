"""Normalise and fold: one spelling for storing a text, one key for comparing texts."""

from __future__ import annotations

import re
import unicodedata

# Zs of Unicode and the tab; line breaks carry meaning in a segment and stay.
_BLANKS = re.compile(r"[\t\x0b\x0c \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphen, word joiner and byte order mark only serve the layout. The zero-width space stays:
# Lao, Khmer and Thai mark the ends of words with it; so do the joiners of Persian and Hindi.
_LAYOUT = re.compile("[\u00ad\u2060\ufeff]")


# Tables, not patterns: they cost nothing when the program starts.
_HYPHENS = dict.fromkeys((*range(0x2010, 0x2016), 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
_INVISIBLE = dict.fromkeys((0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF))
# Letters with a stroke have no decomposition, nor have æ and œ. Eth stands for đ in texts that
# were converted from TCVN or VNI fonts.
_BEFORE: dict[int, str | None] = {
    **_INVISIBLE,
    **_HYPHENS,
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\uff02\u00ab\u00bb"), '"'),
    **dict(zip(map(ord, "đĐðÐɖƉ"), "dDdDdD", strict=True)),
    **dict(zip(map(ord, "łŁøØħĦŧŦı"), "lLoOhHtTi", strict=True)),
    **dict(zip(map(ord, "æÆœŒ"), ("ae", "AE", "oe", "OE"), strict=True)),
}
# Marks of the Latin, Greek and Cyrillic scripts. The vowels of Lao and Thai and the voicing marks
# of Japanese are marks for Unicode too, but without them a word is another word.
_MARKS = dict.fromkeys(
    (*range(0x300, 0x370), *range(0x1AB0, 0x1B00), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100))
)
_AFTER: dict[int, str | None] = {**_MARKS, **_HYPHENS}


def normalise(text: str) -> str:
    r"""Give the text in NFC, each run of blanks as one blank, outer blanks and breaks cut.

    The meaning stays: letters, marks, quotes, dashes and inner line breaks are kept.

    >>> normalise(" bảo\u00a0hiểm \t xã hội ")
    'bảo hiểm xã hội'
    """
    # A soft hyphen may part a letter from its mark.
    text = unicodedata.normalize("NFC", _LAYOUT.sub("", text))
    return _BLANKS.sub(" ", text).strip()


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
    # Before the decomposition, which would turn an acute accent into a blank and a mark.
    text = text.translate(_BEFORE)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", text.translate(_AFTER))
