"""Find phrases that an editor keeps and that are no candidates, word for word.

No pattern of noun phrases proposes "Plan to implement the Agreement" or "officials and cadres"; an
editor who keeps such a term still wants to see where it stands. The articles are read once more,
and only if there is such a phrase.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glossary.extraction.tallies import UNDATED, Place, Tally
from glossary.extraction.variants import Candidate
from glossary.languages import en
from glossary.text.articles import Article, LineKind, read_article
from glossary.text.sentences import sentence_spans

_NO_PATTERN = "X"


def seek(paths: Iterable[Path], phrases: Sequence[str]) -> list[Candidate]:
    """Give those of `phrases` that stand in the articles at `paths`, in any case and number."""
    sought = [_Sought(phrase, _expression(phrase)) for phrase in phrases]
    for path in paths:
        _seek_in(read_article(path), sought)
    return [one.candidate() for one in sought if one.tally.frequency]


@dataclass(frozen=True, slots=True)
class _Sought:
    phrase: str
    expression: re.Pattern[str]
    tally: Tally = field(default_factory=lambda: Tally(_NO_PATTERN))
    forms: Counter[str] = field(default_factory=Counter)

    def seek(self, sentence: str, place: Place) -> None:
        for found in self.expression.finditer(sentence):
            self.tally.see((place, 0.0, sentence, "", ""))
            self.forms[" ".join(found[0].split())] += 1

    def candidate(self) -> Candidate:
        forms = sorted(self.forms, key=lambda form: (-self.forms[form], form))
        return Candidate(self.phrase, en.comparison_key(self.phrase), tuple(forms), self.tally)


def _expression(phrase: str) -> re.Pattern[str]:
    """Match a phrase in any case, each word also in the plural: "clerks of the road"."""
    words = (re.escape(word).replace("'", "['’]") + "(?:e?s)?" for word in phrase.split())
    joined = r"\s+".join(words)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)


def _seek_in(article: Article, sought: Iterable[_Sought]) -> None:
    day = article.date.isoformat() if article.date else UNDATED
    for line in article.lines:
        if line.kind is LineKind.DATE:
            continue
        place = Place(day, article.name, line.number)
        for start, end in sentence_spans(line.text):
            for one in sought:
                one.seek(line.text[start:end], place)
