"""Seeking: what an editor keeps is found word for word, though it is no noun phrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.extraction.decisions import parse_decisions
from glossary.extraction.extractor import extract
from glossary.extraction.seeking import seek

TEXT = """Customs and clerks

20/01/2016

Clerks and  officers pay toll, and CLERKS AND OFFICER rest. No clerks and officership.
The plan to widen the road passed. The owner’s plan to widen the roads failed.
"""

# phrase, lines where it stands
PHRASES = [
    ("clerks and officer", [5, 5]),
    ("clerk and officer", [5, 5]),
    ("Plan to widen the road", [6, 6]),
    ("owner's plan", [6]),
    ("toll road", []),
    ("20/01/2016", []),  # the date line is no text
]


@pytest.mark.parametrize(("phrase", "lines"), PHRASES, ids=[row[0] for row in PHRASES])
def test_phrases(tmp_path: Path, phrase: str, lines: list[int]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    found = seek([path], [phrase])
    assert [candidate.designation for candidate in found] == [phrase] * bool(lines)
    assert [candidate.tally.frequency for candidate in found] == [len(lines)] * bool(lines)
    assert [place.line for c in found for place in c.tally.places] == sorted(set(lines))


def test_a_kept_phrase_is_a_term_with_its_places(tmp_path: Path) -> None:
    path = tmp_path / "2016-01-20.txt"
    path.write_text(TEXT, encoding="utf-8")
    phrase = "plan to widen the road"
    found = extract([path], decisions=parse_decisions(f"keep {phrase}"))
    (term,) = (term for term in found.terms if term.designation == phrase)
    assert (term.frequency, term.years) == (2, (2016,))
    assert term.occurrences[0].reference == "2016-01-20.txt:6"
    assert term.evidence[0].context.startswith("The plan to widen")
    assert term.forms == ("plan to widen the road", "plan to widen the roads")
    assert found.notices == ()
    assert phrase not in {term.designation for term in extract([path]).terms}
