"""Prepare articles for translation: one PO for each, with all that is known of its sentences.

in      articles of a project, and a language
out     the PO files, new or brought in line; what became of each is a `Preparation`
rules   What people did is kept (see `bitext_merging`). Only an open segment is filled: from the
        memory, and where nothing in it needs translating. Hints are made anew each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import rewrite_bytes
from glossary.catalog.bitext import Bitext, is_bitext, new_bitext
from glossary.catalog.bitext_merging import BitextReport, Merged, Plan, apply_plan, plan_merge
from glossary.catalog.merging import check_language
from glossary.errors import RequestError
from glossary.formats.po import read_bytes
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Segment
from glossary.project.project import Project
from glossary.text.articles import Article, read_article
from glossary.text.segments import segments

__all__ = ["Preparation", "prepare", "prepare_text"]


@dataclass(frozen=True, slots=True)
class Preparation:
    """What became of the bitext at `path`: its bytes before (None: there was none) and after.

    `filled` counts the segments that were filled now, `offered` those of them that a person must
    look at; `open_count` those that are still open.
    """

    path: Path
    report: BitextReport
    before: bytes | None
    after: bytes
    filled: int = 0
    offered: int = 0
    open_count: int = 0
    total: int = 0

    @property
    def is_change(self) -> bool:
        """Whether the file differs from what was there."""
        return self.before != self.after


def prepare(
    project: Project, articles: Iterable[Path], language: str, *, write: bool = True
) -> list[Preparation]:
    """Prepare articles for translation into `language`; `write` off changes no file.

    Every article is read before the first file is written. Raises as `read_article` and
    `CatalogFile.editing` do, and RequestError where a file holds something else than the bitext of
    its article.
    """
    texts = [read_article(path) for path in articles]
    return [_prepared(project, article, language, write=write) for article in texts]


def prepare_text(
    project: Project, article: Article, language: str, *, before: bytes | None, path: Path
) -> Preparation:
    """Give the bitext of an article without writing it; `before` are the bytes of the old one."""
    tag = find_language(language).tag
    bitext = _bitext(project, article, tag, before=before, path=path)
    wanted = segments(
        article, source_language=project.settings.source_language, target_language=tag
    )
    plan = plan_merge(bitext, wanted)
    filled = Plan(tuple(_filled(plan.merged)), plan.retired)
    report = apply_plan(bitext, filled)
    return _preparation(path, report, before, bitext, plan, filled)


def _prepared(project: Project, article: Article, language: str, *, write: bool) -> Preparation:
    path = project.bitext_path(article.name, language)
    if not write:
        before = read_bytes(path) if path.exists() else None
        return prepare_text(project, article, language, before=before, path=path)
    done: list[Preparation] = []

    def change(before: bytes | None) -> bytes:
        done.append(prepare_text(project, article, language, before=before, path=path))
        return done[-1].after

    rewrite_bytes(path, change)
    return done[-1]


def _bitext(
    project: Project, article: Article, tag: str, *, before: bytes | None, path: Path
) -> Bitext:
    if before is None:
        settings = project.settings
        return new_bitext(
            article.name,
            language=find_language(tag),
            created=datetime.now(UTC),
            project=f"{settings.name} {article.name.removesuffix('.txt')}",
            translator=settings.user,
            source_language=settings.source_language,
        )
    bitext = Bitext.from_bytes(before, path=path)
    check_language(bitext.catalog, tag)
    if is_bitext(bitext.catalog) and bitext.article == "_".join(article.name.split()):
        return bitext
    raise RequestError(
        _("the file is no translation of {article}: its header says “X-Article: {named}”").format(
            article=article.name, named=bitext.article
        ),
        hint=_("Move it away, or correct its header."),
        path=path,
    )


def _filled(merged: Sequence[Merged]) -> Iterable[Merged]:
    for one in merged:
        segment = one.segment
        if not segment.target and not any(map(str.isalnum, segment.source)):
            # “***” is the same in every language.
            segment = replace(segment, target=segment.source)
        yield replace(one, segment=segment)


def _preparation(
    path: Path, report: BitextReport, before: bytes | None, bitext: Bitext, plan: Plan, filled: Plan
) -> Preparation:
    fresh = [
        now.segment
        for then, now in zip(plan.merged, filled.merged, strict=True)
        if now.segment.target and not then.segment.target
    ]
    now: list[Segment] = [one.segment for one in filled.merged]
    return Preparation(
        path,
        report,
        before,
        bitext.to_bytes(),
        filled=len(fresh),
        offered=sum(segment.needs_review for segment in fresh),
        open_count=sum(not segment.target for segment in now),
        total=len(now),
    )
