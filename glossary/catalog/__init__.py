"""Catalogs: the entries of one language in a PO file, and the template that they follow."""

from __future__ import annotations

from glossary.catalog import review
from glossary.catalog.catalog import Catalog
from glossary.catalog.creation import new_catalog
from glossary.catalog.merging import MergeReport, merge_template
from glossary.catalog.progress import Counts, Progress, progress, subject_field
from glossary.catalog.store import CatalogFile, replacing, rewrite_bytes, write_bytes
from glossary.catalog.template import (
    TemplateHeader,
    render_template,
    template_entries,
    write_template,
)

__all__ = [
    "Catalog",
    "CatalogFile",
    "Counts",
    "MergeReport",
    "Progress",
    "TemplateHeader",
    "merge_template",
    "new_catalog",
    "progress",
    "render_template",
    "replacing",
    "review",
    "rewrite_bytes",
    "subject_field",
    "template_entries",
    "write_bytes",
    "write_template",
]
