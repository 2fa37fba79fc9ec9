import pytest

from glossary.memory import Memory
from glossary.memory.suggestion import log_likelihood
from glossary.model import Entry, Segment

SENTENCES = (
    ("The pension is paid monthly.", "Lương hưu được chi trả hằng tháng."),
    ("Pensions rose in 2023.", "Lương hưu tăng trong năm 2023."),
    ("A pensioner receives a pension.", "Người nghỉ hưu nhận lương hưu."),
    ("The social pension is new.", "Trợ cấp hưu trí xã hội là mới."),
    ("The law was passed.", "Luật đã được thông qua."),
    ("The fund pays monthly.", "Quỹ chi trả hằng tháng."),
    ("Wages rose in 2022.", "Tiền lương tăng trong năm 2022."),
    *((f"Sentence {word} on laws.", f"Câu {word} về luật.") for word in "abcdefghijklmnop"),
)
PENSION = Entry("pension")
KNOWN = (PENSION, Entry("social pension", target="trợ cấp hưu trí xã hội"))


@pytest.fixture
def filled(memory: Memory) -> Memory:
    memory.add(Segment(source, target) for source, target in SENTENCES)
    return memory


def test_the_phrase_that_goes_with_a_term(filled: Memory) -> None:
    best, *_ = filled.suggest(PENSION, known=KNOWN)
    assert (best.phrase, best.together, best.phrase_count, best.term_count) == (
        "lương hưu", 3, 3, 3,
    )  # fmt: skip
    assert [unit.segment.source for unit in best.examples] == [
        source for source, _ in SENTENCES[2::-1]
    ]


def test_without_a_glossary_every_occurrence_counts(filled: Memory) -> None:
    best, *_ = filled.suggest(PENSION)
    assert (best.phrase, best.together, best.term_count) == ("hưu", 4, 4)


def test_other_names_count_too(filled: Memory) -> None:
    entry = Entry("retirement pay", comments=("noun", "Also: pension"))
    best, *_ = filled.suggest(entry, known=KNOWN[1:])
    assert best.phrase == "lương hưu"


def test_a_phrase_keeps_its_capitals_but_not_those_of_a_sentence(memory: Memory) -> None:
    memory.add(
        Segment(f"Health insurance covers {word}.", f"BHYT chi trả {word}.") for word in "abcd"
    )
    memory.add(Segment(f"The law names {word}.", f"Luật nêu {word}.") for word in "efghijklmnop")
    memory.add(Segment(f"Pensions rose by {word}.", f"Lương hưu tăng {word}.") for word in "qrst")
    assert memory.suggest(Entry("health insurance"))[0].phrase == "BHYT chi trả"
    assert memory.suggest(Entry("pension"))[0].phrase == "lương hưu tăng"


@pytest.mark.parametrize("term", ["fund", "unknown", "", "…"])
def test_too_few_units_suggest_nothing(filled: Memory, term: str) -> None:
    assert filled.suggest(Entry(term)) == []


def test_what_is_everywhere_is_no_equivalent(filled: Memory) -> None:
    assert filled.suggest(Entry("law")) != []
    assert all("câu" not in one.phrase for one in filled.suggest(PENSION))


@pytest.mark.parametrize(
    ("both", "first", "second", "total", "expected"),
    # Dunning (1993), table 1: “the swiss” 110 times, “the” 2442 more, “swiss” 111 more of 31777.
    [(110, 2552, 221, 31777, 270.72), (0, 5, 5, 100, 0.0), (10, 10, 10, 20, 27.73)],
)
def test_log_likelihood(both: int, first: int, second: int, total: int, expected: float) -> None:
    assert round(log_likelihood(both, first, second, total), 2) == pytest.approx(expected, abs=0.02)
