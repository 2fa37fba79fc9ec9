"""Decisions: every verb, and what cannot be understood, with its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import GlossaryError, InputError, MalformedError
from glossary.extraction.decisions import Decision, Decisions, Verb, parse_decisions, read_decisions

# line, what it decides
LINES = [
    ("drop new period", Decision(Verb.DROP, "new period", "", "", 1)),
    ("keep cash security", Decision(Verb.KEEP, "cash security", "", "", 1)),
    ("rename survivor = survivors", Decision(Verb.RENAME, "survivor", "survivors", "", 1)),
    ("merge VN Post = Vietnam Post", Decision(Verb.MERGE, "VN Post", "Vietnam Post", "", 1)),
    ("class Plan = legal", Decision(Verb.CLASS, "Plan", "legal", "", 1)),
    ("field pension = old age", Decision(Verb.FIELD, "pension", "old age", "", 1)),
    ("define tax = What is due.", Decision(Verb.DEFINE, "tax", "What is due.", "", 1)),
    ("  DROP\tnew   period  ", Decision(Verb.DROP, "new   period", "", "", 1)),
    ("drop x # says nothing", Decision(Verb.DROP, "x", "", "says nothing", 1)),
    ("keep C# standard", Decision(Verb.KEEP, "C# standard", "", "", 1)),
    ("define rate = a = b / c # ok", Decision(Verb.DEFINE, "rate", "a = b / c", "ok", 1)),
    ("keep Bảo hiểm".replace("ả", "a\u0309"), Decision(Verb.KEEP, "Bảo hiểm", "", "", 1)),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[row[0] for row in LINES])
def test_lines(line: str, expected: Decision) -> None:
    assert parse_decisions(line).decisions == (expected,)


def test_blank_lines_and_comments_count_as_lines() -> None:
    text = "# Decisions\n\n  # more\r\ndrop a\n\nkeep b\n"
    assert [(d.term, d.line) for d in parse_decisions(text).decisions] == [("a", 4), ("b", 6)]


# name, text, line, column, message in part, hint in part
FAULTS = [
    ("unknown verb", "drop a\nfoo b", 2, 1, "“foo” is no decision", "Begin the line with one of"),
    ("mistyped verb", "dorp a", 1, 1, "“dorp” is no decision", "“drop”"),
    ("nothing to drop", "drop", 1, 1, "“drop TERM”", "Complete"),
    ("drop takes no value", "drop a = b", 1, 1, "“drop TERM”", "Complete"),
    ("rename without a value", "rename a", 1, 1, "“rename TERM = VALUE”", "Complete"),
    ("rename with an empty value", "rename a = ", 1, 1, "“rename TERM = VALUE”", "Complete"),
    ("rename of nothing", "rename  = b", 1, 1, "“rename TERM = VALUE”", "Complete"),
    ("no such field", "field tax = taxes", 1, 13, "“taxes” is no field", "old age"),
    ("the value's own column", "field gold = gold", 1, 14, "“gold” is no field", "medical"),
    ("no such class", "keep a\n\nclass tax = tax", 3, 13, "“tax” is no class", "acronym"),
    ("kept and dropped", "keep tax\ndrop Taxes", 2, 1, "keep (line 1) and drop", "one of them"),
    ("merged and dropped", "merge a = b\ndrop a", 2, 1, "merge (line 1) and drop", "one of them"),
    ("two names", "rename a = b\n\nrename a = c", 3, 1, "rename (line 1) and rename", "one"),
    ("twice the same", "drop a\ndrop a", 2, 1, "drop (line 1) and drop", "one of them"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [row[1:] for row in FAULTS],
    ids=[row[0] for row in FAULTS],
)
def test_faults(tmp_path: Path, text: str, line: int, column: int, message: str, hint: str) -> None:
    path = tmp_path / "decisions.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        read_decisions(path)
    error = caught.value
    assert (error.path, error.line, error.column) == (path, line, column)
    assert message in error.message
    assert hint in error.hint


def test_decisions_that_agree() -> None:
    text = "keep tax\nrename tax = taxation\nfield tax = finance\nclass tax = domain\nkeep fee"
    assert len(parse_decisions(text).decisions) == 5


def test_they_are_found_whatever_case_number_and_spelling() -> None:
    decisions = parse_decisions("drop Labour Organisations\nkeep fee")
    assert list(decisions.of(Verb.DROP)) == ["labor organization"]
    assert list(decisions.of(Verb.MERGE)) == []


def test_renames_and_merges_hand_equivalents_on() -> None:
    text = "rename a = b\nmerge c = d\ndrop e\nfield f = IT"
    assert parse_decisions(text).renames == {"a": "b", "c": "d"}


def test_a_missing_file_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "no.txt").decisions == ()


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        read_decisions(tmp_path)
    path = tmp_path / "decisions.txt"
    path.write_bytes("keep café".encode("latin-1"))
    with pytest.raises(MalformedError, match="not in UTF-8"):
        read_decisions(path)
    path.write_bytes(b"\xef\xbb\xbfkeep tax")
    assert read_decisions(path).decisions[0].term == "tax"


@given(st.text(alphabet="dropkeepfieldclass =#\n\tabệ"))
def test_any_text_is_read_or_refused(text: str) -> None:
    fault = None
    decisions = Decisions()
    try:
        decisions = parse_decisions(text)
    except GlossaryError as error:
        fault = error
    assert fault is None or (fault.line and fault.column and fault.hint)
    assert all(decision.term for decision in decisions.decisions)
