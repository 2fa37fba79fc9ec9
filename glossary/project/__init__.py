"""A project: one office's articles, its settings and its catalogs, joined to the library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.project.project import Project
    from glossary.project.settings import SETTINGS, Setting, Settings, read_settings

__all__ = ["SETTINGS", "Project", "Setting", "Settings", "read_settings"]


def __getattr__(name: str) -> object:
    """Load a part when it is first asked for: a look-up starts without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "project" if name == "Project" else "settings"
    return getattr(import_module(f"{__name__}.{module}"), name)
