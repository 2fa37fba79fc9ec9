"""From a TBX file to concepts: version 2 (martif) and 3 (tbx), data categories as tags or types.

in      the bytes of the file, in any encoding that XML may have
out     a `Termbase` of two of its languages; data categories without a field become notes
rules   Entries of one term without different senses are one concept here.
        The wanted languages match whatever their region; without a wanted target language the
        first one that is not the source language is taken.
errors  MalformedError and InputError as `_xml` raises them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from glossary.formats._concepts import check_count, check_length, check_size, united
from glossary.formats._keyed import unnoted
from glossary.formats._standing import Designation, standing_of, with_designations
from glossary.formats.contract import Concept, Reading, Termbase, one_line, tidy
from glossary.interface import _

if TYPE_CHECKING:
    from lxml.etree import _Element

ELEMENT_LIMIT = 20_000_000
"""Elements of a whole file; a concept has about fifteen."""

PARTS = {"properNoun": "proper noun"}
_WRAPPERS = frozenset({"tig", "ntig", "termSec"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_ACRONYMS = frozenset({"acronym", "abbreviation", "initialism"})


@dataclass(slots=True)
class _Term:
    text: str
    kind: str = ""
    part_of_speech: str = ""
    standing: str = ""


@dataclass(slots=True)
class _Side:
    """What a language section says."""

    tag: str
    terms: list[_Term] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    subjects: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    approvals: list[tuple[str, str]] = field(default_factory=list)
    sides: list[_Side] = field(default_factory=list)


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a TBX file."""
    from glossary.formats._xml import START, language_of, read_events

    concepts: dict[tuple[str, str], Concept] = {}
    remarks: list[str] = []
    default, target = reading.source_language, ""
    events = read_events(
        BytesIO(data),
        units={"termEntry", "conceptEntry"},
        starts={"martif", "tbx"},
        root={"martif", "tbx"},
        path=reading.path,
        elements=ELEMENT_LIMIT,
    )
    for event, element in events:
        if event == START:
            default = language_of(element) or default
            continue
        found = _entry(element)
        concept, tag = _concept(found, element.get("id") or "", reading, target)
        line = element.sourceline if isinstance(element.sourceline, int) else None
        if concept is None:
            remarks.append(
                _("the concept in line {line} has no term and was left out").format(line=line)
            )
            continue
        for text in (concept.source, concept.target, *concept.other_names):
            check_length(text, line, reading)
        target = target or tag
        key = (concept.source, concept.sense)
        concepts[key] = _joined(concepts.get(key), concept)
        check_size(concepts[key], line, reading)
        check_count(len(concepts), line, reading)
    return Termbase(
        tuple(concepts.values()),
        reading.source_language,
        target or reading.target_language,
        remarks=tuple(remarks),
    )


def _joined(known: Concept | None, concept: Concept) -> Concept:
    """One concept of all entries of a term; a number made of the first one's is no id."""
    if known is None:
        return concept
    if re.fullmatch(rf"{re.escape(known.number)}-\d+", concept.id):
        concept = replace(concept, id="")
    return tidy(united(known, concept))


def _entry(element: _Element) -> _Found:
    from glossary.formats._xml import language_of, local_name

    found = _Found()
    for part in element:
        if local_name(part) in _LANGUAGES:
            side = _Side(language_of(part))
            found.sides.append(side)
            for one in part:
                if local_name(one) in _WRAPPERS:
                    _term(one, side, found)
                else:
                    _datum(one, found, side.definitions)
        else:
            _datum(part, found, found.definitions)
    return found


def _term(element: _Element, side: _Side, found: _Found) -> None:
    from glossary.formats._xml import local_name, text_of

    term = _Term("")
    for part in _flat(element):
        category = _category(part)
        text = one_line(text_of(part))
        if local_name(part) == "term":
            term.text = text
        elif category == "termType":
            term.kind = text
        elif category == "partOfSpeech":
            term.part_of_speech = text
        elif category == "administrativeStatus":
            term.standing = text
        else:
            _datum(part, found, found.definitions)
    if term.text:
        side.terms.append(term)


def _flat(element: _Element) -> Iterator[_Element]:
    """The children, with those of groups that only hold the term or its notes."""
    from glossary.formats._xml import local_name

    for part in element:
        if local_name(part) in ("termGrp", "termNoteGrp"):
            yield from _flat(part)
        else:
            yield part


def _category(element: _Element) -> str:
    """The data category: the type of a classified element, else the element's own name."""
    from glossary.formats._xml import local_name

    return element.get("type") or local_name(element)


