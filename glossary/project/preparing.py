"""Prepare articles for translation: one PO for each, with all that is known of its sentences.

in      articles of a project, and a language
out     the PO files, new or brought in line; what became of each is a `Preparation`
rules   What people did is kept (see `bitext_merging`). Only an open segment is filled: where
        nothing in it needs a translator, else from the memory (see `recall`). Hints are made anew
        each time; what the memory said of a segment that has a translation stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from glossary.memory import THRESHOLD, Match, Memory
from glossary.model import Segment
from glossary.project.hints import Hints
from glossary.project.project import Project
from glossary.project.recall import MEMORY, recalled
from glossary.project.remembering import adapter
from glossary.text.articles import Article, read_article
from glossary.text.segments import segments

__all__ = ["Aids", "Preparation", "prepare", "prepare_text", "with_memory"]

_LEAST = 50
"""Percent from which on a match that does not fill a segment is named."""

_MATCHES = 2

Progress = Callable[[int, int, str], None]
Recall = Callable[[Sequence[Segment]], Iterable[Sequence[Match]]]


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps: hints, and matches from the memory, which fill from `threshold` percent on."""

    hints: Hints
    recall: Recall | None = None
    threshold: int = THRESHOLD


@dataclass(frozen=True, slots=True)
class Preparation:
    """What became of the bitext at `path`: its bytes before (None: there was none) and after.

    `filled` counts the segments that were filled now, `offered` those of them that a person must
    look at; `open_count` those that are still open. `used` are the units of the memory that filled.
    """

    path: Path
    report: BitextReport
    before: bytes | None
    after: bytes
    filled: int = 0
    offered: int = 0
    open_count: int = 0
    total: int = 0
    used: tuple[int, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether the file differs from what was there; of nothing none is made."""
        return (self.before or b"") != self.after


def prepare(
    project: Project,
    articles: Iterable[Path],
    language: str,
    *,
    aids: Aids | None = None,
    write: bool = True,
    progress: Progress | None = None,
) -> list[Preparation]:
    """Prepare articles for translation into `language`; `write` off changes no file.

    `progress` is told how many articles of how many are done, and which is next. Without `aids`
    there are the glossary's hints and no matches. Every article is read before the first file is
    written; one without text is given no file. Raises as `read_article` and `CatalogFile.editing`
    do, and RequestError where a file holds something else than the bitext of its article.
    """
    texts = [read_article(path) for path in articles]
    tag = find_language(language).tag
    aids = aids or Aids(Hints.of(project, tag))
    done = []
    for number, article in enumerate(texts):
        if progress:
            progress(number, len(texts), article.name)
        done.append(_prepared(project, article, aids, write=write))
    if progress:
        progress(len(texts), len(texts), "")
    return done


def with_memory(
    project: Project, language: str, memory: Memory, *, threshold: int = THRESHOLD
) -> Aids:
    """The aids of a project with its open memory."""
    adapted = adapter(project, language)

    def recall(wanted: Sequence[Segment]) -> Iterable[Sequence[Match]]:
        least = min(_LEAST, threshold)
        return memory.pretranslate(wanted, threshold=least, limit=_MATCHES, adapter=adapted)

    return Aids(Hints.of(project, find_language(language).tag), recall, threshold)


def prepare_text(
    project: Project, article: Article, aids: Aids, *, before: bytes | None, path: Path
) -> Preparation:
    """Give the bitext of an article without writing it; `before` are the bytes of the old one."""
    tag = aids.hints.target_language
    bitext = _bitext(project, article, tag, before=before, path=path)
    wanted = segments(
        article, source_language=project.settings.source_language, target_language=tag
    )
    plan = plan_merge(bitext, wanted)
    merged, used = _filled(plan.merged, aids)
    report = apply_plan(bitext, Plan(merged, plan.retired))
    done = Preparation(path, report, before, bitext.to_bytes(), used=used, total=len(merged))
    fresh = [
        now.segment
        for then, now in zip(plan.merged, merged, strict=True)
        if now.segment.target and not then.segment.target
    ]
    return replace(
        done,
        filled=len(fresh),
        offered=sum(segment.needs_review for segment in fresh),
        open_count=sum(not one.segment.target for one in merged),
    )


def _prepared(project: Project, article: Article, aids: Aids, *, write: bool) -> Preparation:
    path = project.bitext_path(article.name, aids.hints.target_language)
    if not any(line.text for line in article.lines) and not path.exists():
        return Preparation(path, BitextReport(), None, b"")
    if not write:
        before = read_bytes(path) if path.exists() else None
        return prepare_text(project, article, aids, before=before, path=path)
    done: list[Preparation] = []

    def change(before: bytes | None) -> bytes:
        done.append(prepare_text(project, article, aids, before=before, path=path))
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


def _filled(merged: Sequence[Merged], aids: Aids) -> tuple[tuple[Merged, ...], tuple[int, ...]]:
    """Comment every segment and fill those that are open; and the units that filled them."""
    hinted = [_hinted(one, aids.hints) for one in merged]
    wanted = [one.segment for one in hinted if not one.segment.target]
    found = iter(aids.recall(wanted) if aids.recall else [()] * len(wanted))
    done, used = [], []
    for one in hinted:
        if not one.segment.target:
            matches = next(found)
            segment, former = recalled(one.segment, matches, aids.threshold)
            one = replace(one, segment=segment, former=former)
            used += [matches[0].unit.id] if segment.target else []
        done.append(one)
    return tuple(done), tuple(used)


def _hinted(one: Merged, hints: Hints) -> Merged:
    segment = one.segment
    position, *others = segment.comments
    is_same = one.former is None and segment.target
    remembered = [line for line in others if is_same and line.startswith(f"{MEMORY} ")]
    lines = (position, *hints.lines(segment.source), *remembered)
    target = segment.target or hints.whole(segment.source)
    return replace(one, segment=replace(segment, target=target, comments=lines))
