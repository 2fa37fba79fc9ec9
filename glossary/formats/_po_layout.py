"""How a PO file is laid out, so that what is written into it looks like the rest of it."""

from __future__ import annotations

import re
from itertools import islice

from glossary.formats._po_grammar import Block
from glossary.formats._po_message import Message, read_comments
from glossary.formats._po_render import (
    DEFAULT_WIDTH,
    extracted_lines,
    flag_lines,
    previous_lines,
    reference_lines,
    source_lines,
    target_lines,
    translator_lines,
)
from glossary.formats._po_scan import take_apart
from glossary.formats._po_wrap import pieces, width_of

_STRING_LINE = re.compile(
    r'^((?:#~ )?(?:msg[a-z_]+(?:\[[0-9]+\])? )?)"([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"\r?$', re.MULTILINE
)
#: Enough lines, and enough of each, to tell the width of a file; more would only cost time.
_SAMPLE = 2000
_SAMPLE_LENGTH = 500
#: Widths that people set (77: Weblate, 78: polib); the longest line hints at the smallest.
_COMMON = (40, 50, 60, 65, 70, 72, 75, 76, 77, 78, 79, 80, 90, 99, 100, 120)


def own_width(text: str) -> int:
    """The width at which a text's strings are wrapped; 0 when long ones stay whole.

    79 unless the text shows another one.
    """
    longest, too_long = 0, 1 << 30
    before, before_end = 0, -1
    for line in islice(_STRING_LINE.finditer(text), _SAMPLE):
        parts = pieces(line[2][:_SAMPLE_LENGTH])
        size = len(line[1]) + 2 + width_of(line[2])
        continues = line.start() == before_end + 1 and line[1] in {"", "#~ "}
        if continues and parts and before:
            too_long = min(too_long, before + width_of(parts[0]))
        if len(parts) > 1:
            longest = max(longest, size)
        wrapped = bool(line[2]) and not line[2].endswith("\\n")
        before, before_end = (size if wrapped else 0), line.end()
    return _choose(longest, too_long)


def _choose(longest: int, too_long: int) -> int:
    if longest <= DEFAULT_WIDTH < too_long:
        return DEFAULT_WIDTH
    if too_long == 1 << 30:
        return 0
    fitting = [width for width in _COMMON if longest <= width < too_long]
    if fitting:
        return fitting[0]
    return too_long - 1 if longest < too_long else DEFAULT_WIDTH


#: The order in which gettext writes what stands above a message.
_KINDS = ("other", "translator", "extracted", "references", "flags", "sticky", "previous")


def rewrite(text: str, old: Message, new: Message, *, width: int) -> str:
    r"""Change the block `text`, which says `old`, to say `new`; parts that agree keep their lines.

    `text` has ``\n`` line ends and so has the result.
    """
    block = take_apart(text)
    head = _head(text, block, old, new, width)
    target = _line_start(
        text, next(one.offset for one in block.statements if one.keyword == "msgstr")
    )
    moved = old.obsolete != new.obsolete
    if moved or _source(old) != _source(new):
        source = "".join(f"{line}\n" for line in source_lines(new, width=width))
    else:
        source = _ended(text[block.body : target])
    if moved or old.msgstr != new.msgstr or old.msgid_plural != new.msgid_plural:
        body = "".join(f"{line}\n" for line in target_lines(new, width=width))
    else:
        body = text[target : block.end]
    return head + source + body


def _source(message: Message) -> tuple[str | None, ...]:
    return message.msgctxt, message.msgid, message.msgid_plural


def _ended(text: str) -> str:
    return text if not text or text[-1] == "\n" or not text.strip() else f"{text}\n"


def _line_start(text: str, offset: int) -> int:
    """The start of the line, if only a mark or blanks stand before `offset` on it."""
    start = text.rfind("\n", 0, offset) + 1
    return start if not text[start:offset].strip("#~ \t\r\f\v") else offset


def _head(text: str, block: Block, old: Message, new: Message, width: int) -> str:
    """Give the lines above the statements, those kinds renewed that changed."""
    changed = _changed_lines(old, new, width)
    head = text[block.first : block.body]
    if not changed:
        return head
    above, _, indent = head.rpartition("\n")
    lines = [(_kind(line), line) for line in above.split("\n")] if above or "\n" in head else []
    for kind, fresh in changed.items():
        places = [index for index, line in enumerate(lines) if line[0] == kind]
        place = places[0] if places else _place(lines, kind)
        added = [(kind, line) for line in fresh]
        rest = [line for line in lines[place:] if line[0] != kind]
        lines = lines[:place] + added + rest
    return "".join(f"{line}\n" for _, line in lines) + indent


def _changed_lines(old: Message, new: Message, width: int) -> dict[str, list[str]]:
    changed: dict[str, list[str]] = {}
    if old.translator != new.translator:
        changed["translator"] = list(translator_lines(new.translator))
    if old.extracted != new.extracted:
        changed["extracted"] = list(extracted_lines(new.extracted))
    if old.references != new.references:
        changed["references"] = list(reference_lines(new.references, width=width))
    if old.flags != new.flags:
        changed["flags"] = list(flag_lines(new.flags, mark="#,"))
    if old.sticky != new.sticky:
        changed["sticky"] = list(flag_lines(new.sticky, mark="#="))
    if old.previous != new.previous or (new.previous and old.obsolete != new.obsolete):
        changed["previous"] = list(previous_lines(new, width=width))
    return changed


def _place(lines: list[tuple[str, str]], kind: str) -> int:
    """Where a kind that was not there yet belongs: above the first of a later kind."""
    rank = _KINDS.index(kind)
    for index, (other, _) in enumerate(lines):
        if other != "blank" and _KINDS.index(other) > rank:
            return index
    return len(lines)


def _kind(line: str) -> str:
    line = line.strip(" \t\r\f\v")
    if not line:
        return "blank"
    if line.startswith(("#|", "#~|")):
        return "previous"
    comments = read_comments(line)
    if comments.extracted:
        return "extracted"
    mark = line[:2]
    marks = {"#:": "references", "#,": "flags", "#!": "flags", "#=": "sticky"}
    if mark in marks:
        return marks[mark]
    return "translator" if mark.startswith("#") else "other"
