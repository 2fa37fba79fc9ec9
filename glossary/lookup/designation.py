"""A designation: one of the names of an entry, in the source or the other language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.lookup.description import describe
from glossary.model import Acceptability, Entry

__all__ = ["Designation", "equivalents", "sources"]


@dataclass(frozen=True, slots=True)
class Designation:
    """A name of `entry`: an equivalent with its standing, or (None) a term of the source language.

    >>> [name.text for name in sources(Entry("tax office", comments=("Also: fisc",)))]
    ['tax office', 'fisc']
    """

    entry: Entry
    text: str
    acceptability: Acceptability | None = None


def sources(entry: Entry) -> Iterator[Designation]:
    """The names of the source language: the term first, then what else the articles call it."""
    yield Designation(entry, entry.source)
    for name in describe(entry.comments).other_names:
        yield Designation(entry, name)


def equivalents(entry: Entry) -> Iterator[Designation]:
    """The names of the other language, the preferred one first, forbidden ones last."""
    for text, acceptability in entry.equivalents:
        yield Designation(entry, text, acceptability)
