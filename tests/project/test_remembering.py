"""The memory of a project: how it starts and keeps up, and what it takes from files."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from glossary.catalog.bitext import BitextFile, new_bitext
from glossary.errors import (
    InputError,
    LockedError,
    MalformedError,
    NotFoundError,
    OutputError,
    RequestError,
)
from glossary.formats.registry import find_format
from glossary.languages import language
from glossary.memory import Addition, _connection
from glossary.model import Segment
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.memory_files import (
    Choice,
    Wish,
    format_of_segments,
    remember,
    save_memory,
    write_memory,
    written_down,
)
from glossary.project.remembering import (
    adapter,
    opened,
    pretranslate,
    suggestions,
    target_language,
)

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: vi_VN\\n"

#: app.c:1
msgid "Open file"
msgstr "Mở tệp"

#, fuzzy
msgid "Close file"
msgstr "Mở tệp"

msgid "Save file"
msgstr ""

#~ msgid "Print file"
#~ msgstr "In tệp"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one translated article: two sentences done, one flagged, one open."""
    project = create(tmp_path / "office", name="Office")
    bitext = new_bitext(
        "2020-05-23.txt", language=language("vi"), created=datetime(2026, 11, 22, tzinfo=UTC)
    )
    for line, (source, target, flag) in enumerate(
        [
            ("The fund grew.", "Quỹ tăng.", False),
            ("It grew by 5%.", "Tăng 5%.", False),
            ("It fell.", "Tăng.", True),
            ("It stayed.", "", False),
        ],
        start=1,
    ):
        references = (f"2020-05-23.txt:{line}:1",)
        bitext.put(Segment(source, target, needs_review=flag, references=references))
    path = project.bitext_path("2020-05-23.txt", "vi")
    path.parent.mkdir(parents=True)
    path.write_bytes(bitext.to_bytes())
    return project


def test_a_new_memory_holds_the_articles(project: Project) -> None:
    with opened(project) as opening:
        assert opening.started == Addition(added=2, skipped=1)
        first, second = opening.memory.units()
    assert first.segment.target == "Quỹ tăng."
    assert second.segment.previous == "The fund grew."
    assert second.segment.following == "It fell."
    with opened(project) as opening:
        assert opening.started is None


def test_a_start_that_was_cut_off_is_taken_up_again(project: Project) -> None:
    with opened(project) as opening:
        opening.memory.set_fact("articles", "")
        opening.memory.forget([1])
    with opened(project) as opening:
        assert opening.started == Addition(added=1, known=1, skipped=1)


def retranslate(project: Project, target: str, *, seconds: int) -> None:
    file = BitextFile(project.bitext_path("2020-05-23.txt", "vi"))
    with file.editing() as bitext:
        bitext.put(replace(bitext.segments[0], target=target))
    os.utime(file.path, (seconds, seconds))


def test_what_was_translated_meanwhile_is_there(project: Project) -> None:
    for seconds, is_read in ((1, False), (2, True)):
        retranslate(project, f"Quỹ tăng {seconds}.", seconds=seconds)
        with opened(project, is_read=is_read) as opening:
            (match,) = opening.memory.lookup("The fund grew.")
            assert match.target == f"Quỹ tăng {seconds}."
            opening.memory.forget([unit.id for unit in opening.memory.units()][1:])
    with opened(project) as opening:
        assert len(list(opening.memory.units())) == 1, "what did not change is not read again"


def test_a_plan_does_not_bring_the_memory_up(project: Project) -> None:
    with opened(project):
        pass
    retranslate(project, "Quỹ lớn.", seconds=1)
    with opened(project, is_planned=True) as opening:
        assert [match.target for match in opening.memory.lookup("The fund grew.")] == ["Quỹ tăng."]


def test_a_look_up_does_not_wait_for_a_writer(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_connection, "PATIENCE", 0.1)
    with opened(project) as writer:
        retranslate(project, "Quỹ lớn.", seconds=1)
        with writer.memory.store.writing():
            with opened(project, is_read=True) as opening:
                assert [one.target for one in opening.memory.lookup("The fund grew.")]
            with pytest.raises(LockedError), opened(project):
                pass


def test_a_plan_leaves_no_file(project: Project) -> None:
    with opened(project, is_planned=True) as opening:
        assert len(list(opening.memory.units())) == 2
    assert not project.memory_path.exists()


def test_an_article_that_cannot_be_read_is_named(project: Project) -> None:
    path = project.bitext_path("2020-05-23.txt", "vi")
    path.write_text('msgid "a\n', encoding="utf-8")
    with pytest.raises(MalformedError) as caught, opened(project):
        pass
    assert caught.value.path == path


def test_a_catalog_of_software(project: Project) -> None:
    with opened(project) as opening:
        file = Path("app.po"), BytesIO(PO.encode())
        assert remember(opening.memory, file, Wish()) == Addition(added=1, skipped=1)
        (match,) = opening.memory.lookup("Open file")
        assert (match.target, match.unit.segment.origin) == ("Mở tệp", "app.po")
        flagged = Path("app.po"), BytesIO(PO.encode())
        wish = Wish(with_flagged=True)
        added = remember(opening.memory, flagged, wish, is_planned=True)
        assert added == Addition(added=1, known=1, skipped=1)
        assert not opening.memory.lookup("Close file", threshold=100)


