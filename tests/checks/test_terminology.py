from collections.abc import Callable

import pytest

from glossary.checks import Issue, Part, Setting, Severity
from glossary.languages import language
from glossary.model import Entry

Codes = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("pension"), ["T001"]),
        (Entry("pension", target="lương hưu"), []),
        (Entry("pension", admitted=("lương hưu",)), ["T002"]),
        (Entry("pension", approval="2026-11-20 NVA"), ["T002"]),
        (Entry("pension", forbidden=("hưu bổng",)), ["T001"]),
        (Entry("pension", target="pension"), ["T003"]),
        (Entry("public employee", target="Public employee"), ["T003"]),
        # Names, acronyms, codes and words that Vietnamese has taken over.
        (Entry("ASEAN", target="ASEAN"), []),
        (Entry("Vietnam Post", target="Vietnam Post"), []),
        (Entry("COVID-19", target="COVID-19"), []),
        (Entry("internet", target="internet"), []),
        (Entry("video clip", target="video clip"), []),
        (Entry("5g", target="5g"), []),
        (Entry("benefit level", target="mức benefit"), ["T004"]),
        (Entry("short clip", target="clip ngắn"), []),
        (Entry("Zalo channel", target="kênh Zalo"), []),
        (Entry("them", target="them", sense="x"), ["T003"]),
        (Entry("policy", target="chính sách", forbidden=("Chính sách",)), ["T005"]),
        (Entry("policy", target="chính sách", admitted=("sách",), forbidden=("sách",)), ["T005"]),
        (Entry("policy", target="chính sách", forbidden=("hợp đồng",)), []),
        (Entry("policy", target="chính sách", admitted=("chính sách",)), ["T006"]),
        (Entry("policy", target="chính sách", admitted=("sách", "sách")), ["T006"]),
        (Entry("policy", target="chính sách", deprecated=("chính sách",)), ["T006"]),
        (Entry("conference", target="hội nghị", admitted=("Hội nghị",)), []),
    ],
    ids=lambda value: value.source if isinstance(value, Entry) else "",
)
def test_one_entry(codes: Codes, entry: Entry, expected: list[str]) -> None:
    assert codes(entry) == expected


def test_near_languages_share_single_words(codes: Codes) -> None:
    french = Setting(language("fr"))
    assert "T003" not in codes(Entry("information", target="information"), setting=french)
    assert "T003" in codes(Entry("action plan", target="action plan"), setting=french)


def test_a_forbidden_one_in_use_is_an_error(issues: Callable[..., list[Issue]]) -> None:
    entry = Entry("policy", target="chính sách", admitted=("đường lối",), forbidden=("Đường lối",))
    (issue,) = issues(entry)
    assert (issue.severity, issue.part, issue.text) == (Severity.ERROR, Part.ADMITTED, "đường lối")
    assert issue.message == "“đường lối” is admitted and forbidden"
