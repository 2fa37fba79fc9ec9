"""Merge two versions of a catalog that came from one: ours, and theirs that was returned.

in      our catalog, theirs, and the base that both began with, where it is known
out     our catalog changed in place, and a `ThreeWayReport`
rules   What one side alone changed, counts. An equivalent goes together with its approval and its
        flag; other equivalents and notes are added and taken away one by one.
        Where both changed an equivalent differently, ours stays and is flagged; theirs stands in a
        note, and so does an approval of ours. Nothing is lost, also where `prefer` decides.
        Without a base nothing is ever taken away: an open entry takes the other's equivalent,
        lists are united, a flag stays, and two different equivalents are a conflict.
        A returned file says nothing by what it leaves out, nor by the articles' evidence in it;
        another branch of our own repository (`is_branch`) does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from glossary.catalog._sides import Conflict, Rules, Side, merge_entries
from glossary.catalog.catalog import Catalog
from glossary.catalog.merging import check_language
from glossary.model import Entry

__all__ = ["Conflict", "Side", "ThreeWayReport", "merge_branches", "merge_returned"]

_Key = tuple[str, str]
_Entries = Mapping[_Key, Entry]
_DATE = "PO-Revision-Date"
_TRANSLATOR = "Last-Translator"


@dataclass(frozen=True, slots=True)
class ThreeWayReport:
    """The terms that came in, changed or went, the conflicts, and the number of all others.

    A term with a conflict stands in no other list. `conflicts` may name a term more than once.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unchanged: int = 0

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that no preference decided."""
        return tuple(conflict for conflict in self.conflicts if conflict.winner is None)


@dataclass(slots=True)
class _Tally:
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    unchanged: int = 0

    def report(self) -> ThreeWayReport:
        return ThreeWayReport(
            tuple(self.added),
            tuple(self.changed),
            tuple(self.removed),
            tuple(self.conflicts),
            self.unchanged,
        )


def merge_returned(
    ours: Catalog,
    theirs: Catalog,
    *,
    base: Catalog | None = None,
    prefer: Side | None = None,
    renames: Mapping[str, str] | None = None,
) -> ThreeWayReport:
    """Take the work of a returned file into our catalog; see the rules above.

    `base` is the file as it was sent, or None. `prefer` decides conflicts. `renames` maps old
    designations to new ones: a returned term that has a new name here is found under it.
    Raises RequestError when the files name different languages.
    """
    check_language(theirs, ours.language)
    rules = _rules(ours, theirs, base, prefer=prefer)
    return _merge(ours, theirs, base, rules=rules, renames=renames or {})


def merge_branches(ours: Catalog, theirs: Catalog, *, base: Catalog) -> ThreeWayReport:
    """Merge another branch's version of the catalog into ours; their header counts as well."""
    rules = replace(_rules(ours, theirs, base), is_branch=True)
    report = _merge(ours, theirs, base, rules=rules, renames={})
    _merge_header(ours, theirs, base)
    return report


def _rules(
    ours: Catalog, theirs: Catalog, base: Catalog | None, *, prefer: Side | None = None
) -> Rules:
    newer: Side | None = None
    dates = _moment(ours.header(_DATE)), _moment(theirs.header(_DATE))
    if dates[0] and dates[1] and dates[0] != dates[1]:
        newer = Side.OURS if dates[0] > dates[1] else Side.THEIRS
    return Rules(prefer=prefer, newer_file=newer, has_base=base is not None)


def _merge(
    ours: Catalog,
    theirs: Catalog,
    base: Catalog | None,
    *,
    rules: Rules,
    renames: Mapping[str, str],
) -> ThreeWayReport:
    tally = _Tally()
    here = {entry.key: entry for entry in ours.entries}
    their_names = _by_present_name(theirs, here, renames)
    base_names = _by_present_name(base, here, renames) if base else {}
    for key in dict.fromkeys((*here, *their_names)):
        old, other = base_names.get(key), their_names.get(key)
        merged, conflicts = merge_entries(
            _named(old, key), here.get(key), _named(other, key), rules
        )
        if merged is None:
            ours.remove(*key)
        else:
            ours.adopt(merged, theirs=(theirs, other), base=(base, old))
        _count(tally, here.get(key), merged, conflicts, key)
    return tally.report()


def _count(
    tally: _Tally,
    before: Entry | None,
    after: Entry | None,
    conflicts: Sequence[Conflict],
    key: _Key,
) -> None:
    if conflicts:
        tally.conflicts.extend(conflicts)
    elif before is None and after is not None:
        tally.added.append(key[0])
    elif before is not None and after is None:
        tally.removed.append(key[0])
    elif before != after:
        tally.changed.append(key[0])
    elif before is not None:
        tally.unchanged += 1


def _by_present_name(catalog: Catalog, here: _Entries, renames: Mapping[str, str]) -> _Entries:
    """The entries of `catalog` by the keys that they have in our catalog."""
    named = {entry.key: entry for entry in catalog.entries}
    found = dict(named)
    for key, entry in named.items():
        name, seen = entry.source, set[str]()
        while (name, entry.sense) not in here and name in renames and name not in seen:
            seen.add(name)
            name = renames[name]
        new = (name, entry.sense)
        if new != key and new in here and new not in named:
            found[new] = found.pop(key)
    return found


def _named(entry: Entry | None, key: _Key) -> Entry | None:
    return replace(entry, source=key[0]) if entry else None


def _merge_header(ours: Catalog, theirs: Catalog, base: Catalog) -> None:
    """Merge the fields of the header; of two dates the later one counts, else ours."""
    names = dict.fromkeys((*ours.header_names, *theirs.header_names))
    later = _rules(ours, theirs, base).newer_file is Side.THEIRS
    for name in names:
        old, own, other = (catalog.header(name) for catalog in (base, ours, theirs))
        both = other != old and own != old
        newer = later if name in (_DATE, _TRANSLATOR) else _is_later(other, own)
        if other != own and other != old and (newer or not both):
            ours.set_header(name, other)
    if theirs.remarks != base.remarks and ours.remarks == base.remarks:
        ours.set_remarks(theirs.remarks)


def _is_later(first: str, second: str) -> bool:
    moments = _moment(first), _moment(second)
    return bool(moments[0] and moments[1] and moments[0] > moments[1])


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M%z")
    except ValueError:
        return None
