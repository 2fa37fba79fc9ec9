"""New catalogs: a header that msgfmt is content with, every term open."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary.catalog import Catalog, new_catalog
from glossary.languages import language
from glossary.model import Entry

CREATED = datetime(2026, 11, 22, 5, 41, tzinfo=UTC)
TEMPLATE = [
    Entry("pension", comments=("noun · old age · 1 in 1 article",), references=("a.txt:1",)),
    Entry("act", sense="law"),
]


def test_header() -> None:
    made = new_catalog(
        TEMPLATE,
        language=language("vi"),
        created=CREATED,
        project="VSS 1.2",
        translator="Nguyễn Văn A <a@example.org>",
        template_date="2026-11-01 10:00+0700",
    )
    fields = {
        "Project-Id-Version": "VSS 1.2",
        "POT-Creation-Date": "2026-11-01 10:00+0700",
        "PO-Revision-Date": "2026-11-22 05:41+0000",
        "Last-Translator": "Nguyễn Văn A <a@example.org>",
        "Language-Team": "Vietnamese",
        "Language": "vi",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    assert {name: made.header(name) for name in fields} == fields
    assert made.header("X-Generator").startswith("glossary ")


def test_every_term_is_open() -> None:
    data = new_catalog(TEMPLATE, language=language("vi"), created=CREATED).to_bytes()
    assert list(Catalog.from_bytes(data).entries) == TEMPLATE
    assert b"\r" not in data
    assert data.endswith(b'msgstr ""\n')


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("tag", ["vi", "ko", "fr", "lo", "ja", "zh-Hans", "ar", "pl", "en-GB"])
def test_msgfmt_finds_no_fault(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "glossary.po"
    path.write_bytes(new_catalog(TEMPLATE, language=language(tag), created=CREATED).to_bytes())
    run = subprocess.run(
        ["msgfmt", "-c", "--check-header", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
