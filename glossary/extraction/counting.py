"""Count candidates: the one pass over the text, an article at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from glossary.extraction.acronyms import acronym_pairs
from glossary.extraction.candidates import MAX_BASE, NounPhrase, noun_phrases
from glossary.extraction.codes import codes
from glossary.extraction.coordination import coordinations
from glossary.extraction.evidence import EARLY, EARLY_WORDS, TELLING, sentence_quality, telling
from glossary.extraction.persons import person_spans
from glossary.extraction.tallies import MAX_OCCURRENCES, UNDATED, Counts, Place, Tally, packed
from glossary.languages import legal_references
from glossary.text.analysis import Passage, passages
from glossary.text.articles import Article, Line, LineKind
from glossary.text.boilerplate import list_lines
from glossary.text.tagging import Tagger

Source: TypeAlias = tuple[str, str]
"""The day and the name of an article."""

MAX_LABEL = 12  # words of a line of boilerplate that can be a term as a whole
MIN_CAPITALS = 4  # words of a heading in capitals; a shorter one may be an acronym or a name


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts articles; `tag` tags words, `is_common` tells whether a lower-case word is no name.

    `repeated` names for each line of boilerplate the article in which it is counted; there it is
    a candidate as a whole, as are the lines of any list of labels; in the others it is passed over.
    """

    tag: Tagger
    is_common: Callable[[str], bool]
    repeated: Mapping[str, str]
    bars_persons: bool = True

    def count(self, article: Article, counts: Counts) -> None:
        """Add to `counts` what `article` holds."""
        day = article.date.isoformat() if article.date else UNDATED
        counts.days[article.name] = day
        listed = list_lines(article)
        lines = (line for line in article.lines if self._owner(line, article.name) == article.name)
        for passage in passages(lines, self.tag):
            self._count_passage(passage, (day, article.name), counts, listed=listed)

    def _owner(self, line: Line, article: str) -> str:
        """The article in which a line is counted."""
        return self.repeated.get(line.text.strip(), article) if line.kind.is_display else article

    def _count_passage(
        self, passage: Passage, source: Source, counts: Counts, *, listed: Set[str]
    ) -> None:
        counts.sentence_count += len(passage.sentences)
        counts.token_count += len(passage.words) - len(passage.sentences)
        inner: list[str] = []
        for sentence in passage.sentences:
            if sentence.kind is LineKind.PARAGRAPH:
                inner += passage.words[sentence.first + 1 : sentence.last]
        counts.words.update(inner)
        long_forms = []
        for first, last, acronym in acronym_pairs(passage.words):
            counts.long_forms[passage.words[acronym], passage.slice(first, last)] += 1
            long_forms.append((first, last))
        letters = codes(passage, self._barred(passage, counts))
        modifiers = _count_coordinations(passage, letters, source, counts)
        labels = self._labels(passage, listed)
        found = noun_phrases(passage, letters, names=long_forms, labels=labels)
        _take_out(found, modifiers)
        _count_phrases(passage, found, source, counts)

    def _labels(self, passage: Passage, listed: Set[str]) -> list[tuple[int, int]]:
        """The lines of boilerplate and of lists that can be terms as a whole."""
        return [
            (sentence.first, sentence.last)
            for sentence in (passage.sentences if self.repeated or listed else ())
            if sentence.kind.is_display
            and sentence.last - sentence.first <= MAX_LABEL
            and ((text := sentence.text.strip()) in listed or text in self.repeated)
        ]

    def _barred(self, passage: Passage, counts: Counts) -> list[tuple[int, int]]:
        """The tokens of persons and legal references, which hold no terms; counted on the way."""
        persons = list(person_spans(passage, self.is_common))
        counts.persons.update([tuple(passage.words[first:last]) for first, last in persons])
        references = legal_references(passage.text)
        counts.references.update([reference.instrument for reference in references])
        barred = [*_credits(passage), *_capitals(passage)]
        barred += persons if self.bars_persons else []
        return barred + [passage.tokens_at(r.start, r.end) for r in references]


def _credits(passage: Passage) -> list[tuple[int, int]]:
    """What says that the rest of a line is a source: "Source" in "(Source: VSS)"."""
    sources = [sentence for sentence in passage.sentences if sentence.kind is LineKind.SOURCE]
    return [(one.first, _colon(passage.words, one.first, one.last)) for one in sources]


