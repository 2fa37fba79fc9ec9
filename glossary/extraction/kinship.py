"""Measure what candidates gain from their kin: from others that share a word or stand alike.

in      the keys of the candidates of one corpus, the words beside them, their first scores
out     further figures, from which a second ranking judges them

A compound that is seen once is judged by the company of its words: "induced drag" by the other
kinds of drag. The mean among the kin leaves the candidate itself out, and counts as if two more of
the corpus' mean score were among them, so that a lonely one is as good as any.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from glossary.extraction.phrases import Column, Numbers, Phrases

_STEM = 5  # letters that words of one family share: "turbine", "turbulent" do not
_UNKNOWN_KIN = 2


def kinship(keys: Phrases, beside: Sequence[Phrases], scores: Column) -> dict[str, Column]:
    """Measure each candidate by the first `scores` of its kin.

    `beside` are the words to the left and to the right of the candidates.
    """
    left, right = beside
    stems = keys.map(lambda word: word[:_STEM] if len(word) >= _STEM else "")
    of_words, of_stems = _kin_of_places(keys, scores), _kin_of_places(stems, scores)
    is_stem = stems.are(bool)
    size = len(scores)
    mean = scores.sum() / max(size, 1)
    return {
        "kin_last": _kin(keys.ids[keys.last - 1], scores, scores),
        "kin_first": _kin(keys.ids[keys.first], scores, scores),
        **_summary("word", keys.owner, of_words, size, mean),
        **_summary("stem", keys.owner[is_stem], of_stems[is_stem], size, mean),
        **_summary("left", left.owner, _kin_of_places(left, scores), size, mean),
        **_summary("right", right.owner, _kin_of_places(right, scores), size, mean),
    }


def _kin_of_places(words: Phrases, scores: Column) -> Column:
    return _kin(words.ids, scores[words.owner], scores)


def _kin(groups: Numbers, own: Column, scores: Column) -> Column:
    """Give for each place the mean score of the other places with the same number."""
    mean = scores.sum() / max(len(scores), 1)
    total, times = np.bincount(groups, own), np.bincount(groups)
    others = times[groups] - 1 + _UNKNOWN_KIN
    kin: Column = (total[groups] - own + mean * _UNKNOWN_KIN) / others
    return kin


def _summary(name: str, owner: Numbers, kin: Column, size: int, mean: float) -> dict[str, Column]:
    """Give the mean, the best and the least of the places' values; the corpus' mean for none."""
    times = np.bincount(owner, minlength=size)
    best, least = np.full(size, -np.inf), np.full(size, np.inf)
    np.maximum.at(best, owner, kin)
    np.minimum.at(least, owner, kin)
    has_none = times == 0
    values = np.bincount(owner, kin, size) / np.maximum(times, 1)
    return {
        f"kin_{name}": np.where(has_none, mean, values),
        f"kin_{name}_best": np.where(has_none, mean, best),
        f"kin_{name}_least": np.where(has_none, mean, least),
    }
