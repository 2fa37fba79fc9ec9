"""The written syllable of Vietnamese: its marks, its parts, and where its tone mark stands.

in      text in NFC
source  the orthography of the standard dictionary (Hoàng Phê, Từ điển tiếng Việt): 28 initials, the
        rimes that they combine with, six tones of which one has no mark

A vowel letter bears up to two marks. The letter mark (ă â ê ô ơ ư, and đ) makes it another letter;
the tone mark (à á ả ã ạ) belongs to the syllable. In open oa, oe and uy two styles of placing it
are accepted: hòa, khỏe, thủy (traditional) and hoà, khoẻ, thuỷ (modern).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from glossary.languages._folding import fold
from glossary.languages._tables import words


class ToneMark(StrEnum):
    """The six tones by their Vietnamese names; the value is the combining mark."""

    NGANG = ""
    HUYEN = "\u0300"
    SAC = "\u0301"
    HOI = "\u0309"
    NGA = "\u0303"
    NANG = "\u0323"


class ToneStyle(StrEnum):
    """Where the mark of open oa, oe and uy stands: on the first vowel or on the second."""

    TRADITIONAL = "hòa"
    MODERN = "hoà"


_TONE_MARKS = frozenset(mark.value for mark in ToneMark if mark)

_RIMES = words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyên uyêt uyn
    uynh uyp uyt uyu oong
    uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
    """
)
# After qu the u belongs to the initial, and after gi the i does.
_RIMES_AFTER_QU = words(
    """
    a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê ên êt êch
    ênh êu i ich inh it y ych yên yêt ynh yt yu ơ ôc
    """
)
_RIMES_AFTER_GI = words(
    """
    a ac ai am an ang anh ao ap at au ay ăc ăm ăng ăt âc âm ân âp ât âu ây e ec em eo ep ên êng êt
    êu êm o oi on ong ot ô ôc ôi ông ôp ôt ơ ơi ơn u ua uc ui um un up uôc ư ưa ưng ưt ương ươc
    """
)
_RIMES_AFTER_G_WITH_I = words("i in im ich")
_BEFORE_FRONT_VOWELS = ("k", "gh", "ngh")
_BEFORE_OTHER_VOWELS = ("c", "g", "ng")
_BEFORE_ANY_VOWEL = words("b ch d đ h kh l m n nh p ph r s t th tr v x")
_INITIALS = ("", *_BEFORE_FRONT_VOWELS, *_BEFORE_OTHER_VOWELS, *sorted(_BEFORE_ANY_VOWEL))
_BEFORE_Y = ("", "h", "k", "l", "m", "n", "s", "t", "th", "v")
_STOPS = ("c", "ch", "p", "t")
_MARKED_VOWELS = "ăâêôơư"

_OPEN_RIME = re.compile(
    r"(?<!q)(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\w)",
    re.IGNORECASE,
)


def strip_marks(text: str) -> str:
    """Give the text without tone and letter marks, its case kept.

    >>> strip_marks("Đào Việt Ánh")
    'Dao Viet Anh'
    """
    plain = text.replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", plain)
    kept = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", kept)


def tone_mark(syllable: str) -> ToneMark:
    """Give the tone mark of a syllable, the first one if a misspelling has several.

    >>> tone_mark("bảo") is ToneMark.HOI
    True
    """
    decomposed = unicodedata.normalize("NFD", syllable)
    return ToneMark(next((char for char in decomposed if char in _TONE_MARKS), ""))


def without_tone_mark(text: str) -> str:
    """Give the text without tone marks, letter marks kept.

    >>> without_tone_mark("thất nghiệp")
    'thât nghiêp'
    """
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(char for char in decomposed if char not in _TONE_MARKS)
    return unicodedata.normalize("NFC", kept)


def with_tone_mark(syllable: str, mark: ToneMark, style: ToneStyle = ToneStyle.TRADITIONAL) -> str:
    """Give a syllable that has no tone mark with one on the letter where it belongs.

    >>> [with_tone_mark("thuy", ToneMark.HOI, style) for style in ToneStyle]
    ['thủy', 'thuỷ']
    """
    at = _place(syllable.lower(), style)
    marked = syllable[: at + 1] + mark + syllable[at + 1 :]
    return unicodedata.normalize("NFC", marked)


