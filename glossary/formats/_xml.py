"""Read and write XML of any size: an element at a time, and nothing that an attacker could use.

in      a binary stream; see `XmlSource` for what it may be
out     events: the start of the elements whose start was asked for, the end of the units
errors  MalformedError with the line: not well-formed, entities, nested deeper than 64 elements, a
        unit of more than 50,000 elements, or as many without a unit
Memory stays that of one unit. Names are compared without their namespace.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

from lxml import etree

from glossary.errors import MalformedError, OutputError
from glossary.formats._xml_source import XmlSource
from glossary.interface import _

DEPTH = 64
UNIT_ELEMENTS = 50_000
XML = "{http://www.w3.org/XML/1998/namespace}"
"""The namespace of ``xml:lang`` and ``xml:space``."""

START, END = "start", "end"

Event = tuple[str, etree._Element]
"""`START` or `END`, and the element: complete at its end, at its start only its attributes."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_events(
    stream: IO[bytes],
    *,
    units: Collection[str],
    starts: Collection[str] = (),
    root: Collection[str] = (),
    path: Path | None = None,
    elements: int = sys.maxsize,
) -> Iterator[Event]:
    """Give the start of each element named in `starts` and the end of each named in `units`.

    A unit is whole when its end is given, and is emptied afterwards: keep nothing of it. A unit
    in a unit is not given. Refused is more than `elements` in the whole file, and an outermost
    element that is not named in `root`, where that names any.
    """
    parser: Iterable[Event] = _parsed(XmlSource(stream, path=path), path)
    if root:
        parser = _rooted(parser, frozenset(root), path)
    return _walk(parser, frozenset(units), frozenset(starts), elements, path)


def _parsed(source: XmlSource, path: Path | None) -> Iterator[Event]:
    parser = etree.iterparse(
        source,
        events=(START, END),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from parser
    except etree.XMLSyntaxError as error:
        _refuse_syntax(error, parser.error_log.last_error, path)


def _rooted(parser: Iterable[Event], root: frozenset[str], path: Path | None) -> Iterator[Event]:
    for event, element in parser:
        if local_name(element) not in root:
            raise MalformedError(
                _("is XML, but begins with <{name}>, not with <{wanted}>").format(
                    name=local_name(element), wanted="> <".join(sorted(root))
                ),
                hint=_("Check that it is the right file, or name its --format."),
                path=path,
                line=_line(element),
            )
        yield event, element
        break
    yield from parser


def _walk(
    parser: Iterable[Event],
    units: frozenset[str],
    starts: frozenset[str],
    limit: int,
    path: Path | None,
) -> Iterator[Event]:
    """Pass on what is wanted; `inside` counts the open elements from a unit downwards."""
    depth = inside = total = 0
    last = 0  # the total at the last unit's end
    kinds: dict[object, int] = {}
    for event, element in parser:
        if event == START:
            depth += 1
            total += 1
            if depth > DEPTH or total > limit or total - last > UNIT_ELEMENTS:
                most = UNIT_ELEMENTS if total <= limit else limit
                _refuse_size(element, path, limit=0 if depth > DEPTH else most)
            if inside:
                inside += 1
                continue
            kind = kinds.get(element.tag)
            if kind is None:
                name = local_name(element)
                kind = kinds[element.tag] = 1 if name in units else 2 if name in starts else 0
            if kind == 1:
                inside = 1
            elif kind:
                yield event, element
        else:
            depth -= 1
            if inside > 1:
                inside -= 1
                continue
            if inside:
                inside = 0
                _refuse_entities(element, path)
                yield event, element
                last = total
            _drop(element)


def _drop(element: etree._Element) -> None:
    """Empty an element that was read and forget those before it: they would fill the memory."""
    element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children with this name, whatever their namespace."""
    return (child for child in element if local_name(child) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child with this name, None where there is none."""
    return next(children(element, name), None)


def text_of(element: etree._Element | None, *, without: Collection[str] = ()) -> str:
    """The text of an element in NFC, without that of descendants named in `without`."""
    if element is not None and not len(element):
        return unicodedata.normalize("NFC", element.text or "")
    return unicodedata.normalize("NFC", "".join(_texts(element, without)))


def _texts(element: etree._Element | None, without: Collection[str]) -> Iterator[str]:
    if element is None:
        return
    yield element.text or ""
    for part in element:
        if local_name(part) not in without:
            yield from _texts(part, without)
        yield part.tail or ""


def language_of(element: etree._Element) -> str:
    """The language that ``xml:lang`` or the older ``lang`` names, as it stands; empty where none.

    TMX 1.1 has ``lang``.
    """
    return element.get(f"{XML}lang") or element.get("lang") or ""


@contextmanager
def writing(stream: IO[bytes]) -> Iterator[etree._IncrementalFileWriter]:
    """Write an XML document in UTF-8 to `stream`, beginning with its declaration."""
    with etree.xmlfile(stream, encoding="UTF-8") as sink:
        sink.write_declaration()
        yield sink


def legal(text: str) -> str:
    """`text`, where XML can hold it; OutputError for a control character or half a character."""
    found = _ILLEGAL.search(text)
    if found:
        shown = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
        raise OutputError(
            _("the character U+{code:04X} cannot be written in XML: “{text}”").format(
                code=ord(found[0]), text=shown if len(shown) <= 60 else shown[:59] + "…"
            ),
            hint=_("Delete it from the text; it shows nothing."),
        )
    return text


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return line if isinstance(line, int) and line > 0 else None


def _refuse_entities(element: etree._Element, path: Path | None) -> None:
    """Refuse entities other than XML's own five: only a DTD, which nobody reads, knows them."""
    for entity in element.iter(etree.Entity):
        raise MalformedError(
            _("the entity “{name}” is not known").format(name=entity.text),
            hint=_("Write the character itself instead."),
            path=path,
            line=_line(element),
        )


def _refuse_size(element: etree._Element, path: Path | None, *, limit: int) -> NoReturn:
    """Refuse a document that is nested too deeply or, with a `limit`, has too many elements."""
    message = _("elements are nested deeper than {depth}").format(depth=DEPTH)
    if limit:
        message = _("one part of the file has more than {limit:,} elements").format(limit=limit)
    raise MalformedError(
        message, hint=_("No program writes such a file."), path=path, line=_line(element)
    )


def _refuse_syntax(
    error: etree.XMLSyntaxError, fault: etree._LogEntry | None, path: Path | None
) -> NoReturn:
    line, column = (fault.line, fault.column) if fault else (0, 0)
    reason = " ".join(fault.message.split()) if fault else _("there is no element in it")
    raise MalformedError(
        _("the XML is damaged: {reason}").format(reason=reason),
        hint=_("Export the file again, or repair it in an editor."),
        path=path,
        line=line or None,
        column=column or None,
    ) from error
