"""Exchange the entries of a catalog with other programs: write them out, merge them in.

in      a project, a language, a format, and what is wanted of the entries
out     the bytes of a file and what it could not hold; or what a merge did to the catalog
rules   A file that comes in is merged without a base: an open entry takes its equivalent, lists
        are joined, two different equivalents are a conflict, and nothing is taken away.
        An equivalent that we admit is no conflict with the one that we prefer.
        A term is found whatever its case, number or spelling, where that leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import Catalog, new_catalog
from glossary.catalog.bitext import is_bitext
from glossary.catalog.concepts import concept_of, entry_of, surplus_notes
from glossary.catalog.review import sign
from glossary.catalog.three_way import Side, ThreeWayReport, merge_returned
from glossary.errors import RequestError
from glossary.formats.contract import (
    Concept,
    Format,
    Payload,
    Profile,
    Reading,
    Termbase,
    Writing,
)
from glossary.formats.mo import parse_mo, render_mo
from glossary.formats.po import Document
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Entry, Status, SubjectField
from glossary.project.editing import Writing as Saving
from glossary.project.editing import chosen_language, opened
from glossary.project.project import Project
from glossary.project.versions import is_committed

STATUSES = ("approved", "draft", "needs-review", "untranslated")

BENEFITS = "benefits"
"""The name for all branches of social security together, as ILO Convention 102 lists them."""

_BRANCHES = frozenset(
    {
        SubjectField.SICKNESS,
        SubjectField.WORK_INJURY,
        SubjectField.SURVIVORS,
        SubjectField.OLD_AGE,
        SubjectField.MATERNITY,
        SubjectField.UNEMPLOYMENT,
        SubjectField.MEDICAL,
    }
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries to write, empty: all; and the code that stands for their language."""

    statuses: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    language_code: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """The bytes of a file and of those that belong beside it, and what they hold.

    `lost` names the fields that some entry has and the format cannot hold.
    """

    data: bytes
    beside: dict[str, bytes]
    count: int
    left_out: int = 0
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """What became of the catalog at `path`; `can_restore`: git has it as it was."""

    path: Path
    report: ThreeWayReport
    before: bytes
    after: bytes
    remarks: tuple[str, ...] = ()
    can_restore: bool = False


def export_entries(
    project: Project,
    form: Format,
    *,
    language: str = "",
    selection: Selection | None = None,
    profile: Profile = Profile.PLAIN,
) -> Export:
    """The file that holds the chosen entries of the catalog of `language`.

    It is dated as the catalog is, so that the same catalog gives the same bytes. Raises as
    `Project.catalog` and the format do, RequestError for a status or subject that there is not.
    """
    tag = chosen_language(project, language)
    _check_format(form, profile)
    catalog = project.catalog(tag).read()
    wish = selection or Selection()
    chosen, made = selected(catalog, wish, tag)
    concepts = tuple(concept_of(one) for one in chosen)
    kept = tuple(one for one in concepts if not form.leaves_out(one))
    termbase = Termbase(
        kept, project.settings.source_language, wish.language_code or tag, project.settings.name
    )
    writing = Writing(profile, made, project.settings.name)
    if form.is_native:
        is_whole = len(chosen) == sum(not one.obsolete for one in catalog.entries)
        data = _native(project, catalog, form, () if is_whole else chosen, wish.language_code)
    else:
        assert form.write_entries
        data = form.write_entries(termbase, writing)
    return Export(
        data,
        form.beside(termbase, writing),
        len(kept),
        len(concepts) - len(kept),
        tuple(name for name in form.lacks if any(getattr(one, name) for one in kept)),
    )


def selected(catalog: Catalog, wish: Selection, language: str) -> tuple[list[Entry], datetime]:
    """The living entries that are wished for, and when the catalog was changed last.

    Raises RequestError for a status or subject that there is not.
    """
    check_selection(wish, language)
    subjects = _subjects(wish.subjects, catalog)
    living = [one for one in catalog.entries if not one.obsolete]
    return [one for one in living if _is_chosen(one, wish, subjects)], _revised(catalog)


