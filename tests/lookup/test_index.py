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


def test_a_query_of_many_words_is_no_fault() -> None:
    words = [f"{letter}{other}" for letter in "abcdefgh" for other in "klmnopqrst"]
    index = Index({"vi": [Entry("social insurance"), *(Entry(f"{word} law") for word in words)]})
    assert not index.find(" ".join(words))
    (match,) = index.find("insurance social " * 40)
    assert match.entry.source == "social insurance"


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


@pytest.mark.parametrize(
    "query", ["x" * 1_000_000, "a " * 500_000, "\udcff", "\0", "%_*'\"--", "🙂"]
)
def test_no_query_is_too_odd(query: str) -> None:
    assert INDEX.find(query) == ()
    assert INDEX.search(query) == ()
    INDEX.nearest(query)


@pytest.mark.parametrize(
    ("query", "source", "closeness"),
    [
        ("insurance health", "health insurance", "ORDER"),
        ("thất nghiệp bảo hiểm", "unemployment insurance", "ORDER"),
        ("unempl", "unemployment insurance", "PREFIX"),
        ("voluntary insurance", "voluntary social insurance", "CONTAINED"),
        ("voluntary insur", "voluntary social insurance", "CONTAINED"),
        ("unemploymnet insurence", "unemployment insurance", "TYPING"),
        ("unemploymentinsurance", "unemployment insurance", "TYPING"),
        ("baor hieemr thaats nghieepj", "unemployment insurance", "TYPING"),
        ("bao3 hiem63 tha61t nghie65p", "unemployment insurance", "TYPING"),
        ("doi tuong thu huog", "beneficiary", "TYPING"),
    ],
)
def test_what_is_only_near_is_found_too(query: str, source: str, closeness: str) -> None:
    first = INDEX.find(query)[0]
    assert (first.entry.source, first.closeness) == (source, Closeness[closeness])


@pytest.mark.parametrize("query", ["baor hieemr", "bao3 hiem63"])
def test_part_of_a_name_typed_key_by_key_is_found_before_a_misspelling(query: str) -> None:
    entries = [Entry("peak phase", target="cao điểm"), Entry("pension", target="bảo hiểm hưu trí")]
    matches = Index({"vi": entries}).find(query)
    assert [match.entry.source for match in matches] == ["pension"]


def test_definitions_and_notes_are_found_by_their_words() -> None:
    entries = [
        Entry("pension", target="lương hưu", comments=("Money paid to retired workers.",)),
        Entry("wage", target="lương", notes=("Money for work, not a pension.",)),
        Entry("fee", definition="Tiền phải trả cho dịch vụ."),
    ]
    index = Index({"vi": entries})
    assert [match.entry.source for match in index.find("retired workers money")] == ["pension"]
    assert [match.entry.source for match in index.find("dich vu")] == ["fee"]
    assert index.find("retired")[0].closeness is Closeness.MEANING


def test_a_search_gives_every_kind_the_closest_first() -> None:
    found = [match.entry.source for match in INDEX.search("social insurance")]
    assert found == ["social insurance", "voluntary social insurance"]
    assert len(INDEX.search("insurance", 2)) == 2


def test_the_side_of_the_query_comes_first() -> None:
    index = Index(
        {"vi": [Entry("ban on work", target="lệnh"), Entry("board", target="ban chấp hành")]}
    )
    assert [match.entry.source for match in index.find("ban chấp")] == ["board"]
    assert index.find("ban")[0].entry.source == "ban on work"


def test_relatives_are_told_by_the_words() -> None:
    index = Index(
        {
            "vi": [
                Entry("insurance", target="bảo hiểm"),
                Entry("social insurance", target="BHXH"),
                Entry("voluntary social insurance", target="BHXH tự nguyện"),
                Entry("participant in social insurance", target="người tham gia"),
                Entry("social insurance fund", target="quỹ"),
                Entry("state insurance", target="BHXH"),
            ]
        }
    )
    around = index.relatives(index.find("social insurance")[0].entry)
    assert around.broader == ("insurance",)
    assert around.narrower == ("voluntary social insurance",)
    assert set(around.related) == {
        "participant in social insurance",
        "social insurance fund",
        "state insurance",
    }


def test_the_answers_do_not_depend_on_the_order_of_the_entries() -> None:
    other = Index({"vi": ENTRIES[::-1]})
    for query in ("target", "bao hiem", "insurance", "social", "bao hiem xa hoi tu nguyne"):
        assert [m.entry for m in INDEX.find(query)] == [m.entry for m in other.find(query)]
        assert INDEX.nearest(query) == other.nearest(query)
