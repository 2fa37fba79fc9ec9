"""``glossary define``: say in the other language what a term means."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term")
@click.argument("text")
@options.edits_catalog
def define(project: Project, term: str, text: str, *, where: options.Where) -> None:
    """Define TERM in the catalog's language by TEXT, one or two sentences of your own.

    It replaces the definition that stood there; an empty TEXT takes it away. The definition in the
    language of the articles stands in locales/decisions.txt.

    \b
    Example:
      glossary define pension "Khoản tiền trả hằng tháng cho người đã nghỉ hưu."
    """
    from glossary.catalog import review

    _edits.run(project, [term], partial(review.define, text=text), where=where)
