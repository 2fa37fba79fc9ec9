"""Look-ups against an exhaustive search that knows nothing of any index."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from glossary.errors import RequestError
from glossary.memory import Match, Memory, Penalties, Unit, searching
from glossary.memory.adaptation import Adapter
from glossary.model import Segment
from tests.memory.units import queries, segments

NONE = Penalties(unreviewed=0, numbers=0, markup=0, reversed=0)


def exhaustive(units: Sequence[Unit], text: str, threshold: int) -> list[tuple[int, int]]:
    """(score, number) of every unit at or above the threshold, best and newest first."""
    found = []
    for unit in units:
        source = unit.segment.source
        longer = max(len(text), len(source))
        score = int(100 * (longer - Levenshtein.distance(text, source)) / longer + 1e-9)
        if score >= threshold:
            found.append((score, unit.changed, unit.id))
    return [(score, number) for score, _, number in sorted(found, reverse=True)]


def numbers(matches: Sequence[Match]) -> list[tuple[int, int]]:
    return [(match.score, match.unit.id) for match in matches]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    """A memory with an index and with texts that are newer than it."""
    memory = Memory.open(tmp_path_factory.mktemp("large") / "memory.db")
    # Every target is another one: of units that say the same only one would be given.
    numbered = [
        replace(segment, target=f"{number} {segment.target}")
        for number, segment in enumerate(segments(9000))
    ]
    memory.add(numbered[:8000])
    memory.add(numbered[8000:])
    return memory


def test_a_text_as_long_as_a_book_matches_itself_only(memory: Memory) -> None:
    book, number = "word " * 200_000, "In 2023 " * 3000
    memory.add([Segment(book, "từ"), Segment(number, "năm")])
    start = time.process_time()
    assert [match.score for match in memory.lookup(book)] == [100]
    assert memory.lookup(f"{book}more") == []
    assert memory.lookup(number.replace("2023", "2024"), adapter=Adapter((), {})) == []
    assert time.process_time() - start < 1


@pytest.mark.parametrize("threshold", [40, 60, 75, 90, 100])
def test_none_is_missed(large: Memory, threshold: int) -> None:
    units = list(large.units())
    assert large._searcher("en").index is not None
    for text in queries([unit.segment.source for unit in units], 60, seed=threshold):
        given = large.lookup(text, threshold=threshold, limit=10_000, penalties=NONE)
        assert numbers(given) == exhaustive(units, text, threshold), text


def test_a_limit_gives_the_best_ones(large: Memory) -> None:
    units = list(large.units())
    for text in queries([unit.segment.source for unit in units], 60, seed=3):
        for limit in (1, 3):
            given = large.lookup(text, threshold=50, limit=limit, penalties=NONE)
            assert numbers(given) == exhaustive(units, text, 50)[:limit]


def test_an_index_is_built_when_it_pays(memory: Memory, path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    memory.add(segments(6000), refreshes=False)
    index = searching.index_path(path, "en")
    assert not index.exists()
    memory.refresh(progress=lambda done, total, language: told.append((done, total, language)))
    assert told[-1][0] == told[-1][1]
    built = index.read_bytes()
    memory.add([Segment("one more", "một")])
    memory.refresh()
    assert index.read_bytes() == built
    assert memory.lookup("one more")[0].score == 100


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a memory that is large enough to have an index."""
    folder = tmp_path_factory.mktemp("indexed")
    with Memory.open(folder / "memory.db") as memory:
        memory.add(segments(6000))
    return folder


@pytest.mark.parametrize("fault", ["missing", "cut off", "another", "empty", "of another record"])
def test_an_index_that_cannot_be_used_loses_nothing(
    indexed: Path, tmp_path: Path, fault: str
) -> None:
    path = copytree(indexed, tmp_path / "memory") / "memory.db"
    index = searching.index_path(path, "en")
    data = index.read_bytes()
    if fault == "missing":
        index.unlink()
    elif fault == "of another record":
        index.write_bytes(data.replace(b'"token": "', b'"token": "0'))
    else:
        index.write_bytes({"cut off": data[:-100], "another": b"x" * 100, "empty": b""}[fault])
    with Memory.open(path) as memory:
        units = list(memory.units())
        assert memory._searcher("en").index is None
        for text in queries([unit.segment.source for unit in units], 10):
            given = memory.lookup(text, limit=1000, penalties=NONE)
            best = [score for score, _ in exhaustive(units, text, 75)]
            assert [match.score for match in given] == best[: len(given)]
        memory.rebuild("en")
        assert memory._searcher("en").index is not None


TEXTS = st.text(alphabet="ab đ🙂", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=30, unique=True), TEXTS, st.integers(1, 100))
def test_odd_texts(texts: list[str], wanted: str, threshold: int) -> None:
    with TemporaryDirectory() as folder, Memory.open(Path(folder) / "memory.db") as memory:
        memory.add(Segment(text, target=f"→{text}") for text in texts)
        units = list(memory.units())
        for _ in range(2):
            given = memory.lookup(wanted, threshold=threshold, limit=100, penalties=NONE)
            assert numbers(given) == exhaustive(units, wanted, threshold)
            memory.rebuild("en")


