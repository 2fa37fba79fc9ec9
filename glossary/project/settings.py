"""The settings of a project, read strictly from one small file, ``locales/glossary.ini``.

in      the path of an INI file in UTF-8; a missing file means: every default
out     `Settings`, which also knows the line where each value was set
errors  an unknown section or key and a bad value name the file, the line and the nearest valid key
"""

from __future__ import annotations

import configparser
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from glossary.errors import (
    MalformedError,
    NotFoundError,
    ProjectError,
    reading,
)
from glossary.interface import _

TAGGERS = ("textblob", "nltk")
TONE_STYLES = ("hòa", "hoà")

_SECTION = re.compile(r"\[(?P<name>[^\]]+)\]")
_KEY = re.compile(r"(?P<name>[^\s#;=:\[][^=:]*?)\s*([=:]|$)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project may choose. `languages` empty means: those that have a catalog.

    `threshold` None means that the extractor chooses it. `lines` maps each key that the file sets
    to its line; the other keys have their default.
    """

    name: str = "glossary"
    source_language: str = "en"
    languages: tuple[str, ...] = ()
    articles: str = "seeds"
    user: str = ""
    tone_style: str = TONE_STYLES[0]
    threshold: float | None = None
    tagger: str = TAGGERS[0]
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the file: its section, what it is for, its default as a user would write it.

    `parse` turns the written text into the value and raises ValueError with the reason.
    """

    section: str
    key: str
    default: str
    purpose: str
    parse: Callable[[str], object]


def language_tag(text: str) -> str:
    """The BCP 47 tag that `text` writes, or ValueError when no language has it.

    >>> language_tag("pt_br")
    'pt-BR'
    """
    from glossary.languages import language

    try:
        return language(text).tag
    except NotFoundError as error:
        raise ValueError(error.message) from None


def _languages(text: str) -> tuple[str, ...]:
    return tuple(language_tag(part) for part in re.split(r"[\s,]+", text) if part)


def _folder(text: str) -> str:
    if not text:
        raise ValueError(_("the name of the folder is missing"))
    return text


def _threshold(text: str) -> float | None:
    if text in ("", "chosen"):
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError(
            _("“{text}” is not a number from 0 to 1, nor the word “chosen”").format(text=text)
        )
    return value


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            raise ValueError(
                _("“{text}” is none of {choices}").format(text=text, choices=", ".join(choices))
            )
        return text

    return parse


SETTINGS: tuple[Setting, ...] = (
    Setting("project", "name", "glossary", "what the glossary is called in its catalogs", str),
    Setting("project", "source_language", "en", "the language of the articles", language_tag),
    Setting("project", "languages", "", "the languages to translate into: vi, fr", _languages),
    Setting("project", "articles", "seeds", "the folder of the articles (*.txt)", _folder),
    Setting("project", "user", "", "who you are: the name or initials on your approvals", str),
    Setting(
        "project", "tone_style", TONE_STYLES[0],
        "where Vietnamese puts the tone mark: hòa or hoà", _one_of(TONE_STYLES),
    ),
    Setting(
        "extraction", "threshold", "chosen",
        "the lowest score of a term, 0 to 1; “chosen” leaves it to the extractor", _threshold,
    ),
    Setting(
        "extraction", "tagger", TAGGERS[0],
        "textblob needs nothing else; nltk needs its tagger data", _one_of(TAGGERS),
    ),
)  # fmt: skip


def read_settings(path: Path) -> Settings:
    """The settings in `path`; the defaults where there is no such file."""
    text = _read_text(path)
    if text is None:
        return Settings()
    values: dict[str, Any] = {}
    lines = _lines_of_keys(text)
    for section, keys in _parse(text, path).items():
        for key, written in keys.items():
            line = lines.get((section, key))
            setting = _setting(section, key, path=path, line=line)
            try:
                values[key] = setting.parse(written.strip())
            except ValueError as error:
                message = _("setting “{key}”: {error}").format(key=key, error=error)
                raise ProjectError(message, hint=_hint(setting), path=path, line=line) from None
    set_lines = {key: line for (_section, key), line in lines.items() if key in values}
    return Settings(**values, lines=set_lines)


def default_file(*, name: str, source_language: str = "en") -> str:
    """The text of a new settings file: every key with its purpose, the defaults commented out."""
    chosen = {"source_language": source_language, "name": name}
    parts = [
        "# The settings of this glossary. A line that starts with “# key =” shows a default:\n"
    ]
    parts.append("# remove the “# ” and change the value to set it.\n")
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            parts.append(f"\n[{section}]\n")
        value = chosen.get(setting.key, setting.default)
        mark = "# " if value == setting.default else ""
        parts.append(f"# {setting.purpose}\n{mark}{setting.key} = {value}".rstrip() + "\n")
    return "".join(parts)


def _hint(setting: Setting) -> str:
    return f"{setting.key}: {setting.purpose} (default: {setting.default or 'empty'})"


def _read_text(path: Path) -> str | None:
    with reading(path):
        if not path.exists():
            return None
        data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = _("Save the file in the encoding UTF-8.")
        raise MalformedError(
            _("the settings are not in UTF-8"), hint=hint, path=path, line=line
        ) from None
    return unicodedata.normalize("NFC", text)


def _parse(text: str, path: Path) -> dict[str, dict[str, str]]:
    parser = configparser.ConfigParser(interpolation=None, default_section="")
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise _malformed(error, path) from None
    return {name: dict(parser[name]) for name in parser.sections()}


def _malformed(error: configparser.Error, path: Path) -> MalformedError:
    hint = _("Write “[section]” and “key = value” lines; a comment starts with “#”.")
    line: int | None = getattr(error, "lineno", None)
    if isinstance(error, configparser.DuplicateOptionError):
        return MalformedError(
            _("“{option}” is set twice").format(option=error.option), path=path, line=line
        )
    if isinstance(error, configparser.DuplicateSectionError):
        return MalformedError(
            _("section [{section}] stands twice").format(section=error.section),
            path=path,
            line=line,
        )
    if isinstance(error, configparser.MissingSectionHeaderError):
        reason = _("a section such as [project] must come first")
        return MalformedError(reason, hint=hint, path=path, line=line)
    if isinstance(error, configparser.ParsingError) and error.errors:
        line = error.errors[0][0]
    return MalformedError(_("is neither a section nor a setting"), hint=hint, path=path, line=line)


def _lines_of_keys(text: str) -> dict[tuple[str, str], int]:
    """The line of each key, counted from 1: what configparser does not tell."""
    section = ""
    found: dict[tuple[str, str], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _SECTION.match(line):
            section = header["name"]
        elif key := _KEY.match(line):
            found.setdefault((section, key["name"].lower()), number)
    return found


def _setting(section: str, key: str, *, path: Path, line: int | None) -> Setting:
    for setting in SETTINGS:
        if (setting.section, setting.key) == (section, key):
            return setting
    elsewhere = [setting for setting in SETTINGS if setting.key == key]
    near = get_close_matches(key, [setting.key for setting in SETTINGS], n=1)
    if elsewhere:
        hint = _("It belongs in the section [{section}].").format(section=elsewhere[0].section)
    elif near:
        hint = _("Did you mean “{near}”?").format(near=near[0])
    else:
        hint = _("There are: {value}.").format(value=", ".join(setting.key for setting in SETTINGS))
    message = _("unknown setting “{key}” in section [{section}]").format(key=key, section=section)
    raise ProjectError(message, hint=hint, path=path, line=line)
