"""A decision goes to its place in the file; every other line keeps its bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import MalformedError, RequestError
from glossary.extraction.decision_lines import decide
from glossary.extraction.decisions import Verb, parse_decisions

FILE = """\
# Ours.

# Not terms.
drop act   # too general
drop  Plan

# Kept.
keep levy

merge VSI = VSS
rename fee = charge  # as the law says
field levy = finance
"""


@pytest.mark.parametrize(
    ("verb", "term", "value", "reason", "old", "new"),
    [
        (Verb.DROP, "law", "", "a word", "drop  Plan", "drop law  # a word\ndrop  Plan"),
        (Verb.DROP, "tax", "", "", "drop  Plan", "drop  Plan\ndrop tax"),
        (Verb.DROP, "aim", "", "", "drop  Plan", "drop aim\ndrop  Plan"),
        (Verb.KEEP, " new\u00a0 term ", "", "a \n b", "keep levy",
         "keep levy\nkeep new term  # a b"),
        # What it contradicts gives way, whatever its number or case.
        (Verb.DROP, "levies", "", "", "keep levy\n", ""),
        (Verb.KEEP, "plan", "", "", "drop  Plan\n", ""),
        (Verb.DROP, "VSI", "", "", "merge VSI = VSS\n", ""),
        # One of its own kind is changed where it stands.
        (Verb.RENAME, "fee", "due", "", "rename fee = charge  # as the law says",
         "rename fee = due"),
        (Verb.RENAME, "charge", "due", "", "rename fee = charge  # as the law says",
         "rename fee = due"),
        (Verb.MERGE, "VSI", "office", "", "merge VSI = VSS", "merge VSI = office"),
        (Verb.DROP, "act", "", "a verb", "drop act   # too general", "drop act  # a verb"),
        (Verb.RENAME, "charge", "fee", "", "rename fee = charge  # as the law says\n", ""),
        # What was renamed is decided on by its name in the articles.
        (Verb.DROP, "charges", "", "", "drop  Plan", "drop fee\ndrop  Plan"),
        (Verb.MERGE, "due", "charge", "", "merge VSI", "merge due = fee\nmerge VSI"),
        # It says so already.
        (Verb.DROP, "acts", "", "", "", ""),
        (Verb.DROP, "act", "", "too general", "", ""),
        (Verb.RENAME, "fee", "charge", "", "", ""),
        (Verb.MERGE, "VSI", "VSS", "", "", ""),
    ],
)  # fmt: skip
def test_a_decision_goes_to_its_place(
    verb: Verb, term: str, value: str, reason: str, old: str, new: str
) -> None:
    decided = decide(FILE, verb, term, value=value, reason=reason)
    added = decided.line if decided.line and decided.line not in new and not decided.is_old else ""
    expected = FILE.replace(old, new) if old else FILE
    text = decided.text.replace(f"{added}\n", "") if added else decided.text
    assert text == expected
    assert decided.is_old == (not old)
    for written in parse_decisions(decided.line).decisions:
        again = decide(decided.text, verb, written.term, value=written.value, reason=reason)
        assert (again.text, again.is_old) == (decided.text, True)


def test_what_gave_way_is_said() -> None:
    decided = decide(FILE, Verb.DROP, "Levies")
    assert (decided.line, decided.replaced) == ("drop levy", ("keep levy",))
    assert "drop act   # too general\ndrop levy\ndrop  Plan\n" in decided.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "# Not terms.\ndrop law\n"),
        ("keep act", "keep act\n\n# Not terms.\ndrop law\n"),
        ("keep act\r\n", "keep act\r\n\r\n# Not terms.\r\ndrop law\r\n"),
        ("drop zoo\ndrop act", "drop zoo\ndrop act\ndrop law\n"),
        ("# only\n\n", "# only\n\n# Not terms.\ndrop law\n"),
    ],
)
def test_a_new_group_and_the_ends_of_lines(before: str, after: str) -> None:
    assert decide(before, Verb.DROP, "law").text == after


@pytest.mark.parametrize(
    ("verb", "term", "value", "said"),
    [
        (Verb.DROP, " ", "", "the term is empty"),
        (Verb.RENAME, "act", " ", "the new name of “act” is empty"),
        (Verb.DROP, "a = b", "", "cannot be written"),
        (Verb.RENAME, "act", "law # 3", "cannot be written"),
        (Verb.RENAME, "act", "act", "is called so already"),
        (Verb.MERGE, "act", "acts", "cannot be merged into itself"),
        (Verb.MERGE, "VSS", "VSI", "cannot be merged into itself"),
    ],
)
def test_what_cannot_be_decided(verb: Verb, term: str, value: str, said: str) -> None:
    with pytest.raises(RequestError, match=said) as caught:
        decide(FILE, verb, term, value=value)
    assert caught.value.hint


def test_a_group_that_was_emptied_begins_again_under_its_heading() -> None:
    text = decide("# Not terms.\ndrop act\n\n# End.\n", Verb.KEEP, "act").text
    assert text == "# Not terms.\n\n# End.\n\n# Terms that the extractor passes over.\nkeep act\n"
    again = decide(text, Verb.DROP, "law").text
    assert again.startswith("# Not terms.\ndrop law\n\n# End.\n")


def test_a_broken_file_is_not_written_on() -> None:
    with pytest.raises(MalformedError, match="no decision"):
        decide("dropp act\n", Verb.DROP, "law")


NAMES = st.sampled_from(["act", "Acts", "law", "fee", "charge", "VSI", "VSS", "new term"])


@given(st.lists(st.tuples(st.sampled_from([Verb.DROP, Verb.KEEP, Verb.RENAME]), NAMES, NAMES)))
def test_other_lines_keep_their_bytes(steps: list[tuple[Verb, str, str]]) -> None:
    text = FILE
    for verb, term, other in steps:
        value = other if verb is Verb.RENAME else ""
        before = text.splitlines()
        try:
            decided = decide(text, verb, term, value=value, reason="r")
        except RequestError:
            continue
        text = decided.text
        # A blank line may be new: one stands before a group that begins.
        others = [
            line
            for line in before
            if line.strip() and line.strip() not in decided.replaced and line != decided.line
        ]
        assert [line for line in text.splitlines() if line in others] == others
    assert parse_decisions(text).decisions
    assert text.startswith("# Ours.\n\n# Not terms.\n")
