"""From terms to the template: the POT file that every catalog follows.

in      the terms of an extraction
out     entries without equivalents, and the bytes of the POT file that holds them
order   alphabetical, upper and lower case together: the rank of a term moves with every new
        article, its name does not, so that a version-control diff shows new terms and no moves
bytes   the same terms give the same bytes: the date in the header is that of the last change, so
        it stays the old file's as long as nothing else changed
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from glossary.catalog._mapping import message_of
from glossary.catalog.catalog import Catalog
from glossary.catalog.store import write_bytes
from glossary.errors import GlossaryError
from glossary.formats.po import Message, new_document
from glossary.languages.en import comparison_key, singular_phrase
from glossary.model import Entry, Occurrence, Term, TermClass

__all__ = ["TemplateHeader", "render_template", "stamp", "template_entries", "write_template"]

_LINES = 6
_REFERENCES = 6
#: Characters of an evidence line that Poedit and OmegaT show without scrolling.
_EVIDENCE = 110
_ELLIPSIS = "…"
_DATE_FIELD = "POT-Creation-Date"


@dataclass(frozen=True, slots=True)
class TemplateHeader:
    """What the header of a template says; `created` is used only when the terms changed."""

    created: datetime
    project: str = "glossary"
    version: str = "1.0"
    bugs_to: str = ""


def template_entries(terms: Iterable[Term]) -> list[Entry]:
    """Give the entry of each term, in the order of the template; the first of equal keys wins."""
    entries: dict[tuple[str, str], Entry] = {}
    for term in terms:
        entries.setdefault(
            (term.designation, term.sense),
            Entry(
                source=term.designation,
                sense=term.sense,
                comments=comment_lines(term),
                references=_references(term),
            ),
        )
    return sorted(entries.values(), key=_order)


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.source.casefold(), entry.source, entry.sense


def comment_lines(term: Term) -> tuple[str, ...]:
    """Give what a translator sees above a term, most important first, at most six lines.

    >>> comment_lines(Term("pension", frequency=3, articles=("a", "b"), years=(2020, 2024)))
    ('noun · general · 3 in 2 articles (2020, 2024)',)
    """
    lines = [_summary(term)]
    if term.definition:
        lines.append(" ".join(term.definition.split()))
    if term.long_form:
        lines.append(f"Abbreviation of {term.long_form}")
    if term.acronym:
        lines.append(f"Abbreviated as {term.acronym}")
    if names := _other_names(term):
        lines.append(f"Also: {'; '.join(names)}")
    lines.extend(_evidence_line(term, occurrence) for occurrence in term.evidence)
    return tuple(lines[:_LINES])


def _other_names(term: Term) -> list[str]:
    """The names that an editor merged into the term, which nobody would guess from it."""
    names = {comparison_key(term.designation): ""}
    for form in term.variants:
        names.setdefault(comparison_key(form), singular_phrase(form))
    return [form for form in names.values() if form]


def _summary(term: Term) -> str:
    kind = term.part_of_speech if term.term_class is TermClass.DOMAIN else term.term_class.value
    number = len(term.articles)
    count = f"{term.frequency} in {number} article{'' if number == 1 else 's'}"
    years = f" ({', '.join(map(str, term.years))})" if term.years else ""
    return f"{kind} · {term.subject_field.value} · {count}{years}"


def _references(term: Term) -> tuple[str, ...]:
    references = dict.fromkeys(occurrence.reference for occurrence in term.occurrences)
    return tuple(references)[:_REFERENCES]


def _evidence_line(term: Term, occurrence: Occurrence) -> str:
    place = (
        occurrence.date.isoformat() if occurrence.date else occurrence.article.removesuffix(".txt")
    )
    forms = (term.designation, *term.variants, *term.forms, term.acronym)
    return f"{place}: “{shorten(occurrence.context, forms, width=_EVIDENCE)}”"


def shorten(context: str, forms: Sequence[str], *, width: int) -> str:
    """Cut a sentence at word borders to about `width` characters around the first form found.

    >>> shorten("one two three four five six", ["four"], width=16)
    '… three four …'
    """
    text = " ".join(context.split())
    if len(text) <= width:
        return text
    words = [match.span() for match in re.finditer(r"\S+", text)]
    start, end = _place(text, forms)
    first = max(index for index, span in enumerate(words) if span[0] <= start)
    last = min(index for index, span in enumerate(words) if span[1] >= end)

    def fits(first: int, last: int) -> bool:
        cuts = (first > 0) + (last < len(words) - 1)
        return words[last][1] - words[first][0] + cuts * (len(_ELLIPSIS) + 1) <= width

    grown = True
    while grown:
        grown = False
        if first > 0 and fits(first - 1, last):
            first, grown = first - 1, True
        if last < len(words) - 1 and fits(first, last + 1):
            last, grown = last + 1, True
    before = f"{_ELLIPSIS} " if first else ""
    after = f" {_ELLIPSIS}" if last < len(words) - 1 else ""
    return f"{before}{text[words[first][0] : words[last][1]]}{after}"


def _place(text: str, forms: Sequence[str]) -> tuple[int, int]:
    """Where the longest form that stands in the text stands first; its start if there is none."""
    for form in sorted({one for one in forms if one}, key=lambda one: (-len(one), one)):
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)"
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            return match.span()
    return 0, 0


def render_template(
    entries: Iterable[Entry], header: TemplateHeader, *, before: bytes | None = None
) -> bytes:
    """Give the bytes of the template; `before` are those of the file that it replaces.

    Where nothing but the date would change, `before` is given back.
    """
    listed = list(entries)
    if before is not None:
        date = _date_of(before)
        if date and _render(listed, header, date) == before:
            return before
    return _render(listed, header, stamp(header.created))


def write_template(path: Path, entries: Iterable[Entry], header: TemplateHeader) -> bool:
    """Write the template safely; False where it says all this already."""
    before = path.read_bytes() if path.is_file() else None
    return write_bytes(path, render_template(entries, header, before=before))


def _date_of(data: bytes) -> str:
    try:
        return Catalog.from_bytes(data).header(_DATE_FIELD)
    except GlossaryError:
        return ""


def stamp(moment: datetime) -> str:
    """A date as gettext writes it: ``2026-11-22 05:41+0000``."""
    aware = moment if moment.tzinfo else moment.astimezone()
    return aware.strftime("%Y-%m-%d %H:%M%z")


def _render(entries: Sequence[Entry], header: TemplateHeader, date: str) -> bytes:
    document = new_document(_header(header, date))
    for entry in entries:
        document.put(message_of(entry))
    return document.to_bytes()


def _header(header: TemplateHeader, date: str) -> Message:
    return Message(
        msgid="",
        msgstr=("".join(f"{line}\n" for line in _fields(header, date)),),
        translator=(f"Terms of {header.project}.", ""),
        flags=("fuzzy",),
    )


def _fields(header: TemplateHeader, date: str) -> Iterator[str]:
    yield f"Project-Id-Version: {header.project} {header.version}".rstrip()
    yield f"Report-Msgid-Bugs-To: {header.bugs_to}"
    yield f"{_DATE_FIELD}: {date}"
    yield "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE"
    yield "Last-Translator: FULL NAME <EMAIL@ADDRESS>"
    yield "Language-Team: LANGUAGE <LL@li.org>"
    yield "Language: "
    yield "MIME-Version: 1.0"
    yield "Content-Type: text/plain; charset=UTF-8"
    yield "Content-Transfer-Encoding: 8bit"
