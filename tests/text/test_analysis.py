"""Analysis: passages of tagged tokens that know where they stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.text.analysis import FULL, MAX_TOKENS, Passage, passages
from glossary.text.articles import LineKind, parse_article
from glossary.text.tagging import tagger
from glossary.text.tokens import BREAK

CONTENT = "Pensions rise\n01/07/2024\n\nThe fund pays.  It  has grown.\n• • •\nContact\n"


def _passages(content: str) -> list[Passage]:
    return list(passages(parse_article(content, "a.txt").lines, tagger()))


def test_sentences_of_an_article() -> None:
    (passage,) = _passages(CONTENT)
    assert [(s.line, s.kind, s.start, s.text) for s in passage.sentences] == [
        (1, LineKind.TITLE, 0, "Pensions rise"),
        (4, LineKind.PARAGRAPH, 14, "The fund pays."),
        (4, LineKind.PARAGRAPH, 29, "It  has grown."),
        (5, LineKind.HEADING, 44, "• • •"),
        (6, LineKind.HEADING, 50, "Contact"),
    ]
    sentence = passage.sentences[1]
    assert (sentence.first, sentence.last) == (3, 7)  # behind two words and their break
    assert passage.words[3:8] == ["The", "fund", "pays", ".", BREAK]
    assert passage.lower[3:5] == ["the", "fund"]
    assert passage.tagged[3:5] == [("The", "DT"), ("fund", "NN")]
    assert passage.starts(sentence) == [14, 18, 23, 27]
    assert [passage.sentence_of(token) for token in (3, 6)] == [sentence, sentence]
    assert passage.slice(8, 11) == "It has grown"
    assert passage.tokens_at(18, 27) == (4, 6)


def test_a_word_that_begins_a_sentence_is_known_in_lower_case() -> None:
    (passage,) = _passages("Pay it.  It is due.")
    assert passage.tagged[0] == ("Pay", "VB")
    assert passage.tagged[4] == ("It", "PRP")


@settings(max_examples=50)
@given(st.text(alphabet="aĐ ảA.\n\r'-9(\u0309"))
def test_tokens_stand_where_they_say(content: str) -> None:
    lines = {line.number: line for line in parse_article(content, "a.txt").lines}
    for passage in _passages(content):
        for sentence in passage.sentences:
            assert sentence.text in lines[sentence.line].text
            assert passage.text.startswith(sentence.text, sentence.start)
            words = passage.words[sentence.first : sentence.last]
            for word, start in zip(words, passage.starts(sentence), strict=True):
                assert passage.text.startswith(word, start)
            assert passage.words[sentence.last] == BREAK


def test_a_sentence_without_end_comes_in_pieces() -> None:
    words = [f"word{number}" for number in range(2 * MAX_TOKENS + 1)]
    (passage,) = _passages("  ".join(words))
    sizes = [sentence.last - sentence.first for sentence in passage.sentences]
    assert sizes == [MAX_TOKENS, MAX_TOKENS, 1]
    assert [word for word in passage.words if word != BREAK] == words
    (whole,) = _passages("  ".join(words[:MAX_TOKENS]))
    assert len(whole.sentences) == 1


def test_a_long_article_comes_in_several_passages() -> None:
    found = _passages("The fund pays. " * 1000 + "\n" + "The fund grows. " * 1000)
    assert [len(passage.sentences) for passage in found] == [2000]
    lines = ["The fund pays pensions." for _ in range(3000)]
    found = _passages("\n".join(lines))
    assert sum(len(passage.sentences) for passage in found) == 3000
    assert all(len(passage.text) < 1.1 * FULL for passage in found)
    assert len(found) == 4
