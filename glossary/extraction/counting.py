"""Count candidates: the one pass over the text, an article at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from glossary.extraction.acronyms import acronym_pairs
from glossary.extraction.candidates import Span, spans
from glossary.extraction.codes import codes
from glossary.extraction.coordination import coordinations
from glossary.extraction.evidence import sentence_quality, shows
from glossary.extraction.persons import person_spans
from glossary.extraction.tallies import UNDATED, Counts, Place, Tally
from glossary.languages import legal_references
from glossary.text.analysis import Sentence, sentences
from glossary.text.articles import Article
from glossary.text.tagging import Tagger

MAX_LABEL = 12  # words of a line of boilerplate that can be a term as a whole


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts articles; `tag` tags words, `is_common` tells whether a lower-case word is no name.

    `repeated` names for each line of boilerplate the article in which it is counted; there it is
    a candidate as a whole, in the others it is passed over.
    """

    tag: Tagger
    is_common: Callable[[str], bool]
    repeated: Mapping[str, str]
    bars_persons: bool = True

    def count(self, article: Article, counts: Counts) -> None:
        """Add to `counts` what `article` holds."""
        day = article.date.isoformat() if article.date else UNDATED
        counts.days[article.name] = day
        for sentence in sentences(article, self.tag):
            text = sentence.text.strip()
            owner = self.repeated.get(text) if sentence.kind.is_display else None
            if owner in (None, article.name):
                place = Place(day, article.name, sentence.line)
                self._count_sentence(sentence, place, counts, is_label=owner is not None)

    def _count_sentence(
        self, sentence: Sentence, place: Place, counts: Counts, *, is_label: bool
    ) -> None:
        counts.sentence_count += 1
        counts.token_count += len(sentence.words)
        if not sentence.kind.is_display:
            counts.words.update(sentence.words[1:])
        long_forms = []
        for first, last, acronym in acronym_pairs(sentence.words):
            counts.long_forms[sentence.words[acronym], sentence.slice(first, last)] += 1
            long_forms.append((first, last))
        letters = codes(sentence, self._barred(sentence, counts))
        modifiers = _count_coordinations(sentence, letters, place, counts)
        found = [
            span for span in spans(sentence, letters, long_forms) if span.first not in modifiers
        ]
        if is_label and len(sentence.words) <= MAX_LABEL:
            whole = Span(0, len(sentence.words), letters)
            found = [whole, *(span for span in found if span.last - span.first < whole.last)]
            counts.tally(_surface(sentence, 0, whole.last), letters).label += 1
        _count_spans(sentence, found, place, counts)

    def _barred(self, sentence: Sentence, counts: Counts) -> list[tuple[int, int]]:
        """Where persons and legal references stand, which hold no terms; counted on the way."""
        persons = person_spans(sentence.words, self.is_common)
        counts.persons.update(tuple(sentence.words[first:last]) for first, last in persons)
        references = legal_references(sentence.text)
        counts.references.update(reference.instrument for reference in references)
        barred = [(reference.start, reference.end) for reference in references]
        if self.bars_persons:
            barred += [(sentence.starts[first], sentence.ends[last - 1]) for first, last in persons]
        return barred


def _count_coordinations(
    sentence: Sentence, letters: str, place: Place, counts: Counts
) -> set[int]:
    """Count what coordinations imply; give the tokens that are modifiers: no term begins there."""
    modifiers = set()
    badness = 0.5 - sentence_quality(sentence)
    for found in coordinations(sentence, letters):
        counts.coordinations[sentence.slice(found.first, found.last).lower()] += 1
        for implied in found.implied:
            surface = " ".join(implied.words)
            if implied.is_sure:
                tally = counts.tally(surface, implied.pattern)
                if len(implied.words) == 2:  # a whole phrase that shares a tail is a term itself
                    modifiers.add(implied.first)
            else:
                key = (surface, implied.attestation)
                tally = counts.pending.setdefault(key, Tally(implied.pattern))
            tally.implied += 1
            tally.opening += 1
            tally.closing += implied.closes
            tally.maximal += implied.closes
            tally.see(place, badness, sentence.text)
    return modifiers


def _count_spans(sentence: Sentence, found: Iterable[Span], place: Place, counts: Counts) -> None:
    lower, text = ("^", *sentence.lower, "$"), sentence.text
    quality = sentence_quality(sentence)
    is_display = sentence.kind.is_display
    for span in found:
        first, last, pattern, opens, closes, is_fragment = span
        tally = counts.tally(_surface(sentence, first, last), pattern)
        if is_display:
            tally.display += 1
        if not first:
            tally.initial += 1
        if opens:
            tally.opening += 1
        if closes:
            tally.closing += 1
            if opens:
                tally.maximal += 1
        if is_fragment:
            tally.fragments += 1
        if last - first == 2:
            counts.pairs.add((lower[first + 1], lower[last]))
        tally.stand_between(lower[first], lower[last + 1])
        tally.see(place, -quality - shows(sentence, first, last), text)


def _surface(sentence: Sentence, first: int, last: int) -> str:
    surface = sentence.slice(first, last)
    return surface.replace("’", "'") if "’" in surface else surface
