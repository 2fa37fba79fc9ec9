"""What the parts of terms are called: known from their own entries, or learnt from longer ones.

in      the entries of a catalog whose language puts the head of a phrase first
out     for the key of some words (`en.comparison_key`) their renderings

If "health insurance" is *bảo hiểm y tế* and "insurance" *bảo hiểm*, "health" is *y tế* behind its
head; if "deputy director" is *phó giám đốc* and "director" *giám đốc*, "deputy" is *phó* before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.languages import en
from glossary.model import Acceptability, Entry, Status

Parts = tuple[tuple[str, str], ...]

LEARNT = 0.8
"""What stands in no entry of its own is less sure than what does."""

_WEIGHTS = {Acceptability.PREFERRED: 1.0, Acceptability.ADMITTED: 0.6}
_OPEN_ENDS = en.PREPOSITIONS | en.CONJUNCTIONS


@dataclass(frozen=True, slots=True)
class Rendering:
    """What some words are called: `parts` are pairs of words and text, `weight` is 0 to 1.

    `leads` says that the text stands before the head that the words modify.
    """

    text: str
    weight: float
    parts: Parts
    leads: bool = False


Renderings = Mapping[str, Sequence[Rendering]]


def renderings(entries: Iterable[Entry]) -> Renderings:
    """The renderings of every term, and of every part of one that another entry explains."""
    living = [entry for entry in entries if entry.target and not entry.obsolete]
    known: dict[str, list[Rendering]] = defaultdict(list)
    for entry in living:
        for text, standing in entry.equivalents:
            if standing in _WEIGHTS:
                weight = _WEIGHTS[standing] * _trust(entry)
                rendering = Rendering(text, weight, ((entry.source, text),))
                known[en.comparison_key(entry.source)].append(rendering)
    for key, learnt in _learnt(living, known).items():
        known[key] += learnt
    return known


def _trust(entry: Entry) -> float:
    if entry.needs_review:
        return 0.6
    return 1.0 if entry.status is Status.APPROVED else 0.9


def _learnt(entries: Sequence[Entry], known: Renderings) -> dict[str, list[Rendering]]:
    weights: dict[tuple[str, str, bool], float] = {}
    words_of: dict[str, str] = {}
    for entry in entries:
        for words, text, leads, weight in _rests(entry, known):
            key = en.comparison_key(words)
            words_of.setdefault(key, words)
            place = key, text, leads
            weights[place] = max(weights.get(place, 0.0), weight * _trust(entry) * LEARNT)
    learnt: dict[str, list[Rendering]] = defaultdict(list)
    for (key, text, leads), weight in sorted(weights.items()):
        learnt[key].append(Rendering(text, weight, ((words_of[key], text),), leads))
    return learnt


def _rests(entry: Entry, known: Renderings) -> Iterator[tuple[str, str, bool, float]]:
    """What remains of an entry without a part that is known: words, text, leads, weight."""
    words = entry.source.split()
    for place in range(1, len(words)):
        left, right = words[:place], words[place:]
        for part, rest in ((right, left), (left, right)):
            if _OPEN_ENDS.intersection((rest[0].lower(), rest[-1].lower())):
                continue
            for rendering in known.get(en.comparison_key(" ".join(part)), ()):
                if found := _remainder(entry.target, rendering.text):
                    text, leads = found
                    yield " ".join(rest), text, leads, rendering.weight


def _remainder(whole: str, part: str) -> tuple[str, bool] | None:
    """What stands beside `part` in `whole`, and whether before it."""
    if len(part) >= len(whole):
        return None
    if whole.casefold().startswith(f"{part.casefold()} "):
        return whole[len(part) + 1 :], False
    if whole.casefold().endswith(f" {part.casefold()}"):
        return whole[: -len(part) - 1], True
    return None
