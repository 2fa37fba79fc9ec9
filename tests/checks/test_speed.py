"""What checking costs beside reading, as a ratio in one run, and that it grows with the file."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog import CatalogFile
from glossary.checks import Collection, Lines, Setting, inspect
from glossary.languages import language
from glossary.model import Segment
from glossary.project import Project
from glossary.project.checking import check_files
from glossary.project.knowing import knowledge_of

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "locales" / "vi" / "LC_MESSAGES" / "glossary.po"


def large_file(path: Path, number: int) -> Path:
    """A catalog of compounds of the shipped terms."""
    data = SHIPPED.read_bytes()
    path.write_bytes(data)
    terms = [entry for entry in CatalogFile(SHIPPED).read().entries if entry.target]
    pairs = itertools.islice(itertools.product(terms, terms[::3]), number)
    with CatalogFile(path).editing() as catalog:
        for first, second in pairs:
            source = f"{first.source} and {second.source}"
            target = f"{first.target} và {second.target}"
            catalog.put(replace(first, source=source, target=target))
    return path


def seconds(path: Path) -> tuple[float, float]:
    start = time.process_time()
    CatalogFile(path).read()
    read = time.process_time() - start
    start = time.process_time()
    check_files(None, [path])
    return read, time.process_time() - start - read


def best_of_three(path: Path) -> tuple[float, float]:
    runs = [seconds(path) for _ in range(3)]
    return min(read for read, _ in runs), min(rest for _, rest in runs)


def test_thousands_of_entries(tmp_path: Path) -> None:
    small, large = (large_file(tmp_path / f"{n}.po", n) for n in (1000, 4000))
    (_, least), (read, most) = (best_of_three(path) for path in (small, large))
    # Four times the entries: a quadratic check would take sixteen times as long.
    assert most < 10 * least
    # A second or so where reading takes a fifth of one.
    assert most < 15 * read


SENTENCE = (
    "Over 18.305 million people (39.05%) took part in social, health and unemployment insurance "
    "on January 20, 2016 under Decision 813/QD-BHXH of Vietnam Social Security, Hai Duong. "
)
TARGET = (
    "Hơn 18,305 triệu người (39,05%) tham gia BHXH, BHYT, BHTN ngày 20/01/2016 theo Quyết định số "
    "813/QĐ-BHXH của Bảo hiểm xã hội Việt Nam, Hải Dương. "
)


@pytest.mark.parametrize(
    ("source", "target"),
    [(SENTENCE, TARGET), ("social and health insurance, ", "BHXH, BHYT, "), ("(", "("), ("“", "“"),
     ("a.b", "a.b"), ("ngày 1, ", "ngày 1, "), ("và ", "và "), ("28-NQ/", "28-NQ/")],
)  # fmt: skip
def test_a_long_segment_takes_linear_time(source: str, target: str) -> None:
    knowledge = knowledge_of(Project.open(ROOT), "vi")

    def seconds(times: int) -> float:
        collection = Collection(
            entries=(),
            lines=(Lines(1, ""),),
            source_keys=(),
            header=None,
            setting=Setting(language("vi"), knowledge=knowledge),
            segments=(Segment(source * times, target * times),),
        )
        start = time.process_time()
        inspect(collection)
        return time.process_time() - start

    seconds(1)
    # Eight times the text: a quadratic check would take 64 times as long.
    assert seconds(800) < 24 * max(seconds(100), 0.01)
