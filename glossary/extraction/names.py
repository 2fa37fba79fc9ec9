"""Find the names of bodies, laws and agreements that go beyond a noun phrase.

English joins the capitalised parts of a name with small words: "Ministry of Information and
Communications", "Institute for Brand Strategy and Competitiveness Research", "Collection, Books
and Card Management Board", "Law on Social Insurance (amended)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.extraction.acronyms import brackets, is_acronym
from glossary.languages import en

MAX_NAME = 14  # words
MAX_AGREEMENT = 40  # words of "Agreement between … and … on …"

# P+ (of|for|on the? P+)+, the last part with "and P+"
_CHAIN = re.compile(r"A?P+(?:[oi]d?P++(?:,?cP++(?![oi]))?)+")
_AND = re.compile(r"P+cP+")
_BETWEEN = re.compile(r"Pid?P+(?:[oi]d?[AP]+)*cd?P+(?:[oi]d?P+)*(?:i[ANP]*[NP])?")
_LIST = re.compile(r"(?<=d)P+(?:,P+)+,?cP+")
_STANDING = frozenset({"amended", "revised", "supplemented", "consolidated"})


def name_spans(words: Sequence[str], letters: str) -> list[tuple[int, int]]:
    """Give the spans (first, last) of names in a sentence of `words` whose codes are `letters`."""
    return sorted(set(_names(words, letters))) if "P" in letters else []


def _names(words: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    for found in _CHAIN.finditer(letters):
        yield from _chain(letters, *found.span())
    for found in _BETWEEN.finditer(letters):
        first, last = found.span()
        is_short = last - first <= MAX_AGREEMENT
        if is_short and words[first + 1] == "between" and _is_legal(words[first]):
            yield first, last
    for found in _AND.finditer(letters):
        if _is_joint_name(words, letters, *found.span()):
            yield found.span()
    for found in _LIST.finditer(letters):
        if _is_listed_name(words, letters, *found.span()):
            yield found.span()
    yield from _with_standing(words, letters)


def _chain(letters: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The whole chain, and the names inside it: "Institute for …" after "Director of the"."""
    last = min(last, first + MAX_NAME)
    yield first, last
    for index in range(first + 1, last - 2):
        if letters[index] == "P" and letters[index - 1] in "oid" and letters[index + 1] in "oiP":
            rest = letters[index:last]
            if "o" in rest or "i" in rest:
                yield index, last


def _is_body(word: str) -> bool:
    return en.singular(word.lower()) in en.ORGANISATION_HEADS


def _is_joint_name(words: Sequence[str], letters: str, first: int, last: int) -> bool:
    """Whether "Foreign and Commonwealth Office" is one body, not two things joined."""
    joint = letters.index("c", first)
    if words[joint] == "&":
        return True
    word = words[first]
    is_part = joint - first == 1 and last - joint > 2 and _is_body(words[last - 1])
    return is_part and not (_is_body(word) or is_acronym(word) or word.lower() in en.COUNTRIES)


def _is_legal(word: str) -> bool:
    return en.singular(word.lower()) in en.LEGAL_DOCUMENT_TYPES


def _is_listed_name(words: Sequence[str], letters: str, first: int, last: int) -> bool:
    """A list is one name when only its last part, of two words or more, ends like a body."""
    parts = list(re.finditer("P+", letters[first:last]))
    ends = [words[first + part.end() - 1] for part in parts]
    return (
        _is_body(ends[-1])
        and parts[-1].end() - parts[-1].start() > 1
        and not any(_is_body(end) for end in ends[:-1])
    )


def _with_standing(words: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    """Laws with their standing in brackets; such a name goes back to the type of document."""
    for bracket in brackets(words):
        if words[bracket + 1].lower() not in _STANDING:
            continue
        start = bracket
        while start > 0 and letters[start - 1] in "PoidA":
            start -= 1
            if letters[start] == "P" and _is_legal(words[start]):
                yield start, bracket + 3
                break
