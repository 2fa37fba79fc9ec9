"""English: number, spelling, what counts as the same term, and the words that names are made of.

Everything here is knowledge of the language, none of a project's texts. The tables are in lower
case; each is explained where it stands.
"""

from __future__ import annotations

from glossary.languages._english_comparison import comparison_key, divisions, singular_phrase
from glossary.languages._english_general import EVALUATIVE_ADJECTIVES, GENERAL_HEADS
from glossary.languages._english_inflection import plural, singular
from glossary.languages._english_offices import (
    JOB_TITLE_HEADS,
    JOB_TITLE_MODIFIERS,
    LEGAL_DOCUMENT_TYPES,
    ORGANISATION_HEADS,
    PERSON_TITLES,
)
from glossary.languages._english_places import COUNTRIES, NATIONALITIES, NATIONALITY_OF
from glossary.languages._english_spelling import american
from glossary.languages._english_stems import stem
from glossary.languages._english_words import (
    ABBREVIATIONS,
    AUXILIARIES,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
)
from glossary.languages._language import ENGLISH

__all__ = [
    "ABBREVIATIONS",
    "AUXILIARIES",
    "CONJUNCTIONS",
    "COORDINATORS",
    "COUNTRIES",
    "DETERMINERS",
    "EVALUATIVE_ADJECTIVES",
    "GENERAL_HEADS",
    "JOB_TITLE_HEADS",
    "JOB_TITLE_MODIFIERS",
    "LANGUAGE",
    "LEGAL_DOCUMENT_TYPES",
    "MONTHS",
    "MONTH_ABBREVIATIONS",
    "NATIONALITIES",
    "NATIONALITY_OF",
    "NUMBER_WORDS",
    "ORDINALS",
    "ORGANISATION_HEADS",
    "PERSON_TITLES",
    "PREPOSITIONS",
    "PRONOUNS",
    "WEEKDAYS",
    "american",
    "comparison_key",
    "divisions",
    "plural",
    "singular",
    "singular_phrase",
    "stem",
]

LANGUAGE = ENGLISH
