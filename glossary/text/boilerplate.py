"""Learn which lines are boilerplate: set apart from the running text and in several articles.

A footer of links or a menu stands under every article of a portal. Its lines are real names of
things, so each is read once, in the oldest article that has it, and passed over in the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glossary.text.articles import Article, LineKind


def boilerplate(articles: Iterable[Article]) -> Mapping[str, str]:
    """Give the text of each repeated display line and the name of the first article that has it.

    Titles are no boilerplate: two articles with one title are two articles.
    """
    owners: dict[str, str] = {}
    repeated: set[str] = set()
    for article in articles:
        for line in article.lines:
            if line.kind not in (LineKind.HEADING, LineKind.CAPTION, LineKind.SOURCE):
                continue
            text = line.text.strip()
            if owners.setdefault(text, article.name) != article.name:
                repeated.add(text)
    return {text: owners[text] for text in sorted(repeated)}
