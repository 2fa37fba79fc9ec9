"""Preparing again: every piece of a translator's work is still there, at its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog.bitext import Bitext, new_bitext
from glossary.catalog.bitext_merging import BitextReport, apply_plan, plan_merge
from glossary.languages import language
from glossary.text.articles import parse_article
from glossary.text.segments import segments

OLD = """\
The ceremony
Over 276,000 people joined voluntary social insurance in 2019. It grew.
Posts are everywhere.
"""


def merge(bitext: Bitext, article: str) -> BitextReport:
    return apply_plan(bitext, plan_merge(bitext, segments(parse_article(article, "a.txt"))))


def translated(article: str = OLD) -> Bitext:
    """A bitext in which every sentence has a target: its own text in brackets."""
    bitext = new_bitext(
        "a.txt", language=language("vi"), created=datetime(2026, 11, 22, tzinfo=UTC)
    )
    merge(bitext, article)
    for segment in bitext.segments:
        bitext.put(replace(segment, target=f"<{segment.source}>"))
    return Bitext.from_bytes(bitext.to_bytes())


def targets(bitext: Bitext) -> list[str]:
    return [segment.target for segment in bitext.segments]


def test_the_same_article_changes_no_byte() -> None:
    bitext = translated()
    assert merge(bitext, OLD) == BitextReport(unchanged=4)
    assert not bitext.changed


def test_a_moved_sentence_keeps_its_translation() -> None:
    bitext = translated()
    moved = "Posts are everywhere.\n\n" + OLD.replace("Posts are everywhere.\n", "")
    assert merge(bitext, moved) == BitextReport(unchanged=4)
    assert targets(bitext) == [
        "<Posts are everywhere.>",
        "<The ceremony>",
        "<Over 276,000 people joined voluntary social insurance in 2019.>",
        "<It grew.>",
    ]
    assert bitext.segments[0].references == ("a.txt:1:1",)


def test_a_changed_sentence_is_marked_and_shows_the_former_one() -> None:
    bitext = translated()
    before = "Over 276,000 people joined voluntary social insurance in 2019."
    after = before.replace("276,000", "276,800")
    report = merge(bitext, OLD.replace(before, after))
    assert report == BitextReport(changed=((before, after),), unchanged=3)
    segment = bitext.segments[1]
    assert (segment.source, segment.target, segment.needs_review) == (after, f"<{before}>", True)
    assert bitext.former(after) == before
    assert f'#, fuzzy\n#| msgid "{before}"\n' in bitext.to_bytes().decode()


def test_a_second_change_still_shows_the_sentence_that_was_translated() -> None:
    bitext = translated()
    merge(bitext, OLD.replace("276,000", "276,800"))
    merge(bitext, OLD.replace("276,000", "276,900"))
    [source] = [one.source for one in bitext.segments if one.needs_review]
    assert "276,900" in source
    assert "276,000" in bitext.former(source)


def test_a_change_that_is_taken_back_leaves_only_the_mark() -> None:
    bitext = translated()
    merge(bitext, OLD.replace("276,000", "276,800"))
    merge(bitext, OLD)
    [segment] = [one for one in bitext.segments if one.needs_review]
    assert segment.target == f"<{segment.source}>"
    assert bitext.former(segment.source) == ""


def test_who_approved_the_former_sentence_becomes_a_note() -> None:
    bitext = translated()
    first = bitext.segments[0]
    bitext.put(replace(first, approval="2026-11-20 NVA", notes=("say lễ ra quân",)))
    merge(bitext, OLD.replace("The ceremony", "The ceremonies"))
    segment = bitext.segments[0]
    assert (segment.approval, segment.needs_review) == ("", True)
    assert segment.notes == ("say lễ ra quân", "the former sentence was approved 2026-11-20 NVA")


def test_a_vanished_sentence_becomes_obsolete_and_comes_back() -> None:
    bitext = translated()
    shorter = OLD.replace("Posts are everywhere.\n", "")
    assert merge(bitext, shorter) == BitextReport(obsoleted=("Posts are everywhere.",), unchanged=3)
    assert '#~ msgid "Posts are everywhere."' in bitext.to_bytes().decode()
    again = Bitext.from_bytes(bitext.to_bytes())
    assert merge(again, OLD) == BitextReport(revived=("Posts are everywhere.",), unchanged=3)
    assert targets(again) == targets(translated())


def test_a_vanished_sentence_without_work_goes() -> None:
    bitext = new_bitext(
        "a.txt", language=language("vi"), created=datetime(2026, 11, 22, tzinfo=UTC)
    )
    merge(bitext, OLD)
    assert merge(bitext, "The ceremony\n").removed == tuple(
        one.source for one in segments(parse_article(OLD, "a.txt"))[1:]
    )
    assert not bitext.obsolete


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Illness strikes when you least expect it.", id="nothing in common"),
        pytest.param("People are many.", id="a common word"),
    ],
)
def test_another_sentence_inherits_nothing(other: str) -> None:
    bitext = translated()
    report = merge(bitext, OLD.replace("Posts are everywhere.", other))
    assert (report.added, report.obsoleted) == ((other,), ("Posts are everywhere.",))


def test_a_repeated_sentence_that_was_split_stays_so() -> None:
    bitext = translated("VSS\nIt grew.\nVSS\n")
    whole = bitext.get("VSS")
    assert whole
    assert whole.references == ("a.txt:1:1", "a.txt:3:1")
    bitext.put(replace(whole, references=("a.txt:1:1",)))
    bitext.put(replace(whole, sense="signature", target="Theo VSS", references=("a.txt:3:1",)))
    merge(bitext, "VSS\n\nIt grew.\n\nVSS\n")
    found = {one.sense: (one.target, one.references) for one in bitext.segments}
    assert found["signature"] == ("Theo VSS", ("a.txt:5:1",))


SENTENCES = st.sampled_from(
    ["It grew.", "It grew much.", "VSS", "Posts are everywhere.", "Posts are here.", "They came."]
)
ARTICLES = st.lists(st.lists(SENTENCES, max_size=3).map(" ".join), max_size=5).map("\n".join)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(ARTICLES, ARTICLES)
def test_no_work_is_lost_and_merging_twice_is_merging_once(old: str, new: str) -> None:
    bitext = translated(old)
    work = sorted(targets(bitext))
    merge(bitext, new)
    kept = [*bitext.segments, *bitext.obsolete]
    assert sorted(one.target for one in kept if one.target) == work
    wanted = [one.source for one in segments(parse_article(new, "a.txt"))]
    assert [one.source for one in bitext.segments] == wanted
    for one in bitext.segments:
        assert one.needs_review == bool(one.target and one.target != f"<{one.source}>")
    again = Bitext.from_bytes(bitext.to_bytes())
    merge(again, new)
    assert again.to_bytes() == bitext.to_bytes()
