"""Apply an editor's decisions to what the extractor found; the editor wins.

The order of the steps is that of the questions an editor asks: which candidates are terms (keep,
drop), which are one (merge), what is it called (rename), what is it (class, field, define).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from glossary.extraction.decisions import Decisions, Verb
from glossary.extraction.tallies import Tally
from glossary.extraction.variants import Candidate
from glossary.languages import en
from glossary.model import SubjectField, Term, TermClass


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score, and whether the extractor would keep it."""

    candidate: Candidate
    score: float
    is_kept: bool


def choose(found: Iterable[Scored], decisions: Decisions) -> list[Scored]:
    """Give the candidates that are terms by the editor's word, or else by the extractor's."""
    kept, dropped = decisions.of(Verb.KEEP), decisions.of(Verb.DROP)
    merged = {
        key: en.comparison_key(decision.value) for key, decision in decisions.of(Verb.MERGE).items()
    }
    chosen = {
        scored.candidate.key: scored
        for scored in found
        if scored.candidate.key not in dropped
        and (scored.is_kept or scored.candidate.key in kept or scored.candidate.key in merged
             or scored.candidate.key in merged.values())
    }  # fmt: skip
    _merge_all(chosen, decisions)
    names = decisions.of(Verb.RENAME)
    return [
        replace(s, candidate=replace(s.candidate, designation=names[key].value))
        if key in names
        else s
        for key, s in chosen.items()
    ]


def _merge_all(chosen: dict[str, Scored], decisions: Decisions) -> None:
    """Merge terms into others; what merges into a term that is not found takes its name."""
    merges = decisions.of(Verb.MERGE)
    names = {en.comparison_key(decision.value): decision.value for decision in merges.values()}
    for key in merges:
        target, passed = key, {key}
        while target in merges:
            target = en.comparison_key(merges[target].value)
            if target in passed:  # a term merged into itself
                break
            passed.add(target)
        if target == key or key not in chosen:
            continue
        other = chosen.pop(key)
        if known := chosen.get(target):
            chosen[target] = _merge(known, other)
        elif target not in decisions.of(Verb.DROP):
            candidate = replace(other.candidate, designation=names[target], key=target)
            chosen[target] = replace(other, candidate=candidate)


def _merge(target: Scored, other: Scored) -> Scored:
    total = Tally(target.candidate.tally.pattern)
    total.add(target.candidate.tally)
    total.add(other.candidate.tally)
    forms = (*target.candidate.forms, *other.candidate.forms)
    candidate = replace(target.candidate, tally=total, forms=forms)
    return replace(target, candidate=candidate, score=max(target.score, other.score))


def describe(term: Term, key: str, decisions: Decisions) -> Term:
    """Give `term`, whose comparison key is `key`, with the class, field and definition decided."""
    changes: dict[str, object] = {}
    if decision := decisions.of(Verb.CLASS).get(key):
        changes["term_class"] = TermClass(decision.value)
    if decision := decisions.of(Verb.FIELD).get(key):
        changes["subject_field"] = SubjectField(decision.value)
    if decision := decisions.of(Verb.DEFINE).get(key):
        changes["definition"] = decision.value
    return replace(term, **changes) if changes else term  # type: ignore[arg-type]


def undecided(found: Iterable[Scored], decisions: Decisions) -> tuple[str, ...]:
    """Give a sentence for each decision about a term that these articles do not hold."""
    known: Mapping[str, Scored] = {scored.candidate.key: scored for scored in found}
    return tuple(
        f"line {decision.line}: “{decision.verb} {decision.term}” finds no such term here"
        for decision in decisions.decisions
        if decision.key not in known
    )
