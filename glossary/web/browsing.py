"""Lists of terms to leaf through: by letter, in both languages, and by subject field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from glossary.catalog import Counts, Progress
from glossary.languages import fold
from glossary.languages.vi import order_key
from glossary.web.concepts import Concept, initial, letter_name, link_name
from glossary.web.labels import field_name
from glossary.web.snapshot import Snapshot

_RELATION = re.compile(r"(?P<kind>Abbreviation of|Abbreviated as|Also:) (?P<names>.+)")


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of a language under which there are terms, with their numbers."""

    language: str
    letters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a term is also called: names with the terms that they are, where they are ones."""

    kind: str
    names: tuple[tuple[str, Concept | None], ...]


def alphabets(snapshot: Snapshot) -> tuple[Alphabet, ...]:
    """The alphabet of the source language, then those of the others."""
    tags = (snapshot.source_language, *snapshot.languages)
    return tuple(alphabet(snapshot, tag) for tag in tags)


def alphabet(snapshot: Snapshot, language: str) -> Alphabet:
    """The letters under which designations in `language` stand, in its order, signs last."""
    counts: dict[str, int] = {}
    for concept in snapshot.concepts:
        text = _designation(concept, snapshot, language)
        if text:
            letter = initial(text, language)
            counts[letter] = counts.get(letter, 0) + 1
    ordered = sorted(counts, key=lambda letter: (not letter, _order(letter, language)))
    return Alphabet(language, {letter: counts[letter] for letter in ordered})


def under_letter(snapshot: Snapshot, language: str, name: str) -> tuple[str, tuple[Concept, ...]]:
    """The letter that a link names, and the terms under it by alphabet; none where there are none.

    In the source language the terms count, in another one their preferred equivalents.
    """
    found = [
        (text, concept)
        for concept in snapshot.concepts
        if (text := _designation(concept, snapshot, language))
        and letter_name(initial(text, language)) == name
    ]
    found.sort(key=lambda pair: (_order(pair[0], language), pair[1].key))
    letter = initial(found[0][0], language) if found else ""
    return letter, tuple(concept for _, concept in found)


def fields(snapshot: Snapshot) -> Mapping[str, int]:
    """How many terms each subject field has, by the names that are shown; "" is no field."""
    counts: dict[str, int] = {}
    for concept in snapshot.concepts:
        name = concept.about.subject_field
        counts[name] = counts.get(name, 0) + 1
    return {name: counts[name] for name in sorted(counts, key=_field_order)}


def in_field(snapshot: Snapshot, name: str) -> tuple[str, tuple[Concept, ...]]:
    """The field that a link names, and its terms by alphabet; none where there are none."""
    found = tuple(
        concept
        for concept in snapshot.concepts
        if (link_name(concept.about.subject_field) or "0") == name
    )
    return found[0].about.subject_field if found else "", found


def relations(snapshot: Snapshot, concept: Concept) -> tuple[Relation, ...]:
    """The other names of a term, its acronym and long form, as the articles give them."""
    found = (_RELATION.fullmatch(line) for line in concept.about.relations)
    return tuple(
        Relation(
            match["kind"], tuple((n, snapshot.by_source.get(n)) for n in match["names"].split("; "))
        )
        for match in found
        if match
    )


def by_field(progress: Progress) -> Mapping[str, Counts]:
    """The counts of each subject field, in the order of the names that are shown."""
    return {name: progress.by_field[name] for name in sorted(progress.by_field, key=_field_order)}


def _field_order(name: str) -> tuple[object, ...]:
    return not name, order_key(field_name(name))


def _designation(concept: Concept, snapshot: Snapshot, language: str) -> str:
    if language == snapshot.source_language:
        return concept.source
    entry = concept.entries.get(language)
    return entry.target if entry else ""


def _order(text: str, language: str) -> tuple[object, ...]:
    if language.partition("-")[0] == "vi":
        return order_key(text)
    return fold(text), text
