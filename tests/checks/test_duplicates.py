from collections.abc import Callable

import pytest

from glossary.checks import Issue
from glossary.model import Entry

Find = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("first", "second", "code", "words"),
    [
        (Entry("labour force", target="a"), Entry("labor force", target="b"), "C003", "another"),
        (Entry("labour force", target="a"), Entry("labor force"), "C003", "same term"),
        (Entry("benefit", target="a"), Entry("benefits", target="b"), "C003", "another"),
        (Entry("old-age fund", target="a"), Entry("old age fund", target="b"), "C003", "another"),
        (Entry("party", target="a"), Entry("Party", target="b"), None, ""),
        (Entry("lead", sense="metal", target="a"), Entry("lead", target="b"), None, ""),
        (Entry("fund", target="a"), Entry("funding", target="b"), None, ""),
        (Entry("work plan", target="a", comments=("Also: action plan; plan",)),
         Entry("action plan", target="b"), "C004", "another name"),
        (Entry("work plan", target="a", comments=("Also: action plan",)),
         Entry("action plan", target="a"), None, ""),
    ],
)  # fmt: skip
def test_one_term_in_two_entries(
    issues: Find, first: Entry, second: Entry, code: str | None, words: str
) -> None:
    found = [issue for issue in issues(first, second) if issue.code[0] == "C"]
    assert [issue.code for issue in found] == ([code] if code else [])
    assert all(words in issue.message and issue.key == second.key for issue in found)
