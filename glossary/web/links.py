"""Where the pages lead: addresses of a running server, or relative ones between files."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import quote, urlencode


class Links(Protocol):
    """The addresses that a page shows; each method names what it leads to.

    `here` is the page itself and `language` the interface's.
    """

    @property
    def is_site(self) -> bool:
        """Whether there is no server: nothing can be sent to it."""

    def home(self, query: str = "") -> str:
        """The start page, with the results for `query`."""

    def term(self, name: str) -> str:
        """The page of a term, by `Concept.name`."""

    def letter(self, language: str, name: str) -> str:
        """The terms under a letter, by `letter_name`."""

    def field(self, name: str) -> str:
        """The terms of a subject field, by `link_name`."""

    def progress(self) -> str:
        """How far the catalogs have come."""

    def annotate(self) -> str:
        """The page that marks the terms of a text."""

    def asset(self, name: str) -> str:
        """A file of ours: style sheet, script, picture."""

    def speaking(self, language: str) -> str:
        """This page with the interface in another language."""


class ServerLinks:
    """Addresses of a server; `here` is the path of the page, `version` that of the assets."""

    is_site = False

    def __init__(self, here: str, *, query: str = "", version: str = "") -> None:
        self._here = here
        self._query = query
        self._version = version

    def home(self, query: str = "") -> str:
        """See `Links`."""
        return f"/?{urlencode({'q': query})}" if query else "/"

    def term(self, name: str) -> str:
        """See `Links`."""
        return f"/terms/{quote(name, safe='')}"

    def letter(self, language: str, name: str) -> str:
        """See `Links`."""
        return f"/letters/{quote(language, safe='')}/{quote(name, safe='')}"

    def field(self, name: str) -> str:
        """See `Links`."""
        return f"/fields/{quote(name, safe='')}"

    def progress(self) -> str:
        """See `Links`."""
        return "/progress"

    def annotate(self) -> str:
        """See `Links`."""
        return "/annotate"

    def asset(self, name: str) -> str:
        """See `Links`; the version lets browsers keep the file until it is another."""
        return f"/static/{name}?v={self._version}"

    def speaking(self, language: str) -> str:
        """See `Links`."""
        query = {"q": self._query} if self._query else {}
        return f"{quote(self._here)}?{urlencode({**query, 'interface': language})}"


class SiteLinks:
    """Relative addresses in a folder of files; `here` is the page's path below its language.

    Each language of the interface has a folder of its own, and the assets have one beside them.
    """

    is_site = True

    def __init__(self, here: str, *, language: str) -> None:
        self._here = PurePosixPath(here)
        self._language = language

    def home(self, query: str = "") -> str:
        """See `Links`."""
        return self._to("index.html") + (f"#{urlencode({'q': query})}" if query else "")

    def term(self, name: str) -> str:
        """See `Links`."""
        return self._to(f"terms/{name}.html")

    def letter(self, language: str, name: str) -> str:
        """See `Links`."""
        return self._to(f"letters/{language}-{name}.html")

    def field(self, name: str) -> str:
        """See `Links`."""
        return self._to(f"fields/{name}.html")

    def progress(self) -> str:
        """See `Links`."""
        return self._to("progress.html")

    def annotate(self) -> str:
        """See `Links`; a folder of files cannot annotate."""
        return self.home()

    def asset(self, name: str) -> str:
        """See `Links`."""
        return self._up(1) + f"static/{name}"

    def speaking(self, language: str) -> str:
        """See `Links`."""
        return self._up(1) + f"{language}/{self._here}"

    def _to(self, path: str) -> str:
        return self._up(0) + path

    def _up(self, more: int) -> str:
        return "../" * (len(self._here.parts) - 1 + more)
