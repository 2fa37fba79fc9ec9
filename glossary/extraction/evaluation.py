"""Score an extraction against terms that a person marked.

in      proposed terms, best first, and gold terms
out     recall by grade, precision at some ranks and over the whole list, average precision, F1
source  TermEval 2020: Rigouts Terryn et al., CompuTerm; average precision as in Manning, Raghavan &
        Schütze (2008), Introduction to Information Retrieval, 8.4

A gold term counts as found when one of its forms is proposed; case, number and spelling make no
difference, and marginal ones count neither as right nor as errors. A list of forms is matched as
TermEval does: the unique lower-cased forms that the texts hold, each for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from glossary.extraction.gold import Gold, GoldTerm, Grade
from glossary.languages import en
from glossary.model import Term

RANKS = (50, 100, 200)

_GRADES = list(Grade)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good a list of terms is; all figures are shares, 0 to 1.

    `proposed` and `wanted` are numbers, of terms or, against a list of forms, of forms. `recall` is
    given for core, and for core and useful together; `precision_at` by rank, for ranks that the
    list reaches. `classes` tells how often a gold class was given which class: gold, given, number.
    `missed` are gold terms, `false` proposed ones, best first.
    """

    proposed: int
    wanted: int
    recall_core: float
    recall: float
    precision: float
    precision_at: Mapping[int, float]
    average_precision: float
    f1: float
    class_accuracy: float
    classes: Mapping[str, Mapping[str, int]]
    missed: tuple[GoldTerm, ...]
    false: tuple[str, ...]


def evaluate(terms: Sequence[Term], gold: Gold) -> Evaluation:
    """Score `terms`, best first, against `gold`."""
    if gold.is_exact:
        return _score([Term(form) for form in attested_forms(terms)], gold.terms, key=str.lower)
    return _score(terms, gold.terms, key=en.comparison_key)


def attested_forms(terms: Sequence[Term]) -> tuple[str, ...]:
    """Give the unique lower-cased forms in which the articles hold `terms`, in their order.

    A term that stands nowhere as such, because an editor named it or a coordination implies it,
    gives its designation.
    """
    forms = [form for term in terms for form in term.forms or (term.designation,)]
    return tuple(dict.fromkeys(form.lower() for form in forms))


def _score(
    terms: Sequence[Term], gold: Sequence[GoldTerm], *, key: Callable[[str], str]
) -> Evaluation:
    keys = [{key(form): None for form in _forms(term)} for term in terms]
    grades = _by_key(gold, key)
    counted = [
        (term, found)
        for term, found in zip(terms, [_best(k, grades) for k in keys], strict=True)
        if not found or found.grade is not Grade.MARGINAL
    ]
    proposed = set[str]().union(*keys)
    wanted = [term for term in gold if term.grade is not Grade.MARGINAL]
    missed = [term for term in wanted if not any(key(form) in proposed for form in term.forms)]
    right = [found is not None for _, found in counted]
    recall, precision = 1 - _share(len(missed), len(wanted)), _share(sum(right), len(right))
    classes = _classes(counted)
    return Evaluation(
        proposed=len(terms),
        wanted=len(wanted),
        recall_core=_recall_of_core(wanted, missed),
        recall=recall if wanted else 0.0,
        precision=precision,
        precision_at={n: _share(sum(right[:n]), n) for n in RANKS if len(right) >= n},
        average_precision=_average_precision([found for _, found in counted], len(wanted)),
        f1=_share(2 * precision * recall, precision + recall),
        class_accuracy=_right(classes),
        classes=classes,
        missed=tuple(missed),
        false=tuple(term.designation for term, found in counted if found is None),
    )


def _forms(term: Term) -> tuple[str, ...]:
    return (term.designation, *term.forms, *term.variants)


def _by_key(gold: Sequence[GoldTerm], key: Callable[[str], str]) -> dict[str, GoldTerm]:
    """Give the gold term behind each key; the better grade where two have the same."""
    worst_first = sorted(gold, key=lambda term: -_GRADES.index(term.grade))
    return {key(form): term for term in worst_first for form in term.forms}


def _best(keys: Mapping[str, None], gold: Mapping[str, GoldTerm]) -> GoldTerm | None:
    found = [gold[key] for key in keys if key in gold]
    return min(found, key=lambda term: _GRADES.index(term.grade)) if found else None


def _recall_of_core(wanted: Sequence[GoldTerm], missed: Sequence[GoldTerm]) -> float:
    core, lost = ([t for t in terms if t.grade is Grade.CORE] for terms in (wanted, missed))
    return _share(len(core) - len(lost), len(core))


def _classes(counted: Sequence[tuple[Term, GoldTerm | None]]) -> dict[str, dict[str, int]]:
    classes: dict[str, dict[str, int]] = {}
    for term, found in counted:
        if found and found.term_class:
            given = classes.setdefault(found.term_class, {})
            given[term.term_class.value] = given.get(term.term_class.value, 0) + 1
    return {gold: dict(sorted(given.items())) for gold, given in sorted(classes.items())}


def _right(classes: Mapping[str, Mapping[str, int]]) -> float:
    total = sum(sum(given.values()) for given in classes.values())
    return _share(sum(given.get(gold, 0) for gold, given in classes.items()), total)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _average_precision(found: Sequence[GoldTerm | None], wanted: int) -> float:
    """Give the mean, over the wanted terms, of the precision where each is first found."""
    total, right, known = 0.0, 0, set[GoldTerm]()
    for rank, term in enumerate(found, 1):
        right += term is not None
        if term and term not in known:
            known.add(term)
            total += right / rank
    return _share(total, wanted)
