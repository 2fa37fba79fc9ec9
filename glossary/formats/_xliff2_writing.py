"""Write XLIFF 2.1, a unit at a time, with the terms of each unit in the glossary module."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, groupby, islice
from typing import BinaryIO

from lxml.etree import Element, SubElement, _Element

from glossary.formats._language_tags import require_pair
from glossary.formats._xliff_details import details
from glossary.formats._xliff_texts import put_text
from glossary.formats._xml import XML, legal
from glossary.formats._xml import writing as document
from glossary.formats.contract import Writing
from glossary.model import Segment, Status

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # that of 2.1 too
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"

_STATES = {
    Status.UNTRANSLATED: "initial",
    Status.DRAFT: "translated",
    Status.APPROVED: "reviewed",
}


def write_units(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write an XLIFF 2.1 file; see `glossary.formats.xliff.write_xliff2`."""
    waiting = iter(segments)
    opening = tuple(islice(waiting, 1))
    first = opening[0] if opening else Segment("")
    attributes = {"version": "2.1", "srcLang": first.source_language}
    attributes["trgLang"] = first.target_language
    count = 0
    with document(stream) as sink:
        spaces = {None: NAMESPACE, "mda": METADATA, "gls": GLOSSARY}
        with sink.element(f"{{{NAMESPACE}}}xliff", attributes, nsmap=spaces):
            sink.write("\n")
            for file, (origin, units) in enumerate(
                groupby(chain(opening, waiting), key=_origin), start=1
            ):
                named = {"original": legal(origin)} if origin else {}
                with sink.element("file", {"id": f"f{file}", **named}):
                    sink.write("\n")
                    for number, segment in enumerate(units, start=1):
                        require_pair(segment, first)
                        sink.write(_unit(segment, number, writing), pretty_print=True)
                        count += 1
                sink.write("\n")
    return count


def _origin(segment: Segment) -> str:
    return segment.origin


def _unit(segment: Segment, number: int, writing: Writing) -> _Element:
    unit = Element("unit", {"id": f"u{number}", f"{XML}space": "preserve"})
    _put_terms(unit, segment, writing)
    facts = list(details(segment))
    if facts:
        metadata = SubElement(unit, f"{{{METADATA}}}metadata", nsmap={"mda": METADATA})
        group = SubElement(metadata, f"{{{METADATA}}}metaGroup", category="glossary")
        for name, text in facts:
            SubElement(group, f"{{{METADATA}}}meta", type=name).text = legal(text)
    if segment.notes or segment.comments:
        notes = SubElement(unit, "notes")
        for category, texts in (("translator", segment.notes), ("comment", segment.comments)):
            for text in texts:
                SubElement(notes, "note", category=category).text = legal(text)
    part = SubElement(unit, "segment", id="s1", state=_STATES[segment.status])
    if segment.needs_review:
        part.set("subState", "glossary:needs-review")
    put_text(SubElement(part, "source"), segment.source)
    if segment.target:
        put_text(SubElement(part, "target"), segment.target)
    return unit


def _put_terms(unit: _Element, segment: Segment, writing: Writing) -> None:
    """The terms that stand in the source, where `writing` knows them."""
    terms = list(writing.terms(segment)) if writing.terms else []
    terms = [term for term in terms if term.target or term.definition]
    if not terms:
        return
    glossary = SubElement(unit, f"{{{GLOSSARY}}}glossary", nsmap={"gls": GLOSSARY})
    for term in terms:
        entry = SubElement(glossary, f"{{{GLOSSARY}}}glossEntry")
        SubElement(entry, f"{{{GLOSSARY}}}term").text = legal(term.source)
        for text in (term.target, *term.admitted):
            if text:
                SubElement(entry, f"{{{GLOSSARY}}}translation").text = legal(text)
        if term.definition:
            SubElement(entry, f"{{{GLOSSARY}}}definition").text = legal(term.definition)
