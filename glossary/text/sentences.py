"""Divide a line into sentences by NLTK's Punkt algorithm.

Punkt learns abbreviations from a corpus; a few articles are too little to learn from, and what one
run learns would change the next run's sentences. So it gets the abbreviations of the language and
no training: nothing to download, and the same text always gives the same sentences.

Source: Kiss & Strunk (2006), Unsupervised Multilingual Sentence Boundary Detection, CL 32(4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from glossary.languages import en

# A missing blank, as in "living in Vietnam.The Fanpage": a full stop between a small letter and a
# capital that begins a word. An initial ("J.Palacios") has a capital before its full stop.
# And "etc.", an abbreviation that ends a sentence where a capital follows.
_GAP = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]+\b(?!\.))|(?<=\betc\.)\s+(?=[A-Z])")


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(en.ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences of `text` as (start, end) offsets in characters, in order.

    >>> list(sentence_spans("It is in Vietnam.The Fanpage of Dr. Robert J.Palacios grows."))
    [(0, 17), (17, 60)]
    """
    for start, end in _punkt().span_tokenize(text):
        for gap in _GAP.finditer(text, start, end):
            yield start, gap.start()
            start = gap.end()
        yield start, end
