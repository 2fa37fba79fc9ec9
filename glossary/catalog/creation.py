"""Start a catalog in a language: a header that msgfmt is content with, every term open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import glossary
from glossary.catalog.catalog import Catalog
from glossary.catalog.merging import merge_template
from glossary.catalog.template import stamp
from glossary.formats.po import Message, new_document
from glossary.languages import Language
from glossary.model import Entry

__all__ = ["new_catalog"]


def new_catalog(
    template: Sequence[Entry],
    *,
    language: Language,
    created: datetime,
    project: str = "glossary 1.0",
    translator: str = "",
    template_date: str = "",
) -> Catalog:
    """Give a catalog in memory with a complete header and every term of the template open.

    `translator` is ``Name <address>``; `template_date` the template's POT-Creation-Date.
    """
    date = stamp(created)
    fields = (
        ("Project-Id-Version", project),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", template_date or date),
        ("PO-Revision-Date", date),
        ("Last-Translator", translator or "Automatically generated"),
        ("Language-Team", language.english_name),
        ("Language", language.locale),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", language.plural_forms),
        ("X-Generator", f"glossary {glossary.__version__}"),
    )
    header = Message(
        msgid="",
        msgstr=("".join(_lines(fields)),),
        translator=(f"{language.english_name} equivalents.", ""),
    )
    catalog = Catalog(new_document(header))
    merge_template(catalog, template)
    return catalog


def _lines(fields: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, value in fields:
        yield f"{name}: {' '.join(value.split())}\n"
