"""Compose a text (NFC) and find back from a place in it to the place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

__all__ = ["composed"]

# An ASCII character never composes with what stands before it, so a text can be cut there.
_PIECE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]*")


def composed(text: str) -> tuple[str, Sequence[int]]:
    r"""`text` in NFC, and for each offset in it, its end included, the one in `text`.

    >>> composed("sổ")[0] == "sổ", list(composed("so\u0302\u0309!")[1])
    (True, [0, 1, 4, 5])
    """
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    places: list[int] = []
    for start, cluster in _clusters(text):
        part = unicodedata.normalize("NFC", cluster)
        parts.append(part)
        places += [start] * len(part)
    places.append(len(text))
    return "".join(parts), places


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """The smallest parts that can be composed each for itself, with where they start."""
    for piece in _PIECE.finditer(text):
        start = piece.start()
        for end in range(start + 1, piece.end()):
            if not unicodedata.combining(text[end]) and _can_cut(text[start:end], text[end]):
                yield start, text[start:end]
                start = end
        if start < piece.end():
            yield start, text[start : piece.end()]


def _can_cut(before: str, char: str) -> bool:
    """Whether `char`, no combining mark, does not compose with what stands before it."""
    whole = unicodedata.normalize("NFC", before + char)
    return whole == unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
