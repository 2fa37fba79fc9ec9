"""Term sheet and leaflet: one HTML page each, to read on a screen, to print or to save as PDF.

out     a page that needs nothing else: no script, no font, no picture
carries entries, for people; it is not read back
standard HTML (WHATWG); WCAG 2.2 AA: language of parts, headings in order, contrast, reflow
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.formats._layouts import language_name
from glossary.formats.contract import Concept, Format, Termbase, Writing
from glossary.interface import _, ngettext
from glossary.languages import fold

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent
_LEAFLET = "leaflet.html"


@dataclass(frozen=True, slots=True)
class _Section:
    """The concepts of one subject field, sorted; one without a name has those of no field."""

    name: str
    concepts: tuple[Concept, ...]


def write(termbase: Termbase, writing: Writing, *, template: str) -> bytes:
    """The page, with the terms of each subject field in alphabetical order."""
    is_hidden = _leaves_out_of_leaflet if template == _LEAFLET else leaves_out
    concepts = [one for one in termbase.concepts if not is_hidden(one)]
    text = _template(template).render(
        css=(_FOLDER / "termsheet.css").read_text("utf-8"),
        title=termbase.title or writing.title,
        languages=" – ".join(
            language_name(tag) for tag in (termbase.source_language, termbase.target_language)
        ),
        source=termbase.source_language,
        target=termbase.target_language,
        date=writing.made.date().isoformat(),
        count=ngettext("{count} term", "{count} terms", len(concepts)).format(count=len(concepts)),
        sections=_sections(concepts),
        drafts=sum(one.status.value == "draft" for one in concepts),
        label=_labels(),
    )
    return text.encode("utf-8")


def leaves_out(concept: Concept) -> bool:
    """Whether a concept is not for readers: it has no equivalent."""
    return not concept.target


def _leaves_out_of_leaflet(concept: Concept) -> bool:
    """What is in doubt is not handed out."""
    return not concept.target or concept.needs_review


def _sections(concepts: list[Concept]) -> list[_Section]:
    names = sorted({one.subject_field for one in concepts}, key=lambda name: (not name, name))

    def order(concept: Concept) -> tuple[str, str]:
        return fold(concept.source), concept.source

    return [
        _Section(name, tuple(sorted((c for c in concepts if c.subject_field == name), key=order)))
        for name in names
    ]


def _labels() -> dict[str, str]:
    return {
        "term": _("Term"),
        "equivalent": _("Equivalent"),
        "also": _("also"),
        "not": _("not"),
        "formerly": _("formerly"),
        "definition": _("Definition"),
        "doubtful": _("to be looked at"),
        "draft": _("A draft: no reviser has approved the terms marked with a circle (○)."),
        "other": _("Other terms"),
        "contents": _("Subject fields"),
        "abbreviation": _("short for"),
    }


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


FORMATS = (
    Format(
        "termsheet",
        "HTML term sheet",
        (".html", ".htm"),
        lambda head: False,
        lacks=("usage", "evidence", "references", "notes", "approval", "id"),
        leaves_out=leaves_out,
        write_entries=partial(write, template="termsheet.html"),
    ),
    Format(
        "leaflet",
        "HTML leaflet",
        (".html", ".htm"),
        lambda head: False,
        lacks=(
            "admitted",
            "deprecated",
            "forbidden",
            "usage",
            "evidence",
            "references",
            "notes",
            "approval",
            "id",
        ),
        leaves_out=_leaves_out_of_leaflet,
        write_entries=partial(write, template=_LEAFLET),
        is_only_named=True,
    ),
)
