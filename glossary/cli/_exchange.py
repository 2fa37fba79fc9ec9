"""Options and lines that ``export`` and ``import`` share: formats, and what they cannot hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import _input
from glossary.errors import RequestError
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.formats.contract import Format, Payload, Profile

PROFILES = ("omegat", "weblate", "excel", "phrase", "trados", "memoq")

_USUAL = {
    "omegat": "omegat",
    "weblate": "csv",
    "excel": "xlsx",
    "phrase": "xlsx",
    "trados": "xlsx",
    "memoq": "csv",
}
"""The format that each program is given where neither a name nor an ending says another one."""


def several(ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The values of an option that takes them parted by commas."""
    return tuple(one.strip() for one in (value or "").split(",") if one.strip())


def profile_of(name: str | None) -> Profile:
    """The profile of ``--profile``; plain without it."""
    from glossary.formats.contract import Profile

    return Profile(name) if name else Profile.PLAIN


def format_to_write(file: str, name: str | None, profile: str | None) -> Format:
    """The format of ``--format``, else of the file's ending, else the profile's usual one.

    RequestError where none of them says it, and where such files are only read.
    """
    from glossary.formats import registry

    if name:
        form = registry.find_format(name)
        if not form.writes:
            raise RequestError(
                _("files of the format “{name}” are only read").format(name=form.name),
                hint=_("Choose another with --format."),
            )
        return form
    if profile and (file == _input.STREAM or not Path(file).suffix):
        return registry.find_format(_USUAL[profile])
    return registry.format_to_write(file)


def lost_line(form: Format, names: Iterable[str]) -> str:
    """What the entries have and the format cannot hold; empty where there is nothing."""
    labels = _labels()
    listed = ", ".join(labels.get(name, name) for name in names)
    if not listed:
        return ""
    return _("{format} cannot hold: {names}").format(format=form.title, names=listed)


def _labels() -> dict[str, str]:
    return {
        "sense": _("senses"),
        "target": _("equivalents"),
        "admitted": _("admitted equivalents"),
        "deprecated": _("deprecated equivalents"),
        "forbidden": _("forbidden equivalents"),
        "needs_review": _("flags"),
        "approval": _("who approved"),
        "part_of_speech": _("parts of speech"),
        "subject_field": _("subject fields"),
        "usage": _("frequencies"),
        "definition": _("definitions"),
        "target_definition": _("definitions in the other language"),
        "other_names": _("other names"),
        "abbreviation_of": _("long forms"),
        "abbreviated_as": _("abbreviations"),
        "evidence": _("examples"),
        "references": _("references"),
        "notes": _("notes"),
        "id": _("ids"),
        "kind": _("kinds of lines"),
        "previous": _("sentences before"),
        "following": _("sentences behind"),
        "origin": _("articles"),
        "author": _("authors"),
        "changed": _("dates"),
        "comments": _("hints of the tool"),
    }


def carries_entries(payloads: Iterable[Payload]) -> bool:
    """Whether entries are among what a format reads or writes."""
    return "entries" in tuple(payloads)


def format_option(function: Any) -> Any:
    """Take ``--format NAME``."""
    return click.option(
        "--format",
        "form",
        metavar="NAME",
        help="The format, instead of the one that the file's name or content says.",
    )(function)


def selection(function: Any) -> Any:
    """Take ``--status`` and ``--subject``, each several values."""
    subject = click.option(
        "--subject",
        metavar="FIELD,...",
        callback=several,
        help="Only entries of these subject fields; “benefits” are all branches of insurance.",
    )
    status = click.option(
        "--status",
        metavar="STATUS,...",
        callback=several,
        help="Only entries that are approved, draft, needs-review or untranslated.",
    )
    return status(subject(function))


def prefer(function: Any) -> Any:
    """Take ``--prefer``, the value of a `Side` or None."""
    return click.option(
        "--prefer",
        type=click.Choice(["ours", "theirs", "newer"]),
        help="Whose equivalent stands where there are two; the other stays in a note.",
    )(function)
