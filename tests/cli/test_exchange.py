"""``export``, ``import`` and ``review-sheet``, as they are typed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from glossary.formats.contract import Payload
from glossary.formats.registry import all_formats
from glossary.project import Project

Run = Callable[..., Result]
VALIDATOR = Path(__file__).parents[2].parent / "shared" / "validate.py"
ENDINGS = {"po", "pot", "mo", "csv", "tsv", "txt", "xlsx", "tbx", "utx", "json", "html"}


def catalog(office: Project) -> bytes:
    return office.catalog_path("vi").read_bytes()


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_a_file_comes_back_unchanged(
    office: Project, run: Run, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"terms.{ending}"
    before = catalog(office)
    result = run("export", str(file))
    assert result.exit_code == 0, result.stderr
    assert f"wrote {file}" in result.stderr
    again = run("export", "--check", str(file))
    assert again.exit_code == 0, again.stderr
    if ending in {"html", "pot"}:
        return
    result = run("import", str(file))
    assert result.exit_code == 0, result.stderr
    assert "0 new, 0 changed, 0 conflicting, 5 unchanged" in result.stdout
    assert catalog(office) == before


def test_every_format_of_entries_has_an_ending_or_a_name(run: Run, tmp_path: Path) -> None:
    for form in all_formats():
        if Payload.ENTRIES in form.writes:
            file = tmp_path / f"{form.name}{form.extensions[0]}"
            result = run("export", str(file), "--format", form.name)
            assert result.exit_code == 0, result.stderr
            assert form.title in result.stderr


@pytest.mark.parametrize(
    "profile", ["plain", "omegat", "weblate", "excel", "phrase", "trados", "memoq"]
)
def test_files_are_valid(run: Run, tmp_path: Path, profile: str) -> None:
    if not VALIDATOR.is_file():
        pytest.skip("the validator lies beside the checkout")
    pytest.importorskip("elementpath", reason="the validator needs elementpath")
    names = ["a.tbx", "glossary.txt", "a.utx", "a.po"]
    names += [] if profile == "omegat" else ["a.csv", "a.tsv"]
    chosen = [] if profile == "plain" else ["--profile", profile]
    files = [str(tmp_path / name) for name in names]
    words = [*chosen, "--lang-code", "vi-VN", "--status", "approved,draft,needs-review"]
    assert run("export", *files, *words).exit_code == 0
    for form in ("tbx3", "tbx3-dct"):
        files.append(str(tmp_path / f"{form}.tbx"))
        assert run("export", files[-1], "--format", form, *chosen).exit_code == 0
    command = [sys.executable, str(VALIDATOR), *files]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout


def test_a_stream(run: Run) -> None:
    result = run("export", "-", "--format", "csv", "--status", "approved")
    assert result.stdout.splitlines()[1].startswith("social insurance,bảo hiểm xã hội,")
    assert len(result.stdout.splitlines()) == 2
    back = run("import", "-", stdin=result.stdout)
    assert "5 unchanged" in back.stdout


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        (["--status", "approved"], ["social insurance"]),
        (["--status", "draft"], ["unemployment insurance"]),
        (["--status", "needs-review"], ["health insurance"]),
        (["--status", "untranslated"], ["Vietnam Social Security", "VSS"]),
        (["--status", "approved,draft"], ["social insurance", "unemployment insurance"]),
        (["--subject", "medical"], ["health insurance"]),
        (["--subject", "benefits"], ["health insurance", "unemployment insurance"]),
    ],
)
def test_a_selection(run: Run, words: list[str], sources: list[str]) -> None:
    for form in ("csv", "po"):
        result = run("export", "-", "--format", form, *words)
        marked = [line for line in result.stdout.splitlines() if "msgid " in line] or [
            f'msgid "{line.partition(",")[0]}"' for line in result.stdout.splitlines()
        ]
        assert marked[1:] == [f'msgid "{source}"' for source in sources]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["export", "terms.doc"], 2, "does not say in which format"),
        (["export", "-"], 2, "does not say in which format"),
        (["export", "a.csv", "--format", "tbxx"], 2, "Did you mean “tbx"),
        (["export", "a.csv", "--status", "final"], 2, "no status “final”"),
        (["export", "a.csv", "--subject", "tax"], 2, "no entry has the subject field"),
        (["export", "a.csv", "--lang-code", "fr-FR"], 2, "another language"),
        (["export", "a.csv", "--profile", "omegat"], 2, "--format omegat"),
        (["export", "a.csv", "-l", "ko"], 1, "no catalog"),
        (["import", "absent.csv"], 3, "absent.csv: cannot read the file"),
        (["import", "-"], 3, "format of the file is not known"),
    ],
)
def test_what_cannot_be(run: Run, tmp_path: Path, words: list[str], code: int, said: str) -> None:
    os.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr
    assert not list(tmp_path.glob("a.csv"))


def test_what_is_lost_is_said(run: Run, tmp_path: Path) -> None:
    result = run("export", str(tmp_path / "glossary.txt"))
    assert "OmegaT glossary cannot hold:" in result.stderr
    assert "2 entries without an equivalent, or in doubt, were left out" in result.stderr


TABLE = """\
Thuật ngữ,Tiếng Việt,Ghi chú
Social Insurance,an sinh xã hội,
health insurances,bảo hiểm y tế,see the law
Vietnam Social Security,Bảo hiểm xã hội Việt Nam,
pension,lương hưu,
"""


def test_a_table_is_merged(office: Project, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "agency.csv"
    file.write_text(TABLE, encoding="utf-8")
    before = catalog(office)
    plan = run("import", str(file), "--dry-run")
    assert catalog(office) == before
    assert '+msgid "pension"' in plan.stdout
    result = run("import", str(file))
    assert result.exit_code == 1
    assert "1 new, 2 changed, 1 conflicting, 2 unchanged" in result.stdout
    assert "“Social Insurance” is our term “social insurance”" in result.stderr
    entries = {entry.source: entry for entry in office.catalog("vi").read().entries}
    assert entries["social insurance"].target == "bảo hiểm xã hội"
    assert entries["social insurance"].needs_review
    assert "conflict: theirs is “an sinh xã hội”" in entries["social insurance"].notes
    assert entries["health insurance"].notes == ("see the law",)
    assert entries["health insurance"].needs_review
    assert entries["Vietnam Social Security"].target == "Bảo hiểm xã hội Việt Nam"
    assert entries["pension"].comments == ("term · general · 0",)
    assert run("import", str(file)).exit_code == 1  # the conflict stands
    assert run("update", "vi").exit_code == 0
    kept = office.catalog("vi").read().get("pension")
    assert kept
    assert not kept.obsolete


def test_an_obsolete_term_is_back(office: Project, run: Run) -> None:
    with office.catalog("vi").editing() as ours:
        entry = ours.get("social insurance")
        assert entry
        ours.put(replace(entry, obsolete=True, comments=(), references=()))
    result = run("import", "-", stdin="en,vi\nsocial insurance,bảo hiểm xã hội\n")
    assert "“social insurance” was obsolete and is back" in result.stderr
    back = office.catalog("vi").read().get("social insurance")
    assert back
    assert not back.obsolete
    assert back.approval == "2026-11-20 NVA"


def test_a_term_is_known_by_its_other_names(office: Project, run: Run) -> None:
    with office.catalog("vi").editing() as ours:
        entry = ours.get("social insurance")
        assert entry
        comments = (entry.comments[0], "Also: public insurance; SI scheme")
        ours.put(replace(entry, comments=comments))
    result = run("import", "-", stdin="en,vi\nPublic insurances,bảo hiểm xã hội\n")
    assert "“Public insurances” is our term “social insurance”" in result.stderr
    assert "0 new, 0 changed, 0 conflicting" in result.stdout


def test_an_admitted_equivalent_is_no_conflict(office: Project, run: Run) -> None:
    result = run("import", "-", stdin="en,vi\nunemployment insurance,BHTN\n")
    assert result.exit_code == 0
    assert "0 conflicting, 5 unchanged" in result.stdout


def test_another_language_is_refused(run: Run, office: Project) -> None:
    before = catalog(office)
    data = '{"target_language": "fr", "concepts": [{"source": "law", "target": "loi"}]}'
    result = run("import", "-", stdin=data)
    assert result.exit_code == 2
    assert "“fr”" in result.stderr
    assert catalog(office) == before


@pytest.mark.parametrize("data", ["a,b\nc,d\n", 'source,target\n"a,b\n', "source,target\na,b,c\n"])
def test_a_broken_file_changes_nothing(
    office: Project, run: Run, tmp_path: Path, data: str
) -> None:
    file = tmp_path / "x.csv"
    file.write_text(data, encoding="utf-8")
    before = catalog(office)
    result = run("import", str(file))
    assert result.exit_code == 3
    assert result.stderr.startswith(f"glossary: {file}:")
    assert catalog(office) == before


def decide(sheet: Path, decisions: dict[str, dict[str, str]]) -> None:
    """Fill cells of a sheet as a reviser does: by term and the beginning of a heading."""
    book = load_workbook(sheet)
    table = book.worksheets[0]
    headings = [str(cell.value) for cell in table[1]]
    for row in table.iter_rows(min_row=2):
        for heading, text in decisions.get(str(row[0].value), {}).items():
            place = next(i for i, name in enumerate(headings) if name.startswith(heading))
            assert not row[place].protection.locked
            row[place].value = text or None
    book.save(sheet)


def test_a_sheet_that_nobody_touched_changes_nothing(
    office: Project, run: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "review.xlsx"
    before = catalog(office)
    assert run("review-sheet", "export", str(sheet)).exit_code == 0
    result = run("review-sheet", "import", str(sheet), "--by", "NVA")
    assert result.exit_code == 0, result.stderr
    assert "5 unchanged" in result.stdout
    assert catalog(office) == before


def test_a_reviser_decides(office: Project, run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "review.xlsx"
    run("review-sheet", "export", str(sheet))
    decide(
        sheet,
        {
            "unemployment insurance": {
                "Decision": "approve – duyệt",
                "Also": "BHTN\nBH thất nghiệp",
            },
            "health insurance": {"Decision": "duyệt", "Equivalent": "bảo hiểm sức khỏe"},
            "social insurance": {"Decision": "look again – xem lại", "Remark": "hỏi lại Vụ"},
            "VSS": {"Equivalent": "BHXH Việt Nam"},
        },
    )
    result = run("review-sheet", "import", str(sheet), "--by", "NVA")
    assert result.exit_code == 0, result.stderr
    assert "2 approved, 1 changed, 1 to look at again" in result.stdout
    entries = {entry.source: entry for entry in office.catalog("vi").read().entries}
    assert entries["unemployment insurance"].approval.endswith(" NVA")
    assert entries["unemployment insurance"].admitted == ("BHTN", "BH thất nghiệp")
    assert entries["health insurance"].target == "bảo hiểm sức khỏe"
    assert entries["health insurance"].approval.endswith(" NVA")
    assert not entries["health insurance"].needs_review
    assert entries["social insurance"].needs_review
    assert "NVA: hỏi lại Vụ" in entries["social insurance"].notes
    assert entries["VSS"].target == "BHXH Việt Nam"
    assert not entries["VSS"].approval


def test_a_catalog_that_changed_meanwhile_is_a_conflict(
    office: Project, run: Run, tmp_path: Path
) -> None:
    sheet = tmp_path / "review.xlsx"
    run("review-sheet", "export", str(sheet))
    run("set", "health insurance", "BHYT")
    decide(sheet, {"health insurance": {"Decision": "change – sửa", "Equivalent": "y tế"}})
    result = run("review-sheet", "import", str(sheet), "--by", "NVA")
    assert result.exit_code == 1
    entry = office.catalog("vi").read().get("health insurance")
    assert entry
    assert entry.target == "BHYT"
    assert entry.needs_review
    assert "conflict: theirs is “y tế”" in entry.notes


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"VSS": {"Decision": "approve – duyệt"}}, "no equivalent to approve"),
        ({"VSS": {"Decision": "perhaps"}}, "no decision “perhaps”"),
    ],
)
def test_a_sheet_that_cannot_be_understood(
    office: Project, run: Run, tmp_path: Path, cells: dict[str, dict[str, str]], said: str
) -> None:
    sheet = tmp_path / "review.xlsx"
    run("review-sheet", "export", str(sheet))
    before = catalog(office)
    decide(sheet, cells)
    result = run("review-sheet", "import", str(sheet), "--by", "NVA")
    assert result.exit_code == 3
    assert said in result.stderr
    assert catalog(office) == before


def test_another_table_is_no_review_sheet(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "terms.xlsx"
    run("export", str(file))
    result = run("review-sheet", "import", str(file), "--by", "NVA")
    assert result.exit_code == 3
    assert "has no column" in result.stderr
