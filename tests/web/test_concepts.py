import pytest

from glossary.model import Entry
from glossary.web.concepts import concepts, initial, letter_name


def names(*entries: Entry) -> dict[str, str]:
    return {concept.label: concept.name for concept in concepts({"vi": entries})}


def test_links_are_readable() -> None:
    assert names(Entry("social insurance"), Entry("Decision 813/QĐ-BHXH")) == {
        "social insurance": "social-insurance",
        "Decision 813/QĐ-BHXH": "decision-813-qd-bhxh",
    }


def test_equal_links_are_told_apart_and_stay() -> None:
    both = names(Entry("STATE"), Entry("state"), Entry("state", sense="condition"))
    assert both["state"] == "state"
    assert both["state (condition)"] == "state-condition"
    assert both["STATE"].startswith("state-")
    assert len(set(both.values())) == 3
    more = names(Entry("STATE"), Entry("state"), Entry("State"))
    assert more["STATE"] == both["STATE"]


@pytest.mark.parametrize("source", ["日本", "…", "con", "NUL"])
def test_a_link_is_never_empty_nor_a_device(source: str) -> None:
    (name,) = names(Entry(source)).values()
    assert name not in {"", "con", "nul"}


def test_a_term_has_its_entries_in_every_language() -> None:
    (found,) = concepts({"fr": [Entry("law", target="loi")], "vi": [Entry("law", target="luật")]})
    assert {tag: entry.target for tag, entry in found.entries.items()} == {
        "fr": "loi",
        "vi": "luật",
    }


def test_obsolete_entries_are_left_out() -> None:
    assert concepts({"vi": [Entry("law", obsolete=True)]}) == ()


@pytest.mark.parametrize(
    ("text", "language", "letter", "name"),
    [
        ("ấn phẩm", "vi", "Â", "aa"),
        ("đại lý", "vi", "Đ", "dd"),
        ("ưu đãi", "vi-VN", "Ư", "uw"),
        ("élan", "fr", "E", "e"),
        ("2030 plan", "en", "", "0"),
    ],
)
def test_letters(text: str, language: str, letter: str, name: str) -> None:
    assert initial(text, language) == letter
    assert letter_name(letter) == name
