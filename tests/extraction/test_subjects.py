"""Subject fields: by the words of a term, the branches of social security first."""

from __future__ import annotations

import pytest

from glossary.extraction.subjects import subject_field
from glossary.model import SubjectField

# designation, field
FIELDS = [
    ("social insurance", SubjectField.GENERAL),
    ("sickness benefits", SubjectField.SICKNESS),
    ("work injury", SubjectField.WORK_INJURY),
    ("survivor's pension", SubjectField.SURVIVORS),  # both branches: the earlier one
    ("old-age", SubjectField.OLD_AGE),
    ("Maternity Leave", SubjectField.MATERNITY),
    ("unemployment insurance fund", SubjectField.UNEMPLOYMENT),  # a branch outweighs finance
    ("unemployment fund payment", SubjectField.UNEMPLOYMENT),  # even two of finance
    ("health insurance", SubjectField.MEDICAL),
    ("Ministry of Planning", SubjectField.ADMINISTRATION),
    ("mass media", SubjectField.COMMUNICATION),
    ("foreign affairs", SubjectField.INTERNATIONAL),
    ("database", SubjectField.IT),
    ("digital transformation of media campaigns", SubjectField.COMMUNICATION),  # two to one
    ("state budget revenue", SubjectField.FINANCE),
    ("labour force", SubjectField.LABOUR),
    ("labor force", SubjectField.LABOUR),
    ("foreign worker", SubjectField.LABOUR),  # the head counts twice
    ("Vietnamese worker working abroad", SubjectField.LABOUR),
    ("Foreign Policy Department", SubjectField.INTERNATIONAL),  # bodies serve a field
    ("information work", SubjectField.COMMUNICATION),
    ("information security", SubjectField.IT),  # the pair takes the place of its words
    ("e-Government", SubjectField.IT),
    ("social networks", SubjectField.COMMUNICATION),
    ("legal framework", SubjectField.ADMINISTRATION),
    ("Law on Social Insurance", SubjectField.GENERAL),  # it is about what it is on
    ("Law on Health Insurance", SubjectField.MEDICAL),
    ("Decree on public procurement", SubjectField.ADMINISTRATION),
    ("law on", SubjectField.ADMINISTRATION),
    ("policy reform", SubjectField.GENERAL),
    ("", SubjectField.GENERAL),
]


@pytest.mark.parametrize(("designation", "expected"), FIELDS)
def test_fields(designation: str, expected: SubjectField) -> None:
    assert subject_field(designation) is expected


def test_an_acronym_goes_to_the_field_of_its_long_form() -> None:
    assert subject_field("HIF") is SubjectField.GENERAL
    assert subject_field("HIF", "health insurance fund") is SubjectField.MEDICAL
