"""T012–T015: the glossary's terms in a segment.

Each term that the source has should stand in the target as one of its equivalents, preferred or
admitted, long or as an acronym, in any order. A term within a longer one does not count by itself.
Of a coordination ("social, health and unemployment insurance") every member is wanted.

out     a missing term only where its equivalents have no word in common with the target, in order:
        a good translation says many a term in other words
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from glossary.checks._contract import Issue, Knowledge, SegmentCheck, Setting, Severity
from glossary.checks._counterparts import of_kind, replaced, sides
from glossary.checks._members import Member, coordinations
from glossary.interface import _
from glossary.languages import PlaceableKind, fold
from glossary.lookup import Annotation
from glossary.model import Acceptability, Entry, Segment

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W_]+")
_LISTED = re.compile(r",|\b(?:and|or)\b")
_LIST_GOES_ON = re.compile(r"\s*(?:,|và(?!\w))")
_LEAST_WORDS = 2
"""Words of a source term whose absence is named: single ones are said in many ways."""

_SAID = 0.5
"""The share of an equivalent's words above which it is said: “agents collecting premiums of health
insurance” are đại lý thu bảo hiểm y tế, without the premiums (tiền đóng)."""

_UNINFLECTED = frozenset({"vi"})
_BEGINNING = 3
_STEM = 0.6
"""Letters, and the share of the longer word, that two forms of one word have in common at least."""

_USABLE = (Acceptability.PREFERRED, Acceptability.ADMITTED, Acceptability.DEPRECATED)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The glossary's marks in both sides of a segment.

    `wanted` are the annotations of the source, `every` all that stand in it, also within others,
    and `nested` the keys of both. `found` are
    all equivalents in the target, `longest` the longest ones, `usable` the keys of entries that
    have a usable one there.
    """

    wanted: tuple[Annotation, ...]
    every: tuple[Annotation, ...]
    nested: frozenset[tuple[str, str]]
    found: tuple[Annotation, ...]
    longest: tuple[Annotation, ...]
    usable: frozenset[tuple[str, str]]


class ForbiddenTerm(SegmentCheck):
    """A term is rendered by an equivalent that the glossary forbids."""

    code = "T012"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Only where the source has the term; the same words may be right for another one."""
        yield from _standing(self, subject, setting, Acceptability.FORBIDDEN)


class DeprecatedTerm(SegmentCheck):
    """A term is rendered by an equivalent that is out of use."""

    code = "T013"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Only where the source has the term."""
        yield from _standing(self, subject, setting, Acceptability.DEPRECATED)


