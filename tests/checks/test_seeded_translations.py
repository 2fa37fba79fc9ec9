"""Faults put into the translated articles are found, and nothing is found without them.

A kind of fault is put into several sentences, one at a time; it counts as found when a check that
is meant for it names the sentence.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog.bitext import BitextFile
from glossary.checks import Collection, Issue, Knowledge, Lines, Setting, inspect, pairs_of
from glossary.languages import language
from glossary.model import Acceptability, Segment
from glossary.project import Project
from glossary.project.checking import check_files
from glossary.project.knowing import knowledge_of

ROOT = Path(__file__).parent.parent.parent
PROJECT = Project.open(ROOT)
PLACES = 6
"""Sentences that each kind of fault is put into, spread over the articles."""

_SPEC = importlib.util.spec_from_file_location("faults", Path(__file__).parent / "_faults.py")
assert _SPEC
assert _SPEC.loader
faults = importlib.util.module_from_spec(_SPEC)
sys.modules["faults"] = faults
_SPEC.loader.exec_module(faults)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(PROJECT, "vi")


@pytest.fixture(scope="module")
def segments() -> list[Segment]:
    found = [one for path in PROJECT.bitexts("vi") for one in BitextFile(path).read().segments]
    return [segment for segment in found if segment.target]


def issues_of(segment: Segment, knowledge: Knowledge) -> tuple[Issue, ...]:
    collection = Collection(
        entries=(),
        lines=(Lines(1, ""),),
        source_keys=(),
        header=None,
        setting=Setting(language("vi"), knowledge=knowledge),
        segments=(segment,),
    )
    return inspect(collection).issues


def beside(knowledge: Knowledge, before: str, after: str) -> Knowledge:
    """What the project knows once the faulty text stands in place of the right one."""
    pairs = Counter(knowledge.pairs)
    pairs.subtract(pairs_of(before))
    pairs.update(pairs_of(after))
    return replace(knowledge, pairs=+pairs, translations={})


def spread(seeded: list[tuple[Segment, str]]) -> list[tuple[Segment, str]]:
    step = max(1, len(seeded) // PLACES)
    return seeded[::step][:PLACES]


def changed(kind: faults.Kind, segments: list[Segment]) -> list[tuple[Segment, str]]:
    """Every sentence that has a place for a fault, with the faulty target."""
    return [(one, after) for one in segments if (after := kind.change(one)) is not None]


def forbidden_terms(segments: list[Segment], knowledge: Knowledge) -> Iterator[tuple[Segment, str]]:
    """A term by the equivalent that its entry forbids."""
    assert knowledge.terms
    for segment in segments:
        for one in knowledge.terms.annotate(segment.source):
            entry = one.entry
            usable = [t for t, s in entry.equivalents if s is not Acceptability.FORBIDDEN]
            there = next((text for text in usable if text in segment.target), "")
            if entry.forbidden and there and entry.forbidden[0] not in segment.target:
                yield segment, segment.target.replace(there, entry.forbidden[0])
                break


def test_the_articles_have_no_finding() -> None:
    reports = check_files(PROJECT, PROJECT.bitexts("vi"))
    found = [
        f"{issue.path}:{issue.line} {issue.code} {issue.message}"
        for report in reports
        for issue in report.report.issues
    ]
    assert found == []
    assert len(reports) == 5


def test_seeded_faults_are_found(segments: list[Segment], knowledge: Knowledge) -> None:
    missed: list[tuple[str, str]] = []
    number, names = 0, Counter[str]()
    seeds = [
        (kind.name, kind.codes, segment, after)
        for kind in faults.kinds(dict(knowledge.names))
        for segment, after in spread(changed(kind, segments))
    ]
    seeds += [
        ("forbidden term", frozenset({"T012"}), segment, after)
        for segment, after in spread(list(forbidden_terms(segments, knowledge)))
    ]
    for name, codes, segment, after in seeds:
        fresh = beside(knowledge, segment.target, after)
        found = {issue.code for issue in issues_of(replace(segment, target=after), fresh)}
        names[name] += 1
        number += 1
        if not found & codes:
            missed.append((name, after))
    assert number >= 100
    assert len(names) >= 50
    assert len(missed) <= number * 0.05, "\n".join(f"{name}: {text}" for name, text in missed)


def test_a_sentence_translated_otherwise_elsewhere(
    segments: list[Segment], knowledge: Knowledge
) -> None:
    repeated = [one for one in segments if sum(knowledge.translations[one.source].values()) > 1]
    assert repeated
    other = replace(repeated[0], target="Một bản dịch khác")
    assert "C007" in {issue.code for issue in issues_of(other, knowledge)}
