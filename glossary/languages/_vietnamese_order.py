"""The alphabetical order of Vietnamese.

source  the order of the standard dictionary (Hoàng Phê, Từ điển tiếng Việt): ă, â, đ, ê, ô, ơ and ư
        are letters of their own, behind their plain ones; syllables of equal letters follow their
        tones: ngang, huyền, hỏi, ngã, sắc, nặng
"""

from __future__ import annotations

from glossary.languages._vietnamese_syllables import ToneMark, tone_mark, without_tone_mark

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in order; f, j, w and z stand only in foreign words and codes."""

_PLACES = {letter: place for place, letter in enumerate(ALPHABET)}
_TONES = (
    ToneMark.NGANG,
    ToneMark.HUYEN,
    ToneMark.HOI,
    ToneMark.NGA,
    ToneMark.SAC,
    ToneMark.NANG,
)  # fmt: skip


def order_key(text: str) -> tuple[object, ...]:
    """Give the key by which designations are sorted; syllable by syllable, case last.

    >>> sorted(["tố", "tổ", "to", "tô", "ta tô"], key=order_key)
    ['ta tô', 'to', 'tô', 'tổ', 'tố']
    """
    syllables = text.casefold().replace("-", " ").split()
    return tuple(_syllable_key(syllable) for syllable in syllables), text.swapcase()


def first_letter(text: str) -> str:
    """Give the capital letter under which a dictionary has `text`, empty for a figure or sign.

    >>> first_letter("ấn phẩm"), first_letter("đại lý thu"), first_letter("2030")
    ('Â', 'Đ', '')
    """
    letter = without_tone_mark(text[:1].casefold())
    return letter.upper() if letter in _PLACES else ""


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], int]:
    # What is no letter stands before all letters, among its like by its code point.
    base = len(ALPHABET) - 0x110000
    letters = (_PLACES.get(char, base + ord(char)) for char in without_tone_mark(syllable))
    return tuple(letters), _TONES.index(tone_mark(syllable))
