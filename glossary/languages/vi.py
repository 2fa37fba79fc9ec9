"""Vietnamese."""

from __future__ import annotations

from glossary.languages._language import Language

LANGUAGE = Language("vi", "Vietnamese", "Tiếng Việt", "nplurals=1; plural=0;")
