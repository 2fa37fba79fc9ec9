"""L001–L005: legal references: number, letters, shape, and the word for the kind of document.

English texts drop the stroke of Đ; in Vietnamese it belongs to the code. The Party puts the kind
behind a hyphen and the issuer behind a stroke (28-NQ/TW), the State the other way round
(813/QĐ-BHXH).

source  Decree 30/2020/NĐ-CP, appendices I and III; Law 80/2015/QH13, article 11; Guidance
        36-HD/VPTW of 2018 for the documents of the Party
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, SegmentCheck, Setting, Severity
from glossary.checks._counterparts import Unmatched, of_kind, replaced, sides, unmatched
from glossary.interface import _
from glossary.languages import Placeable, PlaceableKind, render, vi
from glossary.model import Segment

__all__ = ["CHECKS"]

_KIND = re.compile(r"(\w+(?:\s\w+)?)\s(?:số\s?:?\s?)?$")
_LETTERS = re.compile(r"[^\W\d_]+")
_KINDS = frozenset(name.casefold() for name in vi.DOCUMENT_CODES.values())


class WrongReference(SegmentCheck):
    """A legal reference of the source has no counterpart."""

    code = "L001"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Where another reference stands in its place, the message names it."""
        loose = _loose(subject)
        added = list(loose.added)
        for one in loose.lost:
            right = render(one, subject.source_language, subject.target_language) or one.text
            other = added.pop(0).text if added else ""
            message = (
                _("“{reference}” has become “{other}”")
                if other
                else _("“{reference}” has no counterpart")
            )
            yield self.issue(subject, message.format(reference=right, other=other))


class AddedReference(SegmentCheck):
    """A legal reference stands in the target and not in the source."""

    code = "L002"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """One that stands for a reference of the source is L001."""
        loose = _loose(subject)
        for one in loose.added[len(loose.lost) :]:
            message = _("“{reference}” is not in the source").format(reference=one.text)
            yield self.issue(subject, message)


class ReferenceLetters(SegmentCheck):
    """The code of a legal reference lacks its letters: QD for QĐ."""

    code = "L003"
    severity = Severity.ERROR
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Codes that are not known are left alone."""
        for one in of_kind(sides(subject).target, PlaceableKind.REFERENCE):
            right = vi.legal_code(one.text)
            if right != one.text:
                yield _miswritten(self, subject, one, right)


class ReferenceShape(SegmentCheck):
    """A reference to a document of the Party has the shape of the State's, or the reverse."""

    code = "L004"
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """28-NQ/TW and 813/QĐ-BHXH."""
        for one in of_kind(sides(subject).target, PlaceableKind.REFERENCE):
            right = render(one, "en", "vi") or one.text
            if _LETTERS.findall(right) == _LETTERS.findall(one.text) and right != one.text:
                yield _miswritten(self, subject, one, right)


def _miswritten(check: SegmentCheck, subject: Segment, one: Placeable, right: str) -> Issue:
    message = _("“{reference}” is written “{right}”").format(reference=one.text, right=right)
    return check.issue(subject, message, after=replaced(subject.target, one, right))


class OtherKind(SegmentCheck):
    """The word before a legal reference names another kind of document than its code."""

    code = "L005"
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """“Nghị quyết số 813/QĐ-BHXH”: QĐ is quyết định."""
        for one in of_kind(sides(subject).target, PlaceableKind.REFERENCE):
            code = next((c for c in map(_named, _LETTERS.findall(one.text)) if c), "")
            found = _KIND.search(subject.target[max(0, one.start - 40) : one.start])
            word = found[1].casefold() if found else ""
            # The Party's quy định bear QĐ too: Quy định số 66-QĐ/TW.
            is_other = word in _KINDS and {word, code} != {"quy định", "quyết định"}
            if code and is_other and word != code:
                message = _("“{reference}” is a {code}, not a {word}")
                yield self.issue(subject, message.format(reference=one.text, code=code, word=word))


def _named(code: str) -> str:
    return vi.DOCUMENT_CODES.get(vi.legal_code(code), "").casefold()


def _loose(segment: Segment) -> Unmatched:
    both = sides(segment)
    kind = PlaceableKind.REFERENCE
    return unmatched(of_kind(both.source, kind), of_kind(both.target, kind))


CHECKS = (WrongReference(), AddedReference(), ReferenceLetters(), ReferenceShape(), OtherKind())
