"""Start a project: the folders and files of an empty glossary for another office."""

from __future__ import annotations

from pathlib import Path

from glossary.errors import OutputError, ProjectError, reason_of
from glossary.interface import _
from glossary.project.places import DOMAIN, LOCALES
from glossary.project.project import Project
from glossary.project.settings import default_file

_README = """\
# {name}

A glossary kept with the command `glossary`.

1. Put the articles into `seeds/`, as .txt files in UTF-8, named by their date (`2024-07-17.txt`).
2. `glossary extract` finds their terms and writes `locales/glossary.pot`.
3. `glossary init vi` starts the catalog of a language (here Vietnamese). Fill it in any PO editor.
4. `glossary review vi` goes through what is open. `glossary prepare -l vi` writes a PO file of each
   article to translate, `glossary check` looks for faults, `glossary deliver` writes the result.
5. `glossary doctor` says what is in force and what is missing. Settings: `locales/glossary.ini`.
"""

_GITIGNORE = """# The translation memory and what is made anew at will.
/locales/memory.db*
/locales/memory.*.index
*.mo
*~
"""


def plan(root: Path, *, source_language: str = "en", name: str = "") -> dict[Path, str]:
    """The files that `create` would write, with their text; those that exist are left out.

    Raises ProjectError when there is a project in `root` already.
    """
    if (root / LOCALES).exists():
        raise ProjectError(
            _("there is a project in {root} already: it has “{locales}”").format(
                root=root, locales=LOCALES
            ),
            hint=_("See what it holds with: glossary --project {root} doctor").format(root=root),
        )
    name = name or root.absolute().name
    files = {
        root / "README.md": _README.format(name=name),
        root / ".gitignore": _GITIGNORE,
        root / LOCALES / f"{DOMAIN}.ini": default_file(source_language=source_language, name=name),
    }
    return {path: text for path, text in files.items() if not path.exists()}


def create(root: Path, *, source_language: str = "en", name: str = "") -> Project:
    """The new, empty project in `root`, which is made where it is missing.

    A file that exists already is kept. Raises OutputError when a folder or file cannot be made.
    """
    files = plan(root, source_language=source_language, name=name)
    try:
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        place = Path(error.filename) if error.filename else root
        raise OutputError(
            _("cannot make the project: {reason}").format(reason=reason_of(error)),
            hint=_("Check that you may write there."),
            path=place,
        ) from error
    return Project.open(root)
