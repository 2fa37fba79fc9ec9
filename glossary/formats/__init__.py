"""File formats: each reads and writes entries or segments, and says which."""

from __future__ import annotations

FORMAT_MODULES = (
    "po",
    "mo",
    "csv_file",
    "omegat",
    "xlsx",
    "tbx",
    "utx",
    "json_file",
    "termsheet",
    "tmx",
    "xliff",
    "bitext_xlsx",
    "bitext_docx",
)
"""The modules of this folder that hold formats, each in a tuple `FORMATS`."""
