"""What a zip archive must not be before it is taken for a sheet or a document."""

import io
import zipfile

import pytest

from glossary.errors import InputError, MalformedError
from glossary.formats._archive import (
    SIZE_LIMIT,
    open_archive,
    open_member,
    read_archive,
)


def packed(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_an_ordinary_archive_is_opened() -> None:
    archive = open_archive(packed({"a.xml": b"<a/>"}))
    assert open_member(archive, "a.xml").read() == b"<a/>"
    with pytest.raises(MalformedError, match=r"lacks its part “b\.xml”"):
        open_member(archive, "b.xml")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("members", packed({f"{number}": b"" for number in range(201)}), "201 members"),
        ("size", packed({"a": b" " * 200_000_001}), "unpacks to 200 MB"),
        ("ratio", packed({"a": b" " * 20_000_000}), "100 times"),
        ("no archive", b"PK nonsense", "damaged"),
        ("empty", b"", "damaged"),
        ("cut", packed({"a.xml": b"<a/>"})[:-30], "damaged"),
        ("password", b"\xd0\xcf\x11\xe0 and more", "password"),
        ("DTD", packed({"a.xml": b'<!doctype a [<!ENTITY b "c">]><a/>'}), "“a.xml” has a document"),
        ("DTD", packed({"a.rels": "<!DOCTYPE a><a/>".encode("utf-16")}), "type declaration"),
        ("method", packed({"a.xml": b"<a/>"}).replace(b"\x08\0", b"\x63\0"), "packed in a way"),
    ],
)
def test_others_are_refused(name: str, data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        open_archive(data)


def test_no_more_is_read_than_the_directory_states() -> None:
    # The directory says that the member has four bytes; the data goes on for a million.
    data = bytearray(packed({"a.bin": b"x" * 1_000_000}, method=zipfile.ZIP_STORED))
    at = data.rindex(b"PK\1\2") + 24
    data[at : at + 4] = (4).to_bytes(4, "little")
    with open_archive(bytes(data)) as archive, pytest.raises(zipfile.BadZipFile):
        open_member(archive, "a.bin").read()


def test_no_more_of_a_file_is_read_than_is_needed_to_refuse_it() -> None:
    data = read_archive(io.BytesIO(b"P" * (SIZE_LIMIT + 1000)))
    assert len(data) == SIZE_LIMIT + 1
    with pytest.raises(InputError, match="larger than 64 MB"):
        open_archive(data)
