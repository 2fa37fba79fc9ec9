from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from glossary.errors import MalformedError
from glossary.project import Project
from glossary.project.checking import check_files, fix_files, paths_of
from glossary.project.creation import create

HEADER = """\
msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
FAULTY = f"""\
{HEADER}# status: draft
# admitted: hoà  giải
# Not hoà bình here.
#: 2020-05-23.txt:3
msgid "mediation"
msgstr ""
"thất nghịêp  và hoà giải"

msgid "fund"
msgstr "{unicodedata.normalize("NFD", "quỹ")}"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = create(tmp_path / "office")
    project.articles_folder.mkdir(exist_ok=True)
    (project.articles_folder / "2020-05-23.txt").write_text("one\ntwo\n", encoding="utf-8")
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    return project


def found(project: Project) -> list[tuple[int, str]]:
    (report,) = check_files(project, paths_of(project, [], ""))
    return [(issue.line, issue.code) for issue in report.report.issues]


def test_every_finding_names_its_line(project: Project) -> None:
    # Counted in FAULTY: the header ends in line 6, "# admitted" is line 8, "#:" 10, msgstr 12.
    assert found(project) == [
        (8, "V003"),
        (8, "V007"),
        (10, "F006"),
        (12, "V002"),
        (12, "V003"),
        (12, "V007"),
        (16, "V004"),
    ]


def test_what_is_certain_is_repaired_and_nothing_else(project: Project) -> None:
    path = project.catalog_path("vi")
    (report,) = fix_files(project, [path])
    text = path.read_text(encoding="utf-8")
    assert text == FAULTY.replace("hoà  giải", "hòa giải", 1).replace(
        '""\n"thất nghịêp  và hoà giải"', '"thất nghiệp và hòa giải"'
    ).replace(unicodedata.normalize("NFD", "quỹ"), "quỹ")
    assert report.after == path.read_bytes()
    assert [issue.code for issue in report.report.issues] == ["F006"]
    assert "# Not hoà bình here." in text


def test_a_dry_run_writes_nothing(project: Project) -> None:
    path = project.catalog_path("vi")
    (report,) = fix_files(project, [path], write=False)
    assert path.read_bytes() == report.before == FAULTY.encode()
    assert report.after != report.before
    assert report.fixed >= 4


def test_the_header_is_repaired(project: Project) -> None:
    path = project.catalog_path("vi")
    broken = HEADER.replace("nplurals=1; plural=0;", "nplurals=2; plural=n>1;")
    path.write_text(broken.replace('"Language: vi\\n"\n', ""), encoding="utf-8")
    assert [code for _, code in found(project)] == ["F002", "F003"]
    fix_files(project, [path])
    assert found(project) == []
    assert '"Language: vi\\n"' in path.read_text(encoding="utf-8")


def test_a_clean_file_keeps_its_bytes(project: Project) -> None:
    path = project.catalog_path("vi")
    path.write_text(HEADER + 'msgid  "fund"\nmsgstr   "quỹ"\n', encoding="utf-8")
    before = path.stat().st_mtime_ns, path.read_bytes()
    (report,) = fix_files(project, [path])
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    assert (report.fixed, report.report.issues) == (0, ())


@pytest.mark.parametrize(("style", "expected"), [("hòa", ["V003", "V003"]), ("hoà", [])])
def test_the_style_is_the_projects(project: Project, style: str, expected: list[str]) -> None:
    project.settings_path.write_text(f"[project]\ntone_style = {style}\n", encoding="utf-8")
    codes = [code for _, code in found(Project.open(project.root))]
    assert [code for code in codes if code == "V003"] == expected


def test_a_header_behind_the_entries(tmp_path: Path) -> None:
    path = tmp_path / "late.po"
    path.write_text(f'msgid "fund"\nmsgstr "quỹỹ"\n\n{HEADER}', encoding="utf-8")
    (report,) = check_files(None, [path])
    assert [(issue.line, issue.code) for issue in report.report.issues] == [(2, "V001")]


def test_a_file_outside_any_project(tmp_path: Path) -> None:
    path = tmp_path / "other.po"
    path.write_text(FAULTY, encoding="utf-8")
    (report,) = check_files(None, [path])
    assert "F006" not in {issue.code for issue in report.report.issues}
    assert "V002" in {issue.code for issue in report.report.issues}


