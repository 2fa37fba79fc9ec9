"""Merging: the catalog follows the template, and nothing of a translator's work is lost."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.catalog import Catalog, MergeReport, merge_template
from glossary.errors import RequestError
from glossary.model import Entry

HEADER = (
    'msgid ""\nmsgstr ""\n"POT-Creation-Date: 2026-01-01 00:00+0000\\n"\n"Language: vi\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
)
WORK = (
    "\n# status: approved 2026-11-20 NVA\n# admitted: hưu trí\n# forbidden: hưu\n# a note\n"
    '#. noun\n#: a.txt:1\n#, no-wrap\nmsgid "pension"\nmsgstr "lương hưu"\n'
)
OPEN = '\n#. noun\n#: a.txt:2\nmsgid "act"\nmsgstr ""\n'
ACT = Entry("act", comments=("noun",), references=("a.txt:2",))
PENSION = Entry("pension", comments=("noun",), references=("a.txt:1",))


def merged(
    body: str, template: Sequence[Entry], renames: Mapping[str, str] | None = None
) -> tuple[str, MergeReport]:
    catalog = Catalog.from_bytes((HEADER + body).encode())
    report = merge_template(catalog, template, renames=renames)
    return catalog.to_bytes().decode().removeprefix(HEADER), report


def test_a_catalog_in_line_keeps_its_bytes() -> None:
    odd = OPEN.replace("#. noun", "#.noun") + WORK.replace(
        'msgstr "lương hưu"', 'msgstr "lương" " hưu"'
    )
    assert merged(odd, [ACT, PENSION]) == (odd, MergeReport(unchanged=2))


def test_a_new_term_comes_in_open_at_its_place() -> None:
    act = replace(ACT, target="not the template's business", notes=("nor this",))
    assert merged(WORK, [act, PENSION]) == (OPEN + WORK, MergeReport(added=("act",), unchanged=1))


def test_never_a_guess() -> None:
    text, _ = merged(WORK, [PENSION, Entry("pensions")])
    assert text == WORK + '\nmsgid "pensions"\nmsgstr ""\n'


def test_comments_and_references_are_the_templates() -> None:
    fresh = replace(PENSION, comments=("noun · old age", "A benefit."), references=("b.txt:9",))
    text, report = merged(WORK, [fresh])
    assert text == WORK.replace("#. noun\n", "#. noun · old age\n#. A benefit.\n").replace(
        "#: a.txt:1", "#: b.txt:9"
    )
    assert report == MergeReport(changed=("pension",))


OBSOLETE = (
    "\n# status: approved 2026-11-20 NVA\n# admitted: hưu trí\n# forbidden: hưu\n# a note\n"
    '#, no-wrap\n#~ msgid "pension"\n#~ msgstr "lương hưu"\n'
)


def test_a_vanished_term_becomes_obsolete_with_all_work() -> None:
    assert merged(WORK + OPEN, [ACT]) == (
        OPEN + OBSOLETE,
        MergeReport(obsoleted=("pension",), unchanged=1),
    )


def test_it_comes_back_when_the_term_does() -> None:
    assert merged(OPEN + OBSOLETE, [ACT, PENSION]) == (
        OPEN + WORK,
        MergeReport(revived=("pension",), unchanged=1),
    )


def test_a_vanished_term_without_work_goes() -> None:
    assert merged(OPEN + WORK, [PENSION]) == (WORK, MergeReport(removed=("act",), unchanged=1))


WORKED_ON = {
    "note": "# a note\n",
    "admitted": "# admitted: x\n",
    "forbidden": "# forbidden: x\n",
    "definition": "# definition: x\n",
    "flag": "#, fuzzy\n",
}


@pytest.mark.parametrize("name", WORKED_ON)
def test_an_open_term_with_some_work_is_kept(name: str) -> None:
    text, report = merged(f'\n{WORKED_ON[name]}msgid "act"\nmsgstr ""\n', [])
    assert report.obsoleted == ("act",)
    is_flag = name == "flag"
    comments = "#, fuzzy\n" if is_flag else f"{WORKED_ON[name]}#, fuzzy\n"
    assert f'{comments}#~ msgid "act"\n#~ msgstr "{"— ?" if is_flag else "—"}"\n' in text


@pytest.mark.parametrize("name", WORKED_ON)
def test_an_open_term_that_comes_back_is_open_with_its_work(name: str) -> None:
    text, _ = merged(f'\n{WORKED_ON[name]}msgid "act"\nmsgstr ""\n', [])
    again, report = merged(text, [ACT])
    assert report.revived == ("act",)
    work, said = ("", "#, fuzzy\n") if name == "flag" else (WORKED_ON[name], "")
    assert again == f'\n{work}#. noun\n#: a.txt:2\n{said}msgid "act"\nmsgstr ""\n'


def test_obsolete_entries_stay_where_they_stand() -> None:
    body = '\n#~ msgid "x"\n#~ msgstr "y"\n' + OPEN
    assert merged(body, [ACT]) == (body, MergeReport(unchanged=1))


def test_the_order_is_the_templates() -> None:
    body = '\n#~ msgid "x"\n#~ msgstr "y"\n'
    assert merged(WORK + body + OPEN, [ACT, PENSION]) == (
        OPEN + WORK + body,
        MergeReport(unchanged=2),
    )


OLD = WORK.replace('"pension"', '"retirement pay"')


def test_a_renamed_term_takes_everything_along() -> None:
    assert merged(OLD, [PENSION], {"retirement pay": "pension"}) == (
        WORK,
        MergeReport(renamed=(("retirement pay", "pension"),)),
    )


def test_a_rename_through_two_steps() -> None:
    renames = {"retirement pay": "old-age pay", "old-age pay": "pension"}
    assert merged(OLD, [PENSION], renames)[0] == WORK


def test_a_rename_in_a_circle_ends() -> None:
    text, report = merged(OLD, [ACT], {"retirement pay": "x", "x": "retirement pay"})
    assert report.obsoleted == ("retirement pay",)
    assert '#~ msgstr "lương hưu"' in text


def test_an_obsolete_entry_follows_a_rename_too() -> None:
    old = OBSOLETE.replace('"pension"', '"retirement pay"')
    assert merged(old, [PENSION], {"retirement pay": "pension"})[0] == WORK


def test_a_rename_fills_an_open_entry() -> None:
    body = '\n# my note\n#. noun\n#: a.txt:1\nmsgid "pension"\nmsgstr ""\n'
    text, report = merged(body + OLD, [PENSION], {"retirement pay": "pension"})
    assert report.renamed == (("retirement pay", "pension"),)
    assert text == (
        "\n# status: approved 2026-11-20 NVA\n# admitted: hưu trí\n# forbidden: hưu\n# my note\n"
        '# a note\n#. noun\n#: a.txt:1\nmsgid "pension"\nmsgstr "lương hưu"\n'
    )


def test_a_rename_onto_a_translated_entry_admits_the_old_equivalent() -> None:
    body = '\n# status: draft\n#. noun\n#: a.txt:1\nmsgid "pension"\nmsgstr "trợ cấp hưu"\n'
    text, _ = merged(body + OLD, [PENSION], {"retirement pay": "pension"})
    assert text == (
        "\n# status: draft\n# admitted: lương hưu\n# admitted: hưu trí\n# forbidden: hưu\n"
        "# a note\n# “retirement pay” = lương hưu: approved 2026-11-20 NVA\n"
        '#. noun\n#: a.txt:1\nmsgid "pension"\nmsgstr "trợ cấp hưu"\n'
    )


def test_a_forbidden_equivalent_is_not_admitted_by_a_rename() -> None:
    body = '\n# status: draft\n# forbidden: lương hưu\nmsgid "pension"\nmsgstr "trợ cấp hưu"\n'
    old = '\n# status: draft\nmsgid "retirement pay"\nmsgstr "lương hưu"\n'
    text, _ = merged(body + old, [Entry("pension")], {"retirement pay": "pension"})
    assert text == body


def test_an_equivalent_in_doubt_is_not_admitted_by_a_rename() -> None:
    body = '\n# status: draft\nmsgid "pension"\nmsgstr "trợ cấp hưu"\n'
    old = '\n# status: draft\n#, fuzzy\nmsgid "retirement pay"\nmsgstr "lương hưu"\n'
    text, _ = merged(body + old, [Entry("pension")], {"retirement pay": "pension"})
    assert text == body.replace("draft\n", "draft\n# “retirement pay” = lương hưu: needs review\n")


def test_a_rename_waits_for_its_term() -> None:
    text, report = merged(OLD, [ACT], {"retirement pay": "pension"})
    assert report.obsoleted == ("retirement pay",)
    again, second = merged(text, [ACT, PENSION], {"retirement pay": "pension"})
    assert second.renamed == (("retirement pay", "pension"),)
    assert WORK in again


def test_a_term_that_is_still_there_is_not_renamed() -> None:
    template = [PENSION, replace(PENSION, source="retirement pay")]
    text, report = merged(WORK + OLD, template, {"retirement pay": "pension"})
    assert (text, report) == (WORK + OLD, MergeReport(unchanged=2))


def test_the_templates_date_is_taken_over() -> None:
    catalog = Catalog.from_bytes((HEADER + WORK).encode())
    merge_template(catalog, [PENSION], creation_date="2026-11-22 05:41+0000")
    assert catalog.to_bytes().decode() == (HEADER + WORK).replace(
        "2026-01-01 00:00+0000", "2026-11-22 05:41+0000"
    )


@pytest.mark.parametrize("tag", ["vi", "vi-VN", "VI", "vi_VN", ""])
def test_the_language_of_the_catalog_is_accepted(tag: str) -> None:
    catalog = Catalog.from_bytes((HEADER + WORK).encode())
    merge_template(catalog, [PENSION], language=tag)


def test_a_catalog_of_another_language_is_refused() -> None:
    catalog = Catalog.from_bytes((HEADER + WORK).encode(), path=Path("fr/glossary.po"))
    with pytest.raises(RequestError, match="says that its language is vi") as caught:
        merge_template(catalog, [], language="fr")
    assert caught.value.path == Path("fr/glossary.po")
    assert not catalog.changed


# Random catalogs and templates -----------------------------------------------------------------

TERMS = st.sampled_from([f"term {number}" for number in range(6)])
EQUIVALENTS = st.sampled_from(["một", "hai", "ba", "bốn"])
SOME = st.lists(EQUIVALENTS, max_size=2, unique=True).map(tuple)
WORKED = st.builds(
    Entry,
    source=TERMS,
    sense=st.sampled_from(["", "law"]),
    target=st.just("") | EQUIVALENTS,
    needs_review=st.booleans(),
    approval=st.sampled_from(["", "2026-11-20 NVA"]),
    admitted=SOME,
    deprecated=SOME,
    forbidden=SOME,
    notes=st.lists(st.sampled_from(["note a", "note b"]), max_size=2, unique=True).map(tuple),
    comments=st.lists(st.sampled_from(["x", "y"]), max_size=2).map(tuple),
    obsolete=st.booleans(),
    definition=st.sampled_from(["", "một điều", "hai điều"]),
)
WANTED = st.builds(
    Entry,
    source=TERMS,
    sense=st.sampled_from(["", "law"]),
    comments=st.lists(st.sampled_from(["x", "y"]), max_size=2).map(tuple),
    references=st.lists(st.sampled_from(["a.txt:1", "b.txt:2"]), max_size=2).map(tuple),
)
CATALOGS = st.lists(WORKED, max_size=7, unique_by=lambda entry: entry.key)
TEMPLATES = st.lists(WANTED, max_size=7, unique_by=lambda entry: entry.key)
RENAMES = st.dictionaries(TERMS, TERMS, max_size=4)


def filled(entries: Sequence[Entry]) -> Catalog:
    catalog = Catalog.from_bytes(HEADER.encode())
    for entry in entries:
        catalog.put(entry)
    return Catalog.from_bytes(catalog.to_bytes())


@given(CATALOGS, TEMPLATES, RENAMES)
@settings(max_examples=150, deadline=None)
def test_merging_twice_is_merging_once(
    entries: list[Entry], template: list[Entry], renames: dict[str, str]
) -> None:
    catalog = filled(entries)
    merge_template(catalog, template, renames=renames)
    once = catalog.to_bytes()
    again = Catalog.from_bytes(once)
    report = merge_template(again, template, renames=renames)
    assert again.to_bytes() == once
    assert report == MergeReport(unchanged=len(template))


@given(CATALOGS, TEMPLATES, RENAMES)
@settings(max_examples=150, deadline=None)
def test_no_work_is_lost(
    entries: list[Entry], template: list[Entry], renames: dict[str, str]
) -> None:
    catalog = filled(entries)
    merge_template(catalog, template, renames=renames)
    after = Catalog.from_bytes(catalog.to_bytes()).entries
    for entry in entries:
        worked_on = entry.equivalents or entry.notes or entry.approval or entry.needs_review
        assert not worked_on or any(holds(other, entry) for other in after), entry


def holds(after: Entry, before: Entry) -> bool:
    """Whether every equivalent and note of `before` stands in `after`, with what was thought of it.

    An equivalent that was renamed onto another one and needs review stands in a note.
    """
    texts = {text for text, _ in after.equivalents}
    notes = "\n".join(after.notes)
    return (
        all(text in texts or f" = {text}: " in notes for text, _ in before.equivalents)
        and set(before.admitted) <= texts
        and set(before.forbidden) <= set(after.forbidden)
        and set(before.deprecated) <= set(after.deprecated)
        and set(before.notes) <= set(after.notes)
        and (before.definition in after.definition or before.definition in notes)
        and (before.approval in {"", after.approval} or before.approval in notes)
        and (after.needs_review or not before.needs_review or after.key != before.key)
    )


@given(CATALOGS, TEMPLATES)
@settings(max_examples=100, deadline=None)
def test_the_live_entries_are_the_templates(entries: list[Entry], template: list[Entry]) -> None:
    catalog = filled(entries)
    merge_template(catalog, template)
    live = [entry for entry in catalog.entries if not entry.obsolete]
    assert [(one.key, one.comments, one.references) for one in live] == [
        (one.key, one.comments, one.references) for one in template
    ]
    known = {entry.key: entry for entry in entries}
    for entry in live:
        assert entry.target == (known[entry.key].target if entry.key in known else "")


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="gettext is not installed")
def test_a_merged_catalog_passes_through_gettext(tmp_path: Path) -> None:
    text, _ = merged(WORK + OPEN, [ACT])
    path, template = tmp_path / "vi.po", tmp_path / "glossary.pot"
    path.write_text(HEADER + text)
    template.write_text(HEADER + OPEN + '\nmsgid "pension"\nmsgstr ""\n')
    subprocess.run(
        ["msgmerge", "--quiet", "--no-fuzzy-matching", "--update", str(path), str(template)],
        check=True,
    )
    revived = Catalog.from_bytes(path.read_bytes()).get("pension")
    assert revived == Entry(
        "pension",
        target="lương hưu",
        approval="2026-11-20 NVA",
        admitted=("hưu trí",),
        forbidden=("hưu",),
        notes=("a note",),
    )
