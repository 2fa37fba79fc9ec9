"""XLIFF: what other tools write, and the terms that ours carries along."""

import io
from datetime import UTC, datetime

import pytest

from glossary.errors import MalformedError, OutputError
from glossary.formats.contract import Concept, Reading, Writing
from glossary.formats.registry import detect, find_format
from glossary.formats.xliff import read_xliff, read_xliff_terms, write_xliff, write_xliff2
from glossary.model import Segment

WEBLATE = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a.txt" source-language="en" target-language="vi_VN" datatype="plaintext"><body>
<group id="g"><trans-unit id="1" approved="no"><source>Law</source>{target}
<note from="developer">Short.</note><note>Ask.</note></trans-unit></group></body></file></xliff>"""

TOOLKIT = """<xliff version="1.1"><file original="a.po" source-language="en-US" datatype="po"><body>
<trans-unit id="1" xml:space="preserve" approved="yes"><source>Law</source><target>Luật</target>
<context-group purpose="location"><context context-type="sourcefile">a.txt</context>
<context context-type="linenumber">7</context></context-group>
<context-group name="po-entry" purpose="information"><context context-type="x-po-autocomment">Auto
</context></context-group><note from="po-translator">Mine.</note></trans-unit></body></file>
</xliff>"""

SDL = """<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"
 xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<file original="a.docx" source-language="en-US" target-language="vi-VN"><body>
<trans-unit id="u"><source>One. <g id="5">Two</g>.</source>
<seg-source><mrk mtype="seg" mid="1">One.</mrk> <g id="5">
<mrk mtype="seg" mid="2">Two<x id="9"/></mrk></g>.</seg-source>
<target><mrk mtype="seg" mid="1">Một.</mrk> <g id="5">
<mrk mtype="seg" mid="2">Hai</mrk></g>.</target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/>
<sdl:seg id="2" conf="Draft"/></sdl:seg-defs>
</trans-unit></body></file></xliff>"""

SECOND = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"
 srcLang="en-US" trgLang="vi">
<file id="f1" original="a.html"><group id="g"><unit id="1">
<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="CMS">
<mda:meta type="page">7</mda:meta></mda:metaGroup></mda:metadata>
<notes><note category="developer">Short.</note><note>Ask.</note></notes>
<originalData><data id="d1">&lt;br/&gt;</data></originalData>
<segment id="s1" state="final"><source>Pay <pc id="1">now<cp hex="000B"/></pc><ph id="2"
 subType="fmt:lb" type="fmt" equiv="&lt;br/&gt;"/>here.</source>
<target>Đóng ngay.</target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2"><source>Later.</source></segment></unit></group></file></xliff>"""


def read(text: str) -> list[Segment]:
    return list(read_xliff(io.BytesIO(text.encode()), Reading(target_language="vi")))


@pytest.mark.parametrize(
    ("target", "text", "needs_review", "approval"),
    [
        ("", "", False, ""),
        ('<target state="needs-translation"/>', "", True, ""),
        ('<target state="new">Law</target>', "Law", True, ""),
        ('<target state="needs-review-translation">Luật</target>', "Luật", True, ""),
        ('<target state="translated">Luật</target>', "Luật", False, ""),
        ("<target>Luật</target>", "Luật", False, ""),
        ('<target state="final">Luật</target>', "Luật", False, "XLIFF final"),
        ('<target state="signed-off"/>', "", False, ""),
    ],
)
def test_states_of_weblate(target: str, text: str, needs_review: bool, approval: str) -> None:
    (segment,) = read(WEBLATE.format(target=target))
    assert segment == Segment(
        "Law",
        text,
        origin="a.txt",
        needs_review=needs_review,
        approval=approval,
        comments=("Short.", "Ask."),
    )


def test_what_translate_toolkit_writes() -> None:
    (segment,) = read(TOOLKIT)
    assert segment == Segment(
        "Law",
        "Luật",
        origin="a.po",
        references=("a.txt:7",),
        notes=("Mine.",),
        comments=("po-autocomment: Auto\n", "approved: yes"),
    )


