"""Find phrases that an editor keeps and that are no candidates, word for word.

No pattern of noun phrases proposes "Plan to implement the Agreement" or "officials and cadres"; an
editor who keeps such a term still wants to see where it stands. The articles are read once more,
and only if there is such a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from glossary.extraction.tallies import UNDATED, Counts, Place
from glossary.extraction.variants import Candidate
from glossary.languages import en
from glossary.text.articles import Article, LineKind, read_article
from glossary.text.sentences import sentence_spans

_PATTERN = "X"  # no noun phrase


def seek(paths: Iterable[Path], phrases: Sequence[str]) -> list[Candidate]:
    """Give those of `phrases` that stand in the articles at `paths`, in any case and number."""
    wanted = {phrase: _expression(phrase) for phrase in phrases}
    found = Counts()
    for path in paths:
        _seek_in(read_article(path), wanted, found)
    return [
        Candidate(phrase, en.comparison_key(phrase), (phrase,), found.tallies[phrase])
        for phrase in phrases
        if phrase in found.tallies
    ]


def _expression(phrase: str) -> re.Pattern[str]:
    """Match a phrase in any case, each word also in the plural: "clerks of the road"."""
    words = (re.escape(word).replace("'", "['’]") + "(?:e?s)?" for word in phrase.split())
    joined = r"\s+".join(words)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def _seek_in(article: Article, wanted: dict[str, re.Pattern[str]], found: Counts) -> None:
    day = article.date.isoformat() if article.date else UNDATED
    for line in article.lines:
        if line.kind is LineKind.DATE:
            continue
        place = Place(day, article.name, line.number)
        for start, end in sentence_spans(line.text):
            sentence = line.text[start:end]
            for phrase, expression in wanted.items():
                for _ in expression.finditer(sentence):
                    found.tally(phrase, _PATTERN).see(place, 0.0, sentence)
