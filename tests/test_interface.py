"""The program speaks Vietnamese: every message it has is translated, with the same fields.

Run as a program, this file collects the messages into locales/interface.pot, brings the catalogs
of every language in line with it and compiles them.
"""

import ast
import json
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import which
from types import ModuleType
from typing import Any

import click
import polib  # type: ignore[import-untyped]
import pytest
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from glossary import interface
from glossary.checks import CHECKS, SOURCE_CHECKS, Check, Severity, SourceCheck
from glossary.cli import (
    SECTIONS,
    _conflicts,
    _findings,
    _interface,
    _memory_care,
    _memory_files,
    _terms,
    cli,
    history,
    prepare,
    suggest,
)  # fmt: skip
from glossary.model import Acceptability, Status, SubjectField, TermClass
from glossary.project.reviewing import Need

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "interface.pot"
KEYWORDS: dict[str, Any] = {"_": None, "marked": None, "ngettext": (1, 2)}
HEADINGS: dict[ModuleType, tuple[str, ...]] = {
    _conflicts: _conflicts.COLUMNS,
    _findings: (*_findings.COLUMNS, "check"),
    _memory_care: _memory_care.FIGURES,
    _memory_files: _memory_files.COLUMNS,
    _terms: (*_terms.SHOWN, "figure", "value", "adds"),
    history: history.COLUMNS,
    prepare: prepare.COLUMNS,
    suggest: suggest.COLUMNS,
}
"""What `output.table` and cards translate."""
CATALOGS = sorted(LOCALES.glob("*/LC_MESSAGES/interface.po"))


def marked(root: Path) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Every message that the program marks, with the file that has it."""
    methods = {".py": "python", ".html": "jinja2.ext:babel_extract"}
    for path in sorted(root.rglob("*")):
        if method := methods.get(path.suffix):
            found = extract(method, BytesIO(path.read_bytes()), KEYWORDS, options={})
            for _line, message, _comments, _context in found:
                yield path.relative_to(root.parent).as_posix(), message


def unmarked() -> Iterator[tuple[str, str]]:
    """What the program translates where it shows it: help, titles, headings, kinds of things."""
    for title, _names in SECTIONS:
        yield "glossary/cli/_group.py", title
    context = click.Context(cli)
    for text in _interface.messages(cli):
        yield "glossary/cli/_group.py", text
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command
        for text in _interface.messages(command):
            yield f"glossary/cli/{name.replace('-', '_')}.py", text
    for module, names in HEADINGS.items():
        for name in names:
            yield f"{module.__name__.replace('.', '/')}.py", name
    for kinds in (Status, Acceptability, TermClass, SubjectField, Severity, Need):
        for kind in kinds:
            yield f"{kinds.__module__.replace('.', '/')}.py", kind.value
    checks: tuple[Check[Any] | SourceCheck, ...] = (*CHECKS, *SOURCE_CHECKS)
    for check in checks:
        yield f"{type(check).__module__.replace('.', '/')}.py", check.title


def template() -> Catalog:
    """The messages of the program, as the template should hold them."""
    interface.speak("en")
    catalog = Catalog(
        project="glossary", version="1", copyright_holder="its authors", header_comment="# Messages"
    )
    for place, message in (*marked(ROOT / "glossary"), *unmarked()):
        if message and message[0]:
            catalog.add(message, locations=[(place, 0)])
    return catalog


def written(catalog: Catalog, *, ignore_obsolete: bool = False) -> bytes:
    """The catalog as a PO file; dates of creation would make each run another file."""
    for message in catalog:
        if "python-brace-format" in message.flags:
            # Babel takes “95 % done” for a directive.
            message.flags.discard("python-format")
    stream = BytesIO()
    write_po(
        stream, catalog, width=100, include_lineno=False, sort_by_file=True,
        ignore_obsolete=ignore_obsolete,
    )  # fmt: skip
    return re.sub(rb'"(POT-Creation-Date|Generated-By):.*\n', b"", stream.getvalue())


def compiled(catalog: bytes) -> bytes:
    """The MO file of a PO file; Babel would write its version and the time into it."""
    return bytes(polib.pofile(catalog.decode("utf-8")).to_binary())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def filled(path: Path) -> Iterator[tuple[str, set[str], set[str | None]]]:
    """Every ``_("…").format(…)`` of a module: its place, its fields, and the names it is given."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(func=ast.Name(id="_" | "ngettext" as name), args=args),
                    attr="format",
                ),
                keywords=given,
            ):
                message = args[name == "ngettext"]
                if isinstance(message, ast.Constant):
                    named = {one.arg for one in given}
                    yield f"{path.name}:{node.lineno}", fields(str(message.value)), named


@pytest.mark.parametrize(
    "folder", sorted((ROOT / "glossary").glob("*/")), ids=lambda path: path.name
)
def test_the_fields_of_a_message_are_those_it_is_given(folder: Path) -> None:
    for path in folder.rglob("*.py"):
        for place, wanted, given in filled(path):
            assert {field.partition(":")[0] for field in wanted} == given, place


