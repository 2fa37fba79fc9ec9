"""Score an extraction against terms that a person marked.

in      proposed terms, best first, and gold terms
out     recall by grade, precision at some ranks and over the whole list, average precision, F1
source  TermEval 2020: Rigouts Terryn et al., CompuTerm; average precision as in Manning, Raghavan &
        Schütze (2008), Introduction to Information Retrieval, 8.4

A gold term counts as found when one of its forms is proposed; case, number and spelling make no
difference. Marginal ones count neither as hits nor as errors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from glossary.errors import InputError, MalformedError
from glossary.languages import en
from glossary.model import Term

RANKS = (50, 100, 200)


class Grade(StrEnum):
    """How much a gold term is wanted."""

    CORE = "core"
    USEFUL = "useful"
    MARGINAL = "marginal"


@dataclass(frozen=True, slots=True)
class GoldTerm:
    """A term marked by hand; `forms` begins with its canonical one, `articles` may be empty."""

    forms: tuple[str, ...]
    grade: Grade = Grade.CORE
    term_class: str = ""
    articles: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """What its forms have in common with proposed ones, whatever case, number or spelling."""
        return frozenset(map(en.comparison_key, self.forms))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good a list of terms is; all figures are shares, 0 to 1.

    `recall` is given for core, and for core and useful together; `precision_at` by rank, for ranks
    that the list reaches. `missed` are gold terms, `false` proposed ones, best first.
    """

    proposed: int
    recall_core: float
    recall: float
    precision: float
    precision_at: Mapping[int, float]
    average_precision: float
    f1: float
    class_accuracy: float
    missed: tuple[GoldTerm, ...]
    false: tuple[str, ...]


def evaluate(terms: Sequence[Term], gold: Sequence[GoldTerm]) -> Evaluation:
    """Score `terms`, best first, against `gold`."""
    grades = _by_key(gold)
    verdicts = [_verdict(term, grades) for term in terms]
    counted = [
        (term, found)
        for term, found in zip(terms, verdicts, strict=True)
        if not _is_marginal(found)
    ]
    hits = [found is not None for _, found in counted]
    keys = {key for term in terms for key in _keys(term)}
    wanted = [term for term in gold if term.grade is not Grade.MARGINAL]
    core = [term for term in wanted if term.grade is Grade.CORE]
    missed = tuple(term for term in wanted if not term.keys & keys)
    recall, precision = 1 - _share(len(missed), len(wanted)), _share(sum(hits), len(hits))
    right = [
        term.term_class == found.term_class for term, found in counted if found and found.term_class
    ]
    return Evaluation(
        proposed=len(terms),
        recall_core=_share(sum(1 for term in core if term.keys & keys), len(core)),
        recall=recall,
        precision=precision,
        precision_at={rank: _share(sum(hits[:rank]), rank) for rank in RANKS if len(hits) >= rank},
        average_precision=_average_precision(hits, len(wanted)),
        f1=_share(2 * precision * recall, precision + recall),
        class_accuracy=_share(sum(right), len(right)),
        missed=missed,
        false=tuple(term.designation for term, found in counted if found is None),
    )


def _by_key(gold: Sequence[GoldTerm]) -> dict[str, GoldTerm]:
    order = list(Grade)
    return {
        key: term for term in sorted(gold, key=lambda t: -order.index(t.grade)) for key in term.keys
    }


def _keys(term: Term) -> list[str]:
    return [en.comparison_key(form) for form in (term.designation, *term.forms, *term.variants)]


def _verdict(term: Term, gold: Mapping[str, GoldTerm]) -> GoldTerm | None:
    found = [gold[key] for key in _keys(term) if key in gold]
    return min(found, key=lambda t: list(Grade).index(t.grade)) if found else None


def _is_marginal(found: GoldTerm | None) -> bool:
    return found is not None and found.grade is Grade.MARGINAL


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _average_precision(hits: Sequence[bool], wanted: int) -> float:
    total, found = 0.0, 0
    for rank, hit in enumerate(hits, 1):
        if hit:
            found += 1
            total += found / rank
    return _share(total, wanted)


def read_gold(path: Path) -> tuple[GoldTerm, ...]:
    """Read gold terms from a TSV file.

    With a header line that has a column ``term``, the columns ``class``, ``grade``, ``variants``
    (separated by `` | ``) and ``articles`` are understood; without one, the first column is the
    term (as in the ACTER corpus). Raises InputError or MalformedError.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise MalformedError(
            "the gold list is not in UTF-8", hint="Save it as UTF-8.", path=path
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"cannot read the gold list: {reason}", hint="Check the path.", path=path
        ) from error
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise MalformedError("the gold list is empty", hint="Give one term a line.", path=path)
    header = [cell.strip().lower() for cell in rows[0][1]]
    if "term" not in header:
        return tuple(GoldTerm((cells[0].strip(),)) for _, cells in rows)
    return tuple(
        _gold_term(dict(zip(header, cells, strict=False)), number, path)
        for number, cells in rows[1:]
    )


def _gold_term(cells: Mapping[str, str], number: int, path: Path) -> GoldTerm:
    grade = cells.get("grade", "").strip() or "core"
    if grade not in tuple(Grade):
        raise MalformedError(
            f"“{grade}” is no grade",
            hint=f"Use one of: {', '.join(Grade)}.",
            path=path,
            line=number,
        )
    variants = [form.strip() for form in cells.get("variants", "").split("|") if form.strip()]
    return GoldTerm(
        forms=(cells["term"].strip(), *variants),
        grade=Grade(grade),
        term_class=cells.get("class", "").strip(),
        articles=tuple(cells.get("articles", "").split()),
    )
