"""GNU gettext accepts what we export."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")


@pytest.mark.parametrize("name", ["po", "pot"])
def test_a_catalog_is_well_formed(export: Callable[..., Path], name: str, tmp_path: Path) -> None:
    command = ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(export(name))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    if name == "po":
        assert done.stderr == ""


def test_an_mo_file_is_read_back(export: Callable[..., Path]) -> None:
    command = ["msgunfmt", str(export("mo"))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert 'msgid "voluntary social insurance"\nmsgstr "bảo hiểm xã hội tự nguyện"' in done.stdout
