"""Between an entry of a catalog and the concept that other programs' files hold.

in      an entry, whose comment lines say what the articles show of the term; or a concept
out     a concept with all of that in fields of its own; or the entry of a term that is new here
rules   A term that no article holds has the frequency 0: so it is told apart from one that
        vanished from the articles, and stays in a catalog that follows its template.
        An id that another program gave is kept as a note, ``id: …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.formats.contract import Concept, tidy
from glossary.lookup.description import describe
from glossary.model import Entry

__all__ = ["concept_of", "entry_of", "is_imported", "surplus_notes"]

_ABBREVIATION_OF, _ABBREVIATED_AS, _ALSO = "Abbreviation of ", "Abbreviated as ", "Also: "
_ID = "id: "
_UNSEEN = "0"
_NO_PART = "term"
_SUMMARY_END = re.compile(r" · 0$")


def concept_of(entry: Entry) -> Concept:
    """The concept of an entry.

    >>> concept_of(Entry("pension", comments=("noun · old age · 3",))).subject_field
    'old age'
    """
    told = describe(entry.comments)
    ids = [note.removeprefix(_ID) for note in entry.notes if note.startswith(_ID)]
    return tidy(
        Concept(
            entry.source,
            entry.sense,
            entry.target,
            entry.admitted,
            entry.deprecated,
            entry.forbidden,
            needs_review=entry.needs_review,
            approval=entry.approval,
            part_of_speech="" if told.part_of_speech == _NO_PART else told.part_of_speech,
            subject_field=told.subject_field,
            usage="" if told.usage == _UNSEEN else told.usage,
            definition=told.definition,
            target_definition=entry.definition,
            other_names=told.other_names,
            abbreviation_of=_relation(told.relations, _ABBREVIATION_OF),
            abbreviated_as=_relation(told.relations, _ABBREVIATED_AS),
            evidence=tuple(f"{one.date}: “{one.text}”" for one in told.evidence),
            references=entry.references,
            notes=tuple(note for note in entry.notes if note not in map(_ID.__add__, ids[:1])),
            id=ids[0] if ids else "",
        )
    )


def _relation(lines: Iterable[str], beginning: str) -> str:
    return next((one.removeprefix(beginning) for one in lines if one.startswith(beginning)), "")


def entry_of(concept: Concept) -> Entry:
    """The entry of a concept that the catalog does not have yet."""
    return Entry(
        concept.source,
        concept.sense,
        concept.target,
        needs_review=concept.needs_review and bool(concept.target),
        approval=concept.approval if concept.target else "",
        admitted=concept.admitted,
        deprecated=concept.deprecated,
        forbidden=concept.forbidden,
        notes=tuple(_notes(concept)),
        comments=tuple(_comments(concept)),
        references=tuple(one.replace(" ", "_") for one in concept.references),
        definition=concept.target_definition,
    )


def _notes(concept: Concept) -> Iterator[str]:
    yield from concept.notes
    if concept.usage:
        yield f"counted elsewhere: {concept.usage}"
    if concept.id:
        yield f"{_ID}{concept.id}"


def _comments(concept: Concept) -> Iterator[str]:
    """The lines above a term, as `template.comment_lines` orders them."""
    part = _part(concept.part_of_speech) or _NO_PART
    field = _part(concept.subject_field) or "general"
    yield f"{part} · {field} · {_UNSEEN}"
    if concept.definition:
        yield concept.definition
    if concept.abbreviation_of:
        yield f"{_ABBREVIATION_OF}{concept.abbreviation_of}"
    if concept.abbreviated_as:
        yield f"{_ABBREVIATED_AS}{concept.abbreviated_as}"
    if concept.other_names:
        yield f"{_ALSO}{'; '.join(name.replace(';', ',') for name in concept.other_names)}"
    yield from concept.evidence


def _part(text: str) -> str:
    return " ".join(text.replace("·", " ").split())


def is_imported(entry: Entry) -> bool:
    """Whether no article ever held the term: it came from another program's file."""
    return bool(entry.comments and _SUMMARY_END.search(entry.comments[0]))


def surplus_notes(concept: Concept, known: Concept) -> tuple[str, ...]:
    """What a file says of the source term and our articles do not: notes for the entry we have.

    The articles' own comments are rewritten from them, so that nothing can be kept there.
    """
    found = []
    if concept.definition and concept.definition != known.definition:
        found.append(f"definition in another file: {concept.definition}")
    for label, theirs, ours in (
        ("also called", concept.other_names, (*known.other_names, known.source)),
        ("example", concept.evidence, known.evidence),
        ("source", concept.references, known.references),
    ):
        found += [f"{label}: {text}" for text in theirs if text not in ours]
    for label, text, own in (
        ("abbreviation of", concept.abbreviation_of, known.abbreviation_of),
        ("abbreviated as", concept.abbreviated_as, known.abbreviated_as),
        ("subject field", concept.subject_field, known.subject_field),
    ):
        if text and text != own:
            found.append(f"{label}: {text}")
    if concept.id and concept.id != known.id:
        found.append(f"{_ID}{concept.id}")
    return tuple(found)
