"""Files of somebody who means harm, and broken ones: one clear line, soon, and nothing written."""

from __future__ import annotations

import gzip
import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glossary.project import Project
from glossary.project.creation import create
from glossary.project.preparing import prepare

SECONDS = 10
MEGABYTES = 512

# Runs `glossary import` on each file in one process: the peak of its memory is that of the worst.
# Seconds of the processor: others may use it as well.
RUN = """
import json, re, sys, time
from pathlib import Path
from click.testing import CliRunner
from glossary.cli import cli
for name in sys.argv[2:]:
    start = time.process_time()
    done = CliRunner().invoke(cli, ["--project", sys.argv[1], "import", name, "-l", "vi"])
    # Not ru_maxrss: it begins with that of the process that started this one.
    peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
    crash = repr(done.exception) if not isinstance(done.exception, SystemExit) else ""
    print(json.dumps([name, done.exit_code, done.output, time.process_time() - start, peak, crash]))
"""

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
TMX = '<tmx version="1.4"><header srclang="en"/><body>{}</body></tmx>'
UNIT = '<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="vi"><seg>{}</seg></tuv></tu>'
XLIFF = '<xliff version="1.2"><file source-language="en"><body>{}</body></file></xliff>'


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


RELATIONS = {
    "_rels/.rels": b'<Relationships><Relationship Id="a" Type="x/officeDocument" '
    b'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": b'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships"><sheets><sheet r:id="b"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="b" Type="x/worksheet" '
    b'Target="sheet.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="strings.xml"/>'
    b"</Relationships>",
    "xl/strings.xml": b"<sst/>",
}


def workbook(sheet: bytes, **parts: bytes) -> bytes:
    named = {f"xl/{name}.xml": data for name, data in parts.items()}
    return zipped({**RELATIONS, **named, "xl/sheet.xml": sheet})


def many(text: str, count: int) -> bytes:
    """So many elements that hardly pack: the ratio does not give them away."""
    numbers = random.Random(1)
    return "".join(text.format(numbers.getrandbits(48)) for _ in range(count)).encode()


def xml_files() -> Iterator[tuple[str, str, bytes]]:
    """Name, what the line must say, content."""
    yield (
        "laughs.tmx",
        "declarations",
        f'<!DOCTYPE t [<!ENTITY a0 "a">{LAUGHS}]><t>&a9;</t>'.encode(),
    )
    yield (
        "outside.xlf",
        "declarations",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x/>',
    )
    yield (
        "parameter.tbx",
        "declarations",
        b'<!DOCTYPE m [<!ENTITY % a SYSTEM "http://a/b">%a;]><m/>',
    )
    yield "late.tmx", "does not begin", b" " * 70_000 + b'<!DOCTYPE t [<!ENTITY a "b">]><tmx/>'
    yield (
        "unknown.tmx",
        "“&a;” is not known",
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + TMX.format(UNIT.format("&a;"))).encode(),
    )
    yield "deep.tmx", "nested deeper than 64", b"<tmx>" + b"<a>" * 500_000
    yield "deep.xlf", "nested deeper than 64", XLIFF.format("<group>" * 70).encode()
    yield "wide.tmx", "more than 50,000 elements", TMX.format("<tu>" + "<tuv/>" * 900_000).encode()
    yield "empty-elements.tmx", "50,000 elements", TMX.format("<a/>" * 2_000_000).encode()
    yield "long.tmx", "too long", TMX.format(UNIT.format("x" * 11_000_000)).encode()
    names = " ".join(f'a{number}="b"' for number in range(1_000_000))
    yield "attributes.tmx", "damaged", f"<tmx {names}/>".encode()
    yield "cut.tmx", "damaged", TMX.format(UNIT.format("B")).encode()[:-30]
    yield "nul.xlf", "damaged", XLIFF.format("<trans-unit>\0</trans-unit>").encode()
    yield "latin.tmx", "0xef is not valid UTF-8", TMX.format(UNIT.format("ï")).encode("latin-1")
    yield "utf-7.tmx", "“UTF-7” cannot be read", b'<?xml version="1.0" encoding="UTF-7"?><tmx/>'
    yield "half.tmx", "not valid UTF-16", TMX.format("").encode("utf-16")[:-1]
    yield "binary.tmx", "byte 0x80 is not valid UTF-8", bytes(range(256)) * 40
    yield "nothing.tmx", "no element", b""
    yield (
        "bomb.tmx.gz",
        "unpacks to more than 100 times",
        gzip.compress(TMX.format(" " * 100_000_000).encode(), 1),
    )
    yield "cut.tmx.gz", "ends too early", gzip.compress(TMX.format("").encode())[:-9]
    yield "login.tmx", "begins with <html>, not with <tmx>", b"<!DOCTYPE html><html><a/></html>"
    yield "login.tbx", "not with <martif> <tbx>", b"<html/>"
    yield "login.xlf", "not with <xliff>", b"<html/>"
    yield "later.xlf", "XLIFF 3.0 is not known", XLIFF.replace("1.2", "3.0").encode()
    yield "short.mo", "ends in its header", b"\xde\x12\x04\x95\0\0"
    yield (
        "other.tmx",
        "no unit has a text in “en” with one in “vi”",
        (TMX.format(UNIT.format("B")).replace('"vi"', '"fr"').encode()),
    )


