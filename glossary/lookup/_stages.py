"""The ways in which a query meets the names of a catalog, one function for each.

in      a catalog's database and a query
out     names with the order in which they are to be shown, unsorted and not yet one for each entry
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import log
from typing import Any

from glossary.languages import fold, normalise
from glossary.lookup._schema import INITIALS, ORDER, VARIANT, word_order, words_of
from glossary.lookup.shelf import Shelf

__all__ = [
    "MANY",
    "NameMatch",
    "Query",
    "by_initials",
    "contained",
    "containing",
    "exact",
    "folded",
    "in_order",
    "keyed",
    "meant_by",
    "numbered",
    "prefixed",
    "same",
    "side",
    "variant",
]

MANY = 200
"""Names that are looked at where more would do: the shortest."""

_LONGEST = 1_000
"""Characters of a query: no name has more."""

_MOST_WORDS = 60
"""Different words of a query: SQLite joins 64 tables, and no name has more."""

_ROW = "SELECT names.id, names.entry, names.standing, names.text, names.folded FROM names "
_LAST = "\U0010ffff"
_BEGUN = 2
"""Letters of a word that is only begun, at least."""
_ENDINGS = 100
_COMMON = 5_000
"""A word that stands in more definitions tells nothing."""
_COVERED = 0.5
"""Share of the query that a definition must hold, by what its words tell; more than half of the
words must be known at all."""


class Query:
    """A query in the shapes in which it is compared: as written (NFC) and folded, and its words."""

    def __init__(self, query: str, variant_key: Callable[[str], str]) -> None:
        # What is no text, as an argument in another encoding may be, is in no database.
        whole = query[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
        self.text = normalise(whole)
        self.folded = fold(self.text)
        self.words = tuple(words_of(self.folded))
        self._variant_key = variant_key

    @property
    def variant(self) -> str:
        """The key of its variants; made when asked for, because that loads the language."""
        return self._variant_key(self.text)


class NameMatch:
    """A name that was met: a row of `names`, and its `order` among the others of its kind."""

    __slots__ = ("entry", "folded", "number", "order", "standing", "text")

    def __init__(self, row: Sequence[Any], *order: float) -> None:
        self.number, self.entry, self.standing, self.text, self.folded = row
        self.order = order


def exact(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names that are the same, whatever their case."""
    wanted = query.text.casefold()
    return [name for name in folded(shelf, query) if normalise(name.text).casefold() == wanted]


