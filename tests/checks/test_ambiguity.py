from collections.abc import Callable
from dataclasses import replace

import pytest

from glossary.checks import Issue, Severity
from glossary.model import Entry

Codes = Callable[..., list[str]]

BRANCH = Entry("branch", target="ngành")
INDUSTRY = Entry("industry", target="ngành")
SECTOR = Entry("sector", target="Ngành")


@pytest.mark.parametrize(
    ("name", "entries", "expected"),
    [
        ("two terms", (BRANCH, INDUSTRY), ["T007"]),
        ("three terms", (BRANCH, INDUSTRY, SECTOR), ["T007", "T007"]),
        ("one name", (BRANCH,), []),
        ("a note", (replace(BRANCH, notes=("Industry is ngành too.",)), INDUSTRY), []),
        ("a note of the other", (BRANCH, replace(INDUSTRY, notes=("As branches.",))), []),
        ("a note on something else", (replace(BRANCH, notes=("Not chi nhánh.",)), INDUSTRY),
         ["T007"]),
        ("Also", (replace(BRANCH, comments=("Also: Industry; trade",)), INDUSTRY), []),
        ("abbreviation", (Entry("information technology", target="CNTT"),
                          Entry("IT", target="CNTT",
                                comments=("Abbreviation of information technology",))), []),
        ("through a third", (replace(BRANCH, notes=("Or sector.",)),
                             replace(INDUSTRY, notes=("Or sector.",)), SECTOR), []),
        ("two senses", (replace(BRANCH, sense="a"), replace(BRANCH, sense="b")), []),
        ("admitted only", (BRANCH, Entry("trade", target="nghề", admitted=("ngành",))), []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_shared_equivalents(
    codes: Codes, name: str, entries: tuple[Entry, ...], expected: list[str]
) -> None:
    assert codes(*entries) == expected


VOLUNTARY = Entry(
    "voluntary insurance", target="bảo hiểm tự nguyện", forbidden=("bảo hiểm tình nguyện",)
)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("voluntary insurance fund", target="quỹ bảo hiểm tình nguyện"), ["T008"]),
        (Entry("voluntary insurance fund", target="quỹ bảo hiểm tự nguyện"), []),
        (Entry("fund of voluntary insurance", target="quỹ bảo hiểm tự nguyện",
               admitted=("quỹ Bảo hiểm tình nguyện",)), ["T008"]),
        # What is forbidden there is forbidden here too, and that is no use of it.
        (Entry("voluntary insurance fund", target="quỹ bảo hiểm tự nguyện",
               forbidden=("quỹ bảo hiểm tình nguyện",)), []),
        # The term has not that part.
        (Entry("volunteer insurance fund", target="quỹ bảo hiểm tình nguyện"), []),
        (Entry("volunteer insurance", target="bảo hiểm tình nguyện"), ["T009"]),
        (Entry("volunteer insurance", target="bảo hiểm tình nguyện",
               notes=("Not voluntary insurance.",)), []),
    ],
)  # fmt: skip
def test_forbidden_by_another_entry(codes: Codes, entry: Entry, expected: list[str]) -> None:
    assert codes(VOLUNTARY, entry) == expected


def test_a_part_that_contains_what_another_part_forbids(codes: Codes) -> None:
    # “thanh toán không dùng tiền mặt” is the equivalent of a part, so its words are no fault.
    payment = Entry("payment", target="chi trả", admitted=("thanh toán điện tử",),
                    forbidden=("thanh toán",))  # fmt: skip
    assert codes(payment, Entry("online payment", target="thanh toán điện tử")) == []


def test_the_message_names_the_other_entry(issues: Callable[..., list[Issue]]) -> None:
    (issue,) = issues(BRANCH, INDUSTRY)
    assert (issue.key, issue.related) == (("industry", ""), (("branch", ""),))
    assert "“branch”" in issue.message
    assert issue.severity is Severity.WARNING
