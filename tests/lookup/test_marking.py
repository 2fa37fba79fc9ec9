"""Which language a text is in."""

from __future__ import annotations

import unicodedata

import pytest

from glossary.lookup.marking import guess_language

VIETNAMESE = "Người tham gia bảo hiểm xã hội tự nguyện được hưởng lương hưu"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (VIETNAMESE, "vi"),
        (unicodedata.normalize("NFD", VIETNAMESE), "vi"),
        ("Participants in voluntary social insurance receive a pension in Hà Nội", "en"),
        ("", "en"),
    ],
)
def test_vietnamese_is_told_by_its_marks_however_they_are_encoded(text: str, language: str) -> None:
    assert guess_language(text, ["en", "vi"]) == language
