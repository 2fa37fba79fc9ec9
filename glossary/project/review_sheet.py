"""Send a catalog to a reviser as a sheet, and take the decisions back.

in      the entries to review; or the sheet as it came back, and who decided
out     the bytes of the sheet; or what a three-way merge did to the catalog
rules   What stands in a row is what the reviser wants; a row in which nothing was touched changes
        nothing. The entry as it was sent is the base of the merge: where the catalog has another
        equivalent by now than was sent, and the reviser decided otherwise, that is a conflict.
errors  MalformedError for a row that cannot be understood; then nothing is changed
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from glossary.catalog import Catalog, new_catalog, review
from glossary.catalog.concepts import concept_of
from glossary.catalog.three_way import Side, ThreeWayReport
from glossary.errors import MalformedError
from glossary.formats.contract import Concept, Termbase
from glossary.formats.po import read_bytes
from glossary.formats.review_sheet import Decision, ReviewedRow, read, write
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Entry
from glossary.project.editing import Writing, chosen_language
from glossary.project.exchange import Selection, selected
from glossary.project.project import Project
from glossary.project.returning import Work, merge_work


@dataclass(frozen=True, slots=True)
class SheetReturn:
    """What became of the catalog at `path`, and how many rows held each kind of decision.

    `edited` counts rows without a decision in which something was changed all the same.
    """

    path: Path
    report: ThreeWayReport
    before: bytes
    after: bytes
    approved: int = 0
    edited: int = 0
    doubted: int = 0
    can_restore: bool = False


def review_sheet(
    project: Project, *, language: str = "", selection: Selection | None = None
) -> tuple[bytes, int]:
    """The sheet with the chosen entries of a catalog, and their number."""
    tag = chosen_language(project, language)
    catalog = project.catalog(tag).read()
    chosen, made = selected(catalog, selection or Selection(), tag)
    concepts = tuple(concept_of(entry) for entry in chosen)
    termbase = Termbase(concepts, project.settings.source_language, tag, project.settings.name)
    return write(termbase, made=made), len(concepts)


def take_back_sheet(
    project: Project,
    sheet: Path,
    *,
    by: str,
    language: str = "",
    prefer: Side | None = None,
    writing: Writing | None = None,
) -> SheetReturn:
    """Merge the decisions of the reviser `by` into the catalog of `language`; see above."""
    tag = chosen_language(project, language)
    rows = read(read_bytes(sheet), path=sheet)
    base, theirs = _catalogs(rows, tag, by=by, path=sheet)
    work = Work(lambda _ours: theirs, by=by, base=base, prefer=prefer)
    done = merge_work(project, tag, work, writing or Writing())
    touched = [row for row in rows if row.decision is None and _is_edited(row)]
    return SheetReturn(
        done.path,
        done.report,
        done.before,
        done.after,
        approved=sum(row.decision is Decision.APPROVE for row in rows),
        edited=len(touched) + sum(row.decision is Decision.CHANGE for row in rows),
        doubted=sum(row.decision is Decision.LOOK_AGAIN for row in rows),
        can_restore=done.can_restore,
    )


def _catalogs(
    rows: Sequence[ReviewedRow], tag: str, *, by: str, path: Path
) -> tuple[Catalog, Catalog]:
    """The catalog of the entries as they were sent, and that of the entries as decided."""
    now = datetime.now(UTC)
    base, theirs = (
        new_catalog((), language=find_language(tag), created=now) for _side in ("base", "theirs")
    )
    for row in rows:
        sent = _entry(row.sent)
        if base.get(*sent.key):
            raise _at(row, path, _("the term “{term}” stands in two rows"), term=sent.source)
        base.put(sent)
        theirs.put(_decided(row, sent, by=by, path=path))
    return base, theirs


def _entry(sent: Concept) -> Entry:
    return Entry(
        sent.source,
        sent.sense,
        sent.target,
        needs_review=sent.needs_review,
        approval=sent.approval,
        admitted=sent.admitted,
        deprecated=sent.deprecated,
        forbidden=sent.forbidden,
        notes=sent.notes,
        definition=sent.target_definition,
    )


def _is_edited(row: ReviewedRow) -> bool:
    """Whether any cell says something else than was sent."""
    sent = row.sent
    told = (
        (row.equivalent, sent.target),
        (row.admitted, sent.admitted),
        (row.forbidden, sent.forbidden),
        (row.definition, sent.target_definition),
        (row.remark, ""),
    )
    return any(now is not None and now != then for now, then in told)


def _decided(row: ReviewedRow, entry: Entry, *, by: str, path: Path) -> Entry:
    """The entry as the reviser wants it; the same one where the row was not touched."""
    if row.decision is None and not _is_edited(row):
        return entry
    entry = _with_equivalent(row, entry)
    if row.definition is not None:
        entry = review.define(entry, row.definition)
    if row.remark:
        entry = review.annotate(entry, f"{by}: {row.remark}" if by else row.remark)
    if row.decision is Decision.APPROVE:
        if not entry.target:
            raise _at(row, path, _("“{term}” has no equivalent to approve"), term=entry.source)
        entry = review.approve(entry, by=by, on=date.today())
    elif row.decision is Decision.LOOK_AGAIN:
        entry = replace(review.without_approval(entry), needs_review=bool(entry.target))
    elif row.decision is Decision.CHANGE:
        entry = replace(entry, needs_review=False)
    return entry


def _with_equivalent(row: ReviewedRow, entry: Entry) -> Entry:
    """Take over the three cells of equivalents: the preferred one wins, then what is forbidden."""
    target = row.equivalent
    if target != entry.target:
        entry = replace(review.without_approval(entry), target=target)
    admitted = entry.admitted if row.admitted is None else row.admitted
    forbidden = entry.forbidden if row.forbidden is None else row.forbidden
    forbidden = tuple(text for text in forbidden if text != target)
    return replace(
        entry,
        admitted=tuple(text for text in admitted if text not in (target, *forbidden)),
        deprecated=tuple(
            text for text in entry.deprecated if text not in (target, *admitted, *forbidden)
        ),
        forbidden=forbidden,
    )


def _at(row: ReviewedRow, path: Path, message: str, *, term: str) -> MalformedError:
    return MalformedError(
        message.format(term=term),
        hint=_("Correct the row in the sheet, then import it again."),
        path=path,
        line=row.number,
    )
