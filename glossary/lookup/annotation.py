"""Mark the designations of a glossary in a text: longest match first, in one pass.

in      entries, and texts of any length in any composition (NFC, NFD)
out     annotations with offsets into the text as it was given, in order of start, then end
rules   from left to right the longest designation counts, and the next one begins behind it; what a
        coordination implies (“social and health insurance”: social insurance) is marked besides
        where the glossary has it, and then its pieces are not marked for themselves. Acronyms (IT)
        and single words with a capital (Party) need their capitals in the text; everything else is
        found in any case.
cost    linear in the text, whatever the number of entries
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.languages import en, vi
from glossary.lookup._coordination import Span, head_first, head_last
from glossary.lookup._forms import Form, paths, word_key
from glossary.lookup._page import Page
from glossary.lookup._trie import END, Keys, Node, walk
from glossary.lookup.designation import Designation, equivalents, sources
from glossary.model import Acceptability, Entry

__all__ = ["Annotation", "Annotator"]

_COORDINATIONS = {"en": (en.COORDINATORS, head_last), "vi": (vi.COORDINATORS, head_first)}
_WRONG = (Acceptability.DEPRECATED, Acceptability.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place in a text with what it designates, the likeliest first.

    `parts` are the (start, end) of its pieces, in characters: one, or two where a coordination
    stands between a modifier and its head. Several designations mean homographs, or entries that
    share an equivalent; the one in the text's own case is first, then the preferred ones.
    """

    text: str
    parts: tuple[tuple[int, int], ...]
    designations: tuple[Designation, ...]

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.parts[-1][1]

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.designations[0].entry

    @property
    def acceptability(self) -> Acceptability | None:
        """The standing of the text as an equivalent of `entry`; None for a source term."""
        return self.designations[0].acceptability

    @property
    def is_expanded(self) -> bool:
        """Whether a coordination implies it."""
        return len(self.parts) > 1


class Annotator:
    """Finds designations in texts. Built once and shared; it takes a second for 50,000 entries.

    >>> annotator = Annotator.of_sources([Entry("social insurance"), Entry("health insurance")])
    >>> [found.entry.source for found in annotator.annotate("social and health insurances")]
    ['social insurance', 'health insurance']
    """

    def __init__(self, designations: Iterable[Designation], *, language: str) -> None:
        self._language = language.partition("-")[0]
        coordination = _COORDINATIONS.get(self._language)
        self._coordinators = coordination[0] if coordination else frozenset[str]()
        self._expand = coordination[1] if coordination else None
        self._root: Node = {}
        vocabulary = {",", *self._coordinators}
        ends: dict[int, list[Form]] = {}
        for designation in designations:
            form = Form.of(designation, self._language)
            for path in paths(designation.text, self._language):
                vocabulary.update(path)
                forms = _end_of(self._root, path)
                ends[id(forms)] = forms
                if all(other.designation.entry is not designation.entry for other in forms):
                    forms.append(form)
        for forms in ends.values():
            forms.sort(key=lambda form: form.order)
        self._keys = Keys(self._language, word_key(self._language), vocabulary)

    @classmethod
    def of_sources(cls, entries: Iterable[Entry], *, language: str = "en") -> Annotator:
        """Marks texts of the source `language` by the terms and their other names."""
        living = (entry for entry in entries if not entry.obsolete)
        return cls((name for entry in living for name in sources(entry)), language=language)

    @classmethod
    def of_equivalents(cls, entries: Iterable[Entry], *, language: str = "vi") -> Annotator:
        """Marks texts of the other `language` by every equivalent, forbidden ones too."""
        living = (entry for entry in entries if not entry.obsolete)
        return cls((name for entry in living for name in equivalents(entry)), language=language)

    def annotate(self, text: str) -> tuple[Annotation, ...]:
        """Mark `text`; annotations overlap only where one of them is expanded."""
        page = Page.of(text, self._keys)
        spans, found = [], []
        for span, annotation in self._longest(page):
            spans.append(span)
            found.append(annotation)
        if implied := list(self._implied(page, spans)):
            pieces = {part for one in implied for part in one.parts}
            found = [one for one in found if one.parts[0] not in pieces]
            found = sorted([*found, *implied], key=lambda one: (one.start, one.end))
        return tuple(found)

    def occurrences(self, text: str) -> tuple[Annotation, ...]:
        """Every place of every designation, also inside and across others; nothing expanded."""
        page = Page.of(text, self._keys)
        count = len(page.keys)
        return tuple(
            found
            for place in range(count)
            for end, forms in walk(self._root, page.keys, place, count)
            if (found := _annotation(page, ((place, end),), forms))
        )

    def _longest(self, page: Page) -> Iterator[tuple[Span, Annotation]]:
        keys, root, count = page.keys, self._root, len(page.keys)
        place = 0
        while place < count:
            start, place = place, place + 1
            if keys[start] is None:
                continue
            for end, forms in reversed(list(walk(root, keys, start, count))):
                if found := _annotation(page, ((start, end),), forms):
                    yield (start, end), found
                    place = end
                    break

    def _implied(self, page: Page, spans: list[Span]) -> Iterator[Annotation]:
        """What the coordinations of a text imply beside the designations at `spans`."""
        coordinators = self._coordinators
        places = [place for place, key in enumerate(page.keys) if key in coordinators]
        if not places or not spans or self._expand is None:
            return
        reading = page.reading(spans)
        for place in places:
            for first, second, forms in self._expand(reading, self._root, place):
                usable = [form for form in forms if form.designation.acceptability not in _WRONG]
                if found := _annotation(page, (first, second), usable):
                    yield found


def _end_of(root: Node, path: Iterable[str]) -> list[Form]:
    """The list of what ends behind `path`, made where there is none yet."""
    node = root
    for key in path:
        node = node.setdefault(key, {})
    forms: list[Form] = node.setdefault(END, [])
    return forms


def _annotation(page: Page, pieces: tuple[Span, ...], forms: list[Form]) -> Annotation | None:
    """The annotation of some tokens, None where no form has the capitals that it needs."""
    text, parts = page.quote(pieces)
    fitting = [form.designation for form in forms if form.fits(text)]
    if len(fitting) > 1:
        fitting.sort(key=lambda designation: designation.text != text)
    return Annotation(text, parts, tuple(fitting)) if fitting else None
