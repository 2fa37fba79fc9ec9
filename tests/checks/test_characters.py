from collections.abc import Callable

import pytest

from glossary.checks import Issue
from glossary.model import Entry

Find = Callable[..., list[Issue]]


@pytest.mark.parametrize(
    ("text", "code", "after"),
    [
        ("b\u1ea3o hiểm x\u0430 hội", "V005", "bảo hiểm xa hội"),
        ("\u0412ảo hiểm", "V005", "Bảo hiểm"),
        ("thẻ, bảο hiểm", "V005", "thẻ, bảo hiểm"),
        ("trên \u0445\u0435 buýt", "V005", "trên xe buýt"),
        ("bảo hi\u0436m", "V005", None),
        ("bức xạ α, Москва", None, None),
        ("ðối tượng", "V006", "đối tượng"),
        ("Ðảng", "V006", "Đảng"),
        ("bảo  hiểm", "V007", "bảo hiểm"),
        (" bảo hiểm", "V007", "bảo hiểm"),
        ("bảo hiểm ", "V007", "bảo hiểm"),
        ("bảo hiểm\n", "V007", "bảo hiểm"),
        ("bảo\u00a0hiểm", "V007", "bảo hiểm"),
        ("bảo\u200b hiểm", "V007", "bảo hiểm"),
        ("bảo\thiểm", "V007", "bảo hiểm"),
        ("bảo hiểm", None, None),
    ],
)
def test_characters(issues: Find, text: str, code: str | None, after: str | None) -> None:
    found = [issue for issue in issues(Entry("x", target=text)) if issue.code != "V001"]
    assert [issue.code for issue in found] == ([code] if code else [])
    if found:
        assert (found[0].fix.after if found[0].fix else None) == after


@pytest.mark.parametrize(
    ("source", "target", "after"),
    [
        ("Name: ", "Tên: ", None),
        ("one\n", "một\n", None),
        ("one\n", "một  hai\n", "một hai\n"),
        ("a  b", "c  d", None),
        ("one", "một\n", "một"),
    ],
)
def test_blanks_of_the_source_are_meant(
    issues: Find, source: str, target: str, after: str | None
) -> None:
    found = [issue for issue in issues(Entry(source, target=target)) if issue.code == "V007"]
    assert [issue.fix and issue.fix.after for issue in found] == ([after] if after else [])


def test_an_equivalent_of_blanks_is_missing(issues: Find) -> None:
    assert [issue.code for issue in issues(Entry("x", target="  "))] == ["T001", "V007"]
