"""Go through what is open, flagged or a draft in a catalog, one entry at a time.

in      a catalog of a project, what to go through, and a person's decisions
out     each decision in the catalog at once; the place where the person stopped
errors  those of `catalog.review` and of writing a catalog; nothing is changed then

The session knows no terminal: the full screen, the plain lines and the tests all drive it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from glossary.catalog import Catalog, review, subject_field
from glossary.catalog.history import changes
from glossary.catalog.proposals import Proposal
from glossary.errors import ChangedError, NotFoundError, RequestError
from glossary.interface import _
from glossary.languages import fold
from glossary.lookup import Annotator, Description, describe, label
from glossary.lookup.shelf import make_cache
from glossary.model import Entry, Status
from glossary.project.places import CACHE
from glossary.project.project import Project
from glossary.project.proposing import Proposals

Key = tuple[str, str]
Change = Callable[[Entry], Entry]


class Need(StrEnum):
    """What an entry still needs; a session goes through them in this order."""

    OPEN = "open"
    FLAGGED = "flagged"
    DRAFT = "draft"

    @classmethod
    def of(cls, entry: Entry) -> Need | None:
        """What this entry needs; None for one that is approved."""
        if entry.status is Status.UNTRANSLATED:
            return cls.OPEN
        if entry.needs_review:
            return cls.FLAGGED
        return cls.DRAFT if entry.status is Status.DRAFT else None


@dataclass(frozen=True, slots=True)
class Card:
    """What a person sees of one entry: it stands at `place` of `total`, both from 1."""

    entry: Entry
    about: Description
    proposals: tuple[Proposal, ...]
    place: int
    total: int

    @property
    def need(self) -> str:
        """What the entry needs now, or that it is approved."""
        return str(Need.of(self.entry) or self.entry.status)


class Session:
    """One person's way through a catalog; `reviewer` is who vouches, by default the settings' user.

    `needs` and `fields` say what to go through; empty means all.
    """

    def __init__(
        self,
        project: Project,
        language: str,
        *,
        reviewer: str = "",
        needs: Iterable[Need] = (),
        fields: Iterable[str] = (),
    ) -> None:
        self._project = project
        self.language = language
        self.source_language = project.settings.source_language
        self.reviewer = reviewer or project.settings.user
        self._file = project.catalog(language)
        self._memory_of_place = project.locales / CACHE / f"review-{language}.json"
        self._entries: dict[Key, Entry] = {}
        self._stamp: object = None
        self._done: list[tuple[Entry, Entry]] = []
        self._refresh()
        wanted, named = set(needs) or set(Need), set(fields)
        queue = [
            (list(Need).index(need), entry.key)
            for entry in self._entries.values()
            if (need := Need.of(entry)) in wanted
            and need
            and (not named or subject_field(entry) in named)
        ]
        self._queue = [key for _need, key in sorted(queue, key=lambda pair: pair[0])]
        self._at = self._remembered()

    def __len__(self) -> int:
        """The number of entries to go through."""
        return len(self._queue)

    @property
    def card(self) -> Card | None:
        """The entry that is next, None behind the last one."""
        self._refresh()
        while self._at < len(self._queue) and self._queue[self._at] not in self._entries:
            del self._queue[self._at]  # somebody took it out of the catalog meanwhile
        if self._at >= len(self._queue):
            return None
        entry = self._entries[self._queue[self._at]]
        proposals = self._proposals.of(entry)
        return Card(entry, describe(entry.comments), proposals, self._at + 1, len(self._queue))

    def approve(self) -> str:
        """Vouch for the equivalent, and go on."""
        done = self._change(partial(review.approve, by=self.reviewer, on=date.today()))
        self._move(self._at + 1)
        return done

    def take(self, number: int) -> str:
        """Make the proposal with this number, from 1, the equivalent."""
        card = self._card()
        if not 1 <= number <= len(card.proposals):
            raise RequestError(
                _("there is no proposal {number}").format(number=number),
                hint=_("Type an equivalent of your own instead."),
            )
        return self.set(card.proposals[number - 1].text)

    def set(self, equivalent: str) -> str:
        """Make `equivalent` the preferred one."""
        return self._change(partial(review.set_equivalent, equivalent=equivalent))

    def admit(self, equivalent: str) -> str:
        """Let `equivalent` be used beside the preferred one."""
        return self._change(partial(review.admit, equivalent=equivalent))

    def forbid(self, equivalent: str) -> str:
        """Mark `equivalent` as wrong."""
        return self._change(partial(review.forbid, equivalent=equivalent))

    def note(self, text: str) -> str:
        """Add a note."""
        return self._change(partial(review.annotate, text=text))

    def flag(self, doubt: str = "") -> str:
        """Say that somebody must look, with the doubt as a note, and go on."""
        done = self._change(partial(_flagged, doubt=doubt))
        self._move(self._at + 1)
        return done

    def skip(self) -> None:
        """Leave the entry as it is, and go on."""
        self._move(min(self._at + 1, len(self._queue)))

    def back(self) -> None:
        """Go back to the entry before."""
        self._move(max(self._at - 1, 0))

    def search(self, text: str) -> bool:
        """Go to the next entry whose term or equivalent holds `text`; whether there is one."""
        wanted = fold(text)
        order = [*range(self._at + 1, len(self._queue)), *range(self._at + 1)]
        for place in order:
            entry = self._entries.get(self._queue[place]) if place < len(self._queue) else None
            if entry and any(wanted in fold(one) for one in (entry.source, entry.target)):
                self._move(place)
                return True
        return False

    def undo(self) -> str:
        """Take back the last decision and return to its entry.

        Raises RequestError where there is none, ChangedError where somebody changed that entry.
        """
        if not self._done:
            raise RequestError(_("there is nothing to undo"), hint=_("Decide something first."))
        before, after = self._done[-1]
        with self._file.editing() as catalog:
            if catalog.get(*before.key) != after:
                raise ChangedError(
                    _("“{term}” was changed by somebody else since").format(term=before.source),
                    hint=_("Look at it and decide anew."),
                )
            self._write(catalog, before)
        self._done.pop()
        if before.key in self._queue:
            self._move(self._queue.index(before.key))
        return _("{term}: as it was").format(term=label(before))

    def marked(self, card: Card, text: str) -> Iterator[tuple[str, bool]]:
        """Give `text` in pieces, and of each whether it belongs to the card's term.

        Where the term is only implied ("social and health insurance"), its parts are marked.
        """
        alone = Annotator.of_sources([card.entry], language=self.source_language)
        parts = [part for found in alone.occurrences(text) for part in found.parts]
        if not parts:
            parts = [
                part
                for found in self._annotator.annotate(text)
                for part in found.parts
                if any(one.entry.key == card.entry.key for one in found.designations)
            ]
        end = 0
        for first, last in sorted(parts):
            yield text[end:first], False
            yield text[max(first, end) : last], True
            end = last
        yield text[end:], False

    def _card(self) -> Card:
        card = self.card
        if card is None:
            raise NotFoundError(_("all is gone through"), hint=_("Go back, or quit."))
        return card

    def _change(self, change: Change) -> str:
        """Apply a decision to the entry in the file, at once; say what it did."""
        key = self._card().entry.key
        with self._file.editing() as catalog:
            before = catalog.get(*key)
            if before is None:
                raise NotFoundError(_("there is no term “{term}”").format(term=key[0]))
            self._write(catalog, change(before))
            after = catalog.get(*key) or before
        if after != before:
            self._done.append((before, after))
        what = "; ".join(changes(before, after)) or _("unchanged")
        return f"{label(after)}: {what}"

    def _write(self, catalog: Catalog, entry: Entry) -> None:
        catalog.put(entry)
        if catalog.changed:
            review.sign(catalog, by=self.reviewer, at=datetime.now(UTC))

    def _refresh(self) -> None:
        """Read the catalog again where somebody, perhaps we, changed it."""
        state = self._file.path.stat()
        stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
        if stamp != self._stamp:
            entries = [entry for entry in self._file.read().entries if not entry.obsolete]
            self._entries = {entry.key: entry for entry in entries}
            self._proposals = Proposals(self._project, self.language, entries)
            self._annotator = Annotator.of_sources(entries, language=self.source_language)
            self._stamp = stamp

    def _move(self, place: int) -> None:
        self._at = place
        # Where the folder cannot be written, the next session begins at the beginning.
        with contextlib.suppress(OSError):
            _remember(self._memory_of_place, self._queue[place] if place < len(self) else None)

    def _remembered(self) -> int:
        """Where the last session stopped, as far as that is still to be gone through."""
        try:
            key = tuple(json.loads(self._memory_of_place.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return 0
        return self._queue.index(key) if key in self._queue else 0


def _flagged(entry: Entry, *, doubt: str) -> Entry:
    flagged = replace(review.without_approval(entry), needs_review=bool(entry.target))
    return review.annotate(flagged, doubt) if doubt.strip() else flagged


def _remember(path: Path, key: Key | None) -> None:
    make_cache(path.parent)
    path.write_text(json.dumps(key), encoding="utf-8")
