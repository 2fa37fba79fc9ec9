"""What every format of the registry must do, whichever it is."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.formats import FORMAT_MODULES
from glossary.formats.contract import (
    Concept,
    Format,
    Payload,
    Profile,
    Reading,
    Termbase,
    Writing,
    tidy,
)
from glossary.formats.registry import all_formats, detect, find_format
from glossary.model import Segment

FOLDER = Path(__file__).parent.parent.parent / "glossary" / "formats"
MADE = datetime(2026, 11, 22, 5, 41, tzinfo=UTC)
ENTRIES = [form for form in all_formats() if form.read_entries and form.write_entries]
PROFILES = [*Profile]

HARD = (
    "bảo hiểm xã hội",
    "bảo hiểm",  # decomposed
    'say "so", it\'s',
    "a\tb",
    "two\nlines",
    "<&>]]>",
    "&amp;",
    "=1+1",
    "-1",
    "@SUM(A1)",
    "'=x",
    "''",
    "a|b",
    "a\\|b",
    "\\",
    "a; b, c",
    "# not a remark",
    "note: status: draft",
    "usage: 3",
    "  ",
    "",
    "x" * 400,
    "TRUE",
    "approved",
    "2026-11-20: “so”",
    "_x000B_",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "﻿mark",
    "source",
    "1",
)
text = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
texts = st.lists(text, max_size=3).map(tuple)


def concepts() -> st.SearchStrategy[Concept]:
    values = {
        field.name: texts
        if str(field.type).startswith("tuple")
        else st.booleans()
        if field.type == "bool"
        else text
        for field in fields(Concept)
    }
    return st.builds(Concept, **values).map(tidy)


def termbases() -> st.SearchStrategy[Termbase]:
    listed = st.lists(
        concepts().filter(lambda one: bool(one.source)),
        max_size=4,
        unique_by=(lambda one: (one.source, one.sense), lambda one: one.number),
    )
    return listed.map(lambda ones: Termbase(tuple(ones), "en", "vi"))


def held(concept: Concept, form: Format) -> Concept:
    """The concept without what the format cannot hold."""
    empty = Concept(concept.source)
    return replace(concept, **{name: getattr(empty, name) for name in form.lacks})


def test_every_module_is_in_the_registry() -> None:
    holding = {
        path.stem
        for path in FOLDER.glob("[!_]*.py")
        if "\nFORMATS = (" in path.read_text(encoding="utf-8")
    }
    assert holding == set(FORMAT_MODULES)
    names = [form.name for form in all_formats()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", all_formats(), ids=lambda form: form.name)
def test_a_format_says_what_it_does(form: Format) -> None:
    assert form.reads | form.writes
    assert all(ending.startswith(".") for ending in form.extensions)
    known = {field.name for payload in (Concept, Segment) for field in fields(payload)}
    assert set(form.lacks) <= known
    assert find_format(form.name) is form


@pytest.mark.parametrize("form", ENTRIES, ids=lambda form: form.name)
@pytest.mark.parametrize("profile", PROFILES)
@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@example(Termbase(tuple(Concept(one, target=one, notes=(one,)) for one in HARD if one.strip())))
@given(termbases())
def test_what_is_written_is_read(form: Format, profile: Profile, termbase: Termbase) -> None:
    assert form.write_entries
    assert form.read_entries
    kept = [tidy(one) for one in termbase.concepts]
    kept = [one for one in kept if not form.leaves_out(one)]
    termbase = replace(termbase, concepts=tuple(kept), target_language="vi")
    data = form.write_entries(termbase, Writing(profile, MADE, "VSS"))
    if not kept:
        return
    found = form.read_entries(data, Reading(target_language="vi"))
    wanted = {one.number: held(one, form) for one in kept}
    merged = {(one.source, one.sense): one for one in wanted.values()}
    assert {(one.source, one.sense): one for one in found.concepts} == merged
    assert [one.source for one in found.concepts] == [one.source for one in merged.values()]


@pytest.mark.parametrize("form", ENTRIES, ids=lambda form: form.name)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_file_is_known_by_its_content(form: Format, profile: Profile) -> None:
    assert form.write_entries
    termbase = Termbase((Concept("social insurance", target="bảo hiểm xã hội"),), "en", "vi")
    data = form.write_entries(termbase, Writing(profile, MADE))
    assert detect(data, payload=Payload.ENTRIES).name == form.name
    assert data == form.write_entries(termbase, Writing(profile, MADE))


HOSTILE = {
    "empty": b"",
    "blank": b"\n\n \n",
    "nul": b"source,target\n\0,b\n",
    "latin": "source,target\nluật,lu\u00e2t\n".encode("latin-1", "replace"),
    "binary": bytes(range(256)) * 40,
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "unclosed": b'source,target\n"a,b\nc,d\n',
    "ragged": b"source,target\na,b,c\n",
    "deep": b"[" * 100_000,
    "xml": b"<martif><text><body><termEntry id='c1'><langSet xml:lang='en'>",
    "entities": b"<!DOCTYPE tbx [<!ENTITY a 'b'>]><tbx>&a;</tbx>",
    "other xml": b"<html><body/></html>",
    "long term": b"source,target\n" + b"a" * 5000 + b",b\n",
    "long line": b"source,target\n" + b"a" * 1_100_000,
    "no headings": b"a,b\nc,d\n",
    "mo": b"\xde\x12\x04\x95" + b"\xff" * 24,
    "json": b'{"concepts": [{"source": 3}]}',
}


def read_something(form: Format, data: bytes, path: Path) -> None:
    assert form.read_entries
    found = form.read_entries(data, Reading(path, target_language="vi"))
    # A format without headings finds nothing in what is blank.
    if not found.concepts:
        raise InputError("nothing in it", hint="none", path=path)


@pytest.mark.parametrize("form", ENTRIES, ids=lambda form: form.name)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_file_is_refused_in_one_line(form: Format, name: str) -> None:
    path = Path("broken.file")
    with pytest.raises(InputError) as caught:
        read_something(form, HOSTILE[name], path)
    assert caught.value.path == path
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("form", all_formats(), ids=lambda form: form.name)
def test_segments_are_read_as_they_were_written(form: Format) -> None:
    if not (form.read_segments and form.write_segments):
        pytest.skip("carries no segments both ways")
    segments = [
        Segment('Say "so" <&>', "Nói “thế” <&>", references=("a.txt:1:1",), origin="a.txt"),
        Segment("the second", "câu thứ hai", needs_review=True, origin="a.txt"),
    ]
    stream = BytesIO()
    form.write_segments(iter(segments), stream, Writing(made=MADE))
    stream.seek(0)
    found = list(form.read_segments(stream, Reading(target_language="vi")))
    assert [(one.source, one.target) for one in found] == [
        (one.source, one.target) for one in segments
    ]


def test_finding_a_format_loads_no_library() -> None:
    code = (
        "import sys; from glossary.formats.registry import detect; detect(b'', 'a.tbx');"
        "print(*{'lxml', 'openpyxl', 'docx', 'jinja2', 'babel'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, capture_output=True, check=True, text=True)
    assert result.stdout == "\n"
