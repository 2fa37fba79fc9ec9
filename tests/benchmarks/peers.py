"""Other extractors behind one interface: texts in, phrases out, best first, in lower case.

YAKE comes without its removal of similar phrases, which takes quadratic time and would leave forms
out that a form-by-form score wants. rake-nltk gets YAKE's stop words and a sentence splitter, for
its own need data of NLTK that is downloaded apart, and at most five words a phrase, as we do.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from rake_nltk import Rake
from yake import KeywordExtractor

from tests.benchmarks.formulas import FORMULAS, Phrases

Peer = Callable[[Sequence[Path]], list[str]]
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def yake(texts: Sequence[Path]) -> list[str]:
    """Rank by YAKE (Campos et al. 2020), up to three words as it does by default."""
    extractor = KeywordExtractor(lan="en", dedup_lim=1.0, top=sys.maxsize)
    ranked = sorted(extractor.extract_keywords(whole(texts)), key=lambda pair: (pair[1], pair[0]))
    return _unique([phrase for phrase, _ in ranked])


def rake(texts: Sequence[Path]) -> list[str]:
    """Rank by RAKE (Rose et al. 2010)."""
    stop_words = files("yake") / "core" / "StopwordsList" / "stopwords_en.txt"
    extractor = Rake(
        stopwords=set(stop_words.read_text(encoding="utf-8").split()),
        sentence_tokenizer=_SENTENCE_END.split,
        max_length=5,
    )
    extractor.extract_keywords_from_text(whole(texts))
    return _unique(extractor.get_ranked_phrases())


def formulas(texts: Sequence[Path]) -> dict[str, list[str]]:
    """Rank by each of the formulas."""
    phrases, ranked = Phrases.of(texts), {}
    for name, formula in FORMULAS.items():
        scores = formula(phrases)
        order = sorted(scores, key=lambda phrase, scores=scores: (-scores[phrase], phrase))  # type: ignore[misc]
        ranked[name] = [" ".join(phrase) for phrase in order]
    return ranked


def whole(texts: Sequence[Path]) -> str:
    """Give the texts as one."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in texts)


def _unique(phrases: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(phrase.lower() for phrase in phrases))


PEERS: dict[str, Peer] = {"YAKE": yake, "rake-nltk": rake}
