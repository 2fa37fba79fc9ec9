"""Proposals: what an open term may be called, from what its parts are called."""

import pytest

from glossary.catalog.proposals import Proposer
from glossary.model import Entry

KNOWN = (
    Entry("insurance", target="bảo hiểm"),
    Entry("health insurance", target="bảo hiểm y tế", admitted=("BHYT",), approval="2026-01-01 A"),
    Entry("social insurance", target="bảo hiểm xã hội", approval="2026-01-01 A"),
    Entry("voluntary social insurance", target="bảo hiểm xã hội tự nguyện"),
    Entry("premium", target="mức đóng"),
    Entry("policy", target="chính sách"),
    Entry("director", target="giám đốc"),
    Entry("Deputy Director", target="Phó Giám đốc"),
    Entry("fund", target="quỹ"),
    Entry("participant", target="người tham gia", needs_review=True),
    Entry("Law", target="Luật", forbidden=("Bộ luật",)),
    Entry(
        "Vietnam Social Security", target="Bảo hiểm xã hội Việt Nam", admitted=("BHXH Việt Nam",)
    ),
    Entry("old term", target="từ cũ", obsolete=True),
    Entry("nothing yet"),
)

# source, best proposal, its parts
COMPOSED = [
    (
        "voluntary social insurance premium",
        "mức đóng bảo hiểm xã hội tự nguyện",
        (("premium", "mức đóng"), ("voluntary social insurance", "bảo hiểm xã hội tự nguyện")),
    ),
    ("health policy", "chính sách y tế", (("policy", "chính sách"), ("health", "y tế"))),
    (
        "deputy fund director",
        "phó giám đốc quỹ",
        (("deputy", "phó"), ("director", "giám đốc"), ("fund", "quỹ")),
    ),
    (
        "participants in health insurance",
        "người tham gia bảo hiểm y tế",
        (("participant", "người tham gia"), ("health insurance", "bảo hiểm y tế")),
    ),
    (
        "health insurance and social insurance",
        "bảo hiểm y tế và bảo hiểm xã hội",
        (("health insurance", "bảo hiểm y tế"), ("social insurance", "bảo hiểm xã hội")),
    ),
    (
        "Health Insurance Fund",
        "Quỹ bảo hiểm y tế",
        (("fund", "quỹ"), ("health insurance", "bảo hiểm y tế")),
    ),
]


@pytest.mark.parametrize(("source", "text", "parts"), COMPOSED, ids=[row[0] for row in COMPOSED])
def test_an_equivalent_is_composed_in_the_order_of_vietnamese(
    source: str, text: str, parts: tuple[tuple[str, str], ...]
) -> None:
    best = Proposer(KNOWN, "vi").propose(Entry(source))[0]
    assert best.text.casefold() == text.casefold()
    assert [(words.lower(), of.lower()) for words, of in best.parts] == [
        (words.lower(), of.lower()) for words, of in parts
    ]


def test_a_name_begins_with_a_capital() -> None:
    assert Proposer(KNOWN, "vi").propose(Entry("Health Insurance Fund"))[0].text[0] == "Q"
    assert Proposer(KNOWN, "vi").propose(Entry("health insurance fund"))[0].text[0] == "q"


@pytest.mark.parametrize(
    "source", ["pension", "pension policy", "old term", "nothing yet", "insurance, fund and law"]
)
def test_what_has_an_unknown_part_gets_no_proposal(source: str) -> None:
    assert Proposer(KNOWN, "vi").propose(Entry(source)) == ()


def test_a_reviser_who_approved_the_parts_makes_it_surer() -> None:
    proposer = Proposer(KNOWN, "vi")
    by_status = [
        proposer.propose(Entry(source))[0].confidence
        for source in ("social insurance fund", "voluntary social insurance fund")
    ]
    assert by_status == [81, 73]  # 1.0 × 0.9 × the joint's 0.9; 0.9 × 0.9 × 0.9
    assert proposer.propose(Entry("social insurance participant"))[0].confidence == 54


def test_what_is_refused_or_known_is_not_proposed_again() -> None:
    entry = Entry("policy fund", target="quỹ chính sách")
    assert Proposer(KNOWN, "vi").propose(entry) == ()
    entry = Entry("policy fund", forbidden=("quỹ chính sách",))
    assert Proposer(KNOWN, "vi").propose(entry) == ()


def test_an_acronym_is_called_as_its_long_form() -> None:
    entry = Entry("VSS", comments=("Abbreviation of Vietnam Social Security",))
    found = Proposer(KNOWN, "vi").propose(entry)
    assert [one.text for one in found] == ["Bảo hiểm xã hội Việt Nam", "BHXH Việt Nam"]
    assert found[0].reason == "as “Vietnam Social Security”"


def test_a_language_that_is_not_composed_gets_long_forms_only() -> None:
    proposer = Proposer((Entry("fund", target="기금"), Entry("health", target="건강")), "ko")
    assert proposer.propose(Entry("health fund")) == ()


def test_the_reason_names_the_parts() -> None:
    best = Proposer(KNOWN, "vi").propose(Entry("insurance fund"))[0]
    assert best.reason == "quỹ (fund) + bảo hiểm (insurance)"
