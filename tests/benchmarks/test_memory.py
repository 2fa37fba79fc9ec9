"""The benchmark of the memory runs, and its exhaustive search agrees with the memory."""

from pathlib import Path

import pytest

from glossary.project.creation import create
from tests.benchmarks import memory
from tests.memory.units import segments


def test_look_ups_are_those_of_an_exhaustive_search(tmp_path: Path) -> None:
    project = create(tmp_path / "project", name="Benchmark")
    line = memory.verified(project, list(segments(6000)), 100)
    assert line.startswith("6,000 units: 100 look-ups, ")
    assert line.endswith(" matches, 0 differ")


def test_what_a_system_misses_counts() -> None:
    expected = {"law": [(100, "law"), (75, "laws")]}
    found = memory.row("half", lambda text: [(100, "law")], ["law"] * 2, expected)
    assert (found[0], found[-1]) == ("half", "50.0 %")


def test_the_readme_has_a_place_for_the_figures() -> None:
    text = memory.README.read_text(encoding="utf-8")
    assert text.index(memory.BEGIN) < text.index(memory.END)


def test_messages_of_compiled_catalogs() -> None:
    folder = Path("/usr/share/locale")
    found = memory.of_catalogs(folder)
    if not found:
        pytest.skip("no compiled catalogs into Vietnamese here")
    assert all(one.source and one.target for one in found)
    assert len({(one.source, one.target) for one in found}) == len(found)
