"""Legal references: the Party's and the State's, with their letters."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Decision 813/QD-BHXH", "Quyết định số 813/QĐ-BHXH", []),
        ("Decree No.72/2015/ND-CP", "Nghị định số 72/2015/NĐ-CP", []),
        ("Resolution 28/NQ-TW", "Nghị quyết số 28-NQ/TW", []),
        ("Regulation 66-QD/TW", "Quy định số 66-QĐ/TW", []),
        ("Decision 813/QD-BHXH and it again, 813/QD-BHXH", "Quyết định số 813/QĐ-BHXH", []),
        ("Decision 813/QD-BHXH", "Quyết định số 831/QĐ-BHXH", [("L001", "")]),
        ("Decision 813/QD-BHXH", "Quyết định số 813/QĐ-BHYT", [("L001", "")]),
        ("Decision 813/QD-BHXH", "Quyết định nói trên", [("L001", "")]),
        ("the decision", "Quyết định số 813/QĐ-BHXH", [("L002", "")]),
        ("Decision 813/QD-BHXH", "Quyết định số 813/QD-BHXH",
         [("L003", "Quyết định số 813/QĐ-BHXH")]),
        ("Decision 1340/QD-TTg", "Quyết định số 1340/QĐ-TTG",
         [("L003", "Quyết định số 1340/QĐ-TTg")]),
        ("Resolution 28-NQ/TW", "Nghị quyết số 28/NQ-TW", [("L004", "Nghị quyết số 28-NQ/TW")]),
        ("Decision 813/QD-BHXH", "Quyết định số 813-QĐ/BHXH",
         [("L004", "Quyết định số 813/QĐ-BHXH")]),
        ("Decision 813/QD-BHXH", "Nghị quyết số 813/QĐ-BHXH", [("L005", "")]),
        ("Circular 12/XYZ-ABC", "Thông tư số 12/XYZ-ABC", []),
    ],
)  # fmt: skip
def test_references(
    faults: Faults, source: str, target: str, expected: list[tuple[str, str]]
) -> None:
    assert faults(source, target) == expected


def test_other_languages_keep_the_number(faults: Faults) -> None:
    right = ("Decision 813/QD-BHXH", "décision 813/QD-BHXH")
    assert faults(*right, language_tag="fr") == []
    wrong = faults("Decision 813/QD-BHXH", "décision 813/QD-BHYT", language_tag="fr")
    assert [code for code, _ in wrong] == ["L001"]
