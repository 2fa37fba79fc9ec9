"""The members of a coordination, and how often each stands in the target.

Vietnamese names the head once or each time, writes acronyms, and puts the members in its own
order: *bảo hiểm xã hội, y tế và thất nghiệp*; *BHXH, BHTN, BHYT*. So a member is known by what the
others have not: by the words of its equivalent that are its own, and by the acronyms that they are
a part of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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


def coordinations(
    source: str, wanted: Iterable[Annotation], every: Iterable[Annotation]
) -> Iterator[tuple[Member, ...]]:
    """The coordinations of a source text, each with its members; one member is none.

    `wanted` are the longest terms and those that coordinations imply, `every` all of them. Whole
    terms side by side with one head count too: social insurance and health insurance.
    """
    listed = [one for one in wanted if one.text != one.text.lower() or _is_small(one.entry)]
    whole = sorted((one for one in listed if not one.is_expanded), key=lambda one: one.start)
    starts = [one.start for one in whole]
    implied: dict[tuple[int, int], list[Annotation]] = {}
    for one in listed:
        if one.is_expanded:
            implied.setdefault(one.parts[-1], []).append(one)
    taken: set[int] = set()
    for head, group in implied.items():
        before = bisect_left(starts, head[0])
        group += [one for one in whole[max(0, before - 1) : before] if one.end >= head[1]]
        entries = _once(group)
        if len(entries) > 1 and _is_list(source, group, head):
            taken.update(range(min(one.start for one in group), head[1]))
            yield members(entries)
    small = [one for one in every if _is_small(one.entry)]
    yield from _side_by_side(source, small, taken)


def _once(group: Iterable[Annotation]) -> list[Entry]:
    return list({one.entry.key: one.entry for one in group}.values())


def _side_by_side(
    source: str, every: Sequence[Annotation], taken: set[int]
) -> Iterator[tuple[Member, ...]]:
    """Whole terms with one head, each place once; `taken` are the characters that are read."""
    by_start: dict[int, list[Annotation]] = {}
    for one in every:
        by_start.setdefault(one.start, []).append(one)
    done = 0
    for first in sorted(every, key=lambda one: (one.start, one.end)):
        if first.start < done:
            continue
        run = [first]
        while following := _next(source, run[-1], by_start):
            run.append(following)
        if len(run) == 1:
            continue
        done = run[-1].end
        group = members(_once(run))
        is_read = any(not taken.isdisjoint(range(one.start, one.end)) for one in run)
        if len(group) > 1 and group[0].shared and not is_read:
            yield group


def _next(source: str, one: Annotation, by_start: dict[int, list[Annotation]]) -> Annotation | None:
    """The term behind a comma or “and” that ends with the same word."""
    joint = _JOINT.match(source, one.end)
    found = by_start.get(joint.end(), ()) if joint else ()
    head = _words(one.text)[-1:]
    return next(
        (
            each
            for each in found
            if each.parts == ((each.start, each.end),)
            and _words(each.text)[-1:] == head
            and each.text != one.text
        ),
        None,
    )


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
            acronyms |= set(_initials(words, first))
    return Member(entry, frozenset(own), shared, frozenset(acronyms))


def _initials(words: Sequence[str], first: int) -> Iterator[str]:
    """The acronyms of every run of words that holds the one at `first`: BHYT hộ gia đình."""
    for start in range(first + 1):
        for end in range(first + 1, len(words) + 1):
            if end - start > 1:
                yield "".join(word[0] for word in words[start:end]).upper()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_small(entry: Entry) -> bool:
    """Whether a term is no name: “law on social insurance” is no Law on Social Insurance."""
    return entry.source == entry.source.lower()


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
