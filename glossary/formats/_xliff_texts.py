"""The text of a ``source`` or ``target`` in XLIFF, without the codes of layout that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from lxml.etree import SubElement, _Element

from glossary.formats._xml import legal, local_name, text_of

_CODES = frozenset({"x", "bx", "ex", "ph", "bpt", "ept", "it", "sc", "ec", "sm", "em"})
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
_BREAKS = frozenset({"lb", "x-br", "x-lb", "fmt:lb"})


def inline_text(element: _Element | None) -> tuple[str, list[str]]:
    """The text in NFC, and what stands in or for the codes that were left out of it."""
    if element is None or not len(element):
        return text_of(element), []
    codes: list[str] = []
    text = normalize("NFC", "".join(_parts(element, codes)))
    return text, [code for code in codes if code.strip()]


def _parts(element: _Element, codes: list[str]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        name = local_name(part)
        if name == "cp":
            yield _character(part.get("hex", ""))
        elif name in _CODES:
            codes.append(text_of(part) or part.get("equiv-text") or part.get("equiv") or "")
            kind = part.get("ctype") or part.get("subType") or part.get("type")
            yield " " if kind in _BREAKS else ""
        else:
            yield from _parts(part, codes)
        yield part.tail or ""


def _character(code: str) -> str:
    """The character that ``<cp hex="001A"/>`` stands for."""
    number = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0xD800
    return chr(number) if number < 0xD800 or 0xDFFF < number <= 0x10FFFF else ""


def left_out(codes: list[str]) -> tuple[str, ...]:
    """The comment that says which codes were left out; none where there were none."""
    return (f"inline codes left out: {' '.join(codes)}",) if codes else ()


def put_text(element: _Element, text: str) -> None:
    """Write a text into an element of XLIFF 2; what XML cannot hold becomes ``cp`` elements."""
    if text.isprintable():
        element.text = text
        return
    last: _Element | None = None
    for piece, code in _pieces(text):
        if last is None:
            element.text = piece
        else:
            last.tail = piece
        if code:
            last = SubElement(element, "cp", hex=f"{ord(code):04X}")


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Legal texts, each with the character behind it that is not; it is empty at the end."""
    start = 0
    for at, character in enumerate(text):
        code = ord(character)
        if (code < 0x20 and character not in "\t\n\r") or code in (0xFFFE, 0xFFFF):
            yield text[start:at], character
            start = at + 1
    yield legal(text[start:]), ""
