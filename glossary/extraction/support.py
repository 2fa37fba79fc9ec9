"""Measure what candidates gain from each other: from their parts, and from what they are part of.

in      the keys of the candidates of one corpus, and the score that a first ranking gave to each
out     further figures, from which a second ranking judges them
"""

from __future__ import annotations

import numpy as np

from glossary.extraction.features import Figures
from glossary.extraction.nesting import Nesting
from glossary.extraction.phrases import Column, Phrases, log2
from glossary.languages import en


def support(keys: Phrases, scores: Column) -> Figures:
    """Measure each candidate by the first `scores` of its parts and of the longer ones around it.

    A compound that is seen once is judged by what it is made of; a word by what it makes.
    """
    nesting = Nesting(keys)
    return {
        **_parts(keys, nesting, np.append(scores, 0.0)),
        **_sides(keys, nesting, np.append(scores, 0.0)),
        **_wholes(nesting, scores),
    }


def _parts(keys: Phrases, nesting: Nesting, scores: Column) -> Figures:
    """What stands inside; the score of what is no candidate, the last of `scores`, is 0."""
    is_long = keys.length > 1
    return {
        "part_best": _best_inside(keys, nesting, scores),
        "part_left": scores[nesting.without_last],
        "part_right": scores[nesting.without_first],
        "part_first": scores[nesting.find(keys.first, keys.first + 1)] * is_long,
        "part_last": scores[nesting.find(keys.last - 1, keys.last)] * is_long,
    }


def _best_inside(keys: Phrases, nesting: Nesting, scores: Column) -> Column:
    """The best score of the parts of two words and more."""
    best = np.zeros(len(keys.first))
    owner = keys.owner
    place = np.flatnonzero(keys.length[owner] > 2)
    for length in range(2, int(keys.length.max(initial=0))):
        within = owner[place]
        fits = (place + length <= keys.last[within]) & (keys.length[within] > length)
        place = place[fits]
        np.maximum.at(best, owner[place], scores[nesting.find(place, place + length)])
    return best


def _sides(keys: Phrases, nesting: Nesting, scores: Column) -> Figures:
    """What stands before and behind the preposition, and whether "Y X" is said for "X of Y"."""
    link = keys.after_first(keys.among(en.PREPOSITIONS))
    is_linked = link < keys.last
    is_determiner = np.append(keys.among(en.DETERMINERS), False)
    behind = np.minimum(link + 1, keys.last)
    while (passed := is_determiner[behind] & (behind < keys.last)).any():
        behind += passed
    left, right = (keys.first, link), (behind, keys.last)
    return {
        "linked_left": scores[nesting.find(*left)] * is_linked,
        "linked_right": scores[nesting.find(*right)],
        "linked_swapped": scores[nesting.find_joined(right, left)] * is_linked,
    }


def _wholes(nesting: Nesting, scores: Column) -> Figures:
    part, whole = nesting.steps()
    size, above = len(scores), scores[whole]
    best = np.zeros(size)
    np.maximum.at(best, part, above)
    return {
        "whole_best": best,
        "whole_mean": np.bincount(part, above, size)
        / np.maximum(np.bincount(part, minlength=size), 1),
        "whole_count": log2(1 + np.bincount(part, above > 0.5, size).astype(np.int64)),
    }
