import json
from collections.abc import Callable

import pytest
from click.testing import Result

from glossary.project import Project

Run = Callable[..., Result]
Terminal = Callable[..., str]


def test_figures(run: Run) -> None:
    rows = json.loads(run("status", "--format", "json").output)
    assert [tuple(row.values()) for row in rows] == [
        ("vi", "", 1, 1, 1, 2, 5, ""),
        ("vi", "general", 1, 0, 0, 2, 3, ""),
        ("vi", "medical", 0, 0, 1, 0, 1, ""),
        ("vi", "unemployment", 0, 1, 0, 0, 1, ""),
    ]
    head, first, *_ = run("status", "vi", "--format", "tsv").output.splitlines()
    assert head == "language\tfield\tapproved\tdraft\tto_review\topen\ttotal\tarticle"
    assert first == "vi\t\t1\t1\t1\t2\t5\t"


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_bars_fit_the_terminal(terminal: Terminal, columns: int) -> None:
    lines = terminal("status", columns=columns, NO_COLOR="1").splitlines()
    assert max(map(len, lines)) == min(columns, 80)
    assert lines[-1] == "40 % done, 1 of 5 approved"
    signs = lines[1].split()[-1]
    # 5 entries: 1 approved, 1 draft, 1 to review, 2 open; a fifth of the bar for each, rounded.
    for sign in "█▓▒":
        assert abs(signs.count(sign) - len(signs) / 5) < 1
    assert abs(signs.count("·") - len(signs) * 2 / 5) < 1


def test_without_a_catalog_the_next_step_is_named(run: Run, office: Project) -> None:
    office.catalog_path("vi").unlink()
    result = run("status")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "glossary init LANG" in result.stderr
    assert run("-q", "status").stderr == ""
    assert run("status", "vi").exit_code == 1


def test_articles_are_counted_by_their_sentences(
    run: Run, office: Project, terminal: Terminal
) -> None:
    office.articles_folder.mkdir(exist_ok=True)
    (office.articles_folder / "2020-05-23.txt").write_text("A\n***\nIt grew. It fell.\n")
    run("prepare", "--no-memory")
    *_rest, last = json.loads(run("status", "--format", "json").output)
    assert tuple(last.values()) == ("vi", "", 0, 1, 0, 3, 4, "2020-05-23")
    shown = terminal("status", NO_COLOR="1").splitlines()
    assert shown[-4].split() == ["vi,", "articles", "done", "review", "open"]
    assert shown[-2].split()[:4] == ["2020-05-23", "1", "0", "3"]
    assert shown[-1] == "25 % done, 0 of 4 approved"
