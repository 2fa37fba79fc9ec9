"""The standing of an equivalent, by the words that other programs have for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from glossary.formats.contract import Concept
from glossary.model import Acceptability

_WORDS = {
    Acceptability.PREFERRED: "preferred|preferredterm admn sts|standardized|recommended",
    Acceptability.ADMITTED: "admitted|admittedterm admn sts|synonym|allowed|non standard",
    Acceptability.DEPRECATED: "deprecated|superseded|supersededterm admn sts|obsolete|"
    "not recommended|notrecommended",
    Acceptability.FORBIDDEN: "forbidden|rejected|prohibited|do not use|cấm|không dùng|"
    "deprecatedterm admn sts",
}
_STANDINGS = {word: standing for standing, text in _WORDS.items() for word in text.split("|")}


@dataclass(frozen=True, slots=True)
class Designation:
    """A term of the target language; None where nothing is said of its standing."""

    text: str
    standing: Acceptability | None = None


def standing_of(words: str) -> Acceptability | None:
    """The standing that a word says, or the first of several, parted by semicolons (memoQ).

    >>> standing_of("CasePermissive;Forbidden")
    <Acceptability.FORBIDDEN: 'forbidden'>
    """
    for part in words.split(";"):
        word = " ".join(re.sub(r"[_\-]+", " ", part.casefold()).split())
        if word in _STANDINGS:
            return _STANDINGS[word]
    return None


def with_designations(concept: Concept, designations: Iterable[Designation]) -> Concept:
    """Give the concept with these equivalents beside those it has.

    The preferred one is the first that is called so, else the first of which nothing is said;
    further ones of these are admitted.
    """
    listed = list(designations)
    open_ones = [one for one in listed if one.standing in (None, Acceptability.PREFERRED)]
    best = next((one for one in open_ones if one.standing), next(iter(open_ones), None))
    target = concept.target or (best.text if best else "")
    rest = [one for one in listed if one.text != target]

    def of(standing: Acceptability) -> tuple[str, ...]:
        return tuple(one.text for one in rest if one.standing is standing)

    further = tuple(one.text for one in rest if one in open_ones)
    return replace(
        concept,
        target=target,
        admitted=(*concept.admitted, *further, *of(Acceptability.ADMITTED)),
        deprecated=(*concept.deprecated, *of(Acceptability.DEPRECATED)),
        forbidden=(*concept.forbidden, *of(Acceptability.FORBIDDEN)),
    )
