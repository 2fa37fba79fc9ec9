"""Fit the models of the ranking and write them to `glossary/extraction/ranking.json`.

    python -m tests.benchmarks.fit_ranking GOLD.tsv ACTER ARTICLE... [--dry-run]

GOLD.tsv is a list of terms with grades (see `glossary evaluate`) and ARTICLE the texts in which
they were marked: the model for a few articles. ACTER is the folder of that corpus' domains, each
with its texts and its list of terms and named entities: the model for large corpora. No text of
either is written, only limits and weights of figures.

The trees for few articles are grown on each article alone, each pair and all together, as figures
change with the size of a corpus; the cut-off comes from trees that have not seen the candidate in
any of them (ten folds). The second pass for large corpora learns from scores of models that have
not seen the domain, so that it does not learn to trust what it has seen. Needs scikit-learn, which
the program itself never imports. Prints what the models reach on what they have not seen.

Source: ACTER 1.5, Rigouts Terryn, Hoste & Lefever (2020), Language Resources and Evaluation 54;
CC BY-NC-SA 4.0.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression

from glossary.extraction.columns import Columns
from glossary.extraction.corpus import count
from glossary.extraction.evaluation import Evaluation, evaluate
from glossary.extraction.extractor import measured, screen_of
from glossary.extraction.forest import Tree
from glossary.extraction.gold import Gold, Grade, read_gold
from glossary.extraction.kinship import kinship
from glossary.extraction.neighbours import small_words
from glossary.extraction.ranking import levelled, related
from glossary.extraction.spelling import forms, spelling
from glossary.extraction.support import support
from glossary.extraction.tallies import Counts
from glossary.extraction.variants import Candidate
from glossary.model import Term

TARGET = Path(__file__).parents[2] / "glossary" / "extraction" / "ranking.json"
WEIGHTS = {Grade.CORE: 2.0, Grade.USEFUL: 1.0, None: 1.0}
TREES, LEAVES, TRIED = 60, 48, 0.3  # leaves of a tree; share of the figures tried at each node
LARGE_PENALTY = 0.02  # scikit-learn's C: the smaller, the closer to 0 it stays
SMALL_TOKENS, LARGE_TOKENS = 10_000, 40_000
LARGE_THRESHOLD = 0.25  # about half of the F1 that is reached: where the expected F1 is greatest
PRECISION = 0.57  # of the whole list, out of fold: below it an editor drops more than he keeps
FOLDS = 10

Grown = Any  # a tree of scikit-learn
Matrix = Any  # numpy's arrays carry no types for what is done with them here


@dataclass(frozen=True, slots=True)
class Corpus:
    """The candidates of a corpus, their figures, and what is wanted of them."""

    columns: Columns
    names: list[str]
    matrix: Matrix
    grades: list[Grade | None]
    gold: Gold

    @property
    def found(self) -> Sequence[Candidate]:
        return self.columns.candidates

    @property
    def wanted(self) -> Matrix:
        return np.array([grade is not None for grade in self.grades])

    @property
    def weights(self) -> Matrix:
        return np.array([WEIGHTS.get(grade, 0.0) for grade in self.grades])

    def proposed(self, scores: Matrix, threshold: float) -> list[Term]:
        """Give the candidates that reach the threshold as terms, best first."""
        ranked = sorted(
            zip(scores, self.found, strict=True),
            key=lambda pair: (-pair[0], -pair[1].tally.frequency, pair[1].designation),
        )
        return [Term(c.designation, forms=c.forms) for score, c in ranked if score >= threshold]

    def supported(self, scores: Matrix) -> tuple[list[str], Matrix]:
        """Give names and figures of the second pass."""
        level, keys = levelled(scores), self.columns.keys
        added = support(keys, level) | kinship(keys, self.columns.beside, level)
        return [*self.names, *added], np.column_stack([self.matrix, *added.values()])


class Standard:
    """A logistic regression on standardised columns."""

    def __init__(self, matrix: Matrix, wanted: Matrix, weights: Matrix, penalty: float) -> None:
        deviation = matrix.std(axis=0)
        self.mean, self.deviation = matrix.mean(axis=0), np.where(deviation > 0, deviation, 1.0)
        used = weights > 0  # marginal terms are no examples of anything
        self.model = LogisticRegression(C=penalty, max_iter=5000).fit(
            (matrix[used] - self.mean) / self.deviation, wanted[used], sample_weight=weights[used]
        )

    def scores(self, matrix: Matrix) -> Matrix:
        return self.model.predict_proba((matrix - self.mean) / self.deviation)[:, 1]

    def regression(self, names: Sequence[str]) -> dict[str, object]:
        """Give the weights of figures as they are, not standardised."""
        weights = self.model.coef_[0] / self.deviation
        return {
            "intercept": round(float(self.model.intercept_[0] - weights @ self.mean), 4),
            "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
        }


class Trees:
    """Extremely randomised trees, grown on the candidates of several corpora."""

    def __init__(self, corpora: Sequence[Corpus], known: Sequence[Matrix] | None = None) -> None:
        """Grow them on the rows of each corpus that are `known`, by default on all."""
        known = known or [corpus.weights > 0 for corpus in corpora]
        matrix, wanted, weights = (
            np.concatenate([column[rows] for column, rows in zip(columns, known, strict=True)])
            for columns in zip(*((c.matrix, c.wanted, c.weights) for c in corpora), strict=True)
        )
        self.model = ExtraTreesClassifier(
            TREES, max_leaf_nodes=LEAVES, max_features=TRIED, random_state=0
        ).fit(matrix, wanted, sample_weight=weights)  # marginal terms weigh nothing

    def scores(self, matrix: Matrix) -> Matrix:
        return self.model.predict_proba(matrix)[:, 1]

    def trees(self) -> list[Tree]:
        return [_preorder(tree.tree_) for tree in self.model.estimators_]


def _preorder(tree: Grown) -> Tree:
    """Give the nodes of a tree of scikit-learn such that the left node is the next one."""
    order: list[int] = []
    places: dict[int, int] = {}
    waiting = [0]
    while waiting:
        node = waiting.pop()
        places[node] = len(order)
        order.append(node)
        if tree.feature[node] >= 0:
            waiting += [tree.children_right[node], tree.children_left[node]]
    shares = tree.value[:, 0, 1] / tree.value[:, 0].sum(axis=1)
    is_leaf = tree.feature < 0
    return (
        [-1 if is_leaf[node] else int(tree.feature[node]) for node in order],
        [0 if is_leaf[node] else round(float(tree.threshold[node]), 5) for node in order],
        [0 if is_leaf[node] else places[tree.children_right[node]] for node in order],
        [round(float(shares[node]), 4) for node in order],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("acter", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold)
    for article, found in article_left_out(gold, arguments.articles).items():
        say(f"{article.name} left out: {figures(found, gold)}")
    domains = {folder.name: read_domain(folder) for folder in sorted(arguments.acter.iterdir())}
    models = {"small": fit_small(gold, arguments.articles), "large": fit_large(domains)}
    if not arguments.dry_run:
        TARGET.write_text(written(models), encoding="utf-8")


def written(models: Mapping[str, object]) -> str:
    """Give the models as JSON, a line for each part of a tree."""
    text = json.dumps(models, indent=1)
    return re.sub(r"\[[-\d., \n]+\]", lambda found: "".join(found[0].split()), text) + "\n"


def read_office(gold: Gold, articles: Sequence[Path]) -> Corpus:
    columns, names, matrix = figures_of(articles, is_large=False)
    keys = [(term.keys, term.grade) for term in gold.terms]
    grades = [best([grade for known, grade in keys if c.key in known]) for c in columns.candidates]
    return Corpus(columns, names, matrix, grades, gold)


def best(grades: Sequence[Grade]) -> Grade | None:
    return min(grades, key=list(Grade).index) if grades else None


def read_domain(folder: Path) -> Corpus:
    """Read a domain of ACTER; a candidate is a term if half of its forms are in the list."""
    gold = read_gold(folder / f"{folder.name}_en_terms_nes.tsv")
    columns, names, matrix = figures_of(sorted((folder / "texts").glob("*.txt")), is_large=True)
    listed = {term.forms[0].lower() for term in gold.terms}
    forms = [{form.lower() for form in candidate.forms} for candidate in columns.candidates]
    grades = [Grade.USEFUL if 2 * len(each & listed) >= len(each) else None for each in forms]
    return Corpus(columns, names, matrix, grades, gold)


def figures_of(articles: Sequence[Path], *, is_large: bool) -> tuple[Columns, list[str], Matrix]:
    counts = count(articles, with_names=is_large)
    found, figures, _ = measured(counts, screen_of(counts, with_names=is_large, is_large=is_large))
    if not is_large:
        more = of_large_corpora(found, counts)
        figures = {name: column for name, column in figures.items() if name not in more}
    rows = [related(name, column) for name, column in figures.items()]
    return found, list(figures), np.column_stack(rows)


def of_large_corpora(found: Columns, counts: Counts) -> set[str]:
    """Give the names of the figures for which the terms of a few articles are too few."""
    return {
        *small_words(*found.beside),
        *spelling(found.words, counts.words),
        *forms(found, counts),
    }


def read_views(gold: Gold, articles: Sequence[Path]) -> list[Corpus]:
    """Read the articles all together, in pairs and alone, each view with what is marked in it."""
    marks = marks_of(gold, articles)
    parts = [
        part for size in (2, 1) if size < len(articles) for part in combinations(articles, size)
    ]
    return [
        read_office(gold, articles),
        *(read_office(marked(gold, [marks[one] for one in part]), part) for part in parts),
    ]


def fit_small(gold: Gold, articles: Sequence[Path]) -> dict[str, object]:
    views = read_views(gold, articles)
    office, scores = views[0], out_of_fold(views)
    threshold = threshold_of(office, scores)
    found = evaluate(office.proposed(scores, threshold), gold)
    say(f"few articles, out of fold: {figures(found, gold)}")
    return {
        "origin": f"{len(gold.terms)} terms marked by hand in three articles of the office",
        "tokens": SMALL_TOKENS,
        "threshold": round(threshold, 3),
        "names": office.names,
        "trees": Trees(views).trees(),
    }


def out_of_fold(views: Sequence[Corpus]) -> Matrix:
    """Score the first view by trees that have not seen the candidate in any of them."""
    keys = sorted({candidate.key for view in views for candidate in view.found})
    folds = dict(zip(keys, np.random.RandomState(0).permutation(len(keys)) % FOLDS, strict=True))
    places = [np.array([folds[candidate.key] for candidate in view.found]) for view in views]
    scores = np.zeros(len(views[0].found))
    for fold in range(FOLDS):
        model = Trees(views, [place != fold for place in places])
        unseen = places[0] == fold
        scores[unseen] = model.scores(views[0].matrix[unseen])
    return scores


def article_left_out(gold: Gold, articles: Sequence[Path]) -> dict[Path, Evaluation]:
    """Score each article by trees and a cut-off that come from the other articles."""
    marks = marks_of(gold, articles)
    found = {}
    for article in articles:
        others = [other for other in articles if other != article]
        views = read_views(marked(gold, [marks[other] for other in others]), others)
        unseen = read_office(marked(gold, [marks[article]]), [article])
        scores = Trees(views).scores(unseen.matrix)
        proposed = unseen.proposed(scores, threshold_of(views[0], out_of_fold(views)))
        found[article] = evaluate(proposed, unseen.gold)
    return found


def marks_of(gold: Gold, articles: Sequence[Path]) -> dict[Path, str]:
    """Give what the gold list calls each article: the mark whose terms the text holds most."""
    forms: dict[str, list[str]] = {}
    for term in gold.terms:
        for mark in term.articles:
            forms.setdefault(mark, []).append(term.forms[0].lower())
    marks = {}
    for article in articles:
        text = article.read_text(encoding="utf-8").lower()
        marks[article] = max(
            sorted(forms), key=lambda m: sum(form in text for form in forms[m]) / len(forms[m])
        )
    return marks


def marked(gold: Gold, marks: Sequence[str]) -> Gold:
    return Gold(tuple(term for term in gold.terms if set(marks) & set(term.articles)))


def threshold_of(office: Corpus, scores: Matrix) -> float:
    """Give the lowest score of the longest list that keeps the wanted precision."""
    order = np.argsort(-scores, kind="stable")
    counted = [i for i in order if office.grades[i] is not Grade.MARGINAL]
    hits = np.cumsum([office.grades[i] is not None for i in counted])
    precision = hits / np.arange(1, len(hits) + 1)
    last = max(rank for rank, share in enumerate(precision) if share >= PRECISION)
    return float(scores[counted[last]])


def fit_large(domains: Mapping[str, Corpus]) -> dict[str, object]:
    for name, scores in left_out(domains).items():
        corpus = domains[name]
        proposed = corpus.proposed(scores, LARGE_THRESHOLD)
        say(f"{name} left out, with names: {figures(evaluate(proposed, corpus.gold), corpus.gold)}")
        rest = corpus.gold.without_named_entities()
        say(f"{name} left out, without names: {figures(evaluate(proposed, rest), rest)}")
    names, second = second_pass(domains)
    return {
        "origin": "ACTER 1.5, English, domains " + ", ".join(domains),
        "tokens": LARGE_TOKENS,
        "threshold": LARGE_THRESHOLD,
        "first": fit_first(domains).regression(next(iter(domains.values())).names),
        "second": fit_second(domains, second).regression(names),
    }


def left_out(domains: Mapping[str, Corpus]) -> dict[str, Matrix]:
    """Give for each domain the scores by models that saw nothing of it in either pass."""
    scores = {}
    for name, corpus in domains.items():
        others = without(domains, name)
        _, own = corpus.supported(fit_first(others).scores(corpus.matrix))
        scores[name] = fit_second(others, second_pass(others)[1]).scores(own)
    return scores


def second_pass(domains: Mapping[str, Corpus]) -> tuple[list[str], dict[str, Matrix]]:
    """Give names and figures of the second pass, each domain scored by models of the others."""
    second: dict[str, Matrix] = {}
    names: list[str] = []
    for name, corpus in domains.items():
        first = fit_first(without(domains, name)).scores(corpus.matrix)
        names, second[name] = corpus.supported(first)
    return names, second


def without(domains: Mapping[str, Corpus], left_out: str) -> dict[str, Corpus]:
    return {name: corpus for name, corpus in domains.items() if name != left_out}


def fit_first(domains: Mapping[str, Corpus]) -> Standard:
    return fit_second(domains, {name: corpus.matrix for name, corpus in domains.items()})


def fit_second(domains: Mapping[str, Corpus], matrices: Mapping[str, Matrix]) -> Standard:
    matrix = np.vstack([matrices[name] for name in domains])
    wanted = np.concatenate([corpus.wanted for corpus in domains.values()])
    return Standard(matrix, wanted, np.ones(len(wanted)), LARGE_PENALTY)


def figures(found: Evaluation, gold: Gold) -> str:
    if gold.is_exact:
        shares = {"P": found.precision, "R": found.recall, "F1": found.f1}
    else:
        shares = {
            "recall core": found.recall_core,
            "core + useful": found.recall,
            **{f"precision at {rank}": share for rank, share in found.precision_at.items()},
            "whole list": found.precision,
        }
    shares["average precision"] = found.average_precision
    return f"{found.proposed} proposed, " + ", ".join(f"{n} {s:.3f}" for n, s in shares.items())


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
