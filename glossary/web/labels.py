"""What the pages call the kinds of things, in the language of the interface."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.interface import _, ngettext
from glossary.lookup import Description
from glossary.model import Acceptability, Entry, Status, SubjectField

_USAGE = re.compile(r"(?P<count>\d+) in (?P<articles>\d+) articles?(?: \((?P<years>[^)]*)\))?")


@dataclass(frozen=True, slots=True)
class Label:
    """A kind by its `name` for a person, and by its `code` for a style sheet."""

    name: str
    code: str


def field_name(field: str) -> str:
    """The subject field as a person reads it; one that is not of ours stays as it is."""
    names = {
        SubjectField.GENERAL: _("general"),
        SubjectField.SICKNESS: _("sickness"),
        SubjectField.WORK_INJURY: _("work injury"),
        SubjectField.SURVIVORS: _("survivors"),
        SubjectField.OLD_AGE: _("old age"),
        SubjectField.MATERNITY: _("maternity"),
        SubjectField.UNEMPLOYMENT: _("unemployment"),
        SubjectField.MEDICAL: _("medical care"),
        SubjectField.ADMINISTRATION: _("administration"),
        SubjectField.COMMUNICATION: _("communication"),
        SubjectField.INTERNATIONAL: _("international affairs"),
        SubjectField.IT: _("information technology"),
        SubjectField.FINANCE: _("finance"),
        SubjectField.LABOUR: _("labour"),
    }
    known = {str(key): name for key, name in names.items()}
    return known.get(field, field) or _("no field")


def part_of_speech_name(name: str) -> str:
    """What the first word of an entry's description says: a part of speech or kind of term."""
    names = {
        "noun": _("noun"),
        "verb": _("verb"),
        "adjective": _("adjective"),
        "acronym": _("acronym"),
        "proper noun": _("proper noun"),
        "organisation": _("organisation"),
        "legal": _("legal document"),
        "title": _("title"),
    }
    return names.get(name, name)


def status_names() -> dict[str, str]:
    """How far the work on an entry has come, by the code of its label."""
    return {
        "approved": _("approved"),
        "draft": _("draft"),
        "review": _("to review"),
        "open": _("open"),
    }


def status_code(entry: Entry) -> str:
    """The one of `status_names` that holds for an entry."""
    if entry.status is Status.UNTRANSLATED:
        return "open"
    if entry.needs_review:
        return "review"
    return "approved" if entry.status is Status.APPROVED else "draft"


def status_label(entry: Entry) -> Label:
    """How far the work on an entry has come."""
    code = status_code(entry)
    return Label(status_names()[code], code)


def standing_label(acceptability: Acceptability) -> Label:
    """How an equivalent may be used."""
    names = {
        Acceptability.PREFERRED: _("preferred"),
        Acceptability.ADMITTED: _("also admitted"),
        Acceptability.DEPRECATED: _("in older texts only"),
        Acceptability.FORBIDDEN: _("do not use"),
    }
    return Label(names[acceptability], str(acceptability))


def relation_name(kind: str) -> str:
    """What a line of an entry's description says that the names behind it are."""
    names = {
        "Abbreviation of": _("Abbreviation of"),
        "Abbreviated as": _("Abbreviated as"),
        "Also:": _("Also:"),
    }
    return names.get(kind, kind)


def usage(about: Description) -> str:
    """How often the articles have a term, and in which years."""
    found = _USAGE.fullmatch(about.usage)
    if found is None:
        return about.usage
    articles = int(found["articles"])
    sentence = ngettext(
        "{count} times in {articles} article", "{count} times in {articles} articles", articles
    ).format(count=found["count"], articles=articles)
    return f"{sentence} ({found['years']})" if found["years"] else sentence


def language_name(tag: str) -> str:
    """The name of a language of the texts."""
    from glossary.languages import language

    names = {"en": _("English"), "vi": _("Vietnamese")}
    return names.get(tag) or language(tag).english_name


def own_name(tag: str) -> str:
    """The name of a language in itself."""
    from glossary.languages import language

    return language(tag).own_name
