"""Explanations: why a phrase is a term or none."""

from __future__ import annotations

from collections.abc import Callable

from glossary.extraction.decisions import parse_decisions
from glossary.extraction.explanation import explain
from glossary.extraction.extractor import Extraction


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


def test_a_compound_is_judged_by_what_it_is_made_of(seeds_extraction: Extraction) -> None:
    weights = explain(seeds_extraction, "voluntary social insurance policy").weights
    figures = {weight.name: weight.figure for weight in weights}
    first_scores = {name: figures[name] for name in ("part_best", "part_left", "part_right")}
    assert min(first_scores.values()) > 0
    assert max(first_scores.values()) == first_scores["part_best"] > 0.5


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
