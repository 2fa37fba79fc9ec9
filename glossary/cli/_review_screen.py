"""Review in the full screen: an entry, a line to type in, and the keys below."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout, VSplit, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from glossary.cli import _review_actions, _review_card, output
from glossary.cli._review_actions import ACTIONS, QUIT, Action
from glossary.errors import GlossaryError
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project.reviewing import Session

Pieces = StyleAndTextTuples

_STYLE = Style.from_dict(
    {
        "bar": "reverse",
        "term": "bold",
        "equivalent": "bold ansigreen",
        "label": "ansibrightblack",
        "match": "bold underline",
        "key": "bold",
        "proposal": "ansicyan",
        "message": "",
        "question": "bold",
    }
)


class Screen:
    """One review in the full screen; `run` gives the terminal back at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._message = ""
        self._asking: Action | None = None
        self._typed = Buffer(multiline=False, accept_handler=self._answered)
        self._body = Window(FormattedTextControl(self._card), wrap_lines=True)
        self._line = Window(BufferControl(self._typed), height=1)
        self._question = Window(FormattedTextControl(self._below), dont_extend_width=True, height=1)
        bottom = Window(
            FormattedTextControl(lambda: [("class:label", _review_actions.keys(self._columns()))]),
            height=Dimension(min=1, max=4),
            wrap_lines=True,
            dont_extend_height=True,
        )
        head = Window(FormattedTextControl(self._head), height=1, style="class:bar")
        rule = partial(Window, char="─", height=1, style="class:label")
        typing = VSplit([self._question, self._line])
        layout = HSplit([head, self._body, rule(), typing, rule(), bottom])
        self.application: Application[None] = Application(
            Layout(layout, focused_element=self._body),
            key_bindings=self._bindings(),
            style=_STYLE,
            full_screen=True,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
        )
        self.application.ttimeoutlen = 0.05

    def run(self) -> None:
        """Show entries and do what the keys say until the reviewer quits."""
        self.application.run()

    def _head(self) -> Pieces:
        card = self._session.card
        if card is None:
            return [
                (
                    "",
                    _(" Review {language}: all gone through").format(
                        language=self._session.language
                    ),
                )
            ]
        place = _(" Review {language} · {place} of {total}").format(
            language=self._session.language, place=card.place, total=card.total
        )
        need = _(card.need) if card.need else ""
        return [("", " · ".join(filter(None, (place, need, self._session.reviewer))))]

    def _columns(self) -> int:
        return self.application.output.get_size().columns

    def _card(self) -> Pieces:
        if self._session.card is None:
            return [("", _("That was the last one. b goes back, q quits."))]
        pieces: Pieces = []
        columns = self._columns()
        for line in _review_card.lines(self._session):
            for row in _review_card.wrapped(line, columns):
                pieces += [*row, ("", "\n")]
        return pieces

    def _below(self) -> Pieces:
        if self._asking:
            return [("class:question", f"{_review_actions.question(self._asking)}: ")]
        return [("class:message", output.printable(self._message))]

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        is_deciding = Condition(lambda: self._asking is None)
        for action in ACTIONS:
            bindings.add(action.key, filter=is_deciding)(self._pressed(action))
        bindings.add("right", filter=is_deciding)(self._pressed(_named("skip")))
        bindings.add("left", filter=is_deciding)(self._pressed(_named("back")))
        for number in range(1, 10):
            take = partial(self._take, number)
            bindings.add(str(number), filter=is_deciding)(take)
        bindings.add("pagedown", filter=is_deciding)(lambda _event: self._scroll(5))
        bindings.add("pageup", filter=is_deciding)(lambda _event: self._scroll(-5))
        bindings.add("escape", filter=~is_deciding)(lambda _event: self._stop_asking())
        bindings.add(QUIT, filter=is_deciding)(lambda event: event.app.exit())
        bindings.add("c-c")(lambda event: event.app.exit())
        return bindings

    def _pressed(self, action: Action) -> Callable[[KeyPressEvent], None]:
        def handle(_event: KeyPressEvent) -> None:
            if action.asks:
                self._ask(action)
            else:
                self._do(lambda: action.run(self._session, ""))

        return handle

    def _take(self, number: int, _event: KeyPressEvent) -> None:
        self._do(lambda: self._session.take(number))

    def _ask(self, action: Action) -> None:
        self._asking = action
        text = action.starts_with(self._session)
        self._typed.document = Document(text, len(text))
        self.application.layout.focus(self._line)

    def _answered(self, buffer: Buffer) -> bool:
        action, text = self._asking, buffer.text
        self._stop_asking()
        if action:
            self._do(lambda: action.run(self._session, text))
        return False

    def _stop_asking(self) -> None:
        self._asking = None
        self._typed.reset()
        self.application.layout.focus(self._body)

    def _do(self, decide: Callable[[], str]) -> None:
        try:
            self._message = decide()
        except GlossaryError as error:
            self._message = f"{error}. {error.hint}"
        self._body.vertical_scroll = 0

    def _scroll(self, lines: int) -> None:
        self._body.vertical_scroll = max(0, self._body.vertical_scroll + lines)


def _named(word: str) -> Action:
    return next(action for action in ACTIONS if action.word == word)
