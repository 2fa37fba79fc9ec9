"""What somebody wanted to type whose keyboard was not set to Vietnamese: Telex and VNI.

in      text with keystrokes left in it: “baor hieemr”, “bao3 hiem63”
out     the text that they mean: “bảo hiểm”; a word that is none of Vietnamese stays as it is
source  the two input methods as Unikey and ibus-bamboo have them, marks typed anywhere behind
        their vowel
"""

from __future__ import annotations

import re

from glossary.languages._vietnamese_syllables import ToneMark, is_syllable, with_tone_mark

__all__ = ["meant"]

_TELEX_TONES = dict(
    zip("zfsrxj", ToneMark, strict=True)  # in the order of ToneMark: huyền, sắc, hỏi, ngã, nặng
)
_VNI_TONES = {
    "0": ToneMark.NGANG,
    "1": ToneMark.SAC,
    "2": ToneMark.HUYEN,
    "3": ToneMark.HOI,
    "4": ToneMark.NGA,
    "5": ToneMark.NANG,
}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"o": "ơ", "u": "ư"}
_BREVE = {"a": "ă"}
_VNI_LETTERS = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE, "9": {"d": "đ"}}
_WORD = re.compile(r"[a-z]+[a-z0-9]*", re.IGNORECASE)
_VOWELS = frozenset("aeiouyăâêôơư")


def meant(text: str) -> str:
    """Give the text with every word that Telex or VNI keys spell out put into Vietnamese.

    >>> meant("baor hieemr thaats nghieepj"), meant("bao3 hiem63 xa4 ho65i")
    ('bảo hiểm thất nghiệp', 'bảo hiểm xã hội')
    """
    return _WORD.sub(lambda found: _meant(found[0]), text)


def _meant(word: str) -> str:
    low = word.lower()
    read = _vni if any(char.isdigit() for char in low) else _telex
    letters, tone = read(low)
    if letters == low:
        return word
    syllable = with_tone_mark(letters, tone) if tone else letters
    if not is_syllable(syllable):
        return word
    return syllable.capitalize() if word[0].isupper() else syllable


def _telex(word: str) -> tuple[str, ToneMark]:
    letters, tone = "", ToneMark.NGANG
    for char in word:
        has_vowel = not _VOWELS.isdisjoint(letters)
        if char in _TELEX_TONES and has_vowel:
            tone = _TELEX_TONES[char]
        elif char == "w":
            letters = _changed(letters, _HORN | _BREVE) or f"{letters}ư"
        elif char in _CIRCUMFLEX and char in letters:
            letters = _changed(letters, {char: _CIRCUMFLEX[char]}) or letters
        elif char == "d" and letters.startswith("d"):
            letters = f"đ{letters[1:]}"
        else:
            letters += char
    return letters, tone


def _vni(word: str) -> tuple[str, ToneMark]:
    letters, tone = "", ToneMark.NGANG
    for char in word:
        if char in _VNI_TONES:
            tone = _VNI_TONES[char]
        elif char in _VNI_LETTERS:
            letters = _changed(letters, _VNI_LETTERS[char]) or letters + char
        else:
            letters += char
    return letters, tone


def _changed(letters: str, marks: dict[str, str]) -> str:
    """The letters with a mark on the last of those that can bear it, on both of u and o.

    Empty where none can. The u of “qu” bears none.
    """
    if "uo" in letters and _HORN.items() <= marks.items() and not letters.startswith("quo"):
        return letters.replace("uo", "ươ")
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in marks:
            return letters[:place] + marks[letters[place]] + letters[place + 1 :]
    return ""
