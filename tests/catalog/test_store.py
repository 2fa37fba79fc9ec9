"""The catalog on disk: nothing half written, nothing lost, whoever else writes."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog import Catalog, CatalogFile, replacing, write_bytes
from glossary.errors import ChangedError, InputError, LockedError, MalformedError, OutputError
from glossary.model import Entry

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
OLD = HEADER + '\nmsgid "pension"\nmsgstr ""\n'
DONE = HEADER + '\n# status: draft\nmsgid "pension"\nmsgstr "lương hưu"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.po"
    path.write_text(OLD)
    return path


def translate(catalog: Catalog) -> None:
    entry = catalog.get("pension")
    assert entry is not None
    catalog.put(replace(entry, target="lương hưu"))


def edit(path: Path, then: Callable[[], object]) -> None:
    """Translate an entry and do something else before the catalog is written."""
    with CatalogFile(path).editing() as catalog:
        translate(catalog)
        then()


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_editing_writes_when_the_block_ends(path: Path) -> None:
    with CatalogFile(path).editing() as catalog:
        translate(catalog)
        assert path.read_text() == OLD
    assert path.read_text() == DONE
    assert names(path.parent) == ["glossary.po"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_an_error_leaves_the_file(path: Path, error: type[BaseException]) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(error):
        edit(path, fail)
    assert path.read_text() == OLD
    assert names(path.parent) == ["glossary.po"]


def test_nothing_is_written_when_nothing_changed(path: Path) -> None:
    before = path.stat()
    with CatalogFile(path).editing() as catalog:
        for entry in catalog.entries:
            catalog.put(entry)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_mode_is_kept(path: Path) -> None:
    path.chmod(0o664)
    with CatalogFile(path).editing() as catalog:
        translate(catalog)
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert write_bytes(tmp_path / "vi" / "LC_MESSAGES" / "new.po", OLD.encode())
    made = tmp_path / "vi" / "LC_MESSAGES" / "new.po"
    assert made.stat().st_mode == plain.stat().st_mode


def test_writing_the_same_bytes_is_no_change(path: Path) -> None:
    assert not write_bytes(path, OLD.encode())
    assert write_bytes(path, DONE.encode())


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.po"
    link.symlink_to(path)
    with CatalogFile(link).editing() as catalog:
        translate(catalog)
    assert link.is_symlink()
    assert path.read_text() == DONE
    assert names(elsewhere) == ["link.po"]


def test_backup(path: Path) -> None:
    with CatalogFile(path).editing(backup=True) as catalog:
        translate(catalog)
    assert path.with_name("glossary.po~").read_text() == OLD
    assert path.read_text() == DONE


def test_what_a_killed_writer_left_is_cleaned(path: Path) -> None:
    (path.parent / ".glossary.po.abc.tmp").write_text("half")
    (path.parent / ".other.po.abc.tmp").write_text("not ours")
    with CatalogFile(path).editing() as catalog:
        translate(catalog)
    assert names(path.parent) == [".other.po.abc.tmp", "glossary.po"]


def test_an_editor_that_ignores_locks_is_not_overwritten(path: Path) -> None:
    theirs = OLD.replace('msgstr ""\n', 'msgstr "hưu trí"\n', 1)
    with pytest.raises(ChangedError) as caught:
        edit(path, lambda: path.write_text(theirs))
    assert path.read_text() == theirs
    assert caught.value.path == path
    assert "run the command again" in caught.value.hint


def test_a_file_that_vanished_is_not_made_again(path: Path) -> None:
    with pytest.raises(ChangedError):
        edit(path, path.unlink)
    assert not path.exists()


def test_a_missing_catalog(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such catalog") as caught:
        CatalogFile(tmp_path / "glossary.po").read()
    assert "glossary init" in caught.value.hint
    for missing in (tmp_path / "glossary.po", tmp_path / "vi" / "glossary.po"):
        with pytest.raises(InputError), CatalogFile(missing).editing():
            pass


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("glossary.pot", "there is no glossary yet", "glossary extract"),
        ("letter.po", "cannot read the file: no such file or directory", "Check the name"),
    ],
)
def test_a_missing_file_is_not_called_a_catalog(
    tmp_path: Path, name: str, message: str, hint: str
) -> None:
    with pytest.raises(InputError, match=message) as caught:
        CatalogFile(tmp_path / name).read()
    assert hint in caught.value.hint


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "vi").write_text("")
    with pytest.raises(OutputError, match="cannot make the folder") as caught:
        write_bytes(tmp_path / "vi" / "glossary.po", b"")
    assert caught.value.path == tmp_path / "vi"


def test_a_folder_is_no_catalog(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        CatalogFile(tmp_path).read()


def test_a_broken_catalog_names_its_place(path: Path) -> None:
    path.write_text(OLD.replace('msgid "pension"', 'msgid "pension'))
    with pytest.raises(MalformedError) as caught:
        CatalogFile(path).read()
    assert str(caught.value).startswith(f"{path}:4:7: ")


@contextlib.contextmanager
def without_root() -> Iterator[None]:
    """Give up the rights of root, which no folder is read-only for."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_read_only_folder() -> None:
    # Not in pytest's own folder, which nobody but its owner can reach.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "glossary.po"
        path.write_text(OLD)
        folder.chmod(0o555)
        with without_root(), pytest.raises(OutputError) as caught:
            edit(path, lambda: None)
        folder.chmod(0o755)
        assert path.read_text() == OLD
        assert names(folder) == ["glossary.po"]
    assert caught.value.message == "cannot write the file: permission denied"
    assert caught.value.hint


