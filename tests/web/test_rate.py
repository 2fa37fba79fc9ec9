import pytest

from glossary.web.rate import Rate


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_twice_as_many_at_once_then_one_after_the_other() -> None:
    clock = Clock()
    rate = Rate(10, clock=clock)
    waits = [rate.wait("a") for _ in range(40)]
    assert waits[:20] == [0.0] * 20
    assert waits[20:30] == pytest.approx([0.1 * n for n in range(1, 11)])
    assert all(wait > Rate.LONGEST_WAIT for wait in waits[31:])


def test_a_refused_request_costs_nothing() -> None:
    clock = Clock()
    rate = Rate(10, clock=clock)
    for _ in range(1000):
        rate.wait("a")
    clock.now += 1.0
    assert rate.wait("a") <= Rate.LONGEST_WAIT


def test_addresses_do_not_share() -> None:
    rate = Rate(1, clock=Clock())
    for _ in range(10):
        rate.wait("a")
    assert rate.wait("b") == 0


def test_addresses_are_forgotten_in_time() -> None:
    rate = Rate(1, clock=Clock())
    for number in range(10_000):
        rate.wait(str(number))
    assert len(rate._full) <= 4096