def tone_style(text: str, style: ToneStyle) -> str:
    """Give a text with the tone marks of open oa, oe and uy in one style.

    >>> tone_style("Uỷ ban hoà giải, quý khách", ToneStyle.TRADITIONAL)
    'Ủy ban hòa giải, quý khách'
    """
    return _OPEN_RIME.sub(
        lambda rime: _move(rime[0], 0 if style is ToneStyle.TRADITIONAL else 1), text
    )


def is_syllable(text: str) -> bool:
    """Tell whether the text is one well-spelt Vietnamese syllable, in either tone style.

    Spelling is all it knows: a syllable that no word has, such as "gẻn", may pass.

    >>> is_syllable("nghiệp"), is_syllable("nghịêp"), is_syllable("insurance")
    (True, False, False)
    """
    syllable = unicodedata.normalize("NFC", text.lower())
    plain = without_tone_mark(syllable)
    if plain not in _syllables():
        return False
    mark = tone_mark(syllable)
    if plain.endswith(_STOPS) and mark not in {ToneMark.SAC, ToneMark.NANG}:
        return False
    return any(syllable == with_tone_mark(plain, mark, style) for style in ToneStyle)


def is_folded_syllable(text: str) -> bool:
    """Tell whether a folded text is what some Vietnamese syllable folds to: "nguyen", "dao".

    English words may be such syllables too: "an", "hat", "them".
    """
    return text in _folded_syllables()


def _move(rime: str, to: int) -> str:
    """Give the two letters of a rime with their tone mark on the given one."""
    mark = tone_mark(rime)
    letters = without_tone_mark(rime)
    return unicodedata.normalize("NFC", letters[: to + 1] + mark + letters[to + 1 :])


def _place(syllable: str, style: ToneStyle) -> int:
    """Give the index of the letter that bears the tone mark."""
    marked = [index for index, letter in enumerate(syllable) if letter in _MARKED_VOWELS]
    if marked:
        return marked[-1]
    start = _rime_start(syllable)
    vowels = [i for i in range(start, len(syllable)) if syllable[i] in "aeiouy"]
    closed = bool(vowels) and vowels[-1] != len(syllable) - 1
    if len(vowels) < 2:
        return vowels[0] if vowels else max(len(syllable) - 1, 0)
    if closed or len(vowels) > 2:
        return vowels[1]
    open_rime = syllable[start:] in {"oa", "oe", "uy"}
    return vowels[1] if open_rime and style is ToneStyle.MODERN else vowels[0]


def _rime_start(syllable: str) -> int:
    """Give the index of the first letter of the rime."""
    if syllable.startswith("qu") or (
        syllable.startswith("gi") and syllable[2:3] in tuple("aeiouy")
    ):
        return 2
    return next((i for i, letter in enumerate(syllable) if letter in "aeiouy"), 0)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Give every spelling of a syllable, without its tone mark."""
    found = {f"qu{rime}" for rime in _RIMES_AFTER_QU} | {f"gi{rime}" for rime in _RIMES_AFTER_GI}
    found |= {f"g{rime}" for rime in _RIMES_AFTER_G_WITH_I}
    found |= {
        initial + rime for initial in _INITIALS for rime in _RIMES if _combines(initial, rime)
    }
    return frozenset(found)


def _combines(initial: str, rime: str) -> bool:
    """Tell whether the spelling rules let an initial stand before a rime."""
    if rime == "y":
        return initial in _BEFORE_Y
    if rime.startswith("yê"):
        return initial == ""
    if rime.startswith("iê"):
        return initial not in ("", *_BEFORE_OTHER_VOWELS)
    if rime.startswith(("e", "ê", "i")):
        return initial not in _BEFORE_OTHER_VOWELS
    return initial not in _BEFORE_FRONT_VOWELS


@lru_cache(maxsize=1)
def _folded_syllables() -> frozenset[str]:
    return frozenset(fold(syllable) for syllable in _syllables())
