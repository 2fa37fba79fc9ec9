"""OmegaT, without its window: what it reads of a project that we made, and what it writes."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.catalog.bitext import BitextFile
from glossary.formats.contract import Reading
from glossary.formats.omegat_project import SAVED
from glossary.formats.tmx import read_tmx
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.omegat import export_omegat
from glossary.project.omegat_return import import_omegat
from glossary.project.preparing import prepare
from glossary.text.articles import read_article
from glossary.text.segments import sentences

pytestmark = pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")

ARTICLE = "The fund grew\n\nMr. A spoke. The fund grew in Vietnam.The law ends.\n"


def omegat(folder: Path, config: Path, *options: str) -> str:
    """Run OmegaT on a project; give what it says."""
    command = ["omegat", str(folder), f"--config-dir={config}", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout + done.stderr


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = create(tmp_path / "office", name="Office")
    (project.articles_folder / "a.txt").write_text(ARTICLE)
    prepare(project, project.articles(), "vi")
    with BitextFile(project.bitext_path("a.txt", "vi")).editing() as bitext:
        for source, target, approval in (
            ("The fund grew", "Quỹ tăng", ""),
            ("Mr. A spoke.", "Ông A phát biểu.", "2026-11-20 NVA"),
            ("The law ends.", "Luật hết.", "2026-11-20 NVA"),
        ):
            segment = bitext.get(source)
            assert segment
            bitext.put(replace(segment, target=target, approval=approval))
    return project


def test_approved_sentences_are_filled_in_from_tm_auto(office: Project, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    export_omegat(office, folder, office.articles(), language="vi")
    # Without the translations of the project itself, only tm/auto fills in.
    (folder / SAVED).unlink()
    said = omegat(folder, tmp_path / "config", "--mode=console-translate")
    assert "rror" not in said
    assert (folder / "target" / "a.txt").read_text() == (
        "The fund grew\n\nÔng A phát biểu. The fund grew in Vietnam.Luật hết.\n\n"
    )


def test_the_translations_of_an_article_are_its_own(office: Project, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    export_omegat(office, folder, office.articles(), language="vi")
    omegat(folder, tmp_path / "config", "--mode=console-translate")
    target = (folder / "target" / "a.txt").read_text()
    assert target.startswith("Quỹ tăng\n\nÔng A phát biểu. ")


def test_it_divides_the_shipped_articles_as_we_do(project: Project, tmp_path: Path) -> None:
    folder, written = tmp_path / "project", tmp_path / "pseudo.tmx"
    export_omegat(project, folder, project.articles(), language="vi")
    omegat(
        folder,
        tmp_path / "config",
        "--mode=console-createpseudotranslatetmx",
        f"--pseudotranslatetmx={written}",
        "--pseudotranslatetype=equal",
    )
    with written.open("rb") as stream:
        theirs = {one.source for one in read_tmx(stream, Reading(target_language="vi"))}
    ours = {
        sentence.text for path in project.articles() for sentence in sentences(read_article(path))
    }
    assert len(ours) > 150
    assert theirs == ours


def test_what_it_saves_comes_back(office: Project, tmp_path: Path) -> None:
    folder, written = tmp_path / "project", tmp_path / "pseudo.tmx"
    export_omegat(office, folder, office.articles(), language="vi")
    omegat(
        folder,
        tmp_path / "config",
        "--mode=console-createpseudotranslatetmx",
        f"--pseudotranslatetmx={written}",
        "--pseudotranslatetype=equal",
    )
    text = written.read_text().replace(
        '<seg>The fund grew in Vietnam.</seg>\n      </tuv>\n      <tuv lang="VI">\n'
        "        <seg>The fund grew in Vietnam.</seg>",
        '<seg>The fund grew in Vietnam.</seg>\n      </tuv>\n      <tuv lang="VI">\n'
        "        <seg>Quỹ tăng ở Việt Nam.</seg>",
    )
    (folder / SAVED).write_text(text)
    import_omegat(office, folder, language="vi")
    bitext = BitextFile(office.bitext_path("a.txt", "vi")).read()
    found = bitext.get("The fund grew in Vietnam.")
    assert found
    assert found.target == "Quỹ tăng ở Việt Nam."
