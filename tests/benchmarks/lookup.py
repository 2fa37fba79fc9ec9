"""Measure look-ups and annotation on a large glossary, as ratios in one run.

    python tests/benchmarks/lookup.py [--terms 50000] [--repeat 15]

Makes a glossary of so many terms from the words of the shipped one, in a folder that is removed
again, and prints

- what a look-up from a cold process costs, as a multiple of ``python -c pass``, beside that of
  importing click and sqlite3 alone;
- what a query costs in a process that has the index open: exact, inflected, with typing errors
  (milliseconds; 50 % and 95 % of the queries are faster);
- how many megabytes of text are marked in a second, and the same for twice the terms and twice the
  text, so that growth shows.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from glossary.catalog import CatalogFile
from glossary.languages import en
from glossary.lookup import Annotator, Index
from glossary.model import Entry
from glossary.project.creation import create
from glossary.shipped import locales

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
HEADER = 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--repeat", type=int, default=15)
    asked = parser.parse_args()
    entries = glossary(asked.terms)
    for line in (*cold(entries, asked.repeat), *warm(entries), *marking(entries)):
        print(line, flush=True)


def glossary(terms: int) -> list[Entry]:
    """So many entries whose words are those of the shipped glossary, in other company."""
    chance = random.Random(1)
    shipped = CatalogFile(locales() / "vi" / "LC_MESSAGES" / "glossary.po").read().entries
    words = sorted({word for one in shipped for word in one.source.split() if len(word) > 3})
    syllables = sorted({word for one in shipped for word in one.target.lower().split()})
    made = {entry.source: entry for entry in shipped if entry.target}
    while len(made) < terms:
        source = " ".join(chance.choices(words, k=chance.randint(2, 4)))
        target = " ".join(chance.choices(syllables, k=chance.randint(2, 6)))
        made.setdefault(source, Entry(source, target=target))
    return list(made.values())


def cold(entries: Sequence[Entry], repeat: int) -> Iterator[str]:
    """What processes cost that look up one term and end."""
    with TemporaryDirectory() as folder:
        project = create(Path(folder) / "office", name="Office")
        path = project.catalog_path("vi")
        path.parent.mkdir(parents=True)
        blocks = (f'\nmsgid "{one.source}"\nmsgstr "{one.target}"\n' for one in plain(entries))
        path.write_text(HEADER + "".join(blocks), encoding="utf-8")
        hour_ago = time.time() - 3600
        os.utime(path, (hour_ago, hour_ago))
        commands = {
            "python -c pass": ["-c", "pass"],
            "import click, sqlite3": ["-c", "import click, sqlite3"],
            "lookup, a term": ["-m", "glossary", "lookup", "unemployment insurance"],
            "lookup, a typing error": ["-m", "glossary", "lookup", "unemploymnet insurance"],
        }
        seconds = {name: list[float]() for name in commands}
        for turn in range(repeat + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *command], cwd=project.root, capture_output=True)
                # The first turn makes the index.
                if turn:
                    seconds[name].append(time.perf_counter() - start)
    empty = median(seconds["python -c pass"])
    for name, taken in seconds.items():
        yield f"cold  {name:28} {median(taken) / empty:6.1f} x python -c pass"


def plain(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries without a character that PO files write in another way."""
    return (one for one in entries if not {'"', "\\"} & {*one.source, *one.target})


def warm(entries: Sequence[Entry]) -> Iterator[str]:
    """What queries cost in a process that has the index."""
    index = Index({"vi": entries}, variant_key=en.comparison_key)
    chance = random.Random(2)
    some = chance.sample(list(entries), 200)
    queries: dict[str, Callable[[Entry], str]] = {
        "a term": lambda entry: entry.source,
        "an equivalent": lambda entry: entry.target,
        "without tone marks": lambda entry: fold_marks(entry.target),
        "a plural": lambda entry: f"{entry.source}s",
        "a word": lambda entry: entry.source.split()[-1],
        "two typing errors": lambda entry: f"{entry.source[:2]}q{entry.source[3:-1]}",
    }
    index.find("soemthing that loads the names")
    for name, query in queries.items():
        wanted = [query(entry) for entry in some]
        taken = [timed(partial(index.find, text)) for text in wanted]
        late = quantiles(taken, n=20)[-1]
        yield f"warm  {name:28} {median(taken) * 1000:7.2f} ms, 95 %: {late * 1000:7.2f} ms"


def fold_marks(text: str) -> str:
    """A text as somebody types it without a Vietnamese keyboard."""
    from glossary.languages import vi

    return vi.strip_marks(text)


def marking(entries: Sequence[Entry]) -> Iterator[str]:
    """How fast texts are marked."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SEEDS) * 20
    half = Annotator.of_sources(entries[: len(entries) // 2])
    whole = Annotator.of_sources(entries)
    measured = (
        (f"{len(entries)} terms", whole, text),
        (f"{len(entries) // 2} terms", half, text),
        (f"{len(entries)} terms, twice the text", whole, text * 2),
    )
    for name, annotator, what in measured:
        best = min(timed(partial(annotator.annotate, what)) for _ in range(3))
        yield f"mark  {name:28} {len(what.encode()) / best / 1e6:7.2f} MB/s"


def timed(run: Callable[[], object]) -> float:
    """Seconds of this process that a call takes, whoever else is busy."""
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
