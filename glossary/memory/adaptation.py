"""Adapt a match: exchange what differs from the wanted text where the translation is certain.

in      a wanted text, and a stored source with its target
out     the target with other numbers, dates, references and terms in it, and what was exchanged;
        or nothing, where that is not certain for all figures or nothing can be exchanged
rules   A figure is exchanged where both sources have the same kinds of figures in the same order,
        the target has the old one as often as the source, and the languages say how the new one
        is written (`languages.render`). A term is exchanged where it is all that differs in its
        place, both terms have an equivalent, and the old one's stands in the target once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from glossary.languages import Name, Placeable, PlaceableKind, en, placeables, render
from glossary.memory._keys import base, words
from glossary.memory.unit import Adaptation
from glossary.model import Entry

_WIDEST = 4
"""Words beside a difference that may belong to the terms: unemployment *insurance*."""

_DAY = "ngày "
_DIGITS = re.compile(r"\d+")
_SEPARATED = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Adapted:
    """A stored source made more like the wanted text, its target made to fit, and the changes."""

    source: str
    target: str
    adaptations: tuple[Adaptation, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    text: str


class Adapter:
    """Adapts by the figures of the languages, and by the terms and names of a glossary.

    `entries` are those of the glossary of the target language; one that needs review is not used.
    `names` is the table of persons and places.
    """

    def __init__(
        self, entries: Iterable[Entry] = (), names: Mapping[str, str] | None = None
    ) -> None:
        self._names = names
        self._terms: dict[str, Entry | None] = {}
        for entry in entries:
            if entry.target and not entry.needs_review and not entry.obsolete:
                key = en.comparison_key(entry.source)
                # Two terms with one key: which is meant, nobody can tell.
                self._terms[key] = None if key in self._terms else entry

    def adapt(
        self, wanted: str, source: str, target: str, *, languages: tuple[str, str]
    ) -> Adapted | None:
        """Make the target of `source` one of `wanted`; None where there is nothing to exchange."""
        adapted = self._figures(wanted, source, target, languages)
        if adapted is None:
            return None
        if base(languages[0]) == "en":
            adapted = self._exchange_terms(wanted, adapted)
        return adapted if adapted.adaptations else None

    def _figures(
        self, wanted: str, source: str, target: str, languages: tuple[str, str]
    ) -> Adapted | None:
        """Exchange every figure that differs; None where one of them cannot be."""
        new = _hard(wanted, languages[0], self._names)
        old = _hard(source, languages[0], self._names)
        if [one.kind for one in new] != [one.kind for one in old]:
            return Adapted(source, target, ()) if _texts(new) == _texts(old) else None
        pairs = [(a, b) for a, b in zip(old, new, strict=True) if a.text != b.text]
        if not pairs:
            return Adapted(source, target, ())
        known = [*_hard(target, languages[1], None), *_names_in(target, old)]
        made = [_exchange(before, after, old, known, languages) for before, after in pairs]
        if not all(made):
            return None
        changes = list(dict.fromkeys(change for one in made for change in one))
        if len({change.start for change in changes}) < len(changes):
            return None
        adaptations = tuple(
            Adaptation(before.kind.value, before.text, after.text, target[c.start : c.end], c.text)
            for (before, after), one in zip(pairs, made, strict=True)
            for c in one[:1]
        )
        in_source = [_Change(before.start, before.end, after.text) for before, after in pairs]
        return Adapted(_changed(source, in_source), _changed(target, changes), adaptations)

    def _exchange_terms(self, wanted: str, adapted: Adapted) -> Adapted:
        new, old = _words(wanted), _words(adapted.source)
        compared = SequenceMatcher(
            None, [text for _, _, text in old], [text for _, _, text in new], autojunk=False
        )
        for kind, first, last, new_first, new_last in reversed(compared.get_opcodes()):
            if kind == "replace":
                before = _Range(adapted.source, old, first, last)
                after = _Range(wanted, new, new_first, new_last)
                adapted = self._exchange_term(before, after, adapted)
        return adapted

    def _exchange_term(self, before: _Range, after: _Range, adapted: Adapted) -> Adapted:
        for left, right in _widths():
            was, now = before.widened(left, right), after.widened(left, right)
            if was is None or now is None:
                continue
            old = self._terms.get(en.comparison_key(was.text))
            new = self._terms.get(en.comparison_key(now.text))
            place = _only_place(adapted.target, old) if old and new and old != new else None
            if place and new:
                start, end, listed = place
                standing = adapted.target[start:end]
                # BHXH tự nguyện has its capitals in the middle of a sentence, too.
                is_own = listed[0] == standing[0] and not _is_beginning(adapted.target, start)
                text = new.target if is_own else _cased(new.target, standing)
                change = Adaptation("term", was.text, now.text, standing, text)
                return Adapted(
                    _changed(adapted.source, [_Change(was.start, was.end, now.text)]),
                    _changed(adapted.target, [_Change(start, end, text)]),
                    (*adapted.adaptations, change),
                )
        return adapted


@dataclass(frozen=True, slots=True)
class _Range:
    """The words `first` to `last` of a text, whose words stand at `places`."""

    whole: str
    places: Sequence[tuple[int, int, str]]
    first: int
    last: int

    def widened(self, left: int, right: int) -> _Range | None:
        first, last = self.first - left, self.last + right
        if first < 0 or last > len(self.places):
            return None
        return _Range(self.whole, self.places, first, last)

    @property
    def start(self) -> int:
        return self.places[self.first][0]

    @property
    def end(self) -> int:
        return self.places[self.last - 1][1]

    @property
    def text(self) -> str:
        return self.whole[self.start : self.end]


def _hard(text: str, language: str, names: Mapping[str, str] | None) -> list[Placeable]:
    """The placeables that must be carried over: no number words, which may be no numbers."""
    return [one for one in placeables(text, language, names=names) if not one.is_soft]


def _names_in(target: str, old: Iterable[Placeable]) -> Iterator[Placeable]:
    """Where the names of a source stand in its target, as the table writes them."""
    names = {one.value.text: one for one in old if isinstance(one.value, Name)}
    for text, name in names.items():
        for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", target):
            yield replace(name, start=match.start(), end=match.end(), text=text)


def _texts(found: Iterable[Placeable]) -> Counter[str]:
    return Counter(one.text for one in found)


def _exchange(
    before: Placeable,
    after: Placeable,
    old: Sequence[Placeable],
    known: Sequence[Placeable],
    languages: tuple[str, str],
) -> list[_Change]:
    """Where the target has the old figure, and what stands there then; empty: not certain."""
    alike = sum(one.value == before.value for one in old)
    there = [one for one in known if one.kind is before.kind and one.agrees(before)]
    if len(there) != alike or alike != 1:
        return []
    place = there[0]
    text = render(after, *languages)
    if text is None and place.text == before.text and _shape(after.text) == _shape(before.text):
        # What stayed as it was stays again: 5%, 28-NQ/TW.
        text = after.text
    if text is None:
        return []
    if after.kind is PlaceableKind.DATE:
        text = _dated(text, place.text)
    return [_Change(place.start, place.end, text)]


def _shape(text: str) -> str:
    """What is left of a figure without its digits; those with separators have each their own."""
    return text if _SEPARATED.search(text) else _DIGITS.sub("0", text)


def _dated(text: str, standing: str) -> str:
    """A date with or without the word for day, as the one that stood there."""
    if not standing.lower().startswith(_DAY):
        return text.removeprefix(_DAY)
    return _cased(text, standing)


def _cased(text: str, standing: str) -> str:
    return text[:1].upper() + text[1:] if standing[:1].isupper() else text


def _is_beginning(text: str, place: int) -> bool:
    """Whether a sentence begins there."""
    return text[:place].rstrip(" “\"'(")[-1:] in ("", ".", "!", "?")


def _words(text: str) -> list[tuple[int, int, str]]:
    return [(start, end, text[start:end]) for start, end in words(text)]


def _widths() -> list[tuple[int, int]]:
    """How many words to take in on the left and right, the widest first: the longest terms win."""
    both = [(left, right) for left in range(_WIDEST) for right in range(_WIDEST)]
    return sorted(both, key=lambda pair: (-sum(pair), pair))


def _only_place(target: str, entry: Entry) -> tuple[int, int, str] | None:
    """Where one of an entry's equivalents stands, and which, if one does and only once."""
    places = []
    for text in (entry.target, *entry.admitted):
        pattern = rf"(?<!\w){re.escape(text)}(?!\w)"
        places += [(*match.span(), text) for match in re.finditer(pattern, target, re.IGNORECASE)]
    return places[0] if len(places) == 1 else None


def _changed(text: str, changes: Iterable[_Change]) -> str:
    for change in sorted(changes, key=lambda one: -one.start):
        text = text[: change.start] + change.text + text[change.end :]
    return text
