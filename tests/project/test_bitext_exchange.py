"""Sentences of translated articles on their way out and back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from glossary.catalog.bitext import BitextFile
from glossary.catalog.three_way import Side
from glossary.errors import NotFoundError
from glossary.formats.contract import Profile, Reading
from glossary.formats.registry import find_format
from glossary.model import Segment
from glossary.project import Project
from glossary.project.bitext_exchange import (
    SegmentImport,
    SegmentWish,
    export_segments,
    import_segments,
)
from glossary.project.bitext_return import merge_segments
from glossary.project.creation import create
from glossary.project.editing import Writing
from glossary.project.exchange import Selection
from glossary.project.preparing import prepare

FIRST = "The fund grew\n\nIt grew fast. Mr. A spoke.\nSource: VSS\n"
SECOND = "A second text\n\nIt ended. It grew fast.\n"
TRANSLATED = {
    "It grew fast.": ("Quỹ tăng nhanh.", ""),
    "Mr. A spoke.": ("Ông A phát biểu.", "2026-11-20 NVA"),
}


@pytest.fixture
def office(tmp_path: Path) -> Project:
    """Two articles; of the first two sentences are translated, one of them approved."""
    project = create(tmp_path / "office", name="Office")
    (project.articles_folder / "2020-05-23.txt").write_text(FIRST)
    (project.articles_folder / "2024-07-17.txt").write_text(SECOND)
    prepare(project, project.articles(), "vi")
    put(project, "2020-05-23.txt", TRANSLATED)
    return project


def put(project: Project, article: str, targets: dict[str, tuple[str, str]]) -> None:
    with BitextFile(project.bitext_path(article, "vi")).editing() as bitext:
        for source, (target, approval) in targets.items():
            segment = bitext.get(source)
            assert segment
            bitext.put(replace(segment, target=target, approval=approval))


def segment_of(project: Project, source: str, article: str = "2020-05-23.txt") -> Segment:
    found = BitextFile(project.bitext_path(article, "vi")).read().get(source)
    assert found
    return found


def merge(project: Project, *segments: Segment, **wishes: object) -> SegmentImport:
    return merge_segments(project, segments, "vi", **wishes)  # type: ignore[arg-type]


def counts(done: SegmentImport) -> list[tuple[int, int, int]]:
    """Changed, conflicting, unchanged, for each article."""
    reports = [one.report for one in done.files]
    return [(len(one.changed), len(one.conflicts), one.unchanged) for one in reports]


@pytest.mark.parametrize(
    ("articles", "selection", "expected"),
    [
        ((), Selection(), 7),
        (("2024-07-17",), Selection(), 3),
        (("2020-05-23.txt",), Selection(statuses=("approved",)), 1),
        ((), Selection(statuses=("untranslated",)), 5),
    ],
)
def test_the_sentences_asked_for_are_written(
    office: Project, articles: tuple[str, ...], selection: Selection, expected: int
) -> None:
    stream = BytesIO()
    done = export_segments(
        office, find_format("xliff"), stream, wish=SegmentWish("", articles, selection)
    )
    assert (done.count, done.left_out) == (expected, 0)
    assert stream.getvalue().count(b"<trans-unit") == expected


def test_what_a_format_has_no_place_for_is_counted(office: Project) -> None:
    done = export_segments(office, find_format("tmx"), BytesIO())
    assert (done.count, done.left_out, done.lost) == (2, 5, ())
    done = export_segments(office, find_format("bitext-docx"), BytesIO())
    assert (done.count, done.left_out) == (7, 0)
    assert "references" in done.lost
    assert "author" in done.lost


def test_a_code_of_the_language_and_a_profile(office: Project) -> None:
    stream = BytesIO()
    export_segments(
        office,
        find_format("tmx"),
        stream,
        wish=SegmentWish(selection=Selection(language_code="vi-VN"), profile=Profile.TRADOS),
    )
    text = stream.getvalue().decode()
    assert text.count('xml:lang="vi-VN"') == 2
    assert text.count("ApprovedTranslation") == 1


def test_the_terms_of_a_sentence_go_along(office: Project) -> None:
    path = office.catalog_path("vi")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'msgid ""\nmsgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "fund"\nmsgstr "quỹ"\n\n#, fuzzy\nmsgid "source"\nmsgstr "nguồn"\n'
    )
    stream = BytesIO()
    export_segments(
        office, find_format("xliff2"), stream, wish=SegmentWish(articles=("2020-05-23",))
    )
    text = stream.getvalue().decode()
    assert text.count("<gls:term>fund</gls:term>") == 1
    assert "<gls:translation>quỹ</gls:translation>" in text
    assert "<gls:term>source</gls:term>" not in text


def test_progress_is_told(office: Project) -> None:
    told: list[tuple[int, int]] = []
    export_segments(
        office,
        find_format("tmx"),
        BytesIO(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 7)]


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2", "bitext-xlsx", "bitext-docx"])
def test_what_was_written_changes_nothing_when_it_comes_back(office: Project, name: str) -> None:
    # A document does not say which article a sentence is of: the other one would take it, too.
    put(office, "2024-07-17.txt", {"It grew fast.": ("Quỹ tăng nhanh.", "")})
    form, stream = find_format(name), BytesIO()
    export_segments(office, form, stream)
    stream.seek(0)
    done = import_segments(office, stream, form, reading=Reading(target_language="vi"))
    assert all(one.before == one.after for one in done.files)
    assert done.unknown == ()


def test_an_open_sentence_takes_its_translation_in_every_article(office: Project) -> None:
    put(office, "2020-05-23.txt", {"It grew fast.": ("", "")})
    done = merge(office, Segment("It grew fast.", "Quỹ tăng nhanh.\n"), Segment("Other.", "Khác."))
    assert counts(done) == [(1, 0, 3), (1, 0, 2)]
    assert segment_of(office, "It grew fast.").target == "Quỹ tăng nhanh."
    assert [one.source for one in done.unknown] == ["Other."]
    assert [one.references for one in done.segments] == [
        ("2020-05-23.txt:3:1",),
        ("2024-07-17.txt:3:11",),
    ]


def test_the_article_that_is_named_is_meant(office: Project) -> None:
    merge(office, Segment("It grew fast.", "Tăng nhanh.", origin="source/2024-07-17.txt"))
    assert segment_of(office, "It grew fast.").target == "Quỹ tăng nhanh."
    assert segment_of(office, "It grew fast.", "2024-07-17.txt").target == "Tăng nhanh."


def test_blanks_do_not_hide_a_sentence(office: Project) -> None:
    done = merge(office, Segment(" It  ended.\n", "Hết."))
    assert done.unknown == ()
    assert segment_of(office, "It ended.", "2024-07-17.txt").target == "Hết."


def test_two_different_translations_are_a_conflict(office: Project) -> None:
    done = merge(office, Segment("Mr. A spoke.", "Ngài A nói."))
    assert counts(done) == [(0, 1, 3)]
    ours = segment_of(office, "Mr. A spoke.")
    assert (ours.target, ours.needs_review) == ("Ông A phát biểu.", True)
    assert any("Ngài A nói." in note for note in ours.notes)


def test_a_preference_decides(office: Project) -> None:
    merge(office, Segment("Mr. A spoke.", "Ngài A nói."), prefer=Side.THEIRS)
    assert segment_of(office, "Mr. A spoke.").target == "Ngài A nói."


def test_a_plan_writes_nothing(office: Project) -> None:
    done = merge(office, Segment("Mr. A spoke.", "Ngài A nói."), saving=Writing(is_planned=True))
    assert done.files[0].before != done.files[0].after
    assert segment_of(office, "Mr. A spoke.").target == "Ông A phát biểu."


def test_what_one_side_alone_changed_since_it_was_sent_counts(office: Project) -> None:
    sent = [Segment("It grew fast.", "Quỹ tăng nhanh."), Segment("Mr. A spoke.", "Ông A.")]
    returned = [Segment("It grew fast.", "Quỹ tăng rất nhanh."), Segment("Mr. A spoke.", "Ông A.")]
    done = merge(office, *returned, base=sent)
    assert [counts(done)[0]] == [(1, 0, 3)]
    assert segment_of(office, "It grew fast.").target == "Quỹ tăng rất nhanh."
    assert segment_of(office, "Mr. A spoke.").approval == "2026-11-20 NVA"


def test_a_flagged_proposal_that_came_back_unflagged_was_accepted(office: Project) -> None:
    with BitextFile(office.bitext_path("2024-07-17.txt", "vi")).editing() as bitext:
        segment = bitext.get("It ended.")
        assert segment
        bitext.put(replace(segment, target="Hết.", needs_review=True))
    sent = [Segment("It ended.", "Hết.", needs_review=True)]
    merge(office, Segment("It ended.", "Hết."), base=sent)
    assert not segment_of(office, "It ended.", "2024-07-17.txt").needs_review


def test_without_a_translated_article_the_next_step_is_named(tmp_path: Path) -> None:
    project = create(tmp_path / "new", name="New")
    with pytest.raises(NotFoundError, match="no article is translated") as caught:
        export_segments(project, find_format("tmx"), BytesIO(), wish=SegmentWish("vi"))
    assert "glossary prepare" in caught.value.hint
