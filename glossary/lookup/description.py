"""Read what the source side says about a term from the comment lines of its entry.

in      the `#.` lines of an entry, most important first::

            noun · social insurance · 26 in 3 articles (2020, 2023, 2024)
            Abbreviation of Vietnam Social Security
            Insurance a person chooses to join, run by the State.
            2020-05-23: “over 276,000 people have participated in voluntary social insurance”

out     the same as values; a line of no known shape is part of the definition
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_ALSO = "Also: "
_RELATIONS = ("Abbreviation of ", "Abbreviated as ", _ALSO)


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
        if found := _evidence(line):
            evidence.append(found)
        elif not summary and _is_summary(line):
            summary = line.split(" · ")
        elif line.startswith(_RELATIONS):
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


# No patterns here: to compile them would take a look-up longer than to read the lines.
def _evidence(line: str) -> Evidence | None:
    """What a line such as ``2020-05-23: “a sentence”`` says, None for another line."""
    date, sign, text = line.partition(": “")
    is_date = bool(sign and date) and not {":", "“"} & set(date)
    return Evidence(date, text[:-1]) if is_date and text.endswith("”") else None


def _is_summary(line: str) -> bool:
    """Whether a line ends with how often a term occurs: `` · 26 in 3 articles``."""
    *facts, usage = line.split(" · ")
    number, _blank, where = usage.partition(" ")
    is_count = number[:1].isdigit() and number.replace(",", "").isdigit()
    return bool(facts) and all(facts) and is_count and (not where or where.startswith("in "))
