"""Points in time as exchange files write them, always in UTC and to the second."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?")


def compact(moment: datetime) -> str:
    """As TMX writes it.

    >>> compact(datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    '20261120T083000Z'
    """
    return _utc(moment).strftime("%Y%m%dT%H%M%SZ")


def iso(moment: datetime) -> str:
    """As XLIFF and tables write it.

    >>> iso(datetime(2026, 11, 20, 8, 30))
    '2026-11-20T08:30:00Z'
    """
    return _utc(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_stamp(text: str) -> datetime | None:
    """Read either, or another form of ISO 8601; None where it is neither. No zone means UTC.

    >>> parse_stamp("20261120T083000Z") == parse_stamp("2026-11-20T15:30:00+07:00")
    True
    """
    text = text.strip()
    try:
        if found := _COMPACT.fullmatch(text):
            text = "{}-{}-{}T{}:{}:{}Z".format(*found.groups())
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return _utc(moment).replace(microsecond=0)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
