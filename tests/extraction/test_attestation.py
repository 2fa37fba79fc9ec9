"""Attestation: an implied phrase counts only where modifier and head stand side by side."""

from __future__ import annotations

from glossary.extraction.attestation import settle_coordinations
from glossary.extraction.tallies import Counts, Place, Tally

PLACE = Place("2020-01-01", "a.txt", 1)


def _tally(times: int) -> Tally:
    tally = Tally("NN")
    for _ in range(times):
        tally.see(PLACE, 0, "")
    return tally


def test_only_attested_phrases_are_counted() -> None:
    counts = Counts(
        tallies={"land taxes": _tally(2)},
        pending={
            ("land taxes", ("land", "taxes")): _tally(1),  # attested in the singular, and known
            ("fuel tax", ("fuel", "tax")): _tally(3),  # attested in the plural, and new
            ("village quarter", ("village", "quarter")): _tally(5),
        },
        pairs={("land", "tax"), ("fuel", "taxes"), ("quarter", "village")},
    )
    settled = settle_coordinations(counts).tallies
    assert {surface: tally.frequency for surface, tally in settled.items()} == {
        "land taxes": 3,
        "fuel tax": 3,
    }
    assert counts.pending == {}
