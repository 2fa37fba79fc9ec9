"""Fit the coefficients of the ranking and write them to `glossary/extraction/ranking.json`.

    python tests/benchmarks/fit_ranking.py GOLD.tsv ARTICLE...

GOLD.tsv is a list of terms with grades (see `glossary evaluate`), ARTICLE the texts in which they
were marked. Needs scikit-learn, which the program itself never imports. First scores for the
second pass are made out of fold, so that it does not learn to trust what it has seen. Prints the
cross-validated figures: recall of core, of core and useful, precision at 100 and whole.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from glossary.extraction.evaluation import GoldTerm, Grade, read_gold
from glossary.extraction.extractor import candidates_of, count
from glossary.extraction.features import measure, support
from glossary.extraction.variants import Candidate
from glossary.text.frequencies import zipf_frequencies

TARGET = Path(__file__).parents[2] / "glossary" / "extraction" / "ranking.json"
WEIGHT = {Grade.CORE: 2.0, Grade.USEFUL: 1.0, None: 1.0}
PENALTY = 0.05  # scikit-learn's C: the smaller, the closer the coefficients stay to 0
FOLDS = 10
PRECISION = 0.53  # of the whole list, out of fold: below it an editor drops more than he keeps

Matrix = Any  # numpy's arrays carry no stubs for what is done with them here


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold)
    found, figures = measured(arguments.articles)
    grades = [grade_of(candidate, gold) for candidate in found]
    names, first = table(figures)
    scores = out_of_fold(first, grades, seed=0)
    more, added = table(list(support(found, scores)))
    second = np.hstack([first, added])
    final = out_of_fold(second, grades, seed=1)
    threshold = report(found, grades, final, gold)
    model = {
        "origin": f"{arguments.gold.name}: {len(gold)} terms marked by hand in "
        f"{len(arguments.articles)} articles; {len(found)} candidates",
        "threshold": round(threshold, 3),
        "first": regression(names, first, grades),
        "second": regression([*names, *more], second, grades),
    }
    if not arguments.dry_run:
        TARGET.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


def measured(paths: Sequence[Path]) -> tuple[list[Candidate], list[dict[str, float]]]:
    """Give the candidates that could be terms, and their figures."""
    counts = count(paths)
    found = [c for c, objection in candidates_of(counts) if not objection]
    return found, list(measure(found, counts, zipf_frequencies()))


def grade_of(candidate: Candidate, gold: Sequence[GoldTerm]) -> Grade | None:
    grades = [term.grade for term in gold if candidate.key in term.keys]
    return min(grades, key=list(Grade).index) if grades else None


def table(figures: Sequence[Mapping[str, float]]) -> tuple[list[str], Matrix]:
    names = list(figures[0])
    return names, np.array([[row[name] for name in names] for row in figures])


def fit(matrix: Matrix, grades: Sequence[Grade | None]) -> LogisticRegression:
    """Fit on standardised columns; marginal terms are no examples of anything."""
    rows = [i for i, grade in enumerate(grades) if grade is not Grade.MARGINAL]
    wanted = [grades[i] is not None for i in rows]
    weights = [WEIGHT[grades[i]] for i in rows]
    model = LogisticRegression(C=PENALTY, max_iter=5000)
    return model.fit(matrix[rows], wanted, sample_weight=weights)


def scaling(matrix: Matrix) -> tuple[Matrix, Matrix]:
    deviation = matrix.std(axis=0)
    return matrix.mean(axis=0), np.where(deviation > 0, deviation, 1.0)


def out_of_fold(matrix: Matrix, grades: Sequence[Grade | None], *, seed: int) -> list[float]:
    """Score each candidate by a model that has not seen it."""
    mean, deviation = scaling(matrix)
    standard = (matrix - mean) / deviation
    scores = np.zeros(len(grades))
    for known, unseen in KFold(FOLDS, shuffle=True, random_state=seed).split(standard):
        model = fit(standard[known], [grades[i] for i in known])
        scores[unseen] = model.predict_proba(standard[unseen])[:, 1]
    return [float(score) for score in scores]


def regression(
    names: Sequence[str], matrix: Matrix, grades: Sequence[Grade | None]
) -> dict[str, object]:
    """Fit on everything; give coefficients for figures as they are, not standardised."""
    mean, deviation = scaling(matrix)
    model = fit((matrix - mean) / deviation, grades)
    weights = model.coef_[0] / deviation
    return {
        "intercept": round(float(model.intercept_[0] - weights @ mean), 4),
        "weights": {
            name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)
        },
    }


def report(
    found: Sequence[Candidate],
    grades: Sequence[Grade | None],
    scores: Sequence[float],
    gold: Sequence[GoldTerm],
) -> float:
    """Print what out-of-fold scores reach; give the cut-off that keeps the wanted precision."""
    order = sorted(range(len(found)), key=lambda i: -scores[i])
    counted = [i for i in order if grades[i] is not Grade.MARGINAL]
    hits = np.cumsum([grades[i] is not None for i in counted])
    precision = hits / np.arange(1, len(hits) + 1)
    last = max(rank for rank, share in enumerate(precision) if share >= PRECISION)
    threshold = scores[counted[last]]
    keys = {found[i].key for i in order if scores[i] >= threshold}
    wanted = [term for term in gold if term.grade is not Grade.MARGINAL]
    core = [term for term in wanted if term.grade is Grade.CORE]
    print(f"candidates {len(found)}, kept {len(keys)} from a score of {threshold:.3f}")
    print(f"recall core {share(core, keys):.3f}, core + useful {share(wanted, keys):.3f}")
    print(f"precision at 100 {precision[99]:.3f}, whole list {precision[last]:.3f}")
    return float(threshold)


def share(terms: Sequence[GoldTerm], keys: set[str]) -> float:
    return sum(bool(term.keys & keys) for term in terms) / len(terms)


if __name__ == "__main__":
    main()
