"""Fit the coefficients of the ranking and write them to `glossary/extraction/ranking.json`.

    python -m tests.benchmarks.fit_ranking GOLD.tsv ACTER ARTICLE... [--dry-run]

GOLD.tsv is a list of terms with grades (see `glossary evaluate`) and ARTICLE the texts in which
they were marked: the model for a few articles. ACTER is the folder of that corpus' domains, each
with its texts and its list of terms and named entities: the model for large corpora. No text of
either is written, only the weights of the figures.

Needs scikit-learn, which the program itself never imports. Scores for the second pass are made by
models that have not seen the candidate (small: ten folds; large: the other domains), so that it
does not learn to trust what it has seen. Prints what the models reach on what they have not seen.

Source: ACTER 1.5, Rigouts Terryn, Hoste & Lefever (2020), Language Resources and Evaluation 54;
CC BY-NC-SA 4.0.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from glossary.extraction.columns import Columns
from glossary.extraction.corpus import count
from glossary.extraction.evaluation import Evaluation, evaluate
from glossary.extraction.experience import ROLES, Experience, experience
from glossary.extraction.extractor import measured, screen_of
from glossary.extraction.features import Figures
from glossary.extraction.gold import Gold, Grade, read_gold
from glossary.extraction.kinship import kinship
from glossary.extraction.neighbours import small_words
from glossary.extraction.ranking import levelled, related
from glossary.extraction.spelling import forms, spelling
from glossary.extraction.support import support
from glossary.extraction.tallies import Counts
from glossary.extraction.variants import Candidate
from glossary.model import Term
from glossary.text.frequencies import common_words, zipf_frequencies

TARGET = Path(__file__).parents[2] / "glossary" / "extraction" / "ranking.json"
KNOWN = TARGET.with_name("experience.json")
WEIGHTS = {Grade.CORE: 2.0, Grade.USEFUL: 1.0, None: 1.0}
SMALL_PENALTY, LARGE_PENALTY = 0.05, 0.02  # scikit-learn's C: the smaller, the closer to 0 it stays
SMALL_TOKENS, LARGE_TOKENS = 10_000, 40_000
LARGE_THRESHOLD = 0.25  # about half of the F1 that is reached: where the expected F1 is greatest
PRECISION = 0.57  # of the whole list, out of fold: below it an editor drops more than he keeps
FOLDS = 10
GENERAL = 3.0  # Zipf: rarer words are known of one subject only
UNKNOWN_TIMES = 5  # as often a word is taken to have been seen without any surplus
LEAST_SURPLUS = 0.03

Known = dict[str, dict[str, float]]
Matrix = Any  # numpy's arrays carry no types for what is done with them here


@dataclass(frozen=True, slots=True)
class Corpus:
    """The candidates of a corpus, their figures, and what is wanted of them."""

    found: list[Candidate]
    names: list[str]
    matrix: Matrix
    grades: list[Grade | None]
    gold: Gold
    columns: Columns

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
        """Give names and figures of the second pass of the model for few articles."""
        return self.with_figures(support(self.columns.keys, scores))

    def levelled(self, scores: Matrix, known: Experience) -> tuple[list[str], Matrix]:
        """Give names and figures of the second pass of the model for large corpora."""
        level = levelled(scores)
        kin = kinship(self.columns.keys, self.columns.beside, level)
        return self.with_figures(
            {**support(self.columns.keys, level), **kin, **experience(self.columns.keys, known)}
        )

    def with_figures(self, added: Figures) -> tuple[list[str], Matrix]:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("acter", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    arguments = parser.parse_args()
    gold = read_gold(arguments.gold)
    office = read_office(gold, arguments.articles)
    for article, found in article_left_out(gold, arguments.articles).items():
        say(f"{article.name} left out: {figures(found, gold)}")
    domains = {folder.name: read_domain(folder) for folder in sorted(arguments.acter.iterdir())}
    large, known = fit_large(domains)
    models = {"small": fit_small(office), "large": large}
    if not arguments.dry_run:
        TARGET.write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")
        KNOWN.write_text(lines_of(known), encoding="utf-8")


def lines_of(known: Known) -> str:
    """Give the words as JSON, a line for each role."""
    rows = [f"{json.dumps(role)}: {json.dumps(words)}" for role, words in known.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def read_office(gold: Gold, articles: Sequence[Path]) -> Corpus:
    columns, names, matrix = figures_of(articles, is_large=False)
    found = list(columns.candidates)
    keys = [(term.keys, term.grade) for term in gold.terms]
    grades = [best([grade for known, grade in keys if c.key in known]) for c in found]
    return Corpus(found, names, matrix, grades, gold, columns)


def best(grades: Sequence[Grade]) -> Grade | None:
    return min(grades, key=list(Grade).index) if grades else None


def read_domain(folder: Path) -> Corpus:
    """Read a domain of ACTER; a candidate is a term if half of its forms are in the list."""
    gold = read_gold(folder / f"{folder.name}_en_terms_nes.tsv")
    columns, names, matrix = figures_of(sorted((folder / "texts").glob("*.txt")), is_large=True)
    found = list(columns.candidates)
    listed = {term.forms[0].lower() for term in gold.terms}
    forms = [{form.lower() for form in candidate.forms} for candidate in found]
    grades = [Grade.USEFUL if 2 * len(each & listed) >= len(each) else None for each in forms]
    return Corpus(found, names, matrix, grades, gold, columns)


def figures_of(articles: Sequence[Path], *, is_large: bool) -> tuple[Columns, list[str], Matrix]:
    counts = count(articles, with_names=is_large)
    found, figures, _ = measured(counts, screen_of(counts, with_names=is_large, is_large=is_large))
    if not is_large:
        more = of_large_corpora(found, counts)
        figures = {name: column for name, column in figures.items() if name not in more}
    columns = [related(name, column) for name, column in figures.items()]
    return found, list(figures), np.column_stack(columns)


def of_large_corpora(found: Columns, counts: Counts) -> set[str]:
    """Give the names of the figures for which the terms of a few articles are too few."""
    return {
        *small_words(*found.beside),
        *spelling(found.words, counts.words),
        *forms(found, counts),
    }


def fit_small(office: Corpus) -> dict[str, object]:
    names, second, scores = out_of_fold(office)
    threshold = threshold_of(office, scores)
    found = evaluate(office.proposed(scores, threshold), office.gold)
    say(f"few articles, out of fold: {figures(found, office.gold)}")
    wanted, weights = office.wanted, office.weights
    return {
        "origin": f"{len(office.gold.terms)} terms marked by hand in three articles of the office",
        "tokens": SMALL_TOKENS,
        "threshold": round(threshold, 3),
        "first": Standard(office.matrix, wanted, weights, SMALL_PENALTY).regression(office.names),
        "second": Standard(second, wanted, weights, SMALL_PENALTY).regression(names),
    }


def out_of_fold(office: Corpus) -> tuple[list[str], Matrix, Matrix]:
    """Give names and figures of the second pass, and its scores by models of the other folds."""
    names, second = office.supported(scores_of_folds(office, office.matrix, seed=0))
    return names, second, scores_of_folds(office, second, seed=1)


def article_left_out(gold: Gold, articles: Sequence[Path]) -> dict[Path, Evaluation]:
    """Score each article by models and a cut-off that come from the other articles."""
    marks = marks_of(gold, articles)
    found = {}
    for article in articles:
        others = [other for other in articles if other != article]
        known = read_office(marked(gold, [marks[other] for other in others]), others)
        unseen = read_office(marked(gold, [marks[article]]), [article])
        _, second, scores = out_of_fold(known)
        first = Standard(known.matrix, known.wanted, known.weights, SMALL_PENALTY)
        model = Standard(second, known.wanted, known.weights, SMALL_PENALTY)
        _, own = unseen.supported(first.scores(unseen.matrix))
        proposed = unseen.proposed(model.scores(own), threshold_of(known, scores))
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


def scores_of_folds(office: Corpus, matrix: Matrix, *, seed: int) -> Matrix:
    wanted, weights = office.wanted, office.weights
    scores = np.zeros(len(matrix))
    for known, unseen in KFold(FOLDS, shuffle=True, random_state=seed).split(matrix):
        model = Standard(matrix[known], wanted[known], weights[known], SMALL_PENALTY)
        scores[unseen] = model.scores(matrix[unseen])
    return scores


def threshold_of(office: Corpus, scores: Matrix) -> float:
    """Give the lowest score of the longest list that keeps the wanted precision."""
    order = np.argsort(-scores, kind="stable")
    counted = [i for i in order if office.grades[i] is not Grade.MARGINAL]
    hits = np.cumsum([office.grades[i] is not None for i in counted])
    precision = hits / np.arange(1, len(hits) + 1)
    last = max(rank for rank, share in enumerate(precision) if share >= PRECISION)
    return float(scores[counted[last]])


def fit_large(domains: Mapping[str, Corpus]) -> tuple[dict[str, object], Known]:
    for name, scores in left_out(domains).items():
        corpus = domains[name]
        proposed = corpus.proposed(scores, LARGE_THRESHOLD)
        say(f"{name} left out, with names: {figures(evaluate(proposed, corpus.gold), corpus.gold)}")
        rest = corpus.gold.without_named_entities()
        say(f"{name} left out, without names: {figures(evaluate(proposed, rest), rest)}")
    firsts = first_scores(domains)
    names, second = second_pass(domains, firsts)
    model: dict[str, object] = {
        "origin": "ACTER 1.5, English, domains " + ", ".join(domains),
        "tokens": LARGE_TOKENS,
        "threshold": LARGE_THRESHOLD,
        "first": fit_first(domains).regression(next(iter(domains.values())).names),
        "second": fit_second(domains, second).regression(names),
    }
    return model, learnt(domains, firsts)


def left_out(domains: Mapping[str, Corpus]) -> dict[str, Matrix]:
    """Give for each domain the scores by models that saw nothing of it in either pass."""
    scores = {}
    for name, corpus in domains.items():
        others = without(domains, name)
        firsts = first_scores(others)
        first = fit_first(others).scores(corpus.matrix)
        _, own = corpus.levelled(first, learnt(others, firsts))
        scores[name] = fit_second(others, second_pass(others, firsts)[1]).scores(own)
    return scores


def first_scores(domains: Mapping[str, Corpus]) -> dict[str, Matrix]:
    """Give the first scores of each domain by models of the others."""
    return {
        name: fit_first(without(domains, name)).scores(corpus.matrix)
        for name, corpus in domains.items()
    }


def second_pass(
    domains: Mapping[str, Corpus], firsts: Mapping[str, Matrix]
) -> tuple[list[str], dict[str, Matrix]]:
    """Give names and figures of the second pass, each domain seen with what the others know."""
    second: dict[str, Matrix] = {}
    names: list[str] = []
    for name, corpus in domains.items():
        known = learnt(without(domains, name), firsts)
        names, second[name] = corpus.levelled(firsts[name], known)
    return names, second


def learnt(domains: Mapping[str, Corpus], firsts: Mapping[str, Matrix]) -> Known:
    """Give by how much general words make terms more often than the first scores say."""
    known: Known = {}
    for role in ROLES:
        surplus: dict[str, float] = defaultdict(float)
        times: Counter[str] = Counter()
        for name, corpus in domains.items():
            for word, rest in words_of(corpus, corpus.wanted - firsts[name], role):
                surplus[word] += rest
                times[word] += 1
        values = {w: round(float(surplus[w]) / (times[w] + UNKNOWN_TIMES), 2) for w in times}
        known[role] = {w: v for w, v in sorted(values.items()) if abs(v) >= LEAST_SURPLUS}
    return known


def words_of(corpus: Corpus, rest: Matrix, role: str) -> Iterator[tuple[str, float]]:
    zipf, is_common = zipf_frequencies(), common_words()
    for candidate, value in zip(corpus.found, rest, strict=True):
        words = candidate.key.split()
        if (role == "alone") == (len(words) == 1):
            word = words[-1 if role == "last" else 0]
            if zipf(word) >= GENERAL and is_common(word) and len(word) > 2:
                yield word, value


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
