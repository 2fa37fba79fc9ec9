"""Memo: asked once for each key, and bounded."""

from __future__ import annotations

from glossary.text import memo
from glossary.text.memo import Memo


def test_each_key_is_found_once() -> None:
    asked: list[str] = []
    found = Memo[str, int](lambda key: asked.append(key) or len(key))  # type: ignore[func-returns-value]
    assert [found[key] for key in ("tax", "fund", "tax")] == [3, 4, 3]
    assert asked == ["tax", "fund"]


def test_a_full_memo_is_emptied() -> None:
    found = Memo[int, int](abs)
    for key in range(memo.MAX_KNOWN + 2):
        assert found[-key] == key
    assert len(found) == 2
