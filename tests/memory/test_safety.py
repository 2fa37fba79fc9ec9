"""Nothing acknowledged is lost: killed writers, two writers at once, a full disk."""

import contextlib
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from glossary.errors import GlossaryError, InputError, LockedError, MalformedError, OutputError
from glossary.memory import Memory, _connection, _keys, _schema
from glossary.model import Segment
from tests.memory.units import segments

# Adds so many batches of ten, and says of each that it is done.
ADDING = """
import sys
from pathlib import Path
from glossary.memory import Memory
from glossary.model import Segment
who, count = sys.argv[2], int(sys.argv[3])
with Memory.open(Path(sys.argv[1])) as memory:
    for batch in range(count):
        memory.add(Segment(f"{who} {batch} {n} " + "x" * 500, "đích") for n in range(10))
        print(batch, flush=True)
"""

# Builds the index for ever.
BUILDING = """
import sys
from pathlib import Path
from glossary.memory import Memory
with Memory.open(Path(sys.argv[1])) as memory:
    while True:
        memory.rebuild("en")
        print("built", flush=True)
"""


@contextlib.contextmanager
def running(program: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", program, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(program: str, path: Path, seconds: float) -> list[str]:
    """Kill a program some time after it said its first word; give all that it said."""
    with running(program, str(path), "a", "1000000") as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return [first, *process.stdout.readlines()]


def test_a_killed_writer_loses_nothing_that_it_said_was_done(path: Path) -> None:
    chance = random.Random(5)
    known = 0
    for _ in range(4):
        said = killed_after(ADDING, path, chance.uniform(0, 0.15))
        done = 10 * sum(line.endswith("\n") for line in said)
        with Memory.open(path) as memory:
            count = len(list(memory.units()))
            # Every program begins with the same texts; whole batches only.
            assert count >= max(known, done)
            assert count % 10 == 0
            assert memory.problems() == []
            assert memory.lookup("a 0 0 " + "x" * 500)[0].score == 100
        known = count


def test_a_killed_builder_leaves_an_index_or_none(path: Path) -> None:
    chance = random.Random(6)
    with Memory.open(path) as memory:
        memory.add(segments(6000))
        texts = [unit.segment.source for unit in memory.units()]
    for _ in range(4):
        killed_after(BUILDING, path, chance.uniform(0, 0.3))
        with Memory.open(path) as memory:
            wanted = chance.choice(texts)
            assert memory.lookup(wanted)[0].source == wanted
            memory.rebuild("en")
            assert memory.problems() == []
    names = sorted(one.name for one in path.parent.iterdir())
    assert names == ["memory.db", "memory.en.index"]


def test_two_writers_at_once(path: Path) -> None:
    with running(ADDING, str(path), "a", "30") as one, running(ADDING, str(path), "b", "30") as two:
        assert one.wait(timeout=60) == two.wait(timeout=60) == 0
    with Memory.open(path) as memory:
        sources = [unit.segment.source for unit in memory.units()]
        assert memory.problems() == []
    assert len(sources) == len(set(sources)) == 600
    assert {source[0] for source in sources} == {"a", "b"}


def test_a_look_up_sees_what_another_process_added(path: Path) -> None:
    with Memory.open(path) as reader, Memory.open(path) as writer:
        assert reader.lookup("law") == []
        writer.add([Segment("law", "luật")])
        assert [match.target for match in reader.lookup("law")] == ["luật"]
        writer.add([Segment("laws", "các luật")])
        assert [match.score for match in reader.lookup("laws")] == [100, 75]
        writer.forget([1])
        assert [match.score for match in reader.lookup("laws")] == [100]


def test_a_look_up_goes_on_while_another_writes(path: Path) -> None:
    with Memory.open(path) as reader, Memory.open(path) as writer:
        writer.add([Segment("law", "luật")])
        with writer.store.writing():
            writer.store.put(Segment("law", "pháp luật"))
            assert [match.target for match in reader.lookup("law")] == ["luật"]
        assert len(reader.lookup("law")) == 2


def test_a_writer_waits_for_another_and_gives_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_connection, "PATIENCE", 0.1)
    with Memory.open(path) as first, Memory.open(path) as second:
        with first.store.writing(), pytest.raises(LockedError) as caught:
            second.add([Segment("law", "luật")])
        assert caught.value.hint
        second.add([Segment("law", "luật")])


