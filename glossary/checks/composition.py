"""C001–C002: a longer term and the terms it is composed of.

"voluntary social insurance policy" contains "social insurance", so its equivalent should contain
an equivalent of it. Not always: "foreign" alone is nước ngoài and in "foreign affairs" it is
nothing of its own. So only what the catalog itself shows to be its habit is certain, and names go
their own ways ("Vietnam Social Security" is Bảo hiểm xã hội Việt Nam, not An sinh xã hội).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.checks._contract import Collection, CollectionCheck, Fix, Issue, Part, Setting
from glossary.checks._phrases import contains, phrases_of
from glossary.interface import _
from glossary.languages import Language, fold
from glossary.model import Acceptability, Entry

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_PARTS = 2
"""Words of a part: a single word takes another equivalent in many a compound."""

_LEAST_WITNESSES = 3
_HABIT = 0.8
"""How many composed terms must keep to a part's equivalent, and which share of all, before an
exception is worth a warning. On the shipped Vietnamese catalog this gives no false alarm."""

_USABLE = (Acceptability.PREFERRED, Acceptability.ADMITTED)


@dataclass(slots=True)
class _Family:
    """A part with the terms composed of it: those that keep to its equivalents, and the others."""

    part: Entry
    keeping: int = 0
    others: list[Entry] = field(default_factory=list)


class OtherMarks(CollectionCheck):
    """A part of a composed term is written with other marks than in its own entry."""

    code = "C001"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """The same letters without the marks, in a term of which the source has the part."""
        language = setting.language
        if language is None:
            return
        for entry, part in composed(subject):
            for text, standing in entry.equivalents:
                if standing not in _USABLE or keeps(text, part):
                    continue
                for wanted in sorted(usable(part), key=len, reverse=True):
                    if found := _in_other_marks(text, wanted, language):
                        yield self._issue(entry, part, text, found, wanted, standing)
                        break

    def _issue(
        self, entry: Entry, part: Entry, text: str, found: str, wanted: str, standing: Acceptability
    ) -> Issue:
        where = Part.of(standing)
        capital = wanted[0].upper() + wanted[1:] if found[0].isupper() else wanted
        return Issue(
            self.code,
            self.severity,
            _("“{found}” is “{wanted}” in the entry “{source}”").format(
                found=found, wanted=wanted, source=part.source
            ),
            entry.key,
            where,
            text,
            Fix(where, text, text.replace(found, capital)),
            related=(part.key,),
        )


class OtherEquivalent(CollectionCheck):
    """A composed term does not contain the equivalent that its part has in all the others."""

    code = "C002"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Parts of two words and more; names are left out.

        Other words may stand in between, and lost marks are C001.
        """
        families: dict[tuple[str, str], _Family] = {}
        for entry, part in composed(subject):
            family = families.setdefault(part.key, _Family(part))
            if any(_follows(fold(entry.target), fold(one)) for one in usable(part)):
                family.keeping += 1
            elif entry.source == entry.source.lower() and not _is_explained(entry, part):
                family.others.append(entry)
        for family in families.values():
            total = family.keeping + len(family.others)
            if family.keeping >= _LEAST_WITNESSES and family.keeping / total >= _HABIT:
                for entry in family.others:
                    yield self._issue(entry, family)

    def _issue(self, entry: Entry, family: _Family) -> Issue:
        part = family.part
        return Issue(
            self.code,
            self.severity,
            _(
                "contains no equivalent of “{source}” (“{target}”), which {keeping} composed "
                "terms do"
            ).format(source=part.source, target=part.target, keeping=family.keeping),
            entry.key,
            Part.TARGET,
            entry.target,
            related=(part.key,),
        )


def composed(collection: Collection) -> Iterator[tuple[Entry, Entry]]:
    """Each term that has another one as a part, with it; a part of a part does not count."""
    parts: dict[str, Entry] = {}
    for entry, key in zip(collection.entries, collection.source_keys, strict=True):
        if entry.target and key.count(" ") + 1 >= _LEAST_PARTS:
            parts.setdefault(key, entry)
    for entry, key in zip(collection.entries, collection.source_keys, strict=True):
        if not entry.target:
            continue
        taken: list[str] = []
        for phrase in phrases_of(key, least=_LEAST_PARTS):
            part = parts.get(phrase)
            if part and not any(f" {phrase} " in f" {longer} " for longer in taken):
                taken.append(phrase)
                yield entry, part


def usable(entry: Entry) -> list[str]:
    """The preferred and the admitted equivalents."""
    return [text for text, standing in entry.equivalents if standing in _USABLE]


def keeps(text: str, part: Entry) -> bool:
    """Whether the text contains an equivalent of the part."""
    return any(contains(text, one) for one in usable(part))


def _follows(text: str, part: str) -> bool:
    """Whether all words of the part stand in the text, in their order."""
    words = iter(_WORD.findall(text.casefold()))
    return all(word in words for word in _WORD.findall(part.casefold()))


def _is_explained(entry: Entry, part: Entry) -> bool:
    """Whether a note of either names the other, or the equivalent that is used instead."""
    return any(contains(note, part.source) for note in entry.notes) or any(
        contains(note, entry.source) or contains(note, entry.target) for note in part.notes
    )


def _in_other_marks(text: str, wanted: str, language: Language) -> str:
    """The words of the text that are `wanted` but for marks, empty where there are none."""
    words, length = text.split(), len(wanted.split())
    key = language.fold(wanted)
    if " " not in wanted or key not in language.fold(text):
        return ""
    for start in range(len(words) - length + 1):
        found = " ".join(words[start : start + length]).strip(",.;:()“”")
        if found.casefold() != wanted.casefold() and language.fold(found) == key:
            return found
    return ""


CHECKS = (OtherMarks(), OtherEquivalent())
