"""Measure how counting and the whole extraction scale: processes, words, memory.

    python tests/benchmarks/scale.py [WORDS...] [--jobs 1 2] [--repeat 3] [--whole]

Makes corpora of so many WORDS (1,000,000 unless said) from the articles in `seeds/`: copies with
one word in thirty altered, so that candidates go on being new as they do in real text. Prints for
each corpus and number of processes the median of words per second, the ratio to one process and
the peak memory of the main process and of its largest worker. With --whole the terms are chosen
too, which one process does.

Each measurement is a new Python. Two processes are compared on a machine with two idle cores, so
the share of the cores that others used meanwhile is printed too.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from glossary.extraction.corpus import count
from glossary.extraction.extractor import extract
from glossary.extraction.workers import workers

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ALTERED = 1 / 30  # of the words of five letters and more
_WORD = re.compile(r"[A-Za-z]{5,}")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("words", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--one", type=Path, help="measure this folder once, in this process")
    asked = parser.parse_args()
    if asked.one:
        print(*measure(asked.one, asked.jobs[0], is_whole=asked.whole))
        return
    print("words\tjobs\tseconds\twords/s\tratio\tMB main\tMB worker\tcores of others")
    for number in asked.words:
        with TemporaryDirectory() as folder:
            words = write_corpus(Path(folder), number)
            for line in compared(Path(folder), words, asked):
                print(line, flush=True)


def write_corpus(folder: Path, words: int) -> int:
    """Write altered copies of the seeds until there are so many `words`; give their number."""
    alter, written, number = random.Random(1), 0, 0
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    while written < words:
        text = _WORD.sub(lambda found: _altered(found[0], alter), texts[number % len(texts)])
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        written += len(text.split())
        number += 1
    return written


def _altered(word: str, alter: random.Random) -> str:
    if alter.random() > ALTERED:
        return word
    middle = len(word) // 2
    return word[:middle] + alter.choice("aeiou") + alter.choice("bcdlmnrst") + word[middle:]


def compared(folder: Path, words: int, asked: argparse.Namespace) -> Iterator[str]:
    """Measure with each number of processes in turn, so that all meet the same neighbours."""
    found: dict[int, list[list[float]]] = {jobs: [] for jobs in asked.jobs}
    for _ in range(asked.repeat):
        for jobs in asked.jobs:
            command = [sys.executable, __file__, "--one", str(folder), "--jobs", str(jobs)]
            command += ["--whole"] * asked.whole
            line = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
            found[jobs].append([float(value) for value in line.split()])
    base = median(row[0] for row in found[asked.jobs[0]])
    for jobs, rows in found.items():
        seconds, main_size, worker_size, others = map(median, zip(*rows, strict=True))
        figures = f"{seconds:.1f}\t{words / seconds:,.0f}\t{base / seconds:.2f}"
        yield f"{words:,}\t{jobs}\t{figures}\t{main_size:.0f}\t{worker_size:.0f}\t{others:.2f}"


def measure(folder: Path, jobs: int, *, is_whole: bool) -> tuple[float, float, float, float]:
    """Give seconds, peak megabytes of this process and of a worker, cores that others used."""
    paths = sorted(folder.glob("*.txt"))
    start, busy = time.monotonic(), _busy()
    work = extract if is_whole else count
    work(paths, workers=workers(paths, jobs=jobs))
    seconds, others = time.monotonic() - start, _busy() - busy
    own = os.times()
    others -= own.user + own.system + own.children_user + own.children_system
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    here, worker = (resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)
    return seconds, here, worker, max(others, 0.0) / seconds


def _busy() -> float:
    """Seconds of work of all cores since the machine started; 0 where /proc does not tell."""
    try:
        user, nice, system = Path("/proc/stat").read_text(encoding="ascii").split()[1:4]
    except OSError:
        return 0.0
    return (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
