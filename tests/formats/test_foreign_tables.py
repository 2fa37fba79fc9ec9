"""Tables as other programs and other offices write them: nothing of what they hold is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from glossary.errors import InputError, MalformedError, RequestError
from glossary.formats.contract import Concept, Reading, Termbase
from glossary.formats.registry import detect, find_format

Rows = Sequence[Sequence[object]]

READING = Reading(target_language="vi")


def csv_of(rows: Rows, separator: str = ",") -> bytes:
    def cell(value: object) -> str:
        text = "" if value is None else str(value)
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if any(one in text for one in f'{separator}"\n') else text

    return "".join(f"{separator.join(map(cell, row))}\r\n" for row in rows).encode()


def xlsx_of(rows: Rows) -> bytes:
    book, stream = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(stream)
    return stream.getvalue()


def read(data: bytes, name: str = "", reading: Reading = READING) -> Termbase:
    form = detect(data, name)
    assert form.read_entries
    return form.read_entries(data, reading)


WEBLATE: Rows = [
    ["source", "target", "context", "developer_comments", "fuzzy", "location"],
    ["law", "luật", "", "An act of the National Assembly", "True", "a.txt:3"],
    ["plan", "kế hoạch", "noun", "", "False", ""],
]
MULTITERM: Rows = [
    ["Entry number", "English", "Definition", "Vietnamese", "Status", "Note", "Client"],
    [1, "social insurance|SI", "State scheme", "bảo hiểm xã hội|BHXH", "preferred", "n", "VSS"],
    [2, "law", None, "luật", "deprecated", None, None],
]
PHRASE: Rows = [
    ["CID", "en", "forbidden", "preferred", "case", "vi_VN", "forbidden", "preferred", "note"],
    ["a1", "health insurance", False, True, False, "bảo hiểm y tế", False, True, None],
    ["a1", None, None, None, None, "BHYT", False, False, "short"],
    ["a1", None, None, None, None, "bảo hiểm sức khỏe", True, False, None],
    ["b2", "law", False, False, True, "luật", False, False, None],
]
MEMOQ: Rows = [
    ["Entry_ID", "Entry_Subject", "Entry_Note", "English_Def", "English", "Term_Info",
     "Vietnamese_Def", "Vietnamese", "Term_Info", "Vietnamese", "Term_Info", "Term_Example"],
    ["17", "insurance", "checked", "Money paid", "premium", "CasePermissive", "Tiền đóng",
     "mức đóng", "CasePermissive;HalfPrefix", "phí", "CasePermissive;Forbidden", "một ví dụ"],
]  # fmt: skip
OFFICE: Rows = [
    ["STT", "Thuật ngữ", "Tiếng Việt", "Định nghĩa", "Ví dụ", "Ghi chú", "Lĩnh vực", "Trạng thái"],
    ["1", "pension", "lương hưu", "Tiền trả hằng tháng.", "a pension", "xem 3", "old age", "nháp"],
    ["2", "survivor", "thân nhân", "", "", "", "", "đã duyệt"],
]

TABLES: dict[str, tuple[Rows, tuple[Concept, ...]]] = {
    "weblate": (
        WEBLATE,
        (
            Concept(
                "law",
                target="luật",
                notes=("An act of the National Assembly",),
                references=("a.txt:3",),
                needs_review=True,
            ),
            Concept("plan", "noun", "kế hoạch"),
        ),
    ),
    "multiterm": (
        MULTITERM,
        (
            Concept(
                "social insurance",
                target="bảo hiểm xã hội",
                admitted=("BHXH",),
                definition="State scheme",
                other_names=("SI",),
                notes=("n", "Client: VSS"),
                id="1",
            ),
            Concept("law", deprecated=("luật",), id="2"),
        ),
    ),
    "phrase": (
        PHRASE,
        (
            Concept(
                "health insurance",
                target="bảo hiểm y tế",
                admitted=("BHYT",),
                forbidden=("bảo hiểm sức khỏe",),
                notes=("short",),
                id="a1",
            ),
            Concept("law", target="luật", notes=("case: TRUE",), id="b2"),
        ),
    ),
    "memoq": (
        MEMOQ,
        (
            Concept(
                "premium",
                target="mức đóng",
                forbidden=("phí",),
                subject_field="insurance",
                definition="Money paid",
                target_definition="Tiền đóng",
                evidence=("một ví dụ",),
                notes=("checked",),
                id="17",
            ),
        ),
    ),
    "office": (
        OFFICE,
        (
            Concept(
                "pension",
                target="lương hưu",
                subject_field="old age",
                target_definition="Tiền trả hằng tháng.",
                evidence=("a pension",),
                notes=("xem 3",),
            ),
            Concept("survivor", target="thân nhân", notes=("approved in -",)),
        ),
    ),
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kind", ["csv", "semicolon", "tab", "utf-16", "xlsx"])
def test_a_table_of_another_program(name: str, kind: str) -> None:
    rows, expected = TABLES[name]
    data = {
        "csv": csv_of(rows),
        "semicolon": csv_of(rows, ";"),
        "tab": csv_of(rows, "\t"),
        "utf-16": csv_of(rows, "\t").decode().encode("utf-16"),
        "xlsx": xlsx_of(rows),
    }[kind]
    if kind != "xlsx":
        data = data.replace(b"True", b"TRUE")
    found = read(data)
    truths = tuple(one.notes for one in found.concepts)
    assert [tuple(note.upper() for note in notes) for notes in truths] == [
        tuple(note.upper() for note in one.notes) for one in expected
    ]
    plain = [(one.source, one.equivalents, one.definition, one.id) for one in found.concepts]
    assert plain == [(one.source, one.equivalents, one.definition, one.id) for one in expected]
    if kind == "xlsx":
        assert found.concepts == expected


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (["en", "vi"], "vi"),
        (["en-US", "vi-VN"], "vi-VN"),
        (["en_GB", "vi_VN"], "vi_VN"),
        (["English (United States)", "Vietnamese (Vietnam)"], "vi"),
        (["English_United_States", "Vietnamese_Vietnam"], "vi"),
        (["Tiếng Anh", "Tiếng Việt"], "vi"),
        (["Source term", "Target term"], "vi"),
        (["Thuật ngữ nguồn", "Từ tương đương"], "vi"),
        (["src", "tgt"], "vi"),
    ],
)
def test_headings_that_name_the_languages(headings: Sequence[object], language: str) -> None:
    found = read(csv_of([headings, ["law", "luật"]]))
    assert found.concepts == (Concept("law", target="luật"),)
    assert found.target_language == language


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (("source", "target"), [["law", "luật"]]),
        (("target", "-", "source"), [["luật", "x", "law"]]),
        (("Cột A=source", "Cột C=target"), [["Cột A", "Cột B", "Cột C"], ["law", "x", "luật"]]),
        (("source", "target"), [["English", "Vietnamese"], ["law", "luật"]]),
    ],
)
def test_columns_may_be_named(columns: tuple[str, ...], rows: Rows) -> None:
    reading = Reading(target_language="vi", columns=columns)
    assert read(csv_of(rows), "x.csv", reading).concepts == (Concept("law", target="luật"),)


TITLED: Rows = [
    ["BẢNG THUẬT NGỮ 2024", None, None],
    [None, None, "Phòng Hợp tác quốc tế"],
    ["STT", "Tiếng Anh", "Tiếng Việt"],
    [1, "law", "luật"],
]


@pytest.mark.parametrize("columns", [(), ("STT=-", "Tiếng Anh=source", "Tiếng Việt=target")])
@pytest.mark.parametrize("make", [csv_of, xlsx_of])
def test_titles_may_stand_above_the_headings(
    make: Callable[[Rows], bytes], columns: tuple[str, ...]
) -> None:
    name = "a.csv" if make is csv_of else "a.xlsx"
    read_of_it = read(make(TITLED), name, Reading(target_language="vi", columns=columns))
    assert read_of_it.concepts == (Concept("law", target="luật"),)
    assert read_of_it.remarks == (
        "row 1 stands above the headings and was left out",
        "row 2 stands above the headings and was left out",
    )


def test_sheets_that_are_not_read_are_named() -> None:
    book, stream = Workbook(), BytesIO()
    for name, is_hidden, rows in (
        ("A", False, [["en", "vi"], ["law", "luật"]]),
        ("Empty", False, []),
        ("Lists", True, [["x"]]),
        ("B", False, [["en", "vi"], ["plan", "kế hoạch"]]),
    ):
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if is_hidden else "visible"
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(stream)
    found = read(stream.getvalue(), "a.xlsx")
    assert found.concepts == (Concept("law", target="luật"),)
    assert found.remarks == ("the sheet “B” was left out: only the first one is read",)


@pytest.mark.parametrize(
    ("name", "head"), [("a.xls", b"\xd0\xcf\x11\xe0"), ("a.ods", b"PK\x03\x04")]
)
def test_another_kind_of_office_document_says_how_to_save_it(name: str, head: bytes) -> None:
    with pytest.raises(InputError, match="of a kind that is not read") as caught:
        detect(head + b"x" * 20, name)
    assert "save it as .xlsx" in caught.value.hint


@pytest.mark.parametrize(
    "columns", [("source",), ("source", "nonsense"), ("Cột X=source", "b=target")]
)
def test_columns_that_cannot_be(columns: tuple[str, ...]) -> None:
    reading = Reading(target_language="vi", columns=columns)
    with pytest.raises(RequestError):
        read(csv_of([["a", "b"], ["law", "luật"]]), "x.csv", reading)


def test_unknown_headings_say_how_to_name_them() -> None:
    with pytest.raises(MalformedError, match="name no term") as caught:
        read(csv_of([["Cột A", "Cột B"], ["law", "luật"]]), "x.csv")
    assert "--columns" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"source,target\na,b\nc,d,e\n", 3),
        (b"source,target\na\n", 2),
        (b'source,target\na,b\n"c,d\n', 3),
        (b'source,target\n"a"b,c\n', 2),
        (b"source,target\na,\xe1\n", 2),
        (b"source,target\n\na,\0\n", 3),
        (b"source,target\n" + b"a" * 501 + b",b\n", 2),
    ],
)
def test_a_broken_table_names_its_line(data: bytes, line: int) -> None:
    with pytest.raises(MalformedError) as caught:
        read(data, "x.csv")
    assert caught.value.line == line


def test_a_spreadsheet_opens_no_formula() -> None:
    from glossary.formats.contract import Profile, Writing

    form = find_format("csv")
    termbase = Termbase((Concept("=cmd", target="-1"),), "en", "vi")
    assert form.write_entries
    data = form.write_entries(termbase, Writing(Profile.EXCEL))
    assert data.startswith(b"\xef\xbb\xbfen,vi,")
    assert b"\n'=cmd,'-1," in data
    assert b"'" not in form.write_entries(termbase, Writing()).splitlines()[1]


def test_omegat_rows_of_one_term_are_one_concept() -> None:
    data = (
        "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
        "law\tluật\tact of the Assembly\nlaw\tđạo luật\n\n# remark\nno target\t\n"
    ).encode()
    found = read(data, "glossary.txt")
    assert found.concepts == (
        Concept("law", target="luật", admitted=("đạo luật",), notes=("act of the Assembly",)),
    )
    assert found.remarks == ("row 6 has no term and was left out",)


@pytest.mark.parametrize("name", ["omegat", "tbx"])
def test_omegat_is_never_offered_what_is_forbidden(name: str) -> None:
    from glossary.formats.contract import Profile, Writing

    concept = Concept("law", target="luật", deprecated=("phép",), forbidden=("lệ",))
    write = find_format(name).write_entries
    assert write
    data = write(Termbase((concept,), "en", "vi"), Writing(Profile.OMEGAT)).decode()
    for text in ("phép", "lệ"):
        assert f"<term>{text}" not in data
        assert f"\t{text}\t" not in data
        assert text in data
