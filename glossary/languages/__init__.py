"""What is known of each language. One with rules of its own is a module of this folder."""

from __future__ import annotations

from glossary.languages import en, vi
from glossary.languages._folding import fold, normalise
from glossary.languages._language import Language
from glossary.languages._registry import find_language

__all__ = ["LANGUAGES", "Language", "fold", "language", "normalise"]

LANGUAGES = (en, vi)


def language(tag: str) -> Language:
    """Give the language of a BCP 47 tag or locale folder: vi, vi_VN, zh-Hans, ko.

    NotFoundError, with the closest tags as its hint, when there is no such language.

    >>> language("zh_Hans").english_name
    'Chinese (Simplified)'
    """
    return find_language(tag, {module.LANGUAGE.tag: module.LANGUAGE for module in LANGUAGES})
