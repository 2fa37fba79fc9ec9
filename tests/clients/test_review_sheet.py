"""A sheet that LibreOffice opened and saved says the same as before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from glossary.project import Project
from glossary.project.editing import Writing
from glossary.project.review_sheet import review_sheet, take_back_sheet

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_saving_a_sheet_decides_nothing(project: Project, tmp_path: Path) -> None:
    data, count = review_sheet(project, language="vi")
    (tmp_path / "review.xlsx").write_bytes(data)
    home = tmp_path / "home"
    command = [str(OFFICE), f"-env:UserInstallation=file://{home}", "--headless", "--convert-to"]
    command += ["xlsx", "--outdir", str(home), str(tmp_path / "review.xlsx")]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    saved = home / "review.xlsx"
    assert saved.read_bytes() != data
    done = take_back_sheet(project, saved, by="NVA", language="vi", writing=Writing(True))
    assert done.before == done.after
    assert done.report.unchanged == count
    assert (done.approved, done.edited, done.doubted) == (0, 0, 0)
