"""The pages for people: complete, escaped, and nothing in them that is not for their readers."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from glossary.formats.contract import Concept, Termbase, Writing
from glossary.formats.registry import find_format

CONCEPTS = (
    Concept(
        "pension & <benefit>",
        target="lương hưu",
        admitted=("tiền hưu",),
        forbidden=("hưu bổng",),
        subject_field="old age",
        definition="Monthly money.",
        target_definition="Tiền trả hằng tháng.",
    ),
    Concept("law", target="luật", needs_review=True),
    Concept("open term"),
)


def page(name: str) -> str:
    write = find_format(name).write_entries
    assert write
    made = datetime(2026, 11, 22, tzinfo=UTC)
    return write(Termbase(CONCEPTS, "en", "vi", "VSS"), Writing(made=made)).decode("utf-8")


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["termsheet", "leaflet"])
def test_a_page_needs_nothing_else(name: str) -> None:
    text = page(name)
    tags = Tags(text)
    assert tags.open == []
    assert not {"script", "link", "img", "iframe"} & set(tags.seen)
    assert "url(" not in text
    assert '<html lang="en">' in text
    assert 'lang="vi"' in text
    assert "pension &amp; &lt;benefit&gt;" in text
    assert "Tiền trả hằng tháng." in text
    assert "open term" not in text


def test_the_sheet_says_what_must_not_be_used() -> None:
    assert "<s>hưu bổng</s>" in page("termsheet")
    assert "to be looked at" in page("termsheet")


def test_the_leaflet_has_nothing_in_doubt() -> None:
    text = page("leaflet")
    assert "hưu bổng" not in text
    assert "luật" not in text


def test_the_sheet_prints(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if not chromium or not shutil.which("pdftotext"):
        pytest.skip("chromium or pdftotext is not installed")
    (tmp_path / "a.html").write_text(page("termsheet"), encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={tmp_path / 'a.pdf'}"]
    subprocess.run(
        [*command, str(tmp_path / "a.html")], capture_output=True, check=True, timeout=60
    )
    shown = subprocess.run(
        ["pdftotext", "-layout", "a.pdf", "-"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "lương hưu" in shown.stdout
