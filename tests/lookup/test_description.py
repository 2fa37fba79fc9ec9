from glossary.lookup import Description, describe
from glossary.lookup.description import Evidence


def test_every_part_is_told_apart() -> None:
    lines = [
        "noun · social insurance · 26 in 3 articles (2020, 2023, 2024)",
        "Abbreviation of Vietnam Social Security",
        "Also: VSI; Social Insurance",
        "Insurance a person chooses to join,",
        "run by the State.",
        "2020-05-23: “over 276,000 people: they have participated”",
        "notes: “undated”",
    ]
    assert describe(lines) == Description(
        part_of_speech="noun",
        subject_field="social insurance",
        usage="26 in 3 articles (2020, 2023, 2024)",
        definition="Insurance a person chooses to join, run by the State.",
        relations=("Abbreviation of Vietnam Social Security", "Also: VSI; Social Insurance"),
        evidence=(
            Evidence("2020-05-23", "over 276,000 people: they have participated"),
            Evidence("notes", "undated"),
        ),
    )


def test_other_names() -> None:
    assert describe(["Also: VSI; Social Insurance"]).other_names == ("VSI", "Social Insurance")
    assert describe(["Abbreviation of x"]).other_names == ()


def test_nothing_is_described_by_no_lines() -> None:
    assert describe([]) == Description()


def test_free_text_of_other_tools_is_a_definition() -> None:
    assert describe(["TRANSLATORS: see page 2"]).definition == "TRANSLATORS: see page 2"
