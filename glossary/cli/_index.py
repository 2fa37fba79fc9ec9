"""Open the look-up index: of the project, or outside of any that of the glossary we came with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.cli import output
from glossary.interface import _
from glossary.project.places import LOCALES, is_folder, root_around

if TYPE_CHECKING:
    from glossary.cli.options import Invocation
    from glossary.lookup import Index
    from glossary.project import Project

__all__ = ["cache_folder", "open_index", "project_or_shipped"]


def open_index(invocation: Invocation, language: str = "") -> Index:
    """The index that answers here; says so where it is not a project's own."""
    from glossary.project.indexing import open_index

    root = invocation.folder or root_around(Path.cwd())
    if root is not None and is_folder(root / LOCALES):
        return open_index(root, language, cache=cache_folder())
    project = project_or_shipped(invocation)
    return open_index(project.root, language, cache=cache_folder(), is_ours=False)


def project_or_shipped(invocation: Invocation) -> Project:
    """The project in use, or outside of any the glossary that came with the program."""
    project = invocation.project_if_any()
    if project is not None:
        return project
    from glossary.project.project import Project
    from glossary.shipped import locales

    output.note(_("no project here: the glossary that came with the program answers"))
    return Project.open(locales().parent)


def cache_folder() -> Path | None:
    """Where the user's programs keep what can be made again; None where there is no such place."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or "~/.cache"
    try:
        folder = Path(base).expanduser()
    except RuntimeError:
        return None
    return folder / "glossary" if base and folder.is_absolute() else None
