"""What readers of terms share: how large concepts may grow, and how two of them become one."""

from __future__ import annotations

from dataclasses import fields, replace

from glossary.errors import MalformedError
from glossary.formats.contract import LISTS, Concept, Reading
from glossary.interface import _

CONCEPT_LIMIT = 100_000

LIST_LIMIT = 1000
"""Equivalents, names or notes of one concept; more than that are rows of something else."""

TERM_LIMIT = 500
"""Characters of a term; what is longer is a text in the wrong column."""


def check_length(text: str, line: int | None, reading: Reading, *, hint: str = "") -> None:
    """Refuse a text that is too long to be a term: MalformedError."""
    if len(text) > TERM_LIMIT:
        raise MalformedError(
            _("a term has {count:,} characters; the limit is {limit}").format(
                count=len(text), limit=TERM_LIMIT
            ),
            hint=hint or _("Check that it is a glossary."),
            path=reading.path,
            line=line,
        )


def check_size(concept: Concept, line: int | None, reading: Reading) -> None:
    """Refuse a concept that grows without end: MalformedError."""
    if max(len(concept.admitted), len(concept.notes), len(concept.other_names)) > LIST_LIMIT:
        raise MalformedError(
            _("“{term}” has more than {limit:,} equivalents or notes").format(
                term=concept.source, limit=LIST_LIMIT
            ),
            hint=_("Check that it is a glossary."),
            path=reading.path,
            line=line,
        )


def check_count(count: int, line: int | None, reading: Reading) -> None:
    """Refuse a file with more concepts than a glossary has: MalformedError."""
    if count > CONCEPT_LIMIT:
        raise MalformedError(
            _("there are more than {limit:,} terms in it").format(limit=CONCEPT_LIMIT),
            hint=_("Split it into smaller files."),
            path=reading.path,
            line=line,
        )


def united(first: Concept, second: Concept) -> Concept:
    """One concept of two: lists are joined, a second equivalent is admitted, nothing is lost."""
    changes: dict[str, object] = {}
    notes = [*first.notes, *second.notes]
    for one in fields(Concept):
        mine, other = getattr(first, one.name), getattr(second, one.name)
        if one.name in LISTS:
            changes[one.name] = tuple(dict.fromkeys((*mine, *other)))
        elif not mine or one.name == "needs_review":
            changes[one.name] = mine or other
        elif other and other != mine and one.name not in ("source", "target", "sense"):
            notes.append(f"{one.name.replace('_', ' ')}: {other}")
    if second.target and first.target and second.target != first.target:
        changes["admitted"] = (*first.admitted, second.target, *second.admitted)
    if second.source and second.source != first.source:
        changes["other_names"] = (*first.other_names, second.source, *second.other_names)
    changes["notes"] = tuple(dict.fromkeys(notes))
    return replace(first, **changes)  # type: ignore[arg-type]
