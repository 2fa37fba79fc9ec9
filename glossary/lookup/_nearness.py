"""Names that are spelt nearly like a query: up to two typing errors, or none at all but a blank.

An error is a letter too many, one missing, another one, or two exchanged (optimal string
alignment). rapidfuzz counts them over the names that are as long as the query give or take the
errors; which names are how long is known without reading the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from glossary.languages import fold
from glossary.lookup import _stages as stages
from glossary.lookup._schema import JOINED, words_of
from glossary.lookup._stages import NameMatch, Query
from glossary.lookup.shelf import Shelf

__all__ = ["Nearness"]

_SHORT, _LONG = 4, 6
_SHORT_WORD, _LONG_WORD = 5, 8
_SIMILAR = 0.6
"""Share of letters that two names have in common; other names mostly stay below."""
_ALIKE = 10


def _errors_in(length: int, *, short: int = _SHORT, long: int = _LONG) -> int:
    """The errors that a text of so many letters may have: in a short one any word is near any."""
    return 0 if length < short else 1 if length < long else 2


class Nearness:
    """The names of a catalog by their length, read when they are first asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._names: dict[int, tuple[list[int], list[str]]] = {}
        self._lengths: dict[int, tuple[int, int]] | None = None
        self._vocabulary: list[str] | None = None

    def near(self, query: Query) -> list[NameMatch]:
        """Names that are meant in spite of typing errors; `order` begins with their number."""
        from rapidfuzz.distance import OSA

        from glossary.languages import vi

        meant = vi.meant(query.text)
        forms = dict.fromkeys((fold(meant), query.folded))
        names = [name for form in forms for name in self._without_errors(form)]
        names = names or self._holding(fold(meant), query)
        errors = {} if names else {n: e for form in forms for n, e in self._with_errors(form)}
        for number, row in stages.numbered(self._shelf, sorted(errors)[: stages.MANY]).items():
            distance = OSA.distance(meant.casefold(), row[3].casefold())
            names.append(NameMatch(row, errors[number], distance))
        return names

    def misspelt(self, query: Query) -> list[NameMatch]:
        """Names that hold the words of the query, or words that are spelt nearly like them."""
        words = [word for word in query.words if len(word) >= _SHORT]
        groups = [self._words_like(word) for word in words]
        if not groups or not all(groups):
            return []
        chosen = [group[0] for group in groups]
        return stages.contained(self._shelf, chosen, " ".join(chosen))

    def alike(self, query: Query) -> list[NameMatch]:
        """Names, at most a few, that have most letters in common with the query."""
        best = self._alike(query.folded)
        rows = stages.numbered(self._shelf, [number for _, number in best])
        return [NameMatch(rows[number], order) for order, number in best]

    def _without_errors(self, form: str) -> list[NameMatch]:
        """Names whose keystrokes or missing blanks are all that is wrong."""
        joined = stages.keyed(self._shelf, JOINED, "".join(words_of(form)))
        names = [*stages.same(self._shelf, form), *joined]
        for name in names:
            name.order = (0, 0)
        return names

    def _holding(self, keyed: str, query: Query) -> list[NameMatch]:
        """Names that hold the words that were typed key by key: bảo hiểm for baor hieemr."""
        is_typed = keyed != query.folded
        return stages.contained(self._shelf, words_of(keyed), keyed) if is_typed else []

    def _with_errors(self, folded: str) -> Iterator[tuple[int, int]]:
        """The names within the errors allowed, each with its number of errors."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        errors = _errors_in(len(folded))
        for length in range(len(folded) - errors, len(folded) + errors + 1) if errors else ():
            numbers, names = self._of_length(length)
            found: list[Any] = extract(
                folded, names, scorer=OSA.distance, score_cutoff=errors, limit=None
            )
            for _, count, place in found:
                yield numbers[place], int(count)

    def _words_like(self, word: str) -> list[str]:
        """The words of the vocabulary that `word` may be a misspelling of, the nearest first."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        if self._vocabulary is None:
            rows = self._shelf.rows("SELECT word FROM vocabulary WHERE sources OR equivalents")
            self._vocabulary = [text for (text,) in rows]
        errors = _errors_in(len(word), short=_SHORT_WORD, long=_LONG_WORD)
        found: list[Any] = extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=errors, limit=8
        )
        return [text for text, _, _ in sorted(found, key=lambda one: (one[1], one[0]))]

    def _alike(self, folded: str) -> list[tuple[float, int]]:
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import extract

        widest = (2 - _SIMILAR) / _SIMILAR
        best: list[tuple[float, int]] = []
        for length in range(int(len(folded) / widest), int(len(folded) * widest) + 1):
            numbers, names = self._of_length(length)
            scorer = Indel.normalized_similarity
            found: list[Any] = extract(
                folded, names, scorer=scorer, score_cutoff=_SIMILAR, limit=_ALIKE
            )
            best += [(-score, numbers[place]) for _, score, place in found]
        return sorted(best)[:_ALIKE]

    def _of_length(self, length: int) -> tuple[list[int], list[str]]:
        if self._lengths is None:
            rows = self._shelf.rows("SELECT length, first, last FROM lengths")
            self._lengths = {length: (first, last) for length, first, last in rows}
        if length not in self._lengths:
            return [], []
        if length not in self._names:
            sql = "SELECT id, folded FROM names WHERE id BETWEEN ? AND ?"
            rows = self._shelf.rows(sql, self._lengths[length])
            self._names[length] = [row[0] for row in rows], [row[1] for row in rows]
        return self._names[length]
