from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary.errors import MalformedError
from glossary.memory import Memory
from glossary.model import Segment
from tests.memory.units import segments


def test_statistics(memory: Memory) -> None:
    memory.add(
        [
            Segment("law", "luật", origin="a", approval="2020-01-01 NVA",
                    changed=datetime(2020, 1, 1, tzinfo=UTC)),
            Segment("fund", "quỹ", origin="b", needs_review=True, target_language="vi-VN"),
            Segment("law", "loi", target_language="fr"),
        ]
    )  # fmt: skip
    memory.count_use([1])
    found = memory.statistics()
    assert (found.units, found.approved, found.unreviewed, found.used, found.origins) == (
        3, 1, 1, 1, 2,
    )  # fmt: skip
    assert found.pairs == {"en → fr": 1, "en → vi": 2}
    assert found.texts == {"en": 2, "fr": 1, "vi": 2}
    assert found.indexed == {"en": 0, "fr": 0, "vi": 0}
    assert found.newest
    assert found.newest.year >= 2026
    assert found.size > 4096


def test_an_empty_memory_has_figures(memory: Memory) -> None:
    found = memory.statistics()
    assert (found.units, found.newest, found.pairs) == (0, None, {})
    assert (memory.conflicts(), memory.duplicates(), memory.problems()) == ([], [], [])


def test_conflicts_are_of_one_language(memory: Memory) -> None:
    memory.add(
        [
            Segment("law", "luật"),
            Segment("law", "pháp luật", target_language="vi-VN"),
            Segment("law", "loi", target_language="fr"),
            Segment("fund", "quỹ"),
            Segment("fund", "quỹ", origin="a"),
        ]
    )
    assert [[unit.id for unit in group] for group in memory.conflicts()] == [[1, 2]]


def test_of_duplicates_the_best_comes_first(memory: Memory) -> None:
    memory.add(
        [
            Segment("law", "luật"),
            Segment("law", "luật", origin="a", approval="2020-01-01 NVA"),
            Segment("law", "luật", origin="b", needs_review=True),
            Segment("law", "luật", origin="c", previous="x"),
            Segment("law", "luật", origin="d"),
        ]
    )
    assert [[unit.id for unit in group] for group in memory.duplicates()] == [[2, 5, 1, 3]]


def test_a_missing_index_is_told(memory: Memory, path: Path) -> None:
    memory.add(segments(5500))
    assert memory.problems() == []
    path.with_name("memory.en.index").unlink()
    assert memory.problems() == ["the matching index of “en” is missing or not whole"]


def test_a_damaged_record_is_told(path: Path) -> None:
    with Memory.open(path) as memory:
        memory.add(segments(2000))
    data = bytearray(path.read_bytes())
    data[40960:81920] = b"\xff" * 40960
    path.write_bytes(data)
    with Memory.open(path) as memory:
        assert memory.problems() != []


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_record_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(MalformedError) as caught:
        Memory.open(path)
    assert caught.value.hint
    assert path.read_bytes() == content
