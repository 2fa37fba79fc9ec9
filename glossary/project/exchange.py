"""Write the entries of a catalog for other programs.

in      a project, a language, a format, and what is wanted of the entries
out     the bytes of a file, and what it could not hold
bytes   the same catalog gives the same ones: the file is dated as the catalog is
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from glossary.catalog import Catalog
from glossary.catalog.concepts import concept_of
from glossary.errors import RequestError
from glossary.formats.contract import (
    Format,
    Payload,
    Profile,
    Termbase,
    Writing,
)
from glossary.formats.mo import render_mo
from glossary.formats.po import Document
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Entry, Status, SubjectField
from glossary.project.editing import chosen_language
from glossary.project.project import Project

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
