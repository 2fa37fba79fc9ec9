"""MO files: what gettext reads of them is what msgfmt would have written."""

from __future__ import annotations

import gettext
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import polib  # type: ignore[import-untyped]
import pytest

from glossary.formats.mo import entry_count, render_mo
from glossary.formats.po import parse_po

PO = r"""#, fuzzy
msgid ""
msgstr ""
"Language: vi\n"
"Content-Type: text/plain; charset={charset}\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"

msgid "law"
msgstr "đạo\tluật"

msgctxt "body"
msgid "board"
msgstr "hội đồng"

msgctxt ""
msgid "board"
msgstr "bảng"

msgid "fee"
msgid_plural "fees"
msgstr[0] "phí"
msgstr[1] "các phí"

msgid "open"
msgstr ""

#, fuzzy
msgid "doubtful"
msgstr "ngờ"

msgid "Ábc"
msgstr "x"

msgid "law and order"
msgstr "y"

#~ msgid "old"
#~ msgstr "cũ"
"""


def compiled(text: str, encoding: str = "utf-8") -> bytes:
    document = parse_po(text.encode(encoding))
    header = [document.header] if document.header else []
    return render_mo([*header, *document.messages])


def msgfmt(text: str, folder: Path) -> bytes:
    (folder / "a.po").write_text(text, encoding="utf-8")
    command = ["msgfmt", "--no-hash", "--endianness=little", "-o", "a.mo", "a.po"]
    subprocess.run(command, cwd=folder, check=True)
    return (folder / "a.mo").read_bytes()


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("text", [PO.format(charset="UTF-8"), 'msgid "a"\nmsgstr "b"\n'])
def test_the_bytes_are_those_of_msgfmt(text: str, tmp_path: Path) -> None:
    assert compiled(text) == msgfmt(text, tmp_path)


def test_gettext_reads_it() -> None:
    found = gettext.GNUTranslations(BytesIO(compiled(PO.format(charset="UTF-8"))))
    assert found.gettext("law") == "đạo\tluật"
    assert found.pgettext("body", "board") == "hội đồng"
    assert found.ngettext("fee", "fees", 2) == "các phí"
    for missing in ("open", "doubtful", "old"):
        assert found.gettext(missing) == missing


def test_another_charset_becomes_utf_8(tmp_path: Path) -> None:
    text = PO.format(charset="windows-1258").replace("ạ", "a").replace("ậ", "a").replace("ộ", "o")
    plain = text.replace("ồ", "o").replace("ả", "a").replace("ờ", "o").replace("ũ", "u")
    plain = plain.replace("í", "i").replace("Á", "A").replace("đ", "d")
    (tmp_path / "a.mo").write_bytes(compiled(plain, "cp1258"))
    found = polib.mofile(str(tmp_path / "a.mo"))
    assert found.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert found.find("law").msgstr == "dao\tluat"


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ('msgid ""\nmsgstr "Language: vi\\n"\n', 0), (PO, 6)]
)
def test_entries_are_counted_without_the_header(text: str, count: int) -> None:
    assert entry_count(compiled(text.replace("{charset}", "UTF-8"))) == count
