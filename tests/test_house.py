"""The rules of the house that a tool can check."""

import ast
import re
import subprocess
import sys
from configparser import ConfigParser
from graphlib import TopologicalSorter
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from grimp import build_graph

from glossary.cli import SECTIONS

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "glossary").rglob("*.py"))
# What a permissive licence calls itself in the field License, License-Expression or a classifier.
PERMISSIVE = re.compile(r"\b(MIT|BSD|Apache|Python Software Foundation|PSF|ISC|Unlicense)\b", re.I)
REFUSED = re.compile(r"\b(A?GPL|SSPL|Proprietary|Commercial)\b", re.I)


def dependencies() -> list[str]:
    found = [line for line in requires("glossary") or [] if "extra ==" not in line]
    return [re.match(r"[\w.-]+", line)[0] for line in found]  # type: ignore[index]


def test_imports_point_downwards_only() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_no_modules_import_each_other() -> None:
    graph = build_graph("glossary")
    modules = {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
    TopologicalSorter(modules).prepare()  # raises CycleError, which names the circle


def test_setup_names_every_folder() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    layers = re.findall(r"\w+", config["importlinter:contract:layers"]["layers"])
    modules = {path.name.removesuffix(".py") for path in (ROOT / "glossary").glob("[!_.]*")}
    assert modules - {"py.typed"} == set(layers)
    packages = set(config["options"]["packages"].split())
    folders = {path.parent.name for path in (ROOT / "glossary").glob("*/__init__.py")}
    assert packages == {"glossary", "glossary.locales", *(f"glossary.{name}" for name in folders)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert path.stem not in {"utils", "helpers", "common", "misc", "manager", "constants"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_underscore_module_stays_in_its_folder(path: Path) -> None:
    folder = ".".join(path.relative_to(ROOT).parent.parts)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            for name in names:
                owner, _mark, private = name.partition("._")
                # The function “_” of `glossary.interface` is no module.
                if name.startswith("glossary.") and private and not private.startswith("_"):
                    assert owner == folder, f"{path}: {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "glossary" / "cli").glob("[!_]*.py")))
def test_commands_do_not_import_each_other(path: Path) -> None:
    commands = {name for _, names in SECTIONS for name in names}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "glossary.cli":
            assert not commands & {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            folder, _, name = node.module.rpartition(".")
            assert folder != "glossary.cli" or name not in commands


@pytest.mark.parametrize("name", dependencies())
def test_the_licence_of_what_we_need_allows_mit(name: str) -> None:
    fields = metadata(name)
    classifiers = [c for c in fields.get_all("Classifier") or [] if c.startswith("License")]
    stated = " ".join(fields.get_all("License-Expression") or fields.get_all("License") or [""])
    # Some packages put the whole text into the field License; its first lines name it.
    licence = " ".join([*stated.splitlines()[:3], *classifiers])
    assert PERMISSIVE.search(licence), f"{name}: {licence}"
    assert not REFUSED.search(licence), f"{name}: {licence}"


def test_nothing_of_the_command_line_leaks_into_the_library() -> None:
    leaks = []
    for path in SOURCES:
        if "cli" in path.parts or path.name == "__main__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                leaks += [f"{path}:{node.lineno}"] * (node.func.id in {"print", "exit", "input"})
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                name = f"{node.value.id}.{node.attr}"
                leaks += [f"{path}:{node.lineno}"] * (
                    name in {"os.environ", "os.getenv", "sys.exit", "sys.argv"}
                )
    assert leaks == []
