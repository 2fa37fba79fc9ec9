from collections.abc import Callable, Iterable

import pytest

from glossary.checks import Collection, Header, Issue, Lines, Setting, inspect
from glossary.languages import language
from glossary.languages.en import comparison_key
from glossary.model import Entry

FIELDS = {
    "language": "vi",
    "content-type": "text/plain; charset=UTF-8",
    "plural-forms": "nplurals=1; plural=0;",
}


def collection(
    entries: Iterable[Entry],
    *,
    setting: Setting | None = None,
    header: Header | None = None,
) -> Collection:
    listed = tuple(entries)
    return Collection(
        entries=listed,
        lines=tuple(Lines(10 * number, "") for number, _ in enumerate(listed, start=1)),
        source_keys=tuple(comparison_key(entry.source) for entry in listed),
        header=header or Header(FIELDS, is_fuzzy=False, notes=(), lines=Lines(1, "")),
        setting=setting or Setting(language("vi")),
        by_key={entry.key: entry for entry in listed},
    )


@pytest.fixture
def issues() -> Callable[..., list[Issue]]:
    """Give the findings of entries with their codes, in a Vietnamese catalog without faults."""

    def find(
        *entries: Entry, setting: Setting | None = None, header: Header | None = None
    ) -> list[Issue]:
        return list(inspect(collection(entries, setting=setting, header=header)).issues)

    return find


@pytest.fixture
def codes(issues: Callable[..., list[Issue]]) -> Callable[..., list[str]]:
    """Give the codes of what is found, in order of code."""

    def find(*entries: Entry, setting: Setting | None = None) -> list[str]:
        return sorted(issue.code for issue in issues(*entries, setting=setting))

    return find
