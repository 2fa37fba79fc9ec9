"""Fill in the templates of the pages; everything that is filled in is escaped."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from glossary.interface import _, languages, ngettext, speak
from glossary.web import labels
from glossary.web.concepts import initial, letter_name, link_name
from glossary.web.links import Links

ASSETS: Mapping[str, str] = {
    "style.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "site.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files of ours that a page needs, with their types."""


def render(template: str, links: Links, *, language: str, **values: object) -> str:
    """The page of `template` with `values`, with the interface in `language`."""
    speak(language)
    return (
        _environment()
        .get_template(template)
        .render(links=links, interface_language=language, **values)
    )


@cache
def asset(name: str) -> bytes:
    """The content of a file of `ASSETS`."""
    return (files("glossary.web") / "static" / name).read_bytes()


@cache
def assets_version() -> str:
    """A short digest of all assets."""
    return hashlib.sha256(b"\0".join(asset(name) for name in ASSETS)).hexdigest()[:10]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("glossary.web", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "_": _,
        "ngettext": ngettext,
        "initial": initial,
        "interface_languages": languages,
        "field_name": labels.field_name,
        "language_name": labels.language_name,
        "own_name": labels.own_name,
        "part_of_speech_name": labels.part_of_speech_name,
        "relation_name": labels.relation_name,
        "standing_label": labels.standing_label,
        "status_label": labels.status_label,
        "status_names": labels.status_names,
        "usage": labels.usage,
    }
    environment.filters |= {
        "emphasised": _emphasised,
        "letter_name": letter_name,
        "link_name": link_name,
    }
    return environment


def _emphasised(text: str, words: str) -> Markup:
    """`text` with every place where `words` stand marked, in any case."""
    found, rest, needle = Markup(), text, words.casefold()
    while needle and len(rest.casefold()) == len(rest):
        place = rest.casefold().find(needle)
        if place < 0:
            break
        end = place + len(needle)
        found += escape(rest[:place]) + Markup("<mark>%s</mark>") % rest[place:end]
        rest = rest[end:]
    return found + escape(rest)