def test_a_catalog_without_a_language(project: Project) -> None:
    data = PO.replace('"Language: vi_VN\\n"\n', "").encode()
    with opened(project) as opening:
        with pytest.raises(InputError, match="language"):
            remember(opening.memory, (Path("app.po"), BytesIO(data)), Wish())
        added = remember(opening.memory, (Path("app.po"), BytesIO(data)), Wish("vi"))
        assert added.added == 1


@pytest.mark.parametrize("name", ["office.tmx", "office.xlf", "office.xlsx"])
def test_what_is_written_is_read_again(project: Project, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with opened(project) as opening:
        memory = opening.memory
        assert save_memory(memory, path, format_of_segments(name), Choice()) == 2
        units = [unit.segment for unit in memory.units()]
        memory.forget([1, 2])
        added = remember(memory, (path, BytesIO(path.read_bytes())), Wish("vi"))
        assert added.added == 2
        again = [unit.segment for unit in memory.units()]
    assert [(one.source, one.target) for one in again] == [
        (one.source, one.target) for one in units
    ]


def test_only_what_is_chosen_is_written(project: Project) -> None:
    stream = BytesIO()
    with opened(project) as opening:
        opening.memory.add([Segment("law", "loi", target_language="fr")])
        tmx = find_format("tmx")
        assert write_memory(opening.memory, stream, tmx, Choice(language="fr")) == 1
        assert write_memory(opening.memory, stream, tmx, Choice(origin="2020-05-23.txt")) == 2


def test_a_file_that_cannot_be_written(project: Project, tmp_path: Path) -> None:
    with opened(project) as opening, pytest.raises(OutputError) as caught:
        save_memory(opening.memory, tmp_path / "no" / "a.tmx", find_format("tmx"), Choice())
    assert caught.value.hint


@pytest.mark.parametrize("name", ["po", "utx"])
def test_a_format_of_terms_holds_no_memory(project: Project, name: str) -> None:
    with opened(project) as opening, pytest.raises(RequestError, match="sentences"):
        write_memory(opening.memory, BytesIO(), find_format(name), Choice())


def test_the_language_that_is_meant(project: Project) -> None:
    with opened(project) as opening:
        memory = opening.memory
        assert target_language(project, memory, "") == "vi"
        assert target_language(project, memory, "vi_VN") == "vi-VN"
        with pytest.raises(NotFoundError):
            target_language(project, memory, "xx")
        memory.add([Segment("law", "loi", target_language="fr")])
        with pytest.raises(NotFoundError):
            target_language(project, memory, "")


def test_what_somebody_writes_down_is_in_nfc(project: Project) -> None:
    segment = written_down(project, " law ", "lua\u0323\u0302t", language="vi_VN", by="NVA")
    assert (segment.source, segment.author, segment.target_language) == ("law", "NVA", "vi-VN")
    assert segment.target == "luật"
    assert segment.changed
    assert segment.changed.microsecond == 0


def test_several_processes_give_what_one_gives(project: Project) -> None:
    wanted = [Segment(f"It grew by {number}%.") for number in range(450)]
    with opened(project):
        fitting = adapter(project, "vi")
        one = list(pretranslate(project, wanted, adapter=fitting, jobs=1))
        two = list(pretranslate(project, wanted, adapter=fitting, jobs=2))
    assert one == two
    assert [match.target for (match,) in one[:2]] == ["Tăng 0%.", "Tăng 1%."]


def test_a_term_without_a_catalog_has_suggestions(project: Project) -> None:
    with opened(project) as opening:
        opening.memory.add(Segment(f"The fund {n}.", f"Quỹ {n}.") for n in "abc")
        opening.memory.add(Segment(f"A law {n}.", f"Luật {n}.") for n in "abcdefghijkl")
        (best,) = suggestions(project, opening.memory, "Funds", language="vi")
    assert (best.phrase, best.term_count) == ("quỹ", 4)


def test_the_article_is_still_as_it_was(project: Project) -> None:
    path = project.bitext_path("2020-05-23.txt", "vi")
    before = path.read_bytes()
    with opened(project):
        assert BitextFile(path).read().article == "2020-05-23.txt"
    assert path.read_bytes() == before


def test_a_memory_that_may_not_be_written_can_be_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(project) as opening:
        units = list(opening.memory.units())
    before = project.memory_path.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with opened(project, is_read=True) as opening:
        assert opening.memory.path != project.memory_path
        assert list(opening.memory.units()) == units
        opening.memory.forget(unit.id for unit in units)
        copy = opening.memory.path
    assert project.memory_path.read_bytes() == before
    assert not copy.exists()
    with opened(project) as opening:
        assert opening.memory.path == project.memory_path
