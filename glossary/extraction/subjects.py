"""Tell the subject field of a term by the words that it is made of.

The fields are the branches of social security (ILO Convention 102, 1952) and the office's own
areas of work. A term goes to the field with most cue words; the earlier field wins a tie, so the
branches come before the areas of work, and what has no cue is general.
"""

from __future__ import annotations

from collections.abc import Iterable

from glossary.languages import en
from glossary.model import SubjectField

_CUES: dict[SubjectField, str] = {
    SubjectField.SURVIVORS: """
        survivor survivorship funeral death bereavement widow widower orphan
        """,
    SubjectField.MATERNITY: """
        maternity pregnancy pregnant childbirth birth paternity parental adoption antenatal
        """,
    SubjectField.WORK_INJURY: "injury accident occupational compensation hazard rehabilitation",
    SubjectField.SICKNESS: "sickness sick illness",
    SubjectField.OLD_AGE: "pension pensioner retirement retiree retired elderly old aging",
    SubjectField.UNEMPLOYMENT: "unemployment unemployed jobseeker jobless vocational",
    SubjectField.MEDICAL: """
        health healthcare medical hospital medicine patient treatment disease epidemic doctor
        clinic pharmacy drug inpatient outpatient
        """,
    SubjectField.IT: """
        it software database digital electronic internet website portal online computer data cyber
        technology server infrastructure
        """,
    SubjectField.COMMUNICATION: """
        communication media propaganda propagation press information journalism news publication
        leaflet broadcasting television tv film brand campaign campaigning fanpage video speech
        mobilization infographic advertising
        """,
    SubjectField.INTERNATIONAL: """
        international foreign external bilateral multilateral diplomatic diplomacy overseas abroad
        global asean protocol convention treaty regional foreigner multilateralization integration
        cooperation
        """,
    SubjectField.FINANCE: """
        payment revenue fund funding premium collection cash budget finance financial contribution
        expenditure debt economic investment vnd bank salary arrears
        """,
    SubjectField.LABOUR: """
        labor worker employee employer workforce employment wage laborer job working
        """,
    SubjectField.ADMINISTRATION: """
        administrative administration procedure ministry minister department committee government
        party state assembly office official cadre civil servant public reform district province
        provincial commune ward locality agency authority director president secretary board
        resolution decree decision circular management division institute
        """,
}
_FIELDS: dict[str, SubjectField] = {}
for _field, _words in _CUES.items():
    for _word in _words.split():
        _FIELDS.setdefault(en.american(_word), _field)
_ORDER = {field: place for place, field in enumerate(_CUES)}
_BRANCHES = 7  # fields of social security proper, whose cue outweighs one of an area of work


def subject_field(*designations: str) -> SubjectField:
    """Give the field that the words of `designations` (a term, its long form) point to.

    >>> subject_field("unemployment insurance payment").value
    'unemployment'
    """
    return _most_cued(word for text in designations for word in en.comparison_key(text).split())


def _most_cued(words: Iterable[str]) -> SubjectField:
    points: dict[SubjectField, int] = {}
    for word in words:
        if field := _FIELDS.get(word):
            points[field] = points.get(field, 0) + (2 if _ORDER[field] < _BRANCHES else 1)
    if not points:
        return SubjectField.GENERAL
    return min(points, key=lambda field: (-points[field], _ORDER[field]))
