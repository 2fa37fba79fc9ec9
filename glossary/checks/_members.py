"""The members of a coordination, and how often each stands in the target.

Vietnamese names the head once or each time, writes acronyms, and puts the members in its own
order: *bảo hiểm xã hội, y tế và thất nghiệp*; *BHXH, BHTN, BHYT*. So a member is known by what the
others have not: by the words of its equivalent that are its own, and by the acronyms that they are
a part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.lookup import Annotation
from glossary.model import Acceptability, Entry

_WORD = re.compile(r"[^\W_]+")
_LISTING = re.compile(r"(?:^|[,;/(“-]|(?<!\w)(?:và|hoặc|hay|cả|lẫn|cũng như))\s*$")
_JOINT = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_CONNECTING = frozenset({"and", "or", "as", "well", "both", "either", "the"})
_WRONG = (Acceptability.FORBIDDEN,)


@dataclass(frozen=True, slots=True)
class Member:
    """A member: its entry, the words of its own, those it shares, and its acronyms."""

    entry: Entry
    own: frozenset[str]
    shared: frozenset[str]
    acronyms: frozenset[str]

    def count(self, text: str) -> int:
        """How often it stands in a text."""
        total = sum(word in self.acronyms for word in _WORD.findall(text))
        low = text.casefold()
        for phrase in self.own:
            for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", low):
                before = low[max(0, found.start() - 20) : found.start()]
                last = _WORD.findall(before)[-1:]
                total += bool(_LISTING.search(before)) or last[0] in self.shared
        return total

    def is_also(self, other: Member) -> bool:
        """Whether both are known by the same words: the insurance, and its policy."""
        return bool(self.own & other.own or self.acronyms & other.acronyms)


def coordinations(source: str, wanted: Iterable[Annotation]) -> Iterator[tuple[Member, ...]]:
    """The coordinations of a source text, each with its members; one member is none.

    Whole terms side by side that share a word count too: social insurance and health insurance.
    """
    listed = [one for one in wanted if one.text != one.text.lower() or _is_small(one.entry)]
    yield from _side_by_side(source, [one for one in listed if not one.is_expanded])
    for head in dict.fromkeys(one.parts[-1] for one in listed if one.is_expanded):
        group = [one for one in listed if one.parts[-1] == head or _covers(one, head)]
        if len(group) > 1 and _is_list(source, group, head):
            yield members([one.entry for one in group])


def _side_by_side(source: str, listed: Sequence[Annotation]) -> Iterator[tuple[Member, ...]]:
    run: list[Annotation] = []
    for one in listed:
        if run and not (_is_joined(source[run[-1].end : one.start]) and _is_like(run[-1], one)):
            yield from _as_group(run)
            run = []
        run.append(one)
    yield from _as_group(run)


def _as_group(run: Sequence[Annotation]) -> Iterator[tuple[Member, ...]]:
    group = members([one.entry for one in run]) if len(run) > 1 else ()
    if group and group[0].shared:
        yield group


def _is_joined(gap: str) -> bool:
    return bool(_JOINT.fullmatch(gap))


def _is_like(first: Annotation, second: Annotation) -> bool:
    """Whether two terms that are no names share a word that is not their first one."""
    shared = set(_words(first.text)[1:]) & set(_words(second.text)[1:])
    return bool(shared) and _is_small(first.entry) and _is_small(second.entry)


def members(entries: Sequence[Entry]) -> tuple[Member, ...]:
    """The entries of one coordination as its members.

    >>> health, _ = members([Entry("a", target="bảo hiểm y tế"), Entry("b", target="bảo hiểm xe")])
    >>> health.own, "BHYT" in health.acronyms
    (frozenset({'y tế'}), True)
    """
    known = {entry.key: _words(entry.target) for entry in entries}
    shared = frozenset.intersection(*(frozenset(words) for words in known.values()))
    return tuple(_member(entry, shared) for entry in entries)


def _member(entry: Entry, shared: frozenset[str]) -> Member:
    own, acronyms = set(), set()
    for text, standing in entry.equivalents:
        if standing in _WRONG:
            continue
        acronyms |= {word for word in _WORD.findall(text) if len(word) > 1 and word.isupper()}
        words = [word.casefold() for word in _words(text)]
        places = [place for place, word in enumerate(words) if word not in shared]
        if not acronyms & set(_WORD.findall(text)) and places:
            first, last = places[0], places[-1] + 1
            own.add(" ".join(words[first:last]))
            acronyms |= set(_initials(words, first, last))
    return Member(entry, frozenset(own), shared, frozenset(acronyms))


def _initials(words: Sequence[str], first: int, last: int) -> Iterator[str]:
    """The acronyms of every run of words that holds those from `first` to `last`."""
    for start in range(first + 1):
        for end in range(last, len(words) + 1):
            if end - start > 1:
                yield "".join(word[0] for word in words[start:end]).upper()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_small(entry: Entry) -> bool:
    """Whether a term is no name: “law on social insurance” is no Law on Social Insurance."""
    return entry.source == entry.source.lower()


def _covers(one: Annotation, head: tuple[int, int]) -> bool:
    return one.start < head[0] and one.end >= head[1]


def _is_list(source: str, group: Sequence[Annotation], head: tuple[int, int]) -> bool:
    """Whether nothing but members stands between the first one and the head."""
    first = min(one.start for one in group)
    taken = [(start, end) for one in group for start, end in one.parts]
    between = (found for found in _WORD.finditer(source, first, head[0]))
    rest = [
        found[0].lower()
        for found in between
        if not any(start <= found.start() and found.end() <= end for start, end in taken)
    ]
    return all(word in _CONNECTING for word in rest)
