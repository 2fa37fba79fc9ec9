"""Faults put into the shipped Vietnamese catalog are found, and nothing is found without them.

A kind of fault is put into several entries, one at a time; it counts as found when a check that is
meant for it names the entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog import Catalog
from glossary.checks import HEADER, Severity
from glossary.languages import vi
from glossary.languages.vi import ToneStyle
from glossary.model import Entry
from glossary.project import Project
from glossary.project.checking import check_files

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ROOT / "locales" / "vi" / "LC_MESSAGES" / "glossary.po"
PLACES = 4
"""Entries that each kind of fault is put into, spread over the catalog."""

Change = Callable[[Entry], Entry | None]
_SYLLABLE = re.compile(r"[^\W\d_]+")


def change_of_target(change: Callable[[str], str]) -> Change:
    """A change of the preferred equivalent; None where it changes nothing."""

    def seed(entry: Entry) -> Entry | None:
        after = change(entry.target)
        return replace(entry, target=after) if after != entry.target else None

    return seed


def first_word(condition: Callable[[str], bool], change: Callable[[str], str]) -> Change:
    """A change of the first word of the equivalent that has something about it."""

    def one(text: str) -> str:
        for found in _SYLLABLE.finditer(text):
            if condition(found[0]) and change(found[0]) != found[0]:
                return text[: found.start()] + change(found[0]) + text[found.end() :]
        return text

    return change_of_target(one)


def small_marked(word: str) -> bool:
    return word == word.lower() and vi.tone_mark(word) != vi.ToneMark.NGANG


def moved_tone(word: str) -> str:
    """The tone mark on the other letter of iê, ươ, uyê or uô: nghiệp, nghịêp."""
    plain, mark = vi.without_tone_mark(word), vi.tone_mark(word)
    found = re.search("iê|ươ|uô|yê", plain)
    if not found or not mark:
        return word
    at = found.start() + 1
    return unicodedata.normalize("NFC", plain[:at] + mark + plain[at:])


def other_style(text: str) -> str:
    return vi.tone_style(text, ToneStyle.MODERN)


def swapped_acronym(entry: Entry) -> Entry | None:
    """BHYT for BHXH, and the other way round, in an admitted equivalent."""
    swaps = {"BHXH": "BHYT", "BHYT": "BHXH", "BHTN": "BHXH", "CNTT": "CNTN"}
    for text in entry.admitted:
        for old, new in swaps.items():
            if old in text and text.replace(old, "x") == entry.target.replace(FULL[old], "x"):
                return replace(entry, admitted=(text.replace(old, new),))
    return None


FULL = {
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BHTN": "bảo hiểm thất nghiệp",
    "CNTT": "công nghệ thông tin",
}


def english_left(entry: Entry) -> Entry | None:
    word = entry.source.split()[-1]
    if entry.source != entry.source.lower() or not word.isalpha() or " " not in entry.source:
        return None
    if word in vi.LOANWORDS or vi.is_syllable(word) or len(word) < 4:
        return None
    return replace(entry, target=f"{entry.target.rpartition(' ')[0]} {word}")


def is_body(entry: Entry) -> bool:
    return bool(entry.comments) and entry.comments[0].startswith("organisation")


KINDS: dict[str, tuple[Change, set[str]]] = {
    "equivalent gone": (lambda e: replace(e, target=""), {"T001", "T002"}),
    "same as source": (
        lambda e: replace(e, target=e.source) if e.source.islower() and " " in e.source else None,
        {"T003"},
    ),
    "English left": (english_left, {"T004"}),
    "forbidden preferred": (
        lambda e: replace(e, target=e.forbidden[0]) if e.forbidden else None,
        {"T005"},
    ),
    "forbidden admitted": (
        lambda e: replace(e, admitted=(*e.admitted, e.forbidden[-1])) if e.forbidden else None,
        {"T005"},
    ),
    "admitted twice": (
        lambda e: replace(e, admitted=(*e.admitted, e.admitted[0])) if e.admitted else None,
        {"T006"},
    ),
    "preferred admitted": (lambda e: replace(e, admitted=(*e.admitted, e.target)), {"T006"}),
    "other acronym": (swapped_acronym, {"T011", "T010"}),
    "letter doubled": (first_word(small_marked, lambda w: w + w[-1]), {"V001"}),
    "two words glued": (
        change_of_target(lambda t: t.replace("bảo hiểm", "bảohiểm", 1)),
        {"V001"},
    ),
    "tone mark moved": (first_word(small_marked, moved_tone), {"V002"}),
    "other tone style": (change_of_target(other_style), {"V003"}),
    "Cyrillic letter": (change_of_target(lambda t: t.replace("o", "\u043e", 1)), {"V005"}),
    "Greek letter": (change_of_target(lambda t: t.replace("o", "\u03bf", 1)), {"V005"}),
    "eth": (change_of_target(lambda t: t.replace("đ", "ð", 1)), {"V006"}),
    "two blanks": (change_of_target(lambda t: t.replace(" ", "  ", 1)), {"V007"}),
    "blank at the end": (change_of_target(lambda t: t + " "), {"V007"}),
    "blank at the start": (change_of_target(lambda t: " " + t), {"V007"}),
    "no-break blank": (change_of_target(lambda t: t.replace(" ", "\u00a0", 1)), {"V007"}),
    "invisible": (change_of_target(lambda t: t.replace(" ", "\u200b ", 1)), {"V007"}),
    "all marks gone": (
        lambda e: replace(e, target=vi.strip_marks(e.target))
        if any(word in e.target for word in ("hiểm", "nghiệp", "việc", "truyền"))
        else None,
        {"V008"},
    ),
    "marks of one word gone": (
        first_word(
            lambda w: w in {"hiểm", "nghiệp", "việc", "truyền", "thuật", "quyết"}, vi.strip_marks
        ),
        {"V008"},
    ),
    "tone of a stop gone": (
        first_word(
            lambda w: small_marked(w) and w.endswith(("c", "ch", "p", "t")) and not w.isascii()
            and not vi.without_tone_mark(w).isascii(),
            vi.without_tone_mark,
        ),
        {"V001"},
    ),
    "tone of insurance gone": (
        change_of_target(lambda t: t.replace("bảo hiểm", "bảo hiêm", 1)),
        {"C001", "C005"},
    ),
    "tone of society gone": (
        change_of_target(lambda t: t.replace("xã hội", "xã hôi", 1)),
        {"C001", "C005"},
    ),
    "small country": (change_of_target(lambda t: t.replace("Việt Nam", "việt nam")), {"V009"}),
    "large letters": (
        lambda e: replace(e, target=e.target.title()) if "Bộ " in e.target else None,
        {"V009"},
    ),
    "small body": (
        lambda e: replace(e, target=e.target[0].lower() + e.target[1:])
        if is_body(e) and e.target[0] != e.target[0].lower() and e.source.istitle()
        else None,
        {"V010", "V009"},
    ),
    "no such article": (
        lambda e: replace(e, references=(*e.references, "2019-01-01.txt:1")),
        {"F006"},
    ),
    "no such line": (lambda e: replace(e, references=("2018-02-28.txt:9999",)), {"F006"}),
}  # fmt: skip

HEADERS: dict[str, tuple[str, str, str]] = {
    "plural forms of another language": ("Plural-Forms", "nplurals=2; plural=n != 1;", "F003"),
    "no plural forms": ("Plural-Forms", "", "F003"),
    "other language": ("Language", "fr", "F002"),
    "no language": ("Language", "", "F002"),
    "charset missing": ("Content-Type", "text/plain; charset=CHARSET", "F004"),
}


def found_in(data: bytes, folder: Path) -> set[tuple[tuple[str, str], str]]:
    """Each entry with the code of what is found in it."""
    path = folder / "locales" / "vi" / "LC_MESSAGES" / "glossary.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    (report,) = check_files(Project.open(ROOT), [path])
    return {
        (key, issue.code) for issue in report.report.issues for key in (issue.key, *issue.related)
    }


def spread(seeded: list[Entry]) -> list[Entry]:
    step = max(1, len(seeded) // PLACES)
    return seeded[::step][:PLACES]


def faults(catalog: Catalog) -> Iterator[tuple[str, Entry, set[str]]]:
    for name, (change, codes) in KINDS.items():
        seeded = [
            fresh
            for entry in catalog.entries
            if not entry.obsolete and entry.target and (fresh := change(entry)) is not None
        ]
        for fresh in spread(seeded):
            yield name, fresh, codes


def pairs(catalog: Catalog) -> Iterator[tuple[str, Entry, set[str]]]:
    """Faults that need two entries: a shared, an odd and a forbidden equivalent."""
    entries = [entry for entry in catalog.entries if entry.target and not entry.obsolete]
    for entry, other in zip(spread(entries), spread(entries[40:]), strict=True):
        yield "equivalent of another", replace(entry, target=other.target), {"T007"}
    long = catalog.get("VSS")
    assert long
    yield "acronym of another body", replace(long, target="BHYT Việt Nam"), {"T010"}


@pytest.fixture(scope="module")
def data() -> bytes:
    return SHIPPED.read_bytes()


def test_the_shipped_catalog_is_clean() -> None:
    (report,) = check_files(Project.open(ROOT), [SHIPPED])
    loud = [issue for issue in report.report.issues if issue.severity is not Severity.NOTE]
    assert loud == []
    assert [issue for issue in report.report.issues if issue.code != "T001"] == []


def test_seeded_faults_are_found(data: bytes, tmp_path: Path) -> None:
    catalog = Catalog.from_bytes(data)
    missed, kinds, number = [], set(), 0
    for name, fresh, codes in (*faults(catalog), *pairs(catalog)):
        copy = Catalog.from_bytes(data)
        copy.put(fresh)
        found = found_in(copy.to_bytes(), tmp_path)
        number += 1
        kinds.add(name)
        if not any((fresh.key, code) in found for code in codes):
            missed.append((name, fresh.source, fresh.target))
    for name, (field, value, code) in HEADERS.items():
        copy = Catalog.from_bytes(data)
        copy.set_header(field, value)
        number += 1
        kinds.add(name)
        if (HEADER, code) not in found_in(copy.to_bytes(), tmp_path):
            missed.append((name, field, value))
    for name, before, after, code in (
        ("fuzzy header", b"#\nmsgid", b"#, fuzzy\nmsgid", "F005"),
        ("NFD", "msgstr \"bảo hiểm xã hội\"".encode(),
         unicodedata.normalize("NFD", "msgstr \"bảo hiểm xã hội\"").encode(), "V004"),
        ("one term twice", b"msgid \"policy\"", b"msgid \"pensions\"", "C003"),
    ):  # fmt: skip
        number += 1
        kinds.add(name)
        if code not in {one for _, one in found_in(data.replace(before, after, 1), tmp_path)}:
            missed.append((name, "", ""))
    assert number >= 100
    assert len(kinds) >= 30
    assert len(missed) <= number * 0.05, missed
