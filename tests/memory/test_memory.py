"""What the memory keeps, and how it takes new, changed and useless segments."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from glossary.memory import Addition, Memory
from glossary.model import Segment

FULL = Segment(
    source="Law on Social Insurance",
    target="Luật Bảo hiểm xã hội",
    sense="title",
    source_language="en-GB",
    target_language="vi-VN",
    kind="heading",
    needs_review=True,
    approval="2026-11-20 NVA",
    previous="Before",
    following="After",
    origin="2020-05-23.txt",
    references=("2020-05-23.txt:7:1", "2020-05-23.txt:31:1"),
    author="NVA",
    changed=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    notes=("by the decree", "glossary: allow N001 reason"),
)


def test_a_unit_is_kept_as_it_is(memory: Memory) -> None:
    memory.add([FULL])
    (unit,) = memory.units()
    assert unit.segment == FULL
    assert unit.uses == 0


def test_times_are_kept_in_utc(memory: Memory) -> None:
    hanoi = timezone(timedelta(hours=7))
    memory.add([Segment("a", "b", changed=datetime(2026, 1, 1, 7, tzinfo=hanoi))])
    (unit,) = memory.units()
    assert unit.changed == datetime(2026, 1, 1, tzinfo=UTC)


def placed(target: str, year: int, **facts: object) -> Segment:
    at = {
        "origin": "a.txt",
        "references": ("a.txt:1",),
        "changed": datetime(year, 1, 1, tzinfo=UTC),
    }
    return Segment("pension", target, **(at | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("second", "counted", "targets"),
    [
        (placed("hưu trí", 2020), Addition(known=1), ["hưu trí"]),
        (placed("lương hưu", 2021), Addition(changed=1), ["lương hưu"]),
        (placed("lương hưu", 2019), Addition(known=1), ["hưu trí"]),
        (placed("hưu trí", 2020, approval="2021-01-01 NVA"), Addition(changed=1), ["hưu trí"]),
        (placed("lương hưu", 2021, origin="b.txt"), Addition(added=1), ["hưu trí", "lương hưu"]),
        (placed("lương hưu", 2021, previous="x"), Addition(added=1), ["hưu trí", "lương hưu"]),
        (placed("lương hưu", 2021, target_language="vi-VN"), Addition(changed=1), ["lương hưu"]),
    ],
)
def test_the_same_place_again(
    memory: Memory, second: Segment, counted: Addition, targets: list[str]
) -> None:
    memory.add([placed("hưu trí", 2020)])
    assert memory.add([second]) == counted
    assert [unit.segment.target for unit in memory.units()] == targets
    assert [match.target for match in memory.lookup("pension")] == targets[::-1]
    assert memory.problems() == []


def test_without_a_place_translations_stand_beside_each_other(memory: Memory) -> None:
    assert memory.add([Segment("fund", "quỹ"), Segment("fund", "cấp vốn")]) == Addition(added=2)
    assert memory.add([Segment("fund", "quỹ")]) == Addition(known=1)


@pytest.mark.parametrize(
    "segment", [Segment("a"), Segment("a", " "), Segment(" ", "b"), Segment("a\0", "b"),
                Segment("a", "\ud800")]
)  # fmt: skip
def test_what_is_not_worth_keeping(memory: Memory, segment: Segment) -> None:
    assert memory.add([segment]) == Addition(skipped=1)
    assert list(memory.units()) == []


def test_after_an_error_nothing_is_kept(memory: Memory) -> None:
    def broken() -> Iterator[Segment]:
        yield Segment("a", "b")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        memory.add(broken())
    assert list(memory.units()) == []
    assert memory.add([Segment("a", "b")]) == Addition(added=1)


def test_what_is_forgotten_is_gone(memory: Memory, path: Path) -> None:
    memory.add([Segment("secret", "bí mật"), Segment("fund", "quỹ"), Segment("secret", "kín")])
    first, _, third = memory.units()
    assert memory.forget([first.id, first.id, 999]) == 1
    assert [match.target for match in memory.lookup("secret")] == ["kín"]
    assert not memory.concordance("bi mat")
    memory.forget([third.id])
    memory.close()
    with Memory.open(path) as again:
        assert again.lookup("secret") == []
        assert [unit.segment.source for unit in again.units()] == ["fund"]
        assert again.problems() == []


def test_uses_are_counted(memory: Memory) -> None:
    memory.add([Segment("a", "b"), Segment("c", "d")])
    first, _ = memory.units()
    memory.count_use([first.id, 999])
    memory.count_use([first.id])
    assert [unit.uses for unit in memory.units()] == [2, 0]
    assert [unit.uses for unit in memory.get([first.id])] == [2]


def test_units_of_a_language_or_an_origin(memory: Memory) -> None:
    memory.add(
        Segment(str(number), "x", target_language=tag, origin=origin)
        for number, (tag, origin) in enumerate([("vi", "a"), ("fr", "a"), ("vi-VN", "b")] * 400)
    )
    assert len(list(memory.units())) == 1200
    assert len(list(memory.units(language="vi_VN"))) == 800
    assert len(list(memory.units(language="vi", origin="b"))) == 400
    assert len(list(memory.units(origin="c"))) == 0
