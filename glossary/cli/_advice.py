"""What a marked place tells who writes the text: the designation that counts, and its advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.interface import _
from glossary.model import Acceptability

if TYPE_CHECKING:
    from glossary.lookup import Annotation, Designation

__all__ = ["WRONG", "advice", "best"]

WRONG = (Acceptability.FORBIDDEN, Acceptability.DEPRECATED)
"""What nobody may use."""


def best(annotation: Annotation) -> Designation:
    """The designation that speaks best for a text: wrong is only what nobody may use."""
    return min(annotation.designations, key=lambda one: one.acceptability in WRONG)


def advice(designation: Designation) -> str:
    """What to tell beside a text: its equivalent, or the term; for a wrong one what to use."""
    entry = designation.entry
    if designation.acceptability is None:
        return entry.target or _("no equivalent yet")
    if designation.acceptability in WRONG:
        return _("not so: {equivalent}").format(equivalent=entry.target or "—")
    return entry.source
