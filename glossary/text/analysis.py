"""Turn an article into passages of tagged tokens, the form in which extraction reads it.

What is done for each sentence costs more than what is done for each word. So a passage is a run of
sentences whose tokens stand in one list, with a `BREAK` behind each sentence: one search finds what
all of them hold, and nothing that is found crosses a break.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from glossary.text.articles import Line, LineKind
from glossary.text.memo import Memo
from glossary.text.sentences import sentence_spans
from glossary.text.tagging import Tagged, Tagger
from glossary.text.tokens import BREAK, token_spans, tokens

MAX_TOKENS = 1000  # what runs on longer is a table or a list, and time must grow with its length
FULL = 20_000  # characters of a passage: what is in hand stays in the processor's cache


class Sentence(NamedTuple):
    """One sentence of a line, or a whole display line.

    `text` begins at the character `start` of its passage; its tokens are `first` up to, but
    without, `last`, where its `BREAK` stands.
    """

    line: int
    kind: LineKind
    text: str
    start: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences; `words`, `lower` (the same in lower case) and `tagged` run in parallel.

    `known` holds the `starts` that were asked for.
    """

    text: str
    sentences: Sequence[Sentence]
    words: Sequence[str]
    lower: Sequence[str]
    tagged: Sequence[Tagged]
    known: dict[int, list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, pieces: Iterable[tuple[Line, str]], tag: Tagger) -> Passage:
        """The passage of `pieces`: sentences, each with the line that it stands in."""
        pieces = list(pieces)
        text = "".join([f"{sentence}{BREAK}" for _, sentence in pieces])
        words = tokens(text)
        found = []
        start = first = 0
        for line, sentence in pieces:
            last = words.index(BREAK, first)
            found.append(Sentence(line.number, line.kind, sentence, start, first, last))
            start += len(sentence) + len(BREAK)
            first = last + 1
        tagged = tag(words, [sentence.first for sentence in found])
        return cls(text, found, words, list(map(_LOWER.__getitem__, words)), tagged)

    def sentence_of(self, token: int) -> Sentence:
        """Give the sentence in which a token stands."""
        return self.sentences[bisect_right(self.sentences, token, key=attrgetter("first")) - 1]

    def starts(self, sentence: Sentence) -> list[int]:
        """Give where each token of a sentence begins, in characters of the passage."""
        if not (found := self.known.get(sentence.first, [])):
            self.known[sentence.first] = found
            place = sentence.start
            for word in self.words[sentence.first : sentence.last]:
                place = self.text.index(word, place)
                found.append(place)
                place += len(word)
        return found

    def tokens_at(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens (first, last) that begin at the characters from `start` to `end`."""
        sentence = self.sentences[bisect_right(self.sentences, start, key=attrgetter("start")) - 1]
        starts = self.starts(sentence)
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return sentence.first + first, sentence.first + last

    def slice(self, first: int, last: int) -> str:
        """Give the text from token `first` up to, but without, token `last`, single-spaced."""
        sentence = self.sentence_of(first)
        starts = self.starts(sentence)
        end = starts[last - 1 - sentence.first] + len(self.words[last - 1])
        return " ".join(self.text[starts[first - sentence.first] : end].split())


_LOWER = Memo(str.lower)


def passages(lines: Iterable[Line], tag: Tagger) -> Iterator[Passage]:
    """Give the sentences of `lines` in reading order, the date line left out, in passages.

    A sentence of more than `MAX_TOKENS` tokens comes in pieces.
    """
    pieces: list[tuple[Line, str]] = []
    size = 0
    for line in lines:
        if line.kind is LineKind.DATE:
            continue
        for text in _pieces(line.text):
            pieces.append((line, text))
            size += len(text)
        if size >= FULL:
            yield Passage.of(pieces, tag)
            pieces, size = [], 0
    if pieces:
        yield Passage.of(pieces, tag)


def _pieces(line: str) -> Iterator[str]:
    """The sentences of a line; the longest are cut."""
    for start, end in sentence_spans(line):
        text = line[start:end]
        if len(text) <= MAX_TOKENS:
            yield text
        else:
            yield from _cut(text)


def _cut(text: str) -> Iterator[str]:
    starts = [start for start, _ in token_spans(text)][::MAX_TOKENS]
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end].rstrip()
