import unicodedata

import pytest

from glossary.lookup import Closeness, Index
from glossary.model import Acceptability, Entry

ENTRIES = (
    Entry(
        "unemployment insurance",
        target="bảo hiểm thất nghiệp",
        admitted=("BHTN",),
        forbidden=("bảo hiểm mất việc",),
    ),
    Entry("voluntary social insurance", target="bảo hiểm xã hội tự nguyện"),
    Entry("social insurance", target="bảo hiểm xã hội"),
    Entry("health insurance"),
    Entry("Vietnam Social Security", target="Bảo hiểm xã hội Việt Nam"),
    Entry("VSS", target="BHXH Việt Nam"),
    Entry("beneficiary", target="đối tượng thụ hưởng"),
    Entry("target", sense="goal", target="chỉ tiêu"),
    Entry("target", sense="person", target="đối tượng"),
    Entry("labor export", target="xuất khẩu lao động", obsolete=True),
)
INDEX = Index({"vi": ENTRIES})


@pytest.mark.parametrize(
    ("query", "source", "closeness", "acceptability"),
    [
        ("unemployment insurance", "unemployment insurance", "EXACT", None),
        ("Unemployment  Insurance ", "unemployment insurance", "EXACT", None),
        ("bảo hiểm thất nghiệp", "unemployment insurance", "EXACT", "preferred"),
        ("bao hiem that nghiep", "unemployment insurance", "FOLDED", "preferred"),
        ("BAO HIEM THAT NGHIEP", "unemployment insurance", "FOLDED", "preferred"),
        ("bao hiem thất nghiep", "unemployment insurance", "FOLDED", "preferred"),
        ("doi tuong thu huong", "beneficiary", "FOLDED", "preferred"),
        ("bhtn", "unemployment insurance", "EXACT", "admitted"),
        ("bhxhtn", "voluntary social insurance", "INITIALS", "preferred"),
        ("vss", "VSS", "EXACT", None),
        ("bao hiem mat viec", "unemployment insurance", "FOLDED", "forbidden"),
        ("health-insurance", "health insurance", "VARIANT", None),
        ("health insurances", "health insurance", "VARIANT", None),
    ],
)
def test_one_entry_is_found(
    query: str, source: str, closeness: str, acceptability: str | None
) -> None:
    index = Index(
        {"vi": ENTRIES}, variant_key=lambda text: text.lower().replace("-", " ").rstrip("s")
    )
    (match,) = index.find(query)
    assert match.entry.source == source
    assert match.closeness is Closeness[closeness]
    assert match.acceptability == (Acceptability(acceptability) if acceptability else None)


def test_decomposed_queries_are_exact() -> None:
    (match,) = INDEX.find(unicodedata.normalize("NFD", "bảo hiểm thất nghiệp"))
    assert match.closeness is Closeness.EXACT


def test_homographs_are_both_found_in_order_of_sense() -> None:
    assert [match.entry.sense for match in INDEX.find("target")] == ["goal", "person"]


def test_initials_find_every_equivalent_that_has_them() -> None:
    index = Index({"vi": [Entry("a", target="bảo hiểm y tế"), Entry("b", target="Bộ hậu-yểm tế")]})
    assert [match.entry.source for match in index.find("BHYT")] == ["a", "b"]


def test_every_language_is_found() -> None:
    index = Index({"vi": [Entry("law", target="luật")], "fr": [Entry("law", target="loi")]})
    assert [match.language for match in index.find("law")] == ["fr", "vi"]
    assert [match.language for match in index.find("loi")] == ["fr"]


@pytest.mark.parametrize("query", ["", "  ", "labor export", "qqqq", "-", "…"])
def test_nothing_is_found(query: str) -> None:
    assert INDEX.find(query) == ()
    assert INDEX.search(query) == ()


def test_a_limit_keeps_what_is_only_near_out() -> None:
    assert INDEX.find("insurance", until=Closeness.INITIALS) == ()


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        (
            "insurance",
            ("health insurance", "social insurance", "unemployment insurance"),
        ),
        ("unemploymnet insurence", ("unemployment insurance",)),
        ("insurence", ("health insurance", "social insurance", "unemployment insurance")),
        ("doi tuong thu huon", ("đối tượng thụ hưởng",)),
        ("", ()),
        ("mat viec", ()),
    ],
)
def test_the_nearest_designations_are_offered(query: str, nearest: tuple[str, ...]) -> None:
    assert INDEX.nearest(query)[: len(nearest)] == nearest
    assert nearest or not INDEX.nearest(query)


def test_a_forbidden_equivalent_is_never_offered() -> None:
    assert "bảo hiểm mất việc" not in INDEX.nearest("bảo hiểm mất việ", 10)


def test_other_names_find_the_term_that_they_were_merged_into() -> None:
    entry = Entry("tax office", target="cơ quan thuế", comments=("Also: revenue office; fisc",))
    index = Index({"vi": [entry]})
    assert [match.entry for match in index.find("Revenue Office")] == [entry]
    assert index.find("office", until=Closeness.ORDER) == ()
