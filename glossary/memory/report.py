"""What the record holds in all: its figures, units at odds or twice, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from glossary.errors import GlossaryError
from glossary.interface import _, ngettext
from glossary.memory.searching import Searcher, index_path
from glossary.memory.store import Store
from glossary.memory.unit import Unit


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of a memory.

    `pairs` counts the units by their languages (``en → vi``), `texts` the distinct texts by
    language, `indexed` those of them that the matching index has. `size` is in bytes.
    """

    units: int
    approved: int
    unreviewed: int
    used: int
    origins: int
    newest: datetime | None
    pairs: Mapping[str, int]
    texts: Mapping[str, int]
    indexed: Mapping[str, int]
    size: int


def statistics(store: Store) -> Statistics:
    """Count what there is."""
    texts: dict[str, int] = dict(
        store.rows("SELECT language, count(*) FROM texts GROUP BY language ORDER BY language")
    )
    pairs = store.rows(
        "SELECT s.language || ' → ' || t.language AS pair, count(*) FROM units "
        "JOIN texts s ON s.id = units.source JOIN texts t ON t.id = units.target "
        "GROUP BY pair ORDER BY pair"
    )
    newest = store.rows("SELECT max(coalesce(changed, added)) FROM units")[0][0]
    files = [store.path, store.path.with_name(f"{store.path.name}-wal")]
    files += [index_path(store.path, language) for language in texts]
    return Statistics(
        units=store.number("SELECT count(*) FROM units"),
        approved=store.number("SELECT count(*) FROM units WHERE approval <> ''"),
        unreviewed=store.number("SELECT count(*) FROM units WHERE needs_review"),
        used=store.number("SELECT count(*) FROM units WHERE uses > 0"),
        origins=store.number("SELECT count(DISTINCT origin) FROM units WHERE origin <> ''"),
        newest=datetime.fromtimestamp(newest, UTC) if newest is not None else None,
        pairs=dict(pairs),
        texts=texts,
        indexed={language: _indexed(store, language) for language in texts},
        size=sum(path.stat().st_size for path in files if path.exists()),
    )


def _indexed(store: Store, language: str) -> int:
    index = Searcher(store, language).index
    return len(index) if index else 0


def conflicts(store: Store) -> list[list[Unit]]:
    """Units with one source and different targets in one language, grouped by source, by number."""
    rows = store.rows(
        "SELECT group_concat(units.id) FROM units JOIN texts t ON t.id = units.target "
        "GROUP BY units.source, t.language HAVING count(DISTINCT units.target) > 1 "
        "ORDER BY min(units.id)"
    )
    return [store.units_of([int(number) for number in row[0].split(",")]) for row in rows]


def duplicates(store: Store) -> list[list[Unit]]:
    """Units that say the same between the same neighbours, the best of each group first.

    The best is approved, then flagged for no review, then the newest.
    """
    rows = store.rows(
        "SELECT group_concat(id) FROM units GROUP BY source, target, sense, previous, following "
        "HAVING count(*) > 1 ORDER BY min(id)"
    )
    return [
        sorted(store.units_of([int(number) for number in row[0].split(",")]), key=_worth)
        for row in rows
    ]


def _worth(unit: Unit) -> tuple[bool, bool, float, int]:
    segment = unit.segment
    return not segment.approval, segment.needs_review, -unit.changed.timestamp(), -unit.id


def problems(store: Store) -> list[str]:
    """What is wrong with the record and its indexes, one sentence each; nothing of a sound one."""
    try:
        found = [str(row[0]) for row in store.rows("PRAGMA quick_check") if row[0] != "ok"]
        found += _loose_ends(store)
    except GlossaryError as error:
        return [error.message]
    for (language,) in store.rows("SELECT DISTINCT language FROM texts"):
        if store.fact(f"index {language}") and Searcher(store, language).index is None:
            found.append(
                _("the matching index of “{language}” is missing or not whole").format(
                    language=language
                )
            )
    return found


def _loose_ends(store: Store) -> list[str]:
    lost = len(store.rows("PRAGMA foreign_key_check"))
    unfound = store.number("SELECT (SELECT count(*) FROM texts) - (SELECT count(*) FROM words)")
    found = []
    if lost:
        found.append(
            ngettext("{count} unit has lost a text", "{count} units have lost a text", lost).format(
                count=lost
            )
        )
    if unfound:
        found.append(_("the concordance does not know all texts"))
    return found
