"""A term with its entries in every language, as a page shows it.

in      the catalogs of a project: entries by language
out     `Concept` values in the order of their terms, each with the name that its link uses
ties    equal names of links are told apart by a short digest, so that a link stays what it is
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from glossary.languages import fold
from glossary.languages.vi import first_letter
from glossary.lookup import Description, describe
from glossary.model import Entry

_NOT_IN_LINKS = re.compile(r"[^a-z0-9]+")
_LETTER_MARKS = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
_DEVICES = {
    "aux",
    "con",
    "nul",
    "prn",
    *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)),
}
"""What Windows takes for a device, whatever is behind the dot of its name."""
OTHERS = "0"
"""The link of what begins with a figure or a sign."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One term: `entries` by language, what the articles say `about` it, its `name` in links."""

    source: str
    sense: str
    name: str
    entries: Mapping[str, Entry]
    about: Description = field(default_factory=Description)

    @property
    def key(self) -> tuple[str, str]:
        """Source and sense, as those of its entries."""
        return self.source, self.sense

    @property
    def label(self) -> str:
        """The term, with its sense where it has one."""
        return f"{self.source} ({self.sense})" if self.sense else self.source


def concepts(catalogs: Mapping[str, Iterable[Entry]]) -> tuple[Concept, ...]:
    """The terms of all catalogs, by alphabet; obsolete entries are left out."""
    entries: dict[tuple[str, str], dict[str, Entry]] = {}
    for language, found in catalogs.items():
        for entry in found:
            if not entry.obsolete:
                entries.setdefault(entry.key, {})[language] = entry
    keys = sorted(entries, key=lambda key: (fold(key[0]), *key))
    names = _names(keys)
    return tuple(
        Concept(*key, name, entries[key], describe(next(iter(entries[key].values())).comments))
        for key, name in zip(keys, names, strict=True)
    )


def link_name(text: str) -> str:
    """How `text` is written in a link or as the name of a file on any system.

    >>> link_name("Law on Social Insurance (amended)"), link_name("đại lý thu")
    ('law-on-social-insurance-amended', 'dai-ly-thu')
    """
    return _NOT_IN_LINKS.sub("-", fold(text)).strip("-")[:80].strip("-")


def letter_name(letter: str) -> str:
    """How a letter is written in a link: as Telex types it.

    >>> letter_name("Đ"), letter_name("B"), letter_name("")
    ('dd', 'b', '0')
    """
    return _LETTER_MARKS.get(letter, link_name(letter)) or OTHERS


def initial(text: str, language: str) -> str:
    """The letter under which an alphabetical list of `language` has `text`; empty for signs."""
    if language.partition("-")[0] == "vi":
        return first_letter(text)
    letter = fold(text)[:1].upper()
    return letter if letter.isalpha() else ""


def _names(keys: list[tuple[str, str]]) -> list[str]:
    """The name of each key, in order.

    One of several that are written alike has the plain name: the one that is written exactly so,
    else the first; the others have a digest behind it.
    """
    wanted = [link_name(" ".join(key)) for key in keys]
    plain: dict[str, tuple[str, str]] = {}
    for key, name in zip(keys, wanted, strict=True):
        if name not in plain or key[0] == name.replace("-", " "):
            plain[name] = key
    return [
        name
        if name and plain[name] == key and name not in _DEVICES
        else f"{name or 'term'}-{_digest(key)}"
        for key, name in zip(keys, wanted, strict=True)
    ]


def _digest(key: tuple[str, str]) -> str:
    return hashlib.sha256("\0".join(key).encode()).hexdigest()[:6]
