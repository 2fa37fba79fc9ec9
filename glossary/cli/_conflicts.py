"""Show what a three-way merge did, and its conflicts side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from glossary.cli import output

if TYPE_CHECKING:
    from glossary.catalog.three_way import Conflict, ThreeWayReport

COLUMNS = ("term", "base", "ours", "theirs", "stands")


def describe(report: ThreeWayReport, file_line: str) -> list[str]:
    """What happened to the file, the counts, and the conflicts, line by line."""
    return [file_line, counts(report), *side_by_side(report.conflicts).splitlines()]


def counts(report: ThreeWayReport) -> str:
    """How many entries came in, changed, went, are in conflict, and stayed as they were."""
    removed = f"{len(report.removed)} removed, " if report.removed else ""
    conflicting = len({(conflict.source, conflict.sense) for conflict in report.conflicts})
    return (
        f"{len(report.added)} new, {len(report.changed)} changed, {removed}"
        f"{conflicting} conflicting, {report.unchanged} unchanged"
    )


def side_by_side(conflicts: Iterable[Conflict]) -> str:
    """A table of the conflicts, with the side that stands now; nothing where there are none."""
    rows = [
        (
            f"{one.source} ({one.sense})" if one.sense else one.source,
            one.base or "—",
            one.ours or "—",
            one.theirs or "—",
            str(one.winner or "ours, flagged"),
        )
        for one in conflicts
    ]
    return output.table(COLUMNS, rows) if rows else ""