def _capitals(passage: Passage) -> list[tuple[int, int]]:
    """Headings wholly in capitals, in which neither names nor acronyms can be told."""
    return [
        (sentence.first, sentence.last)
        for sentence in passage.sentences
        if sentence.kind.is_display
        and sentence.last - sentence.first >= MIN_CAPITALS
        and sentence.text.isupper()
    ]


def _colon(words: Sequence[str], first: int, last: int) -> int:
    return words.index(":", first, last) if ":" in words[first:last] else first


_IMPLIED = {
    closes: packed(frequency=1, implied=1, opening=1, closing=closes, maximal=closes)
    for closes in (False, True)
}
_INITIAL, _DISPLAY = packed(initial=1), packed(display=1)


def _count_coordinations(
    passage: Passage, letters: str, source: Source, counts: Counts
) -> set[int]:
    """Count what coordinations imply; give the tokens that are modifiers: no term begins there."""
    modifiers = set()
    for found in coordinations(passage, letters):
        sentence = passage.sentence_of(found.first)
        place, badness = Place(*source, sentence.line), 0.5 - sentence_quality(sentence)
        for implied in found.implied:
            surface = " ".join(implied.words)
            if implied.is_sure:
                tally = counts.tally(surface, implied.pattern)
                if len(implied.words) == 2:  # a whole phrase that shares a tail is a term itself
                    modifiers.add(implied.first)
            else:
                key = (surface, implied.attestation)
                tally = counts.pending.setdefault(key, Tally(implied.pattern))
            tally.see((place, badness, sentence.text, "", ""), _IMPLIED[implied.closes])
    return modifiers


def _take_out(found: list[NounPhrase], modifiers: Iterable[int]) -> None:
    """Take the spans that begin with a modifier out of what is found, which is in order."""
    starts = [start for start, _ in found]
    for token in modifiers:
        # Hardly a noun phrase has more words before a list of modifiers.
        near = range(bisect_left(starts, token - MAX_BASE), bisect_right(starts, token))
        for place in near:
            start, spans = found[place]
            found[place] = start, [span for span in spans if start + span.first != token]


def _count_phrases(
    passage: Passage, found: Iterable[NounPhrase], source: Source, counts: Counts
) -> None:
    """Count each candidate, in order: the inner loop of the program, and so in one piece."""
    words, lower, showing = _straight(passage), passage.lower, telling(passage)
    tallies, sentences, end = counts.tallies, iter(passage.sentences), 0
    for start, spans in found:
        if start >= end:
            sentence = next(one for one in sentences if start < one.last)
            begin, end, text = sentence.first, sentence.last, sentence.text
            early = begin + EARLY_WORDS
            place, quality = Place(*source, sentence.line), sentence_quality(sentence)
            added = _DISPLAY if sentence.kind.is_display else 0
        for first, last, pattern, count, is_plain in spans:
            first += start
            last += start
            if last - first == 1:
                surface = words[first]
            elif is_plain:
                surface = _joined(passage, words, first, last)
            else:
                surface = passage.slice(first, last).replace("’", "'")
            if first == begin:
                count += _INITIAL
            shown = TELLING if last in showing else EARLY if first < early and last < end else 0.0
            occurrence = (place, -quality - shown, text, lower[first - 1], lower[last])
            if (tally := tallies.get(surface)) is None:
                tallies[surface] = Tally(pattern, count + added, occurrence)
                continue
            tally.counts += count + added
            tally.occurrences.append(occurrence)
            if len(tally.occurrences) >= MAX_OCCURRENCES:
                tally.let_go()


def _joined(passage: Passage, words: Sequence[str], first: int, last: int) -> str:
    """Words as they stand in the text, a possessive ending without a blank before it."""
    surface = " ".join(words[first:last])
    if "&" in surface or "/" in surface:  # "R&D" or "Bed & Breakfast", "km/h"
        return passage.slice(first, last).replace("’", "'")
    return surface.replace(" 's", "'s").replace(" ' ", "' ") if "'" in surface else surface


def _straight(passage: Passage) -> Sequence[str]:
    """The words with straight apostrophes."""
    if "’" not in passage.text:
        return passage.words
    return [word.replace("’", "'") for word in passage.words]
