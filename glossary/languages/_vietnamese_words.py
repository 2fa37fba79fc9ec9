"""Vietnamese words that serve the grammar: no term begins or ends with one.

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
