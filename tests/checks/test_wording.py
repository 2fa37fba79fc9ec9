"""The glossary's terms in a segment: any usable equivalent, in any order, every member."""

from collections.abc import Callable

import pytest

from glossary.checks import Issue
from glossary.model import Entry

Faults = Callable[..., list[tuple[str, str]]]

SOCIAL = Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",))
HEALTH = Entry("health insurance", target="bảo hiểm y tế", admitted=("BHYT",))
UNEMPLOYMENT = Entry("unemployment insurance", target="bảo hiểm thất nghiệp", admitted=("BHTN",))
POLICY = Entry("social insurance policy", target="chính sách bảo hiểm xã hội")
VOLUNTARY = Entry(
    "voluntary social insurance",
    target="bảo hiểm xã hội tự nguyện",
    forbidden=("bảo hiểm xã hội tình nguyện",),
    deprecated=("bảo hiểm tự nguyện",),
)
OFFICE = Entry("Vietnam Social Security", target="Bảo hiểm xã hội Việt Nam",
               admitted=("BHXH Việt Nam",))  # fmt: skip
LAW = Entry("Law on Social Insurance", target="Luật Bảo hiểm xã hội")
HOMOGRAPHS = (Entry("benefit package", sense="money", target="gói trợ cấp"),
              Entry("benefit package", sense="care", target="gói quyền lợi"))  # fmt: skip
ALL = (SOCIAL, HEALTH, UNEMPLOYMENT, POLICY, VOLUNTARY, OFFICE, LAW, *HOMOGRAPHS)
THREE = "on social, health and unemployment insurance"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("social insurance", "bảo hiểm xã hội", []),
        ("Social Insurances", "BHXH", []),
        ("social insurance", "bảo hiểm", ["T014"]),
        ("the law on social insurance", "pháp luật về BHXH", []),
        ("social insurance policies", "chính sách mới về BHXH", []),
        ("voluntary social insurance", "BHXH tự nguyện", []),
        ("voluntary social insurance", "bảo hiểm xã hội tình nguyện", ["T012"]),
        ("voluntary social insurance", "bảo hiểm tự nguyện", ["T013"]),
        ("voluntary work", "bảo hiểm xã hội tình nguyện", []),
        ("benefit package", "gói quyền lợi", []),
        ("benefit package", "quà", ["T014"]),
        (THREE, "về bảo hiểm xã hội, bảo hiểm y tế và bảo hiểm thất nghiệp", []),
        (THREE, "về BHTN, BHXH, BHYT", []),
        (THREE, "về bảo hiểm xã hội, y tế, thất nghiệp", []),
        (THREE, "về bảo hiểm xã hội, bảo hiểm thất nghiệp", ["T015"]),
        (THREE, "về BHXH, BHTN", ["T015"]),
        (THREE, "về BHYT, BHTN của BHXH Việt Nam", ["T015"]),
        (THREE, "về BHXH", ["T015", "T015"]),
        (f"{THREE} and {THREE}", "về BHXH, BHYT, BHTN và về BHXH, BHTN", ["T015"]),
        (f"{THREE} and {THREE}", "về BHXH, BHYT, BHTN", []),
        (f"Vietnam Social Security {THREE}", "BHXH Việt Nam về BHYT, BHTN", ["T015"]),
        ("social insurance and health insurance", "BHYT của BHXH Việt Nam", ["T015"]),
        ("social insurance and health insurance", "BHYT, BHXH", []),
    ],
)
def test_terms(faults: Faults, source: str, target: str, expected: list[str]) -> None:
    assert [code for code, _ in faults(source, target, *ALL)] == expected


FRENCH = (
    Entry("insured person", target="assuré"),
    Entry("sickness benefit", target="indemnité de maladie"),
    Entry("social insurance", target="assurance sociale"),
    Entry("health insurance", target="assurance maladie"),
)
POLISH = (
    Entry("insured person", target="osoba ubezpieczona"),
    Entry("sickness benefit", target="zasiłek chorobowy"),
)
CHINESE = (Entry("social insurance", target="社会保险"),)


@pytest.mark.parametrize(
    ("tag", "known", "source", "target", "expected"),
    [
        ("fr", FRENCH, "insured persons", "l’assuré", []),
        ("fr", FRENCH, "the insured persons", "droits d’assurés", []),
        ("fr", FRENCH, "insured persons", "les personnes", ["T014"]),
        ("fr", FRENCH, "sickness benefits", "des indemnités de maladie", []),
        ("fr", FRENCH, "social and health insurance", "l’assurance sociale et maladie", []),
        ("pl", POLISH, "insured persons", "osób ubezpieczonych", []),
        ("pl", POLISH, "sickness benefits", "zasiłku chorobowego", []),
        ("pl", POLISH, "sickness benefits", "świadczenia", ["T014"]),
        ("zh", CHINESE, "social insurance in 2024", "2024年的社会保险政策", []),
        ("zh", CHINESE, "social insurance in 2024", "2024年的政策", ["T014"]),
    ],
)
def test_terms_of_languages_without_rules_here(
    segment_issues: Callable[..., list[Issue]],
    tag: str, known: tuple[Entry, ...], source: str, target: str, expected: list[str],
) -> None:  # fmt: skip
    found = segment_issues(source, target, *known, language_tag=tag)
    codes = [issue.code for issue in found]
    assert [code for code in codes if code in ("T014", "T015")] == expected


def test_a_member_is_named(segment_issues: Callable[..., list[Issue]]) -> None:
    (issue,) = segment_issues(THREE, "về BHXH, BHTN", *ALL)
    assert issue.message == "“health insurance” is not rendered as “bảo hiểm y tế”"


def test_nothing_is_wanted_without_a_glossary(faults: Faults) -> None:
    assert faults(THREE, "về việc khác") == []


def test_what_another_term_forbids_is_no_fault(faults: Faults) -> None:
    payment = Entry("payment", target="chi trả", forbidden=("thanh toán",))
    online = Entry("cashless payment", target="thanh toán không dùng tiền mặt")
    both = (payment, online)
    assert faults("cashless payment", "thanh toán không dùng tiền mặt", *both) == []
    assert [code for code, _ in faults("payment", "thanh toán", *both)] == ["T012"]
