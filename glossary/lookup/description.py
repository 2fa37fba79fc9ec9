"""Read what the source side says about a term from the comment lines of its entry.

in      the `#.` lines of an entry, most important first::

            noun · social insurance · 26 in 3 articles (2020, 2023, 2024)
            Abbreviation of Vietnam Social Security
            Insurance a person chooses to join, run by the State.
            2020-05-23: “over 276,000 people have participated in voluntary social insurance”

out     the same as values; a line of no known shape is part of the definition
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SUMMARY = re.compile(r"[^·]+( · [^·]+)* · \d[\d,]*( in .*)?")
_EVIDENCE = re.compile(r"(?P<date>[^:“]+): “(?P<text>.*)”")
_RELATION = re.compile(r"(Abbreviation of|Abbreviated as|Also:) .+")
_ALSO = "Also: "


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that shows the term. `date` is the article's, or its name where it has none."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the articles say about a term; every part may be empty.

    `usage` is the frequency as written: ``26 in 3 articles (2020, 2023, 2024)``. `relations` are
    whole lines such as ``Abbreviation of …``.
    """

    part_of_speech: str = ""
    subject_field: str = ""
    usage: str = ""
    definition: str = ""
    relations: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def other_names(self) -> tuple[str, ...]:
        """What else the articles call the term: the names behind ``Also:``."""
        lines = [line for line in self.relations if line.startswith(_ALSO)]
        return tuple(name for line in lines for name in line.removeprefix(_ALSO).split("; "))


def describe(comments: Iterable[str]) -> Description:
    """The description that the lines `comments` hold.

    >>> describe(["noun · old age · 2", "2018-02-28: “a pension”"]).subject_field
    'old age'
    """
    summary: list[str] = []
    definition: list[str] = []
    relations: list[str] = []
    evidence: list[Evidence] = []
    for line in comments:
        if found := _EVIDENCE.fullmatch(line):
            evidence.append(Evidence(found["date"], found["text"]))
        elif not summary and _SUMMARY.fullmatch(line):
            summary = line.split(" · ")
        elif _RELATION.fullmatch(line):
            relations.append(line)
        else:
            definition.append(line)
    return Description(
        part_of_speech=summary[0] if summary else "",
        subject_field=summary[1] if len(summary) > 2 else "",
        usage=summary[-1] if summary else "",
        definition=" ".join(definition),
        relations=tuple(relations),
        evidence=tuple(evidence),
    )
