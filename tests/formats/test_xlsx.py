"""The workbook as a spreadsheet program sees it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from glossary.errors import OutputError, RequestError
from glossary.formats.contract import Concept, Profile, Reading, Termbase, Writing
from glossary.formats.registry import find_format
from glossary.model import Segment

CONCEPTS = (
    Concept("=1+1", target="-1", needs_review=True, notes=("one", "two")),
    Concept("law", target="luật", approval="2026-11-20 NVA", forbidden=("lệ",)),
)


def book(profile: Profile = Profile.PLAIN, concepts: tuple[Concept, ...] = CONCEPTS) -> bytes:
    write = find_format("xlsx").write_entries
    assert write
    made = datetime(2026, 11, 22, tzinfo=UTC)
    return write(Termbase(concepts, "en", "vi"), Writing(profile, made))


def test_nothing_is_a_formula_and_the_headings_stay_in_sight() -> None:
    sheet = load_workbook(BytesIO(book())).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert [cell.value for cell in sheet[1]][:3] == ["English (en)", "Vietnamese (vi)", "admitted"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B2"].data_type) == ("=1+1", "s", "s")
    assert sheet["A2"].alignment.wrap_text
    assert sheet["A2"].fill.fgColor.rgb != sheet["A3"].fill.fgColor.rgb
    notes = [cell.value for cell in sheet[1]].index("notes")
    assert sheet[2][notes].value == "one\ntwo"


def test_the_same_terms_give_the_same_bytes() -> None:
    assert book() == book()


@pytest.mark.parametrize(
    ("profile", "headings"),
    [
        (Profile.TRADOS, ["Entry number", "English", "Definition", "Part of speech"]),
        (Profile.PHRASE, ["CID", "Definition", "Domain", "Part of speech"]),
        (Profile.WEBLATE, ["source", "target", "context", "developer_comments"]),
        (Profile.MEMOQ, ["Entry_ID", "Entry_Subject", "Entry_Note", "English_Def"]),
    ],
)
def test_the_headings_of_other_programs(profile: Profile, headings: list[str]) -> None:
    sheet = load_workbook(BytesIO(book(profile))).worksheets[0]
    assert [cell.value for cell in sheet[1]][:4] == headings


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(OutputError, match="does not fit into a cell"):
        book(concepts=(Concept("law", definition="x" * 40_000),))


def test_a_table_of_sentences_is_not_taken_for_terms() -> None:
    stream = BytesIO()
    write, read = find_format("bitext-xlsx").write_segments, find_format("xlsx").read_entries
    assert write
    assert read
    segment = Segment("Sickness", target="Ốm đau", source_language="en", target_language="vi")
    write([segment], stream, Writing(Profile.PLAIN, datetime(2026, 11, 22, tzinfo=UTC)))
    with pytest.raises(RequestError, match="sentences") as caught:
        read(stream.getvalue(), Reading())
    assert "bitext-xlsx" in caught.value.hint
