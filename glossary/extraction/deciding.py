"""Apply an editor's decisions to what the extractor found; the editor wins.

The order of the steps is that of the questions an editor asks: which candidates are terms (keep,
drop), which are one (merge), what is it called (rename), what is it (class, field, define).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from glossary.extraction.decisions import Decision, Decisions, Verb
from glossary.extraction.tallies import Tally
from glossary.extraction.variants import Candidate
from glossary.interface import _
from glossary.languages import en
from glossary.model import SubjectField, Term, TermClass


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score, and whether the extractor would keep it."""

    candidate: Candidate
    score: float
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor's decisions by what they are about, each by the comparison key of its term.

    `concerned` are the keys of all terms that a decision names.
    """

    kept: Mapping[str, Decision]
    dropped: Mapping[str, Decision]
    merged: Mapping[str, Decision]
    renamed: Mapping[str, Decision]
    classes: Mapping[str, Decision]
    fields: Mapping[str, Decision]
    definitions: Mapping[str, Decision]
    concerned: Set[str]

    @classmethod
    def of(cls, decisions: Decisions) -> Editor:
        """Sort `decisions` by their verbs."""
        merged = decisions.of(Verb.MERGE)
        named = [decision.key for decision in decisions.decisions]
        return cls(
            kept=decisions.of(Verb.KEEP),
            dropped=decisions.of(Verb.DROP),
            merged=merged,
            renamed=decisions.of(Verb.RENAME),
            classes=decisions.of(Verb.CLASS),
            fields=decisions.of(Verb.FIELD),
            definitions=decisions.of(Verb.DEFINE),
            concerned=frozenset([*named, *(en.comparison_key(d.value) for d in merged.values())]),
        )

    def unseen(self, found: Iterable[Scored]) -> list[str]:
        """Give the terms to keep that are not among the candidates `found`."""
        known = {scored.candidate.key for scored in found}
        return [decision.term for key, decision in self.kept.items() if key not in known]

    def choose(self, found: Iterable[Scored]) -> list[Scored]:
        """Give the candidates that are terms by the editor's word, or else by the extractor's."""
        merged_into = {en.comparison_key(decision.value) for decision in self.merged.values()}
        wanted = self.kept.keys() | self.merged.keys() | merged_into
        chosen = {
            scored.candidate.key: scored
            for scored in found
            if scored.candidate.key not in self.dropped
            and (scored.is_kept or scored.candidate.key in wanted)
        }
        self._merge_all(chosen)
        self._rename_all(chosen)
        return list(chosen.values())

    def describe(self, term: Term, key: str) -> Term:
        """Give `term` with the class, field and definition decided for its `key` or its name."""
        if not (self.classes or self.fields or self.definitions):
            return term
        keys = (key, en.comparison_key(term.designation))
        changes: dict[str, object] = {}
        if decision := _first(self.classes, keys):
            changes["term_class"] = TermClass(decision.value)
        if decision := _first(self.fields, keys):
            changes["subject_field"] = SubjectField(decision.value)
        if decision := _first(self.definitions, keys):
            changes["definition"] = decision.value
        return replace(term, **changes) if changes else term  # type: ignore[arg-type]

    def _merge_all(self, chosen: dict[str, Scored]) -> None:
        """Merge terms into others; what merges into a term that is not found takes its name."""
        names = {en.comparison_key(d.value): d.value for d in self.merged.values()}
        for key in self.merged:
            target = self._end_of_merges(key)
            if target == key or key not in chosen:
                continue
            other = chosen.pop(key)
            if known := chosen.get(target):
                chosen[target] = _merge(known, other)
            elif target not in self.dropped:
                chosen[target] = _named(other, names[target], key=target)

    def _end_of_merges(self, key: str) -> str:
        target, passed = key, {key}
        while target in self.merged:
            target = en.comparison_key(self.merged[target].value)
            if target in passed:  # a term merged into itself
                break
            passed.add(target)
        return target

    def _rename_all(self, chosen: dict[str, Scored]) -> None:
        """Rename terms; one that takes the name of another is merged with it."""
        for key, decision in self.renamed.items():
            if key not in chosen:
                continue
            scored, new = chosen.pop(key), en.comparison_key(decision.value)
            if other := chosen.get(new):
                scored = _merge(scored, other)
            chosen[new] = _named(scored, decision.value, key=key)


def _first(decisions: Mapping[str, Decision], keys: Iterable[str]) -> Decision | None:
    return next((decisions[key] for key in keys if key in decisions), None)


def _named(scored: Scored, designation: str, *, key: str) -> Scored:
    return replace(scored, candidate=replace(scored.candidate, designation=designation, key=key))


def _merge(target: Scored, other: Scored) -> Scored:
    """Put two candidates together; one that stands inside the other was counted there already."""
    tallies = target.candidate.tally, other.candidate.tally
    if _holds(other.candidate.key, target.candidate.key):
        total = tallies[0]
    elif _holds(target.candidate.key, other.candidate.key):
        total = tallies[1]
    else:
        total = Tally(tallies[0].pattern)
        total.add(tallies[0])
        total.add(tallies[1])
    forms = (*target.candidate.forms, *other.candidate.forms)
    candidate = replace(target.candidate, tally=total, forms=forms)
    return replace(target, candidate=candidate, score=max(target.score, other.score))


def _holds(longer: str, shorter: str) -> bool:
    return f" {shorter} " in f" {longer} "


def undecided(found: Iterable[Scored], decisions: Decisions) -> tuple[str, ...]:
    """Give a sentence for each decision about a term that these articles do not hold."""
    known: Mapping[str, Scored] = {scored.candidate.key: scored for scored in found}
    return tuple(
        _("line {line}: “{verb} {term}” finds no such term here").format(
            line=decision.line, verb=decision.verb, term=decision.term
        )
        for decision in decisions.decisions
        if decision.key not in known
    )
