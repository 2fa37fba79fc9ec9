"""Attestation: an implied phrase counts only where modifier and head stand side by side."""

from __future__ import annotations

from glossary.extraction.attestation import settle_coordinations
from glossary.extraction.tallies import Counts, Place, Tally, packed

PLACE = Place("2020-01-01", "a.txt", 1)


def _tally(times: int) -> Tally:
    tally = Tally("NN")
    for _ in range(times):
        tally.see((PLACE, 0.0, "", "", ""))
    return tally


def test_only_attested_phrases_are_counted() -> None:
    counts = Counts(
        tallies={
            "land taxes": _tally(2),
            "Fuel taxes": _tally(1),
            "quarter village": _tally(1),
            "village quarter": Tally(
                "NN", packed(frequency=1, implied=1)
            ),  # only another list says so
        },
        pending={
            ("land taxes", ("land", "taxes")): _tally(1),  # attested, and known
            ("fuel tax", ("fuel", "tax")): _tally(3),  # attested in the plural, and new
            ("village quarter", ("village", "quarter")): _tally(5),
        },
    )
    settled = settle_coordinations(counts).tallies
    assert {surface: tally.frequency for surface, tally in settled.items()} == {
        "land taxes": 3,
        "Fuel taxes": 1,
        "fuel tax": 3,
        "quarter village": 1,
        "village quarter": 1,
    }
    assert counts.pending == {}
