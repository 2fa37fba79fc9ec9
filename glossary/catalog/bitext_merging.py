"""Bring a bitext in line with its article, losing nothing that a translator did.

in      a bitext, and the segments of the article as it is now
out     a `Plan`: what each segment will be, and those that go; then the bitext changed by it
rules   A sentence that is still there keeps its translation, wherever it moved.
        A sentence that changed keeps it too, marked for review, with the former sentence beside it
        (``#| msgid``); who approved the former one becomes a note.
        One that vanished becomes obsolete, or goes where nobody has worked on it; when it comes
        back, so does its translation.
        Where a person split a repeated sentence by a sense, each keeps its share of the places.
        Planning and applying again changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from glossary.catalog.bitext import Bitext
from glossary.model import Segment
from glossary.text.segments import Place

__all__ = ["BitextReport", "Merged", "Plan", "apply_plan", "plan_merge"]

_LIKENESS = 0.6  # of words or characters that a changed sentence shares with the former one
_COMMON = 50  # a word in more sentences than this says nothing about which one changed
_CANDIDATES = 5
_LONG = 400  # characters from which on only words are compared

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a segment will be, and the key it had; None where it is new.

    `former` is the sentence its target was made for, None where nothing is said about that.
    """

    segment: Segment
    before: _Key | None = None
    former: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every segment in reading order, and those that the article no longer has."""

    merged: tuple[Merged, ...]
    retired: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class BitextReport:
    """How many segments are new, changed in English, gone with and without work, back, as before.

    `changed` pairs the former sentence with the present one.
    """

    added: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    obsoleted: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    unchanged: int = 0


def plan_merge(bitext: Bitext, segments: Sequence[Segment]) -> Plan:
    """Tell what becomes of each segment; `segments` are those of the article, each text once."""
    wanted = {segment.source for segment in segments}
    living = bitext.segments
    known: dict[str, list[Segment]] = defaultdict(list)
    for segment in living:
        known[segment.source].append(segment)
    for segment in bitext.obsolete:
        if segment.source not in known:
            known[segment.source].append(segment)
    vanished = [segment for segment in living if segment.source not in wanted]
    fresh = [segment for segment in segments if segment.source not in known]
    heirs = _heirs(vanished, fresh)
    merged = [
        one
        for segment in segments
        for one in _merged(bitext, segment, known.get(segment.source, ()), heirs)
    ]
    inherited = {one.before for one in merged}
    return Plan(tuple(merged), tuple(one for one in vanished if one.key not in inherited))


def apply_plan(bitext: Bitext, plan: Plan) -> BitextReport:
    """Change the bitext by a plan that was made for it."""
    obsolete = {segment.key for segment in bitext.obsolete}
    added, changed, revived = [], [], []
    for one in plan.merged:
        source, sense = one.segment.key
        if one.before is None:
            added.append(source)
        elif one.before != one.segment.key:
            bitext.catalog.rename(one.before[0], source, sense=sense)
            changed.append((one.before[0], source))
        elif one.before in obsolete:
            revived.append(source)
        bitext.put(one.segment, former=one.former)
    retired = [segment for segment in plan.retired if _holds_work(segment)]
    removed = [segment for segment in plan.retired if not _holds_work(segment)]
    for segment in retired:
        bitext.put(replace(segment, comments=(), references=()), obsolete=True)
    for segment in removed:
        bitext.catalog.remove(*segment.key)
    _arrange(bitext, [one.segment.key for one in plan.merged], is_moved=bool(retired))
    return BitextReport(
        tuple(added),
        tuple(changed),
        tuple(segment.source for segment in retired),
        tuple(segment.source for segment in removed),
        tuple(revived),
        len(plan.merged) - len(added) - len(changed) - len(revived),
    )


def _merged(
    bitext: Bitext, segment: Segment, known: Sequence[Segment], heirs: Mapping[str, Segment]
) -> Iterator[Merged]:
    if known:
        for old, references in _shares(known, segment.references):
            yield Merged(_carried(segment, old, references), old.key)
    elif heir := heirs.get(segment.source):
        yield _inherited(bitext, segment, heir)
    else:
        yield Merged(segment)


def _carried(segment: Segment, old: Segment, references: tuple[str, ...]) -> Segment:
    """The segment with what people did to the one that stood there before."""
    return replace(
        segment,
        target=old.target,
        sense=old.sense,
        needs_review=old.needs_review,
        approval=old.approval,
        notes=old.notes,
        author=old.author,
        changed=old.changed,
        comments=(*segment.comments, *old.comments[1:]),
        references=references,
    )


def _inherited(bitext: Bitext, segment: Segment, old: Segment) -> Merged:
    carried = _carried(segment, old, segment.references)
    if not old.target:
        return Merged(carried, old.key)
    former = (bitext.former(*old.key) if old.needs_review else "") or old.source
    notes = old.notes
    if old.approval:
        notes = (*notes, f"the former sentence was approved {old.approval}")
    doubtful = replace(carried, needs_review=True, approval="", notes=notes)
    # Where the sentence is again the one that was translated, there is nothing to compare.
    return Merged(doubtful, old.key, former if former != segment.source else "")


def _shares(
    known: Sequence[Segment], references: tuple[str, ...]
) -> Iterator[tuple[Segment, tuple[str, ...]]]:
    """Divide the places among the segments of one text; one that has none any more gets none."""
    if len(known) == 1:
        yield known[0], references
        return
    sizes = [len(segment.references) for segment in known]
    if sum(sizes) == len(references):
        claims = [set(segment.references) for segment in known]
        if set().union(*claims) != set(references):
            start = 0
            for segment, size in zip(known, sizes, strict=True):
                yield segment, references[start : start + size]
                start += size
            return
    taken: set[str] = set()
    for segment in known[1:]:
        own = tuple(one for one in references if one in set(segment.references))
        taken.update(own)
        if own:
            yield segment, own
    yield known[0], tuple(one for one in references if one not in taken)


def _heirs(vanished: Sequence[Segment], fresh: Sequence[Segment]) -> dict[str, Segment]:
    """Tell which vanished segment became which new one: the most alike first."""
    index: dict[object, list[int]] = defaultdict(list)
    for number, old in enumerate(vanished):
        for mark in _marks(old):
            index[mark].append(number)
    pairs = []
    for position, segment in enumerate(fresh):
        for number in _candidates(segment, index):
            likeness = _likeness(segment.source, vanished[number].source)
            if likeness >= _LIKENESS:
                pairs.append((-likeness, position, number))
    found: dict[str, Segment] = {}
    used: set[int] = set()
    for _rank, position, number in sorted(pairs):
        if fresh[position].source not in found and number not in used:
            found[fresh[position].source] = vanished[number]
            used.add(number)
    return found


def _candidates(segment: Segment, index: Mapping[object, list[int]]) -> list[int]:
    """The vanished segments that share most rare words, or the line, with this one."""
    shared: dict[int, int] = defaultdict(int)
    for mark in _marks(segment):
        numbers = index.get(mark, ())
        if len(numbers) <= _COMMON:
            for number in numbers:
                shared[number] += 1
    return sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]


def _marks(segment: Segment) -> set[object]:
    marks: set[object] = set(re.findall(r"\w+", segment.source.lower()))
    place = Place.parse(segment.references[0]) if segment.references else None
    return marks | {place.line} if place else marks


def _likeness(one: str, other: str) -> float:
    words = SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
    if max(len(one), len(other)) > _LONG:
        return words
    return max(words, SequenceMatcher(None, one, other, autojunk=False).ratio())


def _holds_work(segment: Segment) -> bool:
    return bool(segment.target or segment.notes or segment.approval)


def _arrange(bitext: Bitext, keys: Iterable[_Key], *, is_moved: bool) -> None:
    """Follow the article's order; obsolete segments stand at the end once anything moves."""
    wanted = list(keys)
    entries = bitext.catalog.entries
    if is_moved or [entry.key for entry in entries if not entry.obsolete] != wanted:
        bitext.catalog.arrange([*wanted, *(entry.key for entry in entries if entry.obsolete)])
