"""Marks and spelling of Vietnamese syllables, written out by hand."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import _vietnamese_syllables as syllables
from glossary.languages.vi import (
    ToneMark,
    ToneStyle,
    is_folded_syllable,
    is_syllable,
    strip_marks,
    tone_mark,
    tone_style,
    with_tone_mark,
    without_tone_mark,
)

# syllable, without its tone mark, without any mark, tone
MARKS = [
    ("xã", "xa", "xa", ToneMark.NGA),
    ("hội", "hôi", "hoi", ToneMark.NANG),
    ("bảo", "bao", "bao", ToneMark.HOI),
    ("hiểm", "hiêm", "hiem", ToneMark.HOI),
    ("thất", "thât", "that", ToneMark.SAC),
    ("nghiệp", "nghiêp", "nghiep", ToneMark.NANG),
    ("quyền", "quyên", "quyen", ToneMark.HUYEN),
    ("lợi", "lơi", "loi", ToneMark.NANG),
    ("đường", "đương", "duong", ToneMark.HUYEN),
    ("được", "đươc", "duoc", ToneMark.NANG),
    ("giữa", "giưa", "giua", ToneMark.NGA),
    ("quý", "quy", "quy", ToneMark.SAC),
    ("gì", "gi", "gi", ToneMark.HUYEN),
    ("già", "gia", "gia", ToneMark.HUYEN),
    ("giếng", "giêng", "gieng", ToneMark.SAC),
    ("khuỷu", "khuyu", "khuyu", ToneMark.HOI),
    ("ngoèo", "ngoeo", "ngoeo", ToneMark.HUYEN),
    ("toán", "toan", "toan", ToneMark.SAC),
    ("ngoài", "ngoai", "ngoai", ToneMark.HUYEN),
    ("của", "cua", "cua", ToneMark.HOI),
    ("mía", "mia", "mia", ToneMark.SAC),
    ("cứu", "cưu", "cuu", ToneMark.SAC),
    ("rượu", "rươu", "ruou", ToneMark.NANG),
    ("huỳnh", "huynh", "huynh", ToneMark.HUYEN),
    ("thuở", "thuơ", "thuo", ToneMark.HOI),
    ("Ánh", "Anh", "Anh", ToneMark.SAC),
    ("ĐẶNG", "ĐĂNG", "DANG", ToneMark.NANG),
    ("y", "y", "y", ToneMark.NGANG),
    ("đi", "đi", "di", ToneMark.NGANG),
]

# traditional, modern
STYLES = [
    ("hòa", "hoà"),
    ("khỏe", "khoẻ"),
    ("thủy", "thuỷ"),
    ("Ủy ban", "Uỷ ban"),
    ("ỦY BAN", "UỶ BAN"),
    ("hòa giải, tòa án.", "hoà giải, toà án."),
    ("xóa bỏ", "xoá bỏ"),
    ("ngụy", "nguỵ"),
    ("đào tạo", "đào tạo"),
    ("quý quỹ", "quý quỹ"),
    ("toán, ngoài, hoàng, huỳnh, khuỷu", "toán, ngoài, hoàng, huỳnh, khuỷu"),
    ("loa, khoe, uy", "loa, khoe, uy"),
    ("của múa thủa", "của múa thủa"),
]

SPELT_WELL = """
bảo hiểm xã hội y tế thất nghiệp tự nguyện bắt buộc hưu trí tử tuất ốm đau thai sản tai nạn lao
động quỹ lương hưu trợ cấp quyết định nghị định thông tư kế hoạch chỉ thị công văn giải quyết
chế độ người nghèo khuyết tật khám chữa bệnh giấy phép giữ gìn giếng giặt giúp gì quốc gia quân
quyển quãng quét khuya khuỷu nguệch ngoạc xoong oan uyên yêu yếu ỷ lý kỷ mỹ sỹ hy thuỷ thủy hoà
hòa giễu tuýp ỉa ướt ương nghe ghi kênh cách ngành Nguyễn ĐÀO Ê ăn
"""

SPELT_WRONG = """
nghịêp tóan bảỏ ngiệp kách cinh gế nghà ghà kà bat chêch thấtt insurance website w f zalo lắkk
baỏ hoanfg đđ tíên tòan được1 đươc trach coc 813 hoắ
"""


@pytest.mark.parametrize(("syllable", "no_tone", "no_marks", "mark"), MARKS)
def test_marks(syllable: str, no_tone: str, no_marks: str, mark: ToneMark) -> None:
    assert tone_mark(syllable) is mark
    assert without_tone_mark(syllable) == no_tone
    assert strip_marks(syllable) == no_marks
    assert with_tone_mark(no_tone, mark) == syllable
    assert is_syllable(syllable)
    assert is_folded_syllable(no_marks.lower())


@pytest.mark.parametrize(("traditional", "modern"), STYLES)
def test_styles(traditional: str, modern: str) -> None:
    for text in (traditional, modern):
        assert tone_style(text, ToneStyle.TRADITIONAL) == traditional
        assert tone_style(text, ToneStyle.MODERN) == modern


@pytest.mark.parametrize("word", SPELT_WELL.split())
def test_spelt_well(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", SPELT_WRONG.split())
def test_spelt_wrong(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["insurance", "palacios", "robert", "Dao", "đao", "fund", ""])
def test_no_folded_syllable(word: str) -> None:
    assert not is_folded_syllable(word)


def test_every_syllable_can_bear_every_tone_in_one_place() -> None:
    for plain in sorted(syllables._syllables()):
        for mark in ToneMark:
            for style in ToneStyle:
                marked = with_tone_mark(plain, mark, style)
                assert (without_tone_mark(marked), tone_mark(marked)) == (plain, mark)
                assert tone_style(marked, style) == marked


@given(st.text())
def test_styles_only_move_marks(text: str) -> None:
    for style in ToneStyle:
        moved = tone_style(text, style)
        assert tone_style(moved, style) == moved


def test_doctests() -> None:
    assert doctest.testmod(syllables).failed == 0
