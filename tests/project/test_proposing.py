"""Proposals from the glossary and from the memory, for one entry."""

from pathlib import Path

import pytest

from glossary.memory import Memory
from glossary.model import Entry, Segment
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.proposing import Proposals

ENTRIES = (
    Entry("fund", target="quỹ"),
    Entry("social insurance", target="bảo hiểm xã hội"),
)

SENTENCES = [
    ("The pension rose.", "Lương hưu tăng."),
    ("Pensions are paid monthly.", "Lương hưu chi trả hằng tháng."),
    ("She draws a pension.", "Bà nhận lương hưu."),
    ("The fund pays pensions.", "Quỹ chi trả lương hưu."),
    ("The weather is fine.", "Thời tiết đẹp."),
    ("The office is open.", "Văn phòng mở cửa."),
    ("He reads the law.", "Ông đọc luật."),
    ("They came by train.", "Họ đến bằng tàu hỏa."),
]


@pytest.fixture
def office(tmp_path: Path) -> Project:
    return create(tmp_path / "office")


def test_the_memory_tells_what_a_term_is_called(office: Project) -> None:
    with Memory.open(office.memory_path) as memory:
        memory.add(Segment(source, target) for source, target in SENTENCES)
    best = Proposals(office, "vi", ENTRIES).of(Entry("pension"))[0]
    assert best.text.casefold() == "lương hưu"
    assert best.reason == "in 4 of 4 translated sentences with it"
    assert best.confidence == 95


def test_only_what_is_open_is_looked_for_in_the_memory(office: Project) -> None:
    with Memory.open(office.memory_path) as memory:
        memory.add(Segment(source, target) for source, target in SENTENCES)
    assert Proposals(office, "vi", ENTRIES).of(Entry("pension", target="hưu")) == ()
    forbidden = Entry("pension", forbidden=("Lương hưu", "lương hưu"))
    found = Proposals(office, "vi", ENTRIES).of(forbidden)
    assert all(one.text.casefold() != "lương hưu" for one in found)


def test_without_a_memory_the_glossary_proposes(office: Project) -> None:
    [one] = Proposals(office, "vi", ENTRIES).of(Entry("social insurance fund"))
    assert (one.text, one.reason) == (
        "quỹ bảo hiểm xã hội",
        "quỹ (fund) + bảo hiểm xã hội (social insurance)",
    )
    assert not office.memory_path.exists()
