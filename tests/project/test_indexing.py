"""The look-up databases on disk: current, shared, replaced when damaged, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.project import Project
from glossary.project.creation import create
from glossary.project.indexing import open_index
from glossary.project.places import CACHE

CATALOG = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "{source}"
msgstr "{target}"
"""


def write(project: Project, language: str, source: str, target: str) -> Path:
    path = project.catalog_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = CATALOG.format(language=language, source=source, target=target)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = create(tmp_path / "office", name="Office")
    path = write(made, "vi", "law", "luật")
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago))
    return made


def database(project: Project, language: str = "vi") -> Path:
    return project.locales / CACHE / f"lookup-{language}.db"


def targets(project: Project, query: str = "law") -> list[str]:
    return [match.entry.target for match in open_index(project.root).find(query)]


def test_the_database_is_kept_and_ignored_by_git(project: Project) -> None:
    assert targets(project) == ["luật"]
    before = database(project).stat()
    assert (database(project).parent / ".gitignore").read_text() == "*\n"
    assert targets(project) == ["luật"]
    assert database(project).stat().st_ino == before.st_ino
    assert [path.name for path in database(project).parent.iterdir() if "tmp" in path.name] == []


def test_a_changed_catalog_is_read_again(project: Project) -> None:
    index = open_index(project.root)
    assert index.is_current()
    with project.catalog("vi").editing() as catalog:
        entry = catalog.get("law")
        assert entry
        catalog.put(replace(entry, target="đạo luật"))
    assert not index.is_current()
    assert [match.entry.target for match in index.find("law")] == ["luật"]
    assert targets(project) == ["đạo luật"]


def test_a_change_of_equal_length_in_the_same_moment_is_seen(project: Project) -> None:
    path = write(project, "vi", "law", "luat")
    assert targets(project) == ["luat"]
    state = path.stat()
    data = path.read_bytes().replace(b"luat", b"lead")
    path.write_bytes(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert targets(project) == ["lead"]


def test_a_touched_catalog_is_not_read_again(project: Project) -> None:
    targets(project)
    before = database(project).stat().st_ino
    project.catalog_path("vi").touch()
    assert targets(project) == ["luật"]
    assert database(project).stat().st_ino == before


def test_changed_settings_make_other_keys(project: Project) -> None:
    assert targets(project, "the laws") == ["luật"]
    text = project.settings_path.read_text(encoding="utf-8")
    changed = text.replace("# source_language = en", "source_language = fr")
    assert changed != text
    project.settings_path.write_text(changed, encoding="utf-8")
    index = open_index(Project.open(project.root).root)
    assert [match.closeness.name for match in index.find("laws")] in ([], ["TYPING"])


@pytest.mark.parametrize("damage", ["cut", "text", "empty", "middle", "folder"])
def test_a_damaged_database_is_made_again(project: Project, damage: str) -> None:
    targets(project)
    path = database(project)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        damaged = {
            "cut": data[: len(data) // 3],
            "text": b"no database at all" * 100,
            "empty": b"",
            # All pages but the first: only a query meets them.
            "middle": data[:4096] + b"\xff" * (len(data) - 4096),
        }
        path.write_bytes(damaged[damage])
    assert targets(project) == ["luật"]
    assert targets(project) == ["luật"]


def test_a_database_of_another_version_is_made_again(project: Project) -> None:
    import sqlite3

    targets(project)
    with sqlite3.connect(database(project)) as connection:
        connection.execute("UPDATE about SET name = 'older'")
    connection.close()
    before = database(project).stat().st_ino
    assert targets(project) == ["luật"]
    assert database(project).stat().st_ino != before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_sends_it_to_the_users_cache(
    project: Project, tmp_path: Path
) -> None:
    project.locales.chmod(0o555)
    try:
        index = open_index(project.root, cache=tmp_path / "cache")
        assert [match.entry.target for match in index.find("law")] == ["luật"]
        assert list((tmp_path / "cache").glob("*/lookup-vi.db"))
        assert targets(project) == ["luật"]
    finally:
        project.locales.chmod(0o755)


def test_where_no_file_can_be_kept_memory_serves(project: Project, tmp_path: Path) -> None:
    # A file stands where the folders would have to be: so for root, too.
    (project.locales / CACHE).write_text("")
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    index = open_index(project.root, cache=blocked)
    assert [match.entry.target for match in index.find("luat")] == ["luật"]


def test_a_glossary_that_is_not_ours_is_kept_in_the_users_cache(
    project: Project, tmp_path: Path
) -> None:
    open_index(project.root, cache=tmp_path / "cache", is_ours=False)
    assert not (project.locales / CACHE).exists()
    (kept,) = (tmp_path / "cache").glob("*/lookup-vi.db")
    assert kept.stat().st_size > 0


def test_every_language_has_its_own(project: Project) -> None:
    write(project, "fr", "law", "loi")
    assert targets(project) == ["loi", "luật"]
    assert database(project, "fr").exists()
    assert [m.language for m in open_index(project.root, "fr").find("law")] == ["fr"]


def test_several_processes_make_and_read_it_at_once(project: Project) -> None:
    program = (
        "import sys; from pathlib import Path; from glossary.project.indexing import open_index\n"
        "for _ in range(5):\n"
        "    (m,) = open_index(Path(sys.argv[1])).find('luat')\n"
        "    Path(sys.argv[1], 'locales', '.cache', 'lookup-vi.db').unlink(missing_ok=True)\n"
        "    print(m.entry.source)"
    )
    command = [sys.executable, "-c", program, str(project.root)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = [process.communicate(timeout=60)[0] for process in running]
    assert said == ["law\n" * 5] * 4
    assert [path.name for path in database(project).parent.glob("*.tmp")] == []
