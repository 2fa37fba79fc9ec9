"""TBX, the exchange format of termbases: version 2, which tools read, and version 3 in two styles.

carries entries, whole; what TBX-Basic has no data category for stands in notes, ``key: value``
A constraint file (XCS) that names our languages belongs beside a file of version 2.
"""

from __future__ import annotations

import re
from functools import partial

from glossary.formats._tbx_constraints import constraint_name, constraints
from glossary.formats._tbx_reading import read
from glossary.formats._tbx_writing import DCA, DCT, MARTIF, write
from glossary.formats.contract import Format, Profile, Termbase, Writing

_ROOT = re.compile(rb"<(?:\w+:)?(martif|tbx)[\s>]")
_STYLE = re.compile(rb"<(?:\w+:)?tbx[^>]*\sstyle\s*=\s*[\"'](\w+)")


def _recognises(head: bytes, *, root: bytes, style: bytes = b"") -> bool:
    text = head.replace(b"\0", b"")
    found, styled = _ROOT.search(text), _STYLE.search(text)
    if not found or found[1] != root:
        return False
    return not style or (styled[1].lower() if styled else b"dca") == style


def _beside(termbase: Termbase, writing: Writing) -> dict[str, bytes]:
    if writing.profile is Profile.WEBLATE:
        return {}
    return {constraint_name(termbase): constraints(termbase)}


FORMATS = (
    Format(
        "tbx",
        "TBX v2 (TBX-Basic)",
        (".tbx",),
        partial(_recognises, root=b"martif"),
        beside=_beside,
        read_entries=read,
        write_entries=partial(write, dialect=MARTIF),
    ),
    Format(
        "tbx3",
        "TBX v3 (TBX-Basic, DCA)",
        (".tbx",),
        partial(_recognises, root=b"tbx", style=b"dca"),
        read_entries=read,
        write_entries=partial(write, dialect=DCA),
        is_only_named=True,
    ),
    Format(
        "tbx3-dct",
        "TBX v3 (TBX-Basic, DCT)",
        (".tbx",),
        partial(_recognises, root=b"tbx", style=b"dct"),
        read_entries=read,
        write_entries=partial(write, dialect=DCT),
        is_only_named=True,
    ),
)
