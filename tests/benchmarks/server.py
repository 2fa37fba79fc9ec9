"""Measure what 50 clients at once get from the server, and try it against its own description.

    python -m tests.benchmarks.server [--clients 50] [--seconds 30] [--terms 5000] [--units 100000]
    python -m tests.benchmarks.server --schema [--examples 100]

Makes a project of so many terms from the shipped glossary, and a memory of so many units of
`tests/memory/units.py`, starts ``glossary serve`` on it, and lets each client ask one question
after the other, from a loopback address of its own: look-ups (terms, equivalents without tone
marks, what is half typed, typing errors), then memory matches (variants of units, equal ones, new
ones). Prints for each: requests, errors, requests a second, milliseconds (the median, p95, the
longest), and the milliseconds of the processor that the server needed for one, where Linux tells
it: what the others wait for on an idle core is as many times that as there are clients.

With --schema it is schemathesis that asks, along the OpenAPI description; any answer of 5xx, or one
that is not as described, is a failure.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote

from glossary.catalog import Catalog
from glossary.languages import fold
from glossary.memory import Memory
from glossary.model import Entry
from glossary.project import Project
from glossary.project.creation import create
from tests.memory.units import queries, segments

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "locales" / "vi" / "LC_MESSAGES" / "glossary.po"
_HEADER = 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def main() -> int:
    """Measure or try what the command line asks for; 1 where there were errors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--terms", type=int, default=5000)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--schema", action="store_true")
    parser.add_argument("--examples", type=int, default=100)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        project, entries = make_project(Path(folder), asked.terms)
        sentences = make_memory(project, 500 if asked.schema else asked.units)
        with served(project) as (port, process):
            if asked.schema:
                return try_schema(port, asked.examples)
            plan = {"look-up": lookups(entries), "memory": matches(sentences)}
            columns = ("asked", "requests", "errors", "requests/s", "p50", "p95", "max", "CPU")
            print(*columns, sep="\t", flush=True)
            failed = 0
            for name, questions in plan.items():
                busy = processor(process)
                times, errors = asyncio.run(load(port, questions, asked.clients, asked.seconds))
                failed += errors
                p95 = quantiles(times, n=20)[-1]
                busy = (processor(process) - busy) / len(times)
                figures = (median(times), p95, max(times), busy)
                shown = "\t".join(f"{1000 * figure:.1f}" for figure in figures)
                rate = len(times) / asked.seconds
                print(f"{name}\t{len(times)}\t{errors}\t{rate:.0f}\t{shown}", flush=True)
    return 1 if failed else 0


def make_project(folder: Path, terms: int) -> tuple[Project, list[Entry]]:
    """A project whose catalog has so many terms: shipped ones, and ones made from two of them."""
    project = create(folder / "project")
    shipped = [entry for entry in Catalog.from_bytes(SHIPPED.read_bytes()).entries if entry.target]
    choose = random.Random(7)
    entries = {entry.source: entry for entry in shipped}
    while len(entries) < terms:
        first, second = choose.sample(shipped, 2)
        source = f"{first.source} {second.source}"
        entries[source] = Entry(source, target=f"{second.target} {first.target}")
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    catalog = Catalog.from_bytes(_HEADER.encode())
    for entry in list(entries.values())[:terms]:
        catalog.put(entry)
    path.write_bytes(catalog.to_bytes())
    return project, list(entries.values())[:terms]


def make_memory(project: Project, units: int) -> list[str]:
    """A memory of so many units; texts that may be looked for in it."""
    made = list(segments(units))
    with Memory.open(project.memory_path) as memory:
        memory.add(made)
    return queries([segment.source for segment in made], 5000)


@contextmanager
def served(project: Project) -> Iterator[tuple[int, int]]:
    """Run ``glossary serve`` as a user does; give its port and the number of its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary", "serve", "--port", "0"],
        cwd=project.root,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        found = re.search(r":(\d+)/\n", process.stderr.readline())
        assert found, process.stderr.read()
        yield int(found[1]), process.pid
    finally:
        process.terminate()
        process.communicate()


def processor(process: int) -> float:
    """The seconds that a process has been busy; 0 where the system does not tell."""
    path = Path(f"/proc/{process}/stat")
    if not path.exists():
        return 0.0
    fields = path.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def lookups(entries: Sequence[Entry]) -> Callable[[random.Random], str]:
    """Addresses of look-ups, as people type."""

    def question(choose: random.Random) -> str:
        entry = choose.choice(entries)
        text = choose.choice((entry.source, entry.target, fold(entry.target)))
        kind = choose.random()
        if kind < 0.4:
            text = text[: choose.randint(2, len(text))]
        elif kind < 0.5 and len(text) > 4:
            place = choose.randrange(1, len(text) - 1)
            text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        return f"/api/v1/search?q={quote(text[:200])}"

    return question


def matches(texts: Sequence[str]) -> Callable[[random.Random], str]:
    """Addresses of matches, as Weblate asks for them."""

    def question(choose: random.Random) -> str:
        return f"/tmserver/en/vi/unit/{quote(choose.choice(texts)[:500], safe='')}"

    return question


async def load(
    port: int, question: Callable[[random.Random], str], clients: int, seconds: float
) -> tuple[list[float], int]:
    """Seconds of each answer that `clients` got in so many seconds, and how many were wrong."""
    until = time.perf_counter() + seconds
    found = await asyncio.gather(
        *(_client(port, question, number, until) for number in range(clients))
    )
    return [one for times, _ in found for one in times], sum(errors for _, errors in found)


async def _client(
    port: int, question: Callable[[random.Random], str], number: int, until: float
) -> tuple[list[float], int]:
    choose, times, errors = random.Random(number), list[float](), 0
    address = (f"127.0.0.{number % 250 + 2}", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=address)
    while (start := time.perf_counter()) < until:
        head = f"GET {question(choose)} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        writer.write(head.encode("ascii"))
        answer = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", answer)
        await reader.readexactly(int(length[1]) if length else 0)
        times.append(time.perf_counter() - start)
        errors += not answer.startswith(b"HTTP/1.1 200 ")
    writer.close()
    return times, errors


def try_schema(port: int, examples: int) -> int:
    """Let schemathesis ask whatever the description allows, and some that it does not."""
    program = Path(sys.executable).with_name("schemathesis")
    address = f"http://127.0.0.1:{port}/api/v1/openapi.json"
    command = [str(program), "run", address, "--max-examples", str(examples), "--seed", "7"]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
