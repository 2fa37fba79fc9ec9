"""Points in time in exchange files."""

from datetime import UTC, datetime

import pytest

from glossary.formats._stamps import compact, iso, parse_stamp

MOMENT = datetime(2026, 11, 20, 8, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "20261120T083005Z",
        "20261120T083005",
        " 2026-11-20T08:30:05Z ",
        "2026-11-20 08:30:05",
        "2026-11-20T15:30:05.250+07:00",
    ],
)
def test_every_spelling_is_read(text: str) -> None:
    assert parse_stamp(text) == MOMENT


@pytest.mark.parametrize("text", ["", "yesterday", "20261320T083005Z", "9" * 5000])
def test_others_are_none(text: str) -> None:
    assert parse_stamp(text) is None


def test_what_is_written_is_read() -> None:
    assert parse_stamp(compact(MOMENT)) == parse_stamp(iso(MOMENT)) == MOMENT
