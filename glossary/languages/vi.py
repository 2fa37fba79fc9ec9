"""Vietnamese: syllables and their marks, family names, the codes of legal documents."""

from __future__ import annotations

from glossary.languages._folding import fold
from glossary.languages._language import VIETNAMESE
from glossary.languages._vietnamese_connectors import CONNECTORS
from glossary.languages._vietnamese_institutions import INSTITUTIONS
from glossary.languages._vietnamese_legal import (
    DOCUMENT_CODES,
    ISSUER_CODES,
    LEGAL_CODES,
    PARTY_ISSUERS,
    legal_code,
)
from glossary.languages._vietnamese_loanwords import LOANWORDS
from glossary.languages._vietnamese_names import FAMILY_NAMES, SURNAMES
from glossary.languages._vietnamese_order import first_letter, order_key
from glossary.languages._vietnamese_syllables import (
    ToneMark,
    ToneStyle,
    is_folded_syllable,
    is_syllable,
    strip_marks,
    tone_mark,
    tone_style,
    with_tone_mark,
    without_tone_mark,
)
from glossary.languages._vietnamese_typing import meant
from glossary.languages._vietnamese_words import ABBREVIATIONS, FUNCTION_WORDS

__all__ = [
    "ABBREVIATIONS",
    "AMBIGUOUS_NUMERALS",
    "CONNECTORS",
    "COORDINATORS",
    "DOCUMENT_CODES",
    "FAMILY_NAMES",
    "FUNCTION_WORDS",
    "INSTITUTIONS",
    "ISSUER_CODES",
    "LANGUAGE",
    "LEGAL_CODES",
    "LOANWORDS",
    "PARTY_ISSUERS",
    "SURNAMES",
    "ToneMark",
    "ToneStyle",
    "first_letter",
    "fold",
    "is_folded_syllable",
    "is_syllable",
    "legal_code",
    "meant",
    "order_key",
    "strip_marks",
    "tone_mark",
    "tone_style",
    "with_tone_mark",
    "without_tone_mark",
]

AMBIGUOUS_NUMERALS = frozenset({"năm", "tư", "ba", "đôi", "nhất", "nhì", "không", "mốt", "một"})
"""Numerals that are other words as well: year, private, father, pair, most, not, fashion, a."""

COORDINATORS = frozenset({"và", "hoặc", "hay"})
"""What joins equal members of a list."""

LANGUAGE = VIETNAMESE
