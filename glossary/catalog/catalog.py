"""A catalog: the entries of one language, each found by its key.

in      a PO document
out     `Entry` values; changes go back into the document, which keeps the bytes of all others
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from glossary.catalog._mapping import carried_over, entry_of, message_of
from glossary.formats.po import Block, Document, Message, parse_po
from glossary.model import Entry

__all__ = ["Catalog"]

_FORMER = "msgid"


class Catalog:
    r"""The entries of a PO or POT file, by source and sense, in the order of the file.

    >>> catalog = Catalog.from_bytes(b'msgid "pension"\nmsgstr ""\n')
    >>> catalog.put(replace(catalog.get("pension"), target="lương hưu"))
    >>> catalog.get("pension").status
    <Status.DRAFT: 'draft'>
    """

    def __init__(self, document: Document, *, path: Path | None = None) -> None:
        self._document = document
        self.path = path

    @classmethod
    def from_bytes(cls, data: bytes, *, path: Path | None = None) -> Catalog:
        """Read the bytes of a PO file; MalformedError for its faults."""
        return cls(parse_po(data, path=path), path=path)

    @property
    def language(self) -> str:
        """The BCP 47 tag of the header, empty in a template: ``vi``, ``zh-Hans``."""
        return self.header("Language").replace("_", "-")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry in the order of the file, obsolete ones where they stand."""
        return tuple(entry_of(message) for message in self._document.messages)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines of every entry as in `entries`, and of the header where it stands."""
        return self._document.blocks

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was read."""
        return self._document.changed

    def get(self, source: str, sense: str = "") -> Entry | None:
        """The entry of a term, None where there is none."""
        message = self._message(source, sense)
        return entry_of(message) if message else None

    def line(self, source: str, sense: str = "") -> int | None:
        """The line of an entry in the file as it was read."""
        message = self._message(source, sense)
        return self._document.line(*message.key) if message else None

    def put(self, entry: Entry) -> None:
        """Add an entry, or change the one with its key; an equal one changes no byte."""
        message = self._message(entry.source, entry.sense)
        if message and entry_of(message) == entry:
            return
        fresh = message_of(entry, message)
        self._document.replace(message.key if message else fresh.key, fresh)

    def former(self, source: str, sense: str = "") -> str:
        """The source that the equivalent was made for (``#| msgid``), empty where none is kept."""
        message = self._message(source, sense)
        return dict(message.previous).get(_FORMER, "") if message else ""

    def set_former(self, source: str, text: str, *, sense: str = "") -> None:
        """Keep the source that the equivalent was made for; an empty text forgets it."""
        message = self._message(source, sense)
        if message and self.former(source, sense) != text:
            previous = ((_FORMER, text),) if text else ()
            self._document.replace(message.key, replace(message, previous=previous))

    def adopt(
        self,
        entry: Entry,
        *,
        theirs: tuple[Catalog, Entry | None],
        base: tuple[Catalog | None, Entry | None],
    ) -> None:
        """Put an entry merged with that of another catalog; what no `Entry` knows is merged too.

        `theirs` and `base` are the catalogs and the entries in them, under their keys there.
        """
        own = self._message(entry.source, entry.sense)
        other, old = (
            catalog._message(*known.key) if catalog and known else None
            for catalog, known in (theirs, base)
        )
        if own is None or (own == old and entry_of(own) != entry):
            whole = other if other and entry_of(other) == entry else message_of(entry, own or other)
            self._document.replace(own.key if own else whole.key, whole)
            return
        self.put(entry)
        if other and old:
            now = self._message(entry.source, entry.sense) or own
            fresh = carried_over(now, base=old, ours=own, theirs=other)
            self._document.replace(now.key, fresh)

    def remove(self, source: str, sense: str = "") -> None:
        """Remove an entry with all that belongs to it; nothing happens where there is none."""
        message = self._message(source, sense)
        if message:
            self._document.remove(*message.key)

    def rename(self, source: str, new: str, *, sense: str = "") -> None:
        """Give an entry another term; everything else of it, unknown flags too, stays.

        Nothing happens where there is no such entry, or where the new term has one already.
        """
        message = self._message(source, sense)
        if message is None or self._message(new, sense):
            return
        fresh = message_of(replace(entry_of(message), source=new), message)
        self._document.replace(message.key, fresh)

    def compose(self, source: str, sense: str = "") -> None:
        """Write the lines of an entry in NFC; the header's where both are empty."""
        message = self._message(source, sense) or self._document.get(source)
        if message:
            self._document.compose(message.key)

    def arrange(self, keys: Iterable[tuple[str, str]]) -> None:
        """Put entries into this order (source and sense); the others follow in theirs."""
        self._document.arrange(
            message.key
            for source, sense in keys
            if (message := self._message(source, sense)) is not None
        )

    def header(self, name: str) -> str:
        """A field of the header, empty where it is missing."""
        for field, value in self._fields():
            if field.lower() == name.lower():
                return value.strip()
        return ""

    @property
    def header_fields(self) -> dict[str, str]:
        """Every field of the header by its name in small letters."""
        return {field.lower(): value.strip() for field, value in self._fields()}

    def set_header(self, name: str, value: str) -> None:
        """Change a field of the header, or add it at the end."""
        header = self._document.header
        if header is None or self.header(name) == value:
            return
        lines = [
            f"{field}: {value}" if field.lower() == name.lower() else line
            for line, (field, _) in zip(self._lines(), self._fields(), strict=True)
        ]
        if not any(field.lower() == name.lower() for field, _ in self._fields()):
            lines.append(f"{name}: {value}")
        self._document.put(replace(header, msgstr=("".join(f"{one}\n" for one in lines),)))

    @property
    def header_names(self) -> tuple[str, ...]:
        """The names of the header's fields in their order."""
        return tuple(name for name, _ in self._fields() if name)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The translator's comment lines above the header."""
        return self._document.header.translator if self._document.header else ()

    def set_remarks(self, lines: tuple[str, ...]) -> None:
        """Change the comment lines above the header."""
        if header := self._document.header:
            self._document.put(replace(header, translator=lines))

    def to_bytes(self) -> bytes:
        """The file as it is to be written; what was read, where nothing changed."""
        return self._document.to_bytes()

    def _lines(self) -> list[str]:
        header = self._document.header
        return header.msgstr[0].removesuffix("\n").split("\n") if header else []

    def _fields(self) -> list[tuple[str, str]]:
        return [(name, value) for name, _, value in (one.partition(":") for one in self._lines())]

    def _message(self, source: str, sense: str) -> Message | None:
        # A PO file may have an empty msgctxt, which is no sense either.
        found = self._document.get(source, sense or None)
        if found is None and not sense:
            return self._document.get(source, "") if source else None
        return found if source or sense else None
