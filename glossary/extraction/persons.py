"""Recognise the names of persons, which are kept out of the terms with every part of them.

A run of capitalised words ends in a person's name when

- a courtesy title stands before it ("Mr. Robert J. Palacios");
- it ends in a Vietnamese family name with one to three more syllables ("Dao Viet Anh"), two
  words at least three of which, or with a job title before them ("Minister Dao Anh");
- a job title stands before it and its words are no common English ones ("Expert Robert Palacios").

Family names are few in Vietnam: the fourteen most frequent cover nine tenths of its people, so a
table of them is knowledge of the language; given names are any syllable and need no table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, count

from glossary.extraction.acronyms import is_acronym
from glossary.languages import en, fold, vi
from glossary.text.analysis import Passage
from glossary.text.memo import Memo

MAX_WORDS = 4

_CAPITALISED = re.compile(r"[A-ZÀ-ỸĐ][\w’'-]*")
_IS_CAPITALISED: Memo[str, bool] = Memo(lambda word: bool(_CAPITALISED.fullmatch(word)))


def person_spans(passage: Passage, is_common: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Give the spans (first, last) of tokens that name a person; titles are not part of a name.

    `is_common` tells whether a lower-case word belongs to the general vocabulary of English.
    """
    end = 0
    for place in compress(count(), map(_TELLS_OF_PERSON.__getitem__, passage.words)):
        if place >= end:
            sentence = passage.sentence_of(place)
            end = sentence.last
            words = passage.words[sentence.first : end]
            for first, last in _spans(words, is_common):
                yield sentence.first + first, sentence.first + last


def _spans(words: Sequence[str], is_common: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """The spans of a sentence."""
    index = 0
    while index < len(words):
        if not _IS_CAPITALISED[words[index]]:
            index += 1
            continue
        last = _run_end(words, index)
        if span := _person_in(words, index, last, is_common):
            yield span
        index = last


def _tells_of_person(word: str) -> bool:
    """Whether a word is a title or a family name, one of which each name that is found needs."""
    lower = word.lower()
    if lower in en.PERSON_TITLES:
        return True
    if not _IS_CAPITALISED[word]:
        return False
    return en.singular(lower) in en.JOB_TITLE_HEADS or fold(word) in vi.SURNAMES


_TELLS_OF_PERSON = Memo(_tells_of_person)


def _run_end(words: Sequence[str], first: int) -> int:
    """Where a run of capitalised words ends, initials with their full stops included."""
    last = first + 1
    while last < len(words):
        is_initial = words[last] == "." and len(words[last - 1]) == 1 and last + 1 < len(words)
        if not (is_initial or _IS_CAPITALISED[words[last]]):
            break
        last += 1
    return last


def _person_in(
    words: Sequence[str], first: int, last: int, is_common: Callable[[str], bool]
) -> tuple[int, int] | None:
    start = _after_courtesy_title(words, first, last)
    if start is not None:
        return (start, last) if start < last else None
    if (name := _vietnamese_name(words, first, last)) is not None:
        return name, last
    start = _after_job_title(words, first, last)
    rest = words[start:last]
    if start == first or not 0 < len(rest) <= MAX_WORDS:
        return None
    whole = [word for word in rest if len(word) > 1]  # no initials and their full stops
    is_name = not any(is_common(word.lower()) or is_acronym(word) for word in whole)
    return (start, last) if is_name else None


def _after_courtesy_title(words: Sequence[str], first: int, last: int) -> int | None:
    """Where the name begins after "Mr." or "Dr.", None without such a title."""
    for index in range(last - 1, first - 1, -1):
        if words[index].lower() in en.PERSON_TITLES and not _is_syllable(words[index]):
            return index + 1
    before = first - 1
    if before > 0 and words[before] == "." and words[before - 1].lower() in en.PERSON_TITLES:
        return first
    return None


def _is_syllable(word: str) -> bool:
    """Whether a word is a part of a name: "Le Van Ba" is no B.A., "Ba Ria" no Ms. Ria."""
    return word.istitle() and vi.is_folded_syllable(word.lower())


def _vietnamese_name(words: Sequence[str], first: int, last: int) -> int | None:
    titled_from = _after_job_title(words, first, last)
    for index in range(max(first, last - MAX_WORDS), last - 1):
        syllables = [fold(word) for word in words[index:last]]
        if syllables[0] not in vi.SURNAMES or not all(map(vi.is_folded_syllable, syllables)):
            continue
        if len(syllables) > 2 or (titled_from > first and index == titled_from):
            return index
    return None


def _after_job_title(words: Sequence[str], first: int, last: int) -> int:
    """Where the run goes on behind its last job title; `first` where it holds none."""
    start = first
    for index in range(first, last):
        if en.singular(words[index].lower()) in en.JOB_TITLE_HEADS:
            start = index + 1
    return start
