"""The older versions of a project's files, as git keeps them; where there is no git, none.

in      the path of a file
out     its versions, oldest first; whether its present content is kept by git
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from glossary.catalog.history import Version

_FIELD = "\x1f"


def versions(path: Path) -> Iterator[Version]:
    """The committed versions of a file on this branch, oldest first, under its former names too.

    Nothing where git, or the history of this file, does not exist.
    """
    target = path.resolve()
    commits = _commits(target)
    if not commits:
        return
    command = ["git", "-C", str(target.parent), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdin is None or process.stdout is None:
            return
        for name, line in reversed(commits):
            commit, date, who = line.split(_FIELD, 2)
            process.stdin.write(f"{commit}:{name}\n".encode())
            process.stdin.flush()
            yield Version(commit, date, who, _read_object(process.stdout))


def _commits(target: Path) -> list[tuple[str, str]]:
    """The commits that touched a file, newest first: its name in the repository then, their line.

    ``git log --follow`` would go on from a new catalog to the one that it resembles most; here
    a former name counts only where the commit took it away.
    """
    folder, start = target.parent, "HEAD"
    prefix = (_git(folder, ["rev-parse", "--show-prefix"]) or b"").decode().rstrip("\n")
    name = f"{prefix}{target.name}"
    form = _FIELD.join(("%H", "%aI", "%an"))
    found: list[tuple[str, str]] = []
    while name:
        log = _git(folder, ["log", start, f"--format={form}", "--", f":(top,literal){name}"])
        lines = (log or b"").decode("utf-8", "replace").splitlines()
        if not lines:
            break
        found.extend((name, line) for line in lines)
        oldest = lines[-1].partition(_FIELD)[0]
        name, start = _former_name(folder, oldest, name), f"{oldest}^"
    return found


def _former_name(folder: Path, commit: str, name: str) -> str:
    """What the file was called before `commit` renamed it; empty where the commit did not."""
    show = ["show", "-M", "--diff-filter=R", "--diff-merges=first-parent", "--name-status"]
    told = _git(folder, [*show, "--format=", "-z", commit]) or b""
    _status, *names = told.decode("utf-8", "replace").split("\0") if told else ("",)
    pairs = dict(zip(names[1::3], names[0::3], strict=False))
    return pairs.get(name, "")


def is_committed(path: Path) -> bool:
    """Whether git keeps the present content of the file, so that it can be had back."""
    target = path.resolve()
    command = ["status", "--porcelain", "--ignored", "--", target.name]
    return target.exists() and _git(target.parent, command) == b""


def _read_object(output: IO[bytes]) -> bytes | None:
    """Read one answer of ``git cat-file --batch``: a line, and the content where there is one."""
    head = output.readline().split()
    if len(head) < 3 or not head[-1].isdigit():
        return None
    data = output.read(int(head[-1]))
    output.read(1)
    return data


def _git(folder: Path, arguments: Sequence[str]) -> bytes | None:
    """What git says on standard output; None where it fails or is not installed."""
    try:
        result = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None
