"""A cluster: a real scheduler and two worker processes on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from glossary.cli import cli
from glossary.errors import MalformedError, WorkerError
from glossary.extraction import cluster
from glossary.extraction.cluster import Cluster
from glossary.extraction.corpus import Progress, count
from glossary.extraction.tallies import Counts

PATIENCE = 60  # seconds in which a process of the cluster must be there

try:
    import distributed
except ModuleNotFoundError:
    distributed = None
needs_dask = pytest.mark.skipif(
    distributed is None, reason="the extra “cluster” is not installed: pip install '.[cluster]'"
)


@dataclass
class Running:
    """A scheduler and its workers, each a process."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Start a scheduler and two workers in an empty folder; end them."""
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    started = [_dask(tmp_path, "scheduler", "--host", "127.0.0.1", "--port", str(port))]
    try:
        _wait(lambda: _answers(port))
        options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        started += [_dask(tmp_path, "worker", address, *options) for _ in range(2)]
        _wait_for_workers(address, 2)
        yield Running(address, started[0], started[1:])
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@needs_dask
def test_a_cluster_counts_what_one_process_counts(
    running: Running, corpus: list[Path], counted: Counts
) -> None:
    shared = count(corpus, workers=Cluster(running.address))
    assert shared == counted
    assert list(shared.tallies) == list(counted.tallies)


@needs_dask
def test_a_worker_that_is_killed_changes_nothing(
    running: Running, corpus: list[Path], counted: Counts
) -> None:
    steps: list[Progress] = []

    def kill(progress: Progress) -> None:
        steps.append(progress)
        if len(steps) == 1:
            running.workers[0].send_signal(signal.SIGKILL)

    assert count(corpus, workers=Cluster(running.address), progress=kill) == counted
    assert running.workers[0].wait(PATIENCE) == -signal.SIGKILL
    assert len(steps) > 3


@needs_dask
def test_the_command_gives_the_same_bytes(
    running: Running, corpus: list[Path], tmp_path: Path
) -> None:
    for form in ("tsv", "json"):
        results = []
        for number, where in enumerate(
            (["--jobs", "1"], ["--jobs", "2"], ["--scheduler", running.address])
        ):
            target = tmp_path / f"{number}.{form}"
            command = ["-q", "extract", *where, "--format", form, "-o", str(target)]
            result = CliRunner().invoke(cli, [*command, *map(str, corpus[:12])])
            assert result.exit_code == 0, result.output
            results.append(target.read_bytes())
        assert results[0].count(b"\n") > 50
        assert set(results) == {results[0]}


@needs_dask
def test_an_error_in_an_article_is_ours(running: Running, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"fine\n\xff")
    with pytest.raises(MalformedError, match=r"bad\.txt:2:1"):
        count([bad], workers=Cluster(running.address))


@needs_dask
@pytest.mark.parametrize("what", ["workers", "scheduler"])
def test_a_cluster_that_is_lost(
    running: Running, corpus: list[Path], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 2)

    def kill(progress: Progress) -> None:
        for process in running.workers if what == "workers" else [running.scheduler]:
            process.kill()
            process.wait()

    with pytest.raises(WorkerError, match="was lost"):
        count(corpus, workers=Cluster(running.address), progress=kill)


@needs_dask
@pytest.mark.parametrize(
    "address", ["nonsense", "tcp://127.0.0.1", "http://127.0.0.1:8786", "tcp://nowhere.invalid:1"]
)
def test_what_is_no_scheduler(address: str) -> None:
    with pytest.raises(WorkerError, match="no scheduler answers at") as caught, Cluster(address):
        pass
    assert "dask scheduler" in caught.value.hint


@needs_dask
def test_nobody_listens_and_the_command_says_so(corpus: list[Path]) -> None:
    address = f"tcp://127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "glossary", "extract", "--scheduler", address, str(corpus[0])]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.splitlines()[0] == f"glossary: no scheduler answers at {address}"
    assert len(result.stderr.splitlines()) == 2  # the second is the hint


@needs_dask
def test_a_server_that_is_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(WorkerError, match="no scheduler"), Cluster(address):
            pass


@needs_dask
def test_a_scheduler_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 3)
    port = _free_port()
    scheduler = _dask(tmp_path, "scheduler", "--host", "127.0.0.1", "--port", str(port))
    try:
        _wait(lambda: _answers(port))
        with pytest.raises(WorkerError, match="has no workers"):
            Cluster(f"tcp://127.0.0.1:{port}").__enter__()
    finally:
        scheduler.kill()
        scheduler.wait()


def test_dask_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkerError, match="“distributed”, which is not installed") as caught:
        Cluster("tcp://127.0.0.1:1").__enter__()
    assert "pip install '.[cluster]'" in caught.value.hint


def _dask(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "DASK_DISTRIBUTED__WORKER__USE_FILE_LOCKING": "False"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _wait_for_workers(address: str, number: int) -> None:
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(number, timeout=PATIENCE)


def _wait(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_done():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)
