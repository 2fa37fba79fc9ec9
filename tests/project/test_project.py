from pathlib import Path

import pytest

from glossary.errors import InputError, NotFoundError, OutputError, ProjectError
from glossary.project import Project
from glossary.project.creation import create


def test_a_new_project_is_found_from_below(tmp_path: Path) -> None:
    create(tmp_path / "office")
    below = tmp_path / "office" / "seeds" / "2024"
    below.mkdir()
    assert Project.find(below).root == tmp_path / "office"


def test_the_nearest_project_is_found(tmp_path: Path) -> None:
    create(tmp_path)
    create(tmp_path / "inner")
    assert Project.find(tmp_path / "inner" / "seeds").root == tmp_path / "inner"


def test_no_project_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        Project.find(tmp_path)
    assert "glossary new" in caught.value.hint
    with pytest.raises(ProjectError, match="has no folder “locales”"):
        Project.open(tmp_path)


def test_a_project_is_never_started_over_another(tmp_path: Path) -> None:
    create(tmp_path)
    with pytest.raises(ProjectError, match="already"):
        create(tmp_path)


def test_starting_keeps_the_files_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours", encoding="utf-8")
    create(tmp_path, name="Tax")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours"
    assert Project.open(tmp_path).settings.name == "Tax"


def test_starting_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        create(tmp_path / "file" / "office")
    assert "cannot make the project" in str(caught.value)


def test_articles_are_the_text_files_in_order(tmp_path: Path) -> None:
    project = create(tmp_path)
    for name in ("b.txt", "a.txt", ".hidden.txt", "notes.md", "SOURCES.tsv"):
        (tmp_path / "seeds" / name).write_text("x", encoding="utf-8")
    (tmp_path / "seeds" / "folder.txt").mkdir()
    assert [path.name for path in project.articles()] == ["a.txt", "b.txt"]


def test_without_articles_the_folder_is_named(tmp_path: Path) -> None:
    project = create(tmp_path)
    with pytest.raises(InputError, match="holds no articles") as caught:
        project.articles()
    assert caught.value.path == tmp_path / "seeds"
    (tmp_path / "seeds").rmdir()
    with pytest.raises(InputError, match="does not exist"):
        project.articles()


def test_languages_are_those_with_a_catalog(tmp_path: Path) -> None:
    project = create(tmp_path)
    for locale in ("vi", "pt_BR", "empty"):
        (tmp_path / "locales" / locale / "LC_MESSAGES").mkdir(parents=True)
    for locale in ("vi", "pt_BR"):
        (tmp_path / "locales" / locale / "LC_MESSAGES" / "glossary.po").touch()
    assert project.languages() == ("pt-BR", "vi")
    assert project.catalog_path("pt-br").parts[-3] == "pt_BR"


def test_a_missing_catalog_says_how_to_start_it(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as caught:
        create(tmp_path).catalog("fr")
    assert caught.value.hint == "Start it with: glossary init fr"


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("vi", "vi"), ("vi-VN", "vi"), ("vi_VN", "vi"), ("pt-BR", "pt-BR"), ("ko", "ko")],
)
def test_a_region_means_its_language_where_it_has_no_catalog(
    tmp_path: Path, wanted: str, meant: str
) -> None:
    project = create(tmp_path / "office")
    for tag in ("vi", "pt", "pt-BR"):
        path = project.catalog_path(tag)
        path.parent.mkdir(parents=True)
        path.write_text("", encoding="utf-8")
    assert project.meant_language(wanted) == meant


def test_git_ignores_the_memory_of_a_new_project(tmp_path: Path) -> None:
    project = create(tmp_path / "office")
    ignored = (project.root / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"/locales/{project.memory_path.name}*" in ignored
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / ".gitignore").write_text("mine\n", encoding="utf-8")
    create(tmp_path / "kept")
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8") == "mine\n"
