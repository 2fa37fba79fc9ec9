"""Progress: every entry counted once, by status and by subject field."""

from __future__ import annotations

import pytest

from glossary.catalog import Counts, progress, subject_field
from glossary.model import Entry

MEDICAL = ("noun · medical · 3 in 1 article",)
FINANCE = ("organisation · finance · 1 in 1 article (2020)",)


def test_counts() -> None:
    entries = [
        Entry("a", comments=MEDICAL),
        Entry("b", target="x", comments=MEDICAL),
        Entry("c", target="x", approval="2026-11-20 NVA", comments=FINANCE),
        Entry("d", target="x", approval="2026-11-20 NVA", needs_review=True, comments=FINANCE),
        Entry("e", needs_review=True),
        Entry("f", target="x", obsolete=True, comments=FINANCE),
    ]
    found = progress(entries)
    assert found.counts == Counts(approved=1, draft=1, to_review=1, open=2)
    assert (found.counts.total, found.counts.usable) == (5, 2)
    assert dict(found.by_field) == {
        "": Counts(open=1),
        "finance": Counts(approved=1, to_review=1),
        "medical": Counts(draft=1, open=1),
    }
    assert list(found.by_field) == ["", "finance", "medical"]


def test_nothing_to_count() -> None:
    assert progress([]).counts == Counts()


@pytest.mark.parametrize(
    ("comments", "field"),
    [
        (("noun · work injury · 3 in 1 article",), "work injury"),
        (("a comment of another tool", "noun · medical · 1 in 1 article"), ""),
        (("3 · 4",), ""),
        ((), ""),
    ],
)
def test_subject_field(comments: tuple[str, ...], field: str) -> None:
    assert subject_field(Entry("a", comments=comments)) == field
