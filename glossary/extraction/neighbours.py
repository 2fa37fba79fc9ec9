"""Measure candidates by the words beside them: a term stands behind "the" more often than "such".

in      the words to the left and to the right of the candidates' first occurrences
out     for each class of small words the share of the occurrences that stand beside one; one more
        occurrence than there is counts, so that a single one tells less than many

The classes are those of English words that only join others, and the border of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from glossary.extraction.phrases import Column, Phrases
from glossary.text.tokens import BREAK

_PREPOSITIONS = (
    "after as at between by during for from in into on through under with"  # "of" and "to" differ
)
_BEING = "are be been had has have is was were"
_CLASSES_LEFT = {
    "start": BREAK,
    "the": "the",
    "a": "a an",
    "of": "of",
    "to": "to",
    "and": "and or",
    "comma": ",",
    "bracket": "(",
    "preposition": _PREPOSITIONS,
    "quantity": "all any different each every first many more most new no other several some such "
    "that these this those",
    "possessive": "her his its my our their your",
    "being": _BEING,
}
_CLASSES_RIGHT = {
    "end": BREAK,
    "of": "of",
    "to": "to",
    "and": "and or",
    "comma": ",",
    "stop": ". : ;",
    "open": "(",
    "close": ")",
    "preposition": _PREPOSITIONS,
    "being": _BEING,
    "modal": "can could may must shall should that which who will would",
}


def small_words(left: Phrases, right: Phrases) -> dict[str, Column]:
    """Measure how often each class of small words stands to the `left` and to the `right`."""
    return {
        **{f"after_{name}": share for name, share in _shares(left, _CLASSES_LEFT).items()},
        **{f"before_{name}": share for name, share in _shares(right, _CLASSES_RIGHT).items()},
    }


def _shares(words: Phrases, classes: Mapping[str, str]) -> dict[str, Column]:
    places = {
        word: n for n, small in enumerate(classes.values(), 1) for word in small.split() or [small]
    }
    kinds = np.array([places.get(word, 0) for word in words.words], np.int64)[words.ids]
    size, width = len(words.first), len(classes) + 1
    counted = np.bincount(words.owner * width + kinds, minlength=size * width)
    table = counted.reshape(size, width) / (words.length + 1)[:, None]
    return {name: table[:, n] for n, name in enumerate(classes, 1)}
