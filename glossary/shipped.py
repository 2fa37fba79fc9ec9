"""Where the shipped catalogs are: in the package once installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def locales() -> Path:
    """The folder of the shipped glossary and of the program's own messages."""
    inside = _PACKAGE / "locales"
    return inside if inside.is_dir() else _PACKAGE.parent / "locales"
