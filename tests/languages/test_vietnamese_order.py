"""The order of Vietnamese words, as a dictionary prints them."""

import random

import pytest

from glossary.languages.vi import first_letter, order_key

ORDERED = [
    "2030",
    "ai",
    "an sinh",
    "an sinh xã hội",
    "anh",
    "ăn",
    "ân",
    "ban",
    "bàn",
    "bản",
    "bãn",
    "bán",
    "bạn",
    "bảo hiểm",
    "bảo hiểm xã hội",
    "da",
    "đa",
    "e",
    "ê",
    "o",
    "ô",
    "ơ",
    "phí",
    "quỹ",
    "u",
    "ư",
    "y",
]


def test_a_dictionary_prints_them_in_this_order() -> None:
    shuffled = random.Random(7).sample(ORDERED, len(ORDERED))
    assert sorted(shuffled, key=order_key) == ORDERED


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("ổ", "Ô"),
        ("ưu đãi", "Ư"),
        ("Ứng dụng", "Ư"),
        ("ĐA", "Đ"),
        ("xã", "X"),
        ("“a”", ""),
        ("", ""),
        ("4.0", ""),
        ("ASEAN", "A"),
        ("日本", ""),
    ],
)
def test_the_letter_of_a_word(text: str, letter: str) -> None:
    assert first_letter(text) == letter
