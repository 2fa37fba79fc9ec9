"""The language in which the program speaks to its user, by gettext.

Messages are written in English, with named fields that are filled in after the translation:
``_("no catalog for “{language}”").format(language=language)``. The library marks them and never
asks which language is wanted; whoever speaks to the user says so with `speak`. What is written into
catalogs stays English: the next one who works on the file may speak another language.
"""

from __future__ import annotations

from contextvars import ContextVar
from gettext import GNUTranslations, NullTranslations, translation

from glossary import shipped

__all__ = ["DOMAIN", "ENGLISH", "_", "languages", "marked", "ngettext", "speak"]

DOMAIN = "interface"
"""The name of the catalogs that hold the messages: ``vi/LC_MESSAGES/interface.mo``."""

ENGLISH = "en"

_NO_TRANSLATIONS = NullTranslations()
_current: ContextVar[NullTranslations] = ContextVar("interface", default=_NO_TRANSLATIONS)
_loaded: dict[str, NullTranslations] = {ENGLISH: _NO_TRANSLATIONS}


def _(message: str) -> str:
    """`message` in the language of the interface, or as it is where that has no translation."""
    # An empty message would give the header of the catalog.
    return _current.get().gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits `count` things; see `_`."""
    return _current.get().ngettext(singular, plural, count)


def marked(message: str) -> str:
    """`message` as it is: a mark of what is kept in English and translated where it is shown."""
    return message


def speak(language: str) -> None:
    """Give messages in `language`, a tag such as ``vi``; English where there is no catalog of it.

    It holds for the running thread or task, so that a server can answer each in its own language.
    """
    tag = language.partition("-")[0]
    if tag not in _loaded:
        _loaded[tag] = _load(tag)
    _current.set(_loaded[tag])


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks, English first."""
    found = shipped.locales().glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parts[-3] for path in found))


def _load(tag: str) -> NullTranslations:
    return translation(DOMAIN, shipped.locales(), [tag], GNUTranslations, fallback=True)
