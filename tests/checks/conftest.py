from collections.abc import Callable, Iterable

import pytest

from glossary.checks import Collection, Header, Issue, Knowledge, Lines, Setting, inspect
from glossary.languages import language
from glossary.languages.en import comparison_key
from glossary.lookup import Annotator
from glossary.model import Entry, Segment

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


def knowledge(*entries: Entry, language_tag: str = "vi", **known: object) -> Knowledge:
    """What a project with these entries knows."""
    terms = Annotator.of_sources(entries)
    equivalents = Annotator.of_equivalents(entries, language=language_tag)
    return Knowledge(terms, equivalents, **known)  # type: ignore[arg-type]


@pytest.fixture
def segment_issues() -> Callable[..., list[Issue]]:
    """Give the findings of one segment, in a Vietnamese bitext without other faults."""

    def find(
        source: str, target: str, *entries: Entry, language_tag: str = "vi", **known: object
    ) -> list[Issue]:
        segment = Segment(source, target, target_language=language_tag)
        fields = {**FIELDS, "language": language_tag}
        if language_tag != "vi":
            fields["plural-forms"] = language(language_tag).plural_forms
        bitext = Collection(
            entries=(),
            lines=(Lines(10, ""),),
            source_keys=(),
            header=Header(fields, is_fuzzy=False, notes=(), lines=Lines(1, "")),
            setting=Setting(
                language(language_tag),
                knowledge=knowledge(*entries, language_tag=language_tag, **known),
            ),
            segments=(segment,),
        )
        return list(inspect(bitext).issues)

    return find


@pytest.fixture
def faults(segment_issues: Callable[..., list[Issue]]) -> Callable[..., list[tuple[str, str]]]:
    """Give the code of each finding of one segment, with the repaired target where there is one."""

    def find(source: str, target: str, *entries: Entry, **known: object) -> list[tuple[str, str]]:
        found = segment_issues(source, target, *entries, **known)
        return [(issue.code, issue.fix.after if issue.fix else "") for issue in found]

    return find
