"""Divide a line into sentences by NLTK's Punkt algorithm.

Punkt learns abbreviations from a corpus; a few articles are too little to learn from, and what one
run learns would change the next run's sentences. So it gets the abbreviations of the language and
no training: nothing to download, and the same text always gives the same sentences.

Source: Kiss & Strunk (2006), Unsupervised Multilingual Sentence Boundary Detection, CL 32(4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from glossary.languages import en, vi

# A missing blank, as in "living in Vietnam.The Fanpage": a full stop between a small letter and a
# capital that begins a word. An initial ("J.Palacios") has a capital before its full stop.
# And "etc.", an abbreviation that ends a sentence where a capital follows.
_GAP = re.compile(r"[.!?](?:(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]+\b(?!\.))|(?<=\betc\.)\s+(?=[A-Z]))")

# A word of letters, a full stop, a blank: unless it is an abbreviation, a sentence ends there.
_PLAIN_END = re.compile(r"([^\W\d_]{2,})\.\s")

_BRACKET_OR_QUOTE = r"[)\";}\]*:@'({\[‘’“”«»?!]"


class _Marks(PunktLanguageVars):  # type: ignore[misc]
    """What can end a sentence, the same in every version of NLTK.

    NLTK 3.10 knows curly quotes, 3.9 does not; and 3.10 gives a search of a whole text five seconds
    by the clock, so that a long line would be read on one machine and refused on another.
    """

    re_boundary_realignment = re.compile(r"[\"')\]}‘’“”«»]+?(?:\s+|(?=--)|$)", re.MULTILINE)
    _context = re.compile(rf"[.?!](?=(?P<after_tok>{_BRACKET_OR_QUOTE}|\s+(?P<next_tok>\S+)))")

    def period_context_re(self) -> re.Pattern[str]:
        return self._context


# Where nothing can end before the end, Punkt need not be asked: headings, most lines of a corpus.
_INNER_END = re.compile(r"[.?!]\s*\S")


_ABBREVIATIONS = {"en": en.ABBREVIATIONS, "vi": vi.ABBREVIATIONS}


class _Punkt(PunktSentenceTokenizer):  # type: ignore[misc]
    """Punkt, which is asked only about what is not plain, and about the same only once."""

    def __init__(self, abbreviations: Iterable[str]) -> None:
        parameters = PunktParameters()
        parameters.abbrev_types = set(abbreviations)
        super().__init__(parameters, lang_vars=_Marks())
        self._abbreviations = parameters.abbrev_types
        self._ask = lru_cache(maxsize=1 << 14)(super().text_contains_sentbreak)

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends in `text`: the word before a mark, the mark, the word behind."""
        plain = _PLAIN_END.match(text)
        if plain and plain[1].lower() not in self._abbreviations:
            return True
        found: bool = self._ask(text)
        return found


@cache
def _punkt(language: str = "en") -> _Punkt:
    return _Punkt(_ABBREVIATIONS.get(language, ()))


def sentence_spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Give the sentences of `text` as (start, end) offsets in characters, in order.

    `language` says whose abbreviations end no sentence; of other languages than en and vi none is
    known.

    >>> list(sentence_spans("It is in Vietnam.The Fanpage of Dr. Robert J.Palacios grows."))
    [(0, 17), (17, 60)]
    """
    if not _INNER_END.search(text):
        if text.strip():
            yield 0, len(text.rstrip())
        return
    for start, end in _punkt(language).span_tokenize(text):
        for gap in _GAP.finditer(text, start, end):
            yield start, gap.start() + 1
            start = gap.end()
        yield start, end
