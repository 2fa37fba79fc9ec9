"""Merge one entry three ways: the base, ours and theirs.

A conflict is what both sides changed, each in its own way; ours stays, theirs becomes a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from glossary.catalog.review import annotate, without_approval
from glossary.model import Entry

_T = TypeVar("_T")
_LISTS = ("admitted", "deprecated", "forbidden")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Side(StrEnum):
    """Who is right where both changed something."""

    OURS = "ours"
    THEIRS = "theirs"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Rules:
    """How to merge; `newer_file` is the side whose file was revised last, None: not known."""

    prefer: Side | None = None
    newer_file: Side | None = None
    has_base: bool = True
    is_branch: bool = False

    def winner(self, ours: Entry, theirs: Entry) -> Side | None:
        """The side that is preferred; the newer one by approval, else by the files' dates."""
        if self.prefer is not Side.NEWER:
            return self.prefer
        dates = [_ISO_DATE.match(entry.approval) for entry in (ours, theirs)]
        if dates[0] and dates[1] and dates[0][0] != dates[1][0]:
            return Side.OURS if dates[0][0] > dates[1][0] else Side.THEIRS
        return self.newer_file


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed; the texts say each side's state, empty where there is none.

    `winner` is the side that a preference chose; None: ours stands, flagged.
    """

    source: str
    sense: str
    base: str
    ours: str
    theirs: str
    winner: Side | None = None


_Result = tuple[Entry | None, tuple[Conflict, ...]]


def merge_entries(
    base: Entry | None, ours: Entry | None, theirs: Entry | None, rules: Rules
) -> _Result:
    """Give the merged entry, None where it goes, and the conflicts in it."""
    if ours is None and theirs is None:
        return None, ()
    if ours is None:
        return _removed_here(base, theirs, rules) if base and theirs else (theirs, ())
    if theirs is None:
        return _removed_there(base, ours, rules) if base and rules.is_branch else (ours, ())
    old = base or Entry(ours.source, sense=ours.sense)
    merged, conflicts = _merge_equivalent(old, ours, theirs, rules)
    merged = _merge_lists(merged, (old, ours, theirs))
    if rules.is_branch:
        merged = replace(
            merged,
            comments=_picked(old.comments, ours.comments, theirs.comments),
            references=_picked(old.references, ours.references, theirs.references),
            obsolete=_picked(old.obsolete, ours.obsolete, theirs.obsolete),
        )
    merged, others = _merge_definition(merged, (old, ours, theirs), rules)
    conflicts = (*conflicts, *others)
    if merged.equivalents in (ours.equivalents, theirs.equivalents):
        return merged, conflicts
    merged, more = _settle_standings(merged, (old, ours, theirs), rules)
    return merged, (*conflicts, *more)


def _merge_lists(merged: Entry, sides: tuple[Entry, Entry, Entry]) -> Entry:
    """Merge the other equivalents and the notes; notes that the merge itself wrote come last."""
    old, ours, theirs = sides
    for kind in _LISTS:
        texts = _united(*(getattr(entry, kind) for entry in sides))
        merged = replace(merged, **{kind: texts})  # type: ignore[arg-type]
    written = [note for note in merged.notes if note not in (*ours.notes, *theirs.notes)]
    return replace(merged, notes=(*_united(old.notes, ours.notes, theirs.notes), *written))


def _merge_definition(
    merged: Entry, sides: tuple[Entry, Entry, Entry], rules: Rules
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Merge the definitions; of two different ones the one that gives way stays in a note."""
    old, ours, theirs = (entry.definition for entry in sides)
    if not rules.has_base and not (ours and theirs):
        return replace(merged, definition=ours or theirs), ()
    if theirs in (old, ours) or ours == old:
        return replace(merged, definition=_picked(old, ours, theirs)), ()
    winner = rules.winner(sides[1], sides[2])
    side, stays, lost = ("theirs", ours, theirs)
    if winner is Side.THEIRS:
        side, stays, lost = ("ours", theirs, ours)
    texts = [f"definition “{text}”" if text else "" for text in (old, ours, theirs)]
    conflict = Conflict(merged.source, merged.sense, texts[0], texts[1], texts[2], winner)
    merged = replace(merged, definition=stays)
    if winner is None:
        merged = replace(without_approval(merged), needs_review=True)
    note = f"{'merged' if winner else 'conflict'}: {side} defines: {lost}" if lost else ""
    return _noted(merged, note), (conflict,)


def _picked(base: _T, ours: _T, theirs: _T) -> _T:
    """The value of the side that changed it; ours where both did."""
    return theirs if ours == base else ours


