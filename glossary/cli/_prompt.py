"""Tell a translation engine or model how to translate a text: what to use, what never, what stays.

Terms stand in the order in which the text has them, so that the same text gives the same block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.languages import language

if TYPE_CHECKING:
    from glossary.model import Entry
    from glossary.project.annotating import Annotated

__all__ = ["prompt"]


def prompt(found: Annotated) -> str:
    """The instructions for the marked text, in English; those that would be empty are left out."""
    entries: dict[tuple[str, str], Entry] = {}
    for passage in found.passages:
        for one in passage.marking.annotations:
            for designation in one.designations:
                entries.setdefault(designation.entry.key, designation.entry)
    usable = [entry for entry in entries.values() if entry.target]
    kept = [entry.source for entry in usable if entry.source == entry.target]
    terms = [_term(entry) for entry in usable if entry.source != entry.target]
    names = [f"{name} = {spelling}" for name, spelling in found.names.items()]
    source, target = (language(tag).english_name for tag in (found.source, found.target))
    blocks = (
        (f"Translate from {source} into {target}. Use these equivalents:", terms),
        ("Keep these as they are:", ["; ".join(kept)] if kept else []),
        ("Spell these names so:", names),
    )
    return "\n".join(
        "".join(f"{line}\n" for line in (title, *lines)) for title, lines in blocks if lines
    )


def _term(entry: Entry) -> str:
    never = [*entry.forbidden, *entry.deprecated]
    sense = f" ({entry.sense})" if entry.sense else ""
    ending = f" (never: {'; '.join(never)})" if never else ""
    return f"{entry.source}{sense} = {entry.target}{ending}"
