"""How like two texts are: 1 − Levenshtein distance / length of the longer, in whole percent.

The percent is rounded down, so that 100 means equal, and a score reaches a threshold exactly when
the distance is at most `most_edits`. All lengths are in characters.
"""

from __future__ import annotations


def percent(distance: int, length: int) -> int:
    """The similarity of two texts at this distance, the longer of which has this length.

    >>> percent(1, 4), percent(1, 300)
    (75, 99)
    """
    return 100 * (length - distance) // length if length else 100


def most_edits(length: int, threshold: int) -> int:
    """The greatest distance at which a pair, the longer text of this length, reaches `threshold`.

    >>> most_edits(10, 75)
    2
    """
    return (100 - threshold) * length // 100


def lengths(length: int, threshold: int) -> range:
    """The lengths that a text can have that reaches `threshold` with one of this length.

    >>> lengths(9, 75)
    range(7, 13)
    """
    shortest = -(-length * threshold // 100)
    return range(shortest, length * 100 // threshold + 1)


def least_shared(length: int, other: int, *, threshold: int, grams: int) -> int:
    """How many of a text's `grams` another one that reaches `threshold` shares at the least.

    The grams are the bigrams of the padded text of this `length`, each with the number of its
    occurrence. An insertion breaks one of them, a deletion or a substitution two; where the
    `other` text is longer, so many of the edits are insertions. It may be below zero.

    >>> least_shared(80, 84, threshold=75, grams=81)
    43
    """
    edits = most_edits(max(length, other), threshold)
    return grams - 2 * edits + max(0, other - length)