def test_the_template_holds_every_message() -> None:
    assert TEMPLATE.read_bytes() == written(template())


def test_no_message_stands_inside_another_text() -> None:
    """Python 3.11 shows no one the messages in an f-string, so that nobody would translate them."""
    hidden = [
        f"{path}:{call.lineno}"
        for path in sorted((ROOT / "glossary").rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == []


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_a_catalog_is_complete(path: Path) -> None:
    catalog = read_po(BytesIO(path.read_bytes()))
    expected = {message.id for message in template() if message.id}
    assert {message.id for message in catalog if message.id} == expected
    for message in catalog:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        assert all(texts), message.id
        assert not message.fuzzy or not message.id, message.id
        if message.id:
            edges = [(text[0].isspace(), text[-1].isspace()) for text in map(str, (*ids, *texts))]
            assert len(set(edges)) == 1, message.id
        if "python-brace-format" in message.flags:
            assert all(fields(str(text)) <= fields(str(ids[-1])) for text in texts), message.id


ALL = [*CATALOGS, *sorted(LOCALES.glob("*/LC_MESSAGES/click.po"))]


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_the_compiled_catalog_is_that_of_the_text(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == compiled(path.read_bytes())


@pytest.mark.skipif(which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_gettext_itself_finds_no_fault(path: Path) -> None:
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], check=True)


@pytest.mark.parametrize(
    ("environment", "words", "shown"),
    [
        ({"LANG": "vi_VN.UTF-8"}, ["--help"], "Tra cứu"),
        ({"LANG": "C"}, ["--interface", "vi", "--help"], "Tra cứu"),
        ({"LANG": "vi_VN.UTF-8"}, ["--interface", "en", "--help"], "Look up"),
        ({"LANGUAGE": "en:vi", "LANG": "vi_VN.UTF-8"}, ["--help"], "Look up"),
        ({"LANG": "vi_VN.UTF-8"}, ["lookup", "--nonsense"], "--nonsense"),
        ({"LANG": "xx"}, ["--help"], "Look up"),
    ],
)
def test_the_environment_or_an_option_says_the_language(
    environment: dict[str, str], words: list[str], shown: str
) -> None:
    unset = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    clean = {name: value for name, value in os.environ.items() if name not in unset}
    result = subprocess.run(
        [sys.executable, "-m", "glossary", *words],
        env=clean | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert shown in result.stdout + result.stderr


CLICK = [
    ("--help", "Cách dùng: "),
    ("--help", "Tùy chọn:"),
    ("--help", "Hiện trợ giúp này rồi thoát."),
    ("lookup", "Lỗi: Thiếu đối số 'QUERY...'."),
    ("lookup", "Xem trợ giúp bằng “glossary lookup --help”."),
    ("lookup --shrt x", "Không có tùy chọn"),
    ("lookup --format", "Tùy chọn '--format' cần 1 đối số."),
    ("lookup --short=yes x", "Tùy chọn '--short' không nhận giá trị."),
    ("status vi fr", "Thừa đối số (fr)"),
    ("status --format xml", "Giá trị không hợp lệ cho '--format': 'xml' không thuộc"),
    ("extract --jobs 0", "0 không nằm trong khoảng x>=1."),
    ("extract --jobs two", "'two' không đúng kiểu"),
    ("extract --help", "[mặc định: table]"),
    ("memory", "Lệnh:"),
]

SAY = """
import json, sys
from click.testing import CliRunner
from glossary.cli import cli
lines = json.load(sys.stdin)
said = [CliRunner().invoke(cli, ["--interface", "vi", *line.split()]).output for line in lines]
json.dump([" ".join(text.split()) for text in said], sys.stdout)
"""


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """What is said to each command line of `CLICK`; click keeps some of it as long as it runs."""
    lines = [line for line, _shown in CLICK]
    result = subprocess.run(
        [sys.executable, "-c", SAY], input=json.dumps(lines), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return dict(zip(lines, json.loads(result.stdout), strict=True))


@pytest.mark.parametrize(("line", "shown"), CLICK)
def test_click_speaks_the_language_too(said: dict[str, str], line: str, shown: str) -> None:
    assert shown in said[line]


def refresh() -> None:
    fresh = template()
    TEMPLATE.write_bytes(written(fresh))
    for path in CATALOGS:
        catalog = read_po(BytesIO(path.read_bytes()))
        catalog.update(fresh, no_fuzzy_matching=True)
        data = written(catalog, ignore_obsolete=True)
        path.write_bytes(data)
        path.with_suffix(".mo").write_bytes(compiled(data))
        open_ = sum(not all(message.string or ("",)) for message in catalog if message.id)
        name = path.relative_to(ROOT)
        sys.stdout.write(f"{name}: {open_} of {len(catalog)} messages open\n")


if __name__ == "__main__":
    refresh()
