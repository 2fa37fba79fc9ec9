"""Count candidates: the one pass over the text, an article at a time.

in      articles
out     `Counts`, which add up: counting two corpora and adding gives what counting both gives

Memory grows with the distinct candidates, not with the text: of each candidate at most
`MAX_PLACES` places, `MAX_EVIDENCE` sentences and `MAX_NEIGHBOURS` neighbours a side are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from glossary.extraction.acronyms import acronym_pairs
from glossary.extraction.candidates import Span, codes, spans
from glossary.extraction.coordination import Implied, coordinations
from glossary.extraction.evidence import sentence_quality, shows
from glossary.extraction.persons import person_spans
from glossary.extraction.references import legal_references
from glossary.text.analysis import Sentence, sentences
from glossary.text.articles import Article
from glossary.text.tagging import Tagger

_Key = TypeVar("_Key")

UNDATED = "9999-99-99"
MAX_PLACES = 12
MAX_LABEL = 12  # words of a line of boilerplate that can be a term as a whole
MAX_EVIDENCE = 6
MAX_NEIGHBOURS = 24


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a candidate stands. Places sort by date (undated last), file name and line."""

    day: str
    article: str
    line: int

    @property
    def date(self) -> date | None:
        """The article's date, None where it has none."""
        return date.fromisoformat(self.day) if self.day < UNDATED else None


@dataclass(slots=True)
class Tally:
    """What was counted of one surface form.

    `frequency` includes the `implied` occurrences that only coordinations show; `initial` counts
    those at the start of a sentence, `display` those in lines set apart, `label` those that are
    the whole of such a line, `opening` and `closing` those where a noun phrase begins and ends with
    it, `maximal` where both, `fragments` those inside a longer name.
    `shown` holds (quality, place, context), best first.
    """

    pattern: str
    frequency: int = 0
    implied: int = 0
    initial: int = 0
    display: int = 0
    label: int = 0
    opening: int = 0
    closing: int = 0
    maximal: int = 0
    fragments: int = 0
    articles: Counter[str] = field(default_factory=Counter)
    years: set[int] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    shown: list[tuple[float, Place, str]] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add what was counted elsewhere."""
        self.frequency += other.frequency
        self.implied += other.implied
        self.initial += other.initial
        self.display += other.display
        self.label += other.label
        self.opening += other.opening
        self.closing += other.closing
        self.maximal += other.maximal
        self.fragments += other.fragments
        self.articles.update(other.articles)
        self.years |= other.years
        self.places = sorted({*self.places, *other.places})[:MAX_PLACES]
        self.shown = _best([*self.shown, *other.shown])
        _update(self.left, other.left)
        _update(self.right, other.right)


def _best(shown: list[tuple[float, Place, str]]) -> list[tuple[float, Place, str]]:
    return sorted(shown, key=lambda item: (-item[0], item[1]))[:MAX_EVIDENCE]


def _update(neighbours: Counter[str], others: Mapping[str, int]) -> None:
    for word, count in others.items():
        if word in neighbours or len(neighbours) < MAX_NEIGHBOURS:
            neighbours[word] += count


@dataclass(slots=True)
class Counts:
    """All that one pass learns of a corpus; `pending` are the coordinations that need attestation.

    `words` counts words as written (capitals kept) where they do not begin a sentence, in running
    text; `pairs` holds the neighbouring words inside noun phrases, in lower case.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    pending: dict[tuple[str, tuple[str, str]], Tally] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    long_forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    persons: Counter[tuple[str, ...]] = field(default_factory=Counter)
    references: Counter[tuple[str, int | None, str]] = field(default_factory=Counter)
    coordinations: Counter[str] = field(default_factory=Counter)
    token_count: int = 0
    sentence_count: int = 0
    article_count: int = 0

    def add(self, other: Counts) -> None:
        """Add what was counted elsewhere."""
        _merge(self.tallies, other.tallies)
        _merge(self.pending, other.pending)
        self.words.update(other.words)
        self.pairs |= other.pairs
        self.long_forms.update(other.long_forms)
        self.persons.update(other.persons)
        self.references.update(other.references)
        self.coordinations.update(other.coordinations)
        self.token_count += other.token_count
        self.sentence_count += other.sentence_count
        self.article_count += other.article_count


def _merge(tallies: dict[_Key, Tally], others: dict[_Key, Tally]) -> None:
    for key, tally in others.items():
        if known := tallies.get(key):
            known.add(tally)
        else:
            tallies[key] = tally


