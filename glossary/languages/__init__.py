"""What is known of each language. One with rules of its own is a module of this folder.

The rules of a language, and what reads numbers, dates and legal references, are loaded when they
are first asked for: a look-up starts without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from glossary.languages._folding import fold, normalise

if TYPE_CHECKING:
    from types import ModuleType

    from glossary.languages._language import Language
    from glossary.languages._legal_references import LegalReference, legal_references
    from glossary.languages._placeable import (
        Clock,
        Day,
        Instrument,
        Name,
        Number,
        Placeable,
        PlaceableKind,
        Rendering,
    )
    from glossary.languages._placeables import placeables
    from glossary.languages._renderings import is_name_alone, known_names, render, renderings

__all__ = [
    "LANGUAGES",
    "Clock",
    "Day",
    "Instrument",
    "Language",
    "LegalReference",
    "Name",
    "Number",
    "Placeable",
    "PlaceableKind",
    "Rendering",
    "fold",
    "is_name_alone",
    "known_names",
    "language",
    "legal_references",
    "normalise",
    "placeables",
    "render",
    "renderings",
]

LANGUAGES: tuple[ModuleType, ...]

_OWN = ("en", "vi")

_LATER = {
    "Clock": "_placeable",
    "Day": "_placeable",
    "Instrument": "_placeable",
    "Language": "_language",
    "LegalReference": "_legal_references",
    "Name": "_placeable",
    "Number": "_placeable",
    "Placeable": "_placeable",
    "PlaceableKind": "_placeable",
    "Rendering": "_placeable",
    "is_name_alone": "_renderings",
    "known_names": "_renderings",
    "legal_references": "_legal_references",
    "placeables": "_placeables",
    "render": "_renderings",
    "renderings": "_renderings",
}


def __getattr__(name: str) -> object:
    if name == "LANGUAGES":
        return tuple(import_module(f"{__name__}.{tag}") for tag in _OWN)
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


def language(tag: str) -> Language:
    """Give the language of a BCP 47 tag or locale folder: vi, vi_VN, zh-Hans, ko.

    NotFoundError, with the closest tags as its hint, when there is no such language.

    >>> language("zh_Hans").english_name
    'Chinese (Simplified)'
    """
    from glossary.languages._language import ENGLISH, VIETNAMESE
    from glossary.languages._registry import find_language

    return find_language(tag, {own.tag: own for own in (ENGLISH, VIETNAMESE)})