def test_what_trados_writes() -> None:
    one, two = read(SDL)
    assert (one.source, one.target, one.approval) == ("One.", "Một.", "XLIFF ApprovedTranslation")
    assert (two.source, two.target, two.needs_review) == ("Two", "Hai", True)
    assert one.origin == "a.docx"


def test_segments_of_a_unit_of_version_2() -> None:
    one, two = read(SECOND)
    assert one == Segment(
        "Pay now\x0b here.",
        "Đóng ngay.",
        origin="a.html",
        approval="XLIFF final",
        notes=("Ask.",),
        comments=("CMS page: 7", "Short.", "inline codes left out: <br/>"),
    )
    assert (two.source, two.target, two.needs_review) == ("Later.", "", False)


def test_terms_travel_in_the_glossary_module() -> None:
    terms = {
        "The law.": [Concept("law", target="luật", admitted=("đạo luật",), definition="A rule.")],
        "Laws.": [Concept("law", target="luật", admitted=("đạo luật",), definition="A rule.")],
        "Act.": [Concept("act")],
    }
    stream = io.BytesIO()
    writing = Writing(terms=lambda segment: terms[segment.source])
    assert write_xliff2([Segment(text) for text in terms], stream, writing) == 3
    text = stream.getvalue().decode()
    assert text.count("<gls:glossEntry>") == 2
    assert "<gls:translation>đạo luật</gls:translation>" in text
    found = read_xliff_terms(text.encode(), Reading(target_language="vi"))
    assert found.concepts == tuple(terms["The law."])
    assert (found.source_language, found.target_language) == ("en", "vi")


def test_a_file_of_version_2_has_one_pair_of_languages() -> None:
    segments = [Segment("a", "b"), Segment("c", "d", target_language="fr")]
    with pytest.raises(OutputError, match="not also en and fr"):
        write_xliff2(segments, io.BytesIO(), Writing())
    assert write_xliff(segments, io.BytesIO(), Writing()) == 2


def test_what_the_file_says_of_itself() -> None:
    stream = io.BytesIO()
    made = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    segment = Segment("a", "b", origin="2020-05-23.txt", approval="2026-11-20 NVA")
    write_xliff([segment], stream, Writing(made=made))
    text = stream.getvalue().decode()
    assert '<file original="2020-05-23.txt" source-language="en" target-language="vi"' in text
    assert 'date="2026-11-20T08:30:00Z"' in text
    assert '<target state="signed-off">b</target>' in text


def test_a_control_character_is_kept_in_version_2_and_refused_in_1() -> None:
    stream = io.BytesIO()
    write_xliff2([Segment("\0a\ufffeb\x1f", "c")], stream, Writing())
    (segment,) = read(stream.getvalue().decode())
    assert segment.source == "\0a\ufffeb\x1f"
    for refused in (Segment("a\x0b"), Segment("a", notes=("\x0b",))):
        with pytest.raises(OutputError, match=r"U\+000B"):
            write_xliff([refused], io.BytesIO(), Writing())
    with pytest.raises(OutputError, match=r"U\+000B"):
        write_xliff2([Segment("a", notes=("\x0b",))], io.BytesIO(), Writing())


@pytest.mark.parametrize("code", ["zz", "D800", "110000", "-1", ""])
def test_a_character_that_there_is_not_is_left_out(code: str) -> None:
    text = SECOND.replace("000B", code)
    assert read(text)[0].source == "Pay now here."


def test_versions_are_told_apart() -> None:
    assert detect(SECOND.encode("utf-16")).name == "xliff"
    assert find_format("xliff2").recognises(SECOND.encode())
    assert not find_format("xliff2").recognises(SDL.encode())


def test_a_damaged_file_names_its_line() -> None:
    with pytest.raises(MalformedError) as caught:
        read(SECOND.replace("</segment>", ""))
    assert caught.value.line == 12
