"""The shipped glossary and articles as files for other programs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary.formats.contract import Profile
from glossary.formats.registry import find_format
from glossary.project import Project
from glossary.project.bitext_exchange import SegmentWish, export_segments
from glossary.project.bitexts import read_bitexts
from glossary.project.exchange import Selection, export_entries

ROOT = Path(__file__).parent.parent.parent
MADE = datetime(2026, 11, 22, tzinfo=UTC)

Export = Callable[..., Path]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the shipped project, without a memory."""
    root = tmp_path_factory.mktemp("clients") / "office"
    for name in ("locales", "seeds"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("memory*", ".*"))
    return Project.open(root)


@pytest.fixture
def export(project: Project, tmp_path: Path) -> Export:
    """Write the shipped entries or sentences in a format; give the file."""

    def write(name: str, profile: str = "plain", code: str = "") -> Path:
        form = find_format(name)
        path = tmp_path / f"{name}-{profile}{form.extensions[0]}"
        selection = Selection(language_code=code)
        if form.write_segments:
            with path.open("wb") as stream:
                wish = SegmentWish("vi", (), selection, Profile(profile))
                export_segments(project, form, stream, wish=wish)
            return path
        done = export_entries(
            project, form, language="vi", selection=selection, profile=Profile(profile)
        )
        path.write_bytes(done.data)
        for beside, data in done.beside.items():
            (tmp_path / beside).write_bytes(data)
        return path

    return write


@pytest.fixture(scope="session")
def counted(project: Project) -> tuple[int, int, int]:
    """How many entries have an equivalent, how many sentences there are, and are translated."""
    entries = [one for one in project.catalog("vi").read().entries if not one.obsolete]
    segments = [one for bitext in read_bitexts(project, "vi") for one in bitext.segments]
    return (
        sum(bool(one.target) for one in entries),
        len(segments),
        sum(bool(one.target) for one in segments),
    )
