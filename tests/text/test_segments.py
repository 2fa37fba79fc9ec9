"""Segments: what a sentence is, where it stands, and that nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.text.articles import LineKind, parse_article
from glossary.text.segments import Place, Sentence, segments, sentences

ARTICLE = """\
The launching ceremony
23/05/2020 02:10 PM

It has grown. There are 14,000 of them.Visitors read it, etc. They came.
\t“It will grow.” – he said. Good.
The mobile team
It has grown.
"""


def found(text: str) -> list[tuple[int, int, str]]:
    article = parse_article(text, "a.txt")
    return [(one.place.line, one.place.column, one.text) for one in sentences(article)]


def test_sentences_with_their_places() -> None:
    assert found(ARTICLE) == [
        (1, 1, "The launching ceremony"),
        (2, 1, "23/05/2020 02:10 PM"),
        (4, 1, "It has grown."),
        (4, 15, "There are 14,000 of them."),
        (4, 40, "Visitors read it, etc."),
        (4, 63, "They came."),
        (5, 2, "“It will grow.” – he said."),
        (5, 29, "Good."),
        (6, 1, "The mobile team"),
        (7, 1, "It has grown."),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He met Robert J.Palacios. It ended.", ["He met Robert J.Palacios.", "It ended."]),
        ("No.72/2015/ND-CP of Jan. 5 holds.", ["No.72/2015/ND-CP of Jan. 5 holds."]),
        ("It ends here./.", ["It ends here./."]),
        ("She left. !!!", ["She left. !!!"]),
        ("during the period. new period. Dr. Hai", ["during the period. new period.", "Dr. Hai"]),
        ("It came. e-Government is new.", ["It came.", "e-Government is new."]),
        ("***", ["***"]),
        ("\u00a0In addition, it grew. ", ["In addition, it grew."]),
    ],
)  # fmt: skip
def test_what_a_sentence_is(line: str, expected: list[str]) -> None:
    assert [text for _, _, text in found(line)] == expected


def test_a_repeated_sentence_is_one_segment_with_two_places() -> None:
    first, *_, last = (
        one for one in segments(parse_article(ARTICLE, "a.txt")) if one.kind != "title"
    )
    grown = next(
        s for s in segments(parse_article(ARTICLE, "a.txt")) if s.source == "It has grown."
    )
    assert grown.references == ("a.txt:4:1", "a.txt:7:1")
    assert (grown.previous, grown.following) == ("23/05/2020 02:10 PM", "There are 14,000 of them.")
    assert (grown.kind, grown.comments) == ("paragraph", ("paragraph · 1 of 4",))
    assert first.kind == "date"
    assert last.source == "The mobile team"


def test_a_decomposed_text_is_counted_in_composed_characters() -> None:
    assert found("Ba\u0309o hie\u0302\u0309m. New one.") == [
        (1, 1, "Bảo hiểm."),
        (1, 11, "New one."),
    ]


@pytest.mark.parametrize(
    ("reference", "place"),
    [
        ("2020-05-23.txt:7:120", Place("2020-05-23.txt", 7, 120)),
        ("2020-05-23.txt:7", Place("2020-05-23.txt", 7, 1)),
        ("a:b.txt:7:2", Place("a:b.txt", 7, 2)),
        ("2020-05-23.txt", None),
        ("a.txt:0", None),
        ("a.txt:٣", None),
        ("", None),
    ],
)
def test_references(reference: str, place: Place | None) -> None:
    assert Place.parse(reference) == place


def test_a_name_with_blanks_makes_references_without() -> None:
    (one,) = sentences(parse_article("Text", "my article.txt"))
    assert one == Sentence("Text", LineKind.TITLE, Place("my_article.txt", 1, 1))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.sampled_from('aB .!?"”“–-\t\u00a0\u2028\x85etc1(){}é\n\r'), max_size=120))
def test_the_sentences_of_a_line_are_the_line(text: str) -> None:
    """Every character that is no blank comes once, in order, at the place that is said."""
    article = parse_article(text, "a.txt")
    lines = {line.number: line.text for line in article.lines}
    seen: dict[int, str] = dict.fromkeys(lines, "")
    for one in sentences(article):
        start = one.place.column - 1
        assert lines[one.place.line][start : start + len(one.text)] == one.text
        assert one.text == one.text.strip() != ""
        seen[one.place.line] += "".join(one.text.split())
    assert seen == {number: "".join(text.split()) for number, text in lines.items()}
