"""UTX, the term list of machine translation systems: tab-separated, with a heading of its own.

in      UTF-8; the first line names version, languages and date, the last ``#`` line the columns
out     a row for each equivalent that is not deprecated, with its status; rows of one concept
        have one id; what has no column stands in the comment
carries entries; those without an equivalent are left out
source  UTX 1.11 Specification, AAMT: CR and LF, no byte order mark, no quoting
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from glossary.errors import MalformedError
from glossary.formats._cells import join
from glossary.formats._keyed import noted
from glossary.formats._rows import Row, read_table
from glossary.formats._text import text_lines
from glossary.formats.contract import Concept, Format, Reading, Termbase, Writing, one_line
from glossary.interface import _
from glossary.model import Acceptability, Status

_HEAD = re.compile(r"#UTX(-S)? [\d.]+\s*;\s*([A-Za-z-]+)(?:/([A-Za-z-]+))?")
_COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "comment")
_HELD = frozenset({"source", "target", "notes", "id", "admitted", "forbidden"})
_NOTED = frozenset(Concept.__dataclass_fields__) - _HELD
_PARTS = frozenset({"noun", "verb", "adjective", "adverb"})
_UNKNOWN = "-"


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a UTX file."""
    lines = enumerate(text_lines(data, reading), 1)
    first, headings = "", (0, "")
    body: tuple[int, str] | None = None
    for number, line in lines:
        if not line.startswith("#"):
            body = number, line
            break
        first, headings = first or line, (number, line)
    head = _HEAD.match(first)
    if not head or headings[0] < 2:
        raise MalformedError(
            _("the first lines are not those of a UTX file"),
            hint=_("They are “#UTX 1.11; en/vi; date” and “#src”, “tgt”, “src:pos” …"),
            path=reading.path,
            line=1,
        )
    names = headings[1].rstrip("\r\n").removeprefix("#").split("\t")
    found = read_table(
        chain([(headings[0], names)], _cells(chain([body] if body else [], lines), len(names))),
        reading,
    )
    concepts = (
        replace(one, part_of_speech="") if one.part_of_speech == _UNKNOWN else one
        for one in found.concepts
    )
    return replace(
        found,
        concepts=tuple(concepts),
        source_language=head[2],
        target_language=head[3] or reading.target_language,
    )


def _cells(lines: Iterable[tuple[int, str]], width: int) -> Iterator[Row]:
    for number, line in lines:
        if line.strip() and not line.startswith("#"):
            cells = line.rstrip("\r\n").split("\t")
            yield number, [*cells, *[""] * (width - len(cells))]


def write(termbase: Termbase, writing: Writing) -> bytes:
    """The UTX file, in the order of the termbase."""
    target = f"/{termbase.target_language}" if termbase.target_language else ""
    made = writing.made.isoformat(timespec="seconds")
    title = re.sub("[;\t]", ",", one_line(writing.title))
    lines = [f"#UTX 1.11; {termbase.source_language}{target}; {made}; dictionary: {title}"]
    lines.append("#" + "\t".join(_COLUMNS))
    for concept in termbase.concepts:
        if not leaves_out(concept):
            lines += ["\t".join(cells) for cells in _rows(concept)]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _rows(concept: Concept) -> list[tuple[str, ...]]:
    # A row must have a part of speech; the comment says exactly which it is.
    named = replace(concept, part_of_speech=concept.part_of_speech or _UNKNOWN)
    part = concept.part_of_speech if concept.part_of_speech in _PARTS else "noun"
    word = "approved" if concept.status is Status.APPROVED else "provisional"
    words = {
        Acceptability.PREFERRED: word,
        Acceptability.ADMITTED: "non-standard",
        Acceptability.FORBIDDEN: "forbidden",
    }
    names = _NOTED if part != concept.part_of_speech else _NOTED - {"part_of_speech"}
    comment = join(noted(named, names))
    found: list[tuple[str, ...]] = []
    for text, standing in concept.equivalents:
        if standing in words:
            cells = (join([concept.source]), join([text]), part, words[standing])
            found.append((*cells, concept.number, comment))
            comment = join(noted(replace(named, notes=()), names & {"sense", "part_of_speech"}))
    return found


def leaves_out(concept: Concept) -> bool:
    """Whether a concept has no row: no equivalent, or a term that would read as a remark."""
    return not concept.target or concept.source.startswith("#")


FORMATS = (
    Format(
        "utx",
        "UTX",
        (".utx",),
        lambda head: head.startswith(b"#UTX"),
        leaves_out=leaves_out,
        read_entries=read,
        write_entries=write,
    ),
)
