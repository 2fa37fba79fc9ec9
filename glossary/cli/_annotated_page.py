"""Show a marked text as one page of HTML that needs nothing else: terms are explained in place."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from glossary.cli._advice import WRONG, advice, best
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.lookup import Annotation, Piece
    from glossary.project.annotating import Annotated, Passage

__all__ = ["page"]

_STYLE = """
:root { color-scheme: light dark; --term: #0b57a4; --wrong: #a4260b; --note: #fffbe6; --ink: #222; }
@media (prefers-color-scheme: dark) {
  :root { --term: #8ab4f8; --wrong: #f28b82; --note: #33312a; --ink: #eee; }
}
body { font: 1.1rem/1.7 system-ui, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
p { white-space: pre-wrap; overflow-wrap: break-word; }
mark { background: none; color: var(--term); border-bottom: 1px dotted; position: relative; }
mark.wrong { color: var(--wrong); border-bottom-style: solid; }
mark > span {
  display: none; position: absolute; z-index: 1; left: 0; top: 1.6em; width: max-content;
  max-width: min(22rem, 80vw); padding: .4rem .6rem; font-size: .9rem; line-height: 1.4;
  white-space: normal; background: var(--note); color: var(--ink); border: 1px solid;
}
mark:hover > span, mark:focus > span { display: block; }
@media print { mark > span { display: none !important; } }
"""


def page(found: Annotated, *, title: str) -> str:
    """The page of a marked text; nothing of the text can become part of its markup."""
    passages = "\n".join(f"<p>{_passage(passage)}</p>" for passage in found.passages)
    return (
        f'<!doctype html>\n<html lang="{escape(found.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{passages}\n</main>\n</body>\n</html>\n"
    )


def _passage(passage: Passage) -> str:
    return "".join(
        _mark(piece) if piece.annotations else escape(piece.text)
        for piece in passage.marking.pieces
    )


def _mark(piece: Piece) -> str:
    is_wrong = any(best(one).acceptability in WRONG for one in piece.annotations)
    kind = ' class="wrong"' if is_wrong else ""
    notes = "<br>".join(dict.fromkeys(note for one in piece.annotations for note in _notes(one)))
    return (
        f'<mark{kind} tabindex="0">{escape(piece.text)}<span role="tooltip">{notes}</span></mark>'
    )


def _notes(annotation: Annotation) -> Iterator[str]:
    designation = best(annotation)
    entry = designation.entry
    yield f"<b>{escape(entry.source)}</b>: {escape(advice(designation))}"
    for label, texts in ((_("also"), entry.admitted), (_("never"), entry.forbidden)):
        if texts:
            yield f"{escape(label)}: {escape('; '.join(texts))}"
