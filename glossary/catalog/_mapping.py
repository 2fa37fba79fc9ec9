"""Between a glossary's entry and the PO message that holds it.

The equivalents that are not preferred, the approval and the definition in the target language are
``key: value`` lines in the translator's comment: the only place that msgmerge, obsolescence and
every editor keep. All other lines are notes, in their order. What an `Entry` does not know (other
flags, plural forms) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from unicodedata import normalize

from glossary.errors import RequestError
from glossary.formats.po import Message
from glossary.interface import _
from glossary.model import Entry

_KEYS = ("status", "admitted", "deprecated", "forbidden", "definition")
_LINE = re.compile(rf"\s*({'|'.join(_KEYS)})\s*:\s*(.*?)\s*", re.IGNORECASE)
#: A note that would read as a key line is written behind “note: ”.
_QUOTED_NOTE = re.compile(rf"note: (?=\s*(?:note: \s*)*(?:{'|'.join(_KEYS)})\s*:)", re.IGNORECASE)
_NOTE = "note"

_NONE, _NONE_FLAGGED = "—", "— ?"
"""Stand, flagged, for no equivalent in an obsolete entry that somebody wrote something about, or
flagged: gettext and Poedit throw away an obsolete entry whose msgstr is empty. A lone “?” is what
translators write themselves.
"""


def entry_of(message: Message) -> Entry:
    """Give the entry that a message holds."""
    found: dict[str, list[str]] = {key: [] for key in (*_KEYS, _NOTE)}
    for line in message.translator:
        kind, value = _read(line)
        found[kind].append(value)
    is_none = message.fuzzy and message.msgstr[0] in (_NONE, _NONE_FLAGGED)
    return Entry(
        source=message.msgid,
        sense=message.msgctxt or "",
        target="" if is_none else message.msgstr[0],
        needs_review=message.fuzzy and message.msgstr[0] != _NONE,
        approval=_approval(found["status"]),
        admitted=tuple(found["admitted"]),
        deprecated=tuple(found["deprecated"]),
        forbidden=tuple(found["forbidden"]),
        definition=_one_line(" ".join(found["definition"])),
        notes=tuple(found[_NOTE]),
        comments=message.extracted,
        references=message.references,
        obsolete=message.obsolete,
    )


def message_of(entry: Entry, before: Message | None = None) -> Message:
    """Give the message for an entry; `before` is the one that held it until now."""
    entry = _checked(entry)
    old = before or Message(msgid=entry.source)
    lines = _translator_lines(entry, old)
    target = entry.target
    if entry.obsolete and not target and (lines or entry.needs_review):
        target = _NONE_FLAGGED if entry.needs_review else _NONE
    is_fuzzy = entry.needs_review or target == _NONE
    flags = tuple(flag for flag in old.flags if flag != "fuzzy")
    if is_fuzzy:
        flags = ("fuzzy", *flags) if not old.fuzzy else old.flags
    return replace(
        old,
        msgid=entry.source,
        msgctxt=entry.sense or (old.msgctxt if old.msgctxt == "" else None),
        msgstr=(target, *old.msgstr[1:]),
        translator=lines,
        extracted=entry.comments,
        references=entry.references,
        flags=flags,
        previous=old.previous if is_fuzzy or not old.fuzzy else (),
        obsolete=entry.obsolete,
    )


def carried_over(fresh: Message, *, base: Message, ours: Message, theirs: Message) -> Message:
    """Take into `fresh`, ours merged, what they alone changed and no `Entry` knows."""

    def flags(message: Message) -> tuple[str, ...]:
        return tuple(flag for flag in message.flags if flag != "fuzzy")

    own = [flag for flag in fresh.flags if flag == "fuzzy"]
    plural = (base.msgid_plural, base.msgstr[1:]) == (ours.msgid_plural, ours.msgstr[1:])
    return replace(
        fresh,
        flags=(*own, *flags(theirs))
        if flags(base) == flags(ours) != flags(theirs)
        else fresh.flags,
        sticky=theirs.sticky if base.sticky == ours.sticky else fresh.sticky,
        msgid_plural=theirs.msgid_plural if plural else fresh.msgid_plural,
        msgstr=(fresh.msgstr[0], *(theirs.msgstr[1:] if plural else fresh.msgstr[1:])),
    )


def _read(line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line)
    if match and (match[2] or match[1].lower() == "status"):
        return match[1].lower(), match[2]
    quoted = _QUOTED_NOTE.match(line)
    return _NOTE, line[quoted.end() :] if quoted else line


def _approval(statuses: Sequence[str]) -> str:
    """The date and name after ``approved``; without them nobody vouches."""
    for status in statuses:
        word, _, rest = status.partition(" ")
        if word.lower() == "approved":
            return rest.strip()
    return ""


def _translator_lines(entry: Entry, old: Message) -> tuple[str, ...]:
    """Give the comment lines; a kind that did not change keeps its lines where they stand."""
    known = entry_of(old)
    lines = [(_read(line)[0], line) for line in old.translator]
    stands = any(kind == "status" for kind, _ in lines)
    moved = (entry.approval, bool(entry.target)) != (known.approval, bool(known.target))
    if moved or not stands:
        lines = _renew(lines, "status", _status(entry))
    for kind, fresh, stale in (
        ("admitted", entry.admitted, known.admitted),
        ("deprecated", entry.deprecated, known.deprecated),
        ("forbidden", entry.forbidden, known.forbidden),
    ):
        if fresh != stale:
            lines = _renew(lines, kind, [f"{kind}: {text}" for text in fresh])
    if entry.definition != known.definition:
        fresh_lines = [f"definition: {entry.definition}"] if entry.definition else []
        lines = _renew(lines, "definition", fresh_lines)
    if entry.notes != known.notes:
        lines = _renew(lines, _NOTE, [_note(text) for text in entry.notes])
    return tuple(line for _, line in lines)


def _status(entry: Entry) -> list[str]:
    if entry.approval:
        return [f"status: approved {entry.approval}"]
    return ["status: draft"] if entry.target else []


def _note(text: str) -> str:
    return f"note: {text}" if _read(text) != (_NOTE, text) else text


def _renew(lines: list[tuple[str, str]], kind: str, fresh: Iterable[str]) -> list[tuple[str, str]]:
    """Put `fresh` where lines of this kind stood, or where the kind belongs."""
    order = (*_KEYS, _NOTE)
    places = [index for index, line in enumerate(lines) if line[0] == kind]
    if places:
        place = places[0]
    else:
        later = order[order.index(kind) + 1 :]
        place = next((i for i, line in enumerate(lines) if line[0] in later), len(lines))
    rest = [line for line in lines[place:] if line[0] != kind]
    return [*lines[:place], *((kind, text) for text in fresh), *rest]


def _checked(entry: Entry) -> Entry:
    """Bring an entry to what a PO file can hold: NFC, one line where a line is meant."""
    texts = (entry.source, entry.sense, entry.target, entry.approval)
    if not entry.source:
        raise RequestError(
            _("an entry needs a term"), hint=_("Name the term in the source language.")
        )
    # gettext ends a text at NUL and puts EOT between msgctxt and msgid.
    if any("\0" in text or "\x04" in text for text in texts):
        raise RequestError(
            _("“{source}” contains a control character that a PO file cannot hold").format(
                source=entry.source
            ),
            hint=_("Remove NUL (U+0000) and EOT (U+0004)."),
        )
    return replace(
        entry,
        source=normalize("NFC", entry.source),
        sense=normalize("NFC", entry.sense),
        target=normalize("NFC", entry.target),
        approval=_one_line(entry.approval),
        admitted=_equivalents(entry.admitted),
        deprecated=_equivalents(entry.deprecated),
        forbidden=_equivalents(entry.forbidden),
        definition=_one_line(entry.definition),
        notes=_comment_lines(entry.notes),
        comments=_comment_lines(entry.comments),
        references=tuple(" ".join(normalize("NFC", one).splitlines()) for one in entry.references),
    )


def _one_line(text: str) -> str:
    return " ".join(normalize("NFC", text.replace("\0", " ")).split())


def _equivalents(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := _one_line(text)))


def _comment_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Cut notes at their line ends; polib takes every line separator of Unicode for one."""
    return tuple(
        normalize("NFC", line.replace("\0", " ")).rstrip()
        for text in texts
        for line in (text.splitlines() or [""])
    )
