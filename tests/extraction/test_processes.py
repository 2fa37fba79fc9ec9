"""Processes: order, death, interrupts; and the same bytes as one process gives."""

from __future__ import annotations

import multiprocessing
import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glossary.errors import MalformedError, RequestError, WorkerError
from glossary.extraction.corpus import SMALL, Progress, count
from glossary.extraction.processes import Processes, available_cores
from glossary.extraction.tallies import Counts
from glossary.extraction.workers import workers

PATIENCE = 20  # seconds in which a process must have ended


def test_results_come_in_the_order_of_the_items() -> None:
    with Processes(2) as processes:
        assert list(processes.map(operator.neg, range(20))) == [-n for n in range(20)]
        assert list(processes.map(operator.neg, [])) == []
    assert not multiprocessing.active_children()


def test_two_processes_count_what_one_counts(corpus: list[Path], counted: Counts) -> None:
    steps: list[Progress] = []
    shared = count(corpus, workers=Processes(2), progress=steps.append)
    assert shared == counted
    assert list(shared.tallies) == list(counted.tallies)
    assert len(steps) > 3
    assert steps[-1].done == steps[-1].total
    assert steps[-1].tokens == counted.token_count


def test_a_worker_that_is_killed_changes_nothing(corpus: list[Path], counted: Counts) -> None:
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        alive = [child.pid for child in multiprocessing.active_children() if child.pid]
        if len(killed) < 2 and (fresh := [pid for pid in alive if pid not in killed]):
            killed.append(fresh[0])
            os.kill(fresh[0], signal.SIGKILL)

    assert count(corpus, workers=Processes(2), progress=kill) == counted
    assert killed  # the second one dies only where there is still work for it
    assert not multiprocessing.active_children()


def test_workers_that_always_die_are_an_error() -> None:
    with pytest.raises(WorkerError, match="die again") as caught, Processes(2) as processes:
        list(processes.map(os._exit, [1, 1]))
    assert "--jobs 1" in caught.value.hint
    assert not multiprocessing.active_children()


def test_an_error_of_a_worker_is_ours_and_ends_them(corpus: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "005.txt"
    bad.write_bytes(b"fine\n\xff")
    with pytest.raises(MalformedError) as caught:
        count([*corpus, bad], workers=Processes(2))
    assert (caught.value.path, caught.value.line, caught.value.column) == (bad, 2, 1)
    assert not multiprocessing.active_children()


def test_who_counts(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"x" * SMALL)
    large.write_bytes(b"x" * (SMALL + 1))
    assert workers([small]) is None
    assert workers([large], jobs=1) is None
    crew = workers([small], jobs=3)
    assert isinstance(crew, Processes)
    assert crew.count == 3
    if available_cores() > 1:
        crew = workers([large])
        assert isinstance(crew, Processes)
        assert crew.count == available_cores()
    with pytest.raises(RequestError, match="scheduler"):
        workers([small], jobs=2, scheduler="tcp://127.0.0.1:1")


@pytest.fixture
def run(corpus: list[Path], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run of the program in a session of its own, its two workers at work for some seconds."""
    for path in corpus:
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8") * 20, encoding="utf-8")
    paths = [str(path) for path in sorted(tmp_path.glob("*.txt"))]
    command = [sys.executable, "-m", "glossary", "extract", "--jobs", "2", *paths]
    process = subprocess.Popen(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    _wait(lambda: len(_session(process.pid)) >= 3)
    yield process
    process.kill()
    process.communicate()
    for pid in _session(process.pid):
        os.kill(pid, signal.SIGKILL)


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")


@needs_proc
@pytest.mark.parametrize("delay", [0.0, 0.3, 1.0])
def test_an_interrupt_ends_all_processes(run: subprocess.Popen[str], delay: float) -> None:
    time.sleep(delay)
    os.killpg(run.pid, signal.SIGINT)
    output, errors = run.communicate(timeout=PATIENCE)
    assert (run.returncode, output) == (130, "")
    assert errors.strip() == "glossary: interrupted; no file is half written"
    _wait(lambda: not _session(run.pid))


@needs_proc
def test_workers_end_when_the_program_is_killed(run: subprocess.Popen[str]) -> None:
    time.sleep(0.5)
    run.kill()
    run.wait(PATIENCE)
    _wait(lambda: not _session(run.pid))


def _session(leader: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue  # it has just ended
        if int(session) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def _wait(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_done():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.02)
