"""Turn an article into sentences of tagged tokens, the form in which extraction reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.text.articles import Article, Line, LineKind
from glossary.text.sentences import sentence_spans
from glossary.text.tagging import Tagger
from glossary.text.tokens import token_spans

MAX_TOKENS = 1000  # what runs on longer is a table or a list, and time must grow with its length


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line, or a whole display line.

    `text` is the sentence; `words`, `lower` (the same in lower case), `starts`, `ends` and `tags`
    run in parallel, offsets counting in characters of `text`; `column` is where `text` begins in
    its line. `is_even` says that there is no space in it but single blanks.
    """

    line: int
    kind: LineKind
    column: int
    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    is_even: bool

    @classmethod
    def of(
        cls, line: Line, column: int, text: str, spans: Sequence[tuple[int, int]], tag: Tagger
    ) -> Sentence:
        """The sentence `text`, which stands at `column` of `line` and has tokens at `spans`."""
        words = tuple([text[start:end] for start, end in spans])
        starts, ends = zip(*spans, strict=True)
        return cls(
            line=line.number,
            kind=line.kind,
            column=column,
            text=text,
            words=words,
            lower=tuple([word.lower() for word in words]),
            starts=starts,
            ends=ends,
            tags=tuple(tag(words)),
            # What is printable has no other space than the blank.
            is_even="  " not in text and text.isprintable(),
        )

    def slice(self, first: int, last: int) -> str:
        """Give the text from token `first` up to, but without, token `last`, single-spaced."""
        text = self.text[self.starts[first] : self.ends[last - 1]]
        return text if self.is_even else " ".join(text.split())


def sentences(article: Article, tag: Tagger) -> Iterator[Sentence]:
    """Give the sentences of `article` in reading order, the date line left out.

    One of more than `MAX_TOKENS` tokens comes in pieces.
    """
    for line in article.lines:
        if line.kind is LineKind.DATE:
            continue
        for column, text, spans in _pieces(line.text):
            yield Sentence.of(line, column, text, spans, tag)


def _pieces(line: str) -> Iterator[tuple[int, str, list[tuple[int, int]]]]:
    """Where each sentence of a line begins, its text and its tokens; the longest are cut."""
    for start, end in sentence_spans(line):
        text = line[start:end]
        spans = token_spans(text)
        if spans and len(spans) <= MAX_TOKENS:
            yield start, text, spans
            continue
        for first in range(0, len(spans), MAX_TOKENS):
            piece = spans[first : first + MAX_TOKENS]
            offset = piece[0][0] if first else 0
            stop = spans[first + MAX_TOKENS][0] if first + MAX_TOKENS < len(spans) else len(text)
            moved = [(left - offset, right - offset) for left, right in piece]
            yield start + offset, text[offset:stop], moved
