"""A delivered page in Chromium: what a screen reader gets, and the pages that are printed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.formats import publication_html
from glossary.formats.publication import (
    Chapter,
    IndexEntry,
    IndexGroup,
    Layout,
    Paragraph,
    Piece,
    Publication,
    TermIndex,
    labels,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

LONG = Piece("It grew by a third in the year. " * 20, "Năm nay đã tăng một phần ba. " * 20)
CHAPTERS = tuple(
    Chapter(
        number,
        f"2020-05-2{number}",
        (
            Paragraph(1, 1, "title", (Piece("The ceremony", "Lễ ra quân"),)),
            Paragraph(2, 2, "date", (Piece("23/05/2020", "23/05/2020"),)),
            Paragraph(3, 3, "paragraph", (LONG, Piece("Open."), replace(LONG, is_doubtful=True))),
            Paragraph(4, 4, "heading", (Piece("A heading", "Một đề mục"),)),
            *(Paragraph(line, line, "paragraph", (LONG,)) for line in range(5, 12)),
        ),
    )
    for number in (1, 2)
)
INDEX = TermIndex(
    "Tiếng Việt – English",
    "vi",
    "en",
    (IndexGroup("L", (IndexEntry("lễ ra quân", "ceremony", ((1, 1), (2, 4))),)),),
)
BOOK = Publication(
    "Sách", CHAPTERS, "en", "vi", Layout.TARGET, labels("en"), (INDEX,), is_book=True
)


def chromium(folder: Path, *words: str) -> str:
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/user",
        *words,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    named = os.environ.get("AXE_CORE", "")
    if not named and shutil.which("npm"):
        command = ["npm", "root", "-g"]
        root = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        named = f"{root}/axe-core/axe.min.js"
    if not Path(named).is_file():
        pytest.skip("axe-core is not installed")
    return Path(named).read_text(encoding="utf-8")


@pytest.mark.parametrize("layout", [Layout.SIDE_BY_SIDE, Layout.INTERLINEAR])
def test_axe_finds_nothing(tmp_path: Path, axe: str, layout: Layout) -> None:
    page = publication_html.render(replace(BOOK, layout=layout)).decode()
    script = (
        f"<script>{axe}</script><script>axe.run().then((found) => {{ document.title ="
        " `AXE ${found.passes.length > 9} ${found.violations.map((one) => one.id)} END`;"
        "});</script></body>"
    )
    path = tmp_path / "page.html"
    path.write_text(page.replace("</body>", script))
    shown = chromium(tmp_path, "--virtual-time-budget=60000", "--dump-dom", path.as_uri())
    assert re.findall(r"<title>AXE (.*) END", shown) == ["true "]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_facing_pages_lie_side_by_side(tmp_path: Path) -> None:
    """A book opens at an even and an odd page: English on the left, Vietnamese on the right."""
    path = tmp_path / "page.html"
    path.write_bytes(publication_html.render(replace(BOOK, layout=Layout.FACING)))
    pdf = tmp_path / "page.pdf"
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", path.as_uri())
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")
    spreads = sum(len(list(chapter.spreads())) for chapter in CHAPTERS)
    for number in range(1, 1 + 2 * spreads, 2):
        left, right = pages[number], pages[number + 1]
        assert "It grew" in left or "The ceremony" in left
        assert "Năm nay" not in left
        assert "Năm nay" in right or "Lễ ra quân" in right
    assert "Index of terms" in pages[1 + 2 * spreads]
