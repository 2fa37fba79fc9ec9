"""Measure what candidates gain from each other: from their parts, and from what they are part of.

in      the candidates of one corpus, each with the score that a first ranking gave it
out     for each of them further figures, from which a second ranking judges it
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from glossary.extraction.variants import Candidate
from glossary.languages import en


def support(candidates: Sequence[Candidate], scores: Sequence[float]) -> Iterator[dict[str, float]]:
    """Measure each candidate by the first `scores` of its parts and of the longer ones around it.

    A compound that is seen once is judged by what it is made of; a word by what it makes.
    """
    keys = [tuple(candidate.key.split()) for candidate in candidates]
    known = dict(zip(keys, scores, strict=True))
    above: dict[tuple[str, ...], list[float]] = {}
    for words, score in known.items():
        for part in {words[:-1], words[1:]} if len(words) > 1 else ():
            above.setdefault(part, []).append(score)
    for words in keys:
        yield {**_parts(words, known), **_wholes(above.get(words, ()))}


def _parts(words: tuple[str, ...], scores: Mapping[tuple[str, ...], float]) -> dict[str, float]:
    size = len(words)
    inside = [
        scores[part]
        for length in range(2, size)
        for start in range(size - length + 1)
        if (part := words[start : start + length]) in scores
    ]
    return {
        "part_best": max(inside, default=0.0),
        "part_left": scores.get(words[:-1], 0.0) if size > 1 else 0.0,
        "part_right": scores.get(words[1:], 0.0) if size > 1 else 0.0,
        "part_first": scores.get(words[:1], 0.0) if size > 1 else 0.0,
        "part_last": scores.get(words[-1:], 0.0) if size > 1 else 0.0,
        **_sides(words, scores),
    }


def _sides(words: tuple[str, ...], scores: Mapping[tuple[str, ...], float]) -> dict[str, float]:
    """What stands before and behind the preposition, and whether "Y X" is said for "X of Y"."""
    place = next((i for i, word in enumerate(words) if i and word in en.PREPOSITIONS), 0)
    left, right = words[:place], words[place + 1 :]
    while right and right[0] in en.DETERMINERS:
        right = right[1:]
    return {
        "linked_left": scores.get(left, 0.0),
        "linked_right": scores.get(right, 0.0) if place else 0.0,
        "linked_swapped": scores.get(right + left, 0.0) if place else 0.0,
    }


def _wholes(scores: Sequence[float]) -> dict[str, float]:
    return {
        "whole_best": max(scores, default=0.0),
        "whole_mean": sum(scores) / len(scores) if scores else 0.0,
        "whole_count": math.log2(1 + sum(score > 0.5 for score in scores)),
    }
