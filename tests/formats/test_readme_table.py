"""The README's table of formats is the registry's.

Run as a program, this file prints the table.
"""

from __future__ import annotations

from pathlib import Path

from glossary.formats.contract import Format, Payload
from glossary.formats.registry import all_formats

README = Path(__file__).parent.parent.parent / "README.md"
HEAD = "| format | `--format` | ending | terms | sentences | of a term it cannot hold |"


def ways(form: Format, payload: Payload) -> str:
    return " ".join(
        word for word, payloads in (("in", form.reads), ("out", form.writes)) if payload in payloads
    )


def row(form: Format) -> str:
    # “equivalents” alone say enough of what belongs to them.
    names = [name.replace("_", " ") for name in form.lacks]
    lost = "everything but the term" if "target" in names else ", ".join(names)
    if "target" not in names and len(names) > 12:
        lost = "everything but term, sense and equivalent"
    if Payload.ENTRIES not in form.reads | form.writes or form.name.startswith("xliff"):
        lost = ""
    cells = (
        form.title,
        f"`{form.name}`",
        f"`{form.extensions[0]}`",
        ways(form, Payload.ENTRIES),
        ways(form, Payload.SEGMENTS),
        lost,
    )
    return f"| {' | '.join(cells)} |"


def test_the_readme_lists_every_format() -> None:
    text = README.read_text(encoding="utf-8")
    assert HEAD in text
    for form in all_formats():
        assert row(form) in text


if __name__ == "__main__":
    print(HEAD, "|---|---|---|---|---|---|", *map(row, all_formats()), sep="\n")  # noqa: T201
