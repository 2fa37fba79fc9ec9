"""Vietnamese spelling. The right spellings are those of the standard dictionary."""

from collections.abc import Callable

import pytest

from glossary.checks import Issue, Setting
from glossary.languages import language
from glossary.languages.vi import ToneStyle
from glossary.model import Entry

Find = Callable[..., list[Issue]]
MODERN = Setting(language("vi"), tone_style=ToneStyle.MODERN)


@pytest.mark.parametrize(
    ("text", "code", "after"),
    [
        # No syllable: a stop at the end without sắc or nặng, a doubled letter, a wrong rime.
        ("thất nghiêp", "V001", None),
        ("chế độố", "V001", None),
        ("bảo hiểmm", "V001", None),
        ("xã hộii", "V001", None),
        ("kiễm soát", None, None),
        ("ngành ngê", "V001", None),
        ("bảo hỉêm", "V002", "bảo hiểm"),
        ("thất nghịêp", "V002", "thất nghiệp"),
        ("qúy khách", "V002", "quý khách"),
        ("của gía", "V002", "của giá"),
        ("toàn dân, tòan quốc", "V002", "toàn dân, toàn quốc"),
        ("thưởng, tưóng lĩnh", "V001", None),
        # Two syllables without a blank; sắc alone is that of transcriptions.
        ("bảohiểm xã hội", "V001", None),
        ("axít, ôtô, côngtenơ, cônsóocxiom", None, None),
        ("dòngsố", "V001", None),
        # Two marks.
        ("tàì liệu", "V001", None),
        ("hộị nghị", "V001", None),
        # The other style.
        ("hoà bình", "V003", "hòa bình"),
        ("văn hoá, khoẻ, thuỷ lợi", "V003", "văn hóa, khỏe, thủy lợi"),
        ("hòa bình, quý, quá", None, None),
        # Without marks.
        ("bao hiem xa hoi", "V008", None),
        ("bảo hiem xã hội", "V008", None),
        ("tham gia", None, None),
        ("trung tâm", None, None),
        # Other languages, acronyms, addresses, codes, names of the Highlands.
        ("Fanpage, video, internet, COVID-19, ASEAN", None, None),
        ("trang web baohiemxahoi.gov.vn", None, None),
        ("Quyết định 813/QĐ-BHXH", None, None),
        ("CPĐT, NLĐ, GDĐT", None, None),
        ("Đắk Lắk, Krông Pắc, Mátxcơva, Inđônêxia", None, None),
        ("lô-gíc, Ti-phi-nac, pê-sô, Croát", None, None),
        ("ĐChỉ, sĐược, đ, độ sâu bit", None, None),
        ("café Düsseldorf, Núñez, José", None, None),
        ("BẢO HIỂM XÃ HỘI", None, None),
        ("BẢO HIỄMM XÃ HỘI", "V001", None),
        ("chat, hot, top, test", None, None),
        ("Vietnam Post", None, None),
    ],
)
def test_spelling(issues: Find, text: str, code: str | None, after: str | None) -> None:
    found = issues(Entry("x", target=text))
    assert [issue.code for issue in found] == ([code] if code else [])
    if found:
        assert (found[0].fix.after if found[0].fix else None) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("hòa bình", "hoà bình"),
        ("Ủy ban, khỏe", "Uỷ ban, khoẻ"),
        ("hoà bình", None),
    ],
)
def test_the_project_chooses_the_style(issues: Find, text: str, after: str | None) -> None:
    found = issues(Entry("x", target=text), setting=MODERN)
    assert [issue.fix.after for issue in found if issue.fix] == ([after] if after else [])


def test_a_misplaced_mark_goes_where_the_style_puts_it(issues: Find) -> None:
    # hoaì is no style: the mark of oai stands on the a in both.
    (issue,) = issues(Entry("x", target="nước ngòai"), setting=MODERN)
    assert issue.fix
    assert issue.fix.after == "nước ngoài"


@pytest.mark.parametrize("language_tag", ["fr", "lo", "ja"])
def test_other_languages_have_other_rules(issues: Find, language_tag: str) -> None:
    setting = Setting(language(language_tag))
    found = issues(Entry("x", target="hoà nghịêp bao hiem"), setting=setting)
    assert [issue for issue in found if issue.code != "F003"] == []


def test_what_is_forbidden_may_be_misspelt(issues: Find) -> None:
    assert issues(Entry("x", target="bảo hiểm", forbidden=("bảo hiễmm",))) == []
    assert [i.code for i in issues(Entry("x", target="bảo hiểm", admitted=("bảo hiểmm",)))] == [
        "V001"
    ]


def test_the_message_says_what_would_be_right(issues: Find) -> None:
    (issue,) = issues(Entry("x", target="thất nghiêp"))
    assert issue.message == ("“nghiêp” ends in -p and must bear sắc or nặng: “nghiếp” or “nghiệp”")
    (issue,) = issues(Entry("x", target="bảohiểm xã hội"))
    assert issue.message == "“bảohiểm” is two syllables: “bảo hiểm”"
