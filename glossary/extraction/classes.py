"""Tell what kind of thing a term designates, by its head word and its capitals."""

from __future__ import annotations

from collections.abc import Container

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.variants import Candidate, head_index
from glossary.languages import en
from glossary.model import TermClass

# Heads that make a phrase one of the law even in lower case; "plan" or "report" only as names.
_OF_LAW = frozenset(
    {
        "agreement",
        "amendment",
        "circular",
        "clause",
        "constitution",
        "convention",
        "decision",
        "decree",
        "directive",
        "law",
        "legislation",
        "ordinance",
        "regulation",
        "resolution",
        "treaty",
    }
)
_ABOUT_LAW = frozenset({"legal", "legislative", "law"})


def term_class(candidate: Candidate, *, is_long_form: bool, names: Container[str]) -> TermClass:
    """Give the class of `candidate`.

    `is_long_form` says that an acronym stands for it; `names` are the words that only name.
    """
    words = candidate.designation.split()
    if all(word in names for word in words):
        return TermClass.NAME
    if len(words) == 1 and is_acronym(words[0]):
        return TermClass.ACRONYM
    place = head_index(words)
    head = en.singular(words[place].lower())
    is_name = words[place][0].isupper()
    if is_name and head in en.JOB_TITLE_HEADS:
        return TermClass.TITLE
    if head in _OF_LAW or words[0].lower() in _ABOUT_LAW:
        return TermClass.LEGAL
    if is_name and head in en.LEGAL_DOCUMENT_TYPES:
        return TermClass.LEGAL
    if is_name and (head in en.ORGANISATION_HEADS or is_long_form):
        return TermClass.ORGANISATION
    if is_name and len(words) > 1 and any(word in names for word in words):
        return TermClass.ORGANISATION
    return TermClass.DOMAIN
