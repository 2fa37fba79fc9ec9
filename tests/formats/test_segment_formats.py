"""Every format of segments: what it can hold comes back as it was."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.formats import bitext_docx, bitext_xlsx, tmx, xliff
from glossary.formats.contract import Format, Reading, Writing
from glossary.model import Segment

FORMATS = (*tmx.FORMATS, *xliff.FORMATS, *bitext_xlsx.FORMATS, *bitext_docx.FORMATS)
FULL = Segment(
    " “Law” <b>&amp;</b>\tand 'order' ",
    "  Luật\u00a0và trật tự\n",
    sense="noun",
    kind="paragraph",
    approval="2026-11-20 NVA",
    previous="Before.",
    following="After.",
    origin="2020-05-23.txt",
    references=("2020-05-23.txt:7:1", "2024-07-17.txt:43:12"),
    author="Nguyễn Văn A",
    changed=datetime(2026, 11, 20, 8, 30, 5, tzinfo=UTC),
    notes=("One note.", "glossary: allow N001 reason"),
    comments=("paragraph · 2 of 5", "TERM law = luật [draft]"),
)

letters = st.one_of(
    st.sampled_from("\"\t<&>]|=+-@ệđ\u0323\u0301\u00a0\u200b\u202e😀\\'#;,\n\r"),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)
texts = st.text(letters, max_size=30).map(partial(normalize, "NFC"))
lines = st.lists(texts.filter(str.strip), max_size=3).map(lambda found: (*found,))
segments = st.builds(
    Segment,
    texts,
    texts,
    sense=texts,
    kind=texts,
    needs_review=st.booleans(),
    approval=texts,
    previous=texts,
    following=texts,
    origin=texts,
    references=lines,
    author=texts,
    changed=st.none()
    | st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
    ),
    notes=lines,
    comments=lines,
)


def there_and_back(form: Format, given_segments: list[Segment]) -> list[Segment]:
    stream = io.BytesIO()
    assert form.write_segments is not None
    assert form.read_segments is not None
    form.write_segments(given_segments, stream, Writing())
    return list(form.read_segments(io.BytesIO(stream.getvalue()), Reading(target_language="vi")))


def held(form: Format, segment: Segment) -> Segment:
    """What the format says that it holds of a segment."""
    plain = Segment("")
    return replace(segment, **{name: getattr(plain, name) for name in form.lacks})


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "segment",
    [
        FULL,
        replace(FULL, needs_review=True),
        replace(FULL, approval=""),
        Segment("a", "b"),
        Segment("a" * 30_000, "ệ" * 30_000),
    ],
    ids=["approved", "in review", "draft", "bare", "long"],
)
def test_what_a_format_holds_comes_back(form: Format, segment: Segment) -> None:
    assert there_and_back(form, [segment]) == [held(form, segment)]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(segments, min_size=1, max_size=3))
def test_hard_texts_come_back(form: Format, given_segments: list[Segment]) -> None:
    expected = [held(form, segment) for segment in given_segments]
    if form.name == "tmx":
        expected = [one for one in expected if one.source.strip() and one.target.strip()]
    assert there_and_back(form, given_segments) == expected


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("size", [0, 1, 30, 100, 300, 500])
def test_a_file_that_was_cut_is_refused_or_short(form: Format, size: int) -> None:
    stream = io.BytesIO()
    assert form.write_segments is not None
    assert form.read_segments is not None
    form.write_segments([FULL], stream, Writing())
    with pytest.raises(GlossaryError):
        list(form.read_segments(io.BytesIO(stream.getvalue()[:size]), Reading()))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_two_runs_give_the_same_bytes(form: Format) -> None:
    assert form.write_segments is not None
    streams = io.BytesIO(), io.BytesIO()
    for stream in streams:
        form.write_segments([FULL, Segment("a", "b")], stream, Writing())
    assert streams[0].getvalue() == streams[1].getvalue()
