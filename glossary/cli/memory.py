"""``glossary memory``: what was translated, found again."""

from __future__ import annotations

import click

from glossary.cli._memory_align import align
from glossary.cli._memory_care import add, check, conflicts, dedupe, forget, stats
from glossary.cli._memory_files import export, import_
from glossary.cli._memory_search import concordance, lookup


@click.group()
def memory() -> None:
    """Keep what was translated, and find it again: the translation memory.

    It is the file locales/memory.db. What the project's articles are translated into gets into it
    by itself; what comes from elsewhere is imported.

    \b
    Examples:
      glossary memory import old.tmx
      glossary memory lookup "Participants in voluntary social insurance"
      glossary memory concordance "bao hiem xa hoi"
    """


for _command in (
    import_,
    export,
    lookup,
    concordance,
    align,
    add,
    forget,
    stats,
    conflicts,
    dedupe,
    check,
):
    memory.add_command(_command)
