"""Turn an article into sentences of tagged tokens, the form in which extraction reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.text.articles import Article, LineKind
from glossary.text.sentences import sentence_spans
from glossary.text.tagging import Tagger
from glossary.text.tokens import token_spans

MAX_TOKENS = 1000  # what runs on longer is a table or a list, and time must grow with its length


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line, or a whole display line.

    `text` is the sentence; `words`, `starts`, `ends` and `tags` run in parallel, offsets counting
    in characters of `text`; `column` is where `text` begins in its line.
    """

    line: int
    kind: LineKind
    column: int
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]

    def slice(self, first: int, last: int) -> str:
        """Give the text from token `first` up to, but without, token `last`, single-spaced."""
        text = self.text[self.starts[first] : self.ends[last - 1]]
        return text if last - first == 1 else " ".join(text.split())


def sentences(article: Article, tag: Tagger) -> Iterator[Sentence]:
    """Give the sentences of `article` in reading order, the date line left out.

    One of more than `MAX_TOKENS` tokens comes in pieces.
    """
    for line in article.lines:
        if line.kind is LineKind.DATE:
            continue
        for start, end in _pieces(line.text):
            text = line.text[start:end]
            spans = token_spans(text)
            words = tuple(text[a:b] for a, b in spans)
            starts, ends = zip(*spans, strict=True)
            yield Sentence(
                line.number, line.kind, start, text, words, starts, ends, tuple(tag(words))
            )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a line that hold a token, as offsets, the longest of them cut."""
    for start, end in sentence_spans(text):
        tokens = token_spans(text[start:end])
        for first in range(0, len(tokens), MAX_TOKENS):
            following = tokens[first + MAX_TOKENS : first + MAX_TOKENS + 1]
            stop = start + following[0][0] if following else end
            yield start + tokens[first][0] if first else start, stop
