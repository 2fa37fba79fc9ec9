"""Codes of Vietnamese legal and administrative documents: 813/QĐ-BHXH, 72/2015/NĐ-CP, 28-NQ/TW.

A code is made of abbreviations: the type of the document, and who issued it. English texts drop
the stroke of Đ and often the lower-case letters; `legal_code` puts them back.

source  Decree 30/2020/NĐ-CP, appendix III, for administrative documents; Law 80/2015/QH13, article
        11, for normative ones; Guidance 36-HD/VPTW of 2018 for the Party's. Ministries are those of
        2016 to 2025, whose names stand in the documents of these years.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from glossary.languages._tables import words


def _read(lines: str) -> Mapping[str, str]:
    """Read ``code: what it stands for`` lines."""
    pairs = (line.split(":") for line in lines.strip().splitlines())
    return MappingProxyType({code.strip(): name.strip() for code, name in pairs})


DOCUMENT_CODES = _read(
    """
    NQ: nghị quyết
    QĐ: quyết định
    CT: chỉ thị
    QC: quy chế
    QyĐ: quy định
    QĐi: quy định
    TC: thông cáo
    TB: thông báo
    HD: hướng dẫn
    CTr: chương trình
    KH: kế hoạch
    PA: phương án
    ĐA: đề án
    DA: dự án
    BC: báo cáo
    BB: biên bản
    TTr: tờ trình
    HĐ: hợp đồng
    CĐ: công điện
    CV: công văn
    BGN: bản ghi nhớ
    BTT: bản thỏa thuận
    GUQ: giấy ủy quyền
    GM: giấy mời
    GGT: giấy giới thiệu
    GNP: giấy nghỉ phép
    PG: phiếu gửi
    PC: phiếu chuyển
    PB: phiếu báo
    SY: sao y
    TrS: trích sao
    SL: sao lục
    NĐ: nghị định
    TT: thông tư
    TTLT: thông tư liên tịch
    NQLT: nghị quyết liên tịch
    PL: pháp lệnh
    L: lệnh
    KL: kết luận
    CTLT: chương trình liên tịch
    QCPH: quy chế phối hợp
    VBHN: văn bản hợp nhất
    """
)

ISSUER_CODES = _read(
    """
    QH: Quốc hội
    UBTVQH: Ủy ban Thường vụ Quốc hội
    VPQH: Văn phòng Quốc hội
    CTN: Chủ tịch nước
    VPCTN: Văn phòng Chủ tịch nước
    CP: Chính phủ
    TTg: Thủ tướng Chính phủ
    VPCP: Văn phòng Chính phủ
    HĐND: Hội đồng nhân dân
    UBND: Ủy ban nhân dân
    TANDTC: Tòa án nhân dân tối cao
    HĐTP: Hội đồng Thẩm phán
    VKSNDTC: Viện kiểm sát nhân dân tối cao
    KTNN: Kiểm toán nhà nước
    TTCP: Thanh tra Chính phủ
    NHNN: Ngân hàng Nhà nước
    UBDT: Ủy ban Dân tộc
    BCA: Bộ Công an
    BCT: Bộ Công Thương
    BGDĐT: Bộ Giáo dục và Đào tạo
    BGTVT: Bộ Giao thông vận tải
    BKHĐT: Bộ Kế hoạch và Đầu tư
    BKHCN: Bộ Khoa học và Công nghệ
    BLĐTBXH: Bộ Lao động - Thương binh và Xã hội
    BNG: Bộ Ngoại giao
    BNNPTNT: Bộ Nông nghiệp và Phát triển nông thôn
    BNV: Bộ Nội vụ
    BQP: Bộ Quốc phòng
    BTC: Bộ Tài chính
    BTNMT: Bộ Tài nguyên và Môi trường
    BTP: Bộ Tư pháp
    BTTTT: Bộ Thông tin và Truyền thông
    BVHTTDL: Bộ Văn hóa, Thể thao và Du lịch
    BXD: Bộ Xây dựng
    BYT: Bộ Y tế
    BHXH: Bảo hiểm xã hội
    HĐQL: Hội đồng quản lý
    TLĐ: Tổng Liên đoàn Lao động
    LĐLĐ: Liên đoàn Lao động
    TW: Trung ương
    BCS: Ban cán sự
    BCSĐ: Ban cán sự đảng
    BCĐ: Ban chỉ đạo
    ĐU: Đảng ủy
    ĐUK: Đảng ủy Khối
    TU: Tỉnh ủy, Thành ủy
    HU: Huyện ủy
    VPTW: Văn phòng Trung ương Đảng
    BTCTW: Ban Tổ chức Trung ương
    BTGTW: Ban Tuyên giáo Trung ương
    BDVTW: Ban Dân vận Trung ương
    BKTTW: Ban Kinh tế Trung ương
    UBKTTW: Ủy ban Kiểm tra Trung ương
    MTTW: Ủy ban Trung ương Mặt trận Tổ quốc
    TWĐTN: Trung ương Đoàn Thanh niên
    ĐCT: Đoàn Chủ tịch
    """
)

PARTY_ISSUERS = words("TW BCS BCSĐ ĐU ĐUK TU HU VPTW BTCTW BTGTW BDVTW BKTTW UBKTTW")
"""Who issues documents of the Party: the type stands behind a hyphen, 28-NQ/TW."""


def _without_stroke(code: str) -> str:
    return unicodedata.normalize("NFC", code).replace("Đ", "D").replace("đ", "d")


def _restored() -> Mapping[str, str]:
    """Map each way in which an English text may write a code to the right one.

    A spelling that is a code itself stands for itself: DA is dự án, not đề án without its stroke.
    """
    codes = [*DOCUMENT_CODES, *ISSUER_CODES]
    found = {_without_stroke(code).upper(): code for code in reversed(codes)}
    found |= {_without_stroke(code): code for code in reversed(codes)}
    found |= {code: code for code in codes}
    return MappingProxyType(found)


LEGAL_CODES = _restored()

_PART = re.compile(r"[^\W\d_]+")


def legal_code(text: str) -> str:
    """Give a code, or a whole number with its code, with the letters that Vietnamese law uses.

    Parts that are not known stay as they are.

    >>> legal_code("813/QD-BHXH"), legal_code("1340/QD-TTG"), legal_code("72/2015/ND-CP")
    ('813/QĐ-BHXH', '1340/QĐ-TTg', '72/2015/NĐ-CP')
    """
    return _PART.sub(lambda part: LEGAL_CODES.get(part[0], part[0]), text)