def test_obsolete_entries_and_templates_are_left_alone(tmp_path: Path) -> None:
    template = tmp_path / "terms.pot"
    header = HEADER.replace("Language: vi", "Language: ").replace('msgid ""', '#, fuzzy\nmsgid ""')
    entries = 'msgid "benefit"\nmsgstr ""\n\nmsgid "benefits"\nmsgstr ""\n'
    template.write_text(header + entries, encoding="utf-8")
    catalog = tmp_path / "old.po"
    catalog.write_text(HEADER + '#~ msgid "fund"\n#~ msgstr "qũyy"\n', encoding="utf-8")
    first, second = check_files(None, [template, catalog])
    assert [issue.code for issue in first.report.issues] == ["C003"]
    assert second.report.issues == ()


def test_a_duplicate_is_refused_by_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "twice.po"
    path.write_text(HEADER + 'msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n', encoding="utf-8")
    with pytest.raises(MalformedError, match="a"):
        check_files(None, [path])


BITEXT = f"""\
{HEADER.rstrip()}
"X-Article: 2020-05-23.txt\\n"

# status: draft
#. paragraph · 1 of 2
#: 2020-05-23.txt:1:1
msgid "Over 14,000 conferences on social and health insurance (Decision 813/QD-BHXH)."
msgstr "Hơn 14,000 hội nghị về BHYT (Quyết định số 813/QD-BHXH) ."

#. paragraph · 2 of 2
#: 2020-05-23.txt:2:1
# glossary: allow N002 the English lacks the number
msgid "Mr Dao Viet Anh said so."
msgstr "Ông Đào Việt Ánh nói 2 lần."
"""
TERMS = f"""\
{HEADER}msgid "social insurance"
msgstr "bảo hiểm xã hội"

msgid "health insurance"
msgstr "bảo hiểm y tế"
"""


@pytest.fixture
def translated(project: Project) -> Project:
    """A project with a glossary without faults and a translated article with some."""
    project.catalog_path("vi").write_text(TERMS, encoding="utf-8")
    path = project.bitext_path("2020-05-23.txt", "vi")
    path.parent.mkdir(parents=True)
    path.write_text(BITEXT, encoding="utf-8")
    (project.locales / "vi" / "names.txt").write_text("Dao Viet Anh = Đào Việt Ánh\n")
    return project


def test_translated_articles_are_checked_with_the_catalogs(translated: Project) -> None:
    paths = paths_of(translated, [], "")
    assert [path.name for path in paths] == ["glossary.po", "2020-05-23.po"]
    catalog, article = check_files(translated, paths)
    assert catalog.report.issues == ()
    # msgstr of the first entry is line 12.
    assert [(issue.line, issue.code) for issue in article.report.issues] == [
        (12, "L003"), (12, "N003"), (12, "P001"), (12, "T015"),
    ]  # fmt: skip
    assert [issue.code for issue in article.report.waived] == ["N002"]


def test_a_named_article_is_checked_by_what_the_project_knows(translated: Project) -> None:
    path = translated.bitext_path("2020-05-23.txt", "vi")
    (report,) = check_files(translated, paths_of(translated, [path], ""))
    assert "T015" in {issue.code for issue in report.report.issues}
    (alone,) = check_files(None, [path])
    assert "T015" not in {issue.code for issue in alone.report.issues}


def test_repairs_of_an_article_keep_all_other_lines(translated: Project) -> None:
    path = translated.bitext_path("2020-05-23.txt", "vi")
    before = path.read_text(encoding="utf-8").splitlines()
    (report,) = fix_files(translated, [path])
    after = path.read_text(encoding="utf-8").splitlines()
    assert report.fixed == 3
    assert [issue.code for issue in report.report.issues] == ["T015"]
    changed = [line for line in after if line not in before]
    assert changed == ['msgstr "Hơn 14.000 hội nghị về BHYT (Quyết định số 813/QĐ-BHXH)."']


def test_the_names_of_a_language_are_its_own(translated: Project) -> None:
    path = translated.bitext_path("2020-05-23.txt", "vi")
    path.write_text(BITEXT.replace("Việt Ánh", "Việt Anh"), encoding="utf-8")
    (report,) = check_files(translated, [path])
    assert "T019" in {issue.code for issue in report.report.issues}


def test_a_sentence_that_another_article_translates_otherwise(translated: Project) -> None:
    path = translated.bitext_path("2020-05-23.txt", "vi")
    other = path.with_name("2021-01-01.po")
    text = BITEXT.replace("2020-05-23", "2021-01-01").replace("nói 2 lần", "cho biết 2 lần")
    other.write_text(text, encoding="utf-8")
    for report in check_files(translated, [path, other]):
        assert "C007" in {issue.code for issue in report.report.issues}
