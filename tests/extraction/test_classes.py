"""Classes: by head word and capitals."""

from __future__ import annotations

import pytest

from glossary.extraction.classes import term_class
from glossary.extraction.tallies import Tally
from glossary.extraction.variants import Candidate
from glossary.model import TermClass

# designation, class
CLASSES = [
    ("VAT", TermClass.ACRONYM),
    ("income tax", TermClass.DOMAIN),
    ("Tax Department", TermClass.ORGANISATION),
    ("tax department", TermClass.DOMAIN),
    ("Ministry of Finance", TermClass.ORGANISATION),
    ("World Bank", TermClass.ORGANISATION),
    ("Republic of Korea", TermClass.ORGANISATION),
    ("Deputy Director General", TermClass.TITLE),
    ("Director of the Tax Department", TermClass.TITLE),
    ("Prime Minister", TermClass.TITLE),
    ("Law on Forestry", TermClass.LEGAL),
    ("Tax Law", TermClass.LEGAL),
    ("law", TermClass.LEGAL),
    ("bilateral agreements", TermClass.LEGAL),
    ("legal framework", TermClass.LEGAL),
    ("Forest Plan", TermClass.LEGAL),
    ("forest plan", TermClass.DOMAIN),
    ("Decree", TermClass.LEGAL),
]


@pytest.mark.parametrize(("designation", "expected"), CLASSES)
def test_classes(designation: str, expected: TermClass) -> None:
    candidate = Candidate(designation, designation.lower(), (), Tally("P"))
    assert term_class(candidate, is_long_form=False, names={"Korea"}) is expected


def test_what_has_an_acronym_is_a_body() -> None:
    candidate = Candidate("Northern Power", "northern power", (), Tally("PP"))
    assert term_class(candidate, is_long_form=False, names=()) is TermClass.DOMAIN
    assert term_class(candidate, is_long_form=True, names=()) is TermClass.ORGANISATION
    lower = Candidate("value added tax", "value added tax", (), Tally("NEN"))
    assert term_class(lower, is_long_form=True, names=()) is TermClass.DOMAIN
