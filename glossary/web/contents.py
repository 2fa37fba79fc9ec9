"""What the pages show, on a server and in a folder of files alike: the templates' values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from glossary.interface import _
from glossary.lookup import Marking
from glossary.model import Acceptability, Entry
from glossary.web import browsing, labels
from glossary.web.annotating import LONGEST_TEXT
from glossary.web.concepts import Concept
from glossary.web.search import Answer
from glossary.web.snapshot import Snapshot

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """A term in a list of results; `through` is the name that was met, where it is not shown."""

    concept: Concept
    through: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A term that a text has `count` times; `warning` where the text uses a wrong equivalent."""

    concept: Concept
    entry: Entry
    count: int
    warning: str = ""


def rows(snapshot: Snapshot, answer: Answer) -> tuple[Row, ...]:
    """The terms that an answer holds, each once, best first."""
    found: dict[tuple[str, str], Row] = {}
    for result in answer.results:
        concept = snapshot.by_key.get(result.entry.key)
        if concept:
            shown = (concept.source, *(entry.target for entry in concept.entries.values()))
            through = (
                "" if result.matched in shown else _through(result.matched, result.acceptability)
            )
            found.setdefault(concept.key, Row(concept, through))
    return tuple(found.values())


def marked_terms(snapshot: Snapshot, marking: Marking) -> tuple[Marked, ...]:
    """The terms of a text in the order in which it has them, wrong equivalents for themselves."""
    counts: Counter[tuple[tuple[str, str], str]] = Counter()
    entries: dict[tuple[str, str], Entry] = {}
    for found in marking.annotations:
        standing = found.acceptability
        is_wrong = standing in (Acceptability.FORBIDDEN, Acceptability.DEPRECATED)
        warning = _through(" ".join(found.text.split()), standing) if is_wrong else ""
        counts[found.entry.key, warning] += 1
        entries.setdefault(found.entry.key, found.entry)
    return tuple(
        Marked(concept, entries[key], count, warning)
        for (key, warning), count in counts.items()
        if (concept := snapshot.by_key.get(key))
    )


def _through(text: str, standing: Acceptability | None) -> str:
    if standing in (None, Acceptability.PREFERRED):
        return text
    return f"{text} ({labels.standing_label(standing).name})"


def shared_values(snapshot: Snapshot) -> Values:
    """What every page shows of the glossary."""
    return {
        "title": snapshot.title,
        "source_language": snapshot.source_language,
        "term_count": len(snapshot.concepts),
        "fault": snapshot.fault,
        "section": "",
        "editing": False,
    }


def start_values(snapshot: Snapshot) -> Values:
    """What the start page shows."""
    return shared_values(snapshot) | {
        "alphabets": browsing.alphabets(snapshot),
        "fields": browsing.fields(snapshot),
        "progress": snapshot.progress,
    }


def term_values(snapshot: Snapshot, concept: Concept) -> Values:
    """What the page of a term shows."""
    references = next(iter(concept.entries.values())).references
    return shared_values(snapshot) | {
        "concept": concept,
        "about": concept.about,
        "relations": browsing.relations(snapshot, concept),
        "around": snapshot.around(concept),
        "places": references,
    }


def letter_values(snapshot: Snapshot, language: str, name: str) -> Values | None:
    """What the list of the terms under a letter shows; None where there are none."""
    letter, found = browsing.under_letter(snapshot, language, name)
    if not found:
        return None
    alphabet = browsing.alphabet(snapshot, language)
    heading, kind = letter or "0–9", labels.language_name(language)
    more = {"heading": heading, "kind": kind, "found": found, "alphabet": alphabet}
    return shared_values(snapshot) | more


def field_values(snapshot: Snapshot, name: str) -> Values | None:
    """What the list of the terms of a subject field shows; None where there are none."""
    field, found = browsing.in_field(snapshot, name)
    if not found:
        return None
    more = {
        "heading": labels.field_name(field),
        "kind": _("Subject fields"),
        "found": found,
        "alphabet": None,
    }
    return shared_values(snapshot) | more


def progress_values(snapshot: Snapshot) -> Values:
    """What the page of the progress shows."""
    return shared_values(snapshot) | {
        "progress": snapshot.progress,
        "by_field": browsing.by_field,
        "section": "progress",
    }


def annotation_values(snapshot: Snapshot, marking: Marking | None, text: str) -> Values:
    """What the page shows that marks the terms of a text; None: there was no text yet."""
    target = next(iter(snapshot.languages), snapshot.source_language)
    return shared_values(snapshot) | {
        "section": "annotate",
        "marking": marking,
        "terms": marked_terms(snapshot, marking) if marking else (),
        "text": text,
        "by_key": snapshot.by_key,
        "target_language": target,
        "longest": LONGEST_TEXT,
    }
