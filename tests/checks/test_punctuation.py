"""Marks and quotes by Vietnamese practice; what the source has in the same way is meant."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("A, b.", "Một, hai.", []),
        ("A, b.", "Một , hai.", [("P001", "Một, hai.")]),
        ("A!", "Một !", [("P001", "Một!")]),
        ("It is 5 … or 6", "Có 5 … hoặc 6", []),
        ("A, b", "một,hai", [("P002", "một, hai")]),
        ("In Vietnam. The fund", "Việt Nam.Quỹ bảo hiểm", [("P002", "Việt Nam. Quỹ bảo hiểm")]),
        ("Mr. Robert J.Palacios", "Ông Robert J.Palacios", []),
        ("See baohiemxahoi.gov.vn", "Xem baohiemxahoi.gov.vn", []),
        ("In HCM City", "Tại TP.HCM", []),
        ("A (b)", "Một ( hai )", [("P003", "Một (hai)")]),
        ('The "key"', 'là "chìa khóa"', [("P004", "là “chìa khóa”")]),
        ('The "key"', "là «chìa khóa»", [("P004", "")]),
        ('The "key"', "là “chìa khóa", [("P005", "")]),
        ("A (b)", "Một (hai", [("P005", "")]),
        ("A (b", "Một (hai", []),
        ("a) First", "a) Một", []),
        ("A sentence.", "Một câu", [("P006", "")]),
        ("A heading", "Một đề mục.", [("P006", "")]),
        ("A sentence.", "Một câu./.", []),
        ("An item;", "Một mục.", []),
        ("Is it?", "Có phải.", [("P006", "")]),
        ("This, etc.", "Việc này…", []),
        ("He said: “Yes.”", "Ông nói: “Vâng”.", []),
        ("A, b", "Một,, hai", [("P007", "")]),
        ("A. B.", "Một.. Hai.", [("P007", "")]),
        ("A... b", "Một... hai", []),
        ("- An item", "Một mục", [("P008", "- Một mục")]),
        ("An item", "- Một mục", [("P008", "")]),
    ],
)
def test_marks(faults: Faults, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert faults(source, target) == expected


def test_other_languages_have_their_own_marks(faults: Faults) -> None:
    assert faults("Is it “so”?", "Est-ce « ainsi » ?", language_tag="fr") == []
