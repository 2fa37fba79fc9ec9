"""The legal references of the owner's articles."""

from __future__ import annotations

from glossary.extraction.extractor import Extraction

# counted by hand with grep over the five articles
INSTRUMENTS = {
    ("96", None, "NQ-BCS"): 6,
    ("28", None, "NQ-TW"): 5,
    ("135", None, "KH-BCS"): 2,
    ("20", None, "NQ-TW"): 2,
    ("72", 2015, "ND-CP"): 1,
    ("146", None, "QD-TTg"): 1,
    ("436", None, "QD-TTg"): 1,
    ("625", None, "QD-BHXH"): 1,
    ("813", None, "QD-BHXH"): 1,
    ("1676", None, "QD-TTg"): 1,
    ("3635", None, "KH-BHXH"): 1,
}


def test_the_owners_articles_have_22_mentions_of_11_instruments(
    seeds_extraction: Extraction,
) -> None:
    assert dict(seeds_extraction.counts.references) == INSTRUMENTS
    assert sum(INSTRUMENTS.values()) == 22
