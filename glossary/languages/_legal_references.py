"""Recognise the numbers of legal instruments, which are one class of their own and never terms.

Three shapes are in use in Vietnam; each may lack its diacritics (``QD`` for ``QĐ``) in English:

- normative documents carry the year: ``72/2015/NĐ-CP``, ``41/2024/QH15``
  (Law 80/2015/QH13 on promulgation of legal documents, art. 1 and 2 of Decree 34/2016/NĐ-CP);
- administrative documents do not: ``813/QĐ-BHXH`` (Decree 30/2020/NĐ-CP, appendix I);
- documents of the Party put the type behind a hyphen: ``28-NQ/TW``
  (Regulation 66-QĐ/TW of 2017).

Writers mix the shapes (``28/NQ-TW``), so all of them are taken for any type and issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Two capitals at least in each part (NQ, TTg, QH15), as words have not: "16-Bit/Stereo".
_CODE = r"(?=\w+[A-ZĐ])[A-ZĐ][A-Za-zĐđ]{0,9}\d{0,3}"
_REFERENCE = re.compile(
    rf"""(?x)
    (?<![\w/-])
    (?P<label>(?:[Nn]o\.?|[Ss]ố)\s*)?
    (?P<number>\d{{1,6}}[a-z]?)
    (?: / (?P<year>(?:19|20)\d\d) / (?P<normative>{_CODE}(?:-{_CODE})*)
      | [/-] (?P<code>{_CODE}(?:[-/]{_CODE})+)
    )
    (?![\w/])
    """
)


# What each reference holds, and few other lines.
_NUMBERED = re.compile(r"\d[a-z]?[/-]")


@dataclass(frozen=True, slots=True)
class LegalReference:
    """One mention of an instrument by its number: where it stands and what it says.

    `start` and `end` are offsets in characters; `number` is without "No."; `year` is None for
    instruments whose number carries none; `code` holds type and issuer as written, ``QD-BHXH``.
    """

    start: int
    end: int
    number: str
    year: int | None
    code: str

    @property
    def instrument(self) -> tuple[str, int | None, str]:
        """What tells instruments apart, whichever of the shapes a writer chose."""
        return self.number, self.year, self.code.replace("/", "-")


def legal_references(text: str) -> list[LegalReference]:
    """Give every legal reference in `text`, in order.

    >>> [r.instrument for r in legal_references("Resolution No. 28-NQ/TW, Decree No.72/2015/ND-CP")]
    [('28', None, 'NQ-TW'), ('72', 2015, 'ND-CP')]
    """
    found: list[LegalReference] = []
    end = 0
    for number in _NUMBERED.finditer(text):
        if number.start() >= end:
            start = text.rfind("\n", 0, number.start()) + 1
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            found += map(_reference, _REFERENCE.finditer(text, start, end))
    return found


def _reference(found: re.Match[str]) -> LegalReference:
    return LegalReference(
        start=found.start(),
        end=found.end(),
        number=found["number"],
        year=int(found["year"]) if found["year"] else None,
        code=found["normative"] or found["code"],
    )
