"""Two readers of npm: gettext-parser for PO and MO, xliff for XLIFF 1.2 and 2.1."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from glossary.project import Project

READ = """
import { createRequire } from "module";
import { pathToFileURL } from "url";
import fs from "fs";
const require = createRequire(process.env.NODE_PATH + "/");
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const [kind, file] = process.argv.slice(-2);
const out = {};
if (kind === "po" || kind === "mo") {
  const module = await load("gettext-parser");
  const parser = (module.default ?? module)[kind] ?? module[kind];
  const found = parser.parse(fs.readFileSync(file));
  for (const context of Object.values(found.translations))
    for (const unit of Object.values(context)) if (unit.msgid) out[unit.msgid] = unit.msgstr[0];
} else if (kind !== "none") {
  const module = await load("xliff");
  const xliff = module.default ?? module;
  const text = fs.readFileSync(file, "utf8");
  const found = await (kind === "xliff2" ? xliff.xliff2js(text) : xliff.xliff12ToJs(text));
  for (const units of Object.values(found.resources))
    for (const unit of Object.values(units)) out[unit.source] = unit.target;
} else { await load("gettext-parser"); await load("xliff"); }
console.log(JSON.stringify(out));
"""


@cache
def is_there() -> bool:
    """Whether node finds both readers, which NODE_PATH names the folder of."""
    if not shutil.which("node") or not os.environ.get("NODE_PATH"):
        return False
    return run("none", Path()).returncode == 0


def run(kind: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = ["node", "--input-type=module", "-e", READ, kind, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def read(kind: str, path: Path) -> dict[str, str]:
    """Source and target of each unit that the reader finds."""
    if not is_there():
        pytest.skip("npm's gettext-parser and xliff are not in NODE_PATH")
    done = run(kind, path)
    assert done.returncode == 0, done.stderr
    return {source: target or "" for source, target in json.loads(done.stdout).items()}


@pytest.mark.parametrize("kind", ["po", "mo"])
def test_terms(project: Project, export: Callable[..., Path], kind: str) -> None:
    found = read(kind, export(kind))
    assert found["voluntary social insurance"] == "bảo hiểm xã hội tự nguyện"
    usable = sum(
        bool(one.target and not one.needs_review)
        for one in project.catalog("vi").read().entries
        if not one.obsolete
    )
    assert sum(bool(target) for target in found.values()) >= usable


@pytest.mark.parametrize("kind", ["xliff", "xliff2"])
def test_sentences(export: Callable[..., Path], counted: tuple[int, int, int], kind: str) -> None:
    found = read(kind, export(kind))
    translated = [target for target in found.values() if target]
    assert 0.8 * counted[2] <= len(translated) <= counted[2]
