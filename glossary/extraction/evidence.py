"""Choose the sentences that show a term best: those that define it or use it plainly.

A definition tells most ("X means …", "X, which is …", "X (ACRONYM)"), a complete sentence of
middling length reads well out of its text, and a heading or a glued paragraph of 400 words does
not. Sentences from different articles show that a term lives on.
"""

from __future__ import annotations

from glossary.text.analysis import Sentence

MAX_SENTENCES = 3

_QUOTES = " \t\"“”‘’'()"
_DEFINING = frozenset({"is", "are", "means", "mean", "refers", "includes", "covers", "consists"})


def sentence_quality(sentence: Sentence) -> float:
    """Tell how well a sentence reads alone, 0 (a heading) to 2 (complete, of middling length)."""
    if sentence.kind.is_display:
        return 0.0
    text = sentence.text.strip(_QUOTES)
    is_complete = text[:1].isupper() and text[-1:] in ".!?"
    length = len(sentence.words)
    fits = 1.0 if 8 <= length <= 35 else 0.6 if length <= 60 else 0.2
    return fits + (1.0 if is_complete else 0.3)


def shows(sentence: Sentence, first: int, last: int) -> float:
    """Tell how well a sentence shows the term at tokens `first` to `last`, 0 to 1."""
    words = sentence.words
    if last == len(words):
        return 0.0
    following = words[last]
    if following == "(":
        if words[last + 2 : last + 3] == (")",):
            return 1.0
    elif sentence.lower[last] in _DEFINING:
        return 1.0
    return 0.3 if first < 3 else 0.0
