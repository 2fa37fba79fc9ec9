"""Checks of an article: names, legal references and figures that do not agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from glossary.checks._contract import Issue, Severity
from glossary.checks._manuscript import Manuscript, SourceCheck
from glossary.interface import _
from glossary.languages import PlaceableKind, en, fold, placeables, renderings
from glossary.lookup import describe

_PLURAL = re.compile(
    r"\b((?:Deputy |Vice )?(?:Director|Secretary|Attorney|Auditor|Governor|Inspector))"
    r" (Generals)\b"
)
_HEDGE = r"(?:(?:over|more than|about|nearly|around|approximately|almost|some) )?"
_FIGURE = r"(\d[\d.,]*\d|\d)( (?:million|billion|thousand))?"
_BY = re.compile(
    rf"\b(?:increased|rose|grew|decreased|fell|dropped) (by) {_HEDGE}{_FIGURE}"
    rf"[^.();]{{0,40}}\(an? (?:increase|rise|growth|decrease|fall|drop) of {_HEDGE}{_FIGURE}",
)
_APART = re.compile(r"(?<![\w-])([^\W\d_]{2,})(?=([ -])([^\W\d_]{2,})(?![\w-]))")
_LEAST = 2
_USUAL = 2.5
_NAMED = ("organisation", "title", "legal")
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "a"])


class OtherName(SourceCheck):
    """A body, a title or a law has another name here than in the glossary."""

    code = "S010"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """The glossary names it under “Also:”; told once for each name, not for another order."""
        told: set[str] = set()
        for naming in subject.namings:
            name, term = naming.text, naming.entry.source
            key = en.comparison_key(name)
            about = describe(naming.entry.comments)
            if key in told or about.part_of_speech not in _NAMED or not _is_name(name):
                continue
            others = {en.comparison_key(other) for other in about.other_names}
            if key not in others or _words(name) == _words(term):
                continue
            told.add(key)
            message = _("“{name}” is “{term}” in the glossary").format(name=name, term=term)
            yield self.issue(naming.line, naming.column, name, message, after=term)


def _is_name(text: str) -> bool:
    """Whether every word of it but the small ones has a capital."""
    return all(word[0].isupper() or word in _SMALL for word in text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(en.comparison_key(text).split()) - _SMALL


class WrongPlural(SourceCheck):
    """A title has its plural at the wrong word."""

    code = "S011"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Directors General, as attorneys general."""
        for line, text in subject.lines:
            for found in _PLURAL.finditer(text):
                after = f"{found[1]}s General"
                message = _("the plural is “{after}”").format(after=after)
                yield self.issue(
                    line.number, found.start() + 1, found[0], message, after=after
                )  # fmt: skip


class ReferenceShape(SourceCheck):
    """A legal reference is written otherwise than elsewhere, or against its rule."""

    code = "S012"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """The rule is that of the language of the instrument; marks may be missing in English."""
        for line, text in subject.lines:
            for one in renderings(text, "en", "vi"):
                found = one.placeable
                if found.kind is not PlaceableKind.REFERENCE:
                    continue
                right = _bare(one.text)
                if _bare(found.text) != right:
                    message = _("the instrument is “{right}”").format(right=right)
                    yield self.issue(
                        line.number, found.start + 1, found.text, message, after=right
                    )  # fmt: skip


def _bare(text: str) -> str:
    """A reference without marks and without “No.”; case tells TTg from TTG."""
    plain = "".join(
        fold(sign).upper() if sign.isupper() else fold(sign) for sign in text
    )  # fmt: skip
    return re.sub(r"^(?:NO|No|no)\.?\s*", "", plain)


class OtherWord(SourceCheck):
    """What other articles call otherwise: two terms of the glossary have one equivalent."""

    code = "S013"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Where this article uses one name only, and others another; told once for each name."""
        here: Counter[str] = Counter(one.entry.source for one in subject.namings)
        told: set[str] = set()
        for naming in subject.namings:
            name, target = naming.entry.source, naming.entry.target
            others = subject.elsewhere.get(target, Counter())
            rivals = [(count, other) for other, count in others.items() if other != name]
            if name in told or here[name] < _LEAST or any(here[other] for _n, other in rivals):
                continue
            told.add(name)
            if rivals and max(rivals)[0] >= _LEAST:
                message = _("“{there}” in other articles: both are “{target}”").format(
                    there=max(rivals)[1], target=target
                )
                yield self.issue(naming.line, naming.column, naming.text, message)


class MixedSpelling(SourceCheck):
    """British and American spelling stand side by side."""

    code = "S014"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """A word in both spellings: in this article, or else here and in the others; told once."""
        for words, message in (
            (subject.own_words, _("“{british}” here, “{american}” elsewhere in the article")),
            (subject.words, _("“{british}” here, “{american}” in other articles")),
        ):
            found = next(_british(subject, words), None)
            if found:
                line, column, word = found
                told = message.format(british=word, american=en.american(word))
                yield self.issue(line, column, word, told)
                return


def _british(subject: Manuscript, words: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Every British word whose American form is among `words`, with its line and column."""
    for line, text in subject.lines:
        for found in re.finditer(r"(?<!\w)[^\W\d_]{5,}(?!\w)", text):
            word = found[0].lower()
            american = en.american(word)
            # “Towards” and “whilst” are used on both sides of the ocean.
            if not word.startswith(american) and words.get(american):
                yield line.number, found.start() + 1, word


class Apart(SourceCheck):
    """A name or word is written apart here and in one word elsewhere."""

    code = "S016"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """“Viet Nam” where there is “Vietnam”, “co-ordinate” where there is “coordinate”."""
        from glossary.text.frequencies import zipf_frequencies

        told: set[str] = set()
        for line, text in subject.lines:
            for found in _APART.finditer(text):
                first, sign, second = found.groups()
                whole = f"{first}{second}".lower()
                is_name = sign == "-" or (first[0].isupper() and second[0].isupper())
                if whole in told or not is_name or subject.words.get(whole, 0) < _LEAST:
                    continue
                if zipf_frequencies()(whole) < _USUAL:
                    continue
                told.add(whole)
                right = f"{first}{second.lower()}"
                message = _("“{right}” elsewhere").format(right=right)
                shown = f"{first}{sign}{second}"
                yield self.issue(line.number, found.start() + 1, shown, message)


class ByOrTo(SourceCheck):
    """An increase is told twice, with two figures."""

    code = "S015"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """“Increased by 277,000 (an increase of 52,900)”: one must be what it increased to."""
        for line, text in subject.lines:
            for found in _BY.finditer(text):
                first, second = (found[2], found[3]), (found[4], found[5])
                if _value(*first) != _value(*second):
                    message = _("“by {first}”, then “of {second}”: should it be “to”?").format(
                        first="".join(map(str, filter(None, first))),
                        second="".join(map(str, filter(None, second))),
                    )
                    yield self.issue(line.number, found.start(1) + 1, found[1], message)


def _value(figure: str, scale: str | None) -> object:
    found = placeables(f"{figure}{scale or ''}", "en")
    return found[0].value if found else figure


CHECKS = (
    OtherName(),
    WrongPlural(),
    ReferenceShape(),
    OtherWord(),
    MixedSpelling(),
    ByOrTo(),
    Apart(),
)
