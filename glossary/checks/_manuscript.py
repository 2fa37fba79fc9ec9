"""What a check of the source is, and what it may look at: an article and those around it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from glossary.checks._contract import Fix, Issue, Part, Severity, title_of
from glossary.interface import _
from glossary.model import Entry
from glossary.text.articles import Article, Line

__all__ = ["Manuscript", "Naming", "SourceCheck"]

_ADDRESS = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu|html?|pdf)\b\S*"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A glossary's entry under the name that stands at a place of the article."""

    line: int
    column: int
    text: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article before it is translated, and what is known from all articles of the project.

    `words` counts every word of all articles in small letters. `namings` are the glossary's terms
    in this article, in order; `elsewhere` counts those of the others, by what the glossary calls
    them in the other language. `own_words` are the words of this article.
    """

    article: Article
    path: Path
    words: Mapping[str, int]
    namings: tuple[Naming, ...] = ()
    elsewhere: Mapping[str, Counter[str]] = field(default_factory=dict)
    own_words: Mapping[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> Iterator[tuple[Line, str]]:
        """Each line with its text, in which addresses are blotted out character by character."""
        for line in self.article.lines:
            yield line, _ADDRESS.sub(lambda found: "x" * len(found[0]), line.text)


class SourceCheck(ABC):
    """One rule about the source. The first sentence of its docstring is the title that is shown."""

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING

    @property
    def title(self) -> str:
        """The first sentence of the docstring, in the language of the interface."""
        return _(title_of(self))

    @abstractmethod
    def issues(self, subject: Manuscript) -> Iterable[Issue]:
        """Every fault that the rule finds, in order."""

    def issue(
        self, line: int, column: int, text: str, message: str, *, after: str | None = None
    ) -> Issue:
        """An issue with the text at a place; `after` is what it certainly should be."""
        fix = Fix(Part.SOURCE, text, after) if after is not None else None
        return Issue(
            self.code, self.severity, message, part=Part.SOURCE, text=text, fix=fix, line=line,
            column=column,
        )  # fmt: skip
