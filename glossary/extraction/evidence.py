"""Choose the sentences that show a term best: those that define it or use it plainly.

A definition tells most ("X means …", "X, which is …", "X (ACRONYM)"), a complete sentence of
middling length reads well out of its text, and a heading or a glued paragraph of 400 words does
not. Sentences from different articles show that a term lives on.
"""

from __future__ import annotations

from collections.abc import Set

from glossary.extraction.acronyms import brackets
from glossary.text.analysis import Passage, Sentence

MAX_SENTENCES = 3

TELLING = 1.0
"""How much better a sentence shows a term that it defines, or to which it gives an acronym."""

EARLY, EARLY_WORDS = 0.3, 3
"""How much better it shows one that begins among so many of its first words, not ending it."""

_QUOTES = " \t\"“”‘’'()"
_DEFINING = frozenset({"is", "are", "means", "mean", "refers", "includes", "covers", "consists"})


def sentence_quality(sentence: Sentence) -> float:
    """Tell how well a sentence reads alone, 0 (a heading) to 2 (complete, of middling length)."""
    if sentence.kind.is_display:
        return 0.0
    text = sentence.text.strip(_QUOTES)
    is_complete = text[:1].isupper() and text[-1:] in ".!?"
    length = sentence.last - sentence.first
    fits = 1.0 if 8 <= length <= 35 else 0.6 if length <= 60 else 0.2
    return fits + (1.0 if is_complete else 0.3)


def telling(passage: Passage) -> Set[int]:
    """Give the tokens before which a term is shown best: it is defined, or its acronym follows."""
    found = {place for place, word in enumerate(passage.lower) if word in _DEFINING}
    return found.union(brackets(passage.words))
