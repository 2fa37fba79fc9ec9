"""The translated articles of a project in one language."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.catalog.bitext import Bitext, BitextFile
from glossary.errors import NotFoundError
from glossary.interface import _
from glossary.project.editing import chosen_language
from glossary.project.project import Project


def read_bitexts(project: Project, language: str, articles: Sequence[str] = ()) -> list[Bitext]:
    """The translated articles of a language, all or those named; NotFoundError where none is."""
    tag = language_of_articles(project, language)
    paths = [project.bitext(name, tag) for name in articles]
    found = [BitextFile(path).read() for path in paths or project.bitexts(tag)]
    if not found:
        raise NotFoundError(
            _("no article is translated into “{language}” yet").format(language=tag),
            hint=_("Start with: glossary prepare ARTICLE -l {language}").format(language=tag),
        )
    return found


def language_of_articles(project: Project, language: str) -> str:
    """The language meant by `language`; where that is empty, the only one that there is.

    Raises as `chosen_language` does.
    """
    there = {path.parent.parent.name.replace("_", "-") for path in project.bitexts()}
    if not language and not project.languages() and len(there) == 1:
        return there.pop()
    return chosen_language(project, language)
