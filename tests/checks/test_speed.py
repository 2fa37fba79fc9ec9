"""What checking costs beside reading, as a ratio in one run, and that it grows with the file."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from pathlib import Path

from glossary.catalog import CatalogFile
from glossary.project.checking import check_files

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
    start = time.perf_counter()
    CatalogFile(path).read()
    read = time.perf_counter() - start
    start = time.perf_counter()
    check_files(None, [path])
    return read, time.perf_counter() - start - read


def best_of_three(path: Path) -> tuple[float, float]:
    runs = [seconds(path) for _ in range(3)]
    return min(read for read, _ in runs), min(rest for _, rest in runs)


def test_ten_thousand_entries(tmp_path: Path) -> None:
    small, large = (large_file(tmp_path / f"{n}.po", n) for n in (2500, 10000))
    (_, least), (read, most) = (best_of_three(path) for path in (small, large))
    # Four times the entries: a quadratic check would take sixteen times as long.
    assert most < 10 * least
    # A second or so where reading takes a fifth of one.
    assert most < 15 * read
