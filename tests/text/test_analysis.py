"""Analysis: sentences of tagged tokens that know their place in the article."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.text.analysis import MAX_TOKENS, Sentence, sentences
from glossary.text.articles import LineKind, parse_article
from glossary.text.tagging import tagger

CONTENT = "Pensions rise\n01/07/2024\n\nThe fund pays.  It  has grown.\n• • •\nContact\n"


def _sentences(content: str) -> list[Sentence]:
    return list(sentences(parse_article(content, "a.txt"), tagger()))


def test_sentences_of_an_article() -> None:
    found = _sentences(CONTENT)
    assert [(s.line, s.kind, s.column, s.text) for s in found] == [
        (1, LineKind.TITLE, 0, "Pensions rise"),
        (4, LineKind.PARAGRAPH, 0, "The fund pays."),
        (4, LineKind.PARAGRAPH, 16, "It  has grown."),
        (5, LineKind.HEADING, 0, "• • •"),
        (6, LineKind.HEADING, 0, "Contact"),
    ]
    assert found[1].words == ("The", "fund", "pays", ".")
    assert found[1].starts == (0, 4, 9, 13)
    assert found[1].ends == (3, 8, 13, 14)
    assert found[1].tags[:2] == ("DT", "NN")
    assert found[2].slice(0, 3) == "It has grown"


@settings(max_examples=50)
@given(st.text(alphabet="aĐ ảA.\n\r'-9(\u0309"))
def test_tokens_stand_where_they_say(content: str) -> None:
    lines = {line.number: line for line in parse_article(content, "a.txt").lines}
    for sentence in _sentences(content):
        text = lines[sentence.line].text
        assert text[sentence.column : sentence.column + len(sentence.text)] == sentence.text
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert sentence.text[start:end] == word


def test_a_sentence_without_end_comes_in_pieces() -> None:
    words = [f"word{number}" for number in range(2 * MAX_TOKENS + 1)]
    found = _sentences("  ".join(words))
    assert [len(s.words) for s in found] == [MAX_TOKENS, MAX_TOKENS, 1]
    assert [word for s in found for word in s.words] == words
    assert [s.column for s in found] == [
        0,
        len("  ".join(words[:1000])) + 2,
        len("  ".join(words[:2000])) + 2,
    ]
    assert len(_sentences("  ".join(words[:MAX_TOKENS]))) == 1
