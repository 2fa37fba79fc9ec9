"""Measure the translation memory beside others that find similar sentences, in one run.

    python -m tests.benchmarks.memory [UNITS...] [--mo FOLDER] [--queries 500] [--readme]
    python -m tests.benchmarks.memory --verify 10000 [UNITS...]

UNITS (100,000 unless said) are made by `tests/memory/units.py`; with --mo they are the messages of
the compiled catalogs below FOLDER, such as /usr/share/locale, into Vietnamese. Queries are variants
of units, equal ones and new ones; each system gives the five best matches of at least 75 %.
“Found” is the share of the five best of an exhaustive search, by the same similarity, that a
system gives.

- “rapidfuzz, length window” compares the query with every text whose length is possible: the
  exhaustive search itself.
- “SQLite FTS5, trigrams” takes the 200 best texts of an index of trigrams and scores them exactly;
  a tenth of the queries, for it is slow.

--verify N looks N sentences up at thresholds from 60 to 95 and compares scores and order with the
exhaustive search.

Times of look-ups and commands are of the processor, pretranslation is timed by the clock, too. They
are of this machine: trust their ratios.
"""

from __future__ import annotations

import argparse
import gettext
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, quantiles
from tempfile import TemporaryDirectory

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from glossary.memory import Memory, Penalties
from glossary.memory.similarity import lengths, most_edits, percent
from glossary.model import Segment
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.remembering import opened
from tests.memory.units import queries, segments

THRESHOLD, BEST = 75, 5
PRETRANSLATED = 200_000
"""Units up to which pretranslation is measured."""

NO_PENALTIES = Penalties(0, 0, 0, 0, 0, 0)
README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- memory figures -->\n", "<!-- end of memory figures -->"
Found = list[tuple[int, str]]
Search = Callable[[str], Found]


def main() -> None:
    """Measure or verify what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("units", type=int, nargs="*", default=[100_000])
    parser.add_argument("--mo", type=Path)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--verify", type=int, default=0)
    parser.add_argument("--readme", action="store_true", help="put the tables into README.md")
    asked = parser.parse_args()
    tables = []
    for count in asked.units:
        made = of_catalogs(asked.mo) if asked.mo else segments(count)
        # One unit for each source: the five best of a system are five texts.
        units = list({unit.source: unit for unit in made}.values())
        with TemporaryDirectory() as folder:
            project = create(Path(folder) / "project", name="Benchmark")
            if asked.verify:
                print(verified(project, units, asked.verify), flush=True)
            else:
                tables.append(measured(project, units, asked.queries))
                print(tables[-1], flush=True)
    if asked.readme:
        text = README.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        README.write_text(
            before + BEGIN + "\n".join(tables) + END + rest.split(END)[1], encoding="utf-8"
        )


def of_catalogs(folder: Path) -> list[Segment]:
    """The messages of every compiled catalog into Vietnamese, each once."""
    pairs: dict[tuple[str, str], None] = {}
    for path in sorted(folder.glob("**/vi/**/*.mo")):
        with path.open("rb") as file:
            catalog: dict[object, str] = vars(gettext.GNUTranslations(file))["_catalog"]
        for message, text in catalog.items():
            source = message[0] if isinstance(message, tuple) else message
            if source and text:
                pairs[str(source).split("\x04")[-1], text] = None
    return [Segment(source, target) for source, target in pairs]


def measured(project: Project, units: Sequence[Segment], count: int) -> str:
    """The tables of one memory."""
    with opened(project) as opening:
        start = time.process_time()
        opening.memory.add(units)
        seconds = time.process_time() - start
        texts = [unit.source for unit in units]
        asked = queries(texts, count)
        expected: dict[str, Found] = {}
        # The exhaustive search comes first: it tells what there is to be found.
        searches: list[tuple[str, Search, Sequence[str]]] = [
            ("rapidfuzz, length window", window_search(texts), asked),
            ("glossary", memory_search(opening.memory), asked),
            ("SQLite FTS5, trigrams", trigram_search(texts), asked[: max(20, count // 10)]),
        ]
        rows = [row(name, search, some, expected) for name, search, some in searches]
    head = f"{len(units):,} units, {THRESHOLD} %, look-up|p50 ms|p95 ms|mean ms|found"
    others = [
        ["a command, p50 / p95", cold(project, asked)],
        ["`python -c pass`: p50 / p95", bare()],
        *([f"pretranslate, {jobs} process" + "es" * (jobs > 1), speed(project, units, jobs)]
          for jobs in (1, 2) if len(units) <= PRETRANSLATED),
        ["import, with the index", f"{len(units) / seconds:,.0f} units/s"],
        ["record and index", f"{size(project) / len(units):,.0f} bytes a unit"],
    ]  # fmt: skip
    return f"{table(head, rows)}\n{table(f'{len(units):,} units|', others)}"


def row(name: str, search: Search, asked: Sequence[str], expected: dict[str, Found]) -> list[str]:
    """The figures of one system; the first that finds something for a query sets what is there."""
    for text in asked[:20]:
        search(text)
    times, hits, wanted = [], 0, 0
    for text in asked:
        start = time.process_time()
        found = search(text)
        times.append(1000 * (time.process_time() - start))
        expected.setdefault(text, found)
        hits += (scores(found) & scores(expected[text])).total()
        wanted += scores(expected[text]).total()
    middle, late = percentiles(times)
    share = f"{100 * hits / wanted:.1f} %"
    return [name, f"{middle:.2f}", f"{late:.2f}", f"{mean(times):.2f}", share]


def scores(found: Found) -> Counter[int]:
    """The scores of the five best, of which there may be more with the last one's score."""
    return Counter(sorted((score for score, _ in set(found)), reverse=True)[:BEST])


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    cuts = quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94]


