"""The provinces and large cities of Vietnam, with their marks.

source  Resolution 15/2008/QH12 and Decision 124/2004/QĐ-TTg, the list of administrative units: the
        63 provinces of 2008 to 2025. Written without marks no two of them are alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from glossary.languages._folding import fold
from glossary.languages._tables import phrases

PROVINCES = phrases(
    """
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương,
    Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông,
    Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương,
    Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn,
    Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên,
    Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh,
    Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang,
    Vĩnh Long, Vĩnh Phúc, Yên Bái
    """
)

_OTHER_SPELLINGS = {
    "Hanoi": "Hà Nội",
    "Haiphong": "Hải Phòng",
    "Danang": "Đà Nẵng",
    "Daklak": "Đắk Lắk",
    "Kontum": "Kon Tum",
    "Ba Ria-Vung Tau": "Bà Rịa - Vũng Tàu",
    "Thua Thien-Hue": "Thừa Thiên Huế",
}


def _without_marks() -> Mapping[str, str]:
    """Map each province as English writes it to its name."""
    plain = {" ".join(part.capitalize() for part in fold(name).split()): name for name in PROVINCES}
    return MappingProxyType({**plain, **_OTHER_SPELLINGS})


PLACES = _without_marks()
"""From the spelling in English texts: Hai Duong, Hải Dương."""
