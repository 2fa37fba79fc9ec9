"""Where a project is, and where in it things lie: names and folders only.

Apart from `Project`, so that a look-up finds its index without loading a project's settings.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["CACHE", "DOMAIN", "LOCALES", "catalogs_in", "is_folder", "root_around"]

LOCALES = "locales"
DOMAIN = "glossary"
CACHE = ".cache"
"""The folder beside the catalogs for what can be made again."""


def root_around(start: Path) -> Path | None:
    """The nearest folder upwards from `start` that has a folder `locales`, None without one."""
    for folder in (start.absolute(), *start.absolute().parents):
        if is_folder(folder / LOCALES):
            return folder
    return None


def is_folder(path: Path) -> bool:
    """Whether there is such a folder that may be seen."""
    try:
        return path.is_dir()
    except PermissionError:
        return False


def catalogs_in(root: Path) -> dict[str, Path]:
    """The catalogs of the project in `root` by language, sorted."""
    found = (root / LOCALES).glob(f"*/LC_MESSAGES/{DOMAIN}.po")
    return dict(sorted((path.parts[-3].replace("_", "-"), path) for path in found))
