"""F001–F005: the header of the file.

source  the GNU gettext manual, "Filling in the Header Entry" and "Plural forms"
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

from glossary.checks._charset import is_utf8
from glossary.checks._contract import (
    Collection,
    CollectionCheck,
    Fix,
    Issue,
    Part,
    Setting,
    Severity,
)
from glossary.interface import _

__all__ = ["CHECKS"]

_PLURAL = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?)\s*;?\s*", re.DOTALL)
_NUMBERS = (*range(200), 1000, 10**6)
"""Numbers for which two plural rules are compared: every rule repeats within 100."""


class _HeaderCheck(CollectionCheck):
    """A check of the header."""

    def issue(self, message: str, *, name: str = "", value: str | None = None) -> Issue:
        """An issue with the header; `value` is what the field `name` must certainly be."""
        fix = Fix(Part.HEADER, name, value) if value is not None else None
        return Issue(self.code, self.severity, message, part=Part.HEADER, text=name, fix=fix)


class NoHeader(_HeaderCheck):
    """The file has no header."""

    code = "F001"
    severity = Severity.ERROR
    in_templates = True

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Without one, tools guess the charset and the plural forms."""
        if subject.header is None:
            yield self.issue(_('the file has no header entry (msgid "")'))


class WrongLanguage(_HeaderCheck):
    """The header names no language, or another one than the folder."""

    code = "F002"
    severity = Severity.ERROR

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """The folder is that of gettext: `vi/LC_MESSAGES/`."""
        if subject.header is None:
            return
        stated = subject.header.fields.get("language", "").replace("_", "-")
        wanted = setting.folder_language
        if not stated:
            value = wanted.replace("-", "_") or None
            yield self.issue(_("the header names no language"), name="Language", value=value)
        elif wanted and stated.lower() != wanted.lower():
            yield self.issue(
                _("the header says “{stated}”, the folder “{wanted}”").format(
                    stated=stated, wanted=wanted
                ),
                name="Language",
            )
        elif setting.language is None:
            yield self.issue(_("“{stated}” is no language").format(stated=stated), name="Language")


class WrongPluralForms(_HeaderCheck):
    """The header's plural forms are missing or not those of the language."""

    code = "F003"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Rules that give the same form for every number are the same rule."""
        if subject.header is None or setting.language is None:
            return
        stated = subject.header.fields.get("plural-forms", "")
        wanted = setting.language.plural_forms
        if not stated:
            message = _("the header has no Plural-Forms; {tag} has “{wanted}”").format(
                tag=setting.language.tag, wanted=wanted
            )
        elif _same_rule(stated, wanted):
            return
        else:
            message = _("“{stated}” is not the rule of {tag}: “{wanted}”").format(
                stated=stated, tag=setting.language.tag, wanted=wanted
            )
        yield self.issue(message, name="Plural-Forms", value=wanted)


class WrongCharset(_HeaderCheck):
    """The file is not in UTF-8, or does not say so."""

    code = "F004"
    in_templates = True

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Tools that pass the file on may lose letters."""
        if subject.header is None:
            return
        stated = subject.header.fields.get("content-type", "")
        if not is_utf8(stated):
            charset = stated.lower().partition("charset=")[2] or _("no charset")
            yield self.issue(
                _("the header names {charset}, not UTF-8").format(charset=charset),
                name="Content-Type",
            )


class FuzzyHeader(_HeaderCheck):
    """The header is marked fuzzy."""

    code = "F005"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Then `msgfmt` leaves it out, and programs guess the charset."""
        if subject.header and subject.header.is_fuzzy:
            yield self.issue(_("the header is marked fuzzy"))


def _same_rule(one: str, other: str) -> bool:
    """Whether two plural rules give the same form for every number.

    >>> _same_rule("nplurals=2; plural=n != 1;", "nplurals=2; plural=(n!=1)")
    True
    """
    rules = [_PLURAL.fullmatch(text) for text in (one, other)]
    if None in rules:
        return False
    first, second = ((int(rule[1]), rule[2]) for rule in rules if rule)
    if first[0] != second[0]:
        return False
    try:
        forms = [gettext.c2py(rule) for rule in (first[1], second[1])]
        return all(forms[0](number) == forms[1](number) for number in _NUMBERS)
    except (ValueError, ZeroDivisionError):
        return False


CHECKS = (NoHeader(), WrongLanguage(), WrongPluralForms(), WrongCharset(), FuzzyHeader())
