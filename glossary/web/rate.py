"""How many requests an address may make: a bucket that fills again with time.

in      the time, and the address of each request
out     the seconds that a request has to wait: whoever asks too fast is slowed, not refused
source  the generic cell rate algorithm (ITU-T I.371)
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import ClassVar

_MOST_ADDRESSES = 4096


class Rate:
    """Lets an address make `per_second` requests, and twice as many at once.

    >>> clock = iter([0.0, 0.0, 0.0, 0.0]).__next__
    >>> rate = Rate(1, clock=clock)
    >>> [rate.wait("a") for _ in range(4)]
    [0.0, 0.0, 1.0, 2.0]
    """

    LONGEST_WAIT: ClassVar[float] = 1.0
    """Seconds after which waiting is of no use: such a request is refused and costs nothing."""

    def __init__(self, per_second: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval = 1 / per_second
        self._clock = clock
        # The time at which the bucket of an address will be full again.
        self._full: OrderedDict[str, float] = OrderedDict()

    def wait(self, address: str) -> float:
        """The seconds until a request of `address` may be answered; it counts unless refused."""
        now = self._clock()
        full = max(now, self._full.pop(address, now)) + self._interval
        wait = max(0.0, full - now - 2.0)
        refused = wait > self.LONGEST_WAIT
        self._full[address] = full - self._interval if refused else full
        while len(self._full) > _MOST_ADDRESSES:
            self._full.popitem(last=False)
        return wait
