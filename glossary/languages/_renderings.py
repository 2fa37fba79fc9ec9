"""What in a source sentence can be rendered with certainty, and how.

in      a text, the languages on both sides, and a table of the persons and places that are known
out     renderings in reading order; nothing that stays as it is, and nothing that is only likely:
        no ordinals (thứ 12 or khóa XII), no numbers in words, no name that is not in the table
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from glossary.languages._folding import fold
from glossary.languages._placeable import Placeable, PlaceableKind, Rendering
from glossary.languages._placeables import placeables
from glossary.languages._vietnamese_names import SURNAMES
from glossary.languages._vietnamese_places import PLACES
from glossary.languages._vietnamese_rendering import vietnamese
from glossary.languages._vietnamese_syllables import is_folded_syllable

_RENDERERS: Mapping[tuple[str, str], Callable[[Placeable], str | None]] = {("en", "vi"): vietnamese}
_LONGEST_WORD = 30
_LAST_WORD = re.compile(r"(\w+)\s$")
_NEXT_WORD = re.compile(r"\s(\w+)")


def renderings(
    text: str,
    source_language: str = "en",
    target_language: str = "vi",
    *,
    names: Mapping[str, str] | None = None,
) -> tuple[Rendering, ...]:
    """Give what is certain; nothing for two languages that are not known together.

    >>> [one.text for one in renderings("39.05% by January 20, 2016 (Decision 813/QD-BHXH)")]
    ['39,05%', 'ngày 20/01/2016', '813/QĐ-BHXH']
    """
    table = known_names(source_language, target_language, names)
    found = placeables(text, source_language, names=table)
    pairs = ((one, render(one, source_language, target_language)) for one in found)
    return tuple(
        Rendering(one, target) for one, target in pairs if target and is_name_alone(one, text)
    )


def render(
    placeable: Placeable, source_language: str = "en", target_language: str = "vi"
) -> str | None:
    """How the target language writes a placeable; None where it stays or is not certain."""
    renderer = _RENDERERS.get((_base(source_language), _base(target_language)))
    text = renderer(placeable) if renderer else None
    return text if text != placeable.text else None


def known_names(
    source_language: str, target_language: str, names: Mapping[str, str] | None
) -> Mapping[str, str]:
    """The table of names, with the provinces of Vietnam where English becomes Vietnamese."""
    pair = (_base(source_language), _base(target_language))
    own = PLACES if pair in _RENDERERS else {}
    return {**own, **(names or {})}


def is_name_alone(placeable: Placeable, text: str) -> bool:
    """Whether a name is no part of a longer one: Hai Duong, but not Nguyen Hai Duong.

    What is no name is always alone.
    """
    if placeable.kind is not PlaceableKind.NAME or placeable.text not in PLACES:
        return True
    before = _LAST_WORD.search(text[max(0, placeable.start - _LONGEST_WORD) : placeable.start])
    behind = _NEXT_WORD.match(text, placeable.end)
    if before and fold(before[1]) in SURNAMES:
        return False
    return not (behind and behind[1][0].isupper() and is_folded_syllable(behind[1].lower()))


def _base(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
