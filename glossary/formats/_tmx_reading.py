"""Read TMX: a segment for each unit and language, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import BinaryIO
from unicodedata import normalize

from lxml.etree import _Element

from glossary.errors import InputError, MalformedError
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
_LINE_END = "\u2028"
_ROUND_BREAK = re.compile(rf"[ \t\n]*{_LINE_END}[ \t\n]*")
_BREAK = re.compile(r"\s*(?:<br\b|</?p\b|\\n|\\t|\n|\t)", re.IGNORECASE)


def read_units(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give the segments of a TMX file; see `glossary.formats.tmx.read_tmx`."""
    main, is_there = "", False
    seen: set[str] = set()
    for event, element in read_events(
        stream, units={"tu"}, starts={"header"}, root={"tmx"}, path=reading.path
    ):
        if event == START:
            main = element.get("srclang", "")
            continue
        variants = _variants(element, reading)
        if not variants:
            continue
        seen.update(tag for tag, _variant in variants)
        source = _source(variants, element.get("srclang") or main, reading.source_language)
        for target in variants:
            if target is not source and is_wanted(target[0], reading.target_language):
                is_there = True
                yield from _segment(element, (source, target), reading)
    if seen and not is_there:
        raise _no_such_language(seen, reading)


def _variants(unit: _Element, reading: Reading) -> list[_Variant]:
    """The texts of a unit; MalformedError for one that does not say its language."""
    found = [(tidy_tag(language_of(variant)), variant) for variant in children(unit, "tuv")]
    for tag, variant in found:
        if not tag:
            raise MalformedError(
                _("a text does not say its language"),
                hint=_("Give each <tuv> an xml:lang, or delete the unit."),
                path=reading.path,
                line=variant.sourceline if isinstance(variant.sourceline, int) else None,
            )
    return found


def _segment(
    unit: _Element, pair: tuple[_Variant, _Variant], reading: Reading
) -> Iterator[Segment]:
    """The segment of two texts; none where one of them is empty."""
    (language, source), (tag, target) = pair
    text, codes = _text(source)
    translation, more = _text(target)
    if not text.strip() or not translation.strip():
        return
    if reading.source_language and is_wanted(language, reading.source_language):
        language = reading.source_language
    texts = Segment(
        text,
        translation,
        source_language=language,
        target_language=reading.target_language or tag,
    )
    yield _described(texts, (unit, source, target), codes + more)


def _source(variants: list[_Variant], main: str, wanted: str) -> _Variant:
    """The text in the wanted language, else in the file's, else the first one."""
    for tag in (wanted, main):
        for variant in variants:
            if tag and is_wanted(variant[0], tag):
                return variant
    return variants[0]


def _text(variant: _Element) -> tuple[str, list[str]]:
    """The text of a variant, and the codes of its layout, which are no text."""
    segment = child(variant, "seg")
    if segment is None or not len(segment):
        return text_of(segment), []
    codes: list[str] = []
    text = normalize("NFC", _ROUND_BREAK.sub(" ", "".join(_parts(segment, codes))))
    return text, [code for code in codes if code.strip()]


def _parts(element: _Element, codes: list[str]) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if local_name(part) in _CODES:
            code = text_of(part)
            codes.append(code)
            yield _LINE_END if part.get("type") == "lb" or _BREAK.match(code) else ""
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
