"""What an article's PO says when it is prepared, and when it is prepared again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog import CatalogFile
from glossary.catalog.bitext import BitextFile
from glossary.errors import NotFoundError, RequestError
from glossary.lookup import Annotator
from glossary.memory import Memory
from glossary.model import Entry, Segment
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.hints import Hints
from glossary.project.preparing import Aids, Preparation, prepare, with_memory
from glossary.project.recall import difference

ARTICLE = """\
Voluntary social insurance grew
28/02/2018 04:27 PM

Voluntary social insurance grew by 39.05% under Decision 813/QD-BHXH. It will grow.
***
Dao Viet Anh spoke.
"""

GLOSSARY = """\
msgid ""
msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

# status: approved 2026-11-20 NVA
msgid "social insurance"
msgstr "bảo hiểm xã hội"

# forbidden: bảo hiểm xã hội tình nguyện
msgid "voluntary social insurance"
msgstr "bảo hiểm xã hội tự nguyện"

msgid "decision"
msgstr ""
"""


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = create(tmp_path / "office", name="Office")
    (project.articles_folder / "2018-02-28.txt").write_text(ARTICLE)
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(GLOSSARY)
    (project.locales / "vi" / "names.txt").write_text("Dao Viet Anh = Đào Việt Ánh\n")
    return project


def run(project: Project, aids: Aids | None = None) -> Preparation:
    [done] = prepare(project, project.articles(), "vi", aids=aids)
    return done


def entry(project: Project, start: str) -> str:
    """The lines of the entry whose msgid begins so."""
    blocks = run(project).path.read_text().split("\n\n")
    return next(block for block in blocks if f'msgid "{start}' in block.replace('""\n"', '"'))


def test_a_prepared_sentence_has_its_terms_and_renderings(office: Project) -> None:
    assert entry(office, "Voluntary social insurance grew by") == (
        "#. paragraph · 1 of 2\n"
        "#. TERM voluntary social insurance = bảo hiểm xã hội tự nguyện [draft]; "
        "forbidden: bảo hiểm xã hội tình nguyện\n"
        "#. NUMBER 39.05% = 39,05%\n"
        "#. REFERENCE 813/QD-BHXH = 813/QĐ-BHXH\n"
        "#: 2018-02-28.txt:4:1\n"
        'msgid "Voluntary social insurance grew by 39.05% under Decision 813/QD-BHXH."\n'
        'msgstr ""'
    )
    assert "#. NAME Dao Viet Anh = Đào Việt Ánh\n" in entry(office, "Dao Viet Anh")


def test_what_needs_no_translator_is_filled(office: Project) -> None:
    done = run(office)
    filled = [one for one in BitextFile(done.path).read().segments if one.target]
    assert [(one.target, one.needs_review) for one in filled] == [
        ("28/02/2018 16:27", False),
        ("***", False),
    ]
    assert (done.total, done.filled, done.offered, done.open_count) == (6, 2, 0, 4)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("39.05%", "39,05%"),
        ("14,000 – 15,000", "14.000 – 15.000"),
        ("— * —", "— * —"),
        ("May 23, 2020", "ngày 23/5/2020"),
        ("14,000 people", ""),
        ("Article 5", ""),
    ],
)
def test_a_text_of_figures_is_rendered_as_a_whole(text: str, whole: str) -> None:
    assert Hints("en", "vi").whole(text) == whole


def test_figures_stay_open_where_nothing_is_known_of_the_language() -> None:
    assert Hints("en", "fr").whole("14,000.5") == ""
    assert Hints("en", "fr").lines("14,000 on May 23, 2020") == ()


def test_at_most_eight_terms_the_longest_first(office: Project) -> None:
    words = [f"{'x' * number}ing term" for number in range(2, 12)]
    with office.catalog("vi").editing() as catalog:
        for word in words:
            catalog.put(Entry(word, target=f"thuật ngữ {word}"))
    lines = Hints.of(office, "vi").lines(" and ".join(words))
    assert [line.split(" = ")[0] for line in lines] == [
        f"TERM {word}" for word in reversed(words[2:])
    ]


def test_a_term_in_doubt_is_named_so() -> None:
    annotator = Annotator.of_sources(
        [
            Entry("pension", target="lương hưu", needs_review=True),
            Entry("premium", forbidden=("tiền thưởng",)),
            Entry("open term"),
        ]
    )
    assert Hints("en", "vi", annotator).lines("pension, premium and open term") == (
        "TERM pension = lương hưu [needs review]",
        "TERM premium = ? [untranslated]; forbidden: tiền thưởng",
    )


def test_preparing_again_changes_no_byte(office: Project) -> None:
    first = run(office)
    assert first.is_change
    again = run(office)
    assert not again.is_change
    assert again.report.unchanged == 6


def test_new_hints_of_the_glossary_leave_the_work_alone(office: Project) -> None:
    path = run(office).path
    with BitextFile(path).editing() as bitext:
        segment = bitext.segments[3]
        bitext.put(replace(segment, target="Sẽ tăng.", notes=("hỏi lại",), approval="2026-11-20 A"))
    with office.catalog("vi").editing() as catalog:
        catalog.put(Entry("grow", target="tăng"))
    run(office)
    segment = BitextFile(path).read().segments[3]
    assert segment.comments == ("paragraph · 2 of 2", "TERM grow = tăng [draft]")
    assert (segment.target, segment.notes, segment.approval) == (
        "Sẽ tăng.",
        ("hỏi lại",),
        "2026-11-20 A",
    )


def unit(source: str, target: str) -> Segment:
    return Segment(source, target, origin="2017-01-01.txt")


def recalling(project: Project, *units: Segment, threshold: int = 75) -> Preparation:
    with Memory.open(project.memory_path) as memory:
        memory.add(units)
        return run(project, with_memory(project, "vi", memory, threshold=threshold))


def test_an_exact_match_is_filled_and_needs_no_look(office: Project) -> None:
    done = recalling(office, unit("It will grow.", "Sẽ còn tăng."))
    segment = BitextFile(done.path).read().get("It will grow.")
    assert segment
    assert (segment.target, segment.needs_review) == ("Sẽ còn tăng.", False)
    assert segment.comments == ("paragraph · 2 of 2", "MEMORY 100 % [2017-01-01.txt]")
    assert len(done.used) == 1


def test_the_same_neighbours_make_101(office: Project) -> None:
    whole = "Voluntary social insurance grew by 39.05% under Decision 813/QD-BHXH."
    same = replace(unit("It will grow.", "Sẽ còn tăng."), previous=whole, following="***")
    done = recalling(office, same)
    segment = BitextFile(done.path).read().get("It will grow.")
    assert segment
    assert segment.comments[1] == "MEMORY 101 % [2017-01-01.txt]"


def test_a_fuzzy_match_is_filled_marked_and_explained(office: Project) -> None:
    former = "Voluntary social insurance did grow"
    done = recalling(office, unit(former, "BHXH tự nguyện đã tăng"))
    bitext = BitextFile(done.path).read()
    segment = bitext.segments[0]
    assert (segment.target, segment.needs_review) == ("BHXH tự nguyện đã tăng", True)
    assert bitext.former(segment.source) == former
    assert segment.comments[-1] == (
        "MEMORY 85 % [2017-01-01.txt] Voluntary social insurance [-did grow-] {+grew+}"
    )
    assert done.offered == 1


def test_other_figures_are_adapted(office: Project) -> None:
    former = "Voluntary social insurance grew by 12.5% under Decision 813/QD-BHXH."
    done = recalling(
        office, unit(former, "Theo Quyết định 813/QĐ-BHXH, BHXH tự nguyện tăng 12,5%.")
    )
    segment = BitextFile(done.path).read().segments[2]
    assert segment.target == "Theo Quyết định 813/QĐ-BHXH, BHXH tự nguyện tăng 39,05%."
    assert segment.needs_review
    assert segment.comments[-1].endswith("(adapted: 12,5% → 39,05%)")


def test_below_the_threshold_a_match_is_only_named(office: Project) -> None:
    former = "Voluntary social insurance did grow"
    done = recalling(office, unit(former, "BHXH tự nguyện đã tăng"), threshold=90)
    segment = BitextFile(done.path).read().segments[0]
    assert segment.target == ""
    assert segment.comments[-1] == (
        f"MEMORY 85 % “{former}” = “BHXH tự nguyện đã tăng” [2017-01-01.txt]"
    )


def test_what_the_memory_said_stays_and_the_memory_overwrites_nothing(office: Project) -> None:
    first = recalling(office, unit("It will grow.", "Sẽ còn tăng."))
    again = recalling(office, unit("It will grow.", "Khác."), threshold=50)
    assert again.after == first.after


def test_a_dry_run_writes_nothing(office: Project) -> None:
    [done] = prepare(office, office.articles(), "vi", write=False)
    assert done.is_change
    assert not done.path.exists()


def test_one_unreadable_article_and_none_is_written(office: Project) -> None:
    (office.articles_folder / "2019-01-01.txt").write_bytes(b"\xff")
    with pytest.raises(Exception, match="not valid UTF-8"):
        prepare(office, office.articles(), "vi")
    assert not office.bitexts()


def test_a_file_of_something_else_is_not_overwritten(office: Project) -> None:
    path = office.bitext_path("2018-02-28.txt", "vi")
    path.parent.mkdir(parents=True)
    path.write_text(GLOSSARY)
    with pytest.raises(RequestError, match=r"is no translation of 2018-02-28\.txt"):
        run(office)
    assert path.read_text() == GLOSSARY


def test_a_language_without_a_glossary_is_prepared_without_hints(office: Project) -> None:
    [done] = prepare(office, office.articles(), "fr")
    catalog = CatalogFile(done.path).read()
    assert catalog.header("Plural-Forms").startswith("nplurals=")
    assert "TERM" not in done.after.decode()


def test_an_unknown_language_is_refused(office: Project) -> None:
    with pytest.raises(NotFoundError):
        prepare(office, office.articles(), "xx")


@pytest.mark.parametrize(
    ("former", "present", "shown"),
    [
        ("It grew much.", "It grew.", "It [-grew much.-] {+grew.+}"),
        (
            "one two three four five six seven old",
            "one two three four five six seven new",
            "… five six seven [-old-] {+new+}",
        ),
        ("", "It grew.", "{+It grew.+}"),
    ],
)
def test_the_difference_is_told_by_words(former: str, present: str, shown: str) -> None:
    assert difference(former, present) == shown


def test_the_memory_is_asked_for_open_segments_only(office: Project) -> None:
    asked: list[str] = []

    def recall(wanted: Sequence[Segment]) -> Iterable[Sequence[object]]:
        asked.extend(one.source for one in wanted)
        return [()] * len(wanted)

    run(office, Aids(Hints.of(office, "vi"), recall))  # type: ignore[arg-type]
    assert asked == [
        "Voluntary social insurance grew",
        "Voluntary social insurance grew by 39.05% under Decision 813/QD-BHXH.",
        "It will grow.",
        "Dao Viet Anh spoke.",
    ]
