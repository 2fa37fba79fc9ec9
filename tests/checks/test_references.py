from collections.abc import Callable, Mapping

import pytest

from glossary.checks import Issue, Setting
from glossary.languages import language
from glossary.model import Entry

ARTICLES = {"2020-05-23.txt": 20}


@pytest.mark.parametrize(
    ("reference", "articles", "message"),
    [
        ("2020-05-23.txt:20", ARTICLES, ""),
        ("2020-05-23.txt", ARTICLES, ""),
        ("2020-05-23.txt:21", ARTICLES, "“2020-05-23.txt” has 20 lines, not 21"),
        ("2020-05-24.txt:1", ARTICLES, "there is no article “2020-05-24.txt”"),
        ("2020-05-24.txt:1", None, ""),
    ],
)
def test_references(
    issues: Callable[..., list[Issue]],
    reference: str,
    articles: Mapping[str, int] | None,
    message: str,
) -> None:
    setting = Setting(language("vi"), articles=articles)
    found = issues(Entry("x", target="y", references=(reference,)), setting=setting)
    assert [(issue.code, issue.message) for issue in found] == (
        [("F006", message)] if message else []
    )
