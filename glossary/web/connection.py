"""A connection that does not wait for ever: what uvicorn's leaves open is bounded here.

rules   The head of a request has to come within some seconds and has a greatest size; an answer has
        to be taken; and an address may have so many connections and no more: who opens many and
        says nothing, or takes nothing, keeps nobody else out.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
TAKING_SECONDS = 20.0
LONGEST_HEAD = 64 * 1024
MOST_PER_ADDRESS = 256


class Connection(HttpToolsProtocol):
    """One connection of a client."""

    open_by_address: ClassVar[Counter[str]] = Counter()

    _deadline: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None
    _address = ""
    _unanswered = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count the connection, and give it its time for a first request."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self.open_by_address[self._address] += 1
        if self.open_by_address[self._address] > MOST_PER_ADDRESS:
            transport.abort()
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting and waiting."""
        self._stop_waiting()
        self._taken()
        self.open_by_address[self._address] -= 1
        if not self.open_by_address[self._address]:
            del self.open_by_address[self._address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; the time runs while it is not the whole head of a request."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self._is_answering:
            self._stop_waiting()
            return
        self._unanswered += len(data)
        if self._unanswered > LONGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("The head of the request is too long.")
        elif self._deadline is None:
            self._wait_for_head()

    def on_response_complete(self) -> None:
        """Give the connection its time for another request, or for the rest of this one."""
        self._unanswered = 0
        super().on_response_complete()
        if not self._is_answering and self._deadline is None:
            self._wait_for_head()

    def pause_writing(self) -> None:
        """The client does not take what was sent: it has some time to do so."""
        super().pause_writing()
        self._stuck = self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """The client takes it again."""
        super().resume_writing()
        self._taken()

    def _taken(self) -> None:
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    @property
    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait_for_head(self) -> None:
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        if not self._is_answering and not self.transport.is_closing():
            self.transport.abort()
