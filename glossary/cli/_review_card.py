"""An entry under review as lines of marked text, for the full screen and for plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.cli import _about, output
from glossary.interface import _, marked

if TYPE_CHECKING:
    from glossary.project.reviewing import Card, Session

Line = list[tuple[str, str]]
"""Pieces of (style, text); the styles are class names such as ``class:term``."""

_LABELS = (
    marked("admitted"), marked("older"), marked("forbidden"), marked("note"), marked("means"),
)  # fmt: skip
_DATE = "2026-11-22"


def lines(session: Session) -> Iterator[Line]:
    """What the reviewer sees of the entry that is next; nothing behind the last one."""
    card = session.card
    if card is None:
        return
    entry, about = card.entry, card.about
    sense = f" ({entry.sense})" if entry.sense else ""
    yield [("class:term", output.printable(entry.source + sense))]
    yield [("class:equivalent", output.printable(entry.target) or "— " + _("open") + " —")]
    yield []
    for name, texts in (
        (_("admitted"), entry.admitted),
        (_("older"), entry.deprecated),
        (_("forbidden"), entry.forbidden),
        (_("note"), entry.notes),
        (_("means"), (about.definition, entry.definition)),
        ("", _about.relations(about)),
        ("", (_about.summary(about),)),
    ):
        for text in filter(None, texts):
            yield _labelled(name, [("", output.printable(text))])
            name = ""
    yield from _evidence(session, card)
    yield from _proposals(card)


def wrapped(line: Line, columns: int) -> Iterator[Line]:
    """Break a line between words, so that none is longer than `columns`; what follows is indented.

    A word that is longer stays whole.
    """
    from rich.cells import cell_len

    filled, begun, margin = 0, False, _margin()
    row: Line = []
    for style, text in line:
        for piece in re.findall(r"\s*\S+|\s+", text):
            if begun and filled + cell_len(piece) > columns:
                yield row
                row, filled, piece = [("", " " * margin)], margin, piece.lstrip()
            row.append((style, piece))
            filled += cell_len(piece)
            begun = bool(piece.strip()) or begun
    yield row


def _margin() -> int:
    """How far the text behind the labels, which may be dates too, is set in."""
    return 1 + max(len(label) for label in (_DATE, *map(_, _LABELS)))


def _labelled(name: str, pieces: Line) -> Line:
    return [("class:label", f"{name:<{_margin()}}"), *pieces]


def _evidence(session: Session, card: Card) -> Iterator[Line]:
    for shown in card.about.evidence:
        pieces: Line = [
            ("class:match" if is_term else "", output.printable(piece))
            for piece, is_term in session.marked(card, shown.text)
        ]
        yield _labelled(shown.date, [("", "“"), *pieces, ("", "”")])


def _proposals(card: Card) -> Iterator[Line]:
    if not card.proposals:
        return
    yield []
    for number, proposal in enumerate(card.proposals, start=1):
        yield [
            ("class:key", f"{number:>2}  "),
            ("class:proposal", output.printable(proposal.text)),
            ("class:label", f"  {proposal.confidence} %  {output.printable(proposal.reason)}"),
        ]
