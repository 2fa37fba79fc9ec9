"""The PO document under random content: nothing is lost, nothing else changes."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import polib  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.formats._po_read import read_messages, read_strings
from glossary.formats._po_scan import scan, take_apart
from glossary.formats.po import Message, new_document, parse_po

HEADER = Message("", ("Content-Type: text/plain; charset=UTF-8\n",))

#: Quotes, escapes, control characters, line separators, combining marks, wide and long text.
TEXT = st.text(
    st.sampled_from('ab "\\\n\t\r\v\f\a\bnx1-/:#~|[]\x85\u2028\u0301\u031b\u0309ế社「」\u00a0…')
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=60,
).map(lambda text: normalize("NFC", text)) | st.integers(1, 40).map(lambda n: "word-for/word " * n)
LINE = st.text(
    st.sampled_from('ab #:.,|~"\\ế\t') | st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]),
    max_size=40,
).map(lambda text: normalize("NFC", text).rstrip(" \t\r\v\f"))
FLAGS = st.lists(st.sampled_from(["fuzzy", "c-format", "no-wrap"]), unique=True, max_size=2).map(
    lambda flags: tuple(sorted(flags, key=lambda flag: flag != "fuzzy"))
)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    plural = draw(st.none() | TEXT)
    number = draw(st.integers(1, 12)) if plural is not None else 1
    return Message(
        msgid=draw(TEXT.filter(bool)),
        msgstr=tuple(draw(st.lists(TEXT, min_size=number, max_size=number))),
        msgctxt=draw(st.none() | TEXT),
        msgid_plural=plural,
        # A comment that begins like another kind of comment would be read as that kind.
        translator=tuple(draw(st.lists(LINE, max_size=3))),
        extracted=tuple(draw(st.lists(LINE, max_size=3))),
        references=tuple(draw(st.lists(st.sampled_from(["a.txt:1", "b c.txt:2"]), max_size=3))),
        flags=draw(FLAGS),
        previous=tuple(draw(st.lists(st.tuples(st.just("msgid"), TEXT), max_size=1))),
        obsolete=draw(st.booleans()),
    )


MESSAGES = st.lists(messages(), max_size=5, unique_by=lambda message: message.key)


@given(MESSAGES)
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_again(written: list[Message]) -> None:
    document = new_document(HEADER)
    for message in written:
        document.put(message)
    again = parse_po(document.to_bytes())
    assert {message.key: message for message in again.messages} == {
        message.key: message for message in written
    }


@given(MESSAGES.filter(bool), st.data())
@settings(max_examples=100, deadline=None)
def test_a_change_leaves_all_other_bytes(written: list[Message], data: st.DataObject) -> None:
    document = new_document(HEADER)
    for message in written:
        document.put(message)
    before = parse_po(document.to_bytes())
    chosen = data.draw(st.sampled_from(before.messages))
    fresh = replace(data.draw(messages()), msgid=chosen.msgid, msgctxt=chosen.msgctxt)
    before.put(fresh)
    again = parse_po(before.to_bytes())
    assert again.get(*chosen.key) == fresh
    others = [message for message in again.messages if message.key != chosen.key]
    assert others == [message for message in written_order(written) if message.key != chosen.key]


def written_order(written: list[Message]) -> list[Message]:
    """New messages stand before the obsolete ones."""
    return sorted(written, key=lambda message: message.obsolete)


@given(TEXT, TEXT)
@settings(max_examples=150, deadline=None)
def test_polib_and_our_own_reading_agree(msgid: str, msgstr: str) -> None:
    document = new_document(HEADER)
    document.put(Message(msgid or "x", (msgstr,)))
    text = document.to_bytes().decode()
    found = scan(text)
    block = found.blocks[1]
    read = read_messages(text, found.blocks, charset="utf-8")[1]
    apart = take_apart(text[block.start : block.end])
    strings = [read_strings(one.strings, charset="utf-8") for one in apart.statements]
    assert [read.msgid, *read.msgstr] == [normalize("NFC", one) for one in strings]


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = parse_po(data)
    except GlossaryError:
        return
    assert document.to_bytes() == data


PIECES = st.sampled_from(
    [
        *("msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[1]", "domain"),
        *('"a"', '"b\\n"', '"c', '"\\x41"', "\n", " ", "\r\n", "#~ ", "#| ", "#~| "),
        *("# c\n", "#, fuzzy\n", "#: a:1\n", 'msgid "x"\n', 'msgstr "y"\n', 'msgctxt "q"\n'),
        *('#~ msgid "z"\n', '#~ msgstr "w"\n', '#| msgid "o"\n', '#~| msgid "o"\n'),
        *('msgid_plural "k"\n', 'msgstr[0] "0"\n', 'msgstr[1] "1"\n', '"d"\n', '#~ "d"\n'),
    ]
)


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@given(st.lists(PIECES, max_size=9).map("".join))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_random_statements_are_judged_as_gettext_does(body: str) -> None:
    verdict = subprocess.run(
        ["msgcat", "--to-code=UTF-8", "-o", "/dev/null", "-"],
        input=body.encode(),
        capture_output=True,
        check=False,
    )
    try:
        parse_po(body.encode())
        accepted = True
    except GlossaryError:
        accepted = False
    assert accepted == (verdict.returncode == 0), verdict.stderr.decode()


WORDS = """
    social insurance (amended), 28-NQ/TW; the “Law on Social Insurance” 41/2024/QH15: file:line bảo
    hiểm xã hội tự nguyện, “chế độ ốm đau” 39,05% – 240.909 tỷ đồng… third-party-administrator $5
    https://example.org/a/b.html?x=1&y=2 €10 [1] {x} 50% - — | a=b x*y
"""


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
@pytest.mark.parametrize("width", [79, 60])
def test_new_messages_look_as_msgcat_writes_them(tmp_path: Path, width: int) -> None:
    chance = random.Random(width)
    document = new_document(HEADER)
    document._width = width
    for number in range(300):
        text = " ".join(chance.choices(WORDS.split(), k=chance.randint(1, 40)))
        broken = chance.choice([text, text.replace("; ", ";\n"), text + "\n"])
        references = tuple(f"2020-05-{day:02}.txt:{number}" for day in range(chance.randint(0, 8)))
        document.put(Message(f"{number} {text}", (broken,), references=references))
    path = tmp_path / "vi.po"
    path.write_bytes(document.to_bytes())
    written = subprocess.run(
        ["msgcat", "-w", str(width), str(path)], capture_output=True, check=True
    )
    assert written.stdout.decode() == document.to_bytes().decode()


def test_polib_reads_what_is_written() -> None:
    document = new_document(HEADER)
    document.put(Message("a “b”", ('dòng 1\ndòng 2 \\ "x"',), msgctxt="law", flags=("fuzzy",)))
    (entry,) = polib.pofile(document.to_bytes().decode())
    assert (entry.msgid, entry.msgctxt) == ("a “b”", "law")
    assert (entry.msgstr, entry.flags) == ('dòng 1\ndòng 2 \\ "x"', ["fuzzy"])
