"""What happened to an entry, from its comments and from older versions of its catalog."""

from __future__ import annotations

from contextvars import copy_context
from dataclasses import replace

import pytest

from glossary import interface
from glossary.catalog.history import Event, Version, changes, history
from glossary.model import Entry

LAW = Entry("law", target="luật", notes=("a note",))
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (LAW, LAW, ()),
        (None, None, ()),
        (LAW, None, ("removed",)),
        (None, Entry("law"), ("new",)),
        (None, LAW, ("new", "equivalent “luật”", "note “a note”")),
        (LAW, replace(LAW, target="đạo luật"), ("equivalent “luật” → “đạo luật”",)),
        (LAW, replace(LAW, target=""), ("equivalent “luật” taken away",)),
        (LAW, replace(LAW, approval="2026-11-20 NVA"), ("approved 2026-11-20 NVA",)),
        (
            replace(LAW, approval="2026-11-20 NVA"),
            replace(LAW, notes=("a note", "was approved 2026-11-20 NVA: “luật”")),
            ("no longer approved",),
        ),
        (LAW, replace(LAW, needs_review=True), ("flagged: needs review",)),
        (replace(LAW, needs_review=True), LAW, ("no longer flagged",)),
        (LAW, replace(LAW, notes=()), ("no longer note “a note”",)),
        (
            replace(LAW, admitted=("x",)),
            replace(LAW, forbidden=("x",)),
            ("no longer admitted “x”", "forbidden “x”"),
        ),
        (LAW, replace(LAW, definition="Quy tắc."), ("definition “Quy tắc.”",)),
        (replace(LAW, definition="Quy tắc."), LAW, ("no longer defined",)),
        (LAW, replace(LAW, obsolete=True), ("obsolete",)),
        (LAW, replace(LAW, comments=("other evidence",), references=("a.txt:1",)), ()),
    ],
)
def test_changes_in_words(before: Entry | None, after: Entry | None, said: tuple[str]) -> None:
    assert changes(before, after) == said


def version(name: str, body: str | None, day: str = "2026-11-19") -> Version:
    data = None if body is None else (HEADER + body).encode()
    return Version(name, f"{day}T10:00:00+07:00", "Lan", data)


def test_versions_tell_who_when_and_what() -> None:
    now = Entry("law", target="đạo luật", approval="2026-11-21 NVA")
    versions = [
        version("a", '\nmsgid "act"\nmsgstr ""\n'),
        version("b", '\nmsgid "act"\nmsgstr ""\n\nmsgid "law"\nmsgstr ""\n'),
        version("c", '\r\nmsgid ""\r\n"law"\r\nmsgstr "luật"\r\n', day="2026-11-20"),
        version("broken", '\nmsgid "law"\n<<<<<<< ours\nmsgstr "x\n'),
        version("gone", None, day="2026-11-20"),
        version("d", '\nmsgid "law"\nmsgstr "luật"\n', day="2026-11-21"),
    ]
    assert history("law", "", now=now, versions=versions) == (
        Event("2026-11-19", "Lan", "new", "b"),
        Event("2026-11-20", "Lan", "equivalent “luật”", "c"),
        Event("2026-11-20", "Lan", "removed", "gone"),
        Event("2026-11-21", "NVA", "approved “đạo luật”"),
        Event("2026-11-21", "Lan", "new; equivalent “luật”", "d"),
        Event(
            "", "", "not committed: equivalent “luật” → “đạo luật”; approved 2026-11-21 NVA"
        ),
    )  # fmt: skip


def test_comments_tell_where_git_does_not() -> None:
    note = "was approved 2026-11-20 Nguyễn Văn An: “luat”"
    now = replace(LAW, approval="2026-11-21 TTB", notes=("a note", note))
    assert history("law", "", now=now) == (
        Event("2026-11-20", "Nguyễn Văn An", "approved “luat”"),
        Event("2026-11-21", "TTB", "approved “luật”"),
    )
    body = '\n# status: approved 2026-11-21 TTB\nmsgid "law"\nmsgstr "luật"\n'
    events = history("law", "", now=now, versions=[version("a", body, day="2026-11-21")])
    assert [event.what for event in events][:2] == [
        "approved “luat”",
        "new; equivalent “luật”; approved 2026-11-21 TTB",
    ]


def test_an_approval_is_told_once_in_every_language() -> None:
    body = '\n# status: approved 2026-11-20 NVA\nmsgid "law"\nmsgstr "luật"\n'
    now = Entry("law", target="luật", approval="2026-11-20 NVA")

    def told_in(language: str) -> int:
        interface.speak(language)
        return len(history("law", "", now=now, versions=[version("a", body)]))

    counts = {language: copy_context().run(told_in, language) for language in ("en", "vi")}
    assert counts == {"en": 1, "vi": 1}
