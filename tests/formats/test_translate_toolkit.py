"""Translate Toolkit as client: it reads what we write, and we read what it writes.

It is GPL, so it is no dependency; where it is not installed, these tests are left out.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest

from glossary.formats.contract import Concept, Profile, Reading, Termbase, Writing
from glossary.formats.registry import detect, find_format

pytest.importorskip("translate.storage.base", reason="translate-toolkit is not installed")

TERMBASE = Termbase(
    (
        Concept("law & order", target="trật tự <kỷ cương>", notes=('a "note"',)),
        Concept("social insurance", target="bảo hiểm xã hội", forbidden=("bảo hiểm tình nguyện",)),
        Concept("open"),
    ),
    "en",
    "vi",
    "VSS",
)
PAIRS = [("law & order", "trật tự <kỷ cương>"), ("social insurance", "bảo hiểm xã hội")]


def store(module: str, name: str) -> Any:  # noqa: ANN401
    return getattr(pytest.importorskip(f"translate.storage.{module}"), name)


@pytest.mark.parametrize(
    ("form", "profile", "module", "name", "count"),
    [
        ("tbx", Profile.PLAIN, "tbx", "tbxfile", 3),
        ("tbx", Profile.WEBLATE, "tbx", "tbxfile", 4),  # the forbidden one stands alone
        ("csv", Profile.WEBLATE, "csvl10n", "csvfile", 3),
        ("utx", Profile.PLAIN, "utx", "UtxFile", 3),  # a row for the forbidden one
    ],
)
def test_it_reads_ours(form: str, profile: Profile, module: str, name: str, count: int) -> None:
    write = find_format(form).write_entries
    assert write
    data = write(TERMBASE, Writing(profile, datetime(2026, 11, 22, tzinfo=UTC)))
    units = [
        unit for unit in store(module, name).parsestring(data).units if unit.source != "source"
    ]
    assert len(units) == count
    assert [(str(unit.source), str(unit.target)) for unit in units][:2] == PAIRS


@pytest.mark.parametrize(
    ("module", "name", "filename"),
    [
        ("tbx", "tbxfile", "a.tbx"),
        ("csvl10n", "csvfile", "a.csv"),
        ("omegat", "OmegaTFile", "glossary.txt"),
    ],
)
def test_we_read_its_files(module: str, name: str, filename: str) -> None:
    made = store(module, name)()
    if hasattr(made, "setsourcelanguage"):
        made.setsourcelanguage("en")
        made.settargetlanguage("vi")
    for source, target in PAIRS:
        unit = made.addsourceunit(source)
        unit.target = target
        unit.addnote(f"about {source}")
    stream = BytesIO()
    made.serialize(stream)
    read = detect(stream.getvalue(), filename).read_entries
    assert read
    found = read(stream.getvalue(), Reading(target_language="vi"))
    assert [(one.source, one.target) for one in found.concepts] == PAIRS
    assert [one.notes for one in found.concepts] == [(f"about {one}",) for one, _ in PAIRS]