def folded(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names that are the same without marks."""
    return same(shelf, query.folded)


def same(shelf: Shelf, key: str) -> list[NameMatch]:
    """Names that a folded text is one of."""
    rows = shelf.rows(f"{_ROW} WHERE folded = ? ORDER BY id LIMIT ?", (key, MANY))
    return [NameMatch(row) for row in rows]


def keyed(shelf: Shelf, kind: int, key: str) -> list[NameMatch]:
    """Names that have a key."""
    sql = f"{_ROW} JOIN keys ON keys.name = names.id WHERE kind = ? AND key = ? LIMIT ?"
    return [NameMatch(row) for row in shelf.rows(sql, (kind, key, MANY))] if key else []


def variant(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names of the source language that are a variant of the query."""
    return keyed(shelf, VARIANT, query.variant)


def by_initials(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Equivalents of which the query has the first letters."""
    return keyed(shelf, INITIALS, query.folded)


def in_order(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names of the same words in another order."""
    keys = {word_order(query.words), word_order(query.variant.split())}
    return [name for key in sorted(keys) if " " in key for name in keyed(shelf, ORDER, key)]


def prefixed(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names that begin with the query, those first where a whole word ends with it."""
    if len(query.folded) < _BEGUN:
        return []
    sql = f"{_ROW} WHERE folded > ? AND folded < ? ORDER BY +id LIMIT ?"
    rows = shelf.rows(sql, (query.folded, query.folded + _LAST, MANY))
    size = len(query.folded)
    return [NameMatch(row, row[4][size].isalnum(), len(row[4])) for row in rows]


def containing(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Names that have all words of the query, or those of its variant."""
    found = contained(shelf, query.words, query.folded)
    return found or contained(shelf, query.variant.split(), query.variant)


def contained(shelf: Shelf, words: Sequence[str], phrase: str) -> list[NameMatch]:
    """Names that have all `words`, those first that hold them as a `phrase`."""
    different = tuple(dict.fromkeys(words))
    numbers = _numbers(shelf, different) if len(different) <= _MOST_WORDS else []
    if not numbers or not all(numbers):
        return []
    numbers.sort(key=len)
    joins = " ".join(
        f"JOIN words w{place} ON w{place}.name = names.id AND w{place}.word IN ({_marks(group)})"
        for place, group in enumerate(numbers)
    )
    sql = f"SELECT DISTINCT {_ROW.removeprefix('SELECT ')} {joins} ORDER BY names.id LIMIT ?"
    rows = shelf.rows(sql, (*(number for group in numbers for number in group), MANY))
    return [NameMatch(row, phrase not in row[4], len(row[4])) for row in rows]


def _numbers(shelf: Shelf, words: Sequence[str]) -> list[list[int]]:
    """The words of the vocabulary that each word means; the last one may be only begun."""
    known = dict(
        shelf.rows(f"SELECT word, id FROM vocabulary WHERE word IN ({_marks(words)})", words)
    )
    groups = [[known[word]] if word in known else [] for word in words]
    if groups and not groups[-1] and len(words[-1]) >= _BEGUN:
        sql = "SELECT id FROM vocabulary WHERE word > ? AND word < ? LIMIT ?"
        begun = shelf.rows(sql, (words[-1], words[-1] + _LAST, _ENDINGS))
        groups[-1] = [number for (number,) in begun]
    return groups


def side(shelf: Shelf, query: Query) -> int:
    """Above 0 where the query seems to be of the source language, below where of the other.

    Told by the words that only the one or the other side has; marks tell it, too.
    """
    sql = f"SELECT sources, equivalents FROM vocabulary WHERE word IN ({_marks(query.words)})"
    counts = shelf.rows(sql, query.words)
    marked = -len(query.words) if not query.text.isascii() else 0
    return marked + sum(int(sources > 0) - int(others > 0) for sources, others in counts)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def meant_by(shelf: Shelf, query: Query) -> list[NameMatch]:
    """Entries whose definition or notes hold most of what the query says."""
    ((total,),) = shelf.rows("SELECT count(*) FROM entries")
    weights, found, unknown = 0.0, dict[int, float](), 0
    for count, number in _meaning_words(shelf, query):
        weight = log(1 + total / count) if count else 0.0
        weights += weight
        unknown += count == 0
        if 0 < count <= _COMMON:
            for (entry,) in shelf.rows("SELECT entry FROM meanings WHERE word = ?", (number,)):
                found[entry] = found.get(entry, 0.0) + weight
    if unknown * 2 >= len(query.words):
        return []
    good = sorted(
        ((-score, entry) for entry, score in found.items() if score >= _COVERED * weights)
    )[:MANY]
    sql = f"{_ROW} WHERE entry = ? AND standing = 0 ORDER BY id DESC LIMIT 1"
    return [NameMatch(row, score) for score, entry in good for row in shelf.rows(sql, (entry,))]


def _meaning_words(shelf: Shelf, query: Query) -> Iterator[tuple[int, int]]:
    """For each word of the query how many entries it says something about, and its number."""
    sql = "SELECT meanings, id FROM vocabulary WHERE word = ?"
    pairs = zip(query.words, query.variant.split(), strict=False)
    same_length = len(query.words) == len(query.variant.split())
    for word, variant in pairs if same_length else ((word, word) for word in query.words):
        counts = [
            row for form in dict.fromkeys((word, variant)) for row in shelf.rows(sql, (form,))
        ]
        count, number = max(counts, default=(0, -1))
        yield count, number


def numbered(shelf: Shelf, numbers: Sequence[int]) -> dict[int, Sequence[Any]]:
    """The rows of some names, by their number."""
    rows = shelf.rows(f"{_ROW} WHERE id IN ({_marks(numbers)})", numbers)
    return {row[0]: row for row in rows}
