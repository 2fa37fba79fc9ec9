"""TMX: what other tools write, and what ours says to them."""

import io
from datetime import UTC, datetime

import pytest

from glossary.errors import InputError, MalformedError, OutputError
from glossary.formats.contract import Profile, Reading, Writing
from glossary.formats.tmx import FORMATS, read_tmx, write_tmx
from glossary.model import Segment

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="3.6.0_4" segtype="sentence" srclang="EN"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN"><seg>A pension.</seg></tuv>
      <tuv lang="VI" changeid="nva" changedate="20261120T083000Z" creationid="old"
        creationdate="20250101T000000Z"><seg>Một khoản lương hưu.</seg></tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <note>Check it.</note>
      <prop type="file">2020-05-23.txt</prop>
      <prop type="prev">One.</prop>
      <prop type="next">Three.</prop>
      <tuv lang="EN"><seg>Two.</seg></tuv>
      <tuv lang="VI"><seg>Hai.</seg></tuv>
    </tu>
  </body>
</tmx>"""

TRADOS = """<tmx version="1.4"><header creationtool="SDL Language Platform" srclang="en-US"
 segtype="sentence" o-tmf="SDL TM8 Format" adminlang="en-US" datatype="xml"/><body>
<tu creationdate="20260101T000000Z" creationid="U1" changedate="20260202T030405Z" changeid="U2">
<prop type="x-ConfirmationLevel">{level}</prop><prop type="x-Domain">Social security</prop>
<tuv xml:lang="en-US"><seg>Pay <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>now<ept i="1">&lt;/b&gt;
</ept><ph x="2" type="lb"/>or <hi>later</hi><it pos="end"/>.</seg></tuv>
<tuv xml:lang="vi-VN"><seg>Đóng ngay <ph x="3">{{<sub>a</sub>}}</ph>hoặc <hi>sau</hi>.</seg></tuv>
</tu></body></tmx>"""

MEMOQ = """<tmx version="1.4"><header srclang="en-us" creationtool="MemoQ"/><body>
<tu changedate="20260202T030405Z" changeid="nva"><prop type="client">VSS</prop>
<prop type="x-document">a.docx</prop>
<prop type="x-context-pre">&lt;seg&gt;Before.&lt;/seg&gt;</prop>
<prop type="x-context-post">&lt;seg&gt;Behind.&lt;/seg&gt;</prop>
<tuv xml:lang="en-us"><prop type="x-a">b</prop><seg>Here.</seg></tuv>
<tuv xml:lang="vi"><seg>Đây.</seg></tuv></tu></body></tmx>"""


def read(text: str, **reading: str) -> list[Segment]:
    wanted = Reading(**{"target_language": "vi", **reading})  # type: ignore[arg-type]
    return list(read_tmx(io.BytesIO(text.encode()), wanted))


def written(*segments: Segment, profile: Profile = Profile.PLAIN) -> str:
    stream = io.BytesIO()
    assert write_tmx(segments, stream, Writing(profile)) == sum(bool(s.target) for s in segments)
    return stream.getvalue().decode()


def test_what_omegat_writes() -> None:
    assert read(OMEGAT) == [
        Segment(
            "A pension.",
            "Một khoản lương hưu.",
            author="nva",
            changed=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
        ),
        Segment(
            "Two.",
            "Hai.",
            origin="2020-05-23.txt",
            previous="One.",
            following="Three.",
            notes=("Check it.",),
        ),
    ]


def test_what_trados_writes() -> None:
    (segment,) = read(TRADOS.format(level="ApprovedTranslation"))
    assert segment.source == "Pay now or later."
    assert segment.target == "Đóng ngay hoặc sau."
    assert segment.approval == "2026-02-02 U2"
    assert segment.author == "U2"
    assert segment.comments == (
        "x-Domain: Social security",
        "inline codes left out: <b> </b>\n {a}",
    )


@pytest.mark.parametrize(
    ("level", "needs_review", "status"),
    [
        ("Draft", True, "draft"),
        ("RejectedSignOff", True, "draft"),
        ("Translated", False, "draft"),
        ("ApprovedSignOff", False, "approved"),
    ],
)
def test_levels_of_trados(level: str, needs_review: bool, status: str) -> None:
    (segment,) = read(TRADOS.format(level=level))
    assert (segment.needs_review, segment.status) == (needs_review, status)


def test_what_memoq_writes() -> None:
    (segment,) = read(MEMOQ)
    assert (segment.previous, segment.following) == ("Before.", "Behind.")
    assert segment.origin == "a.docx"
    assert segment.comments == ("client: VSS", "x-a: b")


def variants(*tags: str, main: str = "en", lang: str = "xml:lang") -> str:
    texts = "".join(f'<tuv {lang}="{tag}"><seg>{tag}</seg></tuv>' for tag in tags)
    return f'<tmx version="1.4"><header srclang="{main}"/><body><tu>{texts}</tu></body></tmx>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (variants("EN-US", "vi_VN"), [("EN-US", "vi_VN", "en", "vi")]),
        (variants("vi", "en", main="vi"), [("en", "vi", "en", "vi")]),
        (variants("fr", "en-GB", "vi", main="*all*"), [("en-GB", "vi", "en", "vi")]),
        (variants("en", "fr", "VI", lang="lang"), [("en", "VI", "en", "vi")]),
        (variants("fr", "vi", main="fr"), [("fr", "vi", "fr", "vi")]),
        ('<tmx><header srclang="en"/><body/></tmx>', []),
    ],
)
def test_languages(text: str, expected: list[tuple[str, ...]]) -> None:
    found = [(s.source, s.target, s.source_language, s.target_language) for s in read(text)]
    assert found == expected


def test_every_language_is_read_where_none_is_wanted() -> None:
    segments = read(variants("en", "vi-VN", "pt_br"), target_language="")
    assert [one.target_language for one in segments] == ["vi-VN", "pt-BR"]


def test_a_file_without_the_language_says_which_it_has() -> None:
    with pytest.raises(InputError, match="no unit has a text in “en” with one in “vi”") as caught:
        read(variants("en-GB", "fr"))
    assert caught.value.hint == "The languages of the file are: en-GB, fr."


def test_a_text_that_does_not_say_its_language_is_refused_with_its_line() -> None:
    with pytest.raises(MalformedError, match="does not say its language") as caught:
        read("\n" + variants("en", "vi").replace(' xml:lang="vi"', ""))
    assert caught.value.line == 2


def test_units_without_a_text_are_left_out() -> None:
    for empty in ("en", "vi"):
        assert read(variants("en", "vi").replace(f"<seg>{empty}</seg>", "<seg> </seg>")) == []
    assert read("<tmx><body><tu/></body></tmx>") == []
    assert "<tu>" not in written(Segment("One."), Segment("Two.", ""))
    stream = io.BytesIO()
    assert write_tmx([Segment("a", " "), Segment(" ", "b")], stream, Writing()) == 0


def test_a_unit_as_omegat_wants_it() -> None:
    text = written(Segment("Law.", "Luật.", author="NVA", changed=datetime(2026, 11, 20, 8, 30)))
    assert '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in text
    assert 'srclang="en"' in text
    assert 'segtype="sentence"' in text
    assert '<tuv xml:lang="vi" changedate="20261120T083000Z" changeid="NVA">' in text


def test_no_property_of_omegat_holds_a_unit_to_one_place() -> None:
    text = written(Segment("a", "b", previous="p", following="f", origin="o.txt"))
    for name in ("prev", "next", "file", "id", "path"):
        assert f'type="{name}"' not in text


def test_a_line_break_is_one_blank_however_it_stands() -> None:
    text = 'A <ph>&lt;br/&gt;</ph> fund<ph type="lb"/>pays<ph>&lt;b&gt;</ph>.'
    (segment,) = read(variants("en", "vi").replace("<seg>en</seg>", f"<seg>{text}</seg>"))
    assert segment.source == "A fund pays."


def test_another_source_language_is_said_with_the_unit() -> None:
    text = written(Segment("a", "b"), Segment("c", "d", source_language="vi", target_language="en"))
    assert text.count("srclang") == 2
    assert '<tu srclang="vi">' in text


def test_profiles_say_more() -> None:
    segment = Segment("a", "b", previous="p", following="f", needs_review=True)
    assert '"x-context-pre">&lt;seg&gt;p&lt;/seg&gt;<' in written(segment, profile=Profile.MEMOQ)
    assert '"x-ConfirmationLevel">Draft<' in written(segment, profile=Profile.TRADOS)
    approved = Segment("a", "b", approval="2026-11-20 NVA")
    assert ">ApprovedTranslation<" in written(approved, profile=Profile.TRADOS)
    assert ">Translated<" in written(Segment("a", "b"), profile=Profile.TRADOS)


def test_a_control_character_is_refused() -> None:
    with pytest.raises(OutputError, match="U\\+000B"):
        written(Segment("a", "b\x0b"))


def test_it_is_recognised() -> None:
    recognises = FORMATS[0].recognises
    assert recognises(OMEGAT.encode())
    assert recognises(OMEGAT.encode("utf-16"))
    assert not recognises(b"<martif/>")
