"""Look an article over before it is translated: what is wrong with its English.

in      articles, and the project around them: its other articles and its glossary
out     for each article the findings of `SOURCE_CHECKS`, in order of place
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glossary.checks import SOURCE_CHECKS, Issue, Manuscript, Naming
from glossary.lookup import Annotator
from glossary.model import Entry
from glossary.project.project import Project
from glossary.text.articles import Article, read_article

__all__ = ["proofread"]

_WORD = re.compile(r"[^\W\d_]+")


def proofread(
    project: Project | None, articles: Mapping[Path, Article], *, language: str = ""
) -> list[tuple[Path, tuple[Issue, ...]]]:
    """Give the findings in each article; `language` names the catalog that says what is one thing.

    Raises as `read_article` does for the project's other articles.
    """
    around = {path.resolve(): article for path, article in articles.items()}
    if project:
        for path in sorted(project.articles_folder.glob("*.txt")):
            if path.resolve() not in around:
                around[path.resolve()] = read_article(path)
    words = {path: _words(article) for path, article in around.items()}
    namings = _namings(project, around, language)
    every = sum(words.values(), Counter[str]())
    done = []
    for path, article in articles.items():
        place = path.resolve()
        manuscript = Manuscript(
            article,
            path,
            words=every,
            own_words=words[place],
            namings=namings[place],
            elsewhere=_elsewhere(namings, place),
        )
        done.append((path, tuple(_issues(manuscript))))
    return done


def _issues(manuscript: Manuscript) -> list[Issue]:
    found = [issue for check in SOURCE_CHECKS for issue in check.issues(manuscript)]
    placed = [replace(issue, path=manuscript.path) for issue in found]
    return sorted(placed, key=lambda one: (one.line, one.column, one.code, one.message))


def _words(article: Article) -> Counter[str]:
    return Counter(word.lower() for line in article.lines for word in _WORD.findall(line.text))


def _namings(
    project: Project | None, articles: Mapping[Path, Article], language: str
) -> dict[Path, tuple[Naming, ...]]:
    entries = _entries(project, language) if project else ()
    if not entries:
        return dict.fromkeys(articles, ())
    annotator = Annotator.of_sources(entries, language="en")
    return {path: tuple(_named(annotator, article)) for path, article in articles.items()}


def _named(annotator: Annotator, article: Article) -> Iterator[Naming]:
    for line in article.lines:
        for found in annotator.annotate(line.text):
            if not found.is_expanded:
                yield Naming(line.number, found.start + 1, found.text, found.entry)


def _entries(project: Project, language: str) -> Sequence[Entry]:
    """Those of the language, else of the first there is, else of the template."""
    from glossary.catalog import CatalogFile

    tags = (language,) if language else project.languages()[:1]
    for tag in tags:
        return project.catalog(tag).read().entries
    return CatalogFile(project.template).read().entries if project.template.exists() else ()


def _elsewhere(namings: Mapping[Path, Sequence[Naming]], here: Path) -> Mapping[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path, found in namings.items():
        if path != here:
            for naming in found:
                if naming.entry.target:
                    counts[naming.entry.target][naming.entry.source] += 1
    return counts
