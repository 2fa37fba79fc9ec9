"""What the columns of a table hold, by their headings in English or Vietnamese.

in      the headings, and the two languages that are wanted
out     a `Column` for each: the field of a concept, and the language it belongs to
source  headings that MultiTerm, memoQ, Phrase, Weblate, UTX and this program write
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from glossary.errors import GlossaryError, RequestError
from glossary.formats.contract import Reading, one_line
from glossary.interface import _
from glossary.languages import language as find_language

SOURCE, TARGET = "source", "target"
TERM, STATUS, PREFERRED, OTHER, SKIPPED = "term", "status", "preferred", "other", "-"
APPROVED_ON, APPROVED_BY, TERM_INFO = "approved_on", "approved_by", "term_info"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `field` is one of a concept's, or one of the names above; `side` may be empty.

    `language` is the tag that the heading names, as it stands there.
    """

    heading: str
    field: str
    side: str = ""
    language: str = ""


# Field: headings, in small letters, with blanks for underscores and hyphens.
_HEADINGS: dict[str, str] = {
    "id": "id|cid|entry id|concept id|concept|entry number|entry no|mã|mã số",
    "sense": "sense|msgctxt|homograph|nghĩa",
    "admitted": "admitted|synonyms|synonym|target synonyms|also used|admitted equivalents|"
    "được chấp nhận|từ đồng nghĩa|đồng nghĩa|cũng dùng",
    "deprecated": "deprecated|superseded|obsolete|not recommended|cũ|không nên dùng|lỗi thời",
    "forbidden": "forbidden|do not use|forbidden term|term forbidden|cấm|cấm dùng|không dùng",
    STATUS: "status|term status|workflow status|administrative status|state|trạng thái|tình trạng",
    PREFERRED: "preferred|ưu tiên",
    "needs_review": "fuzzy|needs review|needs editing|cần xem lại",
    APPROVED_ON: "approved on|approval date|ngày duyệt",
    APPROVED_BY: "approved by|approver|người duyệt",
    "part_of_speech": "part of speech|pos|src pos|partofspeech|word class|từ loại",
    "subject_field": "subject field|subject|field|domain|entry subject|entry domain|subjectfield|"
    "lĩnh vực|chuyên ngành",
    "usage": "frequency|tần suất|số lần",
    "definition": "definition|source definition|explanation|meaning|def|giải thích",
    "target_definition": "target definition|định nghĩa|định nghĩa tiếng việt",
    "other_names": "other names|also called|source synonyms|variants|tên khác|tên gọi khác",
    "abbreviation_of": "abbreviation of|full form|viết tắt của|dạng đầy đủ",
    "abbreviated_as": "abbreviated as|abbreviation|acronym|chữ viết tắt|viết tắt",
    "evidence": "evidence|example|examples|context sentence|term example|usage|usage example|"
    "ví dụ|ngữ cảnh",
    "references": "references|reference|sources|location|locations|tham chiếu|nguồn trích dẫn|"
    "xuất xứ",
    "notes": "notes|note|comment|comments|remark|remarks|developer comments|"
    "translator comments|entry note|concept note|ghi chú|chú thích|nhận xét",
    TERM_INFO: "term info",
    SKIPPED: "tid|term id|stt|no|number|số|số thứ tự|#",
}
_FIELDS = {heading: field for field, text in _HEADINGS.items() for heading in text.split("|")}
_SOURCE = "source|source term|src|term|headword|nguồn|thuật ngữ|thuật ngữ nguồn|gốc"
_TARGET = (
    "target|target term|tgt|translation|equivalent|đích|thuật ngữ đích|tương đương|bản dịch|"
    "từ tương đương|dịch"
)
_SIDES = {
    **dict.fromkeys(_SOURCE.split("|"), SOURCE),
    **dict.fromkeys(_TARGET.split("|"), TARGET),
}
_VIETNAMESE_NAMES = {"en": ("tiếng anh", "anh"), "vi": ("tiếng việt", "việt", "vietnamese")}
_TAG_SHAPE = r"(?P<tag>[a-z]{2,3}([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?)"
_TAG = re.compile(_TAG_SHAPE, re.IGNORECASE)
_TAG_IN_BRACKETS = re.compile(rf"\({_TAG_SHAPE}\)", re.IGNORECASE)

NAMES = (SOURCE, TARGET, *_HEADINGS)
"""What ``--columns`` may name; an underscore may be a blank there."""


def recognise(headings: Sequence[str], reading: Reading) -> tuple[Column, ...] | None:
    """The columns of these headings; None where no source term and equivalent is among them."""
    names = _names(reading)
    columns = [_column(heading, names) for heading in headings]
    columns = _with_context(columns)
    terms = {column.side for column in columns if column.field == TERM}
    return tuple(columns) if {SOURCE, TARGET} <= terms else None


def are_headings(cells: Sequence[str], reading: Reading) -> bool:
    """Whether a row names the columns: those of ``--columns heading=name``, else by `recognise`."""
    if reading.columns:
        named = {one.rsplit("=", 1)[0] for one in reading.columns if "=" in one}
        return bool(named) and named <= set(cells)
    return recognise(cells, reading) is not None


