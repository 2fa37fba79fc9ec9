"""LibreOffice opens our tables and shows what is in them."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")

CSV_IN_UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"


def convert(path: Path, kind: str, home: Path) -> str:
    """The file as LibreOffice writes it in another format."""
    command = [
        str(OFFICE),
        f"-env:UserInstallation=file://{home}/office",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(home),
        str(path),
    ]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return (home / path.with_suffix(f".{kind.partition(':')[0]}").name).read_text("utf-8-sig")


def test_a_sheet_of_terms(
    export: Callable[..., Path], counted: tuple[int, int, int], tmp_path: Path
) -> None:
    rows = list(csv.reader(convert(export("xlsx"), CSV_IN_UTF8, tmp_path).splitlines()))
    assert any(
        row[:2] == ["voluntary social insurance", "bảo hiểm xã hội tự nguyện"] for row in rows
    )
    assert len(rows) > counted[0]


def test_a_sheet_of_sentences(
    export: Callable[..., Path], counted: tuple[int, int, int], tmp_path: Path
) -> None:
    text = convert(export("bitext-xlsx"), CSV_IN_UTF8, tmp_path)
    rows = list(csv.reader(text.splitlines(keepends=True)))
    assert rows[0][:4] == ["No.", "Source (en)", "Target (vi)", "Status"]
    assert len(rows) == counted[1] + 1


def test_a_document(
    export: Callable[..., Path], counted: tuple[int, int, int], tmp_path: Path
) -> None:
    text = convert(export("bitext-docx"), "txt:Text (encoded):UTF8", tmp_path)
    assert "Target (vi)" in text
    assert "bảo hiểm xã hội tự nguyện" in text
    assert text.count("\ndraft") > 0.5 * counted[1]
