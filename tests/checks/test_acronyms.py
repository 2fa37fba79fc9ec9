from collections.abc import Callable

import pytest

from glossary.checks.acronyms import agrees
from glossary.model import Entry

Codes = Callable[..., list[str]]

OFFICE = Entry(
    "Vietnam Social Security",
    target="Bảo hiểm xã hội Việt Nam",
    comments=("Abbreviated as VSS",),
)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam", True),
        ("BHXH VN", "Bảo hiểm xã hội Việt Nam", True),
        ("bảo hiểm xã hội việt nam", "Bảo hiểm xã hội Việt Nam", True),
        ("BHYT Việt Nam", "Bảo hiểm xã hội Việt Nam", False),
        ("BHXH", "Bảo hiểm xã hội Việt Nam", False),
        ("KT-XH", "kinh tế - xã hội", True),
        ("CPĐT", "Chính phủ điện tử", True),
        ("", "bảo hiểm", False),
    ],
)
def test_agreement(short: str, long: str, expected: bool) -> None:
    assert agrees(short, long) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("BHXH Việt Nam", []),
        ("Bảo hiểm xã hội Việt Nam", []),
        ("VSS", []),
        ("An sinh xã hội Việt Nam", ["T010"]),
        ("BHYT Việt Nam", ["T010"]),
    ],
)
def test_an_acronym_and_its_long_form(codes: Codes, target: str, expected: list[str]) -> None:
    assert codes(OFFICE, Entry("VSS", target=target)) == expected


@pytest.mark.parametrize(
    ("target", "admitted", "expected"),
    [
        ("chính sách bảo hiểm xã hội", "chính sách BHXH", []),
        ("chính sách bảo hiểm xã hội", "chính sách BHYT", ["T011"]),
        ("bảo hiểm xã hội", "BHXX", ["T011"]),
        ("Bộ Thông tin và Truyền thông", "Bộ TTTT", []),
        ("Bộ Thông tin và Truyền thông", "Bộ TT&TT", []),
        ("Ủy ban nhân dân", "UBND", []),
        ("đồng Việt Nam", "VNĐ", []),
        ("dịch vụ bưu chính công ích", "dịch vụ BCCI", []),
        ("phát triển kinh tế - xã hội", "phát triển KT-XH", []),
        ("đầu tư trực tiếp nước ngoài", "FDI", []),
        ("hiệp hội doanh nghiệp có vốn nước ngoài", "hiệp hội doanh nghiệp FDI", []),
    ],
)
def test_letters(codes: Codes, target: str, admitted: str, expected: list[str]) -> None:
    assert codes(Entry("x", target=target, admitted=(admitted,))) == expected
