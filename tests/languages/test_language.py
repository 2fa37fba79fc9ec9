"""The contract of a language, held by the modules of the folder and by CLDR's languages."""

from __future__ import annotations

import pkgutil
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.plurals import get_plural

from glossary import languages
from glossary.errors import NotFoundError
from glossary.languages import LANGUAGES, Language, language

# tag as asked for, BCP 47 tag, locale folder, English name, own name, plural rule
KNOWN = [
    ("en", "en", "en", "English", "English", "nplurals=2; plural=(n != 1);"),
    ("vi", "vi", "vi", "Vietnamese", "Tiếng Việt", "nplurals=1; plural=0;"),
    ("vi-VN", "vi-VN", "vi_VN", "Vietnamese", "Tiếng Việt", "nplurals=1; plural=0;"),
    ("VI_vn.UTF-8", "vi-VN", "vi_VN", "Vietnamese", "Tiếng Việt", "nplurals=1; plural=0;"),
    ("ko", "ko", "ko", "Korean", "한국어", "nplurals=1; plural=0;"),
    ("fr", "fr", "fr", "French", "français", "nplurals=2; plural=(n > 1);"),
    ("lo", "lo", "lo", "Lao", "ລາວ", "nplurals=1; plural=0;"),
    ("ja", "ja", "ja", "Japanese", "日本語", "nplurals=1; plural=0;"),
    ("km", "km", "km", "Khmer", "ខ្មែរ", "nplurals=1; plural=0;"),
    (
        "zh_Hans",
        "zh-Hans",
        "zh_Hans",
        "Chinese (Simplified)",
        "中文 (简体)",
        "nplurals=1; plural=0;",
    ),
    (
        "zh-hans",
        "zh-Hans",
        "zh_Hans",
        "Chinese (Simplified)",
        "中文 (简体)",
        "nplurals=1; plural=0;",
    ),
    (
        "pt-br",
        "pt-BR",
        "pt_BR",
        "Portuguese (Brazil)",
        "português (Brasil)",
        "nplurals=2; plural=(n > 1);",
    ),
    ("scn", "scn", "scn", "Sicilian", "sicilianu", "nplurals=2; plural=(n != 1);"),
    ("hmn", "hmn", "hmn", "Hmong", "Hmong", "nplurals=1; plural=0;"),
]


@pytest.mark.parametrize(("asked", "tag", "folder", "english", "own", "plural"), KNOWN)
def test_known_language(
    asked: str, tag: str, folder: str, english: str, own: str, plural: str
) -> None:
    found = language(asked)
    assert found == Language(tag, english, own, plural)
    assert found.locale == folder


@pytest.mark.parametrize(
    ("tag", "suggested"),
    [
        ("vn", "vi (Vietnamese)"),
        ("jp", "ja (Japanese)"),
        ("vietnamese", "vi (Vietnamese)"),
        ("Tiếng Việt", "vi (Vietnamese)"),
        ("frn", "French"),
        ("deutsch", "de (German)"),
        ("q", "Tags look like"),
        ("", "Tags look like"),
        ("../vi", "Tags look like"),
    ],
)
def test_unknown_language(tag: str, suggested: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        language(tag)
    assert tag in caught.value.message
    assert suggested in caught.value.hint


def test_every_module_is_registered() -> None:
    modules = {
        info.name
        for info in pkgutil.iter_modules(languages.__path__)
        if not info.name.startswith("_")
    }
    assert modules == {module.LANGUAGE.tag for module in LANGUAGES}
    assert all(module.__name__.endswith(f".{module.LANGUAGE.tag}") for module in LANGUAGES)


@pytest.mark.parametrize("own", [module.LANGUAGE for module in LANGUAGES], ids=lambda own: own.tag)
def test_own_modules_agree_with_cldr(own: Language) -> None:
    locale = Locale.parse(own.tag)
    assert (own.english_name, own.own_name) == (locale.english_name, locale.display_name)
    assert own.plural_forms == get_plural(own.tag).plural_forms


@pytest.mark.parametrize("tag", ["en", "vi", "ko", "lo", "zh-Hans"])
def test_folding_is_stable_and_normalising_gives_nfc(tag: str) -> None:
    text = " Quyết định số 813/QĐ-BHXH – ‘ສະບາຍດີ’ 한국 が "
    found = language(tag)
    assert found.fold(found.fold(text)) == found.fold(text) == found.fold(text.upper())
    assert unicodedata.is_normalized("NFC", found.normalise(text))
    assert found.normalise(found.normalise(text)) == found.normalise(text) == text.strip()


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize(
    "tag", ["en", "vi", "ko", "fr", "lo", "ja", "zh-Hans", "ar", "ru", "hmn", "scn", "sc"]
)
def test_msgfmt_accepts_the_plural_rule(tag: str, tmp_path: Path) -> None:
    rule = language(tag).plural_forms
    count = int(rule.split(";")[0].removeprefix("nplurals="))
    forms = "".join(f'msgstr[{i}] "x"\n' for i in range(count))
    header = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000'
        '\\n"\n"Last-Translator: x <x@example.org>\\n"\n"Language-Team: x\\n"\n'
        f'"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {rule}\\n"\n'
    )
    catalog = tmp_path / "catalog.po"
    catalog.write_text(f'{header}\nmsgid "a"\nmsgid_plural "b"\n{forms}', encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "-", str(catalog)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_english_and_vietnamese_need_no_babel() -> None:
    code = (
        "import sys; from glossary.languages import language; language('vi_VN').fold('Đ');"
        "language('en'); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