def memory_search(memory: Memory) -> Search:
    def search(text: str) -> Found:
        found = memory.lookup(text, threshold=THRESHOLD, limit=BEST, penalties=NO_PENALTIES)
        return [(match.score, match.source + match.target) for match in found]

    return search


def window_search(texts: Iterable[str], *, threshold: int = THRESHOLD) -> Search:
    """Compare with every text of a possible length."""
    ordered = sorted(set(texts), key=len)
    sizes = [len(text) for text in ordered]

    def search(text: str) -> Found:
        possible = lengths(len(text), threshold)
        first, last = bisect_left(sizes, possible.start), bisect_left(sizes, possible.stop)
        near = extract(
            text,
            ordered[first:last],
            scorer=Levenshtein.distance,
            score_cutoff=most_edits(max(len(text), possible.stop - 1), threshold),
            limit=None,
        )
        scored = (
            (percent(int(distance), max(len(text), len(other))), other)
            for other, distance, _ in near
        )
        return [pair for pair in scored if pair[0] >= threshold]

    return search


def trigram_search(texts: Sequence[str]) -> Search:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize='trigram')")
    database.executemany("INSERT INTO texts VALUES (?)", ((text,) for text in dict.fromkeys(texts)))
    query = "SELECT text FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 200"

    def search(text: str) -> Found:
        grams = {text[place : place + 3].replace('"', '""') for place in range(len(text) - 2)}
        if not grams:
            return []
        found = []
        for (other,) in database.execute(query, (" OR ".join(f'"{gram}"' for gram in grams),)):
            length = max(len(text), len(other))
            score = percent(Levenshtein.distance(text, other), length)
            if score >= THRESHOLD:
                found.append((score, other))
        return found

    return search


def cold(project: Project, asked: Sequence[str]) -> str:
    command = [sys.executable, "-m", "glossary", "--project", str(project.root), "memory", "lookup"]
    return spent([[*command, "-l", "vi", "--plain", "--", text] for text in asked[:40]])


def bare() -> str:
    return spent([[sys.executable, "-c", "pass"]] * 40)


def spent(commands: Sequence[Sequence[str]]) -> str:
    times = []
    for command in commands:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=False, cwd=os.sep)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        times.append(1000 * spent)
    middle, late = percentiles(times)
    return f"{middle:.0f} / {late:.0f} ms"


# In a program of its own: a new process of this one would import all that is here.
PRETRANSLATION = """
import os, sys, time
from pathlib import Path
from glossary.model import Segment
from glossary.project import Project
from glossary.project.remembering import pretranslate
wanted = [Segment(line.rstrip()) for line in sys.stdin]
project, jobs = Project.open(Path(sys.argv[1])), int(sys.argv[2])
start, used = time.perf_counter(), sum(os.times()[:4])
count = sum(1 for _ in pretranslate(project, wanted, jobs=jobs))
print(count / (time.perf_counter() - start), count / (sum(os.times()[:4]) - used))
"""


def speed(project: Project, units: Sequence[Segment], jobs: int) -> str:
    """Segments a second, the start of the processes included."""
    texts = [unit.source for unit in units if "\n" not in unit.source]
    result = subprocess.run(
        [sys.executable, "-c", PRETRANSLATION, str(project.root), str(jobs)],
        input="\n".join(queries(texts, 20_000, seed=9)),
        capture_output=True,
        text=True,
        check=True,
    )
    clock, processor = map(float, result.stdout.split())
    return f"{clock:,.0f} segments/s, {processor:,.0f} a second of processor"


def size(project: Project) -> int:
    return sum(path.stat().st_size for path in project.locales.glob("memory*"))


def table(head: str, rows: Sequence[Sequence[str]]) -> str:
    columns = head.split("|")
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def verified(project: Project, units: Sequence[Segment], cases: int) -> str:
    """Compare look-ups with the exhaustive search: units, scores and order."""
    with opened(project) as opening:
        # Every target is another one: of units that say the same only one would be given.
        opening.memory.add(
            replace(unit, target=f"{number} {unit.target}") for number, unit in enumerate(units)
        )
        numbers = defaultdict[str, list[int]](list)
        for unit in opening.memory.units():
            numbers[unit.segment.source].append(unit.id)
        searches = {level: window_search(numbers, threshold=level) for level in range(60, 96, 5)}
        chance, missed, matches = random.Random(3), 0, 0
        for text in queries([unit.source for unit in units], cases, seed=4):
            threshold = chance.choice(list(searches))
            expected = sorted(
                ((score, n) for score, other in searches[threshold](text) for n in numbers[other]),
                reverse=True,
            )
            found = opening.memory.lookup(
                text, threshold=threshold, limit=1_000_000, penalties=NO_PENALTIES
            )
            missed += [(match.score, match.unit.id) for match in found] != expected
            matches += len(expected)
    return f"{len(units):,} units: {cases:,} look-ups, {matches:,} matches, {missed} differ"


if __name__ == "__main__":
    main()
