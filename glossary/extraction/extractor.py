"""Extract the terms of a corpus: count, join, screen, measure, rank, cut off, decide.

in      the files of the articles
out     an `Extraction`: the terms best first, and what became of every candidate
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from glossary.extraction.columns import Columns
from glossary.extraction.corpus import (
    Progress,
    Workers,
    count,
    estimated_tokens,
    uncollected,
)
from glossary.extraction.deciding import Editor, Scored, undecided
from glossary.extraction.decisions import Decisions
from glossary.extraction.features import Figures, measure
from glossary.extraction.phrases import Column
from glossary.extraction.ranking import Ranking, ranking
from glossary.extraction.screening import Screen
from glossary.extraction.seeking import seek
from glossary.extraction.tallies import Counts
from glossary.extraction.terms import TermMaker
from glossary.extraction.variants import Candidate, candidates
from glossary.model import Term
from glossary.text.frequencies import common_words, zipf_frequencies

_NOTHING = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one candidate: its figures and score, and why it can be no term, if so."""

    candidate: Candidate
    figures: Column
    score: float
    objection: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """The result: `terms` best first, `judgements` of all candidates, the `counts` behind them.

    `threshold` is the score from which on a candidate is a term; `notices` are sentences about
    decisions that found nothing to decide.
    """

    terms: tuple[Term, ...]
    judgements: tuple[Judgement, ...]
    counts: Counts
    ranking: Ranking
    threshold: float
    decisions: Decisions
    notices: tuple[str, ...]


@uncollected()
def extract(
    paths: Sequence[Path],
    *,
    decisions: Decisions | None = None,
    threshold: float | None = None,
    tagger_name: str = "textblob",
    with_names: bool | None = False,
    workers: AbstractContextManager[Workers] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Extraction:
    """Extract the terms of the articles at `paths`; their order makes no difference.

    `decisions` win over the extractor; `threshold` (0 to 1) replaces the model's own;
    `with_names` gives also the names of persons and places, which are no terms; None gives those of
    a large corpus, as whoever marks one by hand marks its names, too. `workers` count
    (see `glossary.extraction.workers`), by default this process; the result is the same.
    Raises InputError for an article that cannot be read, RequestError for an unknown tagger,
    WorkerError for workers that cannot be reached or die.
    """
    decisions = decisions or Decisions()
    if with_names is None:
        with_names = ranking(estimated_tokens(paths)).is_large
    counts = count(
        paths, tagger_name=tagger_name, with_names=with_names, workers=workers, progress=progress
    )
    ranks = ranking(counts.token_count)
    cut = ranks.threshold if threshold is None else threshold
    screen = screen_of(counts, with_names=with_names, is_large=ranks.is_large)
    judgements = _judge(counts, ranks, screen)
    editor = Editor.of(decisions)
    scored = [
        Scored(judgement.candidate, judgement.score, is_kept)
        for judgement in judgements
        if (is_kept := judgement.score >= cut and not judgement.objection)
        or judgement.candidate.key in editor.concerned
    ]
    unseen = editor.unseen(scored)
    if unseen:
        scored += [Scored(candidate, 0.0, is_kept=True) for candidate in seek(paths, unseen)]
    chosen = editor.choose(scored)
    named = chain((j.candidate for j in judgements), (s.candidate for s in chosen))
    maker = TermMaker(counts, named, screen.names)
    return Extraction(
        terms=_terms(chosen, editor, maker),
        judgements=judgements,
        counts=counts,
        ranking=ranks,
        threshold=cut,
        decisions=decisions,
        notices=undecided(scored, decisions),
    )


def screen_of(counts: Counts, *, with_names: bool = False, is_large: bool = False) -> Screen:
    """Give what tells of the candidates in `counts` why they can be no terms."""
    zipf, is_common = zipf_frequencies(), common_words()
    return Screen(
        counts,
        zipf=zipf,
        is_common=is_common,
        admits_names=with_names,
        admits_modifiers=is_large,
    )


def measured(
    counts: Counts, screen: Screen
) -> tuple[Columns, Figures, Sequence[tuple[Candidate, str]]]:
    """Give the candidates that can be terms, their figures, and the others with the reason."""
    found = Columns.of(candidates(counts))
    objections = screen.objections(found)
    possible = np.ones(len(found.candidates), np.bool_)
    possible[list(objections)] = False
    impossible = [(found.candidates[number], why) for number, why in objections.items()]
    found = found.only(possible)
    return found, measure(found, counts, zipf_frequencies(), names=screen.names), impossible


def _judge(counts: Counts, ranks: Ranking, screen: Screen) -> tuple[Judgement, ...]:
    """Judge every candidate, best first; ties are broken by frequency and by the term itself."""
    found, figures, impossible = measured(counts, screen)
    scores, table = ranks.rank(found, figures)
    judged = list(zip(found.candidates, table.T, scores.tolist(), strict=True))
    judgements = [Judgement(*judged[number], "") for number in _best_first(found, scores)]
    impossible = sorted(impossible, key=lambda pair: _order(0.0, pair[0]))
    return (*judgements, *(Judgement(c, _NOTHING, 0.0, objection) for c, objection in impossible))


def _best_first(found: Columns, scores: Column) -> list[int]:
    named = sorted(enumerate(found.candidates), key=lambda pair: pair[1].designation)
    by_name = np.array([number for number, _ in named], np.int64)
    order = np.lexsort((-found.counted["frequency"][by_name], -scores[by_name]))
    best: list[int] = by_name[order].tolist()
    return best


def _order(score: float, candidate: Candidate) -> tuple[float, int, str]:
    return -score, -candidate.tally.frequency, candidate.designation


def _terms(chosen: Sequence[Scored], editor: Editor, maker: TermMaker) -> tuple[Term, ...]:
    ranked = sorted(chosen, key=lambda scored: _order(scored.score, scored.candidate))
    return tuple(
        editor.describe(maker.term(scored.candidate, scored.score), scored.candidate.key)
        for scored in ranked
    )
