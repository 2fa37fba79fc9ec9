"""Show what a look-up found: a card for each entry, one line for each, or data for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from glossary.cli import _about, output
from glossary.interface import _, marked, ngettext
from glossary.lookup.match import Closeness

if TYPE_CHECKING:
    from glossary.lookup import Description, Index, Match

__all__ = ["render"]

Answers = Sequence[tuple[str, Sequence["Match"]]]

COLUMNS = (
    "source", "sense", "language", "equivalent", "status", "needs_review",
    "admitted", "deprecated", "forbidden", "field",
)  # fmt: skip

_CARDS = 3
"""Entries that are shown whole where the query only points at them; of more, one line each."""

_LINES = 20

_LABELS = (
    marked("admitted"), marked("deprecated"), marked("forbidden"), marked("note"),
    marked("definition"), marked("broader"), marked("narrower"), marked("related"),
)  # fmt: skip
"""What stands before a line of a card; the longest says how far all are set in."""


def render(answers: Answers, index: Index, *, form: str) -> str:
    """What was found for each query; a note on standard error says where that is not its name."""
    if form == "json":
        return output.json_list(
            _facts(wanted, match, index) for wanted, matches in answers for match in matches
        )
    found = [match for _wanted, matches in answers for match in matches]
    if form == "tsv":
        rows = [[_cell(value) for value in _row(match)] for match in found]
        return output.tsv(COLUMNS, rows) if rows else ""
    blocks = [_block(wanted, matches, index, form=form) for wanted, matches in answers if matches]
    return ("" if form == "short" else "\n").join(blocks)


def _block(wanted: str, matches: Sequence[Match], index: Index, *, form: str) -> str:
    entries = _by_entry(matches)
    is_name = matches[0].closeness <= Closeness.ORDER
    if not is_name:
        _tell_how(wanted, matches[0].closeness, len(entries))
    if form == "short" or (not is_name and len(entries) > _CARDS):
        shown = matches if is_name else matches[:_LINES]
        return "".join(f"{_line(match)}\n" for match in shown)
    return "\n".join("\n".join([*_card(group, index), ""]) for group in entries)


def _by_entry(matches: Iterable[Match]) -> list[list[Match]]:
    groups: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        groups.setdefault(match.entry.key, []).append(match)
    return list(groups.values())


def _tell_how(wanted: str, closeness: Closeness, count: int) -> None:
    """Say how the query met what is shown, which is not its name."""
    if closeness < Closeness.TYPING:
        how = ngettext("{count} term holds it", "{count} terms hold it", count)
    elif closeness is Closeness.TYPING:
        how = ngettext(
            "{count} term is spelt nearly so", "{count} terms are spelt nearly so", count
        )
    else:
        how = ngettext("{count} term is explained so", "{count} terms are explained so", count)
    how = how.format(count=count)
    if count > _LINES:
        how += ", " + _("the first {count} are shown").format(count=_LINES)
    said = _("nothing is called “{query}”; {how}:").format(query=output.excerpt(wanted), how=how)
    output.note(output.printable(said))


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def _row(match: Match) -> list[object]:
    from glossary.lookup.description import describe

    return list(_entry_facts(match, describe(match.entry.comments)).values())[: len(COLUMNS)]


def _entry_facts(match: Match, about: Description) -> dict[str, object]:
    entry = match.entry
    return {
        "source": entry.source,
        "sense": entry.sense,
        "language": match.language,
        "equivalent": entry.target,
        "status": entry.status.value,
        "needs_review": entry.needs_review,
        "admitted": list(entry.admitted),
        "deprecated": list(entry.deprecated),
        "forbidden": list(entry.forbidden),
        "field": about.subject_field,
        "part_of_speech": about.part_of_speech,
        "definition": about.definition,
        "target_definition": entry.definition,
        "usage": about.usage,
        "relations": list(about.relations),
        "notes": list(entry.notes),
        "evidence": [{"date": item.date, "text": item.text} for item in about.evidence],
        "references": list(entry.references),
    }


def _facts(wanted: str, match: Match, index: Index) -> dict[str, object]:
    from glossary.lookup.description import describe

    around = index.relatives(match.entry)
    return {
        **_entry_facts(match, describe(match.entry.comments)),
        "broader": list(around.broader),
        "narrower": list(around.narrower),
        "related": list(around.related),
        "query": wanted,
        "matched": match.text,
        "closeness": match.closeness.name.lower(),
    }


def _status(match: Match) -> str:
    needs_review = _(", needs review") if match.entry.needs_review else ""
    return f"{_(match.entry.status.value)}{needs_review}"


def _line(match: Match) -> str:
    entry = match.entry
    sense = f" ({entry.sense})" if entry.sense else ""
    return output.printable(f"{entry.source}{sense} = {entry.target or '—'} ({_status(match)})")


def _card(matches: Sequence[Match], index: Index) -> list[str]:
    from glossary.lookup.description import describe

    entry = matches[0].entry
    about = describe(entry.comments)
    sense = f" ({entry.sense})" if entry.sense else ""
    lines = [click.style(output.printable(entry.source + sense), bold=True)]
    for match in matches:
        lines += _labelled(_equivalents(match))
    lines += _labelled(
        [("", _about.summary(about)), *(("", line) for line in _about.relations(about))]
    )
    lines += _labelled([(_("definition"), about.definition)])
    lines += _labelled((f"{match.language}", match.entry.definition) for match in matches)
    lines += _labelled((item.date, f"“{item.text}”") for item in about.evidence)
    around = index.relatives(entry)
    named = (
        (_("broader"), around.broader),
        (_("narrower"), around.narrower),
        (_("related"), around.related),
    )
    return lines + _labelled((label, "; ".join(names)) for label, names in named)


def _equivalents(match: Match) -> Iterator[tuple[str, str]]:
    entry = match.entry
    yield match.language, f"{entry.target or '—'} ({_status(match)})"
    labels = (
        (_("admitted"), entry.admitted),
        (_("deprecated"), entry.deprecated),
        (_("forbidden"), entry.forbidden),
    )
    for label, texts in labels:
        for text in texts:
            yield label, text
    for remark in entry.notes:
        yield _("note"), remark


def _labelled(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Lines of text behind their labels, wrapped to the terminal."""
    columns = min(output.width(), 100) if sys.stdout.isatty() else output.UNLIMITED
    margin = 4 + max(len(_(label)) for label in _LABELS)
    lines: list[str] = []
    for label, text in pairs:
        if text:
            wrapped = _wrapped(output.printable(text), max(20, columns - margin))
            head = click.style(f"  {output.printable(label):<{margin - 4}}  ", dim=True)
            lines += [head + wrapped[0], *(" " * margin + line for line in wrapped[1:])]
    return lines


def _wrapped(text: str, room: int) -> list[str]:
    """Lines of words; textwrap alone would take a tenth of the time of a look-up to load."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if len(longer) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
