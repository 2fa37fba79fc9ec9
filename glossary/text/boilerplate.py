"""Learn which lines are boilerplate: set apart from the running text and in several articles.

A footer of links or a menu stands under every article of a portal. Its lines are real names of
things, so each is read once, in the oldest article that has it, and passed over in the others.
Where there is one article only, such a list still shows by its short lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import groupby

from glossary.text.articles import Article, Line, LineKind

MIN_LIST, MAX_ITEM = 3, 8  # lines of a list of labels, words of each: no text with hard line ends

_REPEATABLE = (LineKind.HEADING, LineKind.CAPTION, LineKind.SOURCE)


@dataclass(slots=True)
class DisplayLines:
    """The display lines of a part of a corpus: `owners` the first article of each, by its text.

    `repeated` are those that stand in several articles. Parts add up, in the order of articles.
    Titles are left out: two articles with one title are two articles.
    """

    owners: dict[str, str] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)

    def see(self, article: Article) -> None:
        """Add the lines of the next article."""
        for line in article.lines:
            if line.kind in _REPEATABLE:
                self._own(line.text.strip(), article.name)

    def add(self, other: DisplayLines) -> None:
        """Add the lines of the articles that follow."""
        for text, name in other.owners.items():
            self._own(text, name)
        self.repeated |= other.repeated

    def boilerplate(self) -> Mapping[str, str]:
        """Give the text of each repeated line and the name of the first article that has it."""
        return {text: self.owners[text] for text in sorted(self.repeated)}

    def _own(self, text: str, name: str) -> None:
        if self.owners.setdefault(text, name) != name:
            self.repeated.add(text)


def boilerplate(articles: Iterable[Article]) -> Mapping[str, str]:
    """Give the text of each repeated display line and the name of the first article that has it."""
    lines = DisplayLines()
    for article in articles:
        lines.see(article)
    return lines.boilerplate()


def list_lines(article: Article) -> Set[str]:
    """Give the lines that stand in a list of labels, one below the other.

    A menu or a footer shows itself as such in one article alone: headings follow on each other
    nowhere else. The rows of a table hold figures, which no label does.
    """
    found: set[str] = set()
    for is_label, run in groupby(article.lines, key=_is_label):
        texts = [line.text.strip() for line in run]
        if is_label and len(texts) >= MIN_LIST:
            found.update(texts)
    return found


def _is_label(line: Line) -> bool:
    if line.kind is not LineKind.HEADING or any(map(str.isdigit, line.text)):
        return False
    first, *others = line.text.split()
    return len(others) < MAX_ITEM and first[0].isalpha() and first[0].isupper()
