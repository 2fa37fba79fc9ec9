"""Explanations: why a phrase is a term or none."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from glossary.extraction.columns import Columns
from glossary.extraction.decisions import parse_decisions
from glossary.extraction.explanation import explain
from glossary.extraction.extractor import Extraction
from glossary.extraction.ranking import ranking
from glossary.extraction.tallies import Tally, packed
from glossary.extraction.variants import Candidate


def test_a_kept_term(seeds_extraction: Extraction) -> None:
    found = explain(seeds_extraction, "the Social Insurances")
    assert found.designation == "social insurance"
    assert found.verdict == (
        f"“social insurance” is kept: its score {found.score:.2f} reaches the threshold "
        f"{seeds_extraction.threshold:.2f}."
    )
    assert "Social Insurance" in found.forms
    assert found.frequency == 126
    assert found.rank == 1 + [j.candidate.designation for j in seeds_extraction.judgements].index(
        "social insurance"
    )


def test_weights_are_heaviest_first_and_add_up(seeds_extraction: Extraction) -> None:
    weights = explain(seeds_extraction, "social insurance").weights
    sizes = [abs(weight.contribution) for weight in weights]
    assert sizes == sorted(sizes, reverse=True)
    assert 0.005 <= sizes[-1] < 0.1
    figures = {weight.name: weight.figure for weight in weights}
    assert figures["two_words"] == 1


def test_a_mixed_ranking_explains_by_the_larger_share(seeds_extraction: Extraction) -> None:
    found = [
        Candidate(text, text, (text,), Tally("N", packed(frequency=1)))
        for text in ("old age", "age")
    ]
    columns = Columns.of(found)
    ranks = seeds_extraction.ranking
    figures = {name: np.array([1.0, 2.0]) for name in ranks.large.first.names}
    names = ranks.small.forest.names
    for tokens, expected in ((15_000, names), (25_000, ranks.large.second.names)):
        scores, table = ranking(tokens).rank(columns, figures)
        assert tuple(n for n, _, _ in ranking(tokens).additions(table[:, 0])) == expected
        assert 0 < scores.min() <= scores.max() < 1


def test_a_dropped_candidate(seeds_extraction: Extraction) -> None:
    dropped = next(
        j
        for j in seeds_extraction.judgements
        if not j.objection and j.score < seeds_extraction.threshold
    )
    found = explain(seeds_extraction, dropped.candidate.designation)
    assert "is below the threshold" in found.verdict
    assert found.score < found.threshold


def test_an_objection(seeds_extraction: Extraction) -> None:
    found = explain(seeds_extraction, "acitvities")
    assert "is no term: it “acitvity” looks mistyped" in found.verdict
    assert found.weights == ()


def test_no_candidate_and_what_is_near(seeds_extraction: Extraction) -> None:
    found = explain(seeds_extraction, "socal insurance")
    assert "is no candidate" in found.verdict
    assert found.designation == ""
    assert "social insurance" in found.near


def test_a_decision(extract_texts: Callable[..., Extraction]) -> None:
    decisions = parse_decisions("\ndrop forest fund # why\nrename owner = holder\nkeep levy")
    text = "The forest fund pays the owner. The forest fund grows.\n"
    extraction = extract_texts({"a.txt": text}, decisions=decisions)
    found = explain(extraction, "Forest Funds")
    assert "the editor decided “drop” (line 2" in found.verdict
    assert [decision.reason for decision in found.decisions] == ["why"]
    assert "editor" not in explain(extraction, "owner").verdict  # renaming decides no fate
    assert [d.verb for d in explain(extraction, "levy").decisions] == ["keep"]
