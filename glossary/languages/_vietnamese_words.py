"""Vietnamese words that serve the grammar, and abbreviations that end no sentence.

source  the word classes of Diệp Quang Ban (2005), Ngữ pháp tiếng Việt: particles, prepositions,
        conjunctions, pronouns, plural and tense words
"""

from __future__ import annotations

from glossary.languages._tables import words

FUNCTION_WORDS = words(
    """
    và hoặc hay với cùng cả của cho về ở tại từ đến tới trong ngoài trên dưới trước sau giữa
    bằng bởi do vì nên nếu thì mà nhưng tuy dù để theo qua như là được bị có không chưa chẳng đã
    đang sẽ vẫn còn cũng đều chỉ rất hơn nhất các những mọi mỗi một này đó kia ấy nào gì ai đây nó
    họ rằng cần phải nhằm khi lúc vào ra lên xuống lại nữa thế vậy nhiều ít khoảng gồm cứ
    """
)
"""Syllables, in lower case and with their marks."""
"""No term begins or ends with one of these."""

ABBREVIATIONS = words(
    """
    a bs bscki bsckii cn ds gs gs.ts gs.tskh gvc ks ls nxb pgs pgs.ts ths tr ts tskh
    đ đ/c đt đc p q h tp tt tx x kp kcn st stt tel fax vd v.d tl t/m k/t kt
    """
)
"""Titles (PGS.TS. Nguyễn …), parts of an address (TP. Hồ Chí Minh, Q. 1), and what a signature
begins with; without their last stop. “v.v.” is not among them: it mostly ends its sentence.
"""