def chosen(reading: Reading, headings: Sequence[str]) -> tuple[tuple[Column, ...], bool]:
    """The columns as ``--columns`` says, and whether `headings` are headings.

    It names the columns in their order, or each as ``heading=name``. RequestError where a name is
    unknown or a term is missing.
    """
    wanted = reading.columns
    if any("=" in one for one in wanted):
        by_heading = dict(one.rsplit("=", 1) for one in wanted if "=" in one)
        missing = [heading for heading in by_heading if heading not in headings]
        if missing:
            raise RequestError(
                _("the table has no column “{name}”").format(name=missing[0]),
                hint=_("Its columns are: {names}.").format(names=", ".join(headings)),
            )
        names = [by_heading.get(heading, SKIPPED) for heading in headings]
        has_headings = True
    else:
        names = [*wanted, *[SKIPPED] * (len(headings) - len(wanted))]
        has_headings = recognise(headings, reading) is not None
    columns = tuple(_named(name, heading) for name, heading in zip(names, headings, strict=False))
    terms = {column.side for column in columns if column.field == TERM}
    if not {SOURCE, TARGET} <= terms:
        raise RequestError(
            _("--columns names no “source” or no “target”"),
            hint=_("As in: --columns source,target,notes; “-” leaves a column out."),
        )
    return columns, has_headings


def _named(name: str, heading: str) -> Column:
    name = name.strip().lower().replace(" ", "_")
    if name in (SOURCE, TARGET):
        return Column(heading, TERM, name)
    if name in _HEADINGS:
        return Column(heading, name)
    found = _FIELDS.get(_plain(name))
    if found:
        return Column(heading, found)
    raise RequestError(
        _("there is no kind of column “{name}”").format(name=name),
        hint=_("There are: {names}.").format(names=", ".join(NAMES)),
    )


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[_\-:.]+", " ", one_line(heading).casefold()).split())


def _names(reading: Reading) -> dict[str, Collection[str]]:
    """How each side's language may be called in a heading, the longest names first."""
    found: dict[str, Collection[str]] = {}
    for side, tag in ((SOURCE, reading.source_language), (TARGET, reading.target_language)):
        names = set(_language_names(tag)) if tag else set()
        found[side] = sorted(names, key=lambda name: (-len(name), name))
    return found


def _language_names(tag: str) -> Iterator[str]:
    base = tag.replace("_", "-").partition("-")[0].lower()
    for one in (tag, base):
        yield _plain(one)
        try:
            language = find_language(one)
        except GlossaryError:
            continue
        yield _plain(language.english_name)
        yield _plain(language.own_name)
    yield from _VIETNAMESE_NAMES.get(base, ())


def _column(heading: str, names: dict[str, Collection[str]]) -> Column:
    plain = _plain(heading)
    if plain in _SIDES:
        return Column(heading, TERM, _SIDES[plain])
    if plain in _FIELDS:
        return Column(heading, _FIELDS[plain])
    for side, known in names.items():
        for name in known:
            if plain == name:
                tag = heading.strip() if _TAG.fullmatch(heading.strip()) else ""
                return Column(heading, TERM, side, tag)
            rest = _rest(plain, name)
            if rest is not None:
                return _of_language(heading, side, rest, is_tag=len(name) <= 3)
    return Column(heading, OTHER if plain else SKIPPED)


def _rest(plain: str, name: str) -> str | None:
    """What a heading says beside the name of a language: “English def”, “definition (vi)”."""
    for pattern in (
        rf"{re.escape(name)} (.+)",
        rf"{re.escape(name)}(\(.+\))",
        rf"(.+) {re.escape(name)}",
    ):
        if found := re.fullmatch(pattern, plain):
            return found[1]
    if found := re.fullmatch(rf"(.+?) ?\({re.escape(name)}\)", plain):
        return found[1]
    return None


def _of_language(heading: str, side: str, rest: str, *, is_tag: bool) -> Column:
    field = _FIELDS.get(rest, "")
    if field == "definition" and side == TARGET:
        field = "target_definition"
    if field == "target_definition" and side == SOURCE:
        field = "definition"
    if field:
        return Column(heading, field, side)
    tag = _TAG.fullmatch(heading.strip()) or _TAG_IN_BRACKETS.search(heading)
    # A region, as in “English (United States)”, or another word for the term.
    if tag or rest in _SIDES or (not is_tag and len(rest.split()) <= 3):
        return Column(heading, TERM, side, tag["tag"] if tag else "")
    return Column(heading, OTHER)


def _with_context(columns: list[Column]) -> list[Column]:
    """“Context” is a sense beside “source” and “target” (Weblate), an example beside languages.

    Likewise a column behind the equivalents that is called “definition” a second time is theirs.
    """
    by_side = any(_plain(one.heading) in _SIDES for one in columns if one.field == TERM)
    found: list[Column] = []
    for column in columns:
        plain = _plain(column.heading)
        if plain == "context":
            column = Column(column.heading, "sense" if by_side else "evidence")
        elif column.field == "definition" and any(one.field == "definition" for one in found):
            column = Column(column.heading, "target_definition", TARGET)
        found.append(column)
    return found
