"""``glossary deliver``: a translated article, or a book of several, as a file to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.project import Project
    from glossary.project.delivering import Delivery

FORMS = ("txt", "html", "docx")
LAYOUTS = ("target", "side-by-side", "facing", "interlinear")


@click.command()
@click.argument("article", metavar="PO...", nargs=-1, required=True)
@options.language
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    required=True,
    help="Write FILE (- is the terminal).",
)
@click.option("--format", "form", type=click.Choice(FORMS), help="Instead of FILE's ending.")
@click.option(
    "--layout", type=click.Choice(LAYOUTS), default=LAYOUTS[0], show_default=True,
    help="How the two languages stand to each other.",
)  # fmt: skip
@click.option("--book", is_flag=True, help="Make one book, with contents, of all that is named.")
@click.option("--title", default="", help="The title of the book.")
@click.option("--no-index", is_flag=True, help="Leave the index of terms out.")
@options.dry_run
@options.project
@click.pass_context
def deliver(
    ctx: click.Context, article: tuple[str, ...], language: str, target: str, form: str | None,
    layout: str, book: bool, title: str, no_index: bool, mode: str | None,
) -> None:  # fmt: skip
    """Write the translation of an article as FILE: .txt, .html or .docx.

    PO is a file, or the name of an article such as 2020-05-23. Sentences that are not translated
    are shown as such.

    \b
    Examples:
      glossary deliver 2020-05-23 -o article.html
      glossary deliver 2020-05-23 -o article.docx --layout side-by-side
      glossary deliver locales/vi/articles/*.po --book -o book.html
    """
    from glossary.formats.publication import Layout
    from glossary.project.delivering import Form, Wish, form_of
    from glossary.project.delivering import deliver as deliver_texts

    project = ctx.ensure_object(options.Invocation).project_of(article)
    wish = Wish(
        Form(form) if form else form_of(target),
        Layout(layout),
        is_book=book,
        title=title,
        has_index=not no_index,
    )
    done = deliver_texts(project, _paths(project, article, language), wish)
    output.deliver(done.data, target, mode=mode)
    output.note(_unfinished(done))


def _paths(project: Project | None, names: tuple[str, ...], language: str) -> list[Path]:
    """The files that are named; what is no file is looked for among the project's translations."""
    if project is None or all(Path(name).is_file() for name in names):
        return [Path(name) for name in names]
    from glossary.project.editing import chosen_language

    tag = chosen_language(project, language)
    return [Path(name) if Path(name).is_file() else project.bitext(name, tag) for name in names]


def _unfinished(done: Delivery) -> str:
    """How many sentences are not ready; nothing where all are."""
    parts = []
    if done.open_count:
        parts.append(
            ngettext("{count} is not translated", "{count} are not translated", done.open_count)
            .format(count=done.open_count)
        )  # fmt: skip
    if done.doubtful_count:
        parts.append(
            ngettext("{count} is to be reviewed", "{count} are to be reviewed", done.doubtful_count)
            .format(count=done.doubtful_count)
        )  # fmt: skip
    if not parts:
        return ""
    return _("of {total} sentences {unfinished}").format(
        total=done.total, unfinished=", ".join(parts)
    )
