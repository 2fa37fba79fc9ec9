"""Words written twice, and those that Vietnamese doubles on purpose."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("quyền của của người dân", [("V011", "quyền của người dân")]),
        ("thực hiện thực hiện chính sách", [("V011", "thực hiện chính sách")]),
        ("luôn luôn, ngày ngày, dần dần", []),
        ("hợp đồng đồng bộ, quản lý lý lịch", []),
        ("từ năm này sang năm khác", []),
    ],
)
def test_words(faults: Faults, target: str, expected: list[tuple[str, str]]) -> None:
    assert faults("x", target) == expected


def test_what_the_source_doubles_is_meant(faults: Faults) -> None:
    assert faults("của của", "của của") == []
