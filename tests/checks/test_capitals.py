"""Capitals after Decree 30/2020/NĐ-CP, annex II."""

from collections.abc import Callable

import pytest

from glossary.checks import Issue
from glossary.model import Entry

Find = Callable[..., list[Issue]]
BODY = ("organisation · administration · 2 in 1 article (2020)",)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Quốc Hội", "Quốc hội"),
        ("đại biểu quốc hội", "đại biểu Quốc hội"),
        ("Ủy Ban Nhân Dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("bộ Ngoại giao", "Bộ Ngoại giao"),
        ("thứ trưởng bộ Ngoại giao", "thứ trưởng Bộ Ngoại giao"),
        ("Bộ Thông Tin và Truyền Thông", "Bộ Thông tin và Truyền thông"),
        ("doanh nghiệp việt nam", "doanh nghiệp Việt Nam"),
        ("Đảng cộng sản Việt Nam", "Đảng Cộng sản Việt Nam"),
        ("Bộ Ngoại giao, Quốc hội, Việt Nam", None),
        ("BỘ NGOẠI GIAO", None),
        ("Tiêu đề: QUỐC HỘI VIỆT NAM", None),
        ("cán bộ y tế, tiến bộ khoa học và công nghệ", None),
        ("tổ chức phi chính phủ, quản lý nhà nước", None),
        ("hệ thống bảo hiểm xã hội Việt Nam", None),
    ],
)
def test_names(issues: Find, text: str, after: str | None) -> None:
    found = issues(Entry("x", target=text))
    assert [(issue.code, issue.fix and issue.fix.after) for issue in found] == (
        [("V009", after)] if after else []
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry("National Fund", target="quỹ toàn quốc", comments=BODY), ["V010"]),
        (Entry("National Fund", target="Quỹ toàn quốc", comments=BODY), []),
        (Entry("National Fund", target="“Quỹ toàn quốc”", comments=BODY), []),
        (Entry("Bank of the State", target="ngân hàng nước", comments=BODY), ["V010"]),
        (Entry("local agency", target="cơ quan địa phương", comments=BODY), []),
        (Entry("National Fund", target="quỹ toàn quốc"), []),
    ],
)
def test_bodies_begin_with_a_capital(issues: Find, entry: Entry, expected: list[str]) -> None:
    assert [issue.code for issue in issues(entry)] == expected
