"""Merge the entries of another program's file into a catalog.

in      the bytes of a file and its format
out     what the merge did to the catalog
rules   The file is merged without a base: an open entry takes its equivalent, lists are joined,
        two different equivalents are a conflict, and nothing is taken away.
        An equivalent that we admit is no conflict with the one that we prefer.
        A term that is obsolete here is back.
        A term is found whatever its case, number or spelling, and by its other names and those it
        had before, where that leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import Catalog, new_catalog
from glossary.catalog.bitext import is_bitext
from glossary.catalog.concepts import concept_of, entry_of, surplus_notes
from glossary.catalog.three_way import Side, ThreeWayReport
from glossary.errors import RequestError
from glossary.formats.contract import Concept, Format, Payload, Reading, Termbase
from glossary.formats.mo import parse_mo
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.lookup import describe
from glossary.model import Entry
from glossary.project.editing import Writing, chosen_language
from glossary.project.project import Project
from glossary.project.returning import Work, merge_work


@dataclass(frozen=True, slots=True)
class Import:
    """What became of the catalog at `path`; `can_restore`: git has it as it was."""

    path: Path
    report: ThreeWayReport
    before: bytes
    after: bytes
    remarks: tuple[str, ...] = ()
    can_restore: bool = False


def import_entries(
    project: Project,
    data: bytes,
    form: Format,
    *,
    reading: Reading,
    prefer: Side | None = None,
    saving: Writing | None = None,
) -> Import:
    """Merge the entries of a file into the catalog of `reading.target_language`; see above.

    Raises MalformedError and InputError for the file, RequestError where it holds another
    language; then nothing is changed.
    """
    tag = chosen_language(project, reading.target_language)
    reading = replace(
        reading, target_language=tag, source_language=project.settings.source_language
    )
    termbase = _termbase(data, form, reading)
    _check_languages(termbase, reading)
    remarks = list(termbase.remarks)

    def theirs(ours: Catalog) -> Catalog:
        catalog, further = _theirs(project, termbase, ours, tag)
        remarks.extend(further)
        return catalog

    work = Work(theirs, by=project.settings.user, prefer=prefer)
    done = merge_work(project, tag, work, saving or Writing())
    return Import(done.path, done.report, done.before, done.after, tuple(remarks), done.can_restore)


def _termbase(data: bytes, form: Format, reading: Reading) -> Termbase:
    if Payload.ENTRIES not in form.reads:
        raise RequestError(
            _("no terms can be read of the format “{name}”").format(name=form.name),
            hint=_("Choose another with --format, as in: --format csv"),
        )
    if not form.is_native:
        assert form.read_entries
        return form.read_entries(data, reading)
    if form.name == "mo":
        messages = parse_mo(data, path=reading.path)
        concepts = [
            Concept(one.msgid, one.msgctxt or "", one.msgstr[0]) for one in messages if one.msgid
        ]
        return Termbase(tuple(concepts), reading.source_language, reading.target_language)
    catalog = Catalog.from_bytes(data, path=reading.path)
    if is_bitext(catalog):
        raise RequestError(
            _("the file holds the sentences of an article, not terms"),
            hint=_("Keep its translations with: glossary memory import FILE"),
            path=reading.path,
        )
    living = [concept_of(entry) for entry in catalog.entries if not entry.obsolete]
    return Termbase(tuple(living), reading.source_language, catalog.language)


def _check_languages(termbase: Termbase, reading: Reading) -> None:
    there = termbase.target_language.replace("_", "-").partition("-")[0].lower()
    if there and there != reading.target_language.partition("-")[0]:
        raise RequestError(
            _("the file holds equivalents in “{there}”, not in “{wanted}”").format(
                there=termbase.target_language, wanted=reading.target_language
            ),
            hint=_("Name the catalog that it belongs to with -l."),
            path=reading.path,
        )


@dataclass(slots=True)
class _Known:
    """The living entries of our catalog, by key and by the key of their source's variants."""

    entries: dict[tuple[str, str], Entry]
    variants: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)


def _theirs(
    project: Project, termbase: Termbase, ours: Catalog, language: str
) -> tuple[Catalog, tuple[str, ...]]:
    """A catalog with the entries of the file under our keys, and remarks on those."""
    known = _Known({entry.key: entry for entry in ours.entries})
    key = project.variant_key
    for own in ours.entries:
        for name in dict.fromkeys(map(key, (own.source, *describe(own.comments).other_names))):
            known.variants.setdefault((name, own.sense), []).append(own)
    theirs = new_catalog((), language=find_language(language), created=datetime.now(UTC))
    remarks: list[str] = []
    for concept in termbase.concepts:
        alike = known.variants.get((key(concept.source), concept.sense), [])
        exact = known.entries.get((concept.source, concept.sense))
        entry = exact or (alike[0] if len(alike) == 1 else None)
        if entry and entry.source != concept.source:
            remarks.append(
                _("“{theirs}” is our term “{ours}”").format(
                    theirs=concept.source, ours=entry.source
                )
            )
        if entry and entry.obsolete:
            entry = replace(entry, obsolete=False, comments=entry_of(concept).comments)
            ours.put(entry)
            remarks.append(_("“{term}” was obsolete and is back").format(term=entry.source))
        fresh = _as_ours(concept, entry) if entry else entry_of(concept)
        there = theirs.get(*fresh.key)
        theirs.put(_joined(there, fresh) if there else fresh)
    return theirs, tuple(remarks)


def _as_ours(concept: Concept, entry: Entry) -> Entry:
    """What a file says of a term that we have, as an entry of the same key."""
    notes = (*concept.notes, *surplus_notes(concept, concept_of(entry)))
    target, admitted = concept.target, concept.admitted
    if target in entry.admitted:
        target, admitted = entry.target, admitted
    return Entry(
        entry.source,
        entry.sense,
        target,
        needs_review=concept.needs_review and bool(target),
        approval=concept.approval if target == concept.target and target else "",
        admitted=tuple(one for one in admitted if one != target),
        deprecated=concept.deprecated,
        forbidden=concept.forbidden,
        notes=tuple(dict.fromkeys(notes)),
        comments=entry.comments,
        references=entry.references,
        definition=concept.target_definition,
    )


def _joined(first: Entry, second: Entry) -> Entry:
    """Two rows of a file that mean one entry of ours: the second equivalent is admitted."""
    own = [second.target] if second.target and first.target != second.target else []
    admitted = _united(first.admitted, [*(own if first.target else []), *second.admitted])
    return replace(
        first,
        target=first.target or second.target,
        admitted=admitted,
        deprecated=_united(first.deprecated, second.deprecated),
        forbidden=_united(first.forbidden, second.forbidden),
        notes=_united(first.notes, second.notes),
        definition=first.definition or second.definition,
    )


def _united(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
