"""What happened to an entry: who did what when, as far as the files tell.

in      an entry, whose comments say who approved what, and older versions of its catalog
out     events, oldest first; the evidence and the references of the articles are left out
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.catalog.catalog import Catalog
from glossary.catalog.review import FORMER
from glossary.errors import GlossaryError
from glossary.interface import _
from glossary.model import Entry

__all__ = ["Event", "Version", "changes", "history"]

_FORMER = re.compile(rf"{FORMER} (?P<date>\S+) (?P<who>.*?): “(?P<what>.*)”")
_GAP = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIRST_WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Version:
    """A catalog as it once was. `date` is ISO 8601; `data` None: the file was deleted."""

    name: str
    date: str
    who: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Event:
    """One change of an entry; `date` and `who` are empty where nothing tells them.

    `version` names the version that brought it, empty where the entry's own comments tell of it.
    """

    date: str
    who: str
    what: str
    version: str = ""


def history(
    source: str, sense: str, *, now: Entry | None, versions: Iterable[Version] = ()
) -> tuple[Event, ...]:
    """The events of the term `source`, by date; `versions` are given oldest first.

    `now` is the entry as it stands in the file; what differs from the last version is an event
    without a date. A version in which the entry cannot be read is passed over.
    """
    events: list[Event] = []
    last: Entry | None = None
    for version in versions:
        try:
            entry = _entry_in(version.data, source, sense)
        except GlossaryError:
            continue
        what = changes(last, entry)
        if what:
            day = version.date[:10]
            events.append(Event(day, version.who, "; ".join(what), version.name))
        last = entry
    known = "\n".join(event.what for event in events)
    events.extend(e for e in _told_by(now) if _approved(f"{e.date} {e.who}") not in known)
    if last is not None and (what := changes(last, now)):
        told = _("not committed: {changes}").format(changes="; ".join(what))
        events.append(Event("", "", told))
    return tuple(sorted(events, key=lambda event: (event.date or "9999", bool(event.version))))


def changes(before: Entry | None, after: Entry | None) -> tuple[str, ...]:
    """What differs between two states of an entry, in words; None: there is none.

    >>> changes(Entry("law", target="luat"), Entry("law", target="luật", approval="2026-11-22 NVA"))
    ('equivalent “luat” → “luật”', 'approved 2026-11-22 NVA')
    """
    if after is None:
        return () if before is None else (_("removed"),)
    if before is None:
        return (_("new"), *changes(Entry(after.source, after.sense), after))
    return tuple(_differences(before, after))


def _differences(before: Entry, after: Entry) -> Iterator[str]:
    if before.target != after.target:
        if not after.target:
            yield _("equivalent “{old}” taken away").format(old=before.target)
        elif not before.target:
            yield _("equivalent “{new}”").format(new=after.target)
        else:
            text = _("equivalent “{old}” → “{new}”")
            yield text.format(old=before.target, new=after.target)
    if before.approval != after.approval:
        yield _approved(after.approval) if after.approval else _("no longer approved")
    if before.needs_review != after.needs_review:
        yield _("flagged: needs review") if after.needs_review else _("no longer flagged")
    for come, gone, old, new in (
        (_("admitted “{text}”"), _("no longer admitted “{text}”"), before.admitted, after.admitted),
        (
            _("deprecated “{text}”"),
            _("no longer deprecated “{text}”"),
            before.deprecated,
            after.deprecated,
        ),
        (
            _("forbidden “{text}”"),
            _("no longer forbidden “{text}”"),
            before.forbidden,
            after.forbidden,
        ),
    ):
        yield from _moves((come, gone), old, new)
    if before.definition != after.definition:
        defined = _("definition “{text}”").format(text=after.definition)
        yield defined if after.definition else _("no longer defined")
    # “no longer approved” has said already what this kind of note says.
    kept = [note for note in after.notes if note in before.notes or not _FORMER.fullmatch(note)]
    yield from _moves((_("note “{text}”"), _("no longer note “{text}”")), before.notes, kept)
    if before.obsolete != after.obsolete:
        yield _("obsolete") if after.obsolete else _("no longer obsolete")


def _approved(approval: str) -> str:
    return _("approved {approval}").format(approval=approval)


def _moves(messages: tuple[str, str], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    come, gone = messages
    yield from (come.format(text=text) for text in after if text not in before and text.strip())
    yield from (gone.format(text=text) for text in before if text not in after and text)


def _told_by(entry: Entry | None) -> Iterator[Event]:
    """The approvals and notes that stand in the comments of an entry."""
    if entry is None:
        return
    for note in entry.notes:
        if found := _FORMER.fullmatch(note):
            yield Event(
                found["date"], found["who"], _("approved “{text}”").format(text=found["what"])
            )
    if entry.approval:
        date, _blank, who = entry.approval.partition(" ")
        yield Event(date, who, _("approved “{text}”").format(text=entry.target))


def _entry_in(data: bytes | None, source: str, sense: str) -> Entry | None:
    """The entry in a version; only the blocks that may hold it are read, which is quick."""
    if data is None:
        return None
    head, *blocks = _GAP.split(data)
    word = _FIRST_WORD.match(source)
    if word:
        mark = b'"' + word[0].encode()
        blocks = [block for block in blocks if mark in block]
    return Catalog.from_bytes(b"\n\n".join([head, *blocks]) + b"\n").get(source, sense)
