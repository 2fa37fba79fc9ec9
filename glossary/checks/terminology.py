"""T001–T006: one entry and its equivalents.

in      an entry
source  TBX (ISO 30042) for what preferred, admitted and forbidden mean
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import EntryCheck, Issue, Part, Setting, Severity
from glossary.interface import _
from glossary.languages import vi
from glossary.model import Acceptability, Entry

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT_LETTERS = 4
"""A shorter English word may be Vietnamese without marks, or a part of a formula."""

_PHRASE = 2
_USABLE = (Acceptability.PREFERRED, Acceptability.ADMITTED)


class Missing(EntryCheck):
    """The term has no equivalent yet.

    A note: open work is no fault, and `glossary status` counts it.
    """

    code = "T001"
    severity = Severity.NOTE

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """See the title."""
        if not subject.target.strip() and not _is_begun(subject):
            yield self.issue(subject, _("has no equivalent yet"))


class OnlySecond(EntryCheck):
    """The term has an approval or other equivalents, but no preferred one."""

    code = "T002"

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """See the title."""
        if subject.target.strip() or not _is_begun(subject):
            return
        message = _("is approved, but has no preferred equivalent")
        if not subject.approval:
            message = _("admits “{text}”, but has no preferred equivalent").format(
                text=subject.admitted[0]
            )
        yield self.issue(subject, message)


class SameAsSource(EntryCheck):
    """The equivalent is the source itself, and that is neither a name nor an acronym."""

    code = "T003"

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """A source with a capital letter or a digit is a name, an acronym or a code.

        Languages that are near to English share single words with it: "information".
        """
        source = subject.source
        if subject.target.casefold().strip() != source.casefold() or source != source.lower():
            return
        words = _WORD.findall(source)
        if not words or any(char.isdigit() for char in source):
            return
        is_distant = setting.language is not None and setting.language.tag == "vi"
        if len(words) < _PHRASE and not is_distant:
            return
        if not all(word in vi.LOANWORDS for word in words):
            yield self.issue(subject, _("the equivalent is the same as the source"))


class LeftInSource(EntryCheck):
    """A word of the source was left in the equivalent."""

    code = "T004"
    languages = ("vi",)

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """Names (with a capital), words taken over and Vietnamese syllables may stand."""
        if subject.target.casefold() == subject.source.casefold():
            return
        own = {word for word in _WORD.findall(subject.source) if word == word.lower()}
        for word in _WORD.findall(subject.target):
            is_english = len(word) >= _LEFT_LETTERS and word in own and word not in vi.LOANWORDS
            if is_english and not vi.is_syllable(word):
                yield self.issue(subject, _("“{word}” is left from the source").format(word=word))


class OwnForbidden(EntryCheck):
    """An equivalent is in use and forbidden in the same entry."""

    code = "T005"
    severity = Severity.ERROR

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """The preferred and admitted ones are compared without regard to case."""
        forbidden = {text.casefold() for text in subject.forbidden}
        for text, standing in subject.equivalents:
            if standing in _USABLE and text.casefold() in forbidden:
                part = Part.of(standing)
                yield self.issue(
                    subject,
                    _("“{text}” is {standing} and forbidden").format(
                        text=text, standing=_(standing)
                    ),
                    part=part,
                    text=text,
                )


class Repeated(EntryCheck):
    """An equivalent stands twice in the same entry."""

    code = "T006"

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """Capitals count: “Hội nghị” may be admitted beside “hội nghị”."""
        seen: dict[str, Acceptability] = {}
        for text, standing in subject.equivalents:
            if text not in seen:
                seen[text] = standing
                continue
            pair = {seen[text], standing}
            if Acceptability.FORBIDDEN in pair and pair & set(_USABLE):
                # T005 says so.
                continue
            message = _("“{text}” is both {seen} and {standing}").format(
                text=text, seen=_(seen[text]), standing=_(standing)
            )
            if seen[text] is standing:
                message = _("“{text}” is {standing} twice").format(text=text, standing=_(standing))
            yield self.issue(subject, message, part=Part.of(standing), text=text)


def _is_begun(entry: Entry) -> bool:
    return bool(entry.approval or entry.admitted)


CHECKS = (Missing(), OnlySecond(), SameAsSource(), LeftInSource(), OwnForbidden(), Repeated())
