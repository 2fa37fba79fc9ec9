"""The bytes of a workbook, the same ones for the same content: no time of writing is in them."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def to_bytes(book: Workbook, *, made: datetime, title: str = "") -> bytes:
    """Save the workbook as made at that moment."""
    moment = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.creator = "glossary"
    book.properties.title = title or None
    book.properties.created = moment
    first = BytesIO()
    book.save(first)
    return _undated(first, f"{moment.isoformat()}Z".encode())


def _undated(saved: BytesIO, moment: bytes) -> bytes:
    """The archive without the times at which openpyxl packed it."""
    sink = BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + moment, data)
            packed = zipfile.ZipInfo(member.filename, _EARLIEST)
            packed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(packed, data)
    return sink.getvalue()
