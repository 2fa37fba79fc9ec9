"""What is counted: values that add up, so that a corpus may be counted in parts.

Memory grows with the distinct candidates, not with the text: of each candidate at most
`MAX_PLACES` places in each of `MAX_ARTICLES` articles, one sentence of each of `MAX_EVIDENCE`
articles, `MAX_NEIGHBOURS` neighbours a side, and the names of the articles that hold it are kept.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple, TypeVar

UNDATED = "9999-99-99"
MAX_ARTICLES = 12
MAX_PLACES = 3
MAX_EVIDENCE = 6
MAX_NEIGHBOURS = 32

_Key = TypeVar("_Key")


class Place(NamedTuple):
    """Where a candidate stands; `day` is the article's in ISO form. Places sort by it."""

    day: str
    article: str
    line: int

    @property
    def date(self) -> date | None:
        """The article's date, None where it has none."""
        return date.fromisoformat(self.day) if self.day < UNDATED else None


class Shown(NamedTuple):
    """A sentence that shows a candidate; the better the lower `badness` is."""

    badness: float
    place: Place
    context: str


_rank = itemgetter(0, 1)  # of two sentences of one line the one that was counted first stays first


@dataclass(slots=True)
class Tally:
    """What was counted of one surface form.

    `frequency` includes the `implied` occurrences that only coordinations show; `initial` counts
    those at the start of a sentence, `display` those in lines set apart, `label` those that are
    the whole of such a line, `opening` and `closing` those where a noun phrase begins and ends with
    it, `maximal` where both, `fragments` those inside a longer name. `left` and `right` are the
    words beside the first occurrences, `shown` the best sentences, best first.
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
    articles: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)

    def see(self, place: Place, badness: float, context: str) -> None:
        """Count one occurrence at `place`, in the sentence `context`."""
        self.frequency += 1
        articles, places, shown = self.articles, self.places, self.shown
        if not articles or articles[-1] != place.article:
            articles.append(place.article)
            if len(articles) <= MAX_ARTICLES:
                places.append(place)
            if len(shown) < MAX_EVIDENCE:
                shown.append(Shown(badness, place, context))
                if len(shown) > 1:
                    shown.sort(key=_rank)
                return
        elif (
            len(articles) <= MAX_ARTICLES
            and places[-1] != place
            and (len(places) < MAX_PLACES or places[-MAX_PLACES].article != place.article)
        ):
            places.append(place)
        worst = shown[-1]
        if badness < worst.badness or (badness == worst.badness and place < worst.place):
            self.shown = _best_shown(shown, [Shown(badness, place, context)])

    def stand_between(self, left: str, right: str) -> None:
        """Note the words to the left and to the right of one occurrence."""
        if len(self.left) < MAX_NEIGHBOURS:
            self.left.append(left)
            self.right.append(right)

    def add(self, other: Tally) -> None:
        """Add what was counted elsewhere: in the articles that follow, or in the same ones."""
        self.frequency += other.frequency
        self.implied += other.implied
        self.initial += other.initial
        self.display += other.display
        self.label += other.label
        self.opening += other.opening
        self.closing += other.closing
        self.maximal += other.maximal
        self.fragments += other.fragments
        self._add_places(other)
        if room := MAX_NEIGHBOURS - len(self.left):
            self.left += other.left[:room]
            self.right += other.right[:room]

    def _add_places(self, other: Tally) -> None:
        if self.articles and other.articles and self.articles[-1] >= other.articles[0]:
            self.places = _first_places(self.places, other.places)
            self.articles = list(dict.fromkeys([*self.articles, *other.articles]))
        else:  # articles come by name, so none is in both
            admitted = other.articles[: max(MAX_ARTICLES - len(self.articles), 0)]
            self.places += [place for place in other.places if place.article in admitted]
            self.articles += other.articles
        is_full = len(self.shown) >= MAX_EVIDENCE
        if not is_full or (other.shown and _rank(other.shown[0]) < _rank(self.shown[-1])):
            self.shown = _best_shown(self.shown, other.shown)


def _first_places(known: list[Place], more: list[Place]) -> list[Place]:
    """Put places together: the first of each article, as far as the bounds go."""
    kept = known.copy()
    by_article = Counter(place.article for place in kept)
    for place in more:
        is_room = by_article[place.article] < MAX_PLACES and (
            place.article in by_article or len(by_article) < MAX_ARTICLES
        )
        if is_room and place not in kept:
            kept.append(place)
            by_article[place.article] += 1
    return kept


def _best_shown(known: list[Shown], more: list[Shown]) -> list[Shown]:
    """Put sentences together: the best of each article, best first."""
    best: dict[str, Shown] = {}
    for shown in sorted([*known, *more], key=_rank):
        best.setdefault(shown.place.article, shown)
    return list(best.values())[:MAX_EVIDENCE]


@dataclass(slots=True)
class Counts:
    """All that one pass learns of a corpus; `pending` are the coordinations that need attestation.

    `days` are the dates of the articles in ISO form. `words` counts words as written (capitals
    kept) where they do not begin a sentence, in running text; `pairs` holds the neighbouring words
    inside noun phrases, in lower case.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    pending: dict[tuple[str, tuple[str, str]], Tally] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    long_forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    persons: Counter[tuple[str, ...]] = field(default_factory=Counter)
    references: Counter[tuple[str, int | None, str]] = field(default_factory=Counter)
    coordinations: Counter[str] = field(default_factory=Counter)
    token_count: int = 0
    sentence_count: int = 0

    def tally(self, surface: str, pattern: str) -> Tally:
        """Give the tally of `surface`, a new one with `pattern` where there is none."""
        tally = self.tallies.get(surface)
        if tally is None:
            tally = self.tallies[surface] = Tally(pattern)
        return tally

    def years(self, tally: Tally) -> set[int]:
        """Give the years of the articles that hold what `tally` counts."""
        days = {self.days[article] for article in tally.articles}
        return {int(day[:4]) for day in days if day < UNDATED}

    def add(self, other: Counts) -> None:
        """Add what was counted in the articles that follow by name; `other` is used up.

        The result is what counting all of them into one gives, to the last bound and tie.
        """
        _merge(self.tallies, other.tallies)
        _merge(self.pending, other.pending)
        self.days.update(other.days)
        self.words.update(other.words)
        self.pairs |= other.pairs
        self.long_forms.update(other.long_forms)
        self.persons.update(other.persons)
        self.references.update(other.references)
        self.coordinations.update(other.coordinations)
        self.token_count += other.token_count
        self.sentence_count += other.sentence_count


def _merge(tallies: dict[_Key, Tally], others: dict[_Key, Tally]) -> None:
    for key, tally in others.items():
        if known := tallies.get(key):
            known.add(tally)
        else:
            tallies[key] = tally
