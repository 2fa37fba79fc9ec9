"""A bitext beside the others: marks that are written otherwise, sentences translated otherwise."""

from collections import Counter
from collections.abc import Callable

import pytest

from glossary.checks import pairs_of

Faults = Callable[..., list[tuple[str, str]]]

TEXTS = ["bảo hiểm xã hội", "bảo hiểm y tế", "bảo hiểm xã hội tự nguyện", "hội nghị", "đại diện"]
BOUND = ["cộng tác viên"] * 5


@pytest.mark.parametrize(
    ("target", "others", "expected"),
    [
        ("bảo hiểm xã hội", TEXTS, []),
        ("bao hiểm xã hội", TEXTS, ["C006"]),
        ("bảo hiểm xã hôi", TEXTS, ["C006"]),
        ("bảo hiểm xa hội", TEXTS, ["C006"]),
        ("dại diện mới", TEXTS, ["C006"]),  # the stroke of đ
        ("công tác viên", BOUND, ["C006"]),  # lost its mark
        ("cổng tác viên", BOUND[:3], []),  # another mark: more witnesses are wanted
        ("cổng tác viên", BOUND, ["C006"]),
        ("hiểm, bao", TEXTS, []),
    ],
)
def test_marks(faults: Faults, target: str, others: list[str], expected: list[str]) -> None:
    pairs = Counter(pair for text in (*others, target) for pair in pairs_of(text))
    assert [code for code, _ in faults("x", target, pairs=pairs)] == expected


def test_a_mark_ends_a_pair() -> None:
    assert list(pairs_of("Đồng thời, đây - là")) == [("đồng", "thời")]


@pytest.mark.parametrize(
    ("target", "expected"), [("Tuổi già", []), ("Người già", ["C007"]), ("Hưu trí", ["C007"])]
)
def test_one_sentence_in_two_ways(faults: Faults, target: str, expected: list[str]) -> None:
    known = {"Old-age": {"Tuổi già": {"1.txt", "2.txt", "3.txt"}, "Hưu trí": {"4.txt"}}}
    assert [code for code, _ in faults("Old-age", target, translations=known)] == expected
