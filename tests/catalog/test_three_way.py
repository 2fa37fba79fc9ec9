"""Three-way merging: what one side changed counts, what both changed is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import Catalog
from glossary.catalog.three_way import (
    Conflict,
    Side,
    ThreeWayReport,
    merge_branches,
    merge_returned,
)
from glossary.errors import RequestError
from glossary.model import Entry

HEADER = (
    'msgid ""\nmsgstr ""\n"PO-Revision-Date: 2026-11-{day} 00:00+0000\\n"\n'
    '"Last-Translator: {who}\\n"\n"Language: vi\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
)
OPEN = Entry("fee", comments=("noun",), references=("a.txt:1",))
DRAFT = replace(OPEN, target="phí")
APPROVED = replace(DRAFT, approval="2026-11-20 NVA")
OTHER = replace(OPEN, target="lệ phí")


def catalog(*entries: Entry, day: str = "01", who: str = "A", body: str = "") -> Catalog:
    made = Catalog.from_bytes((HEADER.format(day=day, who=who) + body).encode())
    for entry in entries:
        made.put(entry)
    return Catalog.from_bytes(made.to_bytes())


def merged(
    base: Entry | None, ours: Entry, theirs: Entry, prefer: Side | None = None
) -> tuple[Entry, ThreeWayReport]:
    mine = catalog(ours)
    older = catalog(base) if base else None
    report = merge_returned(mine, catalog(theirs, day="02"), base=older, prefer=prefer)
    entry = mine.get("fee")
    assert entry
    return entry, report


FORBIDDEN = replace(DRAFT, forbidden=("giá",))
ADMITTED = replace(DRAFT, admitted=("giá",))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        (DRAFT, DRAFT, DRAFT, DRAFT),
        (OPEN, OPEN, DRAFT, DRAFT),
        (OPEN, DRAFT, OPEN, DRAFT),
        (OPEN, DRAFT, DRAFT, DRAFT),
        (DRAFT, DRAFT, OTHER, OTHER),
        (DRAFT, OTHER, DRAFT, OTHER),
        (DRAFT, DRAFT, OPEN, OPEN),
        (DRAFT, DRAFT, APPROVED, APPROVED),
        (APPROVED, APPROVED, OTHER, OTHER),
        (DRAFT, OTHER, replace(DRAFT, needs_review=True), OTHER),
        (DRAFT, replace(DRAFT, needs_review=True), OTHER, OTHER),
        (
            replace(DRAFT, needs_review=True), replace(DRAFT, needs_review=True, notes=("?",)),
            DRAFT, replace(DRAFT, notes=("?",)),
        ),
        (
            DRAFT, APPROVED, replace(DRAFT, approval="2026-11-21 TTB"),
            replace(APPROVED, notes=("was approved 2026-11-21 TTB: “phí”",)),
        ),
        (
            replace(DRAFT, admitted=("a", "b"), notes=("n",)),
            replace(DRAFT, admitted=("a", "b", "c"), notes=("n", "o")),
            replace(DRAFT, admitted=("b", "d"), notes=("n", "t")),
            replace(DRAFT, admitted=("b", "c", "d"), notes=("n", "o", "t")),
        ),
        (DRAFT, DRAFT, replace(DRAFT, definition="một"), replace(DRAFT, definition="một")),
        (replace(DRAFT, definition="một"), DRAFT, replace(DRAFT, definition="một"), DRAFT),
        (None, replace(DRAFT, definition="một"), DRAFT, replace(DRAFT, definition="một")),
        (ADMITTED, replace(ADMITTED, notes=("o",)), FORBIDDEN, replace(FORBIDDEN, notes=("o",))),
        (
            DRAFT, replace(OTHER, admitted=("phí",)), replace(DRAFT, admitted=("lệ phí",)),
            replace(OTHER, admitted=("phí",)),
        ),
        # The evidence belongs to the template, and a returned file may be an old one.
        (DRAFT, DRAFT, replace(OTHER, comments=("old",), references=()), OTHER),
        # Without a base: open ones are filled, lists united, flags stay, nothing goes.
        (None, OPEN, DRAFT, DRAFT),
        (None, DRAFT, OPEN, DRAFT),
        (None, DRAFT, APPROVED, APPROVED),
        (None, APPROVED, DRAFT, APPROVED),
        (None, replace(DRAFT, needs_review=True), DRAFT, replace(DRAFT, needs_review=True)),
        (None, DRAFT, replace(DRAFT, needs_review=True), replace(DRAFT, needs_review=True)),
        (None, replace(DRAFT, needs_review=True), APPROVED, APPROVED),
        (
            None, replace(ADMITTED, notes=("o",)), replace(DRAFT, admitted=("b",), notes=("t",)),
            replace(DRAFT, admitted=("giá", "b"), notes=("o", "t")),
        ),
    ],
)  # fmt: skip
def test_what_one_side_changed_counts(
    base: Entry | None, ours: Entry, theirs: Entry, expected: Entry
) -> None:
    entry, report = merged(base, ours, theirs)
    assert entry == expected
    assert report.conflicts == ()
    assert report == ThreeWayReport(
        changed=() if expected == ours else ("fee",), unchanged=int(expected == ours)
    )
    assert merged(base, entry, theirs)[0] == entry, "merging again changes nothing"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "prefer", "expected"),
    [
        (
            OPEN, DRAFT, OTHER, None,
            replace(DRAFT, needs_review=True, notes=("conflict: theirs is “lệ phí”",)),
        ),
        (
            None, APPROVED, replace(OTHER, approval="2026-11-21 TTB"), None,
            replace(DRAFT, needs_review=True, notes=(
                "was approved 2026-11-20 NVA: “phí”",
                "conflict: theirs is “lệ phí” (approved 2026-11-21 TTB)",
            )),
        ),
        (
            DRAFT, OTHER, APPROVED, None,
            replace(OTHER, needs_review=True,
                    notes=("conflict: theirs is “phí” (approved 2026-11-20 NVA)",)),
        ),
        (
            replace(OPEN, target="x"), DRAFT, replace(OPEN, approval="2026-11-21 B"), None,
            replace(DRAFT, needs_review=True, notes=("conflict: theirs is without equivalent",)),
        ),
        (OPEN, DRAFT, OTHER, Side.THEIRS, replace(OTHER, notes=("merged: ours was “phí”",))),
        (OPEN, DRAFT, OTHER, Side.OURS, replace(DRAFT, notes=("merged: theirs was “lệ phí”",))),
        (OPEN, DRAFT, OTHER, Side.NEWER, replace(OTHER, notes=("merged: ours was “phí”",))),
        (
            OPEN, APPROVED, replace(OTHER, approval="2026-11-19 B"), Side.NEWER,
            replace(APPROVED, notes=("merged: theirs was “lệ phí” (approved 2026-11-19 B)",)),
        ),
        (
            DRAFT, ADMITTED, FORBIDDEN, None,
            replace(ADMITTED, needs_review=True,
                    notes=("conflict: “giá” admitted was also forbidden",)),
        ),
        (
            DRAFT, ADMITTED, FORBIDDEN, Side.THEIRS,
            replace(FORBIDDEN, notes=("merged: “giá” forbidden was also admitted",)),
        ),
        (
            OPEN, DRAFT, replace(OPEN, forbidden=("phí",)), None,
            replace(DRAFT, needs_review=True,
                    notes=("conflict: “phí” preferred was also forbidden",)),
        ),
        (
            DRAFT, replace(DRAFT, definition="một"), replace(DRAFT, definition="hai"), None,
            replace(DRAFT, definition="một", needs_review=True,
                    notes=("conflict: theirs defines: hai",)),
        ),
        (
            DRAFT, replace(DRAFT, definition="một"), replace(DRAFT, definition="hai"), Side.THEIRS,
            replace(DRAFT, definition="hai", notes=("merged: ours defines: một",)),
        ),
    ],
)  # fmt: skip
def test_what_both_changed_is_never_lost(
    base: Entry | None, ours: Entry, theirs: Entry, prefer: Side | None, expected: Entry
) -> None:
    entry, report = merged(base, ours, theirs, prefer)
    assert entry == expected
    (conflict,) = report.conflicts
    assert (conflict.winner is None) == entry.needs_review
    assert bool(report.open_conflicts) == entry.needs_review
    assert (report.changed, report.unchanged) == ((), 0)


def test_a_conflict_says_all_three_texts() -> None:
    _, report = merged(DRAFT, OTHER, replace(OPEN, target="giá"))
    assert report.conflicts == (Conflict("fee", "", "“phí”", "“lệ phí”", "“giá”"),)


def test_a_returned_file_may_be_a_part_or_have_more() -> None:
    ours = catalog(APPROVED, Entry("law", target="luật"))
    before = ours.to_bytes()
    report = merge_returned(ours, catalog(), base=catalog(APPROVED, Entry("law", target="x")))
    assert (report, ours.to_bytes()) == (ThreeWayReport(unchanged=2), before)
    new = Entry("tax", target="thuế", sense="s", notes=("n",))
    assert merge_returned(ours, catalog(new)).added == ("tax",)
    assert ours.get("tax", "s") == new


def test_a_returned_term_that_was_renamed_here_is_found() -> None:
    ours = catalog(replace(OPEN, source="charge"))
    old = catalog(OPEN)
    report = merge_returned(
        ours, catalog(DRAFT), base=old, renames={"fee": "levy", "levy": "charge"}
    )
    assert report == ThreeWayReport(changed=("charge",))
    assert ours.get("charge") == replace(DRAFT, source="charge")
    assert ours.get("fee") is None


def test_work_on_a_term_that_we_took_out_comes_back_flagged() -> None:
    ours, base = catalog(), catalog(DRAFT)
    assert merge_returned(ours, catalog(DRAFT), base=base) == ThreeWayReport()
    assert ours.get("fee") is None
    report = merge_returned(ours, catalog(OTHER), base=base)
    assert report.conflicts == (Conflict("fee", "", "“phí”", "", "“lệ phí”"),)
    note = "conflict: ours had taken this term out"
    assert ours.get("fee") == replace(OTHER, needs_review=True, notes=(note,))


def test_another_language_is_refused() -> None:
    with pytest.raises(RequestError, match="says that its language is fr"):
        merge_returned(catalog(), Catalog.from_bytes(b'msgid ""\nmsgstr "Language: fr\\n"\n'))


def test_a_branch_takes_terms_out_and_brings_evidence_and_header() -> None:
    law = Entry("law", target="luật", comments=("old",))
    base = catalog(DRAFT, law, Entry("tax", target="thuế"))
    ours = catalog(OTHER, law, Entry("tax", target="sắc thuế"), day="02", who="B")
    fresh = replace(law, comments=("new",), references=("b.txt:1",), obsolete=True)
    theirs = catalog(DRAFT, fresh, Entry("act", target="đạo luật"), day="03", who="C")
    report = merge_branches(ours, theirs, base=base)
    assert report.added == ("act",)
    assert report.changed == ("law",)
    assert [conflict.source for conflict in report.conflicts] == ["tax"]
    assert ours.get("law") == fresh
    assert ours.get("tax") == Entry(
        "tax", target="sắc thuế", needs_review=True,
        notes=("conflict: theirs had taken this term out",),
    )  # fmt: skip
    assert ours.header("PO-Revision-Date") == "2026-11-03 00:00+0000"
    assert ours.header("Last-Translator") == "C"
    assert merge_branches(ours, catalog(OTHER, law), base=catalog(OTHER, law)).removed == ()
    gone = merge_branches(ours, catalog(fresh), base=catalog(fresh, OTHER))
    assert gone.removed == ("fee",)


def test_what_no_entry_knows_is_merged_too() -> None:
    body = '\n#, no-wrap\nmsgid "fee"\nmsgid_plural "fees"\nmsgstr[0] "phí"\nmsgstr[1] "phí"\n'
    base, ours = catalog(body=body), catalog(body=body)
    changed = body.replace("no-wrap", "no-wrap, x-y").replace('[1] "phí"', '[1] "các phí"')
    theirs = catalog(body=changed + '\n#, x-z\nmsgid "new"\nmsgstr "mới"\n')
    merge_branches(ours, theirs, base=base)
    assert ours.to_bytes() == theirs.to_bytes()


WORDS = st.sampled_from(["", "một", "hai", "ba"])
LISTS = st.lists(st.sampled_from(["bốn", "năm", "sáu"]), unique=True, max_size=2).map(tuple)


@st.composite
def states(draw: st.DrawFn) -> Entry:
    target = draw(WORDS)
    return Entry(
        "fee",
        target=target,
        needs_review=draw(st.booleans()),
        approval=draw(st.sampled_from(["", "2026-11-20 A", "2026-11-21 B"])) if target else "",
        admitted=draw(LISTS),
        forbidden=draw(LISTS),
        definition=draw(st.sampled_from(["", "bảy", "tám"])),
        notes=draw(st.lists(st.sampled_from(["n", "m"]), unique=True, max_size=2).map(tuple)),
    )


@settings(deadline=None, max_examples=200)
@given(st.none() | states(), states(), states(), st.none() | st.sampled_from(Side))
def test_no_text_is_ever_lost(
    base: Entry | None, ours: Entry, theirs: Entry, prefer: Side | None
) -> None:
    """Every text that a side has and the base had not is in the entry, or in a note of it."""
    entry, _ = merged(base, ours, theirs, prefer)
    listed = (*entry.admitted, *entry.forbidden, *entry.notes)
    kept = "\n".join([entry.target, entry.definition, *listed])
    old = base or Entry("fee")
    for side in (ours, theirs):
        fresh = {side.target, side.definition} - {old.target, old.definition}
        fresh |= {*side.admitted, *side.forbidden} - {*old.admitted, *old.forbidden}
        assert all(text in kept for text in fresh)
    if base == ours:
        assert entry.target == theirs.target
    if base == theirs:
        assert entry.target == ours.target


@settings(deadline=None)
@given(st.lists(states(), min_size=4, max_size=4))
def test_a_merge_keeps_the_bytes_of_entries_without_news(found: list[Entry]) -> None:
    odd = '\n#:x.txt:1\n#,range:0..2\nmsgid "od"  "d"\nmsgstr "l\\303\\241"\n'
    ours = catalog(found[1], body=odd)
    merge_branches(ours, catalog(found[2], body=odd), base=catalog(found[0], body=odd))
    assert odd.encode() in ours.to_bytes()


def test_other_evidence_in_a_returned_file_changes_no_byte() -> None:
    body = '\n#. noun\n#:a.txt:1\nmsgid "fee"\nmsgstr  "phí"\n'
    base, ours = catalog(body=body), catalog(body=body)
    theirs = catalog(body=body.replace("noun", "old"))
    before = ours.to_bytes()
    assert merge_returned(ours, theirs, base=base) == ThreeWayReport(unchanged=1)
    assert ours.to_bytes() == before
