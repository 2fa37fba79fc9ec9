"""Read XLIFF 1.0 to 1.2: a segment for each unit, or for each part of a unit in segments.

source  XLIFF 1.2, OASIS Standard, 2008; as Weblate 5.14, Translate Toolkit 3.20, memoQ and Trados
        (``sdl:seg-defs``) write it
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO
from unicodedata import normalize

from lxml.etree import _Element

from glossary.formats._language_tags import is_wanted, tidy_tag
from glossary.formats._xliff_details import Details
from glossary.formats._xliff_texts import inline_text, left_out
from glossary.formats._xml import START, child, children, local_name, read_events, text_of
from glossary.formats.contract import Reading
from glossary.model import Segment

_DOUBTFUL = frozenset({"new", "Draft", "RejectedTranslation", "RejectedSignOff"})
_APPROVED = frozenset({"final", "signed-off", "ApprovedTranslation", "ApprovedSignOff"})
_TRANSLATORS = frozenset({"translator", "po-translator"})


@dataclass(frozen=True, slots=True)
class _Part:
    """The two texts of one segment, and how far it is: a state of XLIFF or a level of Trados."""

    source: _Element
    target: _Element | None
    state: str


def read_units(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give the segments of an XLIFF 1 file; see `glossary.formats.xliff.read_xliff`."""
    frame = Segment("")
    for event, element in read_events(
        stream, units={"trans-unit"}, starts={"file"}, root={"xliff"}, path=reading.path
    ):
        if event == START:
            frame = _frame(element, reading)
        else:
            yield from _segments(element, frame)


def _frame(file: _Element, reading: Reading) -> Segment:
    """What all segments of a ``file`` have in common."""
    source = tidy_tag(file.get("source-language", ""))
    target = tidy_tag(file.get("target-language", ""))
    if reading.source_language and is_wanted(source, reading.source_language):
        source = reading.source_language
    if reading.target_language and (not target or is_wanted(target, reading.target_language)):
        target = reading.target_language
    origin = normalize("NFC", file.get("original", ""))
    return Segment("", source_language=source, target_language=target, origin=origin)


def _segments(unit: _Element, frame: Segment) -> Iterator[Segment]:
    found = _details(unit)
    for part in _parts(unit):
        source, codes = inline_text(part.source)
        target, more = inline_text(part.target)
        segment = found.describe(
            replace(frame, source=source, target=target, comments=left_out(codes + more))
        )
        doubtful = part.state.startswith("needs-") or (target and part.state in _DOUBTFUL)
        if part.state in _APPROVED and target and not segment.approval:
            segment = replace(segment, approval=f"XLIFF {part.state}")
        elif unit.get("approved") == "yes" and not segment.approval:
            # Translate Toolkit says so of every unit that is translated.
            segment = replace(segment, comments=(*segment.comments, "approved: yes"))
        yield replace(segment, needs_review=True) if doubtful else segment


def _parts(unit: _Element) -> Iterator[_Part]:
    source, target = child(unit, "source"), child(unit, "target")
    state = target.get("state") or "" if target is not None else ""
    marks = list(_marks(child(unit, "seg-source")))
    targets = {mark.get("mid"): mark for mark in _marks(target)}
    levels = _levels(unit)
    for mark in marks:
        name = mark.get("mid")
        yield _Part(mark, targets.get(name), levels.get(name) or state)
    if source is not None and not marks:
        yield _Part(source, target, state)


def _marks(element: _Element | None) -> Iterator[_Element]:
    """The parts that are segments, in their order, however deep they stand."""
    if element is not None:
        for mark in element.iter():
            if local_name(mark) == "mrk" and mark.get("mtype") == "seg":
                yield mark


def _levels(unit: _Element) -> dict[str | None, str]:
    """The level that Trados keeps for each segment."""
    definitions = child(unit, "seg-defs")
    if definitions is None:
        return {}
    return {one.get("id"): one.get("conf", "") for one in children(definitions, "seg")}


def _details(unit: _Element) -> Details:
    found = Details()
    for group in children(unit, "context-group"):
        contexts = [
            (one.get("context-type", ""), text_of(one)) for one in children(group, "context")
        ]
        place = {name: text for name, text in contexts if name in ("sourcefile", "linenumber")}
        if "sourcefile" in place:
            parts = (place["sourcefile"], place.get("linenumber", ""))
            found.references.append(":".join(part for part in parts if part))
            continue
        for name, text in contexts:
            found.take(name.removeprefix("x-"), text)
    for note in children(unit, "note"):
        is_translators = note.get("from", "") in _TRANSLATORS
        (found.notes if is_translators else found.comments).append(text_of(note))
    return found
