import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click import unstyle
from click.testing import Result

from glossary.memory import Memory
from glossary.project import Project
from tests.memory.units import segments

Run = Callable[..., Result]
Terminal = Callable[..., str]

PAIRS = (
    ("In 2023, the fund grew by 5%.", "Năm 2023, quỹ tăng 5%."),
    ("Social insurance is for all workers.", "Bảo hiểm xã hội dành cho mọi người lao động."),
    ("Health insurance is for everybody.", "Bảo hiểm y tế dành cho mọi người."),
)


@pytest.fixture
def filled(run: Run) -> Run:
    for source, target in PAIRS:
        assert run("memory", "add", source, target, "--by", "NVA").exit_code == 0
    return run


def test_the_first_command_starts_the_memory(run: Run) -> None:
    result = run("memory", "stats", "--format", "json")
    assert "started locales/memory.db with 0 sentences" in result.stderr
    assert json.loads(result.stdout)[0]["units"] == 0
    assert "started" not in run("memory", "stats").stderr


def test_a_match_is_adapted_and_says_so(filled: Run) -> None:
    result = filled("memory", "lookup", "In", "2024,", "the fund grew by 7.5%.")
    assert result.exit_code == 0
    first, second, third, *rest = result.stdout.splitlines()
    assert first.startswith("  99 %  draft")
    assert first.endswith("#1")
    assert second.strip() == "In [2023,] the fund grew by [5%.]"
    assert third.strip() == "→ Năm 2024, quỹ tăng 7,5%."
    assert [line.strip() for line in rest] == [
        "number 2023 → 2024: 2023 → 2024",
        "number 5% → 7.5%: 5% → 7,5%",
    ]


def test_plain_matches_are_not_adapted(filled: Run) -> None:
    result = filled("memory", "lookup", "In 2024, the fund grew by 5%.", "--plain")
    assert "→ Năm 2023, quỹ tăng 5%." in result.stdout


def test_reverse(filled: Run) -> None:
    words = ("--reverse", "--format", "json", "Bảo hiểm y tế dành cho mọi người.")
    (match,) = json.loads(filled("memory", "lookup", *words).stdout)
    assert (match["translation"], match["score"]) == (PAIRS[2][0], 98)
    assert (match["author"], match["status"]) == ("NVA", "draft")


def test_lines_of_standard_input(filled: Run) -> None:
    text = "Social insurance is for all workers.\n\nqwertyuiop\n"
    result = filled("memory", "lookup", "-", "--format", "tsv", "--limit", "1", stdin=text)
    assert result.exit_code == 1
    head, row = result.stdout.splitlines()
    assert head.split("\t")[:4] == ["wanted", "score", "similarity", "translation"]
    assert row.split("\t")[1] == "100"
    assert "nothing like “qwertyuiop” was translated before" in result.stderr


@pytest.mark.parametrize(
    ("words", "stdout", "stderr", "exit_code"),
    [
        (("lookup", "x", "--threshold", "0"), "", "0 is not in the range", 2),
        (("lookup", "x", "-l", "xx"), "", "“xx”", 1),
        (("lookup", " "), "", "nothing like “” was translated before", 1),
        (("concordance", "nothing"), "", "“nothing” does not occur", 1),
        (("forget",), "", "Name a NUMBER", 2),
        (("forget", "99"), "", "there is no unit 99", 1),
        (("forget", "--origin", "no.txt"), "", "there is no unit from “no.txt”", 1),
        (("import", "no.po"), "", "no.po: cannot read the file", 3),
        (("export", "office.nothing"), "", "in which format", 2),
        (("conflicts",), "", "", 0),
        (("check",), "", "the memory is sound", 0),
        (("check", "--fix"), "", "the memory is sound", 0),
        (("add", "law", " "), "left out: law → \n", "", 0),
        (("nonsense",), "", "No such command 'nonsense'", 2),
    ],
)
def test_outcomes(
    filled: Run, words: tuple[str, ...], stdout: str, stderr: str, exit_code: int
) -> None:
    result = filled("memory", *words)
    assert (result.stdout, result.exit_code) == (stdout, exit_code)
    assert stderr in result.stderr


def test_adding_again_is_no_change(filled: Run) -> None:
    result = filled("memory", "add", *PAIRS[0], "--check", "--by", "NVA")
    assert (result.exit_code, result.stdout.split(":")[0]) == (0, "already known")
    result = filled("memory", "add", "law", "luật", "--check")
    assert (result.exit_code, result.stdout) == (1, "would remember: law → luật\n")
    assert filled("memory", "lookup", "law").exit_code == 1


def test_forgetting(filled: Run) -> None:
    planned = filled("memory", "forget", "1", "--dry-run")
    assert planned.stdout == f"#1  {PAIRS[0][0]} → {PAIRS[0][1]}\n"
    assert "would forget 1 unit" in planned.stderr
    assert filled("memory", "forget", "1", "--check").exit_code == 1
    assert "forgot 1 unit" in filled("memory", "forget", "1").stderr
    assert filled("memory", "forget", "1").exit_code == 1


def test_conflicts_and_duplicates(filled: Run, tmp_path: Path) -> None:
    filled("memory", "add", PAIRS[0][0], "Trong năm 2023, quỹ tăng 5%.")
    result = filled("memory", "conflicts")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == PAIRS[0][0]
    (group,) = json.loads(filled("memory", "conflicts", "--format", "json").stdout)
    assert [unit["id"] for unit in group["units"]] == [1, 4]
    tmx = tmp_path / "all.tmx"
    filled("memory", "export", str(tmx))
    named = re.sub(r"(<tu\b[^>]*>)", r'\1<prop type="file">a.txt</prop>', tmx.read_text("utf-8"))
    tmx.write_text(named, encoding="utf-8")
    assert filled("memory", "import", str(tmx), "-l", "vi").exit_code == 0
    planned = filled("memory", "dedupe", "--check")
    assert planned.exit_code == 1
    assert "would forget 4 units" in planned.stderr
    assert "forgot 4 units" in filled("memory", "dedupe").stderr
    assert "forgot 0 units" in filled("memory", "dedupe").stderr


