"""The constraint file (XCS) that belongs beside a TBX file of version 2.

The official one of TBX-Basic knows en, fr and de only; a checker refuses all other languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.formats.contract import Termbase

if TYPE_CHECKING:
    from lxml.etree import _Element


def constraint_name(termbase: Termbase) -> str:
    """The name of the file that says which languages and data categories may be used."""
    return f"TBX-Basic-{termbase.source_language}-{termbase.target_language or 'und'}.xcs"


_STATUSES = (
    "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts"
)
_CATEGORIES = (
    ("termNote", "administrativeStatus", _STATUSES, ""),
    ("descrip", "context", "", "term"),
    ("admin", "customerSubset", "", ""),
    ("descrip", "definition", "", "langSet termEntry"),
    ("termNote", "geographicalUsage", "", ""),
    ("termNote", "grammaticalGender", "masculine feminine neuter other", ""),
    ("termNote", "partOfSpeech", "noun verb adjective adverb properNoun other", ""),
    ("admin", "projectSubset", "", ""),
    ("transacNote", "responsibility", "", ""),
    ("admin", "source", "", ""),
    ("descrip", "subjectField", "", "termEntry"),
    ("termNote", "termLocation", "", ""),
    ("termNote", "termType", "abbreviation acronym fullForm shortForm variant phrase", ""),
    ("transac", "transactionType", "origination modification", ""),
)


def constraints(termbase: Termbase) -> bytes:
    """The constraint file for these two languages: the official one knows en, fr and de only."""
    from lxml import etree

    root = etree.Element("TBXXCS", {"name": "Basic", "version": "2", "lang": "en"})
    tags = (termbase.source_language, termbase.target_language or "und")
    _child(_child(root, "header"), "title", f"TBX-Basic with the languages {' and '.join(tags)}")
    languages = _child(root, "languages")
    for tag in tags:
        language = _child(languages, "langInfo")
        _child(language, "langCode", tag)
        _child(language, "langName", tag)
    categories = _child(root, "datCatSet")
    for kind, name, words, levels in _CATEGORIES:
        spec = _child(categories, f"{kind}Spec", "", {"name": name, "datcatId": name})
        _child(spec, "contents", words, {"datatype": "picklist" if words else "plainText"})
        if levels:
            _child(spec, "levels", levels)
    return etree.tostring(
        root,
        xml_declaration=True,
        encoding="UTF-8",
        pretty_print=True,
        doctype='<!DOCTYPE TBXXCS SYSTEM "tbxxcsdtd.dtd">',
    )


def _child(
    parent: _Element, name: str, text: str = "", attributes: dict[str, str] | None = None
) -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, name, attributes or {})
    element.text = text or None
    return element
