"""Which language of a file is the wanted one: tools write ``vi``, ``vi-VN``, ``vi_VN`` for one."""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.errors import OutputError
from glossary.interface import _
from glossary.model import Segment

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?")


@lru_cache(1000)
def tidy_tag(tag: str) -> str:
    """Give a tag with BCP 47's hyphens and case; of another shape, with its hyphens only.

    >>> tidy_tag("VI_vn"), tidy_tag("zh-hans"), tidy_tag("x_default")
    ('vi-VN', 'zh-Hans', 'x-default')
    """
    tag = tag.strip().replace("_", "-")
    found = _TAG.fullmatch(tag)
    if not found:
        return tag
    parts = (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())
    return "-".join(part for part in parts if part)


@lru_cache(1000)
def is_wanted(tag: str, wanted: str) -> bool:
    """Whether a text in the language of `tag` will do for one that wants `wanted`.

    Regions do not count, scripts do where both name one.

    >>> is_wanted("vi_VN", "vi"), is_wanted("zh-Hant-TW", "zh-Hans"), is_wanted("vi", "")
    (True, False, True)
    """
    one, other = _TAG.match(tag.replace("_", "-")), _TAG.match(wanted.replace("_", "-"))
    if not one or not other:
        return not wanted or tag.lower() == wanted.lower()
    scripts = {(one[2] or other[2] or "").lower(), (other[2] or one[2] or "").lower()}
    return one[1].lower() == other[1].lower() and len(scripts) == 1


def require_pair(segment: Segment, first: Segment) -> None:
    """Refuse a segment in other languages than the first, where a file has one pair of them."""
    pair = (segment.source_language, segment.target_language)
    if pair != (first.source_language, first.target_language):
        raise OutputError(
            _("such a file has one pair of languages, not also {source} and {target}").format(
                source=pair[0], target=pair[1]
            ),
            hint=_("Write the languages into files of their own, or use TMX."),
        )
