"""F006: where the entries say that their terms stand."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.checks._contract import EntryCheck, Issue, Part, Setting
from glossary.interface import _
from glossary.model import Entry

__all__ = ["CHECKS"]


class MissingArticle(EntryCheck):
    """A reference names an article or a line that does not exist."""

    code = "F006"
    in_templates = True

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """Nothing is said where the articles are not at hand."""
        if setting.articles is None:
            return
        for reference in subject.references:
            name, colon, number = reference.rpartition(":")
            if not colon or not number.isdecimal():
                name, number = reference, ""
            length = setting.articles.get(name)
            if length is None:
                message = _("there is no article “{name}”").format(name=name)
            elif number and not 1 <= int(number) <= length:
                message = _("“{name}” has {length} lines, not {number}").format(
                    name=name, length=length, number=number
                )
            else:
                continue
            yield self.issue(subject, message, part=Part.REFERENCES, text=reference)


CHECKS = (MissingArticle(),)
