"""Every module of the folder is registered, every check can be named and explained."""

from pathlib import Path

import pytest

import glossary.checks
from glossary.checks import CHECKS, FAMILIES, SOURCE_CHECKS, SOURCE_FAMILIES

MODULES = {
    path.stem for path in Path(glossary.checks.__file__).parent.glob("*.py") if path.stem[0] != "_"
}


def test_no_module_is_missing_from_the_registry() -> None:
    families = (*FAMILIES, *SOURCE_FAMILIES)
    assert {family.__name__.rpartition(".")[2] for family in families} == MODULES


def test_members_do_not_import_each_other() -> None:
    for family in (*FAMILIES, *SOURCE_FAMILIES):
        text = Path(str(family.__file__)).read_text(encoding="utf-8")
        for module in MODULES:
            assert f"checks.{module} import" not in text
            assert f"import {module}\n" not in text


def test_codes_are_unique_and_in_order() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))


def test_codes_never_change() -> None:
    # A waiver in a catalog names its code: one that is gone must not be given to another check.
    assert {check.code: type(check).__name__ for check in CHECKS} == {
        "C001": "OtherMarks",
        "C002": "OtherEquivalent",
        "C003": "TwoEntries",
        "C004": "OtherName",
        "C005": "RareMarks",
        "C006": "UnusualMarks",
        "C007": "OtherTranslation",
        "D001": "WrongDate",
        "D002": "AddedDate",
        "D003": "MissingNought",
        "D004": "WrongTime",
        "F001": "NoHeader",
        "F002": "WrongLanguage",
        "F003": "WrongPluralForms",
        "F004": "WrongCharset",
        "F005": "FuzzyHeader",
        "F006": "MissingArticle",
        "F007": "UnusedWaiver",
        "F008": "FaultyWaiver",
        "L001": "WrongReference",
        "L002": "AddedReference",
        "L003": "ReferenceLetters",
        "L004": "ReferenceShape",
        "L005": "OtherKind",
        "N001": "WrongNumber",
        "N002": "AddedNumber",
        "N003": "NumberFormat",
        "N004": "PercentSign",
        "N005": "OtherCurrency",
        "P001": "BlankBefore",
        "P002": "NoBlankBehind",
        "P003": "BlankInside",
        "P004": "OtherQuotes",
        "P005": "Unpaired",
        "P006": "OtherEnd",
        "P007": "RepeatedMark",
        "P008": "LostDash",
        "T001": "Missing",
        "T002": "OnlySecond",
        "T003": "SameAsSource",
        "T004": "LeftInSource",
        "T005": "OwnForbidden",
        "T006": "Repeated",
        "T007": "SharedEquivalent",
        "T008": "ForbiddenElsewhere",
        "T009": "ForbiddenForAnother",
        "T010": "AgainstLongForm",
        "T011": "OtherLetters",
        "T012": "ForbiddenTerm",
        "T013": "DeprecatedTerm",
        "T014": "MissingTerm",
        "T015": "MissingMember",
        "T016": "NotTranslated",
        "T017": "SourceLeft",
        "T018": "TextMissing",
        "T019": "WrongName",
        "V001": "Impossible",
        "V002": "MisplacedTone",
        "V003": "OtherToneStyle",
        "V004": "NotComposed",
        "V005": "LookAlike",
        "V006": "Eth",
        "V007": "Blanks",
        "V008": "WithoutMarks",
        "V009": "Capitals",
        "V010": "SmallLetter",
        "V011": "Doubled",
    }


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_the_title_is_one_short_line(check: glossary.checks.Check[object]) -> None:
    assert 10 < len(check.title) < 100
    assert not check.title.endswith(".")


def test_codes_of_articles_never_change() -> None:
    assert {check.code: type(check).__name__ for check in SOURCE_CHECKS} == {
        "S001": "BrokenStart",
        "S002": "BrokenEnd",
        "S003": "SmallLetter",
        "S004": "Glued",
        "S005": "Unpaired",
        "S006": "MissingBlank",
        "S007": "NeedlessBlank",
        "S008": "DoubledWord",
        "S009": "Misspelt",
        "S010": "OtherName",
        "S011": "WrongPlural",
        "S012": "ReferenceShape",
        "S013": "OtherWord",
        "S014": "MixedSpelling",
        "S015": "ByOrTo",
        "S016": "Apart",
    }
