import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from glossary.cli import cli

ARTICLE = """\
Unemployment insurance
Mr. Nguyen Van Lam leads the insurance agency. Workers pay into the unemployment insurance fund.
The unemployment insurance fund pays unemployment benefits, said Nguyen Van Lam.
"""
FORMS = "unemployment insurance fund\tSpecific_Term\nnguyen van lam\tNamed_Entity\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def evaluate(gold: str, *words: str, name: str = "gold.tsv") -> Result:
    Path(name).write_text(gold, encoding="utf-8")
    return CliRunner().invoke(cli, ["evaluate", name, "article.txt", *words])


def figures(result: Result) -> dict[str, list[str]]:
    assert result.exit_code == 0, result.output
    rows = [line.rsplit(maxsplit=1) for line in result.stdout.splitlines()]
    return {row[0]: row[1:] for row in rows}


def test_terms_with_grades_and_classes() -> None:
    gold = "term\tgrade\tclass\nunemployment insurance funds\tcore\tdomain\ntithe\tuseful\tdomain\n"
    shown = figures(evaluate(gold))
    assert shown["wanted"] == ["2"]
    assert shown["recall core"] == ["1.000"]
    assert shown["recall core + useful"] == ["0.500"]
    assert shown["class right"] == ["1.000"]


def test_lists_name_what_is_missed_and_false() -> None:
    gold = "term\tgrade\nunemployment insurance fund\tcore\ntithe\tuseful\n"
    missed, false = evaluate(gold, "--lists").stdout.split("\nmissed\n")[1].split("\nfalse, ")
    assert missed == "  tithe (useful)\n"
    assert "  insurance agency\n" in false
    assert "  unemployment insurance fund\n" not in false


def test_a_list_of_forms_is_scored_with_and_without_names() -> None:
    shown = evaluate(FORMS, "--names").stdout.splitlines()
    assert shown[0].split() == ["all", "no", "names"]
    rows = {" ".join(words[:-2]): words[-2:] for words in map(str.split, shown[1:])}
    assert rows["wanted"] == ["2", "1"]
    assert rows["recall"] == ["1.000", "1.000"]
    assert float(rows["precision whole list"][0]) > float(rows["precision whole list"][1])


def test_names_are_proposed_only_when_asked_for() -> None:
    whole, rest = json.loads(evaluate(FORMS, "--format", "json").stdout)
    assert (whole["gold"], whole["recall"], rest["gold"], rest["recall"]) == (
        "all",
        0.5,
        "no names",
        1,
    )
    assert whole["missed"][0]["forms"] == ["nguyen van lam"]
    whole, _ = json.loads(evaluate(FORMS, "--names", "--format", "json").stdout)
    assert whole["recall"] == 1


def test_json_tells_which_class_was_given() -> None:
    gold = "term\tclass\nunemployment insurance fund\tlegal\n"
    (found,) = json.loads(evaluate(gold, "--format", "json").stdout)
    assert found["classes"] == {"legal": {"domain": 1}}
    assert found["class_accuracy"] == 0


def test_a_catalog_is_a_gold_list() -> None:
    shown = figures(evaluate('msgid "unemployment insurance fund"\nmsgstr ""\n', name="gold.po"))
    assert shown["recall"] == ["1.000"]
    assert "recall core" not in shown
    assert "class right" not in shown


def test_a_gold_list_that_is_not_there() -> None:
    result = CliRunner().invoke(cli, ["evaluate", "no.tsv", "article.txt"])
    assert result.exit_code == 3
    assert "no.tsv" in result.stderr
