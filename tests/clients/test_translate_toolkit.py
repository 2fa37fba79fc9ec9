"""Translate Toolkit, as Virtaal and Weblate use it: it finds every unit that we wrote."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not find_spec("translate"), reason="Translate Toolkit is not installed"
)

# In a process of its own: it is licensed otherwise, and patches what it imports.
COUNT = """
import json, sys
from translate.storage import csvl10n, po, tbx, tmx, utx, xliff, xliff2
kinds = {"tmx": tmx.tmxfile, "xliff": xliff.xlifffile, "xliff2": xliff2.Xliff2File,
         "tbx": tbx.tbxfile, "utx": utx.UtxFile, "csv": csvl10n.csvfile, "po": po.pofile}
with open(sys.argv[2], "rb") as stream:
    store = kinds[sys.argv[1]].parsestring(stream.read())
units = [u for u in store.units if u.istranslatable() and u.source]
print(json.dumps([[str(u.source), str(u.target or "")] for u in reversed(units)]))
"""


def read(name: str, path: Path) -> dict[str, str]:
    """Source and target of each unit that Translate Toolkit finds, the first one of a source."""
    command = [sys.executable, "-c", COUNT, name, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_sentences(export: Callable[..., Path], counted: tuple[int, int, int], name: str) -> None:
    found = read(name, export(name))
    translated = [target for target in found.values() if target]
    _terms, _sentences, done = counted
    assert 0.8 * done <= len(translated) <= done  # a sentence of two articles comes once


@pytest.mark.parametrize(
    ("name", "profile"), [("tbx", "plain"), ("utx", "plain"), ("csv", "weblate"), ("po", "plain")]
)
def test_entries(
    export: Callable[..., Path], counted: tuple[int, int, int], name: str, profile: str
) -> None:
    found = read(name, export(name, profile))
    assert found["voluntary social insurance"] == "bảo hiểm xã hội tự nguyện"
    terms, _sentences, _done = counted
    assert sum(bool(target) for target in found.values()) == terms
