"""Read TMX: a segment for each unit and language, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import BinaryIO
from unicodedata import normalize

from lxml.etree import _Element

from glossary.errors import InputError
from glossary.formats._language_tags import is_wanted, tidy_tag
from glossary.formats._stamps import parse_stamp
from glossary.formats._tmx_properties import Properties
from glossary.formats._xml import (
    START,
    child,
    children,
    language_of,
    local_name,
    read_events,
    text_of,
)
from glossary.formats.contract import Reading
from glossary.interface import _
from glossary.model import Segment

_Variant = tuple[str, _Element]
"""The language of a text, tidied, and its element ``tuv``."""

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # what stands in “hi” is text
_BREAK = re.compile(r"\s*(?:<br\b|</?p\b|\\n|\\t|\n|\t)", re.IGNORECASE)


def read_units(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give the segments of a TMX file; see `glossary.formats.tmx.read_tmx`."""
    main, count = "", 0
    seen: set[str] = set()
    for event, element in read_events(stream, units={"tu"}, starts={"header"}, path=reading.path):
        if event == START:
            main = element.get("srclang", "")
            continue
        variants = [
            (tidy_tag(language_of(variant)), variant) for variant in children(element, "tuv")
        ]
        seen.update(tag for tag, _variant in variants)
        for segment in _segments(element, variants, element.get("srclang") or main, reading):
            count += 1
            yield segment
    if seen and not count:
        raise _no_such_language(seen, reading)


def _segments(
    unit: _Element, variants: list[_Variant], main: str, reading: Reading
) -> Iterator[Segment]:
    source = _source(variants, main, reading.source_language)
    if source is None:
        return
    text, codes = _text(source[1])
    language = source[0]
    if reading.source_language and is_wanted(language, reading.source_language):
        language = reading.source_language
    for tag, variant in variants:
        if variant is source[1] or not is_wanted(tag, reading.target_language):
            continue
        target, more = _text(variant)
        if text.strip() and target.strip():
            texts = Segment(
                text,
                target,
                source_language=language,
                target_language=reading.target_language or tag,
            )
            yield _described(texts, (unit, source[1], variant), codes + more)


def _source(variants: list[_Variant], main: str, wanted: str) -> _Variant | None:
    """The text in the wanted language, else in the file's, else the first one."""
    for tag in (wanted, main):
        for variant in variants:
            if tag and is_wanted(variant[0], tag):
                return variant
    return variants[0] if variants else None


def _text(variant: _Element) -> tuple[str, list[str]]:
    """The text of a variant, and the codes of its layout, which are no text."""
    segment = child(variant, "seg")
    if segment is None or not len(segment):
        return text_of(segment), []
    codes: list[str] = []
    text = normalize("NFC", "".join(_parts(segment, codes)))
    return text, [code for code in codes if code.strip()]


def _parts(element: _Element, codes: list[str]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if local_name(part) in _CODES:
            code = text_of(part)
            codes.append(code)
            yield " " if part.get("type") == "lb" or _BREAK.match(code) else ""
        else:
            yield from _parts(part, codes)
        yield part.tail or ""


def _described(
    texts: Segment, elements: tuple[_Element, _Element, _Element], codes: list[str]
) -> Segment:
    """The segment with what a unit and its two variants say of it beside the texts."""
    found = Properties()
    for one in chain.from_iterable(children(element, "prop") for element in elements):
        found.take(one.get("type", ""), text_of(one))
    if codes:
        found.comments.append(f"inline codes left out: {' '.join(codes)}")
    notes = chain.from_iterable(children(element, "note") for element in elements)
    author = _stated(elements, "changeid", "creationid")
    changed = parse_stamp(_stated(elements, "changedate", "creationdate"))
    if found.is_confirmed:
        found.texts.setdefault("approval", _approval(author, changed))
    return Segment(
        texts.source,
        texts.target,
        source_language=texts.source_language,
        target_language=texts.target_language,
        **found.texts,
        needs_review=found.needs_review,
        references=tuple(found.references),
        author=author,
        changed=changed,
        notes=tuple(text_of(note) for note in notes),
        comments=tuple(found.comments),
    )


def _approval(author: str, changed: datetime | None) -> str:
    """Who confirmed a unit, where nothing but that it is confirmed is said."""
    day = changed.date().isoformat() if changed else ""
    return f"{day} {author}".strip() or "TMX"


def _stated(elements: tuple[_Element, ...], *names: str) -> str:
    """The first attribute of these names; that of the translation goes before that of the unit."""
    stated = (element.get(name) for name in names for element in (elements[-1], elements[0]))
    return normalize("NFC", next((value for value in stated if value), ""))


def _no_such_language(seen: set[str], reading: Reading) -> InputError:
    return InputError(
        _("no unit has a text in “{source}” with one in “{target}”").format(
            source=reading.source_language, target=reading.target_language
        ),
        hint=_("The languages of the file are: {languages}.").format(
            languages=", ".join(sorted(seen))
        ),
        path=reading.path,
    )
