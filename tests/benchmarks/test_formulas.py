"""The formulas give what one gets by hand on three phrases in two texts."""

from __future__ import annotations

import math

import pytest

from tests.benchmarks.formulas import (
    Phrases,
    Words,
    basic,
    c_value,
    combo_basic,
    term_extractor,
    weirdness,
)

INSURANCE, HEALTH, FUND = ("insurance",), ("health", "insurance"), ("health", "insurance", "fund")
TEXTS: list[dict[Words, int]] = [{INSURANCE: 6, HEALTH: 3, FUND: 1}, {INSURANCE: 2}]
PHRASES = Phrases(
    frequency={INSURANCE: 8, HEALTH: 3, FUND: 1},
    by_text=TEXTS,
    words={"insurance": 8, "health": 4, "fund": 8, "the": 80},
    longer={INSURANCE: [HEALTH, FUND], HEALTH: [FUND]},
    shorter={HEALTH: 1, FUND: 2},
)


def test_c_value_takes_the_mean_of_the_longer_phrases_away() -> None:
    found = c_value(PHRASES)
    assert found[INSURANCE] == pytest.approx(math.log2(1.01) * (8 - (3 + 1) / 2))
    assert found[HEALTH] == pytest.approx(math.log2(2.01) * (3 - 1))
    assert found[FUND] == pytest.approx(math.log2(3.01) * 1)


def test_basic_counts_longer_phrases_and_combo_basic_shorter_ones_too() -> None:
    assert basic(PHRASES)[HEALTH] == pytest.approx(2 * math.log(3) + 3.5 * 1)
    assert combo_basic(PHRASES)[HEALTH] == pytest.approx(2 * math.log(3) + 0.75 * 1 + 0.1 * 1)
    assert combo_basic(PHRASES)[FUND] == pytest.approx(0 + 0.1 * 2)


def test_weirdness_is_the_mean_over_the_words() -> None:
    found = weirdness(PHRASES)
    assert found[HEALTH] == pytest.approx((found[INSURANCE] + weird("health", 4)) / 2)


def weird(word: str, frequency: int) -> float:
    alone = Phrases({(word,): frequency}, [], dict(PHRASES.words), {}, {})
    return weirdness(alone)[word,]


def test_term_extractor_wants_phrases_in_all_texts_whose_words_keep_together() -> None:
    def entropy(*shares: float) -> float:
        return -sum(share * math.log(share) for share in shares)

    consensus = {INSURANCE: entropy(0.6, 1.0), HEALTH: entropy(0.3), FUND: entropy(0.1)}
    cohesion = {INSURANCE: math.log(8), HEALTH: 2 * 3 * math.log(3) / 12, FUND: 0.0}
    found = term_extractor(PHRASES)
    # None is as frequent in general English as here: pertinence is 1.
    for phrase in PHRASES.frequency:
        parts = 1 + consensus[phrase] / consensus[HEALTH] + cohesion[phrase] / math.log(8)
        assert found[phrase] == pytest.approx(parts / 3)
