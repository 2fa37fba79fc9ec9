"""A project: the folder with `locales/`, its settings, its articles and its catalogs.

Nothing of the library is imported before it is used, so that a look-up starts without the
extractor and ``glossary --help`` without anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import InputError, NotFoundError, ProjectError, reason_of
from glossary.interface import _
from glossary.languages import fold
from glossary.languages import language as find_language
from glossary.project.places import DOMAIN, LOCALES, catalogs_in, is_folder, root_around
from glossary.project.settings import Settings, read_settings

if TYPE_CHECKING:
    from glossary.catalog import CatalogFile, Counts, Progress

NAMES = "names.txt"
ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Project:
    """One glossary: `root` is the folder that holds `locales/`."""

    root: Path
    settings: Settings

    @classmethod
    def open(cls, root: Path) -> Project:
        """The project in the folder `root` itself, or ProjectError."""
        if not is_folder(root / LOCALES):
            raise ProjectError(
                _("no project in {root}: it has no folder “{locales}”").format(
                    root=root, locales=LOCALES
                ),
                hint=_("Start one with: glossary new {root}").format(root=root),
            )
        return cls(root, read_settings(root / LOCALES / f"{DOMAIN}.ini"))

    @classmethod
    def around(cls, start: Path) -> Project | None:
        """The project that `start` stands in: the nearest folder upwards with `locales/`."""
        root = root_around(start)
        return cls.open(root) if root else None

    @classmethod
    def find(cls, start: Path) -> Project:
        """The project that `start` stands in, or ProjectError."""
        if found := cls.around(start):
            return found
        raise ProjectError(
            _(
                "no project here: neither {start} nor a folder above it has a folder “{locales}”"
            ).format(start=start, locales=LOCALES),
            hint=_("Go to a project, name it with --project DIR, or start one: glossary new DIR"),
        )

    @property
    def locales(self) -> Path:
        """The folder of the template and the catalogs."""
        return self.root / LOCALES

    @property
    def settings_path(self) -> Path:
        """The settings file, which need not exist."""
        return self.locales / f"{DOMAIN}.ini"

    @property
    def template(self) -> Path:
        """The English glossary: the gettext template."""
        return self.locales / f"{DOMAIN}.pot"

    @property
    def memory_path(self) -> Path:
        """The record of the translation memory, which need not exist."""
        return self.locales / "memory.db"

    @property
    def decisions_path(self) -> Path:
        """The editor's decisions about extraction, which need not exist."""
        return self.locales / "decisions.txt"

    def names(self, language: str) -> dict[str, str]:
        """The table of persons and places for `language`; empty where there is none."""
        from glossary.project.names import read_names

        return read_names(self.locales / find_language(language).locale / NAMES)

    @property
    def articles_folder(self) -> Path:
        """The folder of the articles."""
        return self.root / self.settings.articles

    def articles(self) -> list[Path]:
        """The articles, sorted by name: every ``*.txt`` of their folder, at least one."""
        folder = self.articles_folder
        hint = _("Put .txt files in UTF-8 there, or set “articles” in {settings_path}.").format(
            settings_path=self.settings_path
        )
        try:
            names = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
        except FileNotFoundError:
            raise InputError(
                _("the folder of articles does not exist"), hint=hint, path=folder
            ) from None
        except OSError as error:
            reason = reason_of(error)
            raise InputError(
                _("cannot read the folder of articles: {reason}").format(reason=reason),
                hint=_("Check that you may read it."),
                path=folder,
            ) from error
        found = [path for path in names if not path.name.startswith(".") and not path.is_dir()]
        if not found:
            raise InputError(_("the folder holds no articles (*.txt)"), hint=hint, path=folder)
        return found

    def article(self, name: str | Path) -> Path:
        """The article that a path, a file name or a date means; NotFoundError where there is none.

        ``2020-05-23`` and ``2020-05-23.txt`` are looked for among the project's articles.
        """
        path = Path(name)
        if path.is_file() or path.name != str(path):
            return path
        names = {one.name: one for one in self.articles()}
        for guess in (path.name, f"{path.name}.txt"):
            if guess in names:
                return names[guess]
        near = get_close_matches(f"{path.stem}.txt", names, n=1)
        raise NotFoundError(
            _("there is no article “{name}”").format(name=name),
            hint=_("Did you mean “{name}”?").format(name=near[0])
            if near
            else _("The articles are in {folder}.").format(folder=self.articles_folder),
        )

    def bitext_path(self, article: str, language: str) -> Path:
        """Where the translation of an article (its file name) is kept, whether it exists or not.

        Raises NotFoundError when there is no such language.
        """
        name = f"{article.removesuffix('.txt')}.po"
        return self.locales / find_language(language).locale / ARTICLES / name

    def bitext(self, name: str, language: str) -> Path:
        """The translation of the article called `name`; NotFoundError where there is none."""
        stem = Path(name).name.removesuffix(".txt").removesuffix(".po")
        path = self.bitext_path(stem, language)
        if path.exists():
            return path
        there = [one.stem for one in self.bitexts(language)]
        near = get_close_matches(stem, there, n=1)
        raise NotFoundError(
            _("there is no translation “{name}”").format(name=name),
            hint=_("Did you mean “{name}”?").format(name=near[0])
            if near
            else _("Start it with: glossary prepare {name} -l {language}").format(
                name=stem, language=language
            ),
        )

    def bitexts(self, language: str = "") -> list[Path]:
        """The translated articles of `language`, or of every one, sorted; see `bitext_path`."""
        locale = find_language(language).locale if language else "*"
        return sorted(self.locales.glob(f"{locale}/{ARTICLES}/*.po"))

    def catalog_path(self, language: str) -> Path:
        """Where the catalog of `language` is kept, whether it exists or not.

        Raises NotFoundError when there is no such language.
        """
        locale = find_language(language).locale
        return self.locales / locale / "LC_MESSAGES" / f"{DOMAIN}.po"

    def languages(self) -> tuple[str, ...]:
        """The languages that have a catalog, sorted."""
        return tuple(catalogs_in(self.root))

    def meant_language(self, language: str) -> str:
        """The tag of the catalog that `language` means: its own, or that of the plain language."""
        tag = find_language(language).tag
        plain, there = tag.partition("-")[0], self.languages()
        return plain if tag not in there and plain in there else tag

    def catalog(self, language: str) -> CatalogFile:
        """The catalog of `language`, or NotFoundError when it was never started.

        vi-VN means vi where the project has no catalog of its own for it.
        """
        from glossary.catalog import CatalogFile

        path = self.catalog_path(self.meant_language(language))
        if not path.exists():
            there = ", ".join(self.languages()) or "none"
            raise NotFoundError(
                _("no catalog for “{language}”; there are: {there}").format(
                    language=language, there=there
                ),
                hint=_("Start it with: glossary init {language}").format(language=language),
            )
        return CatalogFile(path)

    @property
    def variant_key(self) -> Callable[[str], str]:
        """What gives equal keys for the variants of one term of the source language."""
        is_english = find_language(self.settings.source_language).tag.startswith("en")
        return _english_key if is_english else fold

    def progress(self, language: str = "") -> Mapping[str, Progress]:
        """How far the catalog of `language` has come, or every catalog, by language."""
        from glossary.catalog import progress

        languages = (language,) if language else self.languages()
        return {tag: progress(self.catalog(tag).read().entries) for tag in languages}

    def article_progress(self, language: str = "") -> Mapping[str, Mapping[str, Counts]]:
        """How far the translated articles have come: by language, then by the article's name."""
        from glossary.catalog.bitext import BitextFile
        from glossary.catalog.progress import article_progress

        found: dict[str, dict[str, Counts]] = {}
        for path in self.bitexts(language):
            tag = path.parts[-3].replace("_", "-")
            counts = article_progress(BitextFile(path).read().segments)
            found.setdefault(tag, {})[path.stem] = counts
        return found


def _english_key(text: str) -> str:
    from glossary.languages.en import comparison_key

    return comparison_key(text)
