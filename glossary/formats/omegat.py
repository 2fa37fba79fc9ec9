"""OmegaT's glossary file: a term, its equivalent and a comment, separated by tabs.

in      UTF-8; lines that begin with ``#`` are remarks, the first names the encoding
out     a row for the preferred equivalent and one for each admitted one, never a forbidden one;
        what OmegaT shows as the comment are the definitions, the notes and what must not be used
carries entries; those without an equivalent are left out, as OmegaT leaves them out
source  OmegaT 3.6 and 5.7: no quoting, no heading, no line breaks in cells
"""

from __future__ import annotations

from dataclasses import replace

from glossary.errors import MalformedError
from glossary.formats._cells import join, split
from glossary.formats._concepts import check_count, check_length, check_size, united
from glossary.formats._keyed import noted, unnoted
from glossary.formats._text import text_lines
from glossary.formats.contract import (
    Concept,
    Format,
    Reading,
    Termbase,
    Writing,
    one_line,
    tidy,
)
from glossary.interface import _

_FIRST = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
_SHOWN = frozenset(
    {"sense", "deprecated", "forbidden", "definition", "target_definition", "needs_review"}
)


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a glossary file; rows of one term are one concept."""
    concepts: dict[tuple[str, str], Concept] = {}
    remarks = []
    for number, line in enumerate(text_lines(data, reading), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < 2:
            raise MalformedError(
                _("the row has no tab between a term and its equivalent"),
                hint=_("Check that it is an OmegaT glossary, or name the --format."),
                path=reading.path,
                line=number,
            )
        source, target, comment = (one_line(cell) for cell in (*cells, "")[:3])
        if not source or not target:
            remarks.append(_("row {number} has no term and was left out").format(number=number))
            continue
        for text in (source, target):
            check_length(text, number, reading)
        concept = unnoted(Concept(source, target=target), split(comment))
        known = concepts.get((source, concept.sense))
        concepts[source, concept.sense] = united(known, concept) if known else concept
        check_size(concepts[source, concept.sense], number, reading)
        check_count(len(concepts), number, reading)
    return Termbase(
        tuple(tidy(one) for one in concepts.values()),
        reading.source_language,
        reading.target_language,
        remarks=tuple(remarks),
    )


def write(termbase: Termbase, writing: Writing) -> bytes:
    """The glossary file, in the order of the termbase."""
    lines = [_FIRST]
    for concept in termbase.concepts:
        if leaves_out(concept):
            continue
        comment = join(noted(concept, _SHOWN), " | ")
        sense = join(noted(replace(concept, notes=()), {"sense"}))
        lines.append("\t".join((concept.source, concept.target, comment)))
        lines += ["\t".join((concept.source, text, sense)) for text in concept.admitted]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def leaves_out(concept: Concept) -> bool:
    """Whether a concept has no row: no equivalent, or a term that would read as a remark."""
    return not concept.target or concept.source.startswith("#")


def _recognises(head: bytes) -> bool:
    text = head.decode("utf-8-sig", "ignore")
    if text.startswith("#"):
        return "coding: utf-8" in text.partition("\n")[0].lower()
    return False


FORMATS = (
    Format(
        "omegat",
        "OmegaT glossary",
        (".txt", ".utf8"),
        _recognises,
        lacks=(
            "approval",
            "part_of_speech",
            "subject_field",
            "usage",
            "other_names",
            "abbreviation_of",
            "abbreviated_as",
            "evidence",
            "references",
            "id",
        ),
        leaves_out=leaves_out,
        read_entries=read,
        write_entries=write,
    ),
)
