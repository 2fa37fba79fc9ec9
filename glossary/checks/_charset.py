"""Which charset a header names."""

from __future__ import annotations


def is_utf8(content_type: str) -> bool:
    """Whether the header field Content-Type names UTF-8, or ASCII, which is a part of it.

    >>> is_utf8("text/plain; charset=utf8"), is_utf8("text/plain; charset=CP1258")
    (True, False)
    """
    charset = content_type.lower().partition("charset=")[2].strip()
    return charset.replace("-", "") in {"utf8", "usascii", "ascii"}