def test_threads_share_a_memory(memory: Memory) -> None:
    faults: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(40):
                memory.add([Segment(f"{name} {number}", "đích")])
                assert memory.lookup(f"{name} {number}", limit=1)[0].score == 100
        except BaseException as error:
            faults.append(error)

    threads = [Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(list(memory.units())) == 120


def test_there_must_be_a_record(path: Path) -> None:
    with pytest.raises(InputError) as caught:
        Memory.open(path, create=False)
    assert "glossary memory import" in caught.value.hint
    assert not path.exists()


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        Memory.open(tmp_path / "no" / "memory.db")


def made_by_another(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_folder_in_the_place_of_the_memory(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(InputError, match="is a folder, not a memory"):
        Memory.open(path)


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    made_by_another(path, "CREATE TABLE bookmarks (url)")
    with pytest.raises(MalformedError, match="another program"):
        Memory.open(path)


def test_a_record_of_a_later_version_is_left_alone(path: Path) -> None:
    Memory.open(path).close()
    made_by_another(path, f"PRAGMA user_version = {len(_schema.STEPS) + 1}")
    with pytest.raises(MalformedError, match="later version"):
        Memory.open(path)


def test_an_older_record_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Memory.open(path) as memory:
        memory.add([Segment("law", "luật")])

    def step(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE units ADD COLUMN colour TEXT")

    monkeypatch.setattr(_schema, "STEPS", (*_schema.STEPS, step))
    with Memory.open(path) as memory:
        assert memory.store.number("PRAGMA user_version") == len(_schema.STEPS)
        assert memory.store.rows("SELECT colour FROM units") == [(None,)]
        assert memory.lookup("law")


def test_the_words_of_an_older_record_are_indexed_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(_schema, "STEPS", _schema.STEPS[:1])
        # As words were divided then.
        patch.setattr(_keys, "_WORD", re.compile(r"[^\W_]+(?:['’][^\W_]+)*"))
        with Memory.open(path) as memory:
            memory.add([Segment("A fund", "L’assurance", target_language="fr")])
            memory.add([Segment("A law", "Une loi", target_language="fr")])
    with Memory.open(path) as memory:
        assert [line.text for line in memory.concordance("assurance")] == ["L’assurance"]
        memory.forget([1])
        assert memory.concordance("assurance") == []
        assert [line.text for line in memory.concordance("loi")] == ["Une loi"]


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Memory.open(path).close()

    def step(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE facts")
        connection.execute("nonsense")

    with monkeypatch.context() as patch:
        patch.setattr(_schema, "STEPS", (*_schema.STEPS, step))
        with pytest.raises(GlossaryError):
            Memory.open(path)
    with Memory.open(path) as memory:
        assert memory.fact("nothing") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are of POSIX")
def test_a_full_disk_leaves_the_memory_whole(path: Path) -> None:
    import resource

    with Memory.open(path) as memory:
        memory.add(segments(300))
        before = list(memory.units())
    code = f"""
import resource, signal
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({path.stat().st_size + 40000}, resource.RLIM_INFINITY))
from glossary.errors import GlossaryError
from glossary.memory import Memory
from glossary.model import Segment
try:
    with Memory.open(Path({str(path)!r})) as memory:
        memory.add(Segment(str(n) * 50, "y" * 50) for n in range(20000))
except GlossaryError as error:
    print(type(error).__name__)
"""
    assert resource.RLIMIT_FSIZE
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "OutputError"
    with Memory.open(path) as memory:
        assert list(memory.units()) == before
        assert memory.problems() == []
