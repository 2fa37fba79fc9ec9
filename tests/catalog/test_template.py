"""The template: what a translator sees above a term, and the same bytes for the same terms."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from glossary.catalog import (
    Catalog,
    TemplateHeader,
    render_template,
    template_entries,
    write_template,
)
from glossary.catalog.template import comment_lines, shorten
from glossary.model import Entry, Occurrence, SubjectField, Term, TermClass

HEADER = TemplateHeader(datetime(2026, 11, 22, 5, 41, tzinfo=UTC), "VSS glossary", "1.2")
TERM = Term(
    "voluntary social insurance",
    frequency=26,
    articles=("2020-05-23.txt", "2023-01-28.txt", "2024-07-17.txt"),
    years=(2020, 2023, 2024),
)
SEEN = Occurrence(
    "2020-05-23.txt",
    7,
    "over 276,000 people have participated in voluntary social insurance in 2019",
    date(2020, 5, 23),
)
FIRST = "noun · general · 26 in 3 articles (2020, 2023, 2024)"

COMMENTS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "plain": ({}, (FIRST,)),
    "subject field": (
        {"subject_field": SubjectField.OLD_AGE},
        ("noun · old age · 26 in 3 articles (2020, 2023, 2024)",),
    ),
    "class in place of the part of speech": (
        {"term_class": TermClass.ORGANISATION, "subject_field": SubjectField.ADMINISTRATION},
        ("organisation · administration · 26 in 3 articles (2020, 2023, 2024)",),
    ),
    "one undated article": (
        {"frequency": 1, "articles": ("a.txt",), "years": ()},
        ("noun · general · 1 in 1 article",),
    ),
    "definition": ({"definition": "Chosen\n freely."}, (FIRST, "Chosen freely.")),
    "long form": ({"long_form": "x y"}, (FIRST, "Abbreviation of x y")),
    "other names": (
        {"variants": ("Voluntary Social Insurance", "Y Agencies", "y agency", "z")},
        (FIRST, "Also: Y Agency; z"),
    ),
    "acronym": ({"acronym": "VSI"}, (FIRST, "Abbreviated as VSI")),
    "evidence": (
        {"evidence": (SEEN,)},
        (FIRST, f"2020-05-23: “{SEEN.context}”"),
    ),
    "evidence without a date": (
        {"evidence": (Occurrence("leaflet.txt", 3, "Join\nnow."),)},
        (FIRST, "leaflet: “Join now.”"),
    ),
    "at most six lines": (
        {"definition": "D.", "acronym": "VSI", "long_form": "x", "evidence": (SEEN,) * 3},
        (
            FIRST,
            "D.",
            "Abbreviation of x",
            "Abbreviated as VSI",
            f"2020-05-23: “{SEEN.context}”",
            f"2020-05-23: “{SEEN.context}”",
        ),
    ),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_comment_lines(name: str) -> None:
    fields, expected = COMMENTS[name]
    assert comment_lines(replace(TERM, **fields)) == expected


SENTENCE = "one two three four five six seven eight nine ten"  # 48 characters
SHORTENED = {
    "fits": (48, ["four"], SENTENCE),
    "in the middle": (24, ["five"], "… three four five six …"),
    "at the start": (16, ["one"], "one two three …"),
    "at the end": (16, ["ten"], "… eight nine ten"),
    "whole words only": (16, ["eve"], "one two three …"),
    "the longest form": (16, ["one", "nine ten"], "… eight nine ten"),
    "any case": (16, ["TEN"], "… eight nine ten"),
    "wider than the room": (8, ["two three four"], "… two three four …"),
}


@pytest.mark.parametrize("name", SHORTENED)
def test_shorten(name: str) -> None:
    width, forms, expected = SHORTENED[name]
    assert shorten(SENTENCE, forms, width=width) == expected


def test_evidence_stays_near_110_characters() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    context = f"{words} voluntary social insurance {words}"
    line = comment_lines(replace(TERM, evidence=(replace(SEEN, context=context),)))[1]
    shown = line.removeprefix("2020-05-23: “").removesuffix("”")
    assert "voluntary social insurance" in shown
    assert 90 <= len(shown) <= 110
    assert shown.startswith("… word")


def test_references_are_at_most_six_and_each_once() -> None:
    places = [Occurrence("a.txt", line) for line in (1, 1, 2, 3, 4, 5, 6, 7)]
    (entry,) = template_entries([replace(TERM, occurrences=tuple(places))])
    assert entry.references == tuple(f"a.txt:{line}" for line in range(1, 7))


def test_order_is_alphabetical_whatever_the_case() -> None:
    terms = [Term(name) for name in ("pension", "ASEAN", "act", "Pension")]
    assert [entry.source for entry in template_entries(terms)] == [
        "act",
        "ASEAN",
        "Pension",
        "pension",
    ]


def test_equal_terms_are_taken_once() -> None:
    terms = [Term("act", definition="first"), Term("act"), Term("act", sense="law")]
    entries = template_entries(terms)
    assert [entry.key for entry in entries] == [("act", ""), ("act", "law")]
    assert entries[0].comments[1] == "first"


EXPECTED = """\
# Terms of VSS glossary.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: VSS glossary 1.2\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2026-11-22 05:41+0000\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language-Team: LANGUAGE <LL@li.org>\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. noun · general · 26 in 3 articles (2020, 2023, 2024)
#. 2020-05-23: “over 276,000 people have participated in voluntary social insurance in 2019”
#: 2020-05-23.txt:7
msgid "voluntary social insurance"
msgstr ""
"""


def test_the_file() -> None:
    entries = template_entries([replace(TERM, evidence=(SEEN,), occurrences=(SEEN,))])
    assert render_template(entries, HEADER).decode() == EXPECTED


def test_the_date_is_that_of_the_last_change(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "glossary.pot"
    entries = template_entries([TERM])
    later = replace(HEADER, created=datetime(2027, 1, 1, tzinfo=UTC))
    assert write_template(path, entries, HEADER)
    first = path.read_bytes()
    assert not write_template(path, entries, later)
    assert path.read_bytes() == first
    assert write_template(path, [*entries, Entry("zone")], later)
    assert Catalog.from_bytes(path.read_bytes()).header("POT-Creation-Date") == (
        "2027-01-01 00:00+0000"
    )


def test_a_broken_template_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "glossary.pot"
    path.write_text('msgid "unclosed')
    assert write_template(path, template_entries([TERM]), HEADER)
    assert Catalog.from_bytes(path.read_bytes()).entries[0].source == TERM.designation


def test_a_read_template_gives_the_entries_back() -> None:
    entries = template_entries([replace(TERM, evidence=(SEEN,), occurrences=(SEEN,)), Term("act")])
    assert list(Catalog.from_bytes(render_template(entries, HEADER)).entries) == entries


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_msgfmt_accepts_it(tmp_path: Path) -> None:
    path = tmp_path / "glossary.pot"
    write_template(path, template_entries([replace(TERM, evidence=(SEEN,))]), HEADER)
    command = ["msgfmt", "-c", "--check-header", "-o", "/dev/null", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_it_is_written_as_msgcat_writes_it() -> None:
    entries = template_entries([replace(TERM, evidence=(SEEN,), occurrences=(SEEN,)), Term("act")])
    data = render_template(entries, HEADER)
    through = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True)
    assert through.stdout.decode() == data.decode()
