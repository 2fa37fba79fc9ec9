"""English."""

from __future__ import annotations

from glossary.languages._language import Language

LANGUAGE = Language("en", "English", "English", "nplurals=2; plural=(n != 1);")
