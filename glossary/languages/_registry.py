"""Find a language by its tag: the modules of this folder first, then CLDR."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from glossary.errors import NotFoundError
from glossary.languages._language import Language

# BCP 47 without extensions: language, script, region; gettext writes "_" and adds an encoding.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|\d{3}))?"
    r"(?:\.[\w-]+)?",
    re.IGNORECASE,
)


def find_language(tag: str, own: Mapping[str, Language]) -> Language:
    """Give the language of a tag, in BCP 47 or gettext's spelling, any case.

    `own` are the languages that have a module. A region is kept in the tag, and the language is
    otherwise that without it. NotFoundError when no language has the tag.
    """
    tag = canonical_tag(tag)
    known = own.get(tag) or own.get(tag.partition("-")[0])
    if known:
        return replace(known, tag=tag)
    from glossary.languages._cldr import from_cldr

    return from_cldr(tag)


def canonical_tag(tag: str) -> str:
    """Give the tag with BCP 47's hyphens and case; NotFoundError when it has another shape.

    >>> canonical_tag("ZH_hans"), canonical_tag("vi_vn.UTF-8")
    ('zh-Hans', 'vi-VN')
    """
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        raise _misshapen(tag)
    language, script, region = match.group("language", "script", "region")
    parts = (language.lower(), (script or "").title(), (region or "").upper())
    return "-".join(part for part in parts if part)


def _misshapen(tag: str) -> NotFoundError:
    from glossary.languages._cldr import unknown_language

    return unknown_language(tag)
