"""Show terms, and why a phrase is one or not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from glossary.cli import output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.extraction.extractor import Extraction
    from glossary.model import Term
    from glossary.project import Project

COLUMNS = ("term", "score", "frequency", "class", "articles", "variants", "forms", "field")
SHOWN = {"term": 0, "score": 0, "frequency": 0, "class": 96, "field": 64, "years": 64}
"""The columns of a table, and how wide a terminal must at least be to show each."""


def render(
    shown: Sequence[Term], project: Project | None, *, form: str, target: str | None = None
) -> str:
    """The terms as a table, tsv, json or a template, to be written to `target` (see ``-o``)."""
    if form == "pot":
        from glossary.project.run import template_of

        return template_of(shown, project).decode("utf-8")
    if form == "json":
        return output.json_list(_facts(term) for term in shown)
    if form == "tsv":
        rows = [[_cell(value) for value in _facts(term).values()] for term in shown]
        return output.tsv(COLUMNS, rows)
    return _table(shown, room=output.width(target)) if shown else ""


def _facts(term: Term) -> dict[str, object]:
    return {
        "term": term.designation,
        "score": round(term.score, 4),
        "frequency": term.frequency,
        "class": term.term_class.value,
        "articles": list(term.articles),
        "variants": list(term.variants),
        "forms": list(term.forms),
        "field": term.subject_field.value,
    }


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def _table(terms: Sequence[Term], *, room: int) -> str:
    kept = [name for name, least in SHOWN.items() if room >= least]
    rows = [[_shown(term)[name] for name in kept] for term in terms]
    return output.table(kept, rows, numeric="score frequency", room=room)


def _shown(term: Term) -> dict[str, str]:
    return {
        "term": term.designation,
        "score": f"{term.score:.2f}",
        "frequency": str(term.frequency),
        "class": _(term.term_class.value),
        "field": _(term.subject_field.value),
        "years": "–".join(map(str, sorted({term.years[0], term.years[-1]}))) if term.years else "",
    }


def advice(extraction: Extraction) -> str:
    """What to change where there are no terms."""
    best = max((judgement.score for judgement in extraction.judgements), default=0.0)
    if not extraction.judgements:
        return _("no terms: the articles hold no noun phrase; name other articles")
    return _(
        "no terms: the best score is {best:.2f}, the threshold {threshold:.2f}; "
        "lower it with --threshold, or keep terms in locales/decisions.txt"
    ).format(best=best, threshold=extraction.threshold)


def explanation(extraction: Extraction, text: str, *, form: str) -> str:
    """Why `text` is a term or not, with its figures."""
    from glossary.extraction.explanation import explain

    found = explain(extraction, text)
    if form == "json":
        return output.json_list([dataclasses.asdict(found)])
    lines = [found.verdict]
    if found.near:
        lines.append(_("similar: {terms}").format(terms=", ".join(found.near)))
    if found.designation:
        lines.append(
            _("frequency {frequency}, rank {rank} of {total} candidates").format(
                frequency=found.frequency, rank=found.rank, total=len(extraction.judgements)
            )
        )
        lines.append(_("forms: {forms}").format(forms=", ".join(found.forms)))
    for decision in found.decisions:
        reason = f" # {decision.reason}" if decision.reason else ""
        value = f" = {decision.value}" if decision.value else ""
        written = f"{decision.verb} {decision.term}{value}{reason}"
        text = _("decision in line {line}: {decision}")
        lines.append(text.format(line=decision.line, decision=written))
    shown = "".join(f"{output.printable(line)}\n" for line in lines)
    if not found.weights:
        return shown
    rows = [(w.name, f"{w.figure:.3f}", f"{w.contribution:+.2f}") for w in found.weights]
    return shown + "\n" + output.table(("figure", "value", "adds"), rows, numeric="value adds")
