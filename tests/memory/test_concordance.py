import pytest

from glossary.memory import Memory
from glossary.model import Segment

UNITS = (
    ("The policy was implemented.", "Chính sách đã được thực hiện."),
    ("They are implementing policies on health.", "Họ thực hiện các chính sách về y tế."),
    ("Vietnam's health policy", "Chính sách y tế của Việt Nam"),
    ("The Đà Nẵng office", "Văn phòng Đà Nẵng"),
    ("Hoà bình và hòa giải", "Peace and mediation"),
    ("The insured are insured by the insurer.", "Người được bảo hiểm"),
)


@pytest.fixture
def filled(memory: Memory) -> Memory:
    memory.add(Segment(source, target) for source, target in UNITS[:4])
    source, target = UNITS[4]
    memory.add([Segment(source, target, source_language="vi-VN", target_language="en")])
    memory.add([Segment(*UNITS[5])])
    return memory


def test_an_apostrophe_ends_a_word(memory: Memory) -> None:
    units = [("The insurance’s fund", "La caisse de l’assurance"), ("A right", "Un droit d'assuré")]
    memory.add([Segment(source, target, target_language="fr") for source, target in units])
    assert [line.other for line in memory.concordance("assurance")] == ["The insurance’s fund"]
    assert [line.other for line in memory.concordance('"de l’assurance"')] == [units[0][0]]
    (line,) = memory.concordance("assure")
    assert [line.text[start:end] for start, end in line.spans] == ["assuré"]
    assert [line.text for line in memory.concordance("insurance")] == ["The insurance’s fund"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("implement policy", [1, 0]),
        ("implemented", [0, 1]),
        ("Policies", [1, 2, 0]),
        ('"health policy"', [2]),
        ("health policy", [2, 1]),
        ("chinh sach", [0, 2, 1]),
        ("CHÍNH SÁCH y tế", [2, 1]),
        ("da nang", [3]),
        ("hoa binh", [4]),
        ("hòa giải", [4]),
        ("mediation", [4]),
        ("insur*", [5]),
        ("policy*", [0, 2]),
        ("polic*", [0, 1, 2]),
        ("implementing*", [1]),
        ("bao hiem", [5]),
        ("nothing", []),
        ("the nothing", []),
        ('""', []),
        ("…", []),
        ('AND OR NOT NEAR( ^ : - "', []),
        ("*", []),
    ],
)
def test_what_is_found(filled: Memory, text: str, found: list[int]) -> None:
    texts = [source for source, _ in UNITS]
    lines = filled.concordance(text)
    assert sorted(texts.index(line.unit.segment.source) for line in lines) == sorted(found)
    if text in ('"health policy"', "health policy", "CHÍNH SÁCH y tế", "implemented", "Policies"):
        assert texts.index(lines[0].unit.segment.source) == found[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("insured", ["insured", "insured"]),
        ("insur*", ["insured", "insured", "insurer"]),
        ('"the insured"', ["The insured"]),
        ("nguoi hiem", ["Người", "hiểm"]),
        ("nguoi duoc", ["Người được"]),
    ],
)
def test_where_it_stands(filled: Memory, text: str, shown: list[str]) -> None:
    (line,) = filled.concordance(text)
    assert [line.text[start:end] for start, end in line.spans] == shown


def test_one_language_only(filled: Memory) -> None:
    filled.add([Segment("a policy", "chinh sach policy", target_language="fr")])
    assert {line.side for line in filled.concordance("policy", language="fr")} == {"target"}
    assert len(filled.concordance("policy", language="en-GB")) == 4
    assert filled.concordance("policy", language="vi") == []


def test_the_limit_and_what_is_said_twice(memory: Memory) -> None:
    memory.add(Segment("law", "luật", origin=f"{n}.txt", references=("1",)) for n in range(5))
    memory.add(Segment(f"law {n}", "luật") for n in range(9))
    assert len(memory.concordance("law", limit=50)) == 10
    assert [line.text for line in memory.concordance("law", limit=2)] == ["law 8", "law 7"]
