"""Gold lists: what each kind of file gives, and what is wrong with one that gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError, MalformedError
from glossary.extraction.gold import Gold, GoldTerm, Grade, read_gold


def _write(tmp_path: Path, content: bytes, name: str = "gold.tsv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_header_names_the_columns(tmp_path: Path) -> None:
    content = (
        b"Class\tTERM\tgrade\tvariants\tarticles\n"
        b"domain\tincome tax\tcore\ttax on income | PIT\t000 002\n"
        b"\n"
        b"\tVAT\t\t\t\n"
        b"domain\toffice\tmarginal\n"
    )
    gold = read_gold(_write(tmp_path, content))
    assert gold.terms == (
        GoldTerm(("income tax", "tax on income", "PIT"), Grade.CORE, "domain", ("000", "002")),
        GoldTerm(("VAT",)),
        GoldTerm(("office",), Grade.MARGINAL, "domain"),
    )
    assert not gold.is_exact
    assert gold.is_graded


def test_without_a_header_each_line_is_a_form(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfincome tax\tSpecific_Term\r\nhanoi\tNamed_Entity\r\nvat\r\n"
    tax, vat = GoldTerm(("income tax",), label="Specific_Term"), GoldTerm(("vat",))
    hanoi = GoldTerm(("hanoi",), label="Named_Entity")
    gold = read_gold(_write(tmp_path, content))
    assert gold == Gold((tax, hanoi, vat), is_exact=True)
    assert gold.has_named_entities
    assert gold.without_named_entities() == Gold((tax, vat), is_exact=True)
    assert not gold.without_named_entities().has_named_entities
    assert not gold.is_graded


def test_a_catalog_gives_its_terms(tmp_path: Path) -> None:
    content = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "pension"\nmsgstr "l\u01b0\u01a1ng h\u01b0u"\n\n'
        'msgctxt "of a court"\nmsgid "appeal"\nmsgstr ""\n\n'
        'msgid "appeal"\nmsgstr ""\n\n'
        '#~ msgid "tithe"\n#~ msgstr ""\n'
    ).encode()
    expected = Gold((GoldTerm(("pension",)), GoldTerm(("appeal",))))
    assert read_gold(_write(tmp_path, content, "gold.po")) == expected
    assert read_gold(_write(tmp_path, content, "gold.POT")) == expected


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    assert read_gold(_write(tmp_path, "cafe\u0301\n".encode())).terms[0].forms == ("caf\u00e9",)


PLAIN = b"msgid pension\n"
# content, file name, message, hint, line
FAULTS = [
    (b"\n\n", "gold.tsv", "empty", "one term a line", None),
    (b'msgid ""\nmsgstr ""\n', "gold.po", "empty", "entries", None),
    (PLAIN, "gold.po", "not in quotes", "msgid", 1),
    (b"tax\ncaf\xe9\n", "gold.tsv", "not in UTF-8", "UTF-8", 2),
    (b"term\tgrade\n\nfee\tbest\n", "gold.tsv", "“best” is no grade", "useful", 3),
    (b"term\tclass\ntax\tlaw\n", "gold.tsv", "“law” is no class", "legal", 2),
]  # fmt: skip


@pytest.mark.parametrize(("content", "name", "message", "hint", "line"), FAULTS)
def test_what_is_wrong_is_named(
    tmp_path: Path, content: bytes, name: str, message: str, hint: str, line: int | None
) -> None:
    with pytest.raises(MalformedError, match=message) as caught:
        read_gold(_write(tmp_path, content, name))
    assert caught.value.line == line
    assert hint in caught.value.hint


def test_no_file(tmp_path: Path) -> None:
    for name in ("no.tsv", "no.po"):
        with pytest.raises(InputError, match="no such file"):
            read_gold(tmp_path / name)
