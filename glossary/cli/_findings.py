"""Show what the checks found: for people, for compilers' readers, for programs."""

from __future__ import annotations

import difflib
import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.cli import output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.checks import Check, Issue, SourceCheck
    from glossary.project.checking import FileReport

COLUMNS = ("place", "severity", "code", "term", "message")
FACTS = (
    "file", "line", "severity", "code", "term", "sense", "part", "text", "message", "fix", "column",
)  # fmt: skip
LIST = ("code", "severity", "title")
_LONGEST_TERM = 60
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(reports: Iterable[FileReport], *, form: str, least: str) -> str:
    """The findings that are at least as severe as `least`, in one of the formats."""
    return shown([issue for one in reports for issue in one.report.issues], form=form, least=least)


def shown(every: Iterable[Issue], *, form: str, least: str) -> str:
    """The same for findings that are in no report."""
    from glossary.checks import Severity

    rank = Severity(least).rank
    issues = [issue for issue in every if issue.severity.rank >= rank]
    if form == "sarif":
        return _sarif(issues)
    if form == "json":
        return output.json_list(_facts(issue) for issue in issues)
    if form == "tsv":
        return output.tsv(FACTS, (tuple(_facts(issue).values()) for issue in issues))
    if form == "gcc":
        return "".join(f"{output.printable(_gcc(issue))}\n" for issue in issues)
    return output.table(COLUMNS, map(_row, issues)) if issues else ""


def summary(reports: Sequence[FileReport]) -> str:
    """How many findings there are, in one line."""
    issues = [issue for one in reports for issue in one.report.issues]
    return counted(issues, len(reports), waived=sum(len(one.report.waived) for one in reports))


def counted(issues: Iterable[Issue], files: int, *, waived: int = 0) -> str:
    """The same for findings that are in no report."""
    counts = Counter(issue.severity.value for issue in issues)
    parts = [_many(counts[name], name) for name in ("error", "warning", "note") if counts[name]]
    parts += [_("{count} waived").format(count=waived)] if waived else []
    checked = ngettext("{count} file checked: {found}", "{count} files checked: {found}", files)
    return checked.format(count=files, found=", ".join(parts) or _("nothing found"))


def difference(reports: Iterable[FileReport]) -> str:
    """What a repair would change, as a unified diff."""
    return "".join(line for one in reports for line in _difference(one))


def catalogue(form: str, *, of_sources: bool = False) -> str:
    """Every check with its code and title; those of articles instead where `of_sources`."""
    from glossary.checks import CHECKS, SOURCE_CHECKS

    checks: tuple[Check[Any] | SourceCheck, ...] = SOURCE_CHECKS if of_sources else CHECKS
    rows = [(check.code, check.severity.value, check.title) for check in checks]
    if form in {"json", "sarif"}:
        return output.json_list(dict(zip(LIST, row, strict=True)) for row in rows)
    if form in {"tsv", "gcc"}:
        return output.tsv(LIST, rows)
    told = [(code, _(severity), title) for code, severity, title in rows]
    return output.table(("code", "severity", "check"), told)


def _many(number: int, severity: str) -> str:
    messages = {
        "error": ngettext("{count} error", "{count} errors", number),
        "warning": ngettext("{count} warning", "{count} warnings", number),
        "note": ngettext("{count} note", "{count} notes", number),
    }
    return messages[severity].format(count=number)


def _name(path: Path | None) -> str:
    if path is None:
        return ""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _row(issue: Issue) -> tuple[str, ...]:
    place = f"{_name(issue.path)}:{issue.line}{_column(issue)}"
    return place, _(issue.severity.value), issue.code, _term(issue), issue.message


def _gcc(issue: Issue) -> str:
    term = f"{name}: " if (name := _term(issue)) else ""
    place = f"{_name(issue.path)}:{max(1, issue.line)}{_column(issue)}"
    return f"{place}: {issue.severity}: {term}{issue.message} [{issue.code}]"


def _column(issue: Issue) -> str:
    return f":{issue.column}" if issue.column else ""


def _term(issue: Issue) -> str:
    """The term, or the beginning of the sentence; in an article what stands there."""
    text = issue.key[0] or (issue.text if issue.column else "")
    return textwrap.shorten(text, _LONGEST_TERM, placeholder=" …")


def _facts(issue: Issue) -> dict[str, object]:
    fix = issue.fix.after if issue.fix else ""
    values = (
        _name(issue.path), issue.line, issue.severity.value, issue.code, *issue.key,
        issue.part.value, issue.text, issue.message, fix, issue.column,
    )  # fmt: skip
    return dict(zip(FACTS, values, strict=True))


def _difference(report: FileReport) -> Iterator[str]:
    before, after = (
        data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
        for data in (report.before, report.after)
    )
    name = _name(report.path)
    for line in difflib.unified_diff(before, after, name, name):
        yield output.printable(line.rstrip("\r\n")) + "\n"


def _sarif(issues: Iterable[Issue]) -> str:
    """SARIF 2.1.0 (OASIS), which code forges show beside the lines."""
    from glossary import __version__
    from glossary.checks import CHECKS, SOURCE_CHECKS

    every: tuple[Check[Any] | SourceCheck, ...] = (*CHECKS, *SOURCE_CHECKS)
    rules = [{"id": check.code, "shortDescription": {"text": check.title}} for check in every]
    driver = {"name": "glossary", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(issue) for issue in issues]}
    whole = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _result(issue: Issue) -> dict[str, object]:
    term = f"{name}: " if (name := _term(issue)) else ""
    column = {"startColumn": issue.column} if issue.column else {}
    place = {
        "artifactLocation": {"uri": Path(_name(issue.path)).as_posix()},
        "region": {"startLine": max(1, issue.line), **column},
    }
    return {
        "ruleId": issue.code,
        "level": issue.severity.value,
        "message": {"text": f"{term}{issue.message}"},
        "locations": [{"physicalLocation": place}],
    }
