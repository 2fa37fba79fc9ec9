"""The glossary as a folder of files, for any web host or a USB stick; search included.

in      a project
out     pages in each language of the interface, with relative links, that need no server
rules   The folder is new, empty, or one that was written here before. Everything is written beside
        it first and takes its place in one step. Two runs over one state give the same bytes.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError, OutputError, reason_of
from glossary.interface import ENGLISH, _, languages, speak
from glossary.project import Project
from glossary.web import browsing, contents
from glossary.web.concepts import Concept, letter_name, link_name
from glossary.web.contents import Values
from glossary.web.labels import status_code
from glossary.web.links import SiteLinks
from glossary.web.rendering import ASSETS, asset, render
from glossary.web.search import Answer
from glossary.web.snapshot import Office, Snapshot

MARK = ".glossary-site"
"""The file that says that a folder is ours; it names the others, one a line."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing a site does to its folder: numbers of files."""

    total: int
    changed: int
    removed: int

    @property
    def is_change(self) -> bool:
        """Whether anything would be another file than before."""
        return bool(self.changed or self.removed)


def site_files(project: Project, language: str = "") -> Files:
    """The files of the site by their paths; `language` restricts it to one catalog."""
    snapshot = Office(project, language).latest
    files: dict[str, bytes] = {f"static/{name}": asset(name) for name in ASSETS}
    files["static/terms.js"] = _terms_script(snapshot)
    for tag in languages():
        # In a context of its own: whoever asked goes on in their language.
        files |= copy_context().run(_spoken_files, snapshot, tag)
    files["index.html"] = copy_context().run(_start, snapshot).encode()
    files[MARK] = "".join(f"{path}\n" for path in sorted(files)).encode()
    return files


def compare(folder: Path, files: Files) -> Changes:
    """What `write` would do; raises OutputError as it does."""
    before = _ours(folder)
    changed = sum(_content(folder / path) != data for path, data in files.items())
    return Changes(len(files), changed, len(set(before) - set(files)))


def write(folder: Path, files: Files) -> Changes:
    """Write the site; OutputError where the folder holds other files or cannot be written.

    What was there stays until everything is written.
    """
    changes = compare(folder, files)
    if not changes.is_change:
        return changes
    target = folder.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(".new", f".{target.name}.", target.parent))
        try:
            _fill(fresh, files)
            _exchange(target, fresh)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise OutputError(
            _("cannot write the site: {reason}").format(reason=reason_of(error)),
            hint=_("What was there is untouched. Name a folder whose parent you may write to."),
            path=folder,
        ) from error
    return changes


def _spoken_files(snapshot: Snapshot, tag: str) -> dict[str, bytes]:
    """The pages with the interface in a language, in its folder."""
    speak(tag)
    return {
        f"{tag}/{path}": render(
            template, SiteLinks(path, language=tag), language=tag, **values
        ).encode()
        for path, template, values in _pages(snapshot)
    }


def _pages(snapshot: Snapshot) -> Iterator[tuple[str, str, Values]]:
    """Each page: its path, its template and what it shows, in the language that is spoken now."""
    empty: Values = {"query": "", "answer": Answer(""), "rows": ()}
    yield "index.html", "home.html", contents.start_values(snapshot) | empty
    yield "progress.html", "progress.html", contents.progress_values(snapshot)
    for concept in snapshot.concepts:
        yield f"terms/{concept.name}.html", "term.html", contents.term_values(snapshot, concept)
    for alphabet in browsing.alphabets(snapshot):
        for letter in alphabet.letters:
            name = letter_name(letter)
            values = contents.letter_values(snapshot, alphabet.language, name)
            yield f"letters/{alphabet.language}-{name}.html", "list.html", values or {}
    for field in browsing.fields(snapshot):
        name = link_name(field) or "0"
        yield f"fields/{name}.html", "list.html", contents.field_values(snapshot, name) or {}


def _start(snapshot: Snapshot) -> str:
    """The page that leads to those in the language of the readers."""
    known = languages()
    first = next((tag for tag in snapshot.languages if tag in known), ENGLISH)
    links = SiteLinks("", language=first)
    return render("start.html", links, language=first, title=snapshot.title)


def _terms_script(snapshot: Snapshot) -> bytes:
    """What site.js searches: the names of every term."""
    terms = [_term(concept) for concept in snapshot.concepts]
    rows = ",\n".join(json.dumps(term, ensure_ascii=False) for term in terms)
    language = json.dumps(snapshot.source_language)
    text = f"window.glossaryLanguage = {language};\nwindow.glossaryTerms = [\n{rows}\n];\n"
    return text.encode()


def _term(concept: Concept) -> list[object]:
    equivalents = [[tag, e.target, status_code(e)] for tag, e in concept.entries.items()]
    others = [
        text
        for entry in concept.entries.values()
        for text, _standing in entry.equivalents
        if text != entry.target
    ]
    names = dict.fromkeys((*concept.about.other_names, *others))
    return [concept.name, concept.source, concept.sense, equivalents, list(names)]


def _ours(folder: Path) -> list[str]:
    """The files of ours in a folder, none where it is new or empty; OutputError for others."""
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return []
        listed = (folder / MARK).read_text(encoding="utf-8").split("\n")
        found = {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
        }
    except (OSError, ValueError) as error:
        raise _not_ours(folder) from error
    if strange := sorted(found - {*listed, MARK}):
        raise _not_ours(folder, strange[0])
    return sorted(found)


def _not_ours(folder: Path, name: str = "") -> GlossaryError:
    what = _("the folder holds “{name}”, which is not of the site").format(name=name)
    return OutputError(
        what if name else _("the folder is not empty, and holds no site of ours"),
        hint=_("Name a new or empty folder; what is in this one would be lost."),
        path=folder,
    )


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _fill(folder: Path, files: Files) -> None:
    folder.chmod(0o755)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _exchange(target: Path, fresh: Path) -> None:
    """Put the folder `fresh` in the place of `target`, or leave that as it was."""
    if not target.exists():
        fresh.rename(target)
        return
    old = fresh.with_suffix(".old")
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    with contextlib.suppress(OSError):
        shutil.rmtree(old)
