"""Extract the terms of a corpus: count, join, screen, measure, rank, cut off, decide.

in      the files of the articles
out     an `Extraction`: the terms best first, and what became of every candidate
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InputError
from glossary.extraction.attestation import settle_coordinations
from glossary.extraction.counting import Counter
from glossary.extraction.deciding import Scored, choose, describe, undecided
from glossary.extraction.decisions import Decisions
from glossary.extraction.features import measure
from glossary.extraction.ranking import Figures, Model, default_model, rank
from glossary.extraction.screening import ProperNames, Screen
from glossary.extraction.tallies import Counts
from glossary.extraction.terms import TermMaker
from glossary.extraction.variants import Candidate, candidates
from glossary.model import Term
from glossary.text.articles import read_article
from glossary.text.boilerplate import boilerplate
from glossary.text.frequencies import common_words, zipf_frequencies
from glossary.text.tagging import tagger


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the counting has come: `done` of `total` bytes, and the tokens read so far."""

    done: int
    total: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one candidate: its figures and score, and why it can be no term, if so."""

    candidate: Candidate
    figures: Figures
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
    model: Model
    threshold: float
    decisions: Decisions
    notices: tuple[str, ...]


def extract(
    paths: Sequence[Path],
    *,
    decisions: Decisions | None = None,
    threshold: float | None = None,
    tagger_name: str = "textblob",
    progress: Callable[[Progress], None] | None = None,
) -> Extraction:
    """Extract the terms of the articles at `paths`; their order makes no difference.

    `decisions` win over the extractor; `threshold` (0 to 1) replaces the model's own cut-off.
    Raises InputError for an article that cannot be read, RequestError for an unknown tagger.
    """
    decisions = decisions or Decisions()
    model = default_model()
    cut = model.threshold if threshold is None else threshold
    counts = count(paths, tagger_name=tagger_name, progress=progress)
    judgements = _judge(counts, model)
    scored = [Scored(j.candidate, j.score, not j.objection and j.score >= cut) for j in judgements]
    names = ProperNames(counts.words, common_words())
    maker = TermMaker(counts, [j.candidate for j in judgements], names)
    terms = _terms(choose(scored, decisions), decisions, maker)
    return Extraction(
        terms=terms,
        judgements=judgements,
        counts=counts,
        model=model,
        threshold=cut,
        decisions=decisions,
        notices=undecided(scored, decisions),
    )


def count(
    paths: Sequence[Path],
    *,
    tagger_name: str = "textblob",
    progress: Callable[[Progress], None] | None = None,
) -> Counts:
    """Count the candidates of the articles at `paths`, each read once for all of them."""
    paths = sorted(set(paths), key=lambda path: (path.name, path))
    if not paths:
        raise InputError("there are no articles to read", hint="Name text files (.txt) to read.")
    repeated = boilerplate(map(read_article, paths))
    counter = Counter(tagger(tagger_name), common_words(), repeated)
    total = sum(path.stat().st_size for path in paths)
    done = 0
    counts = Counts()
    for path in paths:
        counter.count(read_article(path), counts)
        done += path.stat().st_size
        if progress:
            progress(Progress(done, total, counts.token_count))
    return settle_coordinations(counts)


def candidates_of(counts: Counts) -> list[tuple[Candidate, str]]:
    """Give all candidates of a corpus, each with the reason why it can be no term, or ""."""
    screen = Screen(counts, zipf=zipf_frequencies(), is_common=common_words())
    return [(candidate, screen.objection(candidate)) for candidate in candidates(counts)]


def _judge(counts: Counts, model: Model) -> tuple[Judgement, ...]:
    """Judge every candidate, best first; ties are broken by frequency and by the term itself."""
    found = candidates_of(counts)
    possible = [candidate for candidate, objection in found if not objection]
    ranked = rank(possible, measure(possible, counts, zipf_frequencies()), model)
    judgements = [
        Judgement(candidate, figures, score, "")
        for candidate, (score, figures) in zip(possible, ranked, strict=True)
    ]
    judgements += [Judgement(c, array("d"), 0.0, objection) for c, objection in found if objection]
    return tuple(sorted(judgements, key=lambda j: _order(j.score, j.candidate)))


def _order(score: float, candidate: Candidate) -> tuple[float, int, str]:
    return -score, -candidate.tally.frequency, candidate.designation


def _terms(chosen: Sequence[Scored], decisions: Decisions, maker: TermMaker) -> tuple[Term, ...]:
    ranked = sorted(chosen, key=lambda scored: _order(scored.score, scored.candidate))
    return tuple(
        describe(maker.term(scored.candidate, scored.score), scored.candidate.key, decisions)
        for scored in ranked
    )