def unit(source: str, target: str = "đích", **facts: object) -> Segment:
    return Segment(source, target, **facts)  # type: ignore[arg-type]


LAW = "The law applies to all workers."


@pytest.mark.parametrize(
    ("stored", "wanted", "expected"),
    [
        (unit(LAW), unit(LAW), 100),
        (unit(LAW, previous="A", following="B"), unit(LAW, previous="A", following="B"), 101),
        (unit(LAW, previous="A", following="B"), unit(LAW, previous="A", following="C"), 100),
        (unit(LAW, following="B"), unit(LAW, following="B"), 101),
        (unit(LAW), unit("The law applies to all worker."), 96),  # 30 of 31 characters
        (unit(LAW, needs_review=True), unit(LAW), 95),
        (unit(LAW, previous="A", needs_review=True), unit(LAW, previous="A"), 96),
        (unit("In 2019 it grew."), unit("In 2020 it grew."), 86),  # 14 of 16 is 87, less 1
        (unit("See <b>x</b>."), unit("See <i>x</i>."), 82),  # 11 of 13 is 84, less 2
        (unit("Sent %s files"), unit("Sent %d files"), 90),  # 12 of 13 is 92, less 2
    ],
)
def test_scores(memory: Memory, stored: Segment, wanted: Segment, expected: int) -> None:
    memory.add([stored])
    (match,) = memory.lookup(wanted)
    assert match.score == expected


def test_penalties_only_subtract(memory: Memory) -> None:
    memory.add([unit(LAW, origin="a.txt", needs_review=True)])
    wanted = unit("THE LAW APPLIES TO ALL WORKERS.", origin="b.txt")
    for points in range(5):
        penalties = Penalties(points, points, points, points, points)
        (match,) = memory.lookup(wanted, threshold=1, penalties=penalties)
        # 26 letters of 31 differ by case: 7 in 31 are equal (T, five blanks and the full stop).
        assert match.similarity == 22
        assert match.score == 22 - 3 * points


def test_below_the_threshold_after_penalties_is_no_match(memory: Memory) -> None:
    memory.add([unit("In 2019 it grew.")])
    assert memory.lookup("In 2020 it grew.", threshold=86)
    assert not memory.lookup("In 2020 it grew.", threshold=87)


def test_the_newer_of_two_comes_first(memory: Memory) -> None:
    old, new = datetime(2020, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, tzinfo=UTC)
    memory.add([unit(LAW, "mới", changed=new), unit(LAW, "cũ", changed=old), unit(LAW, "nay")])
    assert [match.target for match in memory.lookup(LAW)] == ["nay", "mới", "cũ"]


def test_what_several_units_say_is_given_once(memory: Memory) -> None:
    memory.add([unit(LAW, previous="A"), unit(LAW, previous="B", origin="a.txt"), unit(LAW)])
    assert [match.score for match in memory.lookup(unit(LAW, previous="B"))] == [101]


@pytest.mark.parametrize("tag", ["vi", "vi-VN", "vi_VN", "VI"])
def test_regions_are_one_language(memory: Memory, tag: str) -> None:
    memory.add([unit(LAW, target_language="vi-VN", source_language="en-GB")])
    assert memory.lookup(unit(LAW, target_language=tag, source_language="en_US"))
    assert not memory.lookup(unit(LAW, target_language="fr"))


def test_the_other_direction(memory: Memory) -> None:
    memory.add([unit(LAW, "Luật áp dụng cho mọi người lao động.")])
    wanted = unit("Luật áp dụng cho người lao động.", source_language="vi", target_language="en")
    (match,) = memory.lookup(wanted)
    assert (match.target, match.is_reversed) == (LAW, True)
    assert match.score == 86  # 32 of 36 characters is 88, less 2


@pytest.mark.parametrize(("threshold", "limit"), [(0, 5), (101, 5), (75, 0)])
def test_what_cannot_be_asked(memory: Memory, threshold: int, limit: int) -> None:
    with pytest.raises(RequestError):
        memory.lookup(LAW, threshold=threshold, limit=limit)


def test_nothing_is_like_nothing(memory: Memory) -> None:
    memory.add([unit(LAW)])
    assert memory.lookup("") == []
    assert memory.lookup("x" * 5000) == []


def test_pretranslating_is_looking_up_each(large: Memory) -> None:
    chance = random.Random(1)
    units = list(large.units())
    wanted = [Segment(chance.choice(units).segment.source) for _ in range(20)] + [Segment("zzzz")]
    found = list(large.pretranslate(wanted))
    assert found == [large.lookup(segment, limit=1) for segment in wanted]
    assert found[-1] == []
