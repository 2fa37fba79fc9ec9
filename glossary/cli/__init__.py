"""The command line: one file per command, and the one place that shows errors.

A command is imported when it is run, so that a look-up does not wait for the extractor.
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

from glossary.cli._group import SECTIONS, Group, cli

__all__ = ["SECTIONS", "Group", "cli", "main"]


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A file or pipe gets UTF-8 whatever the locale says; a terminal what it can show.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        cli(prog_name="glossary")
    finally:
        # All of it goes anyway: to search it for cycles first takes Python as long as to start.
        gc.freeze()
