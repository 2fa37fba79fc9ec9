import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli
from glossary.project import Project
from glossary.project.creation import create

ARTICLES = {
    "2020-05-23.txt": """\
Unemployment insurance reaches more workers
23/05/2020 10:00 AM
The unemployment insurance fund is managed by the Vietnam Social Security (VSS).
The unemployment insurance fund pays unemployment benefits to workers.
VSS collects social insurance, and a collection agent helps participants.
""",
    "2024-07-17.txt": """\
VSS and health insurance
17/07/2024 08:00 AM
Health insurance cards are given to participants by VSS.
The health insurance fund pays for medical examination and treatment.
Each collection agent explains social insurance policies to participants.
""",
}
COLUMNS = ["term", "score", "frequency", "class", "articles", "variants", "forms", "field"]
Run = Callable[..., Result]


@pytest.fixture
def news(tmp_path: Path) -> Project:
    """A new project with two short articles."""
    project = create(tmp_path / "news", name="News")
    for name, text in ARTICLES.items():
        (project.articles_folder / name).write_text(text, encoding="utf-8")
    return project


@pytest.fixture
def extract(news: Project) -> Run:
    """Run ``glossary extract`` in the project `news`."""

    def invoke(*words: str, stdin: str = "") -> Result:
        return CliRunner().invoke(cli, ["--project", str(news.root), "extract", *words], stdin)

    return invoke


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_run_writes_the_template_and_every_catalog(extract: Run, news: Project) -> None:
    first = extract()
    assert first.exit_code == 0, first.output
    assert "unemployment insurance" in first.stdout
    assert first.stderr.splitlines()[-1] == "wrote locales/glossary.pot"
    CliRunner().invoke(cli, ["--project", str(news.root), "init", "vi"])
    before = files(news.root)
    assert set(before) > {"locales/glossary.pot", "locales/vi/LC_MESSAGES/glossary.po"}
    second = extract()
    assert second.stderr.splitlines()[-2:] == [
        "unchanged locales/glossary.pot",
        "unchanged locales/vi/LC_MESSAGES/glossary.po",
    ]
    assert files(news.root) == before
    assert extract("--check").exit_code == 0


@pytest.mark.parametrize(("option", "code"), [("--dry-run", 0), ("--check", 1)])
def test_planning_writes_nothing(extract: Run, news: Project, option: str, code: int) -> None:
    before = files(news.root)
    result = extract(option)
    assert result.exit_code == code
    assert "would write locales/glossary.pot" in result.stderr
    assert files(news.root) == before


def test_a_new_article_reaches_the_catalogs(extract: Run, news: Project) -> None:
    extract()
    CliRunner().invoke(cli, ["--project", str(news.root), "init", "vi"])
    text = "The old-age pension\n01/08/2024 08:00 AM\nAn old-age pension is paid every month.\n" * 3
    (news.articles_folder / "2024-08-01.txt").write_text(text, encoding="utf-8")
    result = extract()
    assert "wrote locales/vi/LC_MESSAGES/glossary.po" in result.stderr
    assert " new: " in result.stderr
    assert news.catalog("vi").read().get("old-age pension")


