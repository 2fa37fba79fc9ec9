"""What is counted: values that add up, so that a corpus may be counted in parts.

Memory grows with the distinct candidates, not with the text: of each candidate the occurrences are
kept that somebody will ask for, which are those at `MAX_PLACES` places in each of `MAX_ARTICLES`
articles, the best one of each of `MAX_EVIDENCE` articles, and the first `MAX_NEIGHBOURS`, besides
the names of the articles that hold it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple, TypeAlias, TypeVar

UNDATED = "9999-99-99"
MAX_ARTICLES = 12
MAX_PLACES = 3
MAX_EVIDENCE = 6
MAX_NEIGHBOURS = 32
MAX_OCCURRENCES = 256  # more than are asked for, so that a tally is seldom gone through

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


Occurrence: TypeAlias = tuple[Place, float, str, str, str]
"""Where it is, how badly its sentence shows it, that sentence, the words to the left and right.

The words are empty where a coordination only implies the occurrence.
"""


_WIDTH = 64  # bits of one figure: whole numbers of that size are read from bytes at once
FIGURES = (
    "frequency",
    "implied",
    "initial",
    "display",
    "label",
    "opening",
    "closing",
    "maximal",
    "fragments",
)
"""The names of what is counted of each form, in the order in which `Tally.counts` packs them."""


def packed(**figures: int) -> int:
    """Give figures of a tally as one number, so that one addition adds to all of them.

    >>> tally = Tally("N")
    >>> tally.counts += packed(frequency=2, initial=1)
    >>> tally.frequency, tally.initial, tally.display
    (2, 1, 0)
    """
    return sum(int(figure) << _SHIFTS[name] for name, figure in figures.items())


def figures(tallies: Iterable[Tally]) -> bytes:
    """Give all `FIGURES` of each of `tallies` in turn, little-endian numbers of 64 bits."""
    size = len(FIGURES) * _WIDTH // 8
    return b"".join([tally.counts.to_bytes(size, "little") for tally in tallies])


_MASK = (1 << _WIDTH) - 1
_SHIFTS = {name: _WIDTH * place for place, name in enumerate(FIGURES)}


class _Figure:
    """One of the figures that are packed in `Tally.counts`."""

    def __set_name__(self, owner: type[Tally], name: str) -> None:
        self._shift = _SHIFTS[name]

    def __get__(self, tally: Tally, owner: type[Tally]) -> int:
        return tally.counts >> self._shift & _MASK


@dataclass(slots=True, init=False, eq=False)
class Tally:
    """What was counted of one surface form.

    `frequency` includes the `implied` occurrences that only coordinations show; `initial` counts
    those at the start of a sentence, `display` those in lines set apart, `label` those that are
    the whole of such a line, `opening` and `closing` those where a noun phrase begins and ends with
    it, `maximal` where both, `fragments` those inside a longer name; all are `packed` in `counts`.
    `passed` are the articles of the occurrences that were let go.
    """

    pattern: str
    counts: int
    occurrences: list[Occurrence]
    passed: Sequence[str]

    frequency = _Figure()
    implied = _Figure()
    initial = _Figure()
    display = _Figure()
    label = _Figure()
    opening = _Figure()
    closing = _Figure()
    maximal = _Figure()
    fragments = _Figure()

    def __init__(self, pattern: str, counts: int = 0, *occurrences: Occurrence) -> None:
        self.pattern = pattern
        self.counts = counts
        self.occurrences = list(occurrences)
        self.passed = ()

    def __eq__(self, other: object) -> bool:
        """Whether both answer alike, whatever they have let go of."""
        return isinstance(other, Tally) and self._answers() == other._answers()

    __hash__ = None  # type: ignore[assignment]

    def _answers(self) -> tuple[object, ...]:
        neighbours = self.left, self.right
        return self.pattern, self.counts, self.articles, self.places, self.shown, neighbours

    def see(self, occurrence: Occurrence, counts: int = 1) -> None:
        """Count one occurrence; `counts` is what it adds to the figures."""
        self.counts += counts
        self.occurrences.append(occurrence)
        if len(self.occurrences) >= MAX_OCCURRENCES:
            self.let_go()

    def add(self, other: Tally) -> None:
        """Add what was counted elsewhere: in the articles that follow, or in the same ones."""
        self.counts += other.counts
        if other.passed:
            self.passed = list(dict.fromkeys([*self.articles, *other.passed]))
        self.occurrences += other.occurrences
        if len(self.occurrences) >= MAX_OCCURRENCES:
            self.let_go()

    @property
    def articles(self) -> list[str]:
        """The names of all articles that hold it, in the order in which they were read."""
        seen = [occurrence[0][1] for occurrence in self.occurrences]
        return list(dict.fromkeys([*self.passed, *seen] if self.passed else seen))

    @property
    def left(self) -> list[str]:
        """The words to the left of the first occurrences."""
        return [occurrence[3] for occurrence in self.beside]

    @property
    def right(self) -> list[str]:
        """The words to the right of the first occurrences."""
        return [occurrence[4] for occurrence in self.beside]

    @property
    def places(self) -> list[Place]:
        """The first places in each of the first articles, in the order of the articles."""
        return list(self._places())

    @property
    def shown(self) -> list[Shown]:
        """The best sentences, one an article, best first."""
        return [Shown(badness, place, text) for place, badness, text, *_ in self._best()]

    def let_go(self) -> None:
        """Keep the occurrences that are asked for, in their order."""
        self.passed = self.articles
        wanted = [*self.beside, *self._places().values(), *self._best()]
        kept = set(map(id, wanted))
        self.occurrences = [found for found in self.occurrences if id(found) in kept]

    @property
    def beside(self) -> list[Occurrence]:
        """The first occurrences that have words beside them."""
        found = self.occurrences
        if self.counts >> _SHIFTS["implied"] & _MASK:
            found = [occurrence for occurrence in found if occurrence[3]]
        return found[:MAX_NEIGHBOURS]

    def _places(self) -> dict[Place, Occurrence]:
        """The first occurrence at each of the first places, in the order of the articles."""
        firsts: dict[Place, Occurrence] = {}
        for occurrence in self.occurrences:
            firsts.setdefault(occurrence[0], occurrence)
        lines: dict[str, list[Place]] = {article: [] for article in self.articles[:MAX_ARTICLES]}
        for place in sorted(firsts):
            if place.article in lines:
                lines[place.article].append(place)
        return {place: firsts[place] for some in lines.values() for place in some[:MAX_PLACES]}

    def _best(self) -> list[Occurrence]:
        best: dict[str, Occurrence] = {}
        for occurrence in sorted(self.occurrences, key=itemgetter(1, 0)):
            best.setdefault(occurrence[0].article, occurrence)
        return list(best.values())[:MAX_EVIDENCE]


@dataclass(slots=True)
class Counts:
    """All that one pass learns of a corpus; `pending` are the coordinations that need attestation.

    `days` are the dates of the articles in ISO form. `words` counts words as written (capitals
    kept) where they do not begin a sentence, in running text.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    pending: dict[tuple[str, tuple[str, str]], Tally] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    long_forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    persons: Counter[tuple[str, ...]] = field(default_factory=Counter)
    references: Counter[tuple[str, int | None, str]] = field(default_factory=Counter)
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
        self.long_forms.update(other.long_forms)
        self.persons.update(other.persons)
        self.references.update(other.references)
        self.token_count += other.token_count
        self.sentence_count += other.sentence_count


def _merge(tallies: dict[_Key, Tally], others: dict[_Key, Tally]) -> None:
    for key, tally in others.items():
        if known := tallies.get(key):
            known.add(tally)
        else:
            tallies[key] = tally
