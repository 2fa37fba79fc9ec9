"""Odd and hostile texts: never an error but a clear one, and never more than linear time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError, MalformedError
from glossary.extraction.extractor import Extraction, extract

PIECES = [
    "Law", "on", "of", "and", "the", "(", ")", "(amended)", "(LT)", ",", ".", "’s", "'", "social",
    "tax", "taxes", "Tax", "VAT", "Mr.", "Nguyen", "Van", "Director", "28-NQ/TW", "1/2", "ß", "İ",
    "ﬁ", "đ", "ế", "e\u0302", "中文", "😀", "\u200b", "\u00ad", "-", "–", "…", "/", "\\", "&", "%",
    "\n", "\r", "\t", "\u2028", "\u00a0", "a.b", "A.B", "tax.Tax", "etc.", "01/02/2020", "between",
    "Agreement", "s'", "\ufeff", "ǆ", "ʼn", "\u0301",
]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("odd") / "2020-01-01.txt"


def _check(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
    try:
        found = extract([path], threshold=0.0)
    except GlossaryError as error:
        assert error.path == path  # noqa: PT017 - most texts raise nothing
        return
    for term in found.terms:
        assert term.designation.strip()
        assert "\n" not in term.designation
        assert term.frequency >= 1
        assert term.occurrences


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", ""]))
def test_texts_of_odd_pieces(path: Path, pieces: list[str], between: str) -> None:
    _check(path, between.join(pieces))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(codec="utf-8")))
def test_any_text(path: Path, text: str) -> None:
    _check(path, text)


@settings(max_examples=50, deadline=None)
@given(data=st.binary(max_size=60))
def test_any_bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        extract([path])
    except MalformedError as error:
        assert error.line  # noqa: PT017 - some bytes are text


# name, text, a term that comes out all the same
ODD = [
    ("Vietnamese", "Bảo hiểm xã hội tự nguyện là gì?\nTham gia BHXH, BHYT và BHTN.\n" * 3, ""),
    ("capitals", "THE STATE TREASURY PAYS THE TAX OFFICE OF HANOI IN 2020.\n" * 3, ""),
    ("punctuation", "... --- !!! ??? ((( ))) “” ‘’ /./ ,,, ;;; • §\n" * 3, ""),
    (
        "emoji",
        "👍🏽 The tax office 🏢 opens 👨‍👩‍👧‍👦 every day. The tax office 🎉 grows.\n",
        "tax office",
    ),
    ("right to left", "مكتب الضرائب\nThe tax office opens. A tax office grows.\n", "tax office"),
    ("full width", "Ｔａｘ　ｏｆｆｉｃｅ。税務署は開いています。\n", ""),
    ("one word", "tax", ""),
    ("a number of words without an end", "the tax office of the province pays and " * 57, ""),
]


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in ODD], ids=[r[0] for r in ODD])
def test_odd_texts(extract_texts: Callable[..., Extraction], text: str, wanted: str) -> None:
    found = extract_texts({"a.txt": text}, threshold=0.0)
    assert not wanted or wanted in {term.designation for term in found.terms}


# Each makes some pattern run to its very end, at every place.
REPEATED = [
    "word", "a", "A", "-a", "a.", "1,", "1/", "ab.Ab", "x's ", "Tax ", "tax, ", "social, ",
    "Tax and ", "Tax of ", "Tax, Fee and ", "(", "Law (amended) ", "Tax Fund (TF) ", "28-NQ/TW ",
    "Mr. ", "Nguyen Van ", "Agreement between Tax of ", "social and tax ", "đ", "e\u0301", "'",
    "the tax office pays ", "TAX ", ". ",
]  # fmt: skip


def _calls(path: Path, text: str) -> int:
    """How many calls of functions an extraction makes: a clock that never flakes."""
    path.write_text(text, encoding="utf-8")
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        extract([path])
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", REPEATED)
def test_calls_grow_with_the_length(path: Path, piece: str) -> None:
    once, thrice = (_calls(path, (piece * size)[:size]) for size in (3_000, 9_000))
    assert thrice <= 4 * once + 2_000


@pytest.mark.parametrize("piece", ["x", "X", "-x", "bảo", "Tax.", "tax office, "])
def test_a_line_of_200_000_characters(path: Path, piece: str) -> None:
    _check(path, (piece * 200_000)[:200_000])
