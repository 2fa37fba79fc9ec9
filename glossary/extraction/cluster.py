"""Map on a Dask cluster, where one machine is not enough.

Each worker has this package installed, in the same version; it needs no file of ours, for a chunk
travels with its texts. Dask itself does again what a lost worker had in hand.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from urllib.parse import urlsplit

from glossary.errors import WorkerError
from glossary.extraction.corpus import Chunk
from glossary.interface import _

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10
"""Seconds to wait for the scheduler, and for the first worker to report to it."""

WAITING = 2
"""How many chunks for each worker are on their way besides the one it works on."""

SCHEMES = ("tcp", "tls")
"""How the address of a scheduler begins."""

Result = TypeVar("Result", covariant=True)


class Promise(Protocol[Result]):
    """Dask's future: a result that is there or will be; TimeoutError where that takes longer."""

    def result(self, timeout: float) -> Result:
        """Wait `timeout` seconds for the result."""


class Cluster:
    """The workers of the Dask scheduler at `address` (``tcp://host:port``), a context.

    Raises WorkerError where Dask is not installed, the scheduler does not answer, there are no
    workers, or they fail.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.count = 0
        self._client: Any = None

    def __enter__(self) -> Cluster:
        self._client = _connect(self.address)
        try:
            with self._explained():
                self._client.wait_for_workers(1, timeout=PATIENCE)
                self.count = len(self._client.nthreads())
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close()  # which lets go of the chunks that nobody waits for any more

    def map(self, step: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """Give what `step` makes of each chunk, in the order of the chunks."""
        window: deque[Promise[Result]] = deque()
        with self._explained():
            for chunk in chunks:
                window.append(self._client.submit(step, chunk.with_texts(), pure=False))
                if len(window) >= self.count * (1 + WAITING):
                    yield self._first(window)
            while window:
                yield self._first(window)

    def _first(self, window: deque[Promise[Result]]) -> Result:
        """Wait for the first result while there are workers; Dask itself waits for new ones."""
        promise = window.popleft()
        while True:
            try:
                return promise.result(timeout=PATIENCE)
            except TimeoutError:
                if self._client.status != "running" or not self._client.nthreads():
                    raise self._lost() from None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what goes wrong in the cluster into an error that says what to do."""
        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        try:
            yield
        except KilledWorker as error:
            raise WorkerError(
                _("the workers of {address} die again and again").format(address=self.address),
                hint=_("Give them more memory, or fewer threads."),
            ) from error
        except (OSError, CancelledError, CommClosedError, TimeoutError) as error:
            raise self._lost() from error
        except ModuleNotFoundError as error:
            raise WorkerError(
                _("the workers of {address} lack the module “{name}”").format(
                    address=self.address, name=error.name
                ),
                hint=_("Install on each of them what is installed here."),
            ) from error

    def _lost(self) -> WorkerError:
        return WorkerError(
            _("the cluster at {address} has no workers, or was lost").format(address=self.address),
            hint=_("Start a worker with: dask worker {address}").format(address=self.address),
        )


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise WorkerError(
            _("a cluster needs the package “{name}”, which is not installed").format(
                name=error.name
            ),
            hint=_("In the folder of glossary's sources: pip install '.[cluster]'"),
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # errors reach the user as ours
    try:
        _knock(address)
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise WorkerError(
            _("no scheduler answers at {address}").format(address=address),
            hint=_("Start one with “dask scheduler”; it shows its address (tcp://host:port)."),
        ) from error


def _knock(address: str) -> None:
    """Raise OSError or ValueError where no scheduler listens: Dask's own client hangs there."""
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.port:
        raise ValueError(address)
    socket.create_connection((parts.hostname or "", parts.port), timeout=PATIENCE).close()
    asyncio.run(_shake_hands(address))


async def _shake_hands(address: str) -> None:
    from distributed.comm import connect

    comm = await asyncio.wait_for(connect(address, timeout=PATIENCE), PATIENCE)
    comm.abort()
