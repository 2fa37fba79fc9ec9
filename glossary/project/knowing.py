"""Gather what a project knows of one language, for the checks of its bitext.

in      the catalog of the language, its table of names, and its translated articles
out     `Knowledge`; a part that is not there is empty, and a file that cannot be read is left to
        its own check
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from glossary.catalog import CatalogFile
from glossary.catalog.bitext import Bitext, is_bitext
from glossary.checks import Knowledge, pairs_of
from glossary.errors import GlossaryError, NotFoundError
from glossary.lookup import Annotator
from glossary.model import Acceptability, Entry, Segment
from glossary.project.project import Project

__all__ = ["knowledge_of"]

_USABLE = (Acceptability.PREFERRED, Acceptability.ADMITTED)


def knowledge_of(project: Project, tag: str) -> Knowledge:
    """What is known of the language `tag`."""
    entries = _entries(project, tag)
    segments = list(_segments(project, tag))
    translations: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for segment in segments:
        translations[segment.source][segment.target].add(segment.origin)
    texts = [
        text for entry in entries for text, standing in entry.equivalents if standing in _USABLE
    ]
    pairs = Counter(pair for text in texts for pair in pairs_of(text))
    pairs.update(pair for segment in segments for pair in pairs_of(segment.target))
    source = project.settings.source_language
    return Knowledge(
        terms=Annotator.of_sources(entries, language=source) if entries else None,
        equivalents=Annotator.of_equivalents(entries, language=tag) if entries else None,
        names=project.names(tag),
        pairs=pairs,
        translations=translations,
    )


def _entries(project: Project, tag: str) -> list[Entry]:
    try:
        catalog = project.catalog(tag).read()
    except NotFoundError:
        return []
    return [entry for entry in catalog.entries if not entry.obsolete]


def _segments(project: Project, tag: str) -> Iterable[Segment]:
    for path in project.bitexts(tag):
        try:
            catalog = CatalogFile(path).read()
        except GlossaryError:
            continue
        if is_bitext(catalog):
            yield from (segment for segment in Bitext(catalog).segments if segment.target)
