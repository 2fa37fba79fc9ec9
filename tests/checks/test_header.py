from collections.abc import Callable

import pytest

from glossary.checks import Header, Issue, Lines, Setting
from glossary.languages import language

Find = Callable[..., list[Issue]]

GOOD = {
    "language": "vi",
    "content-type": "text/plain; charset=UTF-8",
    "plural-forms": "nplurals=1; plural=0;",
}


@pytest.mark.parametrize(
    ("fields", "expected", "after"),
    [
        ({}, None, None),
        ({"language": ""}, "F002", "vi"),
        ({"language": "fr"}, "F002", None),
        ({"language": "vi_VN"}, "F002", None),
        ({"plural-forms": ""}, "F003", "nplurals=1; plural=0;"),
        ({"plural-forms": "nplurals=2; plural=n != 1;"}, "F003", "nplurals=1; plural=0;"),
        ({"plural-forms": "nplurals=INTEGER; plural=EXPRESSION;"}, "F003",
         "nplurals=1; plural=0;"),
        ({"plural-forms": "nplurals = 1;plural=0"}, None, None),
        ({"plural-forms": "nplurals=1; plural=n*0;"}, None, None),
        ({"content-type": "text/plain; charset=windows-1258"}, "F004", None),
        ({"content-type": "text/plain; charset=CHARSET"}, "F004", None),
        ({"content-type": ""}, "F004", None),
        ({"content-type": "text/plain; charset=utf8"}, None, None),
    ],
)  # fmt: skip
def test_fields(
    issues: Find, fields: dict[str, str], expected: str | None, after: str | None
) -> None:
    header = Header(GOOD | fields, is_fuzzy=False, notes=(), lines=Lines(1, ""))
    setting = Setting(language("vi"), folder_language="vi")
    found = issues(header=header, setting=setting)
    assert [issue.code for issue in found] == ([expected] if expected else [])
    if found:
        assert (found[0].fix.after if found[0].fix else None) == after


def test_other_spellings_of_a_rule_are_the_rule(issues: Find) -> None:
    fields = GOOD | {"language": "fr", "plural-forms": "nplurals=2; plural=(n>1)"}
    header = Header(fields, is_fuzzy=False, notes=(), lines=Lines(1, ""))
    assert issues(header=header, setting=Setting(language("fr"))) == []


def test_a_fuzzy_header(issues: Find) -> None:
    header = Header(GOOD, is_fuzzy=True, notes=(), lines=Lines(1, ""))
    assert [issue.code for issue in issues(header=header)] == ["F005"]
