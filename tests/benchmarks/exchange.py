"""How fast sentences go into files and come out again, and how much memory that takes.

    python tests/benchmarks/exchange.py [UNITS]        100,000 unless told

Prints a line for each format: seconds of the processor to write and to read, the same as multiples
of the time in which lxml alone walks through the file, and the peak of the memory beyond that of
the start.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from glossary.model import Segment

FORMATS = ("tmx", "xliff", "xliff2")
UNITS = 100_000


def segments(count: int) -> Iterator[Segment]:
    """Sentences as long as those of the articles, each with all that a memory keeps."""
    for number in range(count):
        yield Segment(
            f"Sentence {number} says that voluntary social insurance grew by 39.05% & more.",
            f"Câu {number} nói rằng bảo hiểm xã hội tự nguyện tăng 39,05% & hơn nữa.",
            kind="paragraph",
            previous=f"Sentence {number - 1} says that voluntary social insurance grew.",
            following=f"Sentence {number + 1} says that voluntary social insurance grew.",
            approval="2026-11-20 NVA",
            origin="2020-05-23.txt",
            references=(f"2020-05-23.txt:{number + 1}:1",),
            author="NVA",
            changed=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
            comments=("paragraph · 1 of 2",),
        )


def peak() -> float:
    """The most memory that this process had, in MiB."""
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) / 1024


def measure(name: str, count: int, path: Path) -> tuple[float, float, float, float]:
    """Seconds to write, to read and to walk through with lxml alone; and MiB of memory."""
    from lxml import etree

    from glossary.formats.contract import Reading, Writing
    from glossary.formats.registry import find_format

    form = find_format(name)
    assert form.write_segments
    assert form.read_segments
    with path.open("wb") as stream:  # what is imported once does not count
        form.write_segments(segments(1), stream, Writing())
    start, began = peak(), time.process_time()
    with path.open("wb") as stream:
        assert form.write_segments(segments(count), stream, Writing()) == count
    written = time.process_time()
    with path.open("rb") as stream:
        found = sum(1 for _one in form.read_segments(stream, Reading(target_language="vi")))
    read = time.process_time()
    assert found == count
    most = peak()
    for _event, element in etree.iterparse(path):
        element.clear()
    walked = time.process_time()
    return written - began, read - written, walked - read, most - start


def main() -> None:
    """Measure each format in a process of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    if len(sys.argv) > 2:
        written, read, walked, memory = measure(sys.argv[2], count, Path(sys.argv[3]))
        print(
            f"{sys.argv[2]:7} {count:9,} units  written {written:5.1f} s ({written / walked:4.1f}×)"
            f"  read {read:5.1f} s ({read / walked:4.1f}×)  {memory:5.0f} MiB"
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            path = Path(folder) / name
            subprocess.run([sys.executable, __file__, str(count), name, str(path)], check=True)
            path.unlink()


if __name__ == "__main__":
    main()
