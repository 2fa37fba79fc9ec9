"""Find entries by any of their designations, English or not, and mark them in texts.

Each part is loaded when it is first asked for: a look-up starts without what marks texts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.lookup.annotation import Annotation, Annotator
    from glossary.lookup.choosing import Chooser, label
    from glossary.lookup.description import Description, describe
    from glossary.lookup.designation import Designation
    from glossary.lookup.index import Index
    from glossary.lookup.marking import Marking, Piece, guess_language
    from glossary.lookup.match import Closeness, Match
    from glossary.lookup.relatives import Relatives

__all__ = [
    "Annotation",
    "Annotator",
    "Chooser",
    "Closeness",
    "Description",
    "Designation",
    "Index",
    "Marking",
    "Match",
    "Piece",
    "Relatives",
    "describe",
    "guess_language",
    "label",
]

_MODULES = {
    "Annotation": "annotation",
    "Annotator": "annotation",
    "Chooser": "choosing",
    "Closeness": "match",
    "Description": "description",
    "Designation": "designation",
    "Index": "index",
    "Marking": "marking",
    "Match": "match",
    "Piece": "marking",
    "Relatives": "relatives",
    "describe": "description",
    "guess_language": "marking",
    "label": "choosing",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
