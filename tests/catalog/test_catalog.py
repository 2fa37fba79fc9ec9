"""The catalog: entries as a PO file holds them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import Catalog
from glossary.errors import RequestError
from glossary.model import Entry, Status

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: vi\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"X-Empty: \\n"\n\n'
)
#: The example of one entry that the format is defined by.
EXAMPLE = """\
# status: draft
# admitted: BHXH tự nguyện
# forbidden: bảo hiểm xã hội tình nguyện
#. noun · social insurance · 26 in 3 articles (2020, 2023, 2024)
#. Insurance a person chooses to join, run by the State.
#. 2020-05-23: “over 276,000 people have participated in voluntary social insurance in 2019”
#: 2020-05-23.txt:7 2023-01-28.txt:20 2024-07-17.txt:43
msgid "voluntary social insurance"
msgstr "bảo hiểm xã hội tự nguyện"
"""
ENTRY = Entry(
    "voluntary social insurance",
    target="bảo hiểm xã hội tự nguyện",
    admitted=("BHXH tự nguyện",),
    forbidden=("bảo hiểm xã hội tình nguyện",),
    comments=(
        "noun · social insurance · 26 in 3 articles (2020, 2023, 2024)",
        "Insurance a person chooses to join, run by the State.",
        "2020-05-23: “over 276,000 people have participated in voluntary social insurance in 2019”",
    ),
    references=("2020-05-23.txt:7", "2023-01-28.txt:20", "2024-07-17.txt:43"),
)


def catalog(body: str) -> Catalog:
    return Catalog.from_bytes((HEADER + body if body else HEADER[:-1]).encode())


def text(of: Catalog) -> str:
    return of.to_bytes().decode().removeprefix(HEADER)


def test_reads_the_example() -> None:
    assert catalog(EXAMPLE).entries == (ENTRY,)


def test_writes_the_example() -> None:
    empty = catalog("")
    empty.put(ENTRY)
    assert text(empty) == EXAMPLE


COMMENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "approved": ("# status: approved 2026-11-20 NVA\n", {"approval": "2026-11-20 NVA"}),
    "approved by nobody": ("# status: approved\n", {}),
    "draft": ("# status: draft\n", {}),
    "unknown status": ("# status: rejected by NVA\n", {}),
    "keys in capitals, without blanks": ("#Admitted:BHXH\n", {"admitted": ("BHXH",)}),
    "two deprecated": (
        "# deprecated: một\n# deprecated: hai\n",
        {"deprecated": ("một", "hai")},
    ),
    "definition": ("# Definition :  một  hai\n", {"definition": "một hai"}),
    "a definition over two lines": (
        "# definition: một\n# a note\n# definition: hai\n",
        {"definition": "một hai", "notes": ("a note",)},
    ),
    "notes keep their order": (
        "# first\n# admitted: BHXH\n#\n# third: x\n",
        {"admitted": ("BHXH",), "notes": ("first", "", "third: x")},
    ),
    "a key without a value is a note": ("# admitted:\n", {"notes": ("admitted:",)}),
    "a quoted note": ("# note: admitted: x\n", {"notes": ("admitted: x",)}),
    "a note called note": ("# note: x\n", {"notes": ("note: x",)}),
    "review": ("#, c-format, fuzzy\n", {"needs_review": True}),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_reads_what_translators_write(name: str) -> None:
    lines, fields = COMMENTS[name]
    body = f'{lines}msgid "pension"\nmsgstr "lương hưu"\n'
    entry = catalog(body).get("pension")
    assert entry == replace(Entry("pension", target="lương hưu"), **fields)


@pytest.mark.parametrize("name", COMMENTS)
def test_an_equal_entry_changes_no_byte(name: str) -> None:
    lines, _ = COMMENTS[name]
    body = f'{lines}msgid "pension"\nmsgstr "lương hưu"\n'
    same = catalog(body)
    for entry in same.entries:
        same.put(entry)
    assert not same.changed
    assert text(same) == body


STATUSES = {
    "": (Entry("a"), Status.UNTRANSLATED),
    "target": (Entry("a", target="b"), Status.DRAFT),
    "approved": (Entry("a", target="b", approval="2026-11-20 NVA"), Status.APPROVED),
    "approved, then flagged": (
        Entry("a", target="b", approval="2026-11-20 NVA", needs_review=True),
        Status.DRAFT,
    ),
}


@pytest.mark.parametrize("name", STATUSES)
def test_status_survives(name: str) -> None:
    entry, status = STATUSES[name]
    made = catalog("")
    made.put(entry)
    again = catalog(text(made)).get("a")
    assert again == entry
    assert again.status is status


EDITS: dict[str, tuple[str, dict[str, Any], str]] = {
    "approve": (
        '# a note\n# status: draft\n#, c-format\nmsgid "a"\nmsgstr "b"\n',
        {"approval": "2026-11-20 NVA"},
        '# a note\n# status: approved 2026-11-20 NVA\n#, c-format\nmsgid "a"\nmsgstr "b"\n',
    ),
    "first equivalent": (
        '# a note\n#. x\nmsgid "a"\nmsgstr ""\n',
        {"target": "b"},
        '# status: draft\n# a note\n#. x\nmsgid "a"\nmsgstr "b"\n',
    ),
    "equivalent taken away": (
        '# status: draft\n# a note\nmsgid "a"\nmsgstr "b"\n',
        {"target": ""},
        '# a note\nmsgid "a"\nmsgstr ""\n',
    ),
    "admit": (
        '# status: draft\n# forbidden: z\nmsgid "a"\nmsgstr "b"\n',
        {"admitted": ("c", "d")},
        '# status: draft\n# admitted: c\n# admitted: d\n# forbidden: z\nmsgid "a"\nmsgstr "b"\n',
    ),
    "review done: the flag and what it was guessed from go, other flags stay": (
        '# status: draft\n#, fuzzy, c-format\n#| msgid "z"\nmsgid "a"\nmsgstr "b"\n',
        {"needs_review": False},
        '# status: draft\n#, c-format\nmsgid "a"\nmsgstr "b"\n',
    ),
    "to review": (
        '# status: draft\n#, c-format\nmsgid "a"\nmsgstr "b"\n',
        {"needs_review": True},
        '# status: draft\n#, fuzzy, c-format\nmsgid "a"\nmsgstr "b"\n',
    ),
    "other plural forms stay": (
        '# status: draft\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "c"\n',
        {"target": "z"},
        '# status: draft\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "z"\nmsgstr[1] "c"\n',
    ),
    "a note of two lines": (
        'msgid "a"\nmsgstr ""\n',
        {"notes": ("one\ntwo",)},
        '# one\n# two\nmsgid "a"\nmsgstr ""\n',
    ),
    "a reference with a line break": (
        'msgid "a"\nmsgstr ""\n',
        {"references": ("b\nc.txt:1",)},
        '#: \u2068b c.txt\u2069:1\nmsgid "a"\nmsgstr ""\n',
    ),
    "an equivalent with a line break": (
        '# status: draft\nmsgid "a"\nmsgstr "b"\n',
        {"admitted": (" c\n d ",)},
        '# status: draft\n# admitted: c d\nmsgid "a"\nmsgstr "b"\n',
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_touches_only_its_lines(name: str) -> None:
    before, fields, after = EDITS[name]
    around = '\n# stays\nmsgid"z"\nmsgstr ""\n'
    edited = catalog(before + around)
    entry = edited.get("a")
    assert entry is not None
    edited.put(replace(entry, **fields))
    assert text(edited) == after + around


def test_senses_tell_homographs_apart() -> None:
    both = catalog('msgctxt "law"\nmsgid "act"\nmsgstr "luật"\n\nmsgid "act"\nmsgstr "hành vi"\n')
    found = both.get("act", "law")
    assert found is not None
    assert found.target == "luật"
    other = both.get("act")
    assert other is not None
    assert other.target == "hành vi"
    assert both.get("act", "theatre") is None


def test_an_empty_context_is_no_sense() -> None:
    odd = catalog('msgctxt ""\nmsgid "act"\nmsgstr "b"\n')
    entry = odd.get("act")
    assert entry is not None
    odd.put(replace(entry, target="c"))
    assert text(odd) == '# status: draft\nmsgctxt ""\nmsgid "act"\nmsgstr "c"\n'


def test_rename_keeps_everything_else() -> None:
    body = '# status: draft\n#. x\n#, no-wrap\nmsgid "old"\nmsgstr "b"\n'
    renamed = catalog(body)
    renamed.rename("old", "new")
    assert text(renamed) == body.replace("old", "new")
    assert renamed.get("old") is None


def test_rename_never_overwrites() -> None:
    body = 'msgid "old"\nmsgstr "b"\n\nmsgid "new"\nmsgstr "c"\n'
    renamed = catalog(body)
    renamed.rename("old", "new")
    assert text(renamed) == body


def test_remove() -> None:
    less = catalog('# n\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr ""\n')
    less.remove("a")
    less.remove("nothing")
    assert text(less) == 'msgid "b"\nmsgstr ""\n'


LANGUAGES = {"vi": "vi", "vi_VN": "vi-VN", "zh_Hans": "zh-Hans", "": ""}


@pytest.mark.parametrize("written", LANGUAGES)
def test_language_is_a_bcp_47_tag(written: str) -> None:
    data = HEADER.replace("Language: vi", f"Language: {written}").encode()
    assert Catalog.from_bytes(data).language == LANGUAGES[written]


def test_header_fields() -> None:
    changed = catalog("")
    assert changed.header("content-type") == "text/plain; charset=UTF-8"
    assert changed.header("X-Nothing") == ""
    changed.set_header("Language", "vi_VN")
    changed.set_header("X-New", "1")
    assert changed.to_bytes().decode() == HEADER[:-1].replace(
        "Language: vi", "Language: vi_VN"
    ).replace('"X-Empty: \\n"\n', '"X-Empty: \\n"\n"X-New: 1\\n"\n')


@pytest.mark.parametrize(
    "entry", [Entry(""), Entry("a\0b"), Entry("a", target="\0"), Entry("a", sense="\x04")]
)
def test_what_a_po_file_cannot_hold_is_refused(entry: Entry) -> None:
    made = catalog("")
    with pytest.raises(RequestError) as caught:
        made.put(entry)
    assert caught.value.hint
    assert not made.changed


def test_line_of_an_entry() -> None:
    assert catalog("# n\n" + EXAMPLE).line("voluntary social insurance") == 15
    assert catalog("").line("nothing") is None


# Random entries --------------------------------------------------------------------------------

CHARACTERS = st.sampled_from('aế "\\\n\t\r:#,~|-\u0301\u031b\u2028“”…社') | st.characters(
    exclude_categories=["Cs"], exclude_characters="\0\x04"
)
TEXT = st.text(CHARACTERS, max_size=40) | st.integers(20, 60).map(lambda n: "bảo hiểm " * n)
#: What stands on one line of a comment: no line ends, no blanks at its end.
KEYS = st.lists(st.sampled_from(["status: ", "Admitted:", "note: ", "definition: "]), max_size=2)
LINE = st.tuples(KEYS, st.text(CHARACTERS, max_size=40)).map(
    lambda parts: " ".join("".join([*parts[0], parts[1]]).splitlines()).rstrip()
)
WORDS = LINE.map(lambda line: " ".join(line.split())).filter(bool)


def composed(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.map(lambda one: normalize("NFC", one))


def lines(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(composed(texts), max_size=3).map(tuple)


ENTRIES = st.builds(
    Entry,
    source=composed(TEXT).filter(bool),
    sense=composed(st.just("") | TEXT),
    target=composed(TEXT),
    needs_review=st.booleans(),
    approval=composed(st.just("") | WORDS),
    admitted=lines(WORDS),
    deprecated=lines(WORDS),
    forbidden=lines(WORDS),
    notes=lines(LINE),
    comments=lines(LINE),
    references=st.lists(st.sampled_from(["a.txt:1", "bài viết.txt:2"]), unique=True).map(tuple),
    obsolete=st.booleans(),
    definition=composed(st.just("") | WORDS),
)


def test_a_question_mark_of_a_translator_is_kept() -> None:
    read = catalog('#, fuzzy\nmsgid "law"\nmsgstr "?"\n')
    assert read.entries == (Entry("law", target="?", needs_review=True),)


@given(ENTRIES)
@settings(max_examples=150, deadline=None)
def test_any_entry_comes_back_the_same(entry: Entry) -> None:
    made = catalog("")
    made.put(entry)
    assert catalog(text(made)).entries == (entry,)


@given(ENTRIES, ENTRIES)
@settings(max_examples=100, deadline=None)
def test_any_edit_comes_back_the_same(first: Entry, second: Entry) -> None:
    second = replace(second, source=first.source, sense=first.sense)
    made = catalog("")
    made.put(first)
    edited = catalog(text(made))
    edited.put(second)
    assert catalog(text(edited)).entries == (second,)


def _is_worked_on(entry: Entry) -> bool:
    texts = (*entry.admitted, *entry.deprecated, *entry.forbidden, *entry.notes)
    return bool(texts or entry.approval or entry.definition or entry.needs_review)


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
@given(st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.key))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_any_entry_survives_msgcat(entries: list[Entry]) -> None:
    # Of living entries without msgstr gettext itself drops the flag; obsolete ones that nobody
    # wrote anything about it drops altogether.
    entries = [
        entry if entry.target or entry.obsolete else replace(entry, needs_review=False)
        for entry in entries
        if entry.target or not entry.obsolete or _is_worked_on(entry)
    ]
    made = catalog("")
    for entry in entries:
        made.put(entry)
    through = subprocess.run(
        ["msgcat", "-"], input=made.to_bytes(), capture_output=True, check=True
    )
    again = Catalog.from_bytes(through.stdout)
    assert {entry.key: entry for entry in again.entries} == {entry.key: entry for entry in entries}
