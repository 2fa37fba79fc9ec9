"""Find a format: by the name that the user gives, by a file's name, by its content.

ties    where several formats fit, the one that stands first in `FORMAT_MODULES` is taken
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath

from glossary.errors import InputError, RequestError
from glossary.formats import FORMAT_MODULES
from glossary.formats.contract import HEAD, Format, Payload
from glossary.interface import _

_OFFICE = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04")
"""How files of Office 97–2003 begin, and zip archives, as OpenDocument has them."""


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format, in the order of the registry."""
    modules = (import_module(f"glossary.formats.{name}") for name in FORMAT_MODULES)
    return tuple(form for module in modules for form in module.FORMATS)


def find_format(name: str) -> Format:
    """The format of this name; RequestError with the nearest one where there is none."""
    known = {form.name: form for form in all_formats()}
    if name.lower() in known:
        return known[name.lower()]
    near = get_close_matches(name.lower(), known, n=1)
    raise RequestError(
        _("there is no format “{name}”").format(name=name),
        hint=_("Did you mean “{near}”?").format(near=near[0])
        if near
        else _("There are: {names}.").format(names=", ".join(known)),
    )


def format_to_write(filename: str, payload: Payload | None = None) -> Format:
    """The format that a file of this name is written in; RequestError where none has its ending.

    `payload` is what it must be able to carry, None: anything.
    """
    ending = PurePath(filename).suffix.lower()
    able = [
        form
        for form in all_formats()
        if not form.is_only_named and (payload in form.writes if payload else form.writes)
    ]
    for form in able:
        if ending in form.extensions:
            return form
    endings = dict.fromkeys(form.extensions[0] for form in able)
    raise RequestError(
        _("the name “{name}” does not say in which format to write").format(name=filename),
        hint=_("Give it one of the endings {endings}, or name a format with --format.").format(
            endings=" ".join(endings)
        ),
    )


def detect(data: bytes, filename: str = "", *, payload: Payload | None = None) -> Format:
    """The format of a file that is to be read, by its name and its content; a BOM is no content.

    The ending decides, and the content among formats with one ending. A file with no known ending
    is known by its content. Raises InputError where nothing fits.
    """
    head = data[:HEAD]
    able = [form for form in all_formats() if (payload in form.reads if payload else form.reads)]
    ending = PurePath(filename).suffix.lower()
    named = [form for form in able if ending and ending in form.extensions]
    for form in named or able:
        if form.recognises(head):
            return form
    if named:
        return named[0]
    raise _unknown(head, able, Path(filename) if filename not in ("", "-") else None)


def _unknown(head: bytes, able: Iterable[Format], path: Path | None) -> InputError:
    if head.startswith(_OFFICE):
        return InputError(
            _("the office document is of a kind that is not read"),
            hint=_("Open it and save it as .xlsx or .docx."),
            path=path,
        )
    names = ", ".join(form.name for form in able)
    hint = _("Name it with --format: {names}.").format(names=names)
    return InputError(_("the format of the file is not known"), hint=hint, path=path)
