"""200 queries made by rule from the shipped glossary find the right entry first, or nearly so.

Every n-th entry gives one query, the kinds in turn, so that nothing is picked by hand. Right is
the entry that the query was made from, or another one that has the very same name.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from glossary.catalog import CatalogFile
from glossary.languages import en, fold, vi
from glossary.lookup import Index
from glossary.model import Entry
from glossary.shipped import locales

QUERIES = 200
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
MARKS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}


@dataclass(frozen=True)
class Case:
    kind: str
    query: str
    name: str
    entry: Entry


def as_it_is(text: str, _chance: random.Random) -> str:
    return text


def without_marks(text: str, _chance: random.Random) -> str:
    return vi.strip_marks(text).lower()


def one_error(text: str, chance: random.Random) -> str:
    """One letter of a word of five or more is another, missing, doubled, or changes places."""
    places = [place for place in range(1, len(text) - 1) if text[place - 1 : place + 2].isalpha()]
    place = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:place] + chance.choice(LETTERS) + text[place + 1 :]
    if kind == 1:
        return text[:place] + text[place + 1 :]
    if kind == 2:
        return text[:place] + text[place] + text[place:]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def two_errors(text: str, chance: random.Random) -> str:
    return one_error(one_error(text, chance), chance)


def plural(text: str, _chance: random.Random) -> str:
    *words, last = text.split()
    return " ".join([*words, en.plural(last)])


def word_order(text: str, chance: random.Random) -> str:
    """The first two syllables, or the last two, stand at the wrong end."""
    words = text.split()
    cut = 2 if chance.random() < 0.5 else len(words) - 2
    return " ".join([*words[cut:], *words[:cut]])


def telex(text: str, _chance: random.Random) -> str:
    """The keystrokes of a Vietnamese text."""
    keys = []
    for word in text.lower().split():
        mark = vi.tone_mark(word).value
        plain = vi.without_tone_mark(word)
        keys.append("".join(MARKS.get(char, char) for char in plain) + TELEX.get(mark, ""))
    return " ".join(keys)


def no_blanks(text: str, _chance: random.Random) -> str:
    return vi.strip_marks(text).replace(" ", "").lower()


Make = Callable[[str, random.Random], str]
KINDS: tuple[tuple[str, str, Make, int], ...] = (
    # the kind, the side that it is made from, how, and the words that the name must have
    ("right, source", "source", as_it_is, 1),
    ("right, equivalent", "target", as_it_is, 1),
    ("without marks", "target", without_marks, 1),
    ("one error, source", "source", one_error, 2),
    ("one error, equivalent", "target", one_error, 2),
    ("two errors, source", "source", two_errors, 2),
    ("two errors without marks", "plain", two_errors, 3),
    ("plural", "source", plural, 1),
    ("acronym", "acronym", as_it_is, 1),
    ("word order", "target", word_order, 4),
    ("Telex", "target", telex, 2),
    ("no blanks", "target", no_blanks, 2),
)


def names(entry: Entry, side: str) -> list[str]:
    if side == "source":
        return [entry.source]
    if side == "acronym":
        return [text for text in (entry.source, *entry.admitted) if text.isupper()]
    if not entry.target:
        return []
    return [without_marks(entry.target, random.Random()) if side == "plain" else entry.target]


def fits(name: str, words: int) -> bool:
    is_plain = name.replace(" ", "").replace("-", "").isalpha()
    return len(name.split()) >= words and is_plain and (words == 1 or len(name) > 8)


def cases(entries: list[Entry]) -> Iterator[Case]:
    """So many queries of every kind, from entries that stand equally far apart."""
    chance = random.Random(20261122)
    for number, (kind, side, make, words) in enumerate(KINDS):
        share = QUERIES // len(KINDS) + (number < QUERIES % len(KINDS))
        fitting = [
            (entry, name) for entry in entries for name in names(entry, side) if fits(name, words)
        ]
        step = max(1, len(fitting) // share)
        chosen = [fitting[(number + turn * step) % len(fitting)] for turn in range(share)]
        for entry, name in chosen:
            yield Case(kind, make(name, chance), name, entry)


def is_right(found: Entry, case: Case) -> bool:
    texts = (found.source, *(text for text, _ in found.equivalents))
    return found.key == case.entry.key or fold(case.name) in map(fold, texts)


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    catalog = CatalogFile(locales() / "vi" / "LC_MESSAGES" / "glossary.po").read()
    return [entry for entry in catalog.entries if not entry.obsolete]


def test_the_right_entry_is_found_first(entries: list[Entry]) -> None:
    index = Index({"vi": entries}, variant_key=en.comparison_key)
    first, third, missed = 0, 0, []
    made = list(cases(entries))
    assert len(made) == QUERIES
    assert set(Counter(case.kind for case in made).values()) <= {16, 17}
    for case in made:
        found = [match.entry for match in index.search(case.query, 3)]
        rank = next((place for place, entry in enumerate(found) if is_right(entry, case)), 99)
        first += rank == 0
        third += rank < 3
        if rank:
            missed.append((case.kind, case.query, case.name, [entry.source for entry in found]))
    assert first >= 0.97 * QUERIES, missed
    assert third >= 0.995 * QUERIES, missed
