"""Vietnamese family names, with their marks."""

from __future__ import annotations

from glossary.languages._folding import fold
from glossary.languages._tables import words

# The common names of the Kinh and of the larger minorities (Lê Trung Hoa, Họ và tên người Việt
# Nam). Given names are not listed: how a name written without marks is spelt can only be looked up,
# never guessed.
FAMILY_NAMES = words(
    """
    An Âu Bạch Bành Bế Bùi Cao Cấn Châu Chế Chu Chử Chung Cù Cung Cự Diệp Doãn Dương Đái Đàm
    Đặng Đào Đậu Đinh Đoàn Đỗ Đồng Đới Đường Giang Giáp Hà Hạ Hàn Hầu Hồ Hoàng Huỳnh Hứa Kha
    Khổng Khiếu Khúc Khương Kiều Kim La Lã Lai Lại Lâm Lê Lều Liêu Liễu Lò Lỗ Lục Lư Lữ Lương
    Lưu Lường Lý Ma Mã Mạc Mạch Mai Mẫn Mông Nghiêm Ngô Nguyễn Nhâm Nhan Nhữ Ninh Nông Phạm Phan
    Phí Phó Phù Phùng Quách Quan Quản Quàng Sầm Sùng Sử Tạ Tăng Thạch Thái Thân Thẩm Thào Thi
    Thiều Tiêu Tiết Tô Tôn Tống Tòng Trà Trần Triệu Trịnh Trương Từ Tưởng Ung Uông Vàng Văn Vi
    Viên Võ Vòng Vũ Vương Xa
    """
)

SURNAMES = frozenset(fold(name) for name in FAMILY_NAMES)
