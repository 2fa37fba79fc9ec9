from collections.abc import Callable
from dataclasses import replace

import pytest

from glossary.checks import Issue
from glossary.model import Entry

Find = Callable[..., list[Issue]]

INSURANCE = Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",))
KEEPING = (
    Entry("social insurance fund", target="quỹ bảo hiểm xã hội"),
    Entry("social insurance benefit", target="trợ cấp BHXH"),
    Entry("Law on Social Insurance", target="Luật Bảo hiểm xã hội"),
    Entry("voluntary social insurance", target="bảo hiểm xã hội tự nguyện"),
)


@pytest.mark.parametrize(
    ("name", "entry", "expected"),
    [
        ("kept", Entry("social insurance agency", target="cơ quan BHXH"), []),
        ("other word", Entry("social insurance agency", target="cơ quan an sinh"), ["C002"]),
        ("plural inside", Entry("social insurances act", target="luật an sinh"), ["C002"]),
        ("words between", Entry("social insurance book", target="sổ bảo hiểm về xã hội"), []),
        ("a name", Entry("German Social Insurance", target="An sinh Đức"), []),
        ("no such part", Entry("social agency", target="cơ quan an sinh"), []),
        ("a note",
         Entry("social insurance agency", target="cơ quan an sinh",
               notes=("Here social insurance is an sinh.",)), []),
        ("tone mark lost", Entry("social insurance book", target="sổ bảo hiểm xã hôi"),
         ["C001", "C005"]),
        ("letter mark lost", Entry("social insurance book", target="sổ bao hiểm xã hội",
                                   admitted=("sổ BHXH",)), ["C001", "C005"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_parts(issues: Find, name: str, entry: Entry, expected: list[str]) -> None:
    found = [issue.code for issue in issues(INSURANCE, *KEEPING, entry)]
    assert sorted(set(found)) == sorted(expected)


def test_three_witnesses_are_needed(issues: Find) -> None:
    odd = Entry("social insurance agency", target="cơ quan an sinh")
    assert issues(INSURANCE, *KEEPING[:2], odd) == []
    assert issues(INSURANCE, *KEEPING[:3], odd) == []  # three of four: no habit
    assert [issue.code for issue in issues(INSURANCE, *KEEPING, odd)] == ["C002"]


def test_the_repair_keeps_the_capital(issues: Find) -> None:
    wrong = Entry("social insurance act", target="Bảo hiểm xã hôi và luật")
    (issue,) = (one for one in issues(INSURANCE, wrong) if one.code == "C001")
    assert issue.fix
    assert issue.fix.after == "Bảo hiểm xã hội và luật"
    assert issue.related == (INSURANCE.key,)


def test_a_part_of_a_part_is_asked_once(issues: Find) -> None:
    # “social insurance” in the policy of voluntary social insurance is a part of that.
    voluntary = replace(KEEPING[3], target="bảo hiểm tự nguyện")
    policy = Entry("voluntary social insurance policy", target="chính sách bảo hiểm tự nguyện")
    more = (Entry("social insurance card", target="thẻ BHXH"), *KEEPING[:3])
    assert [issue.key for issue in issues(INSURANCE, *more, voluntary, policy)] == [voluntary.key]


@pytest.mark.parametrize(
    ("name", "targets", "expected"),
    [
        ("one against three", ("công tác a", "công tác b", "công tác c", "cộng tác"), ["C005"]),
        ("one against two", ("công tác a", "công tác b", "cộng tác"), []),
        ("two against three", ("công tác a", "công tác b", "công tác c", "cộng tác",
                               "cộng tác viên"), []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_rare_marks(issues: Find, name: str, targets: tuple[str, ...], expected: list[str]) -> None:
    entries = [Entry(f"x{number}", target=text) for number, text in enumerate(targets)]
    assert [issue.code for issue in issues(*entries)] == expected
