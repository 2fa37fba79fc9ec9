"""A project of OmegaT: what is in it, and what comes back from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from glossary.catalog.bitext import BitextFile
from glossary.errors import InputError, NotFoundError, RequestError
from glossary.formats.omegat_project import SAVED, SENT, is_project, languages_of
from glossary.memory import Memory
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.editing import Writing
from glossary.project.omegat import Counts, export_omegat
from glossary.project.omegat_return import import_omegat
from glossary.project.preparing import prepare

ARTICLE = "The fund grew\n23/05/2020\n\nMr. A spoke. The fund grew in Vietnam.The law ends.\n"
TARGETS = {
    "The fund grew": ("Quỹ tăng", "", False),
    "Mr. A spoke.": ("Ông A phát biểu.", "2026-11-20 NVA", False),
    "The law ends.": ("Luật hết.", "", True),
}
GLOSSARY = """\
msgid ""
msgstr "Language: vi\\nContent-Type: text/plain; charset=UTF-8\\n"

# forbidden: ngân quỹ
msgid "fund"
msgstr "quỹ"

#, fuzzy
msgid "law"
msgstr "luật"
"""


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = create(tmp_path / "office", name="Office")
    (project.articles_folder / "2020-05-23.txt").write_text(ARTICLE)
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(GLOSSARY)
    prepare(project, project.articles(), "vi")
    with BitextFile(project.bitext_path("2020-05-23.txt", "vi")).editing() as bitext:
        for source, (target, approval, flag) in TARGETS.items():
            segment = bitext.get(source)
            assert segment
            bitext.put(replace(segment, target=target, approval=approval, needs_review=flag))
    return project


@pytest.fixture
def folder(office: Project, tmp_path: Path) -> Path:
    export_omegat(office, tmp_path / "omegat", office.articles())
    return tmp_path / "omegat"


def units(path: Path) -> dict[str, str]:
    """The texts of a TMX file."""
    pairs = [[seg.text or "" for seg in tu.iter("seg")] for tu in etree.parse(path).iter("tu")]
    return {pair[0]: pair[1] for pair in pairs}


def translate(folder: Path, **targets: str) -> None:
    """What OmegaT does: change translations and save; `targets` by the first word."""
    tree = etree.parse(folder / SAVED)
    for tu in tree.iter("tu"):
        source, target = tu.iter("seg")
        target.text = targets.get((source.text or "").split()[0], target.text)
    tree.write(folder / SAVED, encoding="UTF-8", xml_declaration=True)


def test_what_a_project_holds(office: Project, tmp_path: Path) -> None:
    done = export_omegat(office, tmp_path / "omegat", office.articles())
    assert done.counts == Counts(sentences=5, translated=2, terms=1, units=2, proofread=1)
    folder = done.folder
    assert is_project(folder)
    assert languages_of((folder / "omegat.project").read_bytes()) == ("en", "vi")
    assert (folder / "source" / "2020-05-23.txt").read_text() == (
        "The fund grew\n\n23/05/2020\n\nMr. A spoke. The fund grew in Vietnam.The law ends.\n\n"
    )
    terms = (folder / "glossary" / "glossary.txt").read_text().splitlines()
    assert terms[1:] == ["fund\tquỹ\tforbidden: ngân quỹ"]
    assert units(folder / "tm" / "auto" / "proofread.tmx") == {"Mr. A spoke.": "Ông A phát biểu."}
    assert set(units(folder / "tm" / "memory.tmx")) == {"The fund grew", "Mr. A spoke."}
    assert set(units(folder / SAVED)) == {"The fund grew", "Mr. A spoke."}
    assert set(units(folder / SENT)) == set(TARGETS)
    assert {path.name for path in folder.iterdir()} == {
        "source", "target", "glossary", "tm", "dictionary", "omegat", "omegat.project",
    }  # fmt: skip


def test_the_rules_divide_a_text_as_we_do(folder: Path) -> None:
    tree = etree.parse(folder / "omegat" / "segmentation.srx")
    texts = [
        (rule.get("break"), *(part.text for part in rule))
        for rule in tree.iter("{http://www.lisa.org/srx20}rule")
    ]
    assert texts == [
        ("no", "Mr\\.", " A spoke\\. The fund grew "),
        ("yes", "he fund grew in Vietnam\\.", "The law ends\\."),
        ("yes", "[.?!]+[\"'”’)\\]]*", "\\s"),
    ]
    bean = (folder / "omegat" / "segmentation.conf").read_text()
    assert bean.count("org.omegat.core.segmentation.Rule") == 3
    assert "<string>Mr\\.</string>" in bean


def test_the_same_project_is_the_same_again(office: Project, folder: Path) -> None:
    assert export_omegat(office, folder, office.articles()).changed == ()


def test_a_plan_writes_nothing(office: Project, tmp_path: Path) -> None:
    done = export_omegat(
        office, tmp_path / "new", office.articles(), saving=Writing(is_planned=True)
    )
    assert len(done.changed) == 9
    assert not (tmp_path / "new").exists()
    assert not office.memory_path.exists()


def test_a_folder_of_something_else_is_left_alone(office: Project, folder: Path) -> None:
    there = sorted(office.root.iterdir())
    with pytest.raises(RequestError, match="is not empty") as caught:
        export_omegat(office, office.root, office.articles())
    assert caught.value.path == office.root
    assert sorted(office.root.iterdir()) == there
    (folder / "omegat.project").unlink()
    half_made = export_omegat(office, folder, office.articles())
    assert [path.name for path in half_made.changed] == ["omegat.project"]


def test_what_omegat_works_on_is_never_overwritten(office: Project, folder: Path) -> None:
    translate(folder, The="Quỹ đã tăng")
    saved, sent = (folder / SAVED).read_bytes(), (folder / SENT).read_bytes()
    export_omegat(office, folder, office.articles())
    assert ((folder / SAVED).read_bytes(), (folder / SENT).read_bytes()) == (saved, sent)


def test_work_comes_back_into_article_and_memory(office: Project, folder: Path) -> None:
    translate(folder, The="Quỹ đã tăng")
    done = import_omegat(office, folder)
    bitext = BitextFile(office.bitext_path("2020-05-23.txt", "vi")).read()
    targets = {one.source: (one.target, one.approval) for one in bitext.segments if one.target}
    assert targets == {
        "The fund grew": ("Quỹ đã tăng", ""),
        "Mr. A spoke.": ("Ông A phát biểu.", "2026-11-20 NVA"),
        "The law ends.": ("Luật hết.", ""),
    }
    assert [one.report.conflicts for one in done.articles.files] == [()]
    with Memory.open(office.memory_path) as memory:
        assert memory.lookup("The fund grew")[0].target == "Quỹ đã tăng"


def test_work_comes_back_a_second_time_without_conflicts(office: Project, folder: Path) -> None:
    for target in ("Quỹ đã tăng", "Quỹ đã tăng lên", "Quỹ tăng lên"):
        translate(folder, The=target)
        done = import_omegat(office, folder)
        assert not any(one.report.conflicts for one in done.articles.files)
    assert import_omegat(office, folder).articles.files == ()


def test_a_plan_changes_nothing(office: Project, folder: Path) -> None:
    translate(folder, The="Quỹ đã tăng")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = import_omegat(office, folder, saving=Writing(is_planned=True))
    assert [len(one.report.changed) for one in done.articles.files] == [1]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert not office.memory_path.exists()


def test_a_region_in_the_project_means_the_same_language(office: Project, tmp_path: Path) -> None:
    folder = tmp_path / "vn"
    export_omegat(office, folder, office.articles(), language_code="vi-VN")
    assert b"VI-VN" in (folder / "omegat.project").read_bytes()
    assert 'xml:lang="vi-VN"' in (folder / SAVED).read_text()
    translate(folder, The="Quỹ đã tăng")
    assert len(import_omegat(office, folder).articles.files) == 1


def test_what_is_no_project_or_empty_is_said(office: Project, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file omegat\.project"):
        import_omegat(office, tmp_path)
    (folder / SAVED).unlink()
    with pytest.raises(NotFoundError, match="nothing was translated"):
        import_omegat(office, folder)
