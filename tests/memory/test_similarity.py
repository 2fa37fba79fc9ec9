import pytest

from glossary.memory.similarity import least_shared, lengths, most_edits, percent


@pytest.mark.parametrize(
    ("distance", "length", "expected"),
    [(0, 1, 100), (1, 1, 0), (1, 3, 66), (1, 1000, 99), (25, 100, 75), (0, 0, 100)],
)
def test_percent_is_rounded_down(distance: int, length: int, expected: int) -> None:
    assert percent(distance, length) == expected


def test_a_score_reaches_the_threshold_exactly_up_to_the_most_edits() -> None:
    for threshold in (1, 33, 50, 70, 75, 99, 100):
        for length in range(1, 120):
            edits = most_edits(length, threshold)
            assert percent(edits, length) >= threshold
            assert edits == length or percent(edits + 1, length) < threshold


def test_every_possible_length_and_no_other() -> None:
    for threshold in (30, 75, 100):
        for length in range(1, 60):
            possible = {
                other
                for other in range(1, 400)
                if abs(length - other) <= most_edits(max(length, other), threshold)
            }
            assert possible == set(lengths(length, threshold))


@pytest.mark.parametrize(
    ("length", "other", "threshold", "expected"),
    # 8 characters have 9 padded bigrams; at 75 % two edits break four of them; two characters
    # more mean that two of the two edits are insertions, which break one each.
    [(8, 8, 75, 5), (8, 10, 75, 7), (8, 6, 75, 5), (8, 8, 100, 9), (4, 4, 10, -1)],
)
def test_least_shared(length: int, other: int, threshold: int, expected: int) -> None:
    assert least_shared(length, other, threshold=threshold, grams=length + 1) == expected
