"""V001–V003, V008: the spelling of Vietnamese syllables.

Words of other languages are no errors: a word is judged only when its letters are Vietnamese ones
and it bears a mark of Vietnamese, and names transcribed in one word (Mátxcơva) not at all.

source  `glossary.languages.vi`: the orthography of the standard dictionary
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from glossary.checks._contract import Issue, Setting, Text, TextCheck
from glossary.interface import _, marked
from glossary.languages import vi
from glossary.languages.vi import ToneMark, ToneStyle

__all__ = ["CHECKS"]

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
#: Addresses, file names and codes are left alone, and transcriptions in parts: lô-gíc, Ti-phi-nac.
_CODE = re.compile(r"\S*(?:[\d@/\\_]|\w[.-]\w)\S*")
_CODE_SIGN = re.compile(r"[\d@/\\_.-]")
_ALPHABET = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")
_VOWELS = re.compile("[aăâeêioôơuưy]+")
_TONES = frozenset(mark.value for mark in ToneMark if mark)
#: Sắc and no mark are what transcriptions use: axít, cônsóocxiom.
_NATIVE_TONES = _TONES - {ToneMark.SAC.value}
#: Names from other languages: Đắk Lắk, Krông Pắc, Croát, Xlô.
_NAME = re.compile(r"(?:[bcdđgkpsvx][lr]|s[ckpt])\w*|\w*[klrs]", re.IGNORECASE)
_LEAST_WORDS = 2
_NO_SYLLABLE = marked("“{word}” is no syllable of Vietnamese")


class Impossible(TextCheck):
    """A word is no possible syllable of Vietnamese."""

    code = "V001"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """The message names what would make it one, where that is known."""
        for word in words(subject.text):
            message, fields = _fault(word)
            if message:
                yield self.issue(subject, _(message).format(word=word, **fields))


class MisplacedTone(TextCheck):
    """A tone mark stands on the wrong vowel."""

    code = "V002"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """In open oa, oe and uy both places are right; the project's choice is V003."""
        for word in words(subject.text):
            right = _respelt(word, setting.tone_style)
            if right:
                after = _replace(subject.text, word, right)
                yield self.issue(
                    subject,
                    _("“{word}” is spelt “{right}”").format(word=word, right=right),
                    after=after,
                )


class OtherToneStyle(TextCheck):
    """A tone mark is set in the style that the project did not choose."""

    code = "V003"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """The setting `tone_style`: hòa, khỏe, thủy or hoà, khoẻ, thuỷ."""
        after = vi.tone_style(subject.text, setting.tone_style)
        if after == subject.text:
            return
        word = next(
            one
            for one, other in zip(subject.text.split(), after.split(), strict=True)
            if one != other
        )
        right = vi.tone_style(word, setting.tone_style)
        yield self.issue(
            subject,
            _("“{word}” is “{right}” in this project (tone_style = {tone_style})").format(
                word=word, right=right, tone_style=setting.tone_style
            ),
            after=after,
        )


class WithoutMarks(TextCheck):
    """Vietnamese is written without its marks."""

    code = "V008"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """A word that is no syllable, but would be one with marks: “hiem”, “nghiep”.

        Words with a capital are names or foreign; so are those of the source, and lone words.
        """
        found = [word for word in words(subject.text) if not word.isupper()]
        if len(found) < _LEAST_WORDS:
            return
        source = {word.lower() for word in _WORD.findall(subject.source)}
        bare = [word for word in found if _lacks_marks(word) and word.lower() not in source]
        all_bare = all(word.isascii() and vi.is_folded_syllable(word.lower()) for word in found)
        lower = [word for word in bare if word == word.lower()]
        if bare and all_bare:
            yield self.issue(subject, _("is written without tone and letter marks"))
        elif lower:
            yield self.issue(subject, _("“{lower}” lacks its marks").format(lower=lower[0]))


