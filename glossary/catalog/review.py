"""Decide on an entry: which equivalent, with what standing, and who vouches for it.

in      an entry and a decision
out     the entry as it is then; the same one where the decision changes nothing
rules   An approval holds for one equivalent: when that changes, or is asked to be looked at again,
        the approval goes and stays as a note, with the equivalent that it was for.
        One text has one standing: preferred, admitted, deprecated or forbidden.
errors  RequestError where a decision contradicts what stands there
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from glossary.catalog.catalog import Catalog
from glossary.catalog.template import stamp
from glossary.errors import RequestError
from glossary.interface import _
from glossary.languages import normalise
from glossary.model import Acceptability, Entry

__all__ = [
    "admit",
    "annotate",
    "approve",
    "define",
    "deprecate",
    "forbid",
    "reopen",
    "set_equivalent",
    "sign",
    "unapprove",
    "withdraw",
    "without_approval",
]

FORMER = "was approved"
"""How the note begins that keeps an approval which holds no longer."""

_ANY_CONFLICT = ("conflict: ",)
_OTHER_EQUIVALENT = ("conflict: theirs is ", "conflict: ours has no equivalent")
"""How the notes begin in which a merge keeps what the other side had."""


def set_equivalent(
    entry: Entry, equivalent: str, *, note: str = "", needs_review: bool = False
) -> Entry:
    """Make `equivalent` the preferred one; nobody needs to look any more unless `needs_review`.

    That settles a conflict about it: the note goes. Raises RequestError when it is forbidden for
    this term.
    """
    text = _text(equivalent)
    if text in entry.forbidden:
        raise RequestError(
            _("“{text}” is forbidden for “{source}”").format(text=text, source=entry.source),
            hint=_("If that is no longer right, admit it first: glossary admit TERM EQUIVALENT"),
        )
    changed = _without(entry, text)
    if text != entry.target or needs_review:
        changed = without_approval(changed)
    changed = replace(changed, target=text, needs_review=needs_review)
    changed = changed if needs_review else _settled(changed, _OTHER_EQUIVALENT)
    return annotate(changed, note) if note else changed


def approve(entry: Entry, *, by: str, on: date) -> Entry:
    """Let the person `by` vouch for the equivalent; an approval of the same person stays as it is.

    That settles every conflict: the notes go. Raises RequestError when there is no equivalent, or
    no name.
    """
    name = normalise(" ".join(by.split()))
    if not name:
        raise RequestError(
            _("an approval needs a name"),
            hint=_("Give yours with --by NAME, or once for all as “user” in locales/glossary.ini."),
        )
    if not entry.target:
        raise RequestError(
            _("“{source}” has no equivalent to approve").format(source=entry.source),
            hint=_("Give it one with: glossary set TERM EQUIVALENT"),
        )
    former = entry.approval.partition(" ")[2]
    if former == name and not entry.needs_review:
        return entry
    approval = f"{on.isoformat()} {name}"
    older = entry if entry.approval == approval else without_approval(entry)
    return _settled(replace(older, approval=approval, needs_review=False), _ANY_CONFLICT)


def unapprove(entry: Entry) -> Entry:
    """Make an approved entry a draft again; the approval stays as a note."""
    return without_approval(entry)


def without_approval(entry: Entry) -> Entry:
    """Give the entry with its approval, if it has one, as a note only.

    >>> without_approval(Entry("law", target="luật", approval="2026-11-20 NVA")).notes
    ('was approved 2026-11-20 NVA: “luật”',)
    """
    if not entry.approval:
        return entry
    note = f"{FORMER} {entry.approval}: “{entry.target}”"
    return annotate(replace(entry, approval=""), note)


def admit(entry: Entry, equivalent: str) -> Entry:
    """Let `equivalent` be used beside the preferred one, also where it was forbidden before."""
    return _stand(entry, equivalent, Acceptability.ADMITTED)


def deprecate(entry: Entry, equivalent: str) -> Entry:
    """Mark `equivalent` as one that is found in older texts and is not to be used in new ones."""
    return _stand(entry, equivalent, Acceptability.DEPRECATED)


def forbid(entry: Entry, equivalent: str) -> Entry:
    """Mark `equivalent` as wrong for this term."""
    return _stand(entry, equivalent, Acceptability.FORBIDDEN)


def annotate(entry: Entry, text: str) -> Entry:
    """Add a note behind the others; one that stands there already is not repeated."""
    lines = [normalise(line) for line in text.splitlines() if line.strip()]
    if not lines:
        raise RequestError(_("the note is empty"), hint=_("Say what is to be noted."))
    fresh = tuple(line for line in dict.fromkeys(lines) if line not in entry.notes)
    return replace(entry, notes=(*entry.notes, *fresh))


def define(entry: Entry, text: str) -> Entry:
    """Say in the target language what the term means; an empty `text` takes the definition away.

    >>> define(Entry("pension"), "Tiền trả hằng  tháng.").definition
    'Tiền trả hằng tháng.'
    """
    return replace(entry, definition=normalise(" ".join(text.split())))


def sign(catalog: Catalog, *, by: str, at: datetime) -> None:
    """Name the last change in the catalog's header; without a name (`by`) the old one stays."""
    catalog.set_header("PO-Revision-Date", stamp(at))
    if by:
        catalog.set_header("Last-Translator", " ".join(by.split()))


def withdraw(entry: Entry, equivalent: str) -> Entry:
    """Take `equivalent` out of the entry, whatever its standing.

    Raises RequestError where the entry does not have it.
    """
    text = _text(equivalent)
    if text == entry.target:
        return reopen(entry)
    changed = _without(entry, text)
    if changed is entry:
        raise RequestError(
            _("“{text}” is no equivalent of “{source}”").format(text=text, source=entry.source),
            hint=_("See what there is: glossary lookup TERM"),
        )
    return changed


def reopen(entry: Entry) -> Entry:
    """Take the preferred equivalent out; an approval of it stays as a note.

    >>> reopen(Entry("law", target="luật", admitted=("đạo luật",))).target
    ''
    """
    return replace(without_approval(entry), target="", needs_review=False)


def _settled(entry: Entry, beginnings: tuple[str, ...]) -> Entry:
    notes = tuple(note for note in entry.notes if not note.startswith(beginnings))
    return replace(entry, notes=notes)


def _stand(entry: Entry, equivalent: str, standing: Acceptability) -> Entry:
    text = _text(equivalent)
    if text == entry.target:
        raise RequestError(
            _("“{text}” is the preferred equivalent of “{source}”").format(
                text=text, source=entry.source
            ),
            hint=_("Set another one first: glossary set TERM EQUIVALENT"),
        )
    if text in getattr(entry, standing):
        return entry
    others = _without(entry, text)
    changes = {standing.value: (*getattr(others, standing), text)}
    return replace(others, **changes)  # type: ignore[arg-type]


def _without(entry: Entry, text: str) -> Entry:
    """Give the entry without `text` among the equivalents that are not preferred."""
    if all(text != listed for listed in (*entry.admitted, *entry.deprecated, *entry.forbidden)):
        return entry
    return replace(
        entry,
        admitted=tuple(listed for listed in entry.admitted if listed != text),
        deprecated=tuple(listed for listed in entry.deprecated if listed != text),
        forbidden=tuple(listed for listed in entry.forbidden if listed != text),
    )


def _text(written: str) -> str:
    text = normalise(" ".join(written.split()))
    if not text:
        raise RequestError(
            _("the equivalent is empty"),
            hint=_("Name one, or take the present one out: glossary unset TERM"),
        )
    return text
