"""Languages that have no module of their own, from the CLDR data that comes with Babel.

Babel is imported inside the functions: a look-up in English and Vietnamese must start without it.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from glossary.errors import NotFoundError
from glossary.interface import _
from glossary.languages._language import Language

if TYPE_CHECKING:
    from babel import Locale

# What CLDR's root says of a language whose plural rule is not known: one form for every number.
_NO_PLURAL = "nplurals=1; plural=0;"

# CLDR's operand for the exponent of a compact number ("2M"), unknown to gettext.
_COMPACT = re.compile(r"\be\b")


def from_cldr(tag: str) -> Language:
    """Give the language of a well-formed BCP 47 tag; NotFoundError when CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return _from_name_only(tag)
    english_name = locale.english_name or tag
    own_name = locale.display_name or english_name
    return Language(tag, english_name, own_name, _plural_forms(locale))


def separators(tag: str) -> tuple[str, str]:
    """Give the decimal and the grouping sign of a language; English's where CLDR has none.

    >>> separators("fr")[0], separators("de")
    (',', (',', '.'))
    """
    from babel import Locale, UnknownLocaleError

    try:
        symbols = Locale.parse(tag, sep="-").number_symbols
    except (UnknownLocaleError, ValueError):
        return ".", ","
    signs = symbols.get("latn", symbols)
    return str(signs.get("decimal", ".")), str(signs.get("group", ","))


def _from_name_only(tag: str) -> Language:
    """Give a language that CLDR can name, but has no data of its own for, such as Hmong."""
    from babel import Locale

    name = Locale("en").languages.get(tag)
    if name is None:
        raise unknown_language(tag)
    return Language(tag, name, name, _NO_PLURAL)


def _plural_forms(locale: Locale) -> str:
    """Give the rule as gettext's users know it, or else CLDR's own rule.

    CLDR tells apart more forms than gettext can (French has one for compact millions, which takes
    an operand that msgfmt rejects), so Babel's table of gettext's traditional rules comes first.
    """
    from babel.messages.plurals import PLURALS, get_plural
    from babel.plural import to_gettext

    rule = to_gettext(locale.plural_form)
    if str(locale) in PLURALS or locale.language in PLURALS or _COMPACT.search(rule):
        return get_plural(locale).plural_forms
    return rule


def unknown_language(tag: str) -> NotFoundError:
    """Give the error for a tag that names no language, with the closest tags as its hint."""
    close = ", ".join(f"{code} ({name})" for code, name in _close_to(tag))
    hint = (
        _("Close to it: {close}.").format(close=close)
        if close
        else _("Tags look like vi, ko, fr, zh-Hans or pt-BR.")
    )
    return NotFoundError(_("no language has the tag “{tag}”").format(tag=tag), hint=hint)


def _close_to(tag: str) -> list[tuple[str, str]]:
    """Give up to three languages whose country, name or code resembles the tag, best first."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    english = Locale("en").languages
    names: dict[str, str] = {}
    for code, name in sorted(english.items()):
        names.setdefault(code, code)
        names.setdefault(name.casefold(), code)
        try:
            own = Locale.parse(code).display_name if len(code) == 2 else None
        except UnknownLocaleError:
            own = None
        if own:
            names.setdefault(own.casefold(), code)
    codes = [code for code in get_official_languages(tag.upper()) if code in english]
    alike = difflib.get_close_matches(tag.casefold(), names, n=3, cutoff=0.75)
    codes += [names[name] for name in alike]
    return [(code, english[code]) for code in dict.fromkeys(codes)][:3]
