"""What one can do with an entry in a review: the same in the full screen and in plain lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project.reviewing import Session


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: typed as a word in plain lines, as a key in the full screen.

    `asks` names the text that it needs, empty where it needs none. `starts_with` gives the text
    that one goes on from.
    """

    word: str
    key: str
    run: Callable[[Session, str], str]
    asks: str = ""
    starts_with: Callable[[Session], str] = lambda _session: ""


def _skip(session: Session, _text: str) -> str:
    session.skip()
    return ""


def _back(session: Session, _text: str) -> str:
    session.back()
    return ""


def _search(session: Session, text: str) -> str:
    return "" if session.search(text) else _("nothing found for “{text}”").format(text=text)


def _equivalent(session: Session) -> str:
    card = session.card
    return card.entry.target if card else ""


ACTIONS = (
    Action("approve", "a", lambda session, _text: session.approve()),
    Action("edit", "e", lambda session, text: session.set(text), "equivalent", _equivalent),
    Action("admit", "d", lambda session, text: session.admit(text), "also right"),
    Action("forbid", "x", lambda session, text: session.forbid(text), "wrong"),
    Action("flag", "f", lambda session, text: session.flag(text), "doubt"),
    Action("note", "n", lambda session, text: session.note(text), "note"),
    Action("skip", "s", _skip),
    Action("back", "b", _back),
    Action("undo", "u", lambda session, _text: session.undo()),
    Action("search", "/", _search, "search"),
)
"""Taking a proposal, by its number, and quitting, by q, come on top of these."""

QUIT = "q"


def word(action: Action) -> str:
    """What the action is called in the user's language."""
    return {
        "approve": _("approve"),
        "edit": _("edit"),
        "admit": _("admit"),
        "forbid": _("forbid"),
        "flag": _("flag"),
        "note": _("note"),
        "skip": _("skip"),
        "back": _("back"),
        "undo": _("undo"),
        "search": _("search"),
    }[action.word]


def question(action: Action) -> str:
    """What the action asks for, in the user's language."""
    return {
        "equivalent": _("Equivalent"),
        "also right": _("Also right"),
        "wrong": _("Wrong"),
        "doubt": _("Doubt (may be empty)"),
        "note": _("Note"),
        "search": _("Search"),
    }[action.asks]


def keys(columns: int = 1000) -> str:
    """All keys, ``a approve  e edit …``, on as many lines of so many columns as it takes."""
    named = [f"{action.key} {word(action)}" for action in ACTIONS]
    rows = named[:1]
    for one in (named[1], "1-3 " + _("take"), *named[2:], f"{QUIT} " + _("quit")):
        if len(rows[-1]) + 2 + len(one) <= columns:
            rows[-1] += f"  {one}"
        else:
            rows.append(one)
    return "\n".join(rows)
