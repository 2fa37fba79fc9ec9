"""From concepts to the rows of a table, as the program that it is for wants them.

in      a termbase and a profile
out     the headings, and a row of as many cells for each concept (Phrase: for each equivalent)
source  Weblate 5.14, `source,target,context,developer_comments` and nothing else; RWS's and the
        Glossary Converter's help, synonyms of a term in one cell, parted by ``|``; Phrase's help,
        a row for each term, truth values in columns; memoQ's API documentation, “Term base in CSV
        format”, columns of a language repeated for each of its terms
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from glossary.errors import GlossaryError
from glossary.formats._cells import join
from glossary.formats._keyed import noted
from glossary.formats.contract import Concept, Profile, Termbase
from glossary.languages import language as find_language
from glossary.model import Acceptability

Rows = list[list[str]]
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (.*)|)")

OWN = (
    "admitted", "deprecated", "forbidden", "sense", "status", "approved on", "approved by",
    "part of speech", "subject field", "frequency", "definition", "target definition",
    "other names", "abbreviation of", "abbreviated as", "evidence", "references", "notes", "id",
)  # fmt: skip
"""The headings behind the two terms in our own layout, which holds everything."""


def rows(termbase: Termbase, profile: Profile, *, separator: str = "|") -> Rows:
    """The headings and the rows; `separator` stands between the texts of one cell."""
    return _LAYOUTS.get(profile, _own)(termbase, separator)


def status_of(concept: Concept) -> str:
    """The word for how far the work has come, also for one that somebody must look at."""
    return "needs review" if concept.needs_review else concept.status.value


def approval_parts(approval: str) -> tuple[str, str]:
    """The date and the name of an approval, either of which may be empty."""
    found = _DATED.fullmatch(approval)
    return (found[1], found[2] or "") if found else ("", approval)


def _own(termbase: Termbase, separator: str) -> Rows:
    table = [[termbase.source_language, termbase.target_language or "target", *OWN]]
    for concept in termbase.concepts:
        values = own_values(concept, separator)
        table.append([join([concept.source]), join([concept.target]), *(values[h] for h in OWN)])
    return table


def own_values(concept: Concept, separator: str) -> dict[str, str]:
    """The cell of each column in our own layout, by its heading."""
    on, by = approval_parts(concept.approval)
    return {
        "admitted": join(concept.admitted, separator),
        "deprecated": join(concept.deprecated, separator),
        "forbidden": join(concept.forbidden, separator),
        "sense": concept.sense,
        "status": status_of(concept),
        "approved on": on,
        "approved by": by,
        "part of speech": concept.part_of_speech,
        "subject field": concept.subject_field,
        "frequency": concept.usage,
        "definition": concept.definition,
        "target definition": concept.target_definition,
        "other names": join(concept.other_names, separator),
        "abbreviation of": concept.abbreviation_of,
        "abbreviated as": concept.abbreviated_as,
        "evidence": join(concept.evidence, separator),
        "references": join(concept.references, separator),
        "notes": join(noted(concept, ()), separator),
        "id": concept.number,
    }


def _without(*held: str) -> frozenset[str]:
    """The fields that go into the notes because the layout has no column for them."""
    return frozenset(Concept.__dataclass_fields__) - {"source", "target", "notes", "id", *held}


_WEBLATE = _without("sense") | {"id"}
_TRADOS = _without("admitted", "other_names", "part_of_speech", "subject_field", "definition")
_PHRASE = _without("admitted", "forbidden", "part_of_speech", "subject_field", "definition")
_MEMOQ = _without(
    "admitted", "other_names", "subject_field", "definition", "target_definition", "evidence"
)


def _weblate(termbase: Termbase, separator: str) -> Rows:
    table = [["source", "target", "context", "developer_comments"]]
    for one in termbase.concepts:
        names = _WEBLATE if one.id else _WEBLATE - {"id"}
        notes = join(noted(one, names), f" {separator} ")
        table.append([join([one.source]), join([one.target]), one.sense, notes])
    return table


def _trados(termbase: Termbase, separator: str) -> Rows:
    head = ["Entry number", language_name(termbase.source_language), "Definition", "Part of speech"]
    table = [[*head, "Subject field", language_name(termbase.target_language), "Note"]]
    for one in termbase.concepts:
        # Without a preferred equivalent the first admitted one would be taken for it.
        names = _TRADOS if one.target else _TRADOS | {"admitted"}
        targets = join([one.target, *one.admitted], separator) if one.target else ""
        table.append(
            [
                one.number,
                join([one.source, *one.other_names], separator),
                one.definition,
                one.part_of_speech,
                one.subject_field,
                targets,
                join(noted(one, names), separator),
            ]
        )
    return table


def _phrase(termbase: Termbase, separator: str) -> Rows:
    head = ["CID", "Definition", "Domain", "Part of speech", "Note"]
    table = [[*head, termbase.source_language, termbase.target_language, "preferred", "forbidden"]]
    for one in termbase.concepts:
        # An admitted one that stands alone would be taken for the preferred one.
        notes = join(noted(one, _PHRASE if one.target else _PHRASE | {"admitted"}), separator)
        about = [one.definition, one.subject_field, one.part_of_speech, notes]
        listed = [
            (text, standing)
            for text, standing in one.equivalents
            if standing is not Acceptability.DEPRECATED
            and (one.target or standing is not Acceptability.ADMITTED)
        ]
        for index, (text, standing) in enumerate(listed or [("", None)]):
            first = [*about, join([one.source])] if not index else ["", "", "", "", ""]
            preferred = standing is Acceptability.PREFERRED
            truth = [str(preferred).upper(), str(standing is Acceptability.FORBIDDEN).upper()]
            table.append([one.number, *first, join([text]), *truth])
    return table


def _memoq(termbase: Termbase, separator: str) -> Rows:
    source, target = (
        language_name(termbase.source_language),
        language_name(termbase.target_language),
    )
    most = max((len(one.admitted) for one in termbase.concepts), default=0)
    names = max((len(one.other_names) for one in termbase.concepts), default=0)
    head = ["Entry_ID", "Entry_Subject", "Entry_Note", f"{source}_Def"]
    head += [source, "Term_Example"] + [source] * names + [f"{target}_Def", target]
    table = [[*head, *[target] * most]]
    for one in termbase.concepts:
        fields = _MEMOQ if one.target else _MEMOQ | {"admitted"}
        admitted = [join([text]) for text in one.admitted] if one.target else []
        table.append(
            [
                one.number,
                one.subject_field,
                join(noted(one, fields), separator),
                one.definition,
                join([one.source]),
                join(one.evidence, separator),
                *_filled([join([text]) for text in one.other_names], names),
                one.target_definition,
                join([one.target]),
                *_filled(admitted, most),
            ]
        )
    return table


def _filled(cells: Sequence[str], width: int) -> Iterator[str]:
    yield from cells
    yield from [""] * (width - len(cells))


def language_name(tag: str) -> str:
    """The English name of a language, by which MultiTerm and memoQ know it; else its tag."""
    try:
        return find_language(tag.partition("-")[0]).english_name
    except GlossaryError:
        return tag


_LAYOUTS: dict[Profile, Callable[[Termbase, str], Rows]] = {
    Profile.WEBLATE: _weblate,
    Profile.TRADOS: _trados,
    Profile.PHRASE: _phrase,
    Profile.MEMOQ: _memoq,
}
