"""A small project, made of a few terms, for the tests of commands and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from glossary.catalog import TemplateHeader, template_entries, write_template
from glossary.model import Occurrence, SubjectField, Term, TermClass
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.run import start_catalog

Changes = Mapping[str, object]

SENTENCE = "The unemployment insurance fund is managed by the State."
SHOWN = Occurrence("2020-05-23.txt", 3, SENTENCE, date(2020, 5, 23))

TERMS = (
    Term(
        "unemployment insurance",
        subject_field=SubjectField.UNEMPLOYMENT,
        definition="Insurance against loss of work.",
        frequency=35,
        articles=("2018-02-28.txt", "2020-05-23.txt"),
        years=(2018, 2020),
        occurrences=(SHOWN,),
        evidence=(SHOWN,),
    ),
    Term("social insurance", frequency=127, articles=("2020-05-23.txt",), years=(2020,)),
    Term("health insurance", subject_field=SubjectField.MEDICAL, frequency=58, articles=("a.txt",)),
    Term("Vietnam Social Security", term_class=TermClass.ORGANISATION, acronym="VSS"),
    Term("VSS", term_class=TermClass.ACRONYM, long_form="Vietnam Social Security"),
)

EQUIVALENTS: Mapping[str, Changes] = {
    "unemployment insurance": {
        "target": "bảo hiểm thất nghiệp",
        "admitted": ("BHTN",),
        "forbidden": ("bảo hiểm mất việc",),
    },
    "social insurance": {"target": "bảo hiểm xã hội", "approval": "2026-11-20 NVA"},
    "health insurance": {"target": "bảo hiểm y tế", "needs_review": True},
}


def make_office(
    folder: Path,
    terms: Sequence[Term] = TERMS,
    equivalents: Mapping[str, Changes] = EQUIVALENTS,
) -> Project:
    """A project in `folder` with a template of `terms` and a Vietnamese catalog."""
    project = create(folder / "office", name="Office")
    header = TemplateHeader(datetime(2026, 11, 22, tzinfo=UTC), "Office")
    write_template(project.template, template_entries(terms), header)
    start_catalog(project, "vi")
    change(project, equivalents)
    return project


def change(project: Project, equivalents: Mapping[str, Changes]) -> None:
    """Change entries of the Vietnamese catalog on the disk, each by its source."""
    with project.catalog("vi").editing() as catalog:
        for source, changes in equivalents.items():
            entry = catalog.get(source)
            assert entry
            catalog.put(replace(entry, **changes))  # type: ignore[arg-type]
