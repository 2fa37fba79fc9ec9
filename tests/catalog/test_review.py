"""Decisions on one entry: what they change, what they keep, what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import Catalog, review
from glossary.errors import RequestError
from glossary.model import Entry

OPEN = Entry("pension", comments=("noun",), references=("a.txt:1",))
DRAFT = replace(OPEN, target="lương hưu", admitted=("hưu trí",), forbidden=("hưu",))
DOUBTFUL = replace(DRAFT, needs_review=True, notes=("or hưu bổng?",))
APPROVED = replace(DRAFT, approval="2026-11-20 NVA")
CONFLICTS = ("conflict: theirs is “hưu bổng”", "conflict: theirs defines: tiền", "new law")
CONFLICTING = replace(DRAFT, needs_review=True, notes=CONFLICTS)
OLD = "was approved 2026-11-20 NVA: “lương hưu”"
DAY = date(2026, 11, 22)


def by_ttb(entry: Entry) -> Entry:
    return review.approve(entry, by="TTB", on=DAY)


Decision = Callable[[Entry], Entry]


@pytest.mark.parametrize(
    ("before", "decide", "after"),
    [
        (OPEN, lambda e: review.set_equivalent(e, "lương hưu"), replace(OPEN, target="lương hưu")),
        (
            OPEN,
            lambda e: review.set_equivalent(e, " lương\u00a0 hu\u031bu ", needs_review=True),
            replace(OPEN, target="lương hưu", needs_review=True),
        ),
        (DRAFT, lambda e: review.set_equivalent(e, "lương hưu"), DRAFT),
        (DOUBTFUL, lambda e: review.set_equivalent(e, "lương hưu"),
         replace(DOUBTFUL, needs_review=False)),
        (APPROVED, lambda e: review.set_equivalent(e, "lương hưu"), APPROVED),
        (
            APPROVED,
            lambda e: review.set_equivalent(e, "lương hưu", needs_review=True),
            replace(DRAFT, needs_review=True, notes=(OLD,)),
        ),
        (
            APPROVED,
            lambda e: review.set_equivalent(e, "hưu trí", note="new law"),
            replace(DRAFT, target="hưu trí", admitted=(), notes=(OLD, "new law")),
        ),
        (DRAFT, lambda e: review.set_equivalent(e, "hưu bổng"), replace(DRAFT, target="hưu bổng")),
        (DRAFT, by_ttb, replace(DRAFT, approval="2026-11-22 TTB")),
        (DOUBTFUL, by_ttb, replace(DOUBTFUL, approval="2026-11-22 TTB", needs_review=False)),
        (APPROVED, lambda e: review.approve(e, by=" NVA ", on=DAY), APPROVED),
        (APPROVED, by_ttb, replace(APPROVED, approval="2026-11-22 TTB", notes=(OLD,))),
        (CONFLICTING, lambda e: review.set_equivalent(e, "hưu bổng"),
         replace(DRAFT, target="hưu bổng", notes=CONFLICTS[1:])),
        (CONFLICTING, lambda e: review.set_equivalent(e, "lương hưu", needs_review=True),
         CONFLICTING),
        (CONFLICTING, by_ttb, replace(DRAFT, approval="2026-11-22 TTB", notes=CONFLICTS[2:])),
        (APPROVED, review.unapprove, replace(DRAFT, notes=(OLD,))),
        (DRAFT, review.unapprove, DRAFT),
        (DOUBTFUL, review.reopen, replace(DOUBTFUL, target="", needs_review=False)),
        (APPROVED, review.reopen, replace(DRAFT, target="", notes=(OLD,))),
        (OPEN, review.reopen, OPEN),
        (DRAFT, lambda e: review.admit(e, "tiền hưu"),
         replace(DRAFT, admitted=("hưu trí", "tiền hưu"))),
        (DRAFT, lambda e: review.admit(e, "hưu"),
         replace(DRAFT, admitted=("hưu trí", "hưu"), forbidden=())),
        (DRAFT, lambda e: review.admit(e, "hưu trí"), DRAFT),
        (DRAFT, lambda e: review.deprecate(e, "hưu trí"),
         replace(DRAFT, admitted=(), deprecated=("hưu trí",))),
        (APPROVED, lambda e: review.forbid(e, "tiền già"),
         replace(APPROVED, forbidden=("hưu", "tiền già"))),
        (DRAFT, lambda e: review.annotate(e, "one\n\n two "),
         replace(DRAFT, notes=("one", "two"))),
        (DOUBTFUL, lambda e: review.annotate(e, "or hưu bổng?"), DOUBTFUL),
        (APPROVED, lambda e: review.define(e, " tiền  hằng tháng "),
         replace(APPROVED, definition="tiền hằng tháng")),
        (replace(DRAFT, definition="x"), lambda e: review.define(e, " "), DRAFT),
    ],
)  # fmt: skip
def test_a_decision(before: Entry, decide: Decision, after: Entry) -> None:
    assert decide(before) == after
    assert decide(after) == after, "deciding again changes nothing"


@pytest.mark.parametrize(
    ("equivalent", "after"),
    [
        (" lương  hưu ", replace(DRAFT, target="", notes=(OLD,))),
        ("hưu trí", replace(APPROVED, admitted=())),
        ("hưu", replace(APPROVED, forbidden=())),
    ],
)
def test_an_equivalent_is_taken_out_with_its_standing(equivalent: str, after: Entry) -> None:
    assert review.withdraw(APPROVED, equivalent) == after
    with pytest.raises(RequestError, match="is no equivalent of “pension”"):
        review.withdraw(after, equivalent)


@pytest.mark.parametrize(
    ("before", "decide", "said"),
    [
        (OPEN, by_ttb, "no equivalent to approve"),
        (DRAFT, lambda e: review.approve(e, by=" ", on=DAY), "needs a name"),
        (DRAFT, lambda e: review.set_equivalent(e, " "), "the equivalent is empty"),
        (DRAFT, lambda e: review.set_equivalent(e, "hưu"), "“hưu” is forbidden for “pension”"),
        (DRAFT, lambda e: review.forbid(e, "lương hưu"), "is the preferred equivalent"),
        (DRAFT, lambda e: review.admit(e, "lương hưu"), "is the preferred equivalent"),
        (DRAFT, lambda e: review.withdraw(e, " "), "the equivalent is empty"),
        (DRAFT, lambda e: review.annotate(e, " \n"), "the note is empty"),
    ],
)
def test_what_contradicts_is_refused(before: Entry, decide: Decision, said: str) -> None:
    with pytest.raises(RequestError, match=said) as caught:
        decide(before)
    assert caught.value.hint


HEADER = 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def test_the_header_names_the_last_change() -> None:
    catalog = Catalog.from_bytes(HEADER.encode())
    review.sign(catalog, by="Nguyễn Văn\nAn", at=datetime(2026, 11, 22, 8, 5, tzinfo=UTC))
    assert catalog.header("PO-Revision-Date") == "2026-11-22 08:05+0000"
    assert catalog.header("Last-Translator") == "Nguyễn Văn An"
    review.sign(catalog, by="", at=datetime(2026, 11, 23, tzinfo=UTC))
    assert catalog.header("PO-Revision-Date") == "2026-11-23 00:00+0000"
    assert catalog.header("Last-Translator") == "Nguyễn Văn An"


#: How other tools write an entry: odd spacing, unknown flags, old texts, wrapped by hand.
BLOCKS = (
    '# status: draft\n#, fuzzy, no-wrap\nmsgid "law"\nmsgstr "luật"\n',
    '#.no blank\n#:a.txt:1   b.txt:2\nmsgid "de"  "cree"\nmsgstr ""\n"nghị "\n"định"\n',
    '#  a note\n#, range:0..3\n#| msgid "fees"\nmsgid "fee"\nmsgstr "ph\\303\\255"\n',
    'msgctxt "body"\nmsgid "board"\nmsgstr "hội đồng"\n',
    '# status: approved 2026-11-20 NVA\n#~ msgid "old"\n#~ msgstr "cũ"\n',
)
DECISIONS: tuple[Decision, ...] = (
    lambda e: review.set_equivalent(e, "một"),
    lambda e: review.set_equivalent(e, "hai", needs_review=True, note="why"),
    lambda e: by_ttb(review.set_equivalent(e, "ba")),
    review.unapprove,
    lambda e: review.admit(e, "bốn"),
    lambda e: review.deprecate(e, "bốn"),
    lambda e: review.forbid(e, "năm"),
    lambda e: review.annotate(e, "status: odd\nadmitted: odder"),
)


@settings(deadline=None)
@given(
    st.permutations(BLOCKS),
    st.sampled_from(["\n", "\r\n"]),
    st.lists(st.sampled_from(DECISIONS), min_size=1, max_size=4),
)
def test_no_decision_touches_the_bytes_of_another_entry(
    blocks: list[str], newline: str, decisions: list[Decision]
) -> None:
    target = '# mine\nmsgid "pension"\nmsgstr "lương hưu"\n'
    blocks = [*blocks[:2], target, *blocks[2:]]
    data = "\n".join([HEADER, *blocks]).replace("\n", newline).encode()
    catalog = Catalog.from_bytes(data)
    for decide in decisions:
        entry = catalog.get("pension")
        assert entry
        if "năm" not in (entry.target, *entry.forbidden) and entry.target != "bốn":
            catalog.put(decide(entry))
    written = catalog.to_bytes()
    for block in (HEADER, *blocks):
        if block is not target:
            assert block.replace("\n", newline).encode() in written
    again = Catalog.from_bytes(written)
    assert [e.source for e in again.entries] == [e.source for e in Catalog.from_bytes(data).entries]
    assert again.get("pension") == catalog.get("pension")
