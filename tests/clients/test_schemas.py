"""The official schemas accept every export, in each profile."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

VALIDATE = Path(__file__).parent.parent.parent.parent / "shared" / "validate.py"
PROFILES = ("plain", "omegat", "weblate", "excel", "phrase", "trados", "memoq")
pytestmark = pytest.mark.skipif(not VALIDATE.exists(), reason="the validator is not at hand")


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_files_of_sentences(export: Callable[..., Path], name: str) -> None:
    files = [export(name, profile, "vi-VN" * (profile == "phrase")) for profile in PROFILES]
    command = [sys.executable, str(VALIDATE), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == len(PROFILES)
    assert "WARN" not in done.stdout