class MissingTerm(SegmentCheck):
    """A term of the source has none of its equivalents in the target."""

    code = "T014"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Terms of two words and more, each once; in a language that inflects, any ending will do.

        `MissingMember` tells of coordinations, in the languages that it knows.
        """
        reading = _read(subject, setting.knowledge)
        tag = setting.language.tag if setting.language else ""
        target = fold(subject.target)
        named: set[str] = set()
        if tag in MissingMember.languages:
            groups = coordinations(subject.source, reading.wanted, reading.every)
            named = {member.entry.source for group in groups for member in group}
        for one in reading.wanted:
            if one.is_expanded or _is_rendered(one, reading) or one.entry.source in named:
                continue
            equivalents = [text for entry in _entries(one) for text in usable_texts(entry)]
            is_long = len(one.entry.source.split()) >= _LEAST_WORDS
            is_wanted = is_long and equivalents and _is_meant(one)
            if is_wanted and not any(_is_said(text, target, tag) for text in equivalents):
                named.add(one.entry.source)
                yield self.issue(subject, _missing(one.entry))


class MissingMember(SegmentCheck):
    """A member of a coordination is missing."""

    code = "T015"
    severity = Severity.ERROR
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """In whatever order they stand; where all of them are missing, the text says it otherwise.

        A source with two coordinations wants each member twice, where the others stand twice.
        """
        reading = _read(subject, setting.knowledge)
        times = Counter(coordinations(subject.source, reading.wanted, reading.every))
        groups = list(times)
        text = without_other_terms(without_references(subject), reading, groups)
        named: set[str] = set()
        for group in groups:
            counts = [member.count(text) for member in group]
            for place, member in enumerate(group):
                wanted = sum(
                    times[other] for other in groups if any(member.is_also(one) for one in other)
                )
                others = min(counts[:place] + counts[place + 1 :])
                is_short = counts[place] < wanted <= others or counts[place] == 0 < max(counts)
                if is_short and member.own and not named & member.own:
                    named |= member.own
                    yield self.issue(subject, _missing(member.entry))


def usable_texts(entry: Entry) -> list[str]:
    """The equivalents that may stand in a text."""
    return [text for text, standing in entry.equivalents if standing in _USABLE]


@lru_cache(maxsize=64)
def _read(segment: Segment, knowledge: Knowledge) -> _Reading:
    terms, equivalents = knowledge.terms, knowledge.equivalents
    if terms is None or equivalents is None:
        return _Reading((), (), frozenset(), (), (), frozenset())
    wanted, found = terms.annotate(segment.source), equivalents.occurrences(segment.target)
    every = terms.occurrences(segment.source)
    longest = equivalents.annotate(segment.target)
    return _Reading(
        wanted,
        every,
        _keys((*wanted, *every)),
        found,
        longest,
        _keys((*found, *longest), *_USABLE),
    )


def _keys(
    annotations: Iterable[Annotation], *standings: Acceptability
) -> frozenset[tuple[str, str]]:
    """The keys of what is designated, of the equivalents those of some standings."""
    return frozenset(
        one.entry.key
        for annotation in annotations
        for one in annotation.designations
        if not standings or one.acceptability in standings
    )


def _standing(
    check: SegmentCheck, segment: Segment, setting: Setting, standing: Acceptability
) -> Iterator[Issue]:
    """An issue for each equivalent of that standing whose term the source has."""
    reading = _read(segment, setting.knowledge)
    named: set[str] = set()
    for one in reading.found:
        meant = [each for each in one.designations if each.entry.key in reading.nested]
        if not meant or any(each.acceptability is not standing for each in meant):
            continue
        if one.text.casefold() in named or _is_within_usable(one, reading):
            continue
        named.add(one.text.casefold())
        entry = meant[0].entry
        message = _("“{text}” is {standing} for “{term}”; the glossary has “{right}”")
        fields = {"text": one.text, "standing": _(standing), "term": entry.source}
        yield check.issue(segment, message.format(**fields, right=entry.target))


def without_references(segment: Segment) -> str:
    """The target without its legal references, whose codes are no acronyms of terms."""
    text = segment.target
    for one in of_kind(sides(segment).target, PlaceableKind.REFERENCE):
        text = replaced(text, one, " " * (one.end - one.start))
    return text


def without_other_terms(text: str, reading: _Reading, groups: Sequence[Sequence[Member]]) -> str:
    """The target without the names and terms that are no members: BHXH Việt Nam is no insurance.

    One that goes on as a list (chính sách BHXH, BHYT) stays.
    """
    members = {member.entry.key for group in groups for member in group}
    # What holds a coordination itself (agents collecting social and health insurance) stays.
    whole = (one for one in reading.wanted if not one.is_expanded)
    wanted = _keys(one for one in whole if not _LISTED.search(one.text)) - members
    pieces, end = [], 0
    for one in reading.longest:
        keys = {each.entry.key for each in one.designations}
        is_name = all(source != source.lower() for source, _sense in keys)
        is_other = not keys & members and (is_name or bool(keys & wanted))
        if is_other and not one.is_expanded and not _LIST_GOES_ON.match(text, one.end):
            pieces += [text[end : one.start], " " * (one.end - max(end, one.start))]
            end = one.end
    return "".join([*pieces, text[end:]])


def _is_within_usable(one: Annotation, reading: _Reading) -> bool:
    """Whether it is a part of a usable equivalent of a term that the source has."""
    return any(
        other.start <= one.start
        and one.end <= other.end
        and any(
            each.acceptability in _USABLE and each.entry.key in reading.nested
            for each in other.designations
        )
        for other in reading.found
        if other is not one
    )


def _entries(annotation: Annotation) -> list[Entry]:
    return [one.entry for one in annotation.designations]


def _is_rendered(annotation: Annotation, reading: _Reading) -> bool:
    """Whether any entry that it may mean has an equivalent in the target."""
    return any(
        entry.key in reading.usable or not usable_texts(entry) for entry in _entries(annotation)
    )


def _is_said(equivalent: str, target: str, language: str) -> bool:
    """Whether most words of an equivalent stand in a folded text in their order, or as acronyms.

    >>> _is_said("chính sách bảo hiểm xã hội", "chinh sach moi ve bhxh", "vi")
    True
    >>> _is_said("zasiłek chorobowy", "zasilku chorobowego", "pl")
    True
    """
    plain = fold(equivalent)
    if language in _UNINFLECTED:
        alike: Callable[[str, str], bool] = str.__eq__
    elif plain in target:  # some scripts have no blanks
        return True
    else:
        alike = _begin_alike
    wanted, words = _WORD.findall(plain), _WORD.findall(target)
    if not wanted:
        return True
    most = max(_in_order(words, wanted[start:], alike) for start in range(len(wanted)))
    return most / len(wanted) > _SAID


def _begin_alike(word: str, other: str) -> bool:
    """Whether two words differ in their endings only, as far as their letters tell.

    >>> _begin_alike("emeryture", "emerytura"), _begin_alike("assurance", "assure")
    (True, False)
    """
    size = ceil(max(_BEGINNING, _STEM * max(len(word), len(other))))
    return word[:size] == other[:size]


def _in_order(
    words: Iterable[str], wanted: Sequence[str], alike: Callable[[str, str], bool]
) -> int:
    rest = list(wanted)
    for word in words:
        if rest and alike(word, rest[0]):
            del rest[0]
        elif len(word) > 1 and word == "".join(each[0] for each in rest[: len(word)]):
            del rest[: len(word)]
    return len(wanted) - len(rest)


def _is_meant(annotation: Annotation) -> bool:
    """Whether a name is written as one: “law on social insurance” is no Law on Social Insurance."""
    source = annotation.entry.source
    return source == source.lower() or annotation.text != annotation.text.lower()


def _missing(entry: Entry) -> str:
    text = _("“{term}” is not rendered as “{right}”")
    return text.format(term=entry.source, right=entry.target)


CHECKS = (ForbiddenTerm(), DeprecatedTerm(), MissingTerm(), MissingMember())