@lru_cache(maxsize=16)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, without addresses and codes.

    >>> words("cổng baohiemxahoi.gov.vn, Quyết định 813/QĐ-BHXH")
    ('cổng', 'Quyết', 'định')
    """
    return tuple(_WORD.findall(_CODE.sub(" ", text) if _CODE_SIGN.search(text) else text))


@lru_cache(maxsize=65536)
def _fault(word: str) -> tuple[str, dict[str, str]]:
    """Why a word is no syllable, as a message and its fields; empty where it may be one."""
    if not _is_judged(word) or vi.is_syllable(word) or _respelt(word, ToneStyle.TRADITIONAL):
        return "", {}
    plain = vi.without_tone_mark(word.lower())
    tones = [char for char in unicodedata.normalize("NFD", word) if char in _TONES]
    if len(tones) > 1:
        halves = _halves(word)
        if halves:
            return marked("“{word}” is two syllables: “{halves}”"), {"halves": halves}
        if len(_VOWELS.findall(plain)) == 1:
            return marked("“{word}” has two tone marks"), {}
    if len(_VOWELS.findall(plain)) > 1:
        is_native = word == word.lower() and bool(set(tones) & _NATIVE_TONES)
        return _NO_SYLLABLE if is_native else "", {}
    if plain.endswith(("c", "ch", "p", "t")) and vi.is_syllable(_with(plain, ToneMark.SAC)):
        sac, nang = (_with(plain, mark) for mark in (ToneMark.SAC, ToneMark.NANG))
        message = marked("“{word}” ends in -{end} and must bear sắc or nặng: “{sac}” or “{nang}”")
        return message, {"end": plain[-1], "sac": sac, "nang": nang}
    if word != word.lower() and _NAME.fullmatch(plain):
        return "", {}
    return _NO_SYLLABLE, {}


@lru_cache(maxsize=65536)
def _respelt(word: str, style: ToneStyle) -> str:
    """The word with its tone mark on the right letter, empty where nothing is wrong or known."""
    if not _is_judged(word) or vi.is_syllable(word):
        return ""
    mark = vi.tone_mark(word)
    right = _with(vi.without_tone_mark(word), mark, style) if mark else ""
    one_mark = sum(char in _TONES for char in unicodedata.normalize("NFD", word)) == 1
    return right if one_mark and vi.is_syllable(right) else ""


def _is_judged(word: str) -> bool:
    """Whether a word claims to be Vietnamese: its letters are, and one bears a mark."""
    if word.isascii():
        return False
    lower = vi.without_tone_mark(word.lower())
    if not set(lower) <= _ALPHABET:
        return False
    # CPĐT, and what programs abbreviate: ĐChỉ for địa chỉ.
    is_acronym = word.isupper() and vi.without_tone_mark(word) == word
    is_mixed = not word.isupper() and word[1:] != word[1:].lower()
    return len(word) > 1 and not is_acronym and not is_mixed


def _halves(word: str) -> str:
    """The two syllables that a word is glued of, empty where it is not."""
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        if _VOWELS.match(vi.without_tone_mark(second.lower())):
            # Two marks on the vowels of one syllable, rather than two syllables.
            continue
        marked = vi.tone_mark(first) and vi.tone_mark(second)
        native = {vi.tone_mark(first).value, vi.tone_mark(second).value} & _NATIVE_TONES
        if marked and native and vi.is_syllable(first) and vi.is_syllable(second):
            return f"{first} {second}"
    return ""


@lru_cache(maxsize=65536)
def _lacks_marks(word: str) -> bool:
    lower = word.lower()
    return (
        word.isascii()
        and lower not in vi.LOANWORDS
        and not vi.is_syllable(lower)
        and vi.is_folded_syllable(lower)
    )


def _with(plain: str, mark: ToneMark, style: ToneStyle = ToneStyle.TRADITIONAL) -> str:
    return vi.with_tone_mark(plain, mark, style)


def _replace(text: str, word: str, right: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", right, text)


CHECKS = (Impossible(), MisplacedTone(), OtherToneStyle(), WithoutMarks())
