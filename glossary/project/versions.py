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
    """The committed versions of a file on this branch, oldest first.

    A file that had another name is not followed. Nothing where git, or the history of this file,
    does not exist.
    """
    target = path.resolve()
    form = _FIELD.join(("%H", "%aI", "%an"))
    log = _git(target.parent, ["log", "--reverse", f"--format={form}", "--", target.name])
    lines = (log or b"").decode("utf-8", "replace").splitlines()
    if not lines:
        return
    command = ["git", "-C", str(target.parent), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        if process.stdin is None or process.stdout is None:
            return
        for line in lines:
            commit, date, who = line.split(_FIELD, 2)
            process.stdin.write(f"{commit}:./{target.name}\n".encode())
            process.stdin.flush()
            yield Version(commit, date, who, _read_object(process.stdout))


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