def _united(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Ours, without what theirs took away and with what theirs added."""
    if theirs in (ours, base):
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    gone = set(base) - set(theirs)
    fresh = [text for text in theirs if text not in base and text not in ours]
    return (*(text for text in ours if text not in gone), *fresh)


def _state(entry: Entry) -> tuple[str, str, bool]:
    return entry.target, entry.approval, entry.needs_review


def _merge_equivalent(
    base: Entry, ours: Entry, theirs: Entry, rules: Rules
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Merge the preferred equivalent together with its approval and its flag."""
    old, own, other = _state(base), _state(ours), _state(theirs)
    if other in (own, old):
        return ours, ()
    if own == old:
        return _with_state(ours, theirs), ()
    if ours.target == theirs.target:
        return _merge_approval(base, ours, theirs, rules), ()
    # Who only flagged, or no longer approves, what the other replaced, has nothing against that.
    if theirs.target == base.target and theirs.approval in ("", base.approval):
        return ours, ()
    if ours.target == base.target and ours.approval in ("", base.approval):
        return _with_state(ours, theirs), ()
    return _decide(base, ours, theirs, rules)


def _with_state(entry: Entry, state: Entry) -> Entry:
    return replace(
        entry, target=state.target, approval=state.approval, needs_review=state.needs_review
    )


def _merge_approval(base: Entry, ours: Entry, theirs: Entry, rules: Rules) -> Entry:
    """Both say the same; two approvals are no conflict, the second one becomes a note."""
    approval = _picked(base.approval, ours.approval, theirs.approval)
    needs_review = _picked(base.needs_review, ours.needs_review, theirs.needs_review)
    is_theirs = not rules.has_base and rules.winner(ours, theirs) is Side.THEIRS
    if is_theirs or (approval and approval != ours.approval):
        needs_review = theirs.needs_review
    merged = replace(ours, approval=approval, needs_review=needs_review)
    if theirs.approval and theirs.approval not in (approval, base.approval):
        merged = annotate(merged, without_approval(replace(theirs, notes=())).notes[0])
    return merged


def _decide(
    base: Entry, ours: Entry, theirs: Entry, rules: Rules
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Settle two different equivalents; the text that gives way stays in a note."""
    winner = rules.winner(ours, theirs)
    texts = [_said(entry) for entry in (base, ours, theirs)]
    conflict = Conflict(ours.source, ours.sense, texts[0], texts[1], texts[2], winner)
    if winner is Side.THEIRS:
        note = f"merged: ours was {texts[1]}" if texts[1] else ""
        return _noted(_with_state(ours, theirs), note), (conflict,)
    if winner is Side.OURS:
        return _noted(ours, f"merged: theirs was {texts[2]}" if texts[2] else ""), (conflict,)
    if not ours.target:
        merged, note = _with_state(ours, theirs), "conflict: ours has no equivalent"
    else:
        merged, note = ours, f"conflict: theirs is {texts[2] or 'without equivalent'}"
    merged = _noted(without_approval(merged), note)
    return replace(merged, needs_review=True), (conflict,)


def _said(entry: Entry) -> str:
    """An equivalent with who vouches for it, in one line."""
    if not entry.target:
        return ""
    text = entry.target.replace("\\", "\\\\").replace("\n", "\\n")
    return f"“{text}” (approved {entry.approval})" if entry.approval else f"“{text}”"


def _noted(entry: Entry, note: str) -> Entry:
    return annotate(entry, note) if note else entry


def _settle_standings(
    merged: Entry, sides: tuple[Entry, Entry, Entry], rules: Rules
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Give each text one standing; what the sides disagree on is a conflict."""
    conflicts: list[Conflict] = []
    listed = [text for kind in _LISTS for text in getattr(merged, kind)]
    for text in dict.fromkeys(listed):
        kinds = [kind for kind in _LISTS if text in getattr(merged, kind)]
        if text == merged.target:
            merged = _without(merged, text, kinds)
            stays, lost, winner = "preferred", [k for k in kinds if k != "admitted"], None
        else:
            winner = rules.winner(sides[1], sides[2])
            side = sides[2] if winner is Side.THEIRS else sides[1]
            stays = _standing(text, side, kinds)
            lost = [kind for kind in kinds if kind != stays]
            merged = _without(merged, text, lost)
        if lost:
            old, own, other = (_says(entry, text) for entry in sides)
            conflicts.append(Conflict(merged.source, merged.sense, old, own, other, winner))
            word = "merged" if winner else "conflict"
            merged = annotate(merged, f"{word}: “{text}” {stays} was also {', '.join(lost)}")
            if winner is None:
                merged = replace(without_approval(merged), needs_review=True)
    return merged, tuple(conflicts)


def _standing(text: str, ours: Entry, kinds: Sequence[str]) -> str:
    own = [kind for kind in kinds if text in getattr(ours, kind)]
    return own[0] if own else kinds[0]


def _says(entry: Entry, text: str) -> str:
    found = [kind.value for listed, kind in entry.equivalents if listed == text]
    return f"“{text}” {found[0]}" if found else ""


def _without(entry: Entry, text: str, kinds: Iterable[str]) -> Entry:
    changes = {kind: tuple(one for one in getattr(entry, kind) if one != text) for kind in kinds}
    return replace(entry, **changes)  # type: ignore[arg-type]


def _removed_here(base: Entry, theirs: Entry, rules: Rules) -> _Result:
    """We took the term out; if they worked on it since, it comes back for someone to look at."""
    if _work(theirs) == _work(base) or rules.prefer is Side.OURS:
        return None, ()
    conflict = Conflict(theirs.source, theirs.sense, _said(base), "", _said(theirs), rules.prefer)
    if rules.prefer is Side.THEIRS:
        return theirs, (conflict,)
    back = annotate(without_approval(theirs), "conflict: ours had taken this term out")
    return replace(back, needs_review=True), (replace(conflict, winner=None),)


def _removed_there(base: Entry, ours: Entry, rules: Rules) -> _Result:
    if _work(ours) == _work(base):
        return None, ()
    conflict = Conflict(ours.source, ours.sense, _said(base), _said(ours), "")
    kept = annotate(without_approval(ours), "conflict: theirs had taken this term out")
    return replace(kept, needs_review=True), (conflict,)


def _work(entry: Entry) -> Entry:
    """What people did to the entry, without the evidence of the articles."""
    return replace(entry, comments=(), references=())
