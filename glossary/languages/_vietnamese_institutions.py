"""Names of bodies and places with the capitals that Vietnamese gives them.

source  Decree 30/2020/NĐ-CP, annex II: in the name of a body the first letter of each word or
        phrase for its kind, function or field is a capital ("Bộ Tài nguyên và Môi trường", not "Bộ
        Tài Nguyên và Môi Trường"); in a place every syllable ("Việt Nam")

A name stands here only when its words in other capitals mean nothing else: "bảo hiểm xã hội Việt
Nam" may be the insurance, "đảng" any party, "nhà nước" an adjective.
"""

from __future__ import annotations

INSTITUTIONS = (
    "Ban Chấp hành Trung ương Đảng",
    "Ban Dân vận Trung ương",
    "Ban Tuyên giáo Trung ương",
    "Bộ Công an",
    "Bộ Công Thương",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Giao thông vận tải",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Khoa học và Công nghệ",
    "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Ngoại giao",
    "Bộ Nội vụ",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Quốc phòng",
    "Bộ Tài chính",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Thông tin và Truyền thông",
    "Bộ Tư pháp",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Xây dựng",
    "Bộ Y tế",
    "Bưu điện Việt Nam",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Đảng Cộng sản Việt Nam",
    "Đại Hàn Dân Quốc",
    "Hàn Quốc",
    "Hội đồng nhân dân",
    "Học viện Ngoại giao",
    "Liên hợp quốc",
    "Mặt trận Tổ quốc Việt Nam",
    "Ngân hàng Nhà nước Việt Nam",
    "Ngân hàng Thế giới",
    "Quốc hội",
    "Thủ tướng Chính phủ",
    "Tổng Bí thư",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Văn phòng Chính phủ",
    "Việt Nam",
    "Ủy ban nhân dân",
)
"""In the traditional tone style."""
