"""What the articles say about a term, in the language of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.interface import _, marked, ngettext

if TYPE_CHECKING:
    from glossary.lookup import Description

_USAGE = re.compile(r"(?P<count>[\d,]+) in (?P<articles>\d+) articles?(?P<years> \([^)]*\))?")

PARTS_OF_SPEECH = (
    marked("noun"), marked("verb"), marked("adjective"), marked("adverb"), marked("proper noun"),
)  # fmt: skip
"""What a description may begin with, beside the classes of terms."""

_RELATIONS = {
    "Abbreviation of ": marked("Abbreviation of {name}"),
    "Abbreviated as ": marked("Abbreviated as {name}"),
    "Also: ": marked("Also: {name}"),
}
"""How a line of the catalog begins, and the message that says the same."""


def summary(about: Description) -> str:
    """Part of speech, subject field and frequency on one line; empty where none is known."""
    names = [_(name) for name in (about.part_of_speech, about.subject_field) if name]
    return " · ".join([*names, _usage(about.usage)] if about.usage else names)


def relations(about: Description) -> Iterator[str]:
    """The lines about other names of the term."""
    for line in about.relations:
        start = next((start for start in _RELATIONS if line.startswith(start)), "")
        said = _(_RELATIONS[start]) if start else "{name}"
        yield said.format(name=line.removeprefix(start))


def _usage(text: str) -> str:
    found = _USAGE.fullmatch(text)
    if found is None:
        return text
    articles = int(found["articles"])
    said = ngettext("{count} in {articles} article", "{count} in {articles} articles", articles)
    return said.format(count=found["count"], articles=articles) + (found["years"] or "")
