"""Choose the one entry that a person means by what they typed.

in      the entries of one catalog, and a designation typed loosely: another case, number or
        spelling, or the equivalent, with or without tone marks
out     the entry; obsolete ones are left out
errors  RequestError with the choices where several are meant alike, NotFoundError with the nearest
        designations where none is
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from glossary.errors import NotFoundError, RequestError
from glossary.interface import _
from glossary.languages import fold, normalise
from glossary.lookup.index import Index
from glossary.lookup.match import Closeness, Match
from glossary.model import Entry

_SHOWN = 8


class Chooser:
    """Chooses entries of one catalog; `variant_key` is that of `Index`.

    >>> Chooser([Entry("pension", target="lương hưu")]).choose("LUONG HUU").source
    'pension'
    """

    def __init__(
        self, entries: Iterable[Entry], *, variant_key: Callable[[str], str] = fold
    ) -> None:
        self._entries = [entry for entry in entries if not entry.obsolete]
        self._variant_key = variant_key

    @cached_property
    def _index(self) -> Index:
        """Made when a term is typed otherwise than it is written: it takes as long as reading."""
        return Index({"": self._entries}, variant_key=self._variant_key)

    def choose(self, query: str) -> Entry:
        """Give the entry that `query` means; ``term (sense)`` tells equal terms apart.

        A term as it is written wins over one in another spelling, the source side over the other.
        """
        wanted = normalise(query)
        exact = [entry for entry in self._entries if label(entry) == wanted]
        if len(exact) == 1:
            return exact[0]
        folded = [entry for entry in self._entries if entry.sense and _same(label(entry), wanted)]
        if len(folded) == 1:
            return folded[0]
        matches = _preferred(self._index.find(wanted, until=Closeness.INITIALS))
        if len(matches) == 1:
            return matches[0].entry
        if matches:
            raise _ambiguous(query, matches)
        near = self._index.nearest(wanted)
        hint = (
            _("Did you mean: {near}?").format(near="; ".join(near))
            if near
            else _("See: glossary lookup WORD")
        )
        raise NotFoundError(_("there is no term “{wanted}”").format(wanted=wanted), hint=hint)


def label(entry: Entry) -> str:
    """How an entry is called where its sense matters.

    >>> label(Entry("board", sense="body"))
    'board (body)'
    """
    return f"{entry.source} ({entry.sense})" if entry.sense else entry.source


def _same(first: str, second: str) -> bool:
    return fold(first) == fold(second)


def _preferred(matches: Iterable[Match]) -> list[Match]:
    """The matches of the best kind: the term itself, another name of it, an equivalent."""
    ranked = sorted(matches, key=_rank)
    return [match for match in ranked if _rank(match) == _rank(ranked[0])]


def _rank(match: Match) -> int:
    if match.acceptability is not None:
        return 2
    return 0 if match.text == match.entry.source else 1


def _ambiguous(query: str, matches: list[Match]) -> RequestError:
    choices = [
        f"{label(match.entry)} = {match.entry.target}" if match.entry.target else label(match.entry)
        for match in matches
    ]
    more = (
        _(" and {count} more").format(count=len(choices) - _SHOWN) if len(choices) > _SHOWN else ""
    )
    return RequestError(
        _("“{query}” can mean {count} terms: {choices}{more}").format(
            query=query, count=len(choices), choices="; ".join(choices[:_SHOWN]), more=more
        ),
        hint=_("Type the term as it stands before the equals sign."),
    )
