"""Write XLIFF 1.2, a unit at a time.

A ``file`` holds the segments of one origin and pair of languages that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO

from lxml.etree import Element, SubElement, _Element

from glossary.formats._stamps import iso
from glossary.formats._xliff_details import details
from glossary.formats._xml import XML, legal
from glossary.formats._xml import writing as document
from glossary.formats.contract import Writing
from glossary.model import Segment, Status

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_STATES = {Status.DRAFT: "translated", Status.APPROVED: "signed-off"}
_PRESERVE = f"{XML}space"


def write_units(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write an XLIFF 1.2 file; see `glossary.formats.xliff.write_xliff`."""
    count = 0
    with document(stream) as sink:
        root = sink.element(f"{{{NAMESPACE}}}xliff", version="1.2", nsmap={None: NAMESPACE})
        with root:
            sink.write("\n")
            for file, units in groupby(segments, key=_file):
                attributes = {**file, "date": iso(writing.made)}
                with sink.element("file", attributes), sink.element("body"):
                    sink.write("\n")
                    for number, segment in enumerate(units, start=1):
                        sink.write(_unit(segment, number), pretty_print=True)
                        count += 1
                sink.write("\n")
    return count


def _file(segment: Segment) -> dict[str, str]:
    return {
        "original": legal(segment.origin),
        "source-language": segment.source_language,
        "target-language": segment.target_language,
        "datatype": "plaintext",
    }


def _unit(segment: Segment, number: int) -> _Element:
    unit = Element("trans-unit", {"id": str(number), _PRESERVE: "preserve"})
    if segment.status is Status.APPROVED:
        unit.set("approved", "yes")
    SubElement(unit, "source").text = legal(segment.source)
    if segment.target:
        state = _STATES[segment.status]
        target = SubElement(unit, "target", state=state)
        if segment.needs_review:
            target.set("state", "needs-review-translation")
        target.text = legal(segment.target)
    elif segment.needs_review:
        SubElement(unit, "target", state="needs-translation")
    contexts = list(details(segment))
    if contexts:
        group = SubElement(unit, "context-group", purpose="information")
        for name, text in contexts:
            SubElement(group, "context", {"context-type": f"x-{name}"}).text = legal(text)
    for origin, texts in (("translator", segment.notes), ("developer", segment.comments)):
        for text in texts:
            SubElement(unit, "note", {"from": origin}).text = legal(text)
    return unit