def count_article(
    article: Article,
    tag: Tagger,
    *,
    repeated: Mapping[str, str],
    is_common: Callable[[str], bool],
) -> Counts:
    """Count the candidates of one article.

    `repeated` names for each line of boilerplate the article in which it is counted; there it is
    a candidate as a whole. `is_common` tells whether a lower-case word belongs to the general
    vocabulary of English.
    """
    counts = Counts(article_count=1)
    day = article.date.isoformat() if article.date else UNDATED
    for sentence in sentences(article, tag):
        owner = repeated.get(sentence.text.strip()) if sentence.kind.is_display else None
        if owner not in (None, article.name):
            continue
        place = Place(day, article.name, sentence.line)
        counter = _SentenceCounter(counts, sentence, place, is_common)
        counter.count(is_label=owner is not None)
    return counts


class _SentenceCounter:
    """Adds what one sentence holds to `counts`."""

    def __init__(
        self, counts: Counts, sentence: Sentence, place: Place, is_common: Callable[[str], bool]
    ) -> None:
        self.counts = counts
        self.sentence = sentence
        self.place = place
        self.quality = sentence_quality(sentence)
        persons = person_spans(sentence.words, is_common)
        counts.persons.update(tuple(sentence.words[first:last]) for first, last in persons)
        references = legal_references(sentence.text)
        counts.references.update(reference.instrument for reference in references)
        self.barred = [(r.start, r.end) for r in references] + [
            (sentence.starts[first], sentence.ends[last - 1]) for first, last in persons
        ]
        self.letters = codes(sentence, self.barred)

    def count(self, *, is_label: bool) -> None:
        sentence, counts = self.sentence, self.counts
        counts.sentence_count += 1
        counts.token_count += len(sentence.words)
        if not sentence.kind.is_display:
            counts.words.update(sentence.words[1:])
        for first, last, acronym in acronym_pairs(sentence.words):
            counts.long_forms[sentence.words[acronym], sentence.slice(first, last)] += 1
        is_modifier = self._count_coordinations()
        found = [span for span in spans(sentence, self.letters) if not is_modifier[span.first]]
        if is_label and len(sentence.words) <= MAX_LABEL:
            whole = Span(0, len(sentence.words), self.letters)
            found = [whole, *(span for span in found if span.last - span.first < whole.last)]
        self._count_spans(found, is_label=is_label)

    def _count_coordinations(self) -> list[bool]:
        """Count what coordinations imply; tell which tokens are modifiers, where no term begins."""
        is_modifier = [False] * len(self.letters)
        for found in coordinations(self.sentence, self.letters):
            self.counts.coordinations[self.sentence.slice(found.first, found.last).lower()] += 1
            for implied in found.implied:
                self._count_implied(implied)
                if implied.is_sure and len(implied.words) == 2:
                    is_modifier[implied.first] = True
        return is_modifier

    def _count_implied(self, implied: Implied) -> None:
        surface = " ".join(implied.words)
        tallies = self.counts.tallies
        if implied.is_sure:
            tally = tallies.get(surface)
            if tally is None:
                tally = tallies[surface] = Tally(implied.pattern)
        else:
            tally = self.counts.pending.setdefault(
                (surface, implied.attestation), Tally(implied.pattern)
            )
        tally.implied += 1
        self._count_place(tally, self.quality - 0.5)

    def _count_spans(self, found: Sequence[Span], *, is_label: bool) -> None:
        sentence, tallies, letters = self.sentence, self.counts.tallies, self.letters
        words = sentence.words
        for span in found:
            first, last = span.first, span.last
            surface = sentence.slice(first, last).replace("’", "'")
            tally = tallies.get(surface)
            if tally is None:
                tally = tallies[surface] = Tally(span.pattern)
            tally.initial += first == 0
            tally.display += sentence.kind.is_display
            tally.label += is_label and last - first == len(words)
            tally.opening += span.opens
            tally.closing += span.closes
            tally.maximal += span.opens and span.closes
            tally.fragments += span.is_fragment
            if last - first == 2 and letters[first] in "ANEG":
                self.counts.pairs.add((words[first].lower(), words[last - 1].lower()))
            before = words[first - 1].lower() if first else "^"
            after = words[last].lower() if last < len(words) else "$"
            _update(tally.left, {before: 1})
            _update(tally.right, {after: 1})
            self._count_place(tally, self.quality + shows(sentence, first, last))

    def _count_place(self, tally: Tally, quality: float) -> None:
        place = self.place
        tally.frequency += 1
        tally.articles[place.article] += 1
        if place.day < UNDATED:
            tally.years.add(int(place.day[:4]))
        if len(tally.places) < MAX_PLACES and (not tally.places or tally.places[-1] != place):
            tally.places.append(place)
        if len(tally.shown) < MAX_EVIDENCE or quality > tally.shown[-1][0]:
            tally.shown = _best([*tally.shown, (quality, place, self.sentence.text.strip())])
