"""Read the table of names: how persons and places are written in another language.

A name is never guessed: only its owner knows which marks *Anh* has. The table is a plain text file
beside the catalogs (``locales/vi/names.txt``), one name on a line::

    # who, and where the spelling is from
    Dao Viet Anh = Đào Việt Ánh

in      the file, which need not exist
out     each name as the source language writes it, with its spelling in the other
"""

from __future__ import annotations

from pathlib import Path

from glossary.errors import MalformedError, reading
from glossary.interface import _
from glossary.languages import normalise

__all__ = ["read_names"]

_COMMENT = "#"


def read_names(path: Path) -> dict[str, str]:
    """Give the names of a table; nothing where there is no such file.

    MalformedError for a line that is no pair, and for one name with two spellings.
    """
    names: dict[str, str] = {}
    for number, line in enumerate(_lines(path), start=1):
        text = normalise(line)
        if not text or text.startswith(_COMMENT):
            continue
        source, sign, target = (part.strip() for part in text.partition("="))
        if not (source and sign and target):
            raise MalformedError(
                _("“{line}” is not a name with its spelling").format(line=text),
                hint=_("Write: Dao Viet Anh = Đào Việt Ánh"),
                path=path,
                line=number,
            )
        if names.setdefault(source, target) != target:
            raise MalformedError(
                _("“{name}” is already “{other}”").format(name=source, other=names[source]),
                hint=_("Keep one of the two lines."),
                path=path,
                line=number,
            )
    return names


def _lines(path: Path) -> list[str]:
    try:
        with reading(path):
            return path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
    except UnicodeDecodeError as error:
        raise MalformedError(_("is not UTF-8"), path=path) from error
