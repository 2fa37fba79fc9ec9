"""Write a decision into the editor's file of decisions; every other line keeps its bytes.

in      the text of the file, and what is decided of a term
out     the text with that decision in its group: among the lines of its verb, in their order
rules   A decision replaces the one that it contradicts: a term is kept or dropped or merged, and
        has one name. The file's line ends stay. A new verb's group comes last, under a heading.
        A term that was renamed is decided on by its name in the articles, as in the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import RequestError
from glossary.extraction.decisions import Decision, Verb, parse_decisions
from glossary.interface import _
from glossary.languages import en, normalise

_FATES = frozenset({Verb.KEEP, Verb.DROP, Verb.MERGE})
_HEADINGS = {
    Verb.DROP: "# Not terms.",
    Verb.KEEP: "# Terms that the extractor passes over.",
    Verb.MERGE: "# Other names of one thing: the second name is the entry's.",
    Verb.RENAME: "# The right name of an entry.",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The file's new text; the line that says so, and the lines that gave way to it.

    `line` is empty where a renamed term has the name of the articles again. `is_old`: the file
    says so already.
    """

    text: str
    line: str
    replaced: tuple[str, ...] = ()
    is_old: bool = False


def decide(
    text: str, verb: Verb, term: str, *, value: str = "", reason: str = "", path: Path | None = None
) -> Decided:
    """Give the text with the decision `verb` about `term`; the same text where it says so already.

    `path` is for errors: MalformedError where the file is no sound list of decisions,
    RequestError where the decision cannot be written as a line or leads back to itself.
    """
    known = parse_decisions(text, path).decisions
    term, value, reason = (normalise(" ".join(part.split())) for part in (term, value, reason))
    _check(verb, term, value)
    term = _name_in_articles(known, term)
    value = _name_in_articles(known, value) if verb is Verb.MERGE else value
    key = en.comparison_key(term)
    stale = [d for d in known if d.key == key and _is_same_topic(d.verb, verb)]
    same = [d for d in stale if (d.verb, d.value) == (verb, value)]
    if same and (not reason or same[0].reason == reason):
        return Decided(text, _line(same[0]), is_old=True)
    fresh = Decision(verb, stale[0].term if stale else term, value, reason, 0)
    _check_end(known, fresh, stale)
    replaced = tuple(text.splitlines()[decision.line - 1].strip() for decision in stale)
    after = _written(text, fresh, stale)
    parse_decisions(after, path)
    is_back = verb is Verb.RENAME and value == fresh.term
    return Decided(after, "" if is_back else _line(fresh), replaced)


def _written(text: str, fresh: Decision, stale: Sequence[Decision]) -> str:
    """The text with the line of `fresh` in place of those of `stale`."""
    lines = text.splitlines(keepends=True)
    if fresh.verb is Verb.RENAME and fresh.value == fresh.term:
        del lines[_renaming(stale, fresh).line - 1]
    elif [decision.verb for decision in stale] == [fresh.verb]:
        place = stale[0].line - 1
        lines[place] = _line(fresh) + _ending(lines[place])
    else:
        for decision in sorted(stale, key=lambda one: -one.line):
            del lines[decision.line - 1]
        left = parse_decisions("".join(lines)).decisions
        _insert(lines, fresh, [decision for decision in left if decision.verb is fresh.verb])
    return "".join(lines)


def _check(verb: Verb, term: str, value: str) -> None:
    if not term:
        raise RequestError(
            _("the term is empty"), hint=_("Name one; quote it when it has several words.")
        )
    if verb not in (Verb.KEEP, Verb.DROP) and not value:
        raise RequestError(
            _("the new name of “{term}” is empty").format(term=term),
            hint=_("Name the term it becomes."),
        )
    for text in (term, value):
        if re.search(r"(^| )[#=]( |$)", text):
            raise RequestError(
                _("“{text}” cannot be written in the list of decisions").format(text=text),
                hint=_("It has a lone “=” or “#”, which mean something else there."),
            )


def _check_end(known: Sequence[Decision], fresh: Decision, stale: Sequence[Decision]) -> None:
    """Refuse a name that leads back to the term."""
    names = {d.key: en.comparison_key(d.value) for d in known if d.value and d not in stale}
    key, seen = en.comparison_key(fresh.value), set[str]()
    while fresh.verb is Verb.MERGE and key and key not in seen:
        if key == fresh.key:
            raise RequestError(
                _("“{term}” cannot be merged into itself").format(term=fresh.term),
                hint=_("See which decisions lead from one name to the other in decisions.txt."),
            )
        seen.add(key)
        key = names.get(key, "")


def _renaming(stale: Sequence[Decision], fresh: Decision) -> Decision:
    if not stale:
        raise RequestError(
            _("“{term}” is called so already").format(term=fresh.term),
            hint=_("Name what it is to be called."),
        )
    return stale[0]


def _name_in_articles(known: Sequence[Decision], term: str) -> str:
    """The name that a term had before it was renamed; the term itself if it never was."""
    key = en.comparison_key(term)
    if not term or any(decision.key == key for decision in known if decision.verb is Verb.RENAME):
        return term
    for decision in known:
        if decision.verb is Verb.RENAME and en.comparison_key(decision.value) == key:
            return decision.term
    return term


def _is_same_topic(first: Verb, second: Verb) -> bool:
    return first is second or {first, second} <= _FATES


def _line(decision: Decision) -> str:
    value = f" = {decision.value}" if decision.value else ""
    reason = f"  # {decision.reason}" if decision.reason else ""
    return f"{decision.verb} {decision.term}{value}{reason}"


def _insert(lines: list[str], fresh: Decision, group: Sequence[Decision]) -> None:
    newline = _ending(lines[0]) if lines and _ending(lines[0]) else "\n"
    if lines and not _ending(lines[-1]):
        lines[-1] += newline
    heading = _HEADINGS.get(fresh.verb, "")
    under = [place for place, line in enumerate(lines, 1) if heading and line.strip() == heading]
    if not group and under:  # the last one of the group was taken away
        lines.insert(under[0], _line(fresh) + newline)
        return
    if not group:
        gap = [newline] if lines and lines[-1].strip() else []
        lines += [*gap, *([f"{heading}{newline}"] if heading else []), _line(fresh) + newline]
        return
    later = [d for d in group if _order(d) > _order(fresh)]
    is_sorted = [_order(d) for d in group] == sorted(_order(d) for d in group)
    place = later[0].line - 1 if later and is_sorted else group[-1].line
    lines.insert(place, _line(fresh) + newline)


def _order(decision: Decision) -> tuple[str, str]:
    return decision.term.casefold(), decision.term


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