def office_files() -> Iterator[tuple[str, str, bytes]]:
    """The same of archives."""
    yield "bomb.xlsx", "unpacks to", zipped({"a.xml": b" " * 150_000_000})
    yield "large.docx", "unpacks to 200 MB", zipped({"word/document.xml": b" " * 200_000_001})
    yield "members.xlsx", "201 members", zipped({f"{number}.xml": b"" for number in range(201)})
    yield (
        "laughs.docx",
        "document type declaration",
        zipped(
            {"word/document.xml": f'<!DOCTYPE w [<!ENTITY a0 "a">{LAUGHS}]><w>&a9;</w>'.encode()}
        ),
    )
    yield "password.xlsx", "password", b"\xd0\xcf\x11\xe0" * 1000
    yield "cut.xlsx", "damaged", workbook(b"<worksheet/>")[:-40]
    yield "empty.docx", "lacks its part", zipped({"other.xml": b"<a/>"})
    yield (
        "strings.xlsx",
        "2,000,000 elements",
        workbook(
            b"<worksheet/>", strings=b"<sst>" + many("<si><t>{}</t></si>", 1_000_100) + b"</sst>"
        ),
    )
    yield (
        "row.xlsx",
        "50,000 elements",
        workbook(b"<worksheet><row>" + many("<c><v>{}</v></c>", 60_000) + b"</row></worksheet>"),
    )
    yield (
        "column.xlsx",
        "256 columns",
        workbook(b'<worksheet><row><c r="XFD1"><v>1</v></c></row></worksheet>'),
    )
    yield (
        "dimension.xlsx",
        "",
        workbook(
            b'<worksheet><dimension ref="A1:XFD1048576"/><row r="1048576"><c r="A1048576">'
            b"<v>1</v></c></row></worksheet>"
        ),
    )
    yield "table.docx", "no row names", zipped({"word/document.xml": b"<w/>"})
    yield "deep.docx", "nested deeper", zipped({"word/document.xml": b"<w>" + b"<a>" * 99})


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = create(tmp_path_factory.mktemp("hostile") / "office", name="Office")
    (project.articles_folder / "a.txt").write_text("A\n\nIt grew.\n")
    prepare(project, project.articles(), "vi")
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: vi\\n"\n'
    )
    return project


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read the peak in")
@pytest.mark.parametrize("files", [xml_files, office_files], ids=["XML", "office"])
def test_one_clear_line_and_nothing_written(
    office: Project, tmp_path: Path, files: Callable[[], Iterator[tuple[str, str, bytes]]]
) -> None:
    expected = {}
    for name, words, data in files():
        (tmp_path / name).write_bytes(data)
        expected[str(tmp_path / name)] = words
    before = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    command = [sys.executable, "-c", RUN, str(office.root), *expected]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one[0] for one in results] == list(expected)
    for name, code, output, seconds, peak, crash in results:
        assert not crash, (name, crash)
        assert seconds <= SECONDS, (name, seconds)
        assert peak <= MEGABYTES, (name, peak)
        lines = [line for line in output.splitlines() if not line.startswith("hint: ")]
        if expected[name]:
            assert (code, len(lines)) == (3, 1), (name, code, output)
            assert lines[0].startswith(f"glossary: {name}"), output
            assert expected[name] in lines[0], (name, output)
    after = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    assert after == before
