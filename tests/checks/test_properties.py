"""Whatever an entry holds, the checks end, and a repaired text needs no second repair."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks import Collection, Header, Issue, Knowledge, Lines, Part, Setting, inspect
from glossary.languages import language
from glossary.languages.en import comparison_key
from glossary.languages.vi import ToneStyle
from glossary.lookup import Annotator
from glossary.model import Entry, Segment

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


PLACED = st.sampled_from(
    [
        "18.305 million", "18,305 triệu", "39.05%", "240,909 billion VND", "hai", "two", "XII",
        "January 20, 2016", "ngày 20/1/2016", "ngày 15-16/7/2024", "04:27 PM", "16h27",
        "28/NQ-TW", "813/QD-BHXH", "Nghị quyết số 813/QĐ-BHXH", "Dao Viet Anh", "Đào Việt Anh",
        "social, health and unemployment insurance", "social insurance and health insurance",
        "bảo hiểm xã hội, y tế", "BHXH, BHYT", "BHTN", "của của", "training", "Hai Duong", "-",
        ",", " ,", "(", ")", '"', "“", "”", ".", "..", "/", "1/2", "1.2.3", "\n", "  ", "9" * 50,
    ]
)  # fmt: skip
SENTENCES = st.lists(PLACED, max_size=10).map(" ".join)
TERMS = (
    Entry("social insurance", target="bảo hiểm xã hội", admitted=("BHXH",), forbidden=("BHTN",)),
    Entry("health insurance", target="bảo hiểm y tế", admitted=("BHYT",)),
    Entry("unemployment insurance", target="bảo hiểm thất nghiệp"),
)
KNOWLEDGE = Knowledge(
    Annotator.of_sources(TERMS),
    Annotator.of_equivalents(TERMS),
    names={"Dao Viet Anh": "Đào Việt Ánh"},
    pairs={("bảo", "hiểm"): 9, ("y", "tế"): 3},
)


def found_in(segment: Segment, tag: str) -> list[Issue]:
    collection = Collection(
        entries=(),
        lines=(Lines(1, ""),),
        source_keys=(),
        header=HEADER,
        setting=Setting(language(tag), knowledge=KNOWLEDGE),
        segments=(segment,),
    )
    return list(inspect(collection).issues)


@given(SENTENCES, SENTENCES, st.sampled_from(["vi", "fr", "ja"]))
@settings(max_examples=300, deadline=None)
def test_repairs_of_segments_come_to_an_end(source: str, target: str, tag: str) -> None:
    segment = Segment(source or "x", target, target_language=tag)
    for _ in range(24):
        fixes = [issue.fix for issue in found_in(segment, tag) if issue.fix]
        fixes = [fix for fix in fixes if fix.part is Part.TARGET]
        if not fixes:
            return
        assert all(fix.after != fix.before for fix in fixes)
        segment = replace(segment, target=fixes[0].after)
    raise AssertionError(f"{segment.target!r} is repaired without an end")


@given(SENTENCES)
@settings(max_examples=100, deadline=None)
def test_a_text_agrees_with_itself(text: str) -> None:
    segment = Segment(text, text, source_language="vi")
    assert not {issue.code for issue in found_in(segment, "vi")} & {
        "N001", "N002", "N004", "N005", "D001", "D002", "D004", "L001", "L002", "P006", "P008",
    }  # fmt: skip
