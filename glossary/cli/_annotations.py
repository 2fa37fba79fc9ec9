"""Show a marked text: in the terminal, as a table, as data, as a page or as instructions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import output
from glossary.cli._advice import WRONG, advice, best
from glossary.interface import _, ngettext
from glossary.model import Acceptability, Entry

if TYPE_CHECKING:
    from glossary.lookup import Annotation, Designation
    from glossary.project.annotating import Annotated, Passage

__all__ = ["render", "summary"]

COLUMNS = (
    "line", "column", "start", "end", "text", "source", "sense", "equivalent", "standing",
    "expanded",
)  # fmt: skip

_COLOURS = {
    None: "cyan",
    Acceptability.PREFERRED: "cyan",
    Acceptability.ADMITTED: "blue",
    Acceptability.DEPRECATED: "yellow",
    Acceptability.FORBIDDEN: "red",
}


def render(found: Annotated, *, form: str, title: str, target: str | None) -> str:
    """The marked text in a format of ``--format``."""
    if form == "html":
        from glossary.cli._annotated_page import page

        return page(found, title=title)
    if form == "prompt":
        from glossary.cli._prompt import prompt

        return prompt(found)
    if form == "json":
        return output.json_list(facts for passage in found.passages for facts in _facts(passage))
    if form == "tsv":
        rows = [[fact[name] for name in COLUMNS] for one in found.passages for fact in _places(one)]
        return output.tsv(COLUMNS, rows)
    if form == "table":
        return _table(found, room=output.width(target))
    return "".join(_text(passage, found) for passage in found.passages)


def summary(found: Annotated) -> str:
    """How much was found, in one line."""
    annotations = [one for passage in found.passages for one in passage.marking.annotations]
    terms = len({one.entry.key for one in annotations})
    counted = ngettext("{count} term", "{count} terms", terms).format(count=terms)
    places = ngettext("in {count} place", "in {count} places", len(annotations))
    wrong = sum(1 for one in annotations if best(one).acceptability in WRONG)
    said = f"{counted} {places.format(count=len(annotations))}"
    if wrong:
        said += ngettext("; {count} is wrong", "; {count} are wrong", wrong).format(count=wrong)
    return said


def _text(passage: Passage, found: Annotated) -> str:
    """The text with each designation coloured, and what it says behind its own piece."""
    ends: dict[int, list[Annotation]] = {}
    for one in passage.marking.annotations:
        # Of an expanded one, the modifier is its own; the head belongs to several.
        own = one.parts[0] if found.is_source else one.parts[-1]
        ends.setdefault(own[1], []).append(one)
    shown = []
    for piece in passage.marking.pieces:
        text = _safe(piece.text)
        if piece.annotations:
            standings = [best(one).acceptability for one in piece.annotations]
            worst = max(standings, key=list(_COLOURS).index)
            text = click.style(text, fg=_COLOURS[worst], bold=True)
        notes = "; ".join(dict.fromkeys(_note(one) for one in ends.get(piece.end, ())))
        shown.append(text + (click.style(f" ‹{notes}›", dim=True) if notes else ""))
    whole = "".join(shown)
    return whole if whole.endswith("\n") else f"{whole}\n"


def _note(annotation: Annotation) -> str:
    return output.printable(advice(best(annotation)))


def _safe(text: str) -> str:
    """Text of several lines without characters that steer a terminal."""
    return "\n".join(output.printable(line) for line in text.split("\n"))


def _facts(passage: Passage) -> Iterator[dict[str, Any]]:
    for one, place in zip(passage.marking.annotations, _places(passage), strict=True):
        yield {
            "text": place["text"],
            "line": place["line"],
            "column": place["column"],
            "start": one.start,
            "end": one.end,
            "parts": [list(part) for part in one.parts],
            "expanded": one.is_expanded,
            "language": passage.marking.language,
            "designations": [_designation(designation) for designation in one.designations],
        }


def _designation(designation: Designation) -> dict[str, object]:
    entry = designation.entry
    return {
        "source": entry.source,
        "sense": entry.sense,
        "designation": designation.text,
        "standing": designation.acceptability.value if designation.acceptability else "",
        "equivalent": entry.target,
        "status": entry.status.value,
        "needs_review": entry.needs_review,
        "admitted": list(entry.admitted),
        "deprecated": list(entry.deprecated),
        "forbidden": list(entry.forbidden),
    }


def _places(passage: Passage) -> list[dict[str, object]]:
    """Each place as a row; lines count from 1 in the file, columns in characters of the text."""
    text = passage.marking.text
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    rows = []
    for one in passage.marking.annotations:
        line = bisect_right(starts, one.start) - 1
        designation = best(one)
        rows.append(
            {
                "line": passage.line + line,
                "column": one.start - starts[line] + 1,
                "start": one.start,
                "end": one.end,
                "text": " … ".join(text[start:end] for start, end in one.parts),
                "source": designation.entry.source,
                "sense": designation.entry.sense,
                "equivalent": designation.entry.target,
                "standing": designation.acceptability.value if designation.acceptability else "",
                "expanded": one.is_expanded,
            }
        )
    return rows


def _table(found: Annotated, *, room: int) -> str:
    """Each term once in the order of the text; of a PO file with the lines of its entries."""
    counted: dict[tuple[str, str, Acceptability | None], list[tuple[int, Designation]]] = {}
    for passage in found.passages:
        for one in passage.marking.annotations:
            designation = best(one)
            standing = designation.acceptability if designation.acceptability in WRONG else None
            key = (*designation.entry.key, standing)
            counted.setdefault(key, []).append((passage.line, designation))
    if not counted:
        return ""
    has_lines = len(found.passages) > 1
    rows = [_row(places, has_lines=has_lines) for places in counted.values()]
    columns = [_("term"), _("equivalent"), _("also"), _("never"), _("times")]
    columns += [_("lines")] if has_lines else []
    return output.table(columns, rows, numeric=_("times"), room=room)


def _row(places: Sequence[tuple[int, Designation]], *, has_lines: bool) -> list[str]:
    designation = places[0][1]
    entry: Entry = designation.entry
    is_wrong = designation.acceptability in WRONG
    source = f"{entry.source} ({entry.sense})" if entry.sense else entry.source
    never = f"→ {designation.text}" if is_wrong else "; ".join(entry.forbidden)
    row = [source, entry.target or "—", "; ".join(entry.admitted), never, str(len(places))]
    lines = ", ".join(str(line) for line in dict.fromkeys(line for line, _one in places))
    return [*row, lines] if has_lines else row
