"""Find the names of bodies, laws and agreements that go beyond a noun phrase.

English joins the capitalised parts of a name with small words: "Ministry of Information and
Communications", "Institute for Brand Strategy and Competitiveness Research", "Collection, Books
and Card Management Board", "Law on Social Insurance (amended)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.extraction.acronyms import is_acronym
from glossary.languages import en

MAX_NAME = 14  # words

# P+ (of|for|on the? P+)+, the last part with "and P+"
_CHAIN = re.compile(r"A?P+(?:[oi]d?P++(?:,?cP++(?![oi]))?)+")
_AND = re.compile(r"P+cP+")
_BETWEEN = re.compile(r"Pid?P+(?:[oi]d?[AP]+)*cd?P+(?:[oi]d?P+)*(?:i[ANP]*[NP])?")
_LIST = re.compile(r"(?<=d)P+(?:,P+)+,?cP+")
_JOINING = frozenset({"of", "for", "on", "and", "&", "the", "in"})
_STANDING = frozenset({"amended", "revised", "supplemented", "consolidated"})


def name_spans(words: Sequence[str], letters: str) -> list[tuple[int, int]]:
    """Give the spans (first, last) of names in a sentence of `words` whose codes are `letters`."""
    return sorted(set(_names(words, letters)))


def is_body_or_law(word: str) -> bool:
    """Whether `word` is the head of the name of a body or of a legal document."""
    return _is_body(word) or _is_legal(word)


def _names(words: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    for found in _CHAIN.finditer(letters):
        yield from _chain(words, letters, *found.span())
    for found in _BETWEEN.finditer(letters):
        if words[found.start() + 1] == "between" and _is_legal(words[found.start()]):
            yield found.span()
    for found in _AND.finditer(letters):
        first, last = found.span()
        joint = letters.index("c", first)
        if words[joint] == "&" or _is_joint_name(words, first, joint, last):
            yield first, last
    for found in _LIST.finditer(letters):
        first, last = found.span()
        if _is_listed_name(words, letters, first, last):
            yield first, last
    for index, word in enumerate(words):
        if (
            word == "("
            and index
            and words[index + 1 : index + 3][1:] == [")"]
            or (word == "(" and words[index + 2 : index + 3] == (")",))
        ):
            if words[index + 1].lower() in _STANDING:
                yield from _with_standing(words, letters, index)


def _chain(words: Sequence[str], letters: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The whole chain, and what each head inside it begins: "Institute for …" after "Director of the"."""
    last = min(last, first + MAX_NAME)
    yield first, last
    for index in range(first + 1, last - 2):
        if letters[index] == "P" and letters[index - 1] in "oid" and letters[index + 1] in "oiP":
            rest = letters[index:last]
            if "o" in rest or "i" in rest:
                yield index, last


def _is_body(word: str) -> bool:
    return en.singular(word.lower()) in en.ORGANISATION_HEADS


def _is_joint_name(words: Sequence[str], first: int, joint: int, last: int) -> bool:
    """Whether "Foreign and Commonwealth Office" is one body, not two things joined."""
    word = words[first]
    is_part = joint - first == 1 and last - joint > 2 and _is_body(words[last - 1])
    return is_part and not (_is_body(word) or is_acronym(word) or word.lower() in en.COUNTRIES)


def _is_legal(word: str) -> bool:
    return en.singular(word.lower()) in en.LEGAL_DOCUMENT_TYPES


def _is_listed_name(words: Sequence[str], letters: str, first: int, last: int) -> bool:
    """A list is one name when only its last part, of two words or more, ends like a body."""
    parts = [part for part in re.finditer("P+", letters[first:last])]
    ends = [words[first + part.end() - 1] for part in parts]
    return (
        _is_body(ends[-1])
        and parts[-1].end() - parts[-1].start() > 1
        and not any(_is_body(end) for end in ends[:-1])
    )


def _with_standing(words: Sequence[str], letters: str, bracket: int) -> Iterator[tuple[int, int]]:
    """A law with its standing in brackets: the name goes back to the type of document."""
    start = bracket
    while start > 0 and letters[start - 1] in "PoidA":
        start -= 1
        if words[start].lower() in en.LEGAL_DOCUMENT_TYPES and letters[start] == "P":
            yield start, bracket + 3
            return
