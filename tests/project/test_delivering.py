"""Prepare, translate, deliver: every paragraph once and in order, whatever the text is like."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.catalog.bitext import Bitext, BitextFile
from glossary.errors import RequestError
from glossary.formats import publication_docx, publication_html, publication_text
from glossary.formats.publication import Layout, Publication
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.delivering import Form, Wish, compose, deliver, form_of
from glossary.project.hints import Hints
from glossary.project.preparing import Aids, prepare, prepare_text
from glossary.project.settings import Settings
from glossary.text.articles import parse_article

ARTICLE = """\
Vietnam Social Security promotes voluntary social insurance
28/02/2018 04:27 PM

It grew by 276,000. The Party and State helped.
"""
WORDS = " ".join(f"word{number}" for number in range(456))


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = create(tmp_path / "office", name="Office")
    (project.articles_folder / "2018-02-28.txt").write_text(ARTICLE)
    (project.articles_folder / "2019-01-01.txt").write_text("Another\nIt grew by 276,000.\n")
    return project


def translate(path: Path, how: Callable[[str], str]) -> None:
    with BitextFile(path).editing() as bitext:
        for segment in bitext.segments:
            bitext.put(replace(segment, target=how(segment.source)))


def lines_of(text: str) -> list[str]:
    """The lines that are not empty, without their blanks."""
    return [bare for line in text.splitlines() if (bare := "".join(line.split()))]


def marked(source: str) -> str:
    """A translation that can be told from its source, with the same blanks."""
    return f"‹{source}›"


SIGNS = 'aB .!?"”“–-\t\u00a0etc1(){}éă%\\\n\r'
TEXTS = st.lists(
    st.one_of(
        st.text(st.sampled_from(SIGNS), max_size=60),
        st.sampled_from(
            ["", "   ", WORDS, "It grew. It grew.", "It grew.", "“It ‘grew’.” – he said.", "- item"]
        ),
    ),
    max_size=9,
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@example(["It grew. It grew.", "", "It grew."], "\r\n")
@example(["\tIt grew.\t\tIt \t fell. ", " ", "Mr. A.", "", "", "x"], "\r")
@given(TEXTS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_paragraph_comes_once_and_in_order(lines: list[str], end: str) -> None:
    article = end.join(lines)
    expected = lines_of(article.replace("\r\n", "\n").replace("\r", "\n"))
    whole = prepared(article, marked)
    delivered = publication_text.render(whole).decode()
    assert [line.replace("‹", "").replace("›", "") for line in lines_of(delivered)] == expected
    for layout in Layout:
        page = publication_html.render(replace(whole, layout=layout)).decode()
        assert targets_of(page) == ["".join(piece.target.split()) for piece in whole.pieces]


def targets_of(page: str) -> list[str]:
    """The translations that a page shows, in order, without their blanks."""
    body = html.unescape(re.sub(r"<[^>]+>", "", page.partition("<main")[2]))
    return ["".join(found.split()) for found in re.findall("‹[^›]*›", body)]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(TEXTS)
def test_a_document_has_every_paragraph(lines: list[str]) -> None:
    whole = prepared("\n".join(lines), lambda source: source)
    document = docx.Document(io.BytesIO(publication_docx.render(whole)))
    found = ["".join(one.text.split()) for one in document.paragraphs]
    expected = lines_of("\n".join(lines).replace("\r", "\n"))
    assert found == expected


def prepared(article: str, how: Callable[[str], str]) -> Publication:
    """What is delivered when every sentence of an article is translated."""
    project = Project(Path("nowhere"), Settings())
    read = parse_article(article, "a.txt")
    aids = Aids(Hints("en", "vi"))
    done = prepare_text(project, read, aids, before=None, path=Path("a.po"))
    bitext = Bitext.from_bytes(done.after)
    for segment in bitext.segments:
        bitext.put(replace(segment, target=how(segment.source)))
    again = prepare_text(project, read, aids, before=bitext.to_bytes(), path=Path("a.po"))
    return compose(None, [Bitext.from_bytes(again.after)], Wish(Form.TXT))


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda one: one.stem)
def test_the_articles_come_back_as_they_were(path: Path) -> None:
    """Line for line; but what was glued (“Vietnam.The”) or doubled has one blank."""
    article = path.read_text("utf-8")
    delivered = publication_text.render(prepared(article, lambda source: source)).decode()
    assert len(delivered.splitlines()) == len(article.splitlines())
    for before, after in zip(article.splitlines(), delivered.splitlines(), strict=True):
        assert after.split() == re.sub(r"(?<=Vietnam\.)(?=The)", " ", before).split()


@pytest.mark.parametrize("path", sorted((ROOT / "locales/vi/articles").glob("*.po")))
def test_the_translations_stand_on_the_lines_of_the_articles(path: Path) -> None:
    text = deliver(None, [path], Wish(Form.TXT)).data.decode()
    article = (ROOT / "seeds" / f"{path.stem}.txt").read_text("utf-8")
    lines = [bool(line.strip()) for line in article.splitlines()]
    assert [bool(line.strip()) for line in text.splitlines()] == lines


def test_empty_lines_stay_where_they_are(office: Project) -> None:
    [done] = prepare(office, [office.article("2018-02-28")], "vi")
    translate(done.path, lambda source: source)
    text = deliver(office, [done.path], Wish(Form.TXT)).data.decode()
    assert text == ARTICLE


def test_what_is_open_or_to_be_reviewed_is_counted(office: Project) -> None:
    [done] = prepare(office, [office.article("2018-02-28")], "vi")
    with BitextFile(done.path).editing() as bitext:
        first, second, *_rest = bitext.segments
        bitext.put(replace(first, target="A", needs_review=True))
        bitext.put(replace(second, target="B"))
    delivery = deliver(office, [done.path], Wish(Form.TXT))
    assert (delivery.total, delivery.open_count, delivery.doubtful_count) == (4, 2, 1)


def test_a_book_has_the_project_s_name_or_its_own(office: Project) -> None:
    paths = [done.path for done in prepare(office, office.articles(), "vi")]
    bitexts = [BitextFile(path).read() for path in paths]
    assert compose(office, bitexts, Wish(is_book=True)).title == "Office"
    assert compose(office, bitexts, Wish(is_book=True, title="Sách")).title == "Sách"
    assert [one.name for one in compose(office, bitexts, Wish(is_book=True)).chapters] == [
        "2018-02-28",
        "2019-01-01",
    ]


def test_several_texts_are_a_book_or_refused(office: Project) -> None:
    paths = [done.path for done in prepare(office, office.articles(), "vi")]
    with pytest.raises(RequestError, match="2 files make a book") as caught:
        deliver(office, paths, Wish())
    assert "--book" in caught.value.hint


def test_a_glossary_is_no_text(office: Project) -> None:
    path = office.root / "glossary.po"
    path.write_text('msgid ""\nmsgstr "Language: vi\\n"\n\nmsgid "pension"\nmsgstr "lương hưu"\n')
    with pytest.raises(RequestError, match="no translated article"):
        deliver(office, [path], Wish())


def test_texts_in_two_languages_are_no_book(office: Project) -> None:
    paths = [done.path for tag in ("vi", "fr") for done in prepare(office, office.articles(), tag)]
    with pytest.raises(RequestError, match="en – vi, en – fr"):
        deliver(office, paths, Wish(is_book=True))


def test_a_publication_is_as_old_as_its_newest_text(office: Project) -> None:
    [done] = prepare(office, [office.article("2018-02-28")], "vi")
    translate(done.path, lambda source: source)
    with BitextFile(done.path).editing() as bitext:
        bitext.catalog.set_header("PO-Revision-Date", "2026-11-20 07:30+0700")
    bitext = BitextFile(done.path).read()
    assert compose(office, [bitext], Wish()).made == datetime(2026, 11, 20, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "form"), [("a.txt", "txt"), ("A.HTML", "html"), ("a.htm", "html"), ("a.docx", "docx")]
)
def test_the_name_tells_the_format(name: str, form: str) -> None:
    assert form_of(name) == form


def test_another_name_tells_none() -> None:
    with pytest.raises(RequestError, match=r"cannot tell the format of “a\.pdf”"):
        form_of("a.pdf")
