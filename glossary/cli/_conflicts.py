"""Show what a three-way merge did, and its conflicts side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from glossary.cli import output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.catalog.three_way import Conflict, ThreeWayReport

COLUMNS = ("term", "base", "ours", "theirs", "stands")


def describe(report: ThreeWayReport, file_line: str) -> list[str]:
    """What happened to the file, the counts, and the conflicts, line by line."""
    return [file_line, counts(report), *side_by_side(report.conflicts).splitlines()]


def counts(report: ThreeWayReport) -> str:
    """How many entries came in, changed, went, are in conflict, and stayed as they were."""
    conflicting = len({(conflict.source, conflict.sense) for conflict in report.conflicts})
    counted = [
        _("{count} new").format(count=len(report.added)),
        _("{count} changed").format(count=len(report.changed)),
        _("{count} conflicting").format(count=conflicting),
        _("{count} unchanged").format(count=report.unchanged),
    ]
    if report.removed:
        counted.insert(2, _("{count} removed").format(count=len(report.removed)))
    return ", ".join(counted)


def side_by_side(conflicts: Iterable[Conflict]) -> str:
    """A table of the conflicts, with the side that stands now; nothing where there are none."""
    rows = [
        (
            f"{one.source} ({one.sense})" if one.sense else one.source,
            one.base or "—",
            one.ours or "—",
            one.theirs or "—",
            str(one.winner or _("ours, flagged")),
        )
        for one in conflicts
    ]
    return output.table(COLUMNS, rows) if rows else ""
