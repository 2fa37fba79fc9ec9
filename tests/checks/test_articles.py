"""The checks of an article before it is translated: what they find, and what they leave alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from glossary.checks import SOURCE_CHECKS, Manuscript, Naming
from glossary.model import Entry
from glossary.text.articles import parse_article

LONG = (
    "The sector continued to reform its work and to train all those who carry out the policies of"
    " the Party at home and abroad so that people can trust what it does for them and their staff"
)

MANY = " ".join(f"W{number}" for number in range(301))

Found = tuple[str, int, int, str, str]


def found(text: str, **known: object) -> list[Found]:
    """Code, line, column, the text there, and what it should be (or nothing)."""
    article = parse_article(text, "a.txt")
    words = Counter("".join(c if c.isalpha() else " " for c in text.lower()).split())
    facts: dict[str, object] = {"words": words, "own_words": words, **known}
    manuscript = Manuscript(article, Path("a.txt"), **facts)  # type: ignore[arg-type]
    return [
        (one.code, one.line, one.column, one.text, one.fix.after if one.fix else "")
        for check in SOURCE_CHECKS
        for one in check.issues(manuscript)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T\nSecurity (VSS) has grown.", ("S001", 2, 1, "Security (VSS) has grown.", "")),
        ("It grew.\n  and it will grow.", ("S001", 2, 3, "and it will grow.", "")),
        (f"It grew.\n{LONG}", ("S002", 2, 1 + LONG.rindex("staff"), "staff", "")),
        ("It grew in this period. new period. It fell.", ("S003", 1, 25, "new period.", "")),
        (f"{MANY}.", ("S004", 1, 1, "W0 W1 W2 W3 W4 W5 W6 W7 W8 W9 W10 W11 …", "")),
        ("It (the fund grew.", ("S005", 1, 4, "(", "")),
        ("It “grew” and the fund) grew.", ("S005", 1, 23, ")", "")),
        ('He said: "It grew.', ("S005", 1, 10, '"', "")),
        ("It is in Vietnam.The fund grew.", ("S006", 1, 10, "Vietnam.The", "Vietnam. The")),
        ("Mr. Robert J.Palacios came.", ("S006", 1, 5, "Robert J.Palacios", "Robert J. Palacios")),
        ("It grew,and fell.", ("S006", 1, 4, "grew,and", "grew, and")),
        ("The Security(VSS) grew.", ("S006", 1, 5, "Security(VSS", "Security (VSS")),
        ("The fund (VSS)grew.", ("S006", 1, 12, "SS)grew", "SS) grew")),
        ("Decree No.72/2015/ND-CP holds.", ("S006", 1, 8, "No.72/2015/ND-CP", "No. 72/2015/ND-CP")),
        ("It grew , and fell.", ("S007", 1, 8, " ", "")),
        ("It grew  and fell.", ("S007", 1, 8, "  ", " ")),
        ("The name of of a fund.", ("S008", 1, 10, "of of", "of")),
        ("The The fund grew.", None),
        ("The professional acitvities of VSS.", ("S009", 1, 18, "acitvities", "activities")),
        ("The corrcuption of officials.", ("S009", 1, 5, "corrcuption", "corruption")),
        (
            "Deputy Director Generals came.",
            ("S011", 1, 1, "Deputy Director Generals", "Deputy Directors General"),
        ),
        ("Resolution 28/NQ-TW holds.", ("S012", 1, 12, "28/NQ-TW", "28-NQ/TW")),
        (
            "The organisation and another organization grew.",
            ("S014", 1, 5, "organisation", ""),
        ),
        (
            "It increased by over 277,000 (an increase of more than 52,900 people).",
            ("S015", 1, 14, "by", ""),
        ),
    ],
)  # fmt: skip
def test_what_is_found(text: str, expected: Found | None) -> None:
    assert found(text) == ([expected] if expected else [])


def test_a_phrase_that_comes_again_at_once() -> None:
    text = "It is of the State of Vietnam and the State of Vietnam. Korea agreed."
    [(code, line, column, shown, _)] = found(text)
    assert (code, line, column) == ("S008", 1, 10)
    assert shown == "the State of Vietnam and the State of Vietnam"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It grew.\ne-Government is new.", id="a word that is written so"),
        pytest.param("The tasks are:\n- to grow;\n- to fall;\nto rest.", id="items"),
        pytest.param("(a)\nthe subject of the Agreement.", id="an item's mark on its own line"),
        pytest.param("The Agency (USAID) grew.", id="an acronym of something else"),
        pytest.param("Vietnam Social Security (VSS) grew.", id="an acronym with its long form"),
        pytest.param(f"It grew.\n{LONG}\n(Source: VSS)", id="a caption above its source"),
        pytest.param("He met approx. five people, e.g. two women.", id="abbreviations"),
        pytest.param("“It grew!” he said. “It did.” – she added.", id="who says it"),
        pytest.param("“It grew.\n“It did,” he said.", id="a quotation over two paragraphs"),
        pytest.param("Write to info.desk@vss.gov.vn or see www.vss.gov.vn.Here", id="addresses"),
        pytest.param("The U.S. fund, v2.0 of Node.js and Art. 5(2)(a) hold.", id="full stops"),
        pytest.param("It has to: a) grow, b) fall. 1) One 2) Two", id="single brackets"),
        pytest.param("The activity(ies) and name(s) hold.", id="plurals in brackets"),
        pytest.param("It had had what that that word is.", id="rightly doubled"),
        pytest.param("Duran Duran came, and so did Yo Yo.", id="doubled names"),
        pytest.param("It is between Member States and between Member States and others.", id="and"),
        pytest.param("Article 12 of the Second Act. Article 10 of the Second Act.", id="two acts"),
        pytest.param("Nguyen Thi Minh and Tran Dinh Lieu spoke Tieng Viet.", id="names"),
        pytest.param("The blockchain-based chatbot of the infographic grew.", id="new words"),
        pytest.param("Directors General and the General came.", id="plurals"),
        pytest.param("Resolution No. 28-NQ/TW, Decision 813/QD-BHXH, 72/2015/ND-CP.", id="codes"),
        pytest.param("It moved towards the goal, toward which all move.", id="used by both"),
        pytest.param("It increased by 2,000 (an increase of 2,000).", id="the same figure"),
        pytest.param("It increased by 10% (52,900 people).", id="no second increase"),
        pytest.param("12 in. by 6\" is one foot.", id="inches"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_lines_broken_by_hand_are_told_once() -> None:
    text = "The fund grew.\nand fell.\n" * 7
    [(code, line, *_rest)] = found(text)
    assert (code, line) == ("S001", 2)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("The Viet Nam Social Fund grew.", {"vietnam": 2}, "Viet Nam"),
        ("They will co-ordinate it.", {"coordinate": 2}, "co-ordinate"),
        pytest.param("The Viet Nam Fund grew.", {"vietnam": 1}, None, id="once is chance"),
        pytest.param("The National Grid grew.", {"nationalgrid": 2}, None, id="no word"),
        pytest.param("It is on line there.", {"online": 9}, None, id="two words"),
        pytest.param("The State of the nation.", {"ofthe": 9}, None, id="not both"),
        pytest.param("A well-co-ordinated fund.", {"coordinated": 9}, None, id="a chain"),
    ],
)
def test_what_is_written_apart(text: str, words: dict[str, int], shown: str | None) -> None:
    told = [(code, there) for code, _line, _column, there, _after in found(text, words=words)]
    assert told == ([("S016", shown)] if shown else [])


def test_the_other_articles_spelling() -> None:
    words = Counter(["organisation", "organization"])
    assert found("The organisation grew.", words=words) == [
        ("S014", 1, 5, "organisation", "")
    ]  # fmt: skip


BODY = Entry(
    "Vietnam Social Security",
    target="Bảo hiểm xã hội Việt Nam",
    comments=(
        "organisation · general · 26 in 5 articles (2018)",
        "Also: Vietnam Social Insurance; Social Security of Vietnam",
    ),
)
THING = Entry("sector", target="ngành", comments=("noun · general · 5", "Also: branch"))


@pytest.mark.parametrize(
    ("name", "entry", "code"),
    [
        ("Vietnam Social Insurance", BODY, "S010"),
        ("Vietnam Social Security", BODY, None),
        pytest.param("Social Security of Vietnam", BODY, None, id="another order"),
        pytest.param("Vietnam’s social insurance", BODY, None, id="no name"),
        pytest.param("branch", THING, None, id="no body"),
    ],
)
def test_another_name_of_a_body(name: str, entry: Entry, code: str | None) -> None:
    namings = (Naming(1, 5, name, entry), Naming(3, 1, name, entry))
    expected = [(code, 1, 5, name, entry.source)] if code else []
    assert found("The fund grew.", namings=namings) == expected


@pytest.mark.parametrize(
    ("count", "elsewhere", "is_told"),
    [
        (2, {"industry": 2}, True),
        pytest.param(1, {"industry": 2}, False, id="once is chance"),
        pytest.param(2, {"industry": 1}, False, id="once elsewhere"),
        pytest.param(2, {"sector": 9}, False, id="the same"),
        pytest.param(2, {}, False, id="nothing else"),
    ],
)
def test_what_others_call_otherwise(
    count: int, elsewhere: dict[str, int], *, is_told: bool
) -> None:
    namings = tuple(Naming(1, 5 + number, "sector", THING) for number in range(count))
    told = found("The fund grew.", namings=namings, elsewhere={"ngành": Counter(elsewhere)})
    assert told == ([("S013", 1, 5, "sector", "")] if is_told else [])
