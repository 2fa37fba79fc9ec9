r"""Write messages as msgcat (gettext 0.21) writes them.

in      messages, the width of a line in columns (0: long lines stay whole)
out     text with ``\n`` line ends, each message ending in one
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.formats._po_message import Message
from glossary.formats._po_wrap import width_of, wrap

DEFAULT_WIDTH = 79

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
        "\r": "\\r",
    }
)


def render(message: Message, *, width: int = DEFAULT_WIDTH) -> str:
    """Give the lines of a message, comments first."""
    lines = [
        *translator_lines(message.translator),
        *extracted_lines(message.extracted),
        *reference_lines(message.references, width=width),
        *flag_lines(message.flags, mark="#,"),
        *flag_lines(message.sticky, mark="#="),
        *previous_lines(message, width=width),
        *source_lines(message, width=width),
        *target_lines(message, width=width),
    ]
    return "".join(f"{line}\n" for line in lines)


def translator_lines(comments: Iterable[str]) -> Iterator[str]:
    """Give the ``# `` lines."""
    for comment in comments:
        yield f"# {_closed(comment)}" if comment else "#"


def extracted_lines(comments: Iterable[str]) -> Iterator[str]:
    """Give the ``#.`` lines."""
    for comment in comments:
        yield f"#. {_closed(comment)}" if comment else "#."


def _closed(comment: str) -> str:
    """Part a backslash from the line end: gettext would join the next line to this one."""
    return f"{comment} " if comment.endswith("\\") else comment


def reference_lines(references: Iterable[str], *, width: int) -> Iterator[str]:
    """Give the ``#:`` lines, as many references on each as the width allows."""
    limit = width or DEFAULT_WIDTH
    line = "#:"
    for reference in references:
        shown = _isolated(reference)
        if line != "#:" and width_of(line) + 1 + width_of(shown) > limit:
            yield line
            line = "#:"
        line += f" {shown}"
    if line != "#:":
        yield line


def _isolated(reference: str) -> str:
    """A file name with blanks, marked as gettext marks it so that it stays one."""
    if not any(character.isspace() for character in reference):
        return reference
    name, colon, line = reference.rpartition(":")
    if not colon or not line.isdigit():
        return f"\u2068{reference}\u2069"
    return f"\u2068{name}\u2069:{line}"


def flag_lines(flags: Iterable[str], *, mark: str) -> Iterator[str]:
    """Give the line of flags, the one that asks for review first."""
    ordered = sorted(flags, key=lambda flag: flag != "fuzzy")
    if ordered:
        yield f"{mark} {', '.join(ordered)}"


def previous_lines(message: Message, *, width: int) -> Iterator[str]:
    """Give the ``#|`` lines."""
    prefix = "#~| " if message.obsolete else "#| "
    for keyword, text in message.previous:
        yield from string_lines(keyword, text, prefix=prefix, width=width)


def source_lines(message: Message, *, width: int) -> Iterator[str]:
    """Give the lines of msgctxt, msgid and msgid_plural."""
    prefix = "#~ " if message.obsolete else ""
    if message.msgctxt is not None:
        yield from string_lines("msgctxt", message.msgctxt, prefix=prefix, width=width)
    yield from string_lines("msgid", message.msgid, prefix=prefix, width=width)
    if message.msgid_plural is not None:
        yield from string_lines("msgid_plural", message.msgid_plural, prefix=prefix, width=width)


def target_lines(message: Message, *, width: int) -> Iterator[str]:
    """Give the lines of msgstr, or of each plural form."""
    prefix = "#~ " if message.obsolete else ""
    if message.msgid_plural is None:
        yield from string_lines("msgstr", message.msgstr[0], prefix=prefix, width=width)
        return
    for index, text in enumerate(message.msgstr):
        yield from string_lines(f"msgstr[{index}]", text, prefix=prefix, width=width)


def string_lines(keyword: str, text: str, *, prefix: str, width: int) -> Iterator[str]:
    """Give a keyword with its text; a text of several lines begins below an empty string."""
    portions = [portion.translate(_ESCAPES) for portion in _portions(text)]
    # The room between the quotes of a continuation line.
    room = width - 2 - len(prefix) if width else 1 << 30
    if len(portions) <= 1:
        only = portions[0] if portions else ""
        lines = wrap(only, width=room, first=len(keyword) + 1)
        if len(lines) == 1 and len(keyword) + 1 <= room:
            yield f'{prefix}{keyword} "{only}"'
            return
    yield f'{prefix}{keyword} ""'
    for portion in portions:
        for line in wrap(portion, width=room):
            yield f'{prefix}"{line}"'


def _portions(text: str) -> list[str]:
    """Cut a text behind every line feed, and only there."""
    parts = text.split("\n")
    portions = [f"{part}\n" for part in parts[:-1]]
    return [*portions, parts[-1]] if parts[-1] else portions
