"""What reading and writing cost beside polib, as ratios in one run (seconds tell nothing)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib  # type: ignore[import-untyped]

from glossary.formats.po import Document, Message, new_document, read_po

NUMBER = 4000


def best_of(runs: int, action: Callable[[], object]) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def large_file(folder: Path) -> Path:
    document = new_document(Message("", ("Content-Type: text/plain; charset=UTF-8\n",)))
    for number in range(NUMBER):
        words = "social insurance benefit " * (8 if number % 4 == 0 else 1)
        document.put(
            Message(
                f"{words}{number}",
                (f"chế độ bảo hiểm xã hội {words}",),
                translator=("status: draft",),
                extracted=("noun · general · 26 in 3 articles",),
                references=(f"a.txt:{number}",),
            )
        )
    path = folder / "large.po"
    path.write_bytes(document.to_bytes())
    return path


def edit(document: Document, number: int) -> bytes:
    message = document.messages[NUMBER // 2]
    document.put(replace(message, msgstr=(f"chế độ {number}",)))
    return document.to_bytes()


def test_costs_beside_polib(tmp_path: Path) -> None:
    path = large_file(tmp_path)
    read_po(path)
    theirs = best_of(5, lambda: polib.pofile(str(path)))
    ours = best_of(5, lambda: read_po(path))
    # The goal is 2, measured 1.75; the rest is room for a busy machine.
    assert ours / theirs < 2.5

    file = polib.pofile(str(path))
    theirs = best_of(3, lambda: file.save(str(tmp_path / "polib.po")))
    document = read_po(path)
    ours = best_of(3, lambda: edit(document, int(time.perf_counter_ns())))
    assert ours / theirs < 0.4


def test_a_message_is_found_in_microseconds(tmp_path: Path) -> None:
    document = read_po(large_file(tmp_path))
    keys = [message.key for message in document.messages]
    seconds = best_of(5, lambda: [document.get(*key) for key in keys])
    assert seconds / len(keys) < 10e-6
