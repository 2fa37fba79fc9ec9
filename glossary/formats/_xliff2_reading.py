"""Read XLIFF 2.0 to 2.2: a segment for each segment of a unit.

source  XLIFF 2.1, OASIS Standard, 2018; its metadata and glossary modules
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from unicodedata import normalize

from lxml.etree import _Element

from glossary.formats._language_tags import is_wanted, tidy_tag
from glossary.formats._xliff_details import Details
from glossary.formats._xliff_texts import inline_text, left_out
from glossary.formats._xml import START, child, children, local_name, read_events, text_of
from glossary.formats.contract import Concept, Reading, Termbase, tidy
from glossary.model import Segment

_APPROVED = frozenset({"reviewed", "final"})


def read_units(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give the segments of an XLIFF 2 file; see `glossary.formats.xliff.read_xliff`."""
    frame = Segment("")
    for event, element in read_events(
        stream, units={"unit"}, starts={"xliff", "file"}, root={"xliff"}, path=reading.path
    ):
        if event != START:
            yield from _segments(element, frame)
        elif local_name(element) == "xliff":
            frame = _frame(element, reading)
        else:
            frame = replace(frame, origin=normalize("NFC", element.get("original", "")))


def read_terms(stream: BinaryIO, reading: Reading) -> Termbase:
    """Give the terms that the glossary modules of an XLIFF 2 file hold, each once."""
    frame = Segment("")
    concepts: dict[tuple[str, ...], Concept] = {}
    for event, element in read_events(
        stream, units={"unit"}, starts={"xliff"}, root={"xliff"}, path=reading.path
    ):
        if event == START:
            frame = _frame(element, reading)
            continue
        for entry in element.iter("{*}glossEntry"):
            texts = [text_of(one) for one in children(entry, "translation")]
            concept = tidy(
                Concept(
                    text_of(child(entry, "term")),
                    target=texts[0] if texts else "",
                    admitted=tuple(texts[1:]),
                    definition=text_of(child(entry, "definition")),
                )
            )
            if concept.source:
                concepts.setdefault((concept.source, concept.target), concept)
    return Termbase(tuple(concepts.values()), frame.source_language, frame.target_language)


def _frame(root: _Element, reading: Reading) -> Segment:
    """What all segments of the file have in common."""
    source, target = tidy_tag(root.get("srcLang", "")), tidy_tag(root.get("trgLang", ""))
    if reading.source_language and is_wanted(source, reading.source_language):
        source = reading.source_language
    if reading.target_language and (not target or is_wanted(target, reading.target_language)):
        target = reading.target_language
    return Segment("", source_language=source, target_language=target)


def _segments(unit: _Element, frame: Segment) -> Iterator[Segment]:
    found = _details(unit)
    for part in children(unit, "segment"):
        source, codes = inline_text(child(part, "source"))
        target, more = inline_text(child(part, "target"))
        state = part.get("state", "initial")
        segment = found.describe(
            replace(frame, source=source, target=target, comments=left_out(codes + more))
        )
        if state in _APPROVED and target and not segment.approval:
            segment = replace(segment, approval=f"XLIFF {state}")
        doubtful = "review" in part.get("subState", "") or (target and state == "initial")
        yield replace(segment, needs_review=True) if doubtful else segment


def _details(unit: _Element) -> Details:
    found = Details()
    for meta in unit.iter("{*}meta"):
        group = meta.getparent()
        category = group.get("category", "") if group is not None else ""
        name = meta.get("type", "")
        found.take(name if category == "glossary" else f"{category} {name}".strip(), text_of(meta))
    for note in unit.iter("{*}note"):
        is_comment = note.get("category") in ("comment", "developer", "location")
        (found.comments if is_comment else found.notes).append(text_of(note))
    return found
