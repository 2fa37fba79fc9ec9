"""Fill a segment from the matches of the memory, and say what was found.

rules   The best match fills an open segment where it reaches the threshold. One of 100 or 101 is
        taken as it is; one below is marked for review, with the sentence it was made for beside
        it (``#| msgid``), its score, and what is different. Below the threshold matches are only
        named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from glossary.memory import Match
from glossary.model import Segment

__all__ = ["MEMORY", "difference", "recalled"]

MEMORY = "MEMORY"
_EXACT = 100
_NAMED = 2
_CONTEXT = 3


def recalled(
    segment: Segment, matches: Sequence[Match], threshold: int
) -> tuple[Segment, str | None]:
    """The segment filled and commented; and the sentence its target was made for, if another."""
    if not matches or segment.target:
        return segment, None
    best = matches[0]
    if best.score < threshold:
        lines = tuple(_named(match) for match in matches[:_NAMED])
        return replace(segment, comments=(*segment.comments, *lines)), None
    comments = (*segment.comments, _taken(best, segment.source))
    filled = replace(
        segment, target=best.target, needs_review=best.score < _EXACT, comments=comments
    )
    former = best.source if filled.needs_review and best.source != segment.source else None
    return filled, former


def difference(former: str, present: str) -> str:
    """What was changed between two sentences, word for word, with some words around.

    >>> difference("It grew by 224,000 people in 2017.", "It grew by 276,000 people in 2019.")
    'It grew by [-224,000-] {+276,000+} people in [-2017.-] {+2019.+}'
    """
    before, after = former.split(), present.split()
    parts: list[str] = []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (step, first, last, start, stop) in enumerate(steps):
        if step == "equal":
            is_edge = (number == 0, number == len(steps) - 1)
            parts.extend(_shortened(before[first:last], *is_edge))
            continue
        if last > first:
            parts.append(f"[-{' '.join(before[first:last])}-]")
        if stop > start:
            parts.append(f"{{+{' '.join(after[start:stop])}+}}")
    return " ".join(parts)


def _shortened(words: Sequence[str], is_first: bool, is_last: bool) -> Iterator[str]:
    """Words that did not change: those beside what did."""
    left = 0 if is_first else _CONTEXT
    right = 0 if is_last else _CONTEXT
    if len(words) <= left + right + 1:
        yield from words
        return
    yield from words[:left]
    yield "…"
    yield from words[len(words) - right :]


def _taken(match: Match, source: str) -> str:
    parts = [f"{MEMORY} {match.score} %"]
    if origin := match.unit.segment.origin:
        parts.append(f"[{origin}]")
    if match.source != source:
        parts.append(difference(match.source, source))
    if match.adaptations:
        changes = ", ".join(f"{one.old} → {one.new}" for one in match.adaptations)
        parts.append(f"(adapted: {changes})")
    return " ".join(parts)


def _named(match: Match) -> str:
    origin = match.unit.segment.origin
    place = f" [{origin}]" if origin else ""
    return f"{MEMORY} {match.score} % “{match.source}” = “{match.target}”{place}"