def test_tsv(extract: Run, news: Project) -> None:
    before = files(news.root)
    result = extract("--format", "tsv", "-o", "-")
    head, *rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert head == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    scores = [float(row[1]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    found = {row[0]: row for row in rows}
    assert found["VSS"][3] == "acronym"
    assert found["collection agent"][4] == "2020-05-23.txt; 2024-07-17.txt"
    assert found["collection agent"][6:] == ["collection agent", "finance"]
    assert files(news.root) == before


def test_json(extract: Run) -> None:
    found = json.loads(extract("--format", "json", "-o", "-").stdout)
    assert [list(term) for term in found] == [COLUMNS] * len(found)
    agent = next(term for term in found if term["term"] == "collection agent")
    assert agent["articles"] == ["2020-05-23.txt", "2024-07-17.txt"]
    assert agent["frequency"] == 2


def test_a_file_gets_the_terms_and_nothing_else_changes(extract: Run, news: Project) -> None:
    before = files(news.root)
    target = news.root.parent / "terms.pot"
    assert extract("--format", "pot", "-o", str(target), "--check").exit_code == 1
    assert not target.exists()
    result = extract("--format", "pot", "-o", str(target))
    assert result.stdout == ""
    assert f"wrote {target}" in result.stderr
    assert 'msgid "collection agent"\nmsgstr ""\n' in target.read_text(encoding="utf-8")
    assert files(news.root) == before


def test_articles_are_read_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name, text = next(iter(ARTICLES.items()))
    Path(name).write_text(text, encoding="utf-8")
    from_file = CliRunner().invoke(cli, ["extract", name, "--format", "tsv"])
    assert from_file.exit_code == 0
    assert list(files(tmp_path)) == [name]
    piped = CliRunner().invoke(cli, ["extract", "-", "--format", "tsv"], text)
    assert piped.stdout == from_file.stdout.replace(name, "standard-input.txt")
    assert list(files(tmp_path)) == [name]
    assert CliRunner().invoke(cli, ["extract", "-o", "-"]).exit_code == 3


def test_names_are_given_only_when_asked_for(extract: Run) -> None:
    text = "Mr. Nguyen Van Lam visited the insurance agency. The agency thanked Nguyen Van Lam.\n"
    words = ("-", "--format", "tsv", "--threshold", "0")
    assert "Nguyen Van Lam" not in extract(*words, stdin=text).stdout
    named = extract(*words, "--names", stdin=text).stdout.splitlines()
    assert [line.split("\t")[3] for line in named if line.startswith("Nguyen Van Lam\t")] == [
        "name"
    ]


def test_a_large_corpus_gives_names_to_programs(tmp_path: Path) -> None:
    text = "Mr. Nguyen Van Lam visited the insurance agency. The agency thanked Nguyen Van Lam.\n"
    path = tmp_path / "a.txt"
    path.write_text(text * 2000, encoding="utf-8")
    words = ["extract", str(path), "--threshold", "0", "--jobs", "1", "--format"]
    assert "\nNguyen Van Lam\t" in CliRunner().invoke(cli, [*words, "tsv"]).stdout
    assert "\nNguyen Van Lam\t" not in CliRunner().invoke(cli, [*words, "tsv", "--no-names"]).stdout
    assert "Nguyen Van Lam" not in CliRunner().invoke(cli, [*words, "table"]).stdout


def test_names_never_reach_the_glossary(extract: Run, news: Project) -> None:
    before = files(news.root)
    result = extract("--names")
    assert result.exit_code == 2
    assert "the glossary holds no names" in result.stderr
    assert files(news.root) == before


def test_decisions_win_unless_they_are_left_out(extract: Run, news: Project) -> None:
    news.decisions_path.write_text("drop collection agent # an example\n", encoding="utf-8")
    words = ("--format", "tsv", "-o", "-")
    assert "\ncollection agent\t" not in extract(*words).stdout
    assert "\ncollection agent\t" in extract(*words, "--no-decisions").stdout
    assert "the editor decided “drop” (line 1" in extract("--explain", "collection agents").stdout


def test_explain_gives_the_figures_and_writes_nothing(extract: Run, news: Project) -> None:
    before = files(news.root)
    result = extract("--explain", "collection agent")
    assert result.stdout.startswith("“collection agent” is kept: its score ")
    assert "frequency 2, rank " in result.stdout
    assert "is no candidate" in extract("--explain", "qqqq").stdout
    (found,) = json.loads(extract("--explain", "collection agent", "--format", "json").stdout)
    assert found["designation"] == "collection agent"
    assert files(news.root) == before


def test_an_empty_result_says_what_to_change(extract: Run) -> None:
    result = extract("--threshold", "1", "-o", "-", "--format", "tsv")
    assert result.stdout == "\t".join(COLUMNS) + "\n"
    assert "lower it with --threshold" in result.stderr


def test_a_table_shows_the_best(extract: Run) -> None:
    result = extract("-o", "-", "--limit", "2")
    assert len(result.stdout.splitlines()) == 4
    assert "the best 2 shown; --limit 0 shows all" in result.stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x7fELF\x02\x01\x01\x00\xd0\x80\n", "bad.txt:1:"),
        ("Bảo hiểm\n".encode("utf-16"), "bad.txt:1:"),
        ("One\nTh\u00e0nh ph\u00f4\n".encode("latin-1"), "bad.txt:2:"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(
    extract: Run, news: Project, data: bytes, said: str
) -> None:
    extract()
    (news.articles_folder / "bad.txt").write_bytes(data)
    before = files(news.root)
    result = extract()
    assert result.exit_code == 3
    assert said in result.stderr
    assert result.stdout == ""
    assert files(news.root) == before


def test_a_broken_catalog_leaves_the_template(extract: Run, news: Project) -> None:
    path = news.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text('msgid "half\n', encoding="utf-8")
    before = files(news.root)
    result = extract()
    assert result.exit_code == 3
    assert f"{path}:1:" in result.stderr
    assert files(news.root) == before


def test_no_articles(extract: Run, news: Project) -> None:
    for path in news.articles():
        path.unlink()
    result = extract()
    assert result.exit_code == 3
    assert result.stderr.startswith(f"glossary: {news.articles_folder}: the folder holds no")


def test_a_source_language_that_cannot_be_read(extract: Run, news: Project) -> None:
    news.settings_path.write_text("[project]\nsource_language = vi\n", encoding="utf-8")
    result = extract()
    assert result.exit_code == 3
    assert f"{news.settings_path}:2: articles in “vi” cannot be read yet" in result.stderr


def wait_for_reader(pipe: Path, process: subprocess.Popen[bytes]) -> None:
    """Open a named pipe for writing, and leave it open, once `process` reads it."""
    while process.poll() is None:
        try:
            os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
        else:
            # Python sees a signal that comes between opening and reading only after reading.
            time.sleep(0.5)
            return
    pytest.fail("the program ended before it read the pipe")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_leaves_every_file(news: Project) -> None:
    before = files(news.root)
    # An article that never comes to its end: the run stands still in the midst of reading.
    pipe = news.articles_folder / "endless.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "glossary", "extract"]
    with subprocess.Popen(
        command, cwd=news.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        wait_for_reader(pipe, process)
        process.send_signal(signal.SIGINT)
        try:
            output, errors = process.communicate(timeout=30)
        finally:
            process.kill()
    pipe.unlink()
    assert process.returncode == 130
    assert output == b""
    assert errors.decode().strip() == "glossary: interrupted; no file is half written"
    assert files(news.root) == before


def test_head_closes_the_pipe(news: Project) -> None:
    command = f"{sys.executable} -m glossary extract --format tsv | head -n 1"
    result = subprocess.run(
        ["bash", "-c", command], cwd=news.root, capture_output=True, check=False, env=os.environ
    )
    assert result.stdout.decode() == "\t".join(COLUMNS) + "\n"
    assert b"Traceback" not in result.stderr
    assert b"Broken" not in result.stderr


@pytest.mark.parametrize(("columns", "last"), [(40, "frequency"), (80, "years")])
def test_the_table_fits_the_terminal(
    news: Project, columns: int, last: str, terminal: Callable[..., str]
) -> None:
    lines = terminal("--project", str(news.root), "extract", columns=columns).splitlines()
    assert lines[0].split()[-1] == last
    assert max(map(len, lines)) <= columns