def _check_format(form: Format, profile: Profile) -> None:
    if Payload.ENTRIES not in form.writes:
        raise RequestError(
            _("files of the format “{name}” carry sentences, not terms").format(name=form.name),
            hint=_("Choose another with --format, as in: --format tbx"),
        )
    if profile is Profile.OMEGAT and form.name in ("csv", "tsv", "xlsx"):
        raise RequestError(
            _("OmegaT takes the headings of a table for a term"),
            hint=_("Give it its own format: --format omegat, in a file glossary.txt"),
        )


def check_selection(wish: Selection, language: str) -> None:
    """Refuse a status that there is not, and the code of another language, by RequestError."""
    for status in wish.statuses:
        if status not in STATUSES:
            raise RequestError(
                _("there is no status “{status}”").format(status=status),
                hint=_("There are: {names}.").format(names=", ".join(STATUSES)),
            )
    code = wish.language_code
    if code and find_language(code).tag.partition("-")[0] != language.partition("-")[0]:
        raise RequestError(
            _("“{code}” is another language than “{language}”").format(
                code=code, language=language
            ),
            hint=_("Give a code of the same language, as in: --lang-code vi-VN"),
        )


def _subjects(wanted: Sequence[str], catalog: Catalog) -> frozenset[str]:
    """The subject fields meant; RequestError for one that no entry has."""
    if not wanted:
        return frozenset()
    there = {concept_of(entry).subject_field for entry in catalog.entries} - {""}
    found: set[str] = set()
    for name in wanted:
        same = {one for one in there if one.casefold() == name.strip().casefold()}
        if name.strip().casefold() == BENEFITS:
            same = {one for one in there if one in _BRANCHES}
        if not same:
            raise RequestError(
                _("no entry has the subject field “{name}”").format(name=name),
                hint=_("There are: {names}.").format(names=", ".join((BENEFITS, *sorted(there)))),
            )
        found |= same
    return frozenset(found)


def _is_chosen(entry: Entry, wish: Selection, subjects: frozenset[str]) -> bool:
    status = entry.status.value
    if entry.needs_review and entry.status is not Status.UNTRANSLATED:
        status = "needs-review"
    is_status = not wish.statuses or status in wish.statuses
    return is_status and (not subjects or concept_of(entry).subject_field in subjects)


def _revised(catalog: Catalog) -> datetime:
    """When the catalog was changed last, by its header; the beginning of 2000 if it is silent."""
    try:
        return datetime.strptime(catalog.header("PO-Revision-Date"), "%Y-%m-%d %H:%M%z")
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)


def _native(
    project: Project, catalog: Catalog, form: Format, chosen: Sequence[Entry], code: str
) -> bytes:
    """The catalog itself, or with the chosen entries only; the template or an MO file of these."""
    if form.name == "pot":
        catalog = Catalog.from_bytes(project.template.read_bytes(), path=project.template)
    elif code:
        catalog.set_header("Language", code.replace("-", "_"))
    keys = {entry.key for entry in chosen}
    for entry in catalog.entries if chosen else ():
        if entry.key not in keys:
            catalog.remove(*entry.key)
    data = catalog.to_bytes()
    if form.name != "mo":
        return data
    document = Document(data)
    return render_mo([*([document.header] if document.header else []), *document.messages])


def import_entries(
    project: Project,
    data: bytes,
    form: Format,
    *,
    reading: Reading,
    prefer: Side | None = None,
    saving: Saving | None = None,
) -> Import:
    """Merge the entries of a file into the catalog of `reading.target_language`; see above.

    Raises MalformedError and InputError for the file, RequestError where it holds another
    language; then nothing is changed.
    """
    saving = saving or Saving()
    tag = chosen_language(project, reading.target_language)
    reading = replace(
        reading, target_language=tag, source_language=project.settings.source_language
    )
    termbase = _termbase(data, form, reading)
    _check_languages(termbase, reading)
    path = project.catalog_path(tag)
    is_kept = not saving.is_planned and is_committed(path)
    with opened(project, tag, saving) as ours:
        before = ours.to_bytes()
        theirs, remarks = _theirs(project, termbase, ours, tag)
        report = merge_returned(ours, theirs, prefer=prefer)
        if ours.changed:
            sign(ours, by=project.settings.user, at=datetime.now(UTC))
        after = ours.to_bytes()
    remarks = (*termbase.remarks, *remarks)
    return Import(path, report, before, after, remarks, is_kept and before != after)


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
        known.variants.setdefault((key(own.source), own.sense), []).append(own)
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
