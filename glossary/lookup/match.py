"""A match: an entry that a query met, through which of its names, and how closely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from glossary.model import Acceptability, Entry

__all__ = ["Closeness", "Match"]


class Closeness(IntEnum):
    """How a query met a name of an entry, the closest first."""

    EXACT = 0
    """The same text, whatever its case."""
    FOLDED = 1
    """The same without tone marks and other marks, kinds of hyphen and spacing."""
    VARIANT = 2
    """Another number, spelling or hyphenation of the same source term."""
    INITIALS = 3
    """The first letters of an equivalent's syllables: bhtn, bảo hiểm thất nghiệp."""
    ORDER = 4
    """The same words in another order: thất nghiệp bảo hiểm."""
    PREFIX = 5
    """The name begins with the query."""
    CONTAINED = 6
    """The name has all words of the query; the last one may be only begun."""
    TYPING = 7
    """Up to two typing errors, missing blanks, or the keystrokes of Telex or VNI."""
    MEANING = 8
    """The words of the query stand in the definition or the notes."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a query met through its designation `text`.

    `acceptability` is the standing of `text` as an equivalent; None where it is a source term.
    Where the query met what is said about an entry, `text` is its source term.
    """

    entry: Entry
    language: str
    text: str
    acceptability: Acceptability | None
    closeness: Closeness