def test_files_that_come_in(filled: Run, tmp_path: Path) -> None:
    po = tmp_path / "app.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: vi\\n"\n\n'
        'msgid "Open"\nmsgstr "Mở"\n\nmsgid "Close"\nmsgstr ""\n',
        encoding="utf-8",
    )
    planned = filled("memory", "import", str(po), "--check")
    assert planned.exit_code == 1
    assert planned.stdout.splitlines()[2].split()[1:] == ["1", "0", "0", "1"]
    done = filled("memory", "import", "-", "--format", "po", stdin=po.read_bytes())
    assert done.stdout.splitlines()[2].split()[1:] == ["1", "0", "0", "1"]
    assert filled("memory", "import", str(po), "--check").exit_code == 1
    filled("memory", "import", str(po))
    assert filled("memory", "import", str(po), "--check").exit_code == 0


def test_what_was_added_by_hand_is_known_when_it_comes_back(filled: Run, tmp_path: Path) -> None:
    filled("memory", "add", "A hand.", "Một bàn tay.")
    tmx = tmp_path / "all.tmx"
    filled("memory", "export", str(tmx))
    back = filled("memory", "import", str(tmx), "--check")
    assert back.exit_code == 0
    assert back.stdout.splitlines()[2].split()[1:3] == ["0", "0"]


def test_a_broken_file_is_named(filled: Run, tmp_path: Path) -> None:
    po = tmp_path / "broken.po"
    po.write_text('msgid "a\nmsgstr "b"\n', encoding="utf-8")
    result = filled("memory", "import", str(po))
    assert result.exit_code == 3
    assert f"{po}:1" in result.stderr


def test_a_language_that_there_is_not_is_named_with_its_file(filled: Run, tmp_path: Path) -> None:
    tmx = tmp_path / "a.tmx"
    unit = '<tu><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="qqq"><seg>B</seg></tuv></tu>'
    tmx.write_text(f"<tmx><body>{unit}</body></tmx>", encoding="utf-8")
    result = filled("memory", "import", str(tmx))
    assert result.exit_code == 3
    assert result.stderr.startswith(f"glossary: {tmx}: no language has the tag “qqq”")


def test_a_damaged_memory_says_what_to_do(filled: Run, office: Project) -> None:
    office.memory_path.write_bytes(b"x" * 10000)
    for suffix in ("-wal", "-shm"):
        office.memory_path.with_name(office.memory_path.name + suffix).unlink(missing_ok=True)
    result = filled("memory", "lookup", "law")
    assert result.exit_code == 3
    assert "the memory is damaged" in result.stderr
    assert "import your translations again" in result.stderr


def test_a_missing_index_is_built_again(filled: Run, office: Project) -> None:
    with Memory.open(office.memory_path) as memory:
        memory.add(segments(5500))
    office.memory_path.with_name("memory.en.index").unlink()
    result = filled("memory", "check")
    assert (result.exit_code, result.stdout) == (
        1,
        "the matching index of “en” is missing or not whole\n",
    )
    assert "hint: --fix builds the indexes anew" in result.stderr
    assert filled("memory", "check", "--fix").exit_code == 0
    assert filled("memory", "check").exit_code == 0


def test_key_words_stand_below_each_other(filled: Run, terminal: Terminal) -> None:
    shown = unstyle(terminal("memory", "concordance", "bao hiem", columns=40)).splitlines()
    assert len(shown) == 4
    assert all(len(line) <= 40 for line in shown)
    assert shown[0].index("Bảo hiểm") == shown[2].index("Bảo hiểm")


def test_a_terminal_wraps_matches(filled: Run, terminal: Terminal) -> None:
    shown = unstyle(terminal("memory", "lookup", PAIRS[1][0], columns=40)).splitlines()
    assert "Social insurance is for all" in shown[1]
    assert all(len(line) <= 40 for line in shown)


def test_a_concordance_for_programs(filled: Run) -> None:
    found = json.loads(filled("memory", "concordance", "insured*", "--format", "json").stdout)
    assert found == []
    (line,) = json.loads(filled("memory", "concordance", "for workers", "--format", "json").stdout)
    assert (line["side"], line["spans"]) == ("source", ["20-23", "28-35"])
    limited = filled("memory", "concordance", "insurance", "--limit", "1", "--format", "tsv")
    assert len(limited.stdout.splitlines()) == 2
    assert "there are more" in limited.stderr


def test_suggesting(filled: Run) -> None:
    assert filled("suggest", "fund").exit_code == 1
    for number in range(12):
        filled("memory", "add", f"Law {number}", f"Luật {number}")
    for word in "abc":
        filled("memory", "add", f"The investment fund {word}", f"Quỹ đầu tư {word}")
    result = filled("suggest", "investment", "funds")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2].split()[:3] == ["quỹ", "đầu", "tư"]
    (best,) = json.loads(filled("suggest", "investment fund", "--format", "json").stdout)
    assert (best["together"], best["term_in"], len(best["examples"])) == (3, 3, 3)
    head, row = filled("suggest", "investment fund", "--format", "tsv").stdout.splitlines()
    assert head.split("\t") == ["phrase", "together", "phrase_in", "term_in", "score"]
    assert row.split("\t")[:4] == ["quỹ đầu tư", "3", "3", "3"]