def test_a_full_disk_leaves_the_old_file(path: Path) -> None:
    # A limit on the size of files fails a write as a full disk does.
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from glossary.catalog import CatalogFile\n"
        "from glossary.errors import OutputError\n"
        "from glossary.model import Entry\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    with CatalogFile(Path(sys.argv[1])).editing() as catalog:\n"
        "        catalog.put(Entry('new', target='x' * 100_000))\n"
        "except OutputError as error:\n"
        "    print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"{path}: cannot write the file: file too large\n"
    assert path.read_text() == OLD
    assert names(path.parent) == ["glossary.po"]


ADDER = """
import sys
from pathlib import Path
from glossary.catalog import CatalogFile
from glossary.model import Entry

path, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for one in range(number):
    with CatalogFile(path).editing(patience=60) as catalog:
        catalog.put(Entry(f"{name} {one}", target="x" * 2000))
    print(f"{name} {one}", flush=True)
"""


def adder(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDER, str(path), name, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_keep_each_others_additions(path: Path) -> None:
    running = [adder(path, name, 40) for name in ("left", "right")]
    for process in running:
        process.communicate(timeout=120)
        assert process.returncode == 0
    found = {entry.source for entry in CatalogFile(path).read().entries}
    assert found == {"pension"} | {f"{side} {n}" for side in ("left", "right") for n in range(40)}


def test_a_second_writer_waits_only_so_long(path: Path) -> None:
    with CatalogFile(path).editing():
        start = time.monotonic()
        with pytest.raises(LockedError), CatalogFile(path).editing(patience=0.2):
            pass
        assert time.monotonic() - start >= 0.2


def test_reading_needs_no_lock(path: Path) -> None:
    with CatalogFile(path).editing():
        assert CatalogFile(path).read().get("pension") == Entry("pension")


@pytest.mark.parametrize("seed", range(10))
def test_a_kill_leaves_a_whole_file_with_all_that_was_acknowledged(path: Path, seed: int) -> None:
    # Twenty writes are reported before the clock starts, so that the kill falls among writes.
    process = adder(path, "term", 100_000)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(20)]
    time.sleep(random.Random(seed).uniform(0, 0.05))
    process.send_signal(signal.SIGKILL)
    acknowledged += process.stdout.read().split("\n")[:-1]
    process.wait()
    found = {entry.source for entry in CatalogFile(path).read().entries}
    assert set(acknowledged) <= found
    with CatalogFile(path).editing(patience=1) as catalog:
        translate(catalog)
    assert names(path.parent) == ["glossary.po"]


def test_a_stream_takes_the_place_of_a_file_only_when_all_went_well(tmp_path: Path) -> None:
    path = tmp_path / "new" / "memory.tmx"
    with replacing(path) as stream:
        stream.write(b"one")
    assert path.read_bytes() == b"one"

    def fail() -> None:
        with replacing(path) as stream:
            stream.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"one"
    assert [one.name for one in path.parent.iterdir() if not one.name.endswith(".lock")] == [
        "memory.tmx"
    ]