def _datum(element: _Element, found: _Found, definitions: list[str]) -> None:
    """Keep what an element says, whatever the level at which it stands."""
    from glossary.formats._xml import local_name, text_of

    name, category = local_name(element), _category(element)
    text = one_line(text_of(element))
    if name == "transacGrp":
        _transaction(element, found)
    elif name in ("descripGrp", "adminGrp"):
        _group(element, found, definitions)
    elif not text:
        return
    elif category == "subjectField":
        found.subjects.append(text)
    elif category == "definition":
        definitions.append(text)
    elif category == "context":
        found.evidence.append(text)
    elif category == "source":
        found.references.append(text)
    elif name == "note":
        found.notes.append(text)
    elif name:
        found.notes.append(f"{category}: {text}")


def _group(element: _Element, found: _Found, definitions: list[str]) -> None:
    """A description with its source: an example with the date it is from, as a catalog has it."""
    from glossary.formats._xml import local_name, text_of

    parts = [part for part in element if local_name(part)]
    sources = [part for part in parts[1:] if _category(part) == "source"]
    if parts and _category(parts[0]) == "context" and len(sources) == 1 == len(parts) - 1:
        text, source = (one_line(text_of(part)) for part in parts)
        found.evidence.append(f"{source}: “{text}”")
        return
    for part in parts:
        _datum(part, found, definitions)


def _transaction(element: _Element, found: _Found) -> None:
    from glossary.formats._xml import local_name, text_of

    kind = name = date = ""
    for part in element:
        text = one_line(text_of(part))
        if local_name(part) == "date":
            date = text
        elif _category(part) == "responsibility":
            name = text
        elif _category(part) == "transactionType" or local_name(part) == "transac":
            kind = text
    found.approvals.append((kind, f"{date} {name}".strip()))


def _concept(
    found: _Found, identifier: str, reading: Reading, target: str
) -> tuple[Concept | None, str]:
    source = _side(found, reading.source_language)
    wanted = reading.target_language or target
    other = _side(found, wanted) if wanted else _other(found, source)
    if source is None or not source.terms:
        return None, ""
    first = source.terms[0]
    concept = Concept(
        first.text,
        part_of_speech=PARTS.get(first.part_of_speech, first.part_of_speech),
        subject_field=", ".join(found.subjects),
        definition=" ".join((*found.definitions, *source.definitions)),
        evidence=tuple(found.evidence),
        references=tuple(found.references),
        id=identifier,
    )
    concept = _with_names(concept, source.terms)
    if other:
        designations = [Designation(one.text, standing_of(one.standing)) for one in other.terms]
        concept = with_designations(concept, designations)
        if other.definitions:
            concept = replace(concept, target_definition=" ".join(other.definitions))
    notes = [*found.notes, *_further(found, source, other)]
    concept = unnoted(concept, notes)
    done = [f"{kind}: {who}" for kind, who in found.approvals if who != concept.approval]
    if done:
        concept = replace(concept, notes=(*concept.notes, *done))
    return tidy(concept), other.tag if other else ""


def _with_names(concept: Concept, terms: list[_Term]) -> Concept:
    """Further terms of the source language, by what their type says of them."""
    is_acronym = terms[0].kind in _ACRONYMS
    for term in terms[1:]:
        if term.kind == "fullForm" and is_acronym and not concept.abbreviation_of:
            concept = replace(concept, abbreviation_of=term.text)
        elif term.kind in _ACRONYMS and not concept.abbreviated_as:
            concept = replace(concept, abbreviated_as=term.text)
        else:
            concept = replace(concept, other_names=(*concept.other_names, term.text))
    return concept


def _further(found: _Found, *taken: _Side | None) -> Iterator[str]:
    """A note for each further language of the file."""
    for side in found.sides:
        if side not in taken and side.terms:
            yield f"{side.tag}: {', '.join(term.text for term in side.terms)}"


def _side(found: _Found, tag: str) -> _Side | None:
    """The section of a language: with its region if there is one, else of any region."""
    exact = [side for side in found.sides if _folded(side.tag) == _folded(tag)]
    near = [side for side in found.sides if _primary(side.tag) == _primary(tag)]
    return next(iter((*exact, *near)), None)


def _other(found: _Found, source: _Side | None) -> _Side | None:
    return next((side for side in found.sides if side is not source), None)


@cache
def _folded(tag: str) -> str:
    return tag.replace("_", "-").lower()


@cache
def _primary(tag: str) -> str:
    return re.split("[-_]", tag.lower())[0]
