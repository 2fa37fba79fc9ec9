"""Adapting matches; the Vietnamese is as in the agency's own texts."""

import pytest

from glossary.memory import Memory
from glossary.memory.adaptation import Adapter
from glossary.model import Entry, Segment

ENTRIES = (
    Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",)),
    Entry("health insurance", target="bảo hiểm y tế", admitted=("BHYT",)),
    Entry("unemployment insurance", target="bảo hiểm thất nghiệp"),
    Entry("employee", target="người lao động"),
    Entry("employer", target="người sử dụng lao động"),
    Entry("open term"),
    Entry("doubtful term", target="nghi ngờ", needs_review=True),
)
PAIR = ("en", "vi")


@pytest.mark.parametrize(
    ("wanted", "source", "target", "expected"),
    [
        ("It rose by 39.05%.", "It rose by 12.5%.", "Tăng 12,5%.", "Tăng 39,05%."),
        (
            "18.305 million people in 2024",
            "17.5 million people in 2023",
            "17,5 triệu người năm 2023",
            "18,305 triệu người năm 2024",
        ),
        (
            "Decision 960/QD-BHXH dated May 20, 2019",
            "Decision 813/QD-BHXH dated July 23, 2013",
            "Quyết định 813/QĐ-BHXH ngày 23/7/2013",
            "Quyết định 960/QĐ-BHXH ngày 20/5/2019",
        ),
        ("5% by 28-NQ/TW", "12% by 20-NQ/TW", "12% theo 20-NQ/TW", "5% theo 28-NQ/TW"),
        ("On June 3, 2020", "On May 20, 2019", "Ngày 20/5/2019", "Ngày 03/6/2020"),
        ("(June 3, 2020)", "(May 20, 2019)", "(20/5/2019)", "(03/6/2020)"),
        (
            "The health insurance fund",
            "The unemployment insurance fund",
            "Quỹ bảo hiểm thất nghiệp",
            "Quỹ bảo hiểm y tế",
        ),
        ("Social insurance rose.", "Health insurance rose.", "BHYT tăng.", "Bảo hiểm xã hội tăng."),
        ("The health insurance", "The social insurance", "Khoản BHXH", "Khoản bảo hiểm y tế"),
        (
            "Employers must pay.",
            "Employees must pay.",
            "Người lao động phải đóng.",
            "Người sử dụng lao động phải đóng.",
        ),
        (
            "In 2024, health insurance grew.",
            "In 2023, social insurance grew.",
            "Năm 2023, bảo hiểm xã hội tăng.",
            "Năm 2024, bảo hiểm y tế tăng.",
        ),
    ],
)  # fmt: skip
def test_what_is_certain_is_exchanged(wanted: str, source: str, target: str, expected: str) -> None:
    adapted = Adapter(ENTRIES).adapt(wanted, source, target, languages=PAIR)
    assert adapted is not None
    assert (adapted.source, adapted.target) == (wanted, expected)


NAMES = {"Dao Viet Anh": "Đào Việt Ánh", "Tran Dinh Lieu": "Trần Đình Liệu"}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Ông Trần Đình Liệu phát biểu.", "Ông Đào Việt Ánh phát biểu."),
        ("Ông phát biểu.", None),
        ("Ông Trần Đình Liệu và bà Trần Đình Liệu phát biểu.", None),
    ],
)
def test_names_come_from_the_table(target: str, expected: str | None) -> None:
    adapter = Adapter((), NAMES)
    texts = "Dao Viet Anh spoke.", "Tran Dinh Lieu spoke."
    adapted = adapter.adapt(*texts, target, languages=PAIR)
    assert (adapted.target if adapted else None) == expected
    assert Adapter().adapt(*texts, target, languages=PAIR) is None


@pytest.mark.parametrize(
    ("wanted", "source", "target"),
    [
        # The figure is not in the target, or is there twice.
        ("It rose by 39%.", "It rose by 12%.", "Tăng."),
        ("It rose by 39%.", "It rose by 12%.", "Tăng 12%, tức là 12%."),
        # As many figures as before, but of another kind, or more of them.
        ("It rose by 39%.", "It rose on May 20, 2019.", "Tăng ngày 20/5/2019."),
        ("It rose by 39% in 2020.", "It rose by 12%.", "Tăng 12%."),
        # What an ordinal becomes, only a person knows.
        ("The second meeting", "The first meeting", "Cuộc họp đầu tiên"),
        # No equivalent, one that nobody has looked at, one that is not in the target.
        ("The open term grows.", "The social insurance grows.", "Bảo hiểm xã hội tăng."),
        ("The doubtful term grows.", "The social insurance grows.", "Bảo hiểm xã hội tăng."),
        ("Health insurance grows.", "Social insurance grows.", "An sinh xã hội tăng."),
        ("Health insurance grows.", "Social insurance grows.", "BHXH tăng, bảo hiểm xã hội tăng."),
        # Nothing differs that could be exchanged.
        ("It falls.", "It rises.", "Tăng."),
        ("It rises.", "It rises.", "Tăng."),
    ],
)
def test_what_is_not_certain_stays(wanted: str, source: str, target: str) -> None:
    assert Adapter(ENTRIES).adapt(wanted, source, target, languages=PAIR) is None


def test_a_change_is_told(memory: Memory) -> None:
    memory.add([Segment("In 2023, social insurance grew.", "Năm 2023, bảo hiểm xã hội tăng.")])
    (match,) = memory.lookup("In 2024, health insurance grew.", adapter=Adapter(ENTRIES))
    assert (match.score, match.similarity) == (99, 77)  # 7 of 31 characters differ
    assert match.target == "Năm 2024, bảo hiểm y tế tăng."
    assert match.source == "In 2023, social insurance grew."
    told = [(one.kind, one.before, one.after, one.old, one.new) for one in match.adaptations]
    assert told == [
        ("number", "2023", "2024", "2023", "2024"),
        ("term", "social insurance", "health insurance", "bảo hiểm xã hội", "bảo hiểm y tế"),
    ]


def test_texts_that_differ_in_figures_are_found_however_much(memory: Memory) -> None:
    memory.add([Segment("28 April 2023: 1,250,000", "28/4/2023: 1.250.000")])
    assert memory.lookup("3 May 2019: 99") == []
    (match,) = memory.lookup("3 May 2019: 99,000", adapter=Adapter())
    assert (match.score, match.target) == (99, "03/5/2019: 99.000")


def test_an_equal_text_is_not_adapted(memory: Memory) -> None:
    memory.add([Segment("It rose by 12%.", "Tăng 13%."), Segment("It rose by 13%.", "Tăng 13%.")])
    first, second = memory.lookup("It rose by 13%.", adapter=Adapter())
    assert (first.score, first.source, first.target) == (100, "It rose by 13%.", "Tăng 13%.")
    assert second.adaptations == ()
