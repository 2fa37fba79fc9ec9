"""A language as the rest of the package sees it: its names, its plural rule, its folding."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.languages import _folding


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language, whichever it is.

    `tag` is BCP 47 (``zh-Hans``); `own_name` is the name in the language itself; `plural_forms` is
    the value of gettext's header field ``Plural-Forms``.
    """

    tag: str
    english_name: str
    own_name: str
    plural_forms: str

    @property
    def locale(self) -> str:
        """The name of the folder that gettext looks into: ``zh_Hans``."""
        return self.tag.replace("-", "_")

    def normalise(self, text: str) -> str:
        """Give the text as it is stored: NFC, plain blanks."""
        return _folding.normalise(text)

    def fold(self, text: str) -> str:
        """Give the lossy key under which the text is found again."""
        return _folding.fold(text)


ENGLISH = Language("en", "English", "English", "nplurals=2; plural=(n != 1);")
VIETNAMESE = Language("vi", "Vietnamese", "Tiếng Việt", "nplurals=1; plural=0;")
