"""The editor's decisions about extraction: one plain text file that wins over the extractor.

One decision a line, a blank line or a comment (``#``) between them::

    drop    new period                 # says nothing
    keep    cash security
    rename  survivor = survivors
    merge   Viet Nam Social Security = Vietnam Social Security
    class   Plan = legal
    field   pension = old age
    define  voluntary social insurance = Insurance a person chooses to join, run by the State.

A term is found whatever its case, number or spelling; what follows `` # `` is the reason. What is
kept need not be a noun phrase: it is looked for word for word.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from glossary.errors import MalformedError, reading
from glossary.interface import _
from glossary.languages import en
from glossary.model import SubjectField, TermClass


class Verb(StrEnum):
    """What an editor can decide of a term."""

    DROP = "drop"
    KEEP = "keep"
    RENAME = "rename"
    MERGE = "merge"
    CLASS = "class"
    FIELD = "field"
    DEFINE = "define"


_ALONE = frozenset({Verb.DROP, Verb.KEEP})
_VALUES: Mapping[Verb, type[SubjectField] | type[TermClass]] = {
    Verb.FIELD: SubjectField,
    Verb.CLASS: TermClass,
}
_LINE = re.compile(r"(?P<verb>\S+)\s+(?P<rest>.*?)(?:\s+#\s+(?P<reason>.*))?")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file: `value` is empty for drop and keep, `line` counts from 1."""

    verb: Verb
    term: str
    value: str
    reason: str
    line: int

    @property
    def key(self) -> str:
        """What finds the term, whatever its case, number or spelling."""
        return en.comparison_key(self.term)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions in the order of the file."""

    decisions: tuple[Decision, ...] = ()

    def of(self, verb: Verb) -> Mapping[str, Decision]:
        """Give the decisions with `verb` by the key of their term."""
        return {decision.key: decision for decision in self.decisions if decision.verb is verb}

    @property
    def renames(self) -> Mapping[str, str]:
        """Old designations and the new ones that take over their equivalents."""
        return {d.term: d.value for d in self.decisions if d.verb in (Verb.RENAME, Verb.MERGE)}


def read_decisions(path: Path) -> Decisions:
    """Read the decisions in the file at `path`; a file that does not exist holds none.

    Raises MalformedError, with line and column, for a line that is no decision, and for two that
    contradict each other.
    """
    try:
        with reading(path):
            text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise MalformedError(
            _("the decisions are not in UTF-8"), hint=_("Save the file as UTF-8."), path=path
        ) from error
    return parse_decisions(text, path)


def parse_decisions(text: str, path: Path | None = None) -> Decisions:
    """Read decisions from the content of a file; `path` is for error messages."""
    decisions = []
    for number, line in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            decisions.append(_parse_line(line, number, path))
    _refuse_contradictions(decisions, path)
    return Decisions(tuple(decisions))


def _parse_line(line: str, number: int, path: Path | None) -> Decision:
    found = _LINE.fullmatch(line.strip())
    word = (found["verb"] if found else line.strip()).lower()
    if word not in tuple(Verb):
        near = difflib.get_close_matches(word, list(Verb), 1)
        hint = (
            _("Did you mean “{near}”?").format(near=near[0])
            if near
            else _("Begin the line with one of: {verb}.").format(verb=", ".join(Verb))
        )
        raise MalformedError(
            _("“{word}” is no decision").format(word=word),
            hint=hint,
            path=path,
            line=number,
            column=1,
        )
    verb = Verb(word)
    rest = found["rest"].strip() if found else ""
    term, equals, value = (part.strip() for part in rest.partition(" = "))
    if not term or (verb in _ALONE and equals) or (verb not in _ALONE and not value):
        form = f"{verb} TERM" if verb in _ALONE else f"{verb} TERM = VALUE"
        raise MalformedError(
            _("“{verb}” is written “{form}”").format(verb=verb, form=form),
            hint=_("Complete the line."),
            path=path,
            line=number,
            column=1,
        )
    if verb in _VALUES and value not in tuple(_VALUES[verb]):
        raise MalformedError(
            _("“{value}” is no {verb}").format(value=value, verb=verb),
            hint=_("Choose one of: {values}.").format(values=", ".join(_VALUES[verb])),
            path=path,
            line=number,
            column=line.index(value, line.index(" = ")) + 1,
        )
    return Decision(verb, term, value, (found and found["reason"]) or "", number)


def _refuse_contradictions(decisions: list[Decision], path: Path | None) -> None:
    seen: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        # A term is kept or dropped or merged away; it has one name, class, field and definition.
        fate = decision.verb in (Verb.KEEP, Verb.DROP, Verb.MERGE)
        topic = (decision.key, "fate" if fate else decision.verb)
        other = seen.setdefault(topic, decision)
        if other is not decision:
            raise MalformedError(
                _("“{term}” has two decisions: {verb} (line {line}) and {verb2}").format(
                    term=decision.term, verb=other.verb, line=other.line, verb2=decision.verb
                ),
                hint=_("Take one of them out."),
                path=path,
                line=decision.line,
                column=1,
            )
