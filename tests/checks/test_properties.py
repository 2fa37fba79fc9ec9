"""Whatever an entry holds, the checks end, and a repaired text needs no second repair."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks import Collection, Header, Issue, Lines, Part, Setting, inspect
from glossary.languages import language
from glossary.languages.en import comparison_key
from glossary.languages.vi import ToneStyle
from glossary.model import Entry

WORDS = (
    "bảo hiểm xã hội hoà thuỷ nghịêp qúy Quốc Hội việt nam ðối x\u0430nh  \u00a0 \u200b - / BHXH "
    "BHYT hiem nghiep ủy uỷ ban nhân dân Bộ ngoại giao video Fanpage . , ( ) “ ” 2020 a é ß \u0301"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map(" ".join), st.text(max_size=12))
HEADER = Header(
    {
        "language": "vi",
        "content-type": "text/plain; charset=UTF-8",
        "plural-forms": "nplurals=1; plural=0;",
    },
    is_fuzzy=False,
    notes=(),
    lines=Lines(1, ""),
)


def found(entry: Entry, style: ToneStyle) -> list[Issue]:
    collection = Collection(
        entries=(entry,),
        lines=(Lines(1, ""),),
        source_keys=(comparison_key(entry.source),),
        header=HEADER,
        setting=Setting(language("vi"), tone_style=style),
        by_key={entry.key: entry},
    )
    return list(inspect(collection).issues)


@given(TEXTS, st.sampled_from(ToneStyle))
@settings(max_examples=400, deadline=None)
def test_repairs_come_to_an_end(text: str, style: ToneStyle) -> None:
    entry = Entry("social insurance", target=text)
    for _ in range(8):
        fixes = [issue.fix for issue in found(entry, style) if issue.fix]
        if not fixes:
            break
        assert all(fix.after != fix.before for fix in fixes)
        entry = replace(entry, target=fixes[0].after)
    assert [issue.code for issue in found(entry, style) if issue.fix] == []


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=2))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_a_check(
    source: str, target: str, admitted: list[str], forbidden: list[str]
) -> None:
    entry = Entry(
        source or "x",
        target=target,
        admitted=tuple(admitted),
        forbidden=tuple(forbidden),
        notes=(target, f"glossary: allow {source}"),
        comments=(f"Abbreviation of {source}", f"Also: {target}"),
        references=(target,),
    )
    for issue in found(entry, ToneStyle.TRADITIONAL):
        assert issue.part in Part
        assert issue.message
