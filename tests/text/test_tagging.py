"""Tagging: one tag for each word, by either tagger; clear words where one cannot be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nltk.data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError, RequestError
from glossary.text.tagging import TAGGERS, Tagger, tagger
from glossary.text.tokens import BREAK

WORDS = ["The", "new", "Law", "on", "Social", "Insurance", "protects", "workers", "."]


@pytest.fixture(params=TAGGERS)
def tag(request: pytest.FixtureRequest) -> Tagger:
    try:
        return tagger(request.param)
    except InputError as error:
        pytest.skip(error.message)


def test_one_tag_for_each_word(tag: Tagger) -> None:
    tagged = tag(WORDS, [0])
    assert [word for word, _ in tagged] == WORDS
    tags = [tag for _, tag in tagged]
    assert tags[0] == "DT"
    assert tags[2][:2] == tags[4][:2] == tags[5][:2] == "NN"
    assert tag([], []) == []


def test_a_tag_depends_on_nothing_but_its_line(tag: Tagger) -> None:
    before = tag(WORDS, [0])
    tag(["Entirely", "other", "words", "stand", "here"], [0])
    assert tag(WORDS, [0]) == before


def test_sentences_are_tagged_apart(tag: Tagger) -> None:
    alone = tag(WORDS, [0])
    words = [*WORDS, BREAK, *WORDS, BREAK]
    assert tag(words, [0, len(WORDS) + 1]) == [*alone, (BREAK, BREAK)] * 2


@given(st.lists(st.text(alphabet="aZ9-/.,:;'’()%&@_ệ中😀", min_size=1, max_size=8), max_size=12))
def test_odd_words_get_tags_too(words: list[str]) -> None:
    assert len(tagger()(words, [0] if words else [])) == len(words)


def test_the_default_is_textblob() -> None:
    assert tagger()(WORDS, [0]) == tagger("textblob")(WORDS, [0])


def test_an_unknown_tagger_is_refused_with_the_choice() -> None:
    with pytest.raises(RequestError, match="“brill”") as caught:
        tagger("brill")
    assert "textblob, nltk" in caught.value.hint


@pytest.fixture
def _no_nltk_data(tmp_path: Path) -> Iterator[None]:
    paths = list(nltk.data.path)
    nltk.data.path[:] = [str(tmp_path)]
    yield
    nltk.data.path[:] = paths


@pytest.mark.usefixtures("_no_nltk_data")
def test_without_data_the_hint_says_how_to_get_it() -> None:
    with pytest.raises(InputError, match="no data") as caught:
        tagger("nltk")
    assert "nltk.downloader averaged_perceptron_tagger_eng" in caught.value.hint
    assert "--tagger" in caught.value.hint
