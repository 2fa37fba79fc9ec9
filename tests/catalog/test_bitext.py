"""The bitext of an article: what its PO says, and the text put together again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary.catalog.bitext import Bitext, BitextFile, is_bitext, new_bitext
from glossary.errors import InputError
from glossary.languages import language
from glossary.model import Status
from glossary.text.articles import parse_article
from glossary.text.segments import segments

ARTICLE = "The ceremony\n\nIt grew. It will grow.\n- one item\nIt grew.\n"

PO = """\
msgid ""
msgstr ""
"PO-Revision-Date: 2026-11-20 07:30+0700\\n"
"Last-Translator: Nguyễn Văn A <a@example.org>\\n"
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: en\\n"
"X-Article: a.txt\\n"

# status: approved 2026-11-20 NVA
# glossary: allow N001 the English is wrong
#. paragraph · 2 of 2
#: a.txt:3:10
msgid "It will grow."
msgstr "Nó sẽ lớn."

#. heading
#: a.txt:1:1 a.txt:9:1
#, fuzzy
#| msgid "A ceremony"
msgid "The ceremony"
msgstr "Lễ ra quân"

#. paragraph · 1 of 2
#: a.txt:3:1
msgid "It grew."
msgstr ""

msgid "Without a place"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Đã bỏ"
"""


@pytest.fixture
def bitext() -> Bitext:
    return Bitext.from_bytes(PO.encode())


def fresh(article: str = ARTICLE) -> Bitext:
    made = new_bitext(
        "my a.txt", language=language("vi"), created=datetime(2026, 11, 22, tzinfo=UTC)
    )
    for segment in segments(parse_article(article, "my a.txt")):
        made.put(segment)
    return made


def test_segments_come_in_reading_order_with_their_neighbours(bitext: Bitext) -> None:
    assert [(one.previous, one.source, one.following) for one in bitext.segments] == [
        ("", "The ceremony", "It grew."),
        ("The ceremony", "It grew.", "It will grow."),
        ("It grew.", "It will grow.", "The ceremony"),
        ("", "Without a place", ""),
    ]


def test_what_a_segment_knows(bitext: Bitext) -> None:
    title, _grew, grow, _lost = bitext.segments
    assert (title.kind, title.needs_review, title.status) == ("heading", True, Status.DRAFT)
    assert (grow.approval, grow.status) == ("2026-11-20 NVA", Status.APPROVED)
    assert grow.notes == ("glossary: allow N001 the English is wrong",)
    assert (grow.origin, grow.source_language, grow.target_language) == ("a.txt", "en", "vi")
    assert grow.author == "Nguyễn Văn A <a@example.org>"
    assert grow.changed == datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
    assert bitext.former("The ceremony") == "A ceremony"
    assert [one.source for one in bitext.obsolete] == ["Gone"]


def test_the_lines_repeat_what_stands_twice_and_lose_nothing(bitext: Bitext) -> None:
    assert [
        (line.number, line.kind, [one.source for one in line.segments]) for line in bitext.lines
    ] == [
        (1, "heading", ["The ceremony"]),
        (3, "paragraph", ["It grew.", "It will grow."]),
        (9, "heading", ["The ceremony"]),
        (10, "", ["Without a place"]),
    ]


def test_a_title_that_comes_again_is_a_heading_there() -> None:
    lines = fresh("The ceremony\nIt grew.\nThe ceremony\n").lines
    assert [line.kind for line in lines] == ["title", "paragraph", "heading"]


def test_a_new_bitext_is_one_entry_for_each_sentence() -> None:
    text = fresh().to_bytes().decode()
    assert '"X-Article: my_a.txt\\n"' in text
    assert '"X-Source-Language: en\\n"' in text
    assert "# Vietnamese translation of my a.txt.\n" in text
    assert (
        '#. paragraph · 1 of 2\n#: my_a.txt:3:1 my_a.txt:5:1\nmsgid "It grew."\nmsgstr ""\n' in text
    )
    assert is_bitext(Bitext.from_bytes(text.encode()).catalog)


def test_the_same_segments_change_no_byte(bitext: Bitext) -> None:
    for segment in bitext.segments:
        bitext.put(segment)
    assert not bitext.changed
    assert bitext.to_bytes() == PO.encode()


def test_only_the_entry_that_changes_changes(bitext: Bitext) -> None:
    segment = bitext.get("It grew.")
    assert segment
    bitext.put(replace(segment, target="Nó lớn."))
    expected = PO.replace(
        '#. paragraph · 1 of 2\n#: a.txt:3:1\nmsgid "It grew."\nmsgstr ""',
        '# status: draft\n#. paragraph · 1 of 2\n#: a.txt:3:1\nmsgid "It grew."\nmsgstr "Nó lớn."',
    )
    assert bitext.to_bytes().decode() == expected


def test_the_former_sentence_is_kept_and_forgotten(bitext: Bitext) -> None:
    segment = bitext.get("The ceremony")
    assert segment
    bitext.put(segment, former="That ceremony")
    assert '#| msgid "That ceremony"\n' in bitext.to_bytes().decode()
    bitext.put(replace(segment, needs_review=False))
    assert bitext.former("The ceremony") == ""
    assert "#|" not in bitext.to_bytes().decode()


def test_a_file_is_edited_as_a_catalog_is(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(PO.encode())
    with BitextFile(path).editing(backup=True) as edited:
        segment = edited.get("It grew.")
        assert segment
        edited.put(replace(segment, target="Nó lớn."))
    read = BitextFile(path).read().get("It grew.")
    assert read
    assert read.target == "Nó lớn."
    assert (tmp_path / "a.po~").read_bytes() == PO.encode()


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such translation") as caught:
        BitextFile(tmp_path / "a.po").read()
    assert "glossary prepare" in caught.value.hint
