"""C003–C004: one term in two entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossary.checks._contract import Collection, CollectionCheck, Issue, Part, Setting
from glossary.interface import _
from glossary.lookup import describe
from glossary.model import Entry

__all__ = ["CHECKS"]


class TwoEntries(CollectionCheck):
    """One term has two entries: the sources differ in case, number, spelling or normal form only.

    Where one is a name and the other is not ("Party", "party") both are right.
    """

    code = "C003"
    in_templates = True

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """The message says whether their equivalents differ too."""
        first: dict[tuple[str, str], Entry] = {}
        for entry, key in zip(subject.entries, subject.source_keys, strict=True):
            before = first.setdefault((key, entry.sense), entry)
            if before is entry or _is_name(before.source) != _is_name(entry.source):
                continue
            differ = before.target and entry.target and before.target != entry.target
            message = _("“{source}” is the same term")
            if differ:
                message = _("“{source}” has another equivalent: “{target}”")
            yield Issue(
                self.code,
                self.severity,
                message.format(source=before.source, target=before.target),
                entry.key,
                Part.SOURCE,
                entry.source,
                related=(before.key,),
            )


class OtherName(CollectionCheck):
    """A name that an entry gives as its own has an entry with another equivalent."""

    code = "C004"
    in_templates = False

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """The names are those behind `Also:`, the articles' other names of one thing."""
        named: dict[str, list[Entry]] = defaultdict(list)
        for entry in subject.entries:
            for name in describe(entry.comments).other_names:
                named[name.strip()].append(entry)
        for entry in subject.entries:
            for other in named.get(entry.source, ()):
                if entry.target and other.target and entry.target != other.target:
                    yield Issue(
                        self.code,
                        self.severity,
                        _("“{name}” is another name of “{source}”, which is “{target}”").format(
                            name=entry.source, source=other.source, target=other.target
                        ),
                        entry.key,
                        Part.TARGET,
                        entry.target,
                        related=(other.key,),
                    )


def _is_name(source: str) -> bool:
    return source != source.lower()


CHECKS = (TwoEntries(), OtherName())
