"""Settle the coordinations that need attestation: is "modifier head" found side by side?

A phrase that a list of nouns might imply ("village, hamlet and residential quarter": a village
quarter?) is counted only if its modifier and its head stand side by side somewhere in the corpus.
"""

from __future__ import annotations

from glossary.extraction.tallies import Counts
from glossary.languages import en


def settle_coordinations(counts: Counts) -> Counts:
    """Move the attested ones of `counts.pending` to its tallies, and let go of the rest."""
    attested = _attested(counts) if counts.pending else ()
    for (surface, (modifier, head)), tally in counts.pending.items():
        if (modifier, en.singular(head)) not in attested:
            continue
        if known := counts.tallies.get(surface):
            known.add(tally)
        else:
            counts.tallies[surface] = tally
    counts.pending.clear()
    return counts


def _attested(counts: Counts) -> set[tuple[str, str]]:
    """The phrases of a wanted modifier and one word that stand in the text, in lower case."""
    wanted = {modifier for _, (modifier, _head) in counts.pending}
    found = set()
    for surface, tally in counts.tallies.items():
        if surface.count(" ") == 1:
            modifier, _, head = surface.lower().partition(" ")
            if modifier in wanted and tally.frequency > tally.implied:
                found.add((modifier, en.singular(head)))
    return found
