"""Set a publication as one HTML file that needs nothing else: no script, no font, no picture.

standard  HTML (WHATWG); WCAG 2.2 AA: language of parts, headings in order, contrast, reflow
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.formats.publication import Piece, Publication, joined

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

_FOLDER = Path(__file__).parent
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def render(publication: Publication) -> bytes:
    """The whole page in UTF-8."""
    css = (_FOLDER / "publication.css").read_text("utf-8")
    text = _template().render(
        book=publication,
        css=css,
        source=publication.source_language,
        target=publication.target_language,
        labels=publication.labels,
        is_numbered=bool(publication.indexes),
        has_marks=bool(publication.open_count or publication.doubtful_count),
    )
    return text.encode("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["direction"] = _direction
    environment.globals["space"] = _space
    environment.globals["source_text"] = _source_text
    return environment.get_template("publication.html")


def _direction(language: str) -> str:
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _space(language: str) -> str:
    return joined(("", ""), language)


def _source_text(pieces: tuple[Piece, ...], language: str) -> str:
    return joined((piece.source for piece in pieces), language)
