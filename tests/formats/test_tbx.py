"""TBX as other programs write it, and what ours says to those that read it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from glossary.errors import MalformedError
from glossary.formats.contract import Concept, Profile, Reading, Termbase, Writing
from glossary.formats.registry import detect, find_format

SAMPLES = Path(__file__).parents[2].parent / "shared" / "schemas" / "tbx" / "v2basic"

MULTILINGUAL = """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en-US"><text><body>
<termEntry id="c7">
 <descrip type="subjectField">insurance</descrip>
 <descripGrp><descrip type="definition">Money paid in.</descrip>
  <admin type="source">Decree 1</admin></descripGrp>
 <transacGrp><transac type="transactionType">origination</transac>
  <transacNote type="responsibility" target="u1">Lan</transacNote>
  <date>2024-05-01</date></transacGrp>
 <note>checked</note>
 <langSet xml:lang="fr"><tig><term>cotisation</term></tig></langSet>
 <langSet xml:lang="en-GB">
  <ntig><termGrp><term>contribution</term>
   <termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
  <tig><term>contrib.</term><termNote type="termType">abbreviation</termNote></tig>
  <tig><term>payment</term></tig>
 </langSet>
 <langSet xml:lang="vi_VN">
  <descrip type="definition">Tiền nộp.</descrip>
  <tig><term>tiền đóng</term>
   <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
  <tig><term>mức đóng</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
   <descrip type="context">Mức đóng là 8%.</descrip><admin type="customerSubset">VSS</admin></tig>
  <tig><term>phí</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  <tig><term>nguyệt liễm</term>
   <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
 </langSet>
</termEntry>
<termEntry id="c8"><langSet xml:lang="fr"><tig><term>loi</term></tig></langSet></termEntry>
</body></text></martif>
"""

EXPECTED = Concept(
    "contribution",
    target="mức đóng",
    admitted=("tiền đóng",),
    deprecated=("nguyệt liễm",),
    forbidden=("phí",),
    part_of_speech="noun",
    subject_field="insurance",
    definition="Money paid in.",
    target_definition="Tiền nộp.",
    other_names=("payment",),
    abbreviated_as="contrib.",
    evidence=("Mức đóng là 8%.",),
    references=("Decree 1",),
    notes=("checked", "customerSubset: VSS", "fr: cotisation", "origination: 2024-05-01 Lan"),
    id="c7",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("wanted", ["vi", "vi-VN"])
def test_a_file_in_three_languages(encoding: str, wanted: str) -> None:
    data = MULTILINGUAL.replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
    read = detect(data, "x.tbx").read_entries
    assert read
    found = read(data, Reading(target_language=wanted))
    assert found.concepts == (EXPECTED,)
    assert found.target_language == "vi_VN"
    assert len(found.remarks) == 1


@pytest.mark.parametrize("name", ["TBX-basic-sample.tbx", "TBX-basic-sample_2013_v2.tbx"])
def test_the_official_samples(name: str) -> None:
    if not (SAMPLES / name).is_file():
        pytest.skip("the samples of TBX-Basic lie beside the checkout")
    data = (SAMPLES / name).read_bytes()
    read = detect(data, name).read_entries
    assert read
    found = read(data, Reading(target_language="fr"))
    terms = {one.source: one.target for one in found.concepts}
    assert terms["e-mail"] == "courriel"
    assert terms["federated database"] == "base de données fédérée"
    lens = next(one for one in found.concepts if one.source == "progressive lens")
    assert lens.abbreviated_as == "PAL"
    assert "graduated lens" in lens.other_names
    assert any(note.startswith("de: Gleitsichtglas") for note in lens.notes)


@pytest.mark.parametrize("name", ["notwellformed"])
def test_an_official_sample_of_damage(name: str) -> None:
    path = SAMPLES / f"tbx_basic_sample_{name}.tbx"
    if not path.is_file():
        pytest.skip("the samples of TBX-Basic lie beside the checkout")
    read = find_format("tbx").read_entries
    assert read
    with pytest.raises(MalformedError) as caught:
        read(path.read_bytes(), Reading(path, target_language="fr"))
    assert caught.value.line


def written(name: str, profile: Profile = Profile.PLAIN) -> etree._Element:
    concept = Concept(
        "law",
        target="luật",
        forbidden=("lệ",),
        approval="2026-11-20 NVA",
        evidence=("2020-05-23: “the law”",),
    )
    write = find_format(name).write_entries
    assert write
    made = datetime(2026, 11, 22, tzinfo=UTC)
    return etree.fromstring(write(Termbase((concept,), "en", "vi"), Writing(profile, made)))


def test_version_2_has_no_namespace_and_the_order_of_the_dtd() -> None:
    root = written("tbx")
    assert root.tag == "martif"
    assert [child.tag for child in root.iterfind(".//langSet[2]/tig[1]/*")] == [
        "term",
        "termNote",
        "transacGrp",
    ]
    assert root.findtext(".//langSet[1]//descripGrp/descrip") == "the law"
    assert root.findtext(".//langSet[1]//descripGrp/admin") == "2020-05-23"
    assert root.findtext(".//transacNote") == "NVA"
    assert root.findtext(".//date") == "2026-11-20"


def test_the_styles_of_version_3() -> None:
    space = "{urn:iso:std:iso:30042:ed-2}"
    assert written("tbx3").find(f".//{space}termNote[@type='administrativeStatus']") is not None
    root = written("tbx3-dct")
    assert root.get("style") == "dct"
    assert root.find(f".//{space}termNote") is None
    assert root.find(".//{http://www.tbxinfo.net/ns/min}administrativeStatus") is not None


def test_weblate_knows_what_is_forbidden() -> None:
    root = written("tbx", Profile.WEBLATE)
    statuses = [
        [(note.getparent().findtext("term"), note.text) for note in entry.iter("termNote")]  # type: ignore[union-attr]
        for entry in root.iter("termEntry")
    ]
    assert statuses == [[("luật", "preferredTerm-admn-sts")], [("lệ", "forbidden")]]
