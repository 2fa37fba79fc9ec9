"""Explain why a phrase was kept as a term or not: its figures, and what each of them weighs."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from glossary.extraction.decisions import Decision
from glossary.extraction.extractor import Extraction, Judgement
from glossary.interface import _
from glossary.languages import en


@dataclass(frozen=True, slots=True)
class Weight:
    """A figure of a candidate and what it adds to the score; in a large corpus, to the log-odds."""

    name: str
    figure: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why `text` is a term or not: `verdict` in one sentence, then the facts behind it.

    `designation` is empty where the articles hold no such candidate; then `near` names some that
    look alike. `rank` counts from 1 among all candidates, `weights` begin with the heaviest.
    """

    text: str
    verdict: str
    designation: str = ""
    forms: tuple[str, ...] = ()
    frequency: int = 0
    score: float = 0.0
    threshold: float = 0.0
    rank: int = 0
    weights: tuple[Weight, ...] = ()
    decisions: tuple[Decision, ...] = ()
    near: tuple[str, ...] = ()


def explain(extraction: Extraction, text: str) -> Explanation:
    """Explain what became of the phrase `text`, whatever its case, number or spelling."""
    key = en.comparison_key(text)
    decisions = tuple(d for d in extraction.decisions.decisions if d.key == key)
    for place, judgement in enumerate(extraction.judgements, 1):
        if judgement.candidate.key == key:
            return _of_candidate(extraction, text, judgement, place, decisions)
    names = [judgement.candidate.designation for judgement in extraction.judgements]
    return Explanation(
        text=text,
        verdict=_("“{text}” is no candidate: these articles hold no noun phrase like it.").format(
            text=text
        ),
        decisions=decisions,
        threshold=extraction.threshold,
        near=tuple(difflib.get_close_matches(text, names, 3)),
    )


def _of_candidate(
    extraction: Extraction,
    text: str,
    judgement: Judgement,
    place: int,
    decisions: tuple[Decision, ...],
) -> Explanation:
    candidate = judgement.candidate
    return Explanation(
        text=text,
        verdict=_verdict(extraction, judgement, decisions),
        designation=candidate.designation,
        forms=candidate.forms,
        frequency=candidate.tally.frequency,
        score=judgement.score,
        threshold=extraction.threshold,
        rank=place,
        weights=_weights(extraction, judgement),
        decisions=decisions,
    )


def _verdict(extraction: Extraction, judgement: Judgement, decisions: tuple[Decision, ...]) -> str:
    name = f"“{judgement.candidate.designation}”"
    fates = [d for d in decisions if d.verb in ("keep", "drop", "merge")]
    if fates:
        return _("{name}: the editor decided “{verb}” (line {line} of the decisions).").format(
            name=name, verb=fates[0].verb, line=fates[0].line
        )
    if judgement.objection:
        return _("{name} is no term: it {objection}.").format(
            name=name, objection=judgement.objection
        )
    score, threshold = f"{judgement.score:.2f}", f"{extraction.threshold:.2f}"
    if judgement.score >= extraction.threshold:
        return _("{name} is kept: its score {score} reaches the threshold {threshold}.").format(
            name=name, score=score, threshold=threshold
        )
    return _("{name} is dropped: its score {score} is below the threshold {threshold}.").format(
        name=name, score=score, threshold=threshold
    )


def _weights(extraction: Extraction, judgement: Judgement) -> tuple[Weight, ...]:
    if judgement.objection:
        return ()
    weights = [
        Weight(name, figure, added)
        for name, figure, added in extraction.ranking.additions(judgement.figures)
        if abs(added) >= 0.005
    ]
    return tuple(sorted(weights, key=lambda w: (-abs(w.contribution), w.name)))
