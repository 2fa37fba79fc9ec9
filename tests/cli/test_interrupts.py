import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from click.testing import Result

from glossary.cli import _interrupts
from glossary.project import Project
from glossary.project.run import run_update


def test_an_interrupt_waits_for_the_end_of_the_block() -> None:
    steps = []

    def work() -> None:
        with _interrupts.held():
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("done")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["done"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_in_the_block_comes_through() -> None:
    with pytest.raises(ValueError, match="x"), _interrupts.held():
        raise ValueError("x")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_an_interrupt_nothing_happens() -> None:
    with _interrupts.held():
        pass


def test_every_file_is_written_when_an_interrupt_comes_while_they_are(
    office: Project, run: Callable[..., Result]
) -> None:
    run("init", "fr")
    office.template.write_text('msgid ""\nmsgstr ""\n\nmsgid "pension"\nmsgstr ""\n')
    before = {language: office.catalog_path(language).read_bytes() for language in ("fr", "vi")}
    with pytest.raises(KeyboardInterrupt):
        run_update(office, guard=_interrupted())
    for language, data in before.items():
        assert office.catalog_path(language).read_bytes() != data


@contextmanager
def _interrupted() -> Iterator[None]:
    with _interrupts.held():
        os.kill(os.getpid(), signal.SIGINT)
        yield
