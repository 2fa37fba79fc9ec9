"""Diagnose an installation and a project: what is in force, what is missing, what could be added.

in      a project, or nothing but the installed package
out     findings, each one line; errors of single files become findings too
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.interface import _, marked
from glossary.project.project import Project
from glossary.project.settings import SETTINGS

PACKAGE = "glossary"

EXTRAS = {
    "cluster": marked("counting on several machines: pip install '.[cluster]'"),
    "test": marked("what the tests need: pip install '.[test]' && pytest"),
    "bench": marked("the peers and tools of the benchmarks: pip install '.[bench]'"),
    "dev": marked("the style and type checkers of the developers: pip install '.[dev]'"),
}
"""What each extra of the package adds; a test keeps the list complete."""

WORDS = (
    marked("versions"), marked("extras"), marked("project"), marked("settings"), marked("files"),
    marked("folder"), marked("articles"), marked("decisions"), marked("template"),
    marked("catalogs"), marked("nltk tagger data"), marked("missing"), marked("installed"),
    marked("present"), marked("not here"), marked("none"), marked("in force"), marked("unusable"),
    marked("default"),
)  # fmt: skip
"""Parts, items and values of a `Finding`, which are translated where they are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a diagnosis. `part` groups the lines; `is_fault` marks what stops the work."""

    part: str
    item: str
    value: str
    remark: str = ""
    is_fault: bool = False


def diagnose_installation() -> Iterator[Finding]:
    """The versions in use, the extras, and whether NLTK's own tagger could be used."""
    yield Finding("versions", "python", ".".join(map(str, sys.version_info[:3])))
    for name in (PACKAGE, *_dependencies("")):
        installed = _version(name)
        remark = "" if installed else f"pip install {name}"
        yield Finding("versions", name, installed or "missing", remark, is_fault=not installed)
    for extra in metadata(PACKAGE).get_all("Provides-Extra") or []:
        missing = [name for name in _dependencies(extra) if not _version(name)]
        value = "installed"
        if missing:
            value = _("lacks {names}").format(names=", ".join(missing))
        yield Finding("extras", extra, value, EXTRAS.get(extra, ""))
    yield _tagger_data()


def diagnose_project(project: Project) -> Iterator[Finding]:
    """The settings in force and where they come from, the articles, the files and their health."""
    yield Finding("project", "folder", str(project.root.absolute()))
    yield from _settings(project)
    yield _articles(project)
    yield _decisions(project)
    yield _template(project)
    for language in sorted({*project.languages(), *project.settings.languages}):
        yield _catalog(project, language)
    if not (project.languages() or project.settings.languages):
        yield Finding("files", "catalogs", "none", _("start one with: glossary init LANG"))


def _settings(project: Project) -> Iterator[Finding]:
    for setting in SETTINGS:
        value = getattr(project.settings, setting.key)
        written = ", ".join(value) if isinstance(value, tuple) else str(value or setting.default)
        line = project.settings.lines.get(setting.key)
        origin = f"{_name(project.settings_path, project)}:{line}" if line else "default"
        yield Finding("settings", setting.key, written or "—", origin)


def _articles(project: Project) -> Finding:
    try:
        count = len(project.articles())
    except GlossaryError as error:
        return _fault("articles", error)
    return Finding("files", "articles", str(count), _name(project.articles_folder, project))


def _decisions(project: Project) -> Finding:
    from glossary.extraction.decisions import read_decisions

    if not project.decisions_path.exists():
        return Finding("files", "decisions", "none", _name(project.decisions_path, project))
    try:
        read_decisions(project.decisions_path)
    except GlossaryError as error:
        return _fault("decisions", error)
    return Finding("files", "decisions", "in force", _name(project.decisions_path, project))


def _template(project: Project) -> Finding:
    from glossary.catalog import CatalogFile

    if not project.template.exists():
        return Finding("files", "template", "missing", _("write it with: glossary extract"))
    try:
        count = len(CatalogFile(project.template).read().entries)
    except GlossaryError as error:
        return _fault("template", error)
    return Finding(
        "files",
        "template",
        _("{count} entries").format(count=count),
        _name(project.template, project),
    )


def _catalog(project: Project, language: str) -> Finding:
    from glossary.catalog import progress

    path = project.catalog_path(language)
    item = _("catalog {language}").format(language=language)
    if not path.exists():
        return Finding(
            "files",
            item,
            "missing",
            _("start it with: glossary init {language}").format(language=language),
        )
    try:
        counts = progress(project.catalog(language).read().entries).counts
    except GlossaryError as error:
        return _fault(item, error)
    value = _("{usable} usable, {to_review} to review, {open} open").format(
        usable=counts.usable, to_review=counts.to_review, open=counts.open
    )
    return Finding("files", item, value, _name(path, project))


def _name(path: Path, project: Project) -> str:
    """A path as seen from the project."""
    return str(path.relative_to(project.root) if path.is_relative_to(project.root) else path)


def _fault(item: str, error: GlossaryError) -> Finding:
    remark = f"{error}; {error.hint}" if error.hint else str(error)
    return Finding("files", item, "unusable", remark, is_fault=True)


def _tagger_data() -> Finding:
    from glossary.text.tagging import tagger

    try:
        tagger("nltk")
    except GlossaryError as error:
        return Finding("extras", "nltk tagger data", "not here", error.hint)
    return Finding("extras", "nltk tagger data", "present", _("use it with: --tagger nltk"))


def _dependencies(extra: str) -> list[str]:
    """The names of the packages that an extra asks for; those always needed for the empty name."""
    found = []
    for line in requires(PACKAGE) or []:
        wanted = re.search(r"extra == ['\"]([^'\"]+)['\"]", line)
        name = re.match(r"[\w.-]+", line)
        if name and (wanted[1] if wanted else "") == extra:
            found.append(name[0])
    return found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
