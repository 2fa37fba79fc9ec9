"""The versions of a file that git keeps, in a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from glossary.project.versions import is_committed, versions


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Lê Thị Bé", "-c", "user.email=be@example.org"]
    command = ["git", "-C", str(folder), *identity, *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    path = tmp_path / "sub" / "an odd-name ế.po"
    path.parent.mkdir()
    return path


def test_versions_come_oldest_first_with_their_bytes(file: Path) -> None:
    contents = [b"one\n", b"\r\ntwo without an end", b""]
    for content in contents:
        file.write_bytes(content)
        git(file.parent, "add", ".")
        git(file.parent, "commit", "-q", "-m", "x")
    file.unlink()
    git(file.parent.parent, "commit", "-q", "-a", "-m", "gone")
    file.parent.mkdir(exist_ok=True)
    found = list(versions(file))
    assert [version.data for version in found] == [*contents, None]
    assert {version.who for version in found} == {"Lê Thị Bé"}
    assert all(len(version.name) == 40 and version.date[4] == "-" for version in found)


def commit(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    git(path.parent, "add", ".")
    git(path.parent, "commit", "-q", "-m", "x")


LINES = b"".join(b'msgid "term %d"\n' % number for number in range(20))


def test_former_names_are_followed(file: Path, tmp_path: Path) -> None:
    commit(file, LINES)
    commit(file, LINES + b"two\n")
    moved = tmp_path / "vi" / "dời [1].po"
    for old, new in ((file, file.with_name("b.po")), (file.with_name("b.po"), moved)):
        new.parent.mkdir(exist_ok=True)
        git(tmp_path, "mv", str(old), str(new))
        git(tmp_path, "commit", "-q", "-m", "renamed")
    commit(moved, LINES + b"three\n")
    contents = [version.data.removeprefix(LINES) for version in versions(moved) if version.data]
    assert contents == [b"", b"two\n", b"two\n", b"two\n", b"three\n"]


def test_a_file_that_resembles_another_has_a_history_of_its_own(file: Path) -> None:
    commit(file, LINES)
    other = file.with_name("fr.po")
    commit(other, LINES)
    assert [version.data for version in versions(other)] == [LINES]


def test_committed_is_what_git_can_give_back(file: Path) -> None:
    file.write_bytes(b"one")
    assert not is_committed(file), "not added"
    git(file.parent, "add", ".")
    assert not is_committed(file), "only staged"
    git(file.parent, "commit", "-q", "-m", "x")
    assert is_committed(file)
    file.write_bytes(b"two")
    assert not is_committed(file), "changed"
    (file.parent / ".gitignore").write_text("*.po\n", encoding="utf-8")
    other = file.with_name("other.po")
    other.write_bytes(b"")
    assert not is_committed(other), "ignored"


def test_without_a_repository_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert list(versions(path)) == []
    assert not is_committed(path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(versions(path)) == []
    assert not is_committed(path)
