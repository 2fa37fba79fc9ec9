"""The files that make a folder a project of OmegaT: ``omegat.project`` and its segmentation rules.

in      the languages; the lines of the texts, each with the places where its sentences end
out     XML that OmegaT 3.6 and later read
source  OmegaT 3.6: a rule breaks a text where a match of its first pattern ends and one of its
        second begins; an earlier rule goes before a later one. Rules of a project stand in
        ``segmentation.conf`` (Java's XMLEncoder), since version 6 in ``segmentation.srx`` (SRX 2.0)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PROJECT_FILE = "omegat.project"
SAVED = "omegat/project_save.tmx"
"""Where OmegaT keeps the translations."""

SENT = "omegat/glossary-sent.tmx"
"""What was translated when the project was made; OmegaT leaves it alone."""

_PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>{source}</source_lang>
        <target_lang>{target}</target_lang>
        <source_tok>{source_tokenizer}</source_tok>
        <target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
        <sentence_seg>true</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
        <external_command></external_command>
    </project>
</omegat>
"""
_TOKENIZERS = {"en": "org.omegat.tokenizer.LuceneEnglishTokenizer"}
_LANGUAGE = re.compile(r"<(source|target)_lang>\s*([\w-]+)\s*</\1_lang>")

BEFORE, AFTER = r"""[.?!]+["'”’)\]]*""", r"\s"
"""Where most sentences end; the same pattern in Python's and in Java's language."""

_END = re.compile(rf"{BEFORE}(?={AFTER})", re.ASCII)
_SPECIAL = re.compile(r"[^\w\s]")
_REACH = 24  # characters before and behind a place that tell it from others


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """Break a text, or do not, where a match of `before` ends and one of `after` begins."""

    before: str
    after: str
    is_break: bool = True


def render_project(source_language: str, target_language: str) -> bytes:
    """The file ``omegat.project``."""
    tokenizer = _TOKENIZERS.get(source_language.partition("-")[0], "")
    text = _PROJECT.format(
        source=escape(source_language.upper()),
        target=escape(target_language.upper()),
        source_tokenizer=tokenizer or "org.omegat.tokenizer.DefaultTokenizer",
    )
    return text.encode("utf-8")


def languages_of(data: bytes) -> tuple[str, str]:
    """The two languages that an ``omegat.project`` names; empty where it names none.

    >>> languages_of(render_project("en", "vi-VN"))
    ('en', 'vi-VN')
    """
    found = dict(_LANGUAGE.findall(data.decode("utf-8", "replace")))
    return _tag(found.get("source", "")), _tag(found.get("target", ""))


def _tag(code: str) -> str:
    language, _, region = code.partition("-")
    return "-".join(part for part in (language.lower(), region.upper()) if part)


def is_project(folder: Path) -> bool:
    """Whether a folder is a project of OmegaT."""
    return (folder / PROJECT_FILE).is_file()


def rules(lines: Iterable[tuple[str, Iterable[int]]]) -> list[Rule]:
    r"""What makes OmegaT divide each line at the places given with it, and nowhere else.

    >>> for rule in rules([("Mr. A came. Yes.No.", [11, 16])]):
    ...     print(rule.is_break, rule.before, "|", rule.after)
    False Mr\. |  A came\. Yes\.No\.
    True Mr\. A came\. Yes\. | No\.
    True [.?!]+["'”’)\]]* | \s
    """
    special: set[Rule] = set()
    for line, ends in lines:
        wanted = set(ends)
        usual = {found.end() for found in _END.finditer(line)}
        for at in wanted ^ usual:
            special.add(
                Rule(
                    _literal(line[max(0, at - _REACH) : at]),
                    _literal(line[at : at + _REACH]),
                    at in wanted,
                )
            )
    return [*sorted(special), Rule(BEFORE, AFTER)]


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def render_conf(found: Iterable[Rule]) -> bytes:
    """The rules as OmegaT 3.6 to 5.7 read them (``segmentation.conf``)."""
    items = "".join(
        '<void method="add"><object class="org.omegat.core.segmentation.Rule">'
        f'<void property="breakRule"><boolean>{str(rule.is_break).lower()}</boolean></void>'
        f'<void property="beforebreak"><string>{escape(rule.before)}</string></void>'
        f'<void property="afterbreak"><string>{escape(rule.after)}</string></void>'
        "</object></void>\n"
        for rule in found
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<java version="1.8.0" class="java.beans.XMLDecoder">\n'
        '<object class="org.omegat.core.segmentation.SRX"><void property="mappingRules">'
        '<void method="add"><object class="org.omegat.core.segmentation.MapRule">'
        '<void property="language"><string>glossary</string></void>'
        '<void property="pattern"><string>.*</string></void>'
        f'<void property="rules"><object class="java.util.ArrayList">\n{items}</object></void>'
        '</object></void></void><void property="version"><string>0.2.2</string></void>'
        "</object></java>\n"
    )
    return text.encode("utf-8")


def render_srx(found: Iterable[Rule]) -> bytes:
    """The rules as OmegaT reads them since version 6, and other tools (SRX 2.0)."""
    items = "".join(
        f'<rule break="{"yes" if rule.is_break else "no"}">'
        f"<beforebreak>{escape(rule.before)}</beforebreak>"
        f"<afterbreak>{escape(rule.after)}</afterbreak></rule>\n"
        for rule in found
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n'
        '<header segmentsubflows="yes" cascade="yes"/>\n<body><languagerules>\n'
        f'<languagerule languagerulename="glossary">\n{items}</languagerule>\n'
        '</languagerules><maprules><languagemap languagepattern=".*" '
        'languagerulename="glossary"/></maprules></body>\n</srx>\n'
    )
    return text.encode("utf-8")
