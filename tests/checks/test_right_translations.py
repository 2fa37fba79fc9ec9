"""Sentences of the agency's field, rightly translated: no check may call one of them wrong.

They were written after the checks, and no rule was made for them. Notes are hints and may stand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.checks import Collection, Header, Knowledge, Lines, Setting, Severity, inspect
from glossary.languages import language
from glossary.model import Segment
from glossary.project import Project
from glossary.project.knowing import knowledge_of

ROOT = Path(__file__).parent.parent.parent
FIELDS = {
    "language": "vi",
    "content-type": "text/plain; charset=UTF-8",
    "plural-forms": "nplurals=1; plural=0;",
}
TABLE = Path(__file__).parent / "right_translations.tsv"
RIGHT = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return knowledge_of(Project.open(ROOT), "vi")


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_a_right_translation_is_left_alone(source: str, target: str, knowledge: Knowledge) -> None:
    bitext = Collection(
        entries=(),
        lines=(Lines(10, ""),),
        source_keys=(),
        header=Header(FIELDS, is_fuzzy=False, notes=(), lines=Lines(1, "")),
        setting=Setting(language("vi"), knowledge=knowledge),
        segments=(Segment(source, target),),
    )
    loud = [issue for issue in inspect(bitext).issues if issue.severity is not Severity.NOTE]
    assert [(issue.code, issue.message) for issue in loud] == []
