"""Map in several processes of this machine, and end them whatever happens.

A worker that dies is noticed: what it and its fellows had in hand is done again by new ones. The
workers hold one end of a pipe whose other end only this process has; when it closes it, or is
killed itself, they end at once.

Results come in files. A worker that is killed while it writes a long result into a pipe leaves half
of it there, and who reads the pipe waits for the other half for ever; a name is written whole.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any, TypeVar

from glossary.errors import WorkerError
from glossary.interface import _

MAX_DEATHS = 3
"""How often workers may die over one and the same item."""

WAITING = 2
"""How many items beyond those being worked on are handed out: no worker waits, memory is small."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def available_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """`count` worker processes; a context in which `map` works.

    They start a new Python, on any system, so a program that uses them guards its main module
    with ``if __name__ == "__main__"``.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._folder = TemporaryDirectory(prefix="glossary-")
        self._alive, self._lifeline = multiprocessing.Pipe(duplex=False)
        self._pool = self._new_pool()

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        if kind is None:
            self._pool.shutdown()
        self._lifeline.close()
        self._pool.shutdown(cancel_futures=True)
        self._alive.close()
        self._folder.cleanup()

    def map(self, step: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Give what `step` makes of each item, in the order of the items.

        Raises WorkerError when workers die over one item again and again.
        """
        window: deque[tuple[Item, Future[str] | None]] = deque()
        for item in items:
            window.append((item, self._submit(step, item)))
            if len(window) >= self.count + WAITING:
                yield self._first(step, window)
        while window:
            yield self._first(step, window)

    def _first(
        self,
        step: Callable[[Item], Result],
        window: deque[tuple[Item, Future[str] | None]],
    ) -> Result:
        """Wait for the first item's result; where workers died, let new ones do what is open."""
        for _attempt in range(MAX_DEATHS):
            future = window[0][1]
            try:
                if future is not None:
                    name = future.result()
                    window.popleft()
                    result: Result = _take(name)
                    return result
            except BrokenProcessPool:
                pass
            self._pool.shutdown()
            self._pool = self._new_pool()
            for index, (item, known) in enumerate(window):
                if not _is_done(known):
                    window[index] = (item, self._submit(step, item))
        raise WorkerError(
            _("the processes that count die again and again"),
            hint=_("There may be too little memory; count in one process with: --jobs 1"),
        )

    def _submit(self, step: Callable[[Item], object], item: Item) -> Future[str] | None:
        """Hand out an item; None where the workers have died."""
        with _no_interrupt():
            try:
                return self._pool.submit(_leave, step, item, self._folder.name)
            except BrokenProcessPool:
                return None

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.count,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self._alive,),
        )


def _leave(step: Callable[[Item], object], item: Item, folder: str) -> str:
    """Leave what `step` makes of an item in a new file of `folder`; give its name."""
    result = step(item)
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        pickle.dump(result, file, pickle.HIGHEST_PROTOCOL)
    return file.name


def _take(name: str) -> Any:  # noqa: ANN401 - what a step made
    path = Path(name)
    with path.open("rb") as file:
        result = pickle.load(file)
    path.unlink()
    return result


def _is_done(future: Future[str] | None) -> bool:
    return future is not None and future.done() and future.exception() is None


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let Ctrl-C wait while workers are started, and be nothing to them: they end with us.

    A terminal sends it to all of them; what a process blocks, those that it starts block too.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    waiting: list[int] = []
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT)
    if is_main and before is not None:
        signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if is_main and before is not None:
            signal.signal(signal.SIGINT, before)
    if waiting:
        signal.raise_signal(signal.SIGINT)


def _start(alive: Connection[None, None]) -> None:
    """Begin as a worker: end with the process that began it, and collect no cycles."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(alive,), daemon=True).start()
    gc.disable()


def _end_with(alive: Connection[None, None]) -> None:
    try:
        alive.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
