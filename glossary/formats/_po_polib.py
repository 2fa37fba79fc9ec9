"""Read statements with polib, which is imported only where a PO file is really read."""

from __future__ import annotations

from collections.abc import Iterator

import polib  # type: ignore[import-untyped]

#: msgctxt, msgid, msgid_plural and the texts of msgstr.
Fields = tuple[str | None, str, str | None, tuple[str, ...]]


class _Entries(polib.POFile):  # type: ignore[misc]
    """polib's list of entries, header included: its own search for a header is left out."""

    def find(self, *_: object, **__: object) -> None:
        """Find nothing, so that every message has its entry at the same index."""

    def append(self, entry: polib.POEntry) -> None:
        """Add an entry without polib's search for duplicates; the scan has done it."""
        list.append(self, entry)


def read_statements(statements: str) -> Iterator[Fields]:
    """Give the fields of each message in lines that a scan has found sound."""
    # polib opens what is the name of a file: a text that begins with a line break is none.
    for entry in polib.pofile(f"\n{statements}", encoding="utf-8", klass=_Entries):
        forms = entry.msgstr_plural
        msgstr = tuple(forms[index] for index in sorted(forms)) if forms else (entry.msgstr,)
        yield entry.msgctxt, entry.msgid, entry.msgid_plural if forms else None, msgstr
