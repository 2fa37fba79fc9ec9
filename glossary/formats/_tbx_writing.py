"""From concepts to a TBX file: TBX-Basic in version 2, or in version 3 in one of its two styles.

in      a termbase and a `Dialect`
out     the bytes of the file; what TBX-Basic has no data category for stands in notes, “key: value”
source  ISO 30042:2008 and :2019, TBX-Basic's DTD, XCS, RNG and Schematron rules
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from glossary.formats._keyed import noted
from glossary.formats._layouts import approval_parts
from glossary.formats._tbx_constraints import constraint_name
from glossary.formats.contract import Concept, Profile, Termbase, Writing
from glossary.model import Acceptability

if TYPE_CHECKING:
    from lxml.etree import _Element, _IncrementalFileWriter

_XML = "{http://www.w3.org/XML/1998/namespace}"
_SPACES: dict[str | None, str] = {"xml": _XML[1:-1]}  # else lxml invents a prefix for xml:lang
_EVIDENCE = re.compile(r"(?P<source>[^:“]+): “(?P<text>.*)”")
_IDENTIFIER = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_STATUSES = {
    Acceptability.PREFERRED: "preferredTerm-admn-sts",
    Acceptability.ADMITTED: "admittedTerm-admn-sts",
    # Found in older texts only, and wrong: TBX calls these superseded and deprecated.
    Acceptability.DEPRECATED: "supersededTerm-admn-sts",
    Acceptability.FORBIDDEN: "deprecatedTerm-admn-sts",
}
# Weblate 5.14 knows none of TBX's own words for it.
_WEBLATE_STATUSES = {
    **_STATUSES,
    Acceptability.DEPRECATED: "obsolete",
    Acceptability.FORBIDDEN: "forbidden",
}
_USABLE = (Acceptability.PREFERRED, Acceptability.ADMITTED)
_PARTS = frozenset({"noun", "verb", "adjective", "adverb"})
_HELD = frozenset(
    {"source", "target", "admitted", "deprecated", "forbidden", "subject_field", "definition"}
    | {"target_definition", "other_names", "abbreviation_of", "abbreviated_as", "evidence"}
    | {"references", "notes", "part_of_speech", "id"}
)
_NOTED = frozenset(Concept.__dataclass_fields__) - _HELD


@dataclass(frozen=True, slots=True)
class Dialect:
    """The names of the elements, and the namespaces that data categories have in style DCT."""

    entry: str
    language: str
    term: str
    namespace: str = ""
    is_tags: bool = False

    def name(self, local: str) -> str:
        """The name of an element with the namespace of the dialect."""
        return f"{{{self.namespace}}}{local}" if self.namespace else local


V3 = "urn:iso:std:iso:30042:ed-2"
MIN, BASIC = "http://www.tbxinfo.net/ns/min", "http://www.tbxinfo.net/ns/basic"
MARTIF = Dialect("termEntry", "langSet", "tig")
DCA = Dialect("conceptEntry", "langSec", "termSec", V3)
DCT = Dialect("conceptEntry", "langSec", "termSec", V3, is_tags=True)
_OF_MIN = frozenset({"administrativeStatus", "partOfSpeech", "subjectField"})


def write(termbase: Termbase, writing: Writing, dialect: Dialect) -> bytes:
    """The TBX file, in the order of the termbase."""
    from glossary.formats import _xml

    stream = BytesIO()
    with _xml.writing(stream) as sink:
        if dialect is MARTIF:
            _martif(sink, termbase, writing)
        else:
            _tbx(sink, termbase, writing, dialect)
    return stream.getvalue() + b"\n"


def _martif(sink: _IncrementalFileWriter, termbase: Termbase, writing: Writing) -> None:
    is_weblate = writing.profile is Profile.WEBLATE
    kind = "TBX" if is_weblate else "TBX-Basic"
    if not is_weblate:
        sink.write_doctype('<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">')
    attributes = {"type": kind, f"{_XML}lang": termbase.source_language}
    with sink.element("martif", attributes, nsmap=_SPACES):
        header = _child(None, "martifHeader")
        description = _child(header, "fileDesc")
        _child(_child(description, "titleStmt"), "title", _title(termbase, writing))
        _child(_child(description, "sourceDesc"), "p", _origin(writing))
        _child(_child(header, "encodingDesc"), "p", constraint_name(termbase), {"type": "XCSURI"})
        sink.write(header, pretty_print=True)
        _body(sink, termbase, writing, MARTIF)


def _tbx(
    sink: _IncrementalFileWriter, termbase: Termbase, writing: Writing, dialect: Dialect
) -> None:
    attributes = {
        "type": "TBX-Basic",
        "style": "dct" if dialect.is_tags else "dca",
        f"{_XML}lang": termbase.source_language,
    }
    spaces: dict[str | None, str] = {None: V3, **_SPACES}
    if dialect.is_tags:
        spaces |= {"min": MIN, "basic": BASIC}
    with sink.element(dialect.name("tbx"), attributes, nsmap=spaces):
        header = _child(None, dialect.name("tbxHeader"))
        description = _child(header, dialect.name("fileDesc"))
        title = _child(description, dialect.name("titleStmt"))
        _child(title, dialect.name("title"), _title(termbase, writing))
        origin = _child(description, dialect.name("sourceDesc"))
        _child(origin, dialect.name("p"), _origin(writing))
        sink.write(header, pretty_print=True)
        _body(sink, termbase, writing, dialect)


def _body(
    sink: _IncrementalFileWriter, termbase: Termbase, writing: Writing, dialect: Dialect
) -> None:
    taken: set[str] = set()
    with sink.element(dialect.name("text")), sink.element(dialect.name("body")):
        is_parted = dialect is MARTIF and writing.profile is Profile.WEBLATE
        for concept in _parted(termbase.concepts) if is_parted else termbase.concepts:
            identifier = _identifier(concept, taken)
            entry = _Entry(concept, identifier, termbase, writing, dialect).element()
            sink.write(entry, pretty_print=True)


def _parted(concepts: Iterable[Concept]) -> Iterator[Concept]:
    """For Weblate, an entry of its own for each equivalent that must not be used.

    Up to 5.14 one such status in an entry marks all of its terms as forbidden.
    """
    for concept in concepts:
        yield replace(concept, deprecated=(), forbidden=())
        alone = Concept(concept.source, concept.sense, id=concept.id)
        yield from (replace(alone, deprecated=(text,)) for text in concept.deprecated)
        yield from (replace(alone, forbidden=(text,)) for text in concept.forbidden)


def _identifier(concept: Concept, taken: set[str]) -> str:
    """An id that XML allows and no other concept has."""
    wanted = concept.number if _IDENTIFIER.fullmatch(concept.number) else ""
    wanted = wanted or Concept(concept.source, sense=concept.sense).number
    found, count = wanted, 1
    while found in taken:
        count += 1
        found = f"{wanted}-{count}"
    taken.add(found)
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    identifier: str
    termbase: Termbase
    writing: Writing
    dialect: Dialect

    def element(self) -> _Element:
        entry = _child(None, self.dialect.name(self.dialect.entry), "", {"id": self.identifier})
        self._datum(entry, "descrip", "subjectField", self.concept.subject_field)
        for note in noted(self.concept, self._noted()):
            _child(entry, self.dialect.name("note"), note)
        self._source(entry)
        if self._equivalents():
            self._target(entry)
        return entry

    def _equivalents(self) -> list[tuple[str, Acceptability]]:
        """Those that get a term; OmegaT 3.6 offers every term of a file, also forbidden ones."""
        is_omegat = self.writing.profile is Profile.OMEGAT
        return [one for one in self.concept.equivalents if not is_omegat or one[1] in _USABLE]

    def _noted(self) -> frozenset[str]:
        """The fields that must stand in notes, as this concept is."""
        names = set(_NOTED)
        if self._part() != self.concept.part_of_speech:
            names.add("part_of_speech")
        if self.concept.id and self.concept.id != self.identifier:
            names.add("id")
        if self.writing.profile is Profile.OMEGAT:
            names |= {"deprecated", "forbidden"}
        if not self._equivalents():
            names.add("target_definition")
        return frozenset(names)

    def _part(self) -> str:
        return self.concept.part_of_speech if self.concept.part_of_speech in _PARTS else ""

    def _source(self, entry: _Element) -> None:
        concept = self.concept
        section = self._section(entry, self.termbase.source_language, concept.definition)
        kind = "acronym" if concept.abbreviation_of else ""
        notes = (("partOfSpeech", self._part()), ("termType", kind))
        term = self._term(section, concept.source, notes)
        for line in concept.evidence:
            self._evidence(term, line)
        for reference in concept.references:
            self._datum(term, "admin", "source", reference)
        if concept.abbreviation_of:
            self._term(section, concept.abbreviation_of, (("termType", "fullForm"),))
        if concept.abbreviated_as:
            self._term(section, concept.abbreviated_as, (("termType", "acronym"),))
        for name in concept.other_names:
            self._term(section, name, (("termType", "variant"),))

    def _target(self, entry: _Element) -> None:
        language = self.termbase.target_language or "und"
        section = self._section(entry, language, self.concept.target_definition)
        is_weblate = self.dialect is MARTIF and self.writing.profile is Profile.WEBLATE
        statuses = _WEBLATE_STATUSES if is_weblate else _STATUSES
        for text, standing in self._equivalents():
            notes = (("administrativeStatus", statuses[standing]),)
            term = self._term(section, text, notes)
            if standing is Acceptability.PREFERRED:
                self._approval(term)

    def _section(self, entry: _Element, language: str, definition: str) -> _Element:
        name = self.dialect.name(self.dialect.language)
        section = _child(entry, name, "", {f"{_XML}lang": language})
        self._datum(section, "descrip", "definition", definition)
        return section

    def _term(self, section: _Element, text: str, notes: Iterable[tuple[str, str]]) -> _Element:
        term = _child(section, self.dialect.name(self.dialect.term))
        _child(term, self.dialect.name("term"), text)
        for category, value in notes:
            self._datum(term, "termNote", category, value)
        return term

    def _evidence(self, term: _Element, line: str) -> None:
        found = _EVIDENCE.fullmatch(line)
        if not found:
            self._datum(term, "descrip", "context", line)
            return
        group = _child(term, self.dialect.name("descripGrp"))
        self._datum(group, "descrip", "context", found["text"])
        self._datum(group, "admin", "source", found["source"])

    def _approval(self, term: _Element) -> None:
        """Who vouches, as the last modification; a note holds it in our own words."""
        on, by = approval_parts(self.concept.approval)
        if not on or not by:
            return
        group = _child(term, self.dialect.name("transacGrp"))
        self._datum(group, "transac", "transactionType", "modification")
        self._datum(group, "transacNote", "responsibility", by)
        _child(group, self.dialect.name("date"), on)

    def _datum(self, parent: _Element, kind: str, category: str, text: str) -> None:
        """A data category: as the type of an element, or as an element of its own."""
        if not text:
            return
        if self.dialect.is_tags:
            space = MIN if category in _OF_MIN else BASIC
            _child(parent, f"{{{space}}}{category}", text)
        else:
            _child(parent, self.dialect.name(kind), text, {"type": category})


def _child(
    parent: _Element | None, name: str, text: str = "", attributes: dict[str, str] | None = None
) -> _Element:
    from lxml import etree

    from glossary.formats._xml import legal

    attributes = attributes or {}
    if parent is None:
        element = etree.Element(name, attributes)
    else:
        element = etree.SubElement(parent, name, attributes)
    if text:
        element.text = legal(text)
    return element


def _title(termbase: Termbase, writing: Writing) -> str:
    return termbase.title or writing.title or "glossary"


def _origin(writing: Writing) -> str:
    return f"glossary, {writing.made.date().isoformat()}"
