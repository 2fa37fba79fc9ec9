"""Tell the subject field of a term by the words that it is made of.

The fields are the branches of social security (ILO Convention 102, 1952) and the office's own
areas of work. A term goes to the field with most cues, words or pairs of words. Its head counts
twice, for a foreign worker is a worker, but not if it is a body or a relation: these belong to the
field that they serve. The earlier field wins a tie, so the branches come before the areas of work,
and what has no cue is general. A law is about what it is on.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.extraction.variants import head_index
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
    SubjectField.OLD_AGE: "pension pensioner retirement retiree retired elderly old",
    SubjectField.UNEMPLOYMENT: "unemployment unemployed jobseeker jobless vocational",
    SubjectField.MEDICAL: """
        health healthcare medical hospital medicine patient treatment disease epidemic doctor
        clinic pharmacy drug inpatient outpatient
        """,
    SubjectField.IT: """
        it software database digital electronic internet website portal online computer data cyber
        technology server infrastructure multimedia egovernment information_security
        information_system
        """,
    SubjectField.COMMUNICATION: """
        communication media propaganda propagation press information journalism news publication
        leaflet broadcasting television tv film brand campaign campaigning fanpage video speech
        mobilization infographic advertising clip newspaper journalist facebook youtube zalo
        social_network social_networking
        """,
    SubjectField.INTERNATIONAL: """
        international foreign external bilateral multilateral diplomatic diplomacy overseas abroad
        embassy global asean protocol convention treaty regional multilateralization integration
        cooperation
        """,
    SubjectField.FINANCE: """
        payment revenue fund funding premium collection cash budget finance financial contribution
        expenditure debt economic investment vnd bank salary arrears
        """,
    SubjectField.LABOUR: """
        labor worker foreigner informal_sector employee employer workforce employment wage laborer
        job working
        """,
    SubjectField.ADMINISTRATION: """
        administrative administration procedure ministry minister department committee government
        party state assembly office official cadre civil servant public district province
        provincial commune ward locality agency authority director president secretary board
        resolution decree decision circular management division institute law legal legislation
        legislative regulation ordinance statute constitution directive amendment article clause
        guideline plan town township village hamlet municipal municipality residential political
        focal_point focal_unit one_stop mass_organization
        """,
}
_FIELDS: dict[str, SubjectField] = {}
for _field, _words in _CUES.items():
    for _word in _words.split():
        _FIELDS.setdefault(en.american(_word).replace("_", " "), _field)
_ORDER = {field: place for place, field in enumerate(_CUES)}
_BRANCHES = 7  # fields of social security proper, whose cue outweighs two of an area of work
_SERVING = (SubjectField.ADMINISTRATION, SubjectField.INTERNATIONAL)
_LAWS = frozenset({"law", "decree", "decision", "resolution", "circular", "regulation", "plan"})


def subject_field(*designations: str) -> SubjectField:
    """Give the field that the words of `designations` (a term, its long form) point to.

    >>> subject_field("unemployment insurance payment").value
    'unemployment'
    >>> subject_field("foreign worker").value
    'labour'
    """
    points: dict[SubjectField, int] = {}
    for designation in designations:
        for field, weight in _cues(_subject(en.comparison_key(designation).split())):
            points[field] = points.get(field, 0) + weight
    if not points:
        return SubjectField.GENERAL
    return min(points, key=lambda field: (-points[field], _ORDER[field]))


def _subject(words: list[str]) -> list[str]:
    """Give what a law is on; the words themselves where they name no law on something."""
    if len(words) > 2 and words[0] in _LAWS and words[1] == "on":
        return words[2:]
    return words


def _cues(words: list[str]) -> Iterator[tuple[SubjectField, int]]:
    """Give the field and the weight of each cue; a pair of words takes the place of its words."""
    head = head_index(words)
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        cue = pair if pair in _FIELDS else words[place]
        last = place + cue.count(" ")
        if field := _FIELDS.get(cue):
            yield field, _weight(field, is_head=place <= head <= last)
        place = last + 1


def _weight(field: SubjectField, *, is_head: bool) -> int:
    if _ORDER[field] < _BRANCHES:
        return 3
    return 2 if is_head and field not in _SERVING else 1
