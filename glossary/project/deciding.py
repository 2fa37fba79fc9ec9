"""Record an editor's decisions about terms, typed loosely, in the project's list of decisions.

in      terms as typed, and what is decided of them
out     the bytes of the list before and after, and its new lines
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.catalog import CatalogFile, rewrite_bytes
from glossary.errors import MalformedError, NotFoundError
from glossary.extraction.decision_lines import Decided, decide
from glossary.extraction.decisions import Verb, parse_decisions
from glossary.interface import _
from glossary.languages import en, normalise
from glossary.lookup import Chooser
from glossary.model import Entry
from glossary.project.editing import Writing
from glossary.project.project import Project
from glossary.project.versions import is_committed


@dataclass(frozen=True, slots=True)
class DecisionEdit:
    """What became of the list of decisions; `before` is empty where there was none."""

    path: Path
    before: bytes
    after: bytes
    decided: tuple[Decided, ...]
    can_restore: bool = False


def decide_terms(
    project: Project,
    verb: Verb,
    terms: Sequence[str],
    *,
    value: str = "",
    reason: str = "",
    writing: Writing | None = None,
) -> DecisionEdit:
    """Write a decision `verb` for each of `terms`; all of them or none.

    A term, and the one that another is merged into, must be known: in the template, in a catalog
    or in the list; one to keep may be new. Raises NotFoundError and RequestError as
    `Chooser.choose` does, and the errors of `decision_lines.decide`.
    """
    writing = writing or Writing()
    path = project.decisions_path
    found: list[Decided] = []

    def change(before: bytes | None) -> bytes:
        mark, text = _decoded(before or b"", path)
        names = _Names(project, text, path)
        end = names.find(value) if verb is Verb.MERGE else value
        for term in terms:
            name = names.find(term, may_be_new=verb is Verb.KEEP)
            found.append(decide(text, verb, name, value=end, reason=reason, path=path))
            text = found[-1].text
        return mark + text.encode("utf-8")

    is_kept = not writing.is_planned and is_committed(path)
    if writing.is_planned:
        before = path.read_bytes() if path.exists() else None
        after = change(before)
    else:
        before, after = rewrite_bytes(path, change, backup=writing.backup)
    return DecisionEdit(path, before or b"", after, tuple(found), is_kept and before != after)


class _Names:
    """Finds the name of a term that was typed loosely."""

    def __init__(self, project: Project, text: str, path: Path) -> None:
        known = parse_decisions(text, path).decisions
        names = [name for decision in known for name in (decision.term, decision.value)]
        self._decided = {en.comparison_key(name): name for name in reversed(names) if name}
        key = project.variant_key
        self._choosers = [Chooser(entries, variant_key=key) for entries in _sources(project)]

    def find(self, term: str, *, may_be_new: bool = False) -> str:
        """The name as it is written; the first catalog that knows it tells."""
        missing: NotFoundError | None = None
        for chooser in self._choosers:
            try:
                return chooser.choose(term).source
            except NotFoundError as error:
                missing = missing or error
        wanted = normalise(term)
        decided = self._decided.get(en.comparison_key(wanted))
        if decided or may_be_new or missing is None:
            return decided or wanted
        raise missing


def _sources(project: Project) -> Iterator[Iterable[Entry]]:
    """The entries of the template, then those of each catalog."""
    if project.template.exists():
        yield CatalogFile(project.template).read().entries
    for language in project.languages():
        yield project.catalog(language).read().entries


def _decoded(data: bytes, path: Path) -> tuple[bytes, str]:
    """The byte order mark, if there is one, and the text."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return mark, data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError(
            _("the decisions are not in UTF-8"),
            hint=_("Save the file as UTF-8."),
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error
