"""What was not translated, and names that keep their spelling."""

from collections.abc import Callable

import pytest

from glossary.model import Entry

Faults = Callable[..., list[tuple[str, str]]]

ENTRIES = (
    Entry("Prime Minister", target="Thủ tướng Chính phủ"),
    Entry("International Social Security Association", target="Hiệp hội An sinh xã hội quốc tế"),
    Entry("ASEAN", target="ASEAN"),
)
LONG = "The plan says that all units of the agency must report to the director every month"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("a plan", "", ["T016"]),
        ("the training of staff", "việc training cán bộ", ["T017"]),
        ("The Prime Minister said", "Prime Minister cho biết", ["T014", "T017"]),
        ("International Social Security Association (ISSA)",
         "Hiệp hội An sinh xã hội quốc tế (International Social Security Association - ISSA)", []),
        ("an online video on the internet", "video online trên internet", []),
        ("ASEAN, IT and VSS", "ASEAN, IT và VSS", []),
        ("Mr. Robert Palacios of Udon Thani", "Ông Robert Palacios ở Udon Thani", []),
        (LONG, LONG, ["T017"]),
        (LONG, "Kế hoạch yêu cầu mọi đơn vị", ["T018"]),
        (LONG, "Kế hoạch yêu cầu mọi đơn vị của cơ quan báo cáo giám đốc hằng tháng", []),
    ],
)  # fmt: skip
def test_leftovers(faults: Faults, source: str, target: str, expected: list[str]) -> None:
    assert [code for code, _ in faults(source, target, *ENTRIES)] == expected


def test_other_languages_share_words(faults: Faults) -> None:
    assert faults("the information", "l'information", language_tag="fr") == []
    same = faults("the training of staff", "the training of staff", language_tag="fr")
    assert [code for code, _ in same] == ["T017"]
