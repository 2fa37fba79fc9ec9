"""Bring a catalog in line with the template, losing nothing that a translator did.

in      a catalog, the entries of the template, the editor's renames
out     the catalog changed in place, and a `MergeReport`
rules   A new term comes in open: never a fuzzy guess, since msgmerge gave "health insurance" to
        "social insurance".
        Comments, references and order are the template's; all else is the translator's.
        A term that vanished becomes obsolete and keeps its equivalents, notes and flags; when it
        comes back, so do they. One on which nobody has worked is removed.
        A term that was imported, which no article ever held, stays as it is.
        A renamed term takes everything along. Where the new term has an equivalent of its own,
        that stays the preferred one and the old one's joins the admitted; what was thought of it
        (who approved it, that it needs review) becomes a note, and one in doubt only a note.
        Merging again changes nothing; a catalog in line keeps its bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from glossary.catalog.catalog import Catalog
from glossary.catalog.concepts import is_imported
from glossary.errors import RequestError
from glossary.interface import _
from glossary.model import Entry

__all__ = ["MergeReport", "merge_template"]

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The terms that each rule touched, in the order of the template (lost ones: of the catalog).

    `renamed` pairs the old designation with the new one. `removed` are vanished terms that held no
    work. A term stands in one list only; `unchanged` is their number.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    obsoleted: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


@dataclass(slots=True)
class _Tally:
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    obsoleted: list[str] = field(default_factory=list)
    revived: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0

    def report(self) -> MergeReport:
        return MergeReport(
            tuple(self.added),
            tuple(self.changed),
            tuple(self.obsoleted),
            tuple(self.revived),
            tuple(self.renamed),
            tuple(self.removed),
            self.unchanged,
        )


def merge_template(
    catalog: Catalog,
    template: Sequence[Entry],
    *,
    renames: Mapping[str, str] | None = None,
    language: str = "",
    creation_date: str = "",
) -> MergeReport:
    """Bring `catalog` in line with `template`; see the rules above.

    `renames` maps old designations to new ones; chains are followed. `creation_date` is the
    template's, for the catalog's header. `language` is the one the catalog should have:
    RequestError, and nothing changed, when its header names another.
    """
    check_language(catalog, language)
    wanted = {entry.key: entry for entry in template if not entry.obsolete}
    tally = _Tally()
    renamed = _rename(catalog, wanted, renames or {}, tally)
    for entry in wanted.values():
        _bring_in(catalog, entry, renamed, tally)
    for entry in catalog.entries:
        if entry.key not in wanted and not entry.obsolete:
            if is_imported(entry):
                tally.unchanged += 1
            else:
                _retire(catalog, entry, tally)
    _arrange(catalog, list(wanted), bool(tally.obsoleted))
    if creation_date:
        catalog.set_header("POT-Creation-Date", creation_date)
    return tally.report()


def check_language(catalog: Catalog, language: str) -> None:
    """Refuse a catalog whose header names another language than `language`: RequestError."""
    named = catalog.language
    if not named or not language:
        return
    if _primary(named) != _primary(language):
        raise RequestError(
            _("the catalog of {language} says that its language is {named}").format(
                language=language, named=named
            ),
            hint=_("Put the right file in its folder, or correct “Language:” in its header."),
            path=catalog.path,
        )


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _rename(
    catalog: Catalog, wanted: Mapping[_Key, Entry], renames: Mapping[str, str], tally: _Tally
) -> set[_Key]:
    """Carry entries over to their new terms; give the keys that received one."""
    received: set[_Key] = set()
    for entry in catalog.entries:
        new = _destination(entry, wanted, renames)
        if not new:
            continue
        key = (new, entry.sense)
        old_here = catalog.get(*key)
        if old_here is None:
            catalog.rename(entry.source, new, sense=entry.sense)
        else:
            catalog.put(_united(old_here, entry))
            catalog.remove(entry.source, entry.sense)
        received.add(key)
        tally.renamed.append((entry.source, new))
    return received


def _destination(entry: Entry, wanted: Mapping[_Key, Entry], renames: Mapping[str, str]) -> str:
    """The term that an entry is to be called now, if the template has it; else nothing."""
    if entry.key in wanted:
        return ""
    seen = {entry.source}
    name = renames.get(entry.source, "")
    while name and name not in seen:
        if (name, entry.sense) in wanted:
            return name
        seen.add(name)
        name = renames.get(name, "")
    return ""


def _united(new: Entry, old: Entry) -> Entry:
    """Give the new term's entry with all that the old term's held."""
    if not new.target:
        united = replace(
            _with_lists(new, old, admitted=old.admitted),
            target=old.target,
            needs_review=new.needs_review or old.needs_review,
            approval=old.approval,
        )
        return _with_remark(united, replace(new, needs_review=False))
    listed = {text for text, _ in new.equivalents}
    doubtful = old.needs_review or old.target in listed
    own = [old.target] if old.target and not doubtful else []
    return _with_remark(_with_lists(new, old, admitted=(*own, *old.admitted)), old)


def _with_remark(united: Entry, other: Entry) -> Entry:
    """Keep as a note what was thought of the equivalent that is not the preferred one now."""
    remarks = [f"approved {other.approval}"] if other.approval else []
    if other.needs_review:
        remarks.append("needs review")
    if not remarks or (other.target, other.approval) == (united.target, united.approval):
        return united
    note = f"“{other.source}” = {other.target}".rstrip(" =")
    return replace(united, notes=_joined(united.notes, [f"{note}: {', '.join(remarks)}"]))


def _with_lists(new: Entry, old: Entry, *, admitted: Sequence[str]) -> Entry:
    return replace(
        new,
        admitted=_joined(new.admitted, admitted),
        deprecated=_joined(new.deprecated, old.deprecated),
        forbidden=_joined(new.forbidden, old.forbidden),
        definition=new.definition or old.definition,
        notes=_joined(new.notes, [*old.notes, *_lost_definition(new, old)]),
    )


def _lost_definition(new: Entry, old: Entry) -> list[str]:
    """The old term's definition as a note, where the new one has another."""
    if not new.definition or old.definition in ("", new.definition):
        return []
    return [f"“{old.source}” was defined: {old.definition}"]


