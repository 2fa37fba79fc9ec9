"""What a command may load before it has something to do."""

import subprocess
import sys
from pathlib import Path

import pytest

from glossary.memory import Memory
from glossary.model import Segment
from glossary.project.creation import create

HEAVY = {"nltk", "textblob", "babel", "polib", "rich", "wordfreq", "numpy", "regex"}


def loaded(code: str, cwd: Path) -> set[str]:
    """The heavy packages in sys.modules after `code`, in a new interpreter."""
    program = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=cwd, capture_output=True, check=True, text=True)
    return HEAVY & set(result.stderr.split("\n")[-2].split())


def run(*words: str) -> str:
    return f"from glossary.cli import cli; cli({list(words)!r})"


@pytest.mark.parametrize(
    "code",
    ["import glossary.cli", "import glossary.project", "import glossary.lookup"],
)
def test_importing_loads_nothing_heavy(tmp_path: Path, code: str) -> None:
    assert loaded(code, tmp_path) == set()


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["lookup", "--help"], ["new", "x"]])
def test_a_command_loads_nothing_heavy(tmp_path: Path, words: list[str]) -> None:
    assert loaded(run(*words), tmp_path) == set()


def test_the_check_sees_a_heavy_package(tmp_path: Path) -> None:
    assert loaded("import polib", tmp_path) == {"polib"}


CATALOG = """\
msgid ""
msgstr ""
"Language: vi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "law"
msgstr "luật"
"""


@pytest.mark.parametrize(
    "words", [("lookup", "luat"), ("set", "laws", "đạo luật"), ("approve", "luat", "--by", "A")]
)
def test_a_catalog_needs_its_reader_only(tmp_path: Path, words: tuple[str, ...]) -> None:
    project = create(tmp_path)
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG, encoding="utf-8")
    assert loaded(run(*words), tmp_path) <= {"polib"}


def test_a_look_up_in_the_memory_needs_no_table_of_numbers(tmp_path: Path) -> None:
    project = create(tmp_path)
    with Memory.open(project.memory_path) as memory:
        memory.add([Segment("The law applies.", "Luật áp dụng.")])
        memory.set_fact("started", "now")
    words = ["memory", "lookup", "--plain", "-l", "vi", "The laws apply."]
    assert loaded(run(*words), tmp_path) == set()


WARM = [
    ("law",),
    ("luat",),
    ("--short", "law"),
    ("--format", "json", "law"),
    ("--format", "tsv", "law"),
]
NEEDLESS = HEAVY | {
    "docx", "jinja2", "lxml", "openpyxl", "prompt_toolkit", "rapidfuzz", "starlette", "uvicorn",
}  # fmt: skip


@pytest.mark.parametrize("words", WARM)
def test_a_look_up_in_a_cached_index_loads_next_to_nothing(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    project = create(tmp_path)
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG, encoding="utf-8")
    loaded(run("lookup", "law"), tmp_path)
    program = f"import sys\ntry:\n    {run('lookup', *words)}\nexcept SystemExit:\n    pass\n"
    program += "print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True)
    modules = set(result.stderr.split("\n")[-2].split())
    assert not NEEDLESS & {name.partition(".")[0] for name in modules}
    # What reads catalogs, settings and languages stays away, too.
    own = {"glossary.catalog", "glossary.formats", "glossary.project.settings"}
    assert not {*own, "glossary.languages.en", "glossary.languages.vi"} & modules


def test_a_typing_error_loads_what_counts_errors_only(tmp_path: Path) -> None:
    project = create(tmp_path)
    path = project.catalog_path("vi")
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG.replace("law", "insurance"), encoding="utf-8")
    loaded(run("lookup", "law"), tmp_path)
    assert loaded(run("lookup", "insurence"), tmp_path) == set()


def test_ctrl_c_while_it_loads_ends_it_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "glossary", "--version"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")
