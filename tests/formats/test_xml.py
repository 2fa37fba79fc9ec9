"""XML of any size and of any author: what is read, what is refused, and where."""

import gzip
import io

import pytest
from lxml import etree

from glossary.errors import GlossaryError, InputError, MalformedError, OutputError
from glossary.formats._xml import child, language_of, legal, read_events, text_of

DOCUMENT = '<?xml version="1.0" encoding="{}"?>\n<tmx><tu>việt</tu><!-- x --><tu>nam</tu></tmx>'


def units(data: bytes) -> list[str]:
    return [text_of(unit) for _event, unit in read_events(io.BytesIO(data), units={"tu"})]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("UTF-8", DOCUMENT.format("UTF-8").encode()),
        ("no encoding named", b"<tmx><tu>vi\xe1\xbb\x87t</tu><tu>nam</tu></tmx>"),
        ("a byte order mark", b"\xef\xbb\xbf" + DOCUMENT.format("UTF-8").encode()),
        ("UTF-16", DOCUMENT.format("UTF-16").encode("utf-16")),
        ("UTF-16 without a mark", DOCUMENT.format("UTF-16").encode("utf-16-be")),
        ("UTF-8 that calls itself UTF-16", b"\xef\xbb\xbf" + DOCUMENT.format("UTF-16").encode()),
        ("gzip", gzip.compress(DOCUMENT.format("UTF-8").encode())),
        (
            "gzip of two members",
            gzip.compress(b"<tmx><tu>vi\xe1\xbb") + gzip.compress(b"\x87t</tu><tu>nam</tu></tmx>"),
        ),
        (
            "a DTD by name",
            b'<!-- x --><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><tu>vi&#x1EC7;t</tu>'
            b"<tu>nam</tu></tmx>",
        ),
        ("decomposed letters", "<tmx><tu>vie\u0323\u0302t</tu><tu>nam</tu></tmx>".encode()),
        ("a comment inside", "<tmx><tu>vi<!-- - -->ệt</tu><tu>n<b>a</b>m</tu></tmx>".encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_encoding_gives_the_same_text(name: str, data: bytes) -> None:
    assert units(data) == ["việt", "nam"], name


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b'<?xml version="1.0"?>\n<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', 2, "declarations"),
        (b'<!DOCTYPE tmx SYSTEM "a.dtd"\n[]><tmx/>', 2, "declarations"),
        (b'<!DOCTYPE tmx SYSTEM "a.dtd"><tmx>\n<tu>&a;</tu></tmx>', 2, "entity"),
        (b"<tmx>\n<tu>&a;</tu></tmx>", 2, "Entity 'a' not defined"),
        (b"<tmx>\n" + b"<a>" * 65, 2, "deeper than 64"),
        (b"<tmx>\n<tu>" + b"<a/>" * 50_001 + b"</tu></tmx>", 2, "50,000 elements"),
        (b"<tmx>\n" + b"<a/>" * 50_001 + b"</tmx>", 2, "50,000 elements"),
        (b"<tmx>\n\n<tu>vi\xff</tu></tmx>", 3, "0xff is not valid UTF-8"),
        (b"<tmx>\n<tu>a\0b</tu></tmx>", 2, "damaged"),
        (b"<tmx>\n<tu>abc", 2, "damaged"),
        (b"<tmx>\n<tu>" + b"x" * 10_100_000 + b"</tu></tmx>", 2, "damaged"),
        (b"msgid", 1, "damaged"),
        (b"", None, "no element"),
        (b'<?xml version="1.0" encoding="UTF-7"?><tmx/>', 1, "“UTF-7” cannot be read"),
        (b"<!--" + b"x" * 70_000 + b'--><!DOCTYPE t [<!ENTITY a "b">]><tmx/>', 1, "begin"),
        (b" " * 65_530 + b'<!DOCTYPE t [<!ENTITY a "b">]><tmx/>', 1, "begin"),
        (gzip.compress(b"<tmx><tu>x</tu></tmx>")[:-9], None, "ends too early"),
        (gzip.compress(b"<tmx><tu>x</tu></tmx>")[:5] + b"junk" * 9, None, "damaged"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(data: bytes, line: int | None, words: str) -> None:
    with pytest.raises(MalformedError, match=words) as caught:
        units(data)
    assert caught.value.line == line


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"<tmx>" + b" " * 50_000_000)
    with pytest.raises(InputError, match="100 times"):
        units(bomb)


def test_an_unknown_place_is_no_crash() -> None:
    for size in range(1, len(DOCUMENT)):
        with pytest.raises(GlossaryError):
            units(DOCUMENT.format("UTF-8").encode()[:size])


def test_names_are_compared_without_their_namespace() -> None:
    root = etree.fromstring(b'<x:a xmlns:x="urn:x" lang="EN-US"><x:b>1<x:c>2</x:c>3</x:b></x:a>')
    assert text_of(child(root, "b"), without={"c"}) == "13"
    assert language_of(root) == "EN-US"
    assert child(root, "z") is None
    assert text_of(None) == ""


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_text_that_xml_cannot_hold_is_named(character: str) -> None:
    with pytest.raises(OutputError, match=f"U\\+{ord(character):04X}.*“a�b”"):
        legal(f"a{character}b")


def test_other_text_is_legal() -> None:
    assert legal("\t\r\n \x85\u202eệ😀") == "\t\r\n \x85\u202eệ😀"
