"""Persons and places from the table of names; a province of Vietnam is known without it."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]

NAMES = {"Dao Viet Anh": "Đào Việt Ánh", "Robert Palacios": "Robert Palacios"}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Mr Dao Viet Anh said", "Ông Đào Việt Ánh nói", []),
        ("Mr Dao Viet Anh said", "ÔNG ĐÀO VIỆT ÁNH NÓI", []),
        ("Mr Dao Viet Anh said", "Ông Đào Việt Anh nói", [("T019", "Ông Đào Việt Ánh nói")]),
        ("Mr Dao Viet Anh said", "Ông Dao Viet Anh nói", [("T019", "Ông Đào Việt Ánh nói")]),
        ("Mr Dao Viet Anh said", "Ông nói", [("T019", "")]),
        ("Dao Viet Anh and Dao Viet Anh", "Đào Việt Ánh", []),
        ("in Hai Duong", "tại Hải Dương", []),
        ("in Hai Duong", "tại Hải Đương", [("T019", "tại Hải Dương")]),
        ("Ms Nguyen Hai Duong", "Bà Nguyễn Hải Đường", []),
        ("Mr Tran Van Nam", "Ông Trần Văn Năm", []),
    ],
)
def test_names(faults: Faults, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert faults(source, target, names=NAMES) == expected
