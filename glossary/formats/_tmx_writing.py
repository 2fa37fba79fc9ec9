"""Write TMX 1.4b, a unit at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from lxml.etree import Element, SubElement, _Element

from glossary import __version__
from glossary.formats._stamps import compact
from glossary.formats._tmx_properties import properties
from glossary.formats._xml import XML, legal
from glossary.formats._xml import writing as document
from glossary.formats.contract import Profile, Writing
from glossary.model import Segment

if TYPE_CHECKING:
    from lxml.etree import _IncrementalFileWriter

_LANGUAGE = f"{XML}lang"


def write_units(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write a TMX file; see `glossary.formats.tmx.write_tmx`."""
    waiting = iter(segments)
    first = next(waiting, None)
    main = first.source_language if first else "en"
    count = 0
    with document(stream) as sink:
        sink.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with sink.element("tmx", version="1.4"):
            sink.write("\n")
            _write_header(sink, main, writing)
            with sink.element("body"):
                sink.write("\n")
                for segment in chain([first] if first else [], waiting):
                    if segment.source.strip() and segment.target.strip():
                        sink.write(_unit(segment, main, writing.profile), pretty_print=True)
                        count += 1
            sink.write("\n")
    return count


def _write_header(sink: _IncrementalFileWriter, main: str, writing: Writing) -> None:
    # OmegaT 3.6 cannot open a project with a TMX whose header has no srclang.
    header = Element(
        "header",
        creationtool="glossary",
        creationtoolversion=__version__,
        segtype="sentence",
        adminlang="en",
        srclang=main,
        datatype="plaintext",
        creationdate=compact(writing.made),
    )
    header.set("o-tmf", "glossary")
    sink.write(header, pretty_print=True)


def _unit(segment: Segment, main: str, profile: Profile) -> _Element:
    unit = Element("tu")
    if segment.source_language != main:
        unit.set("srclang", segment.source_language)
    for note in segment.notes:
        SubElement(unit, "note").text = legal(note)
    for name, text in properties(segment, profile):
        SubElement(unit, "prop", type=name).text = legal(text)
    source = SubElement(unit, "tuv", {_LANGUAGE: segment.source_language})
    SubElement(source, "seg").text = legal(segment.source)
    target = SubElement(unit, "tuv", {_LANGUAGE: segment.target_language})
    if segment.changed:
        target.set("changedate", compact(segment.changed))
    if segment.author:
        target.set("changeid", legal(segment.author))
    SubElement(target, "seg").text = legal(segment.target)
    return unit