def _joined(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    known = set(first)
    return (*first, *(text for text in second if text not in known))


def _bring_in(catalog: Catalog, wanted: Entry, renamed: set[_Key], tally: _Tally) -> None:
    """Make the catalog's entry say what the template says of the term."""
    present = catalog.get(*wanted.key)
    if present is None:
        catalog.put(
            Entry(
                wanted.source,
                sense=wanted.sense,
                comments=wanted.comments,
                references=wanted.references,
            )
        )
        tally.added.append(wanted.source)
        return
    updated = replace(
        present, comments=wanted.comments, references=wanted.references, obsolete=False
    )
    catalog.put(updated)
    if wanted.key in renamed:
        return
    if present.obsolete:
        tally.revived.append(wanted.source)
    elif updated != present:
        tally.changed.append(wanted.source)
    else:
        tally.unchanged += 1


def _retire(catalog: Catalog, entry: Entry, tally: _Tally) -> None:
    """Make a vanished term's entry obsolete; one that holds no work goes."""
    if _holds_work(entry):
        catalog.put(replace(entry, comments=(), references=(), obsolete=True))
        tally.obsoleted.append(entry.source)
    else:
        catalog.remove(entry.source, entry.sense)
        tally.removed.append(entry.source)


def _holds_work(entry: Entry) -> bool:
    said = entry.notes or entry.definition or entry.approval
    return bool(entry.equivalents or said or entry.needs_review)


def _arrange(catalog: Catalog, wanted: list[_Key], retired: bool) -> None:
    """Follow the template's order; obsolete entries stand at the end once anything moves."""
    entries = catalog.entries
    live = [entry.key for entry in entries if not entry.obsolete]
    if live != wanted or retired:
        catalog.arrange([*wanted, *(entry.key for entry in entries if entry.obsolete)])
