"""What counts as the same English term, and what does not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import _english_comparison as comparison
from glossary.languages.en import comparison_key, singular_phrase

SAME = [
    ("case", "Social Insurance", "social insurance"),
    ("number", "insurance policies", "insurance policy"),
    ("number of the head before of", "ministries of health", "Ministry of Health"),
    ("number of a modifier", "human resources development", "human resource development"),
    ("number of an acronym", "SMEs", "SME"),
    ("uncountable in the plural", "propagandas", "propaganda"),
    ("article", "the Social Insurance Law", "Social Insurance Law"),
    ("several determiners", "all these benefits", "benefit"),
    ("possessive", "workers' rights", "worker’s right"),
    ("possessive of a name", "Vietnam’s policy", "Vietnam policy"),
    ("British -ise", "International Labour Organisation", "International Labor Organization"),
    ("British -re", "call centres", "call center"),
    ("British -ence", "driving licence", "driving licenses"),
    ("British medicine", "paediatric anaemia", "pediatric anemia"),
    ("hyphen between words", "old-age pension", "old age pension"),
    ("typographic hyphen", "old‑age pension", "old-age pension"),
    ("hyphen after a prefix", "co-ordination", "coordination"),
    ("hyphen after a bound prefix", "inter-ministerial circular", "interministerial circular"),
    ("blank after a bound prefix", "multi sectoral plan", "multi-sectoral plan"),
    ("e-", "e-mail", "email"),
    ("open compound", "health care", "healthcare"),
    ("hyphenated compound", "policy-makers", "policymaker"),
    ("both names of the country", "Viet Nam Social Security", "Vietnam Social Security"),
    ("per cent", "5 per cent", "5 percent"),
    ("quotes", "“one-stop shop”", "one-stop shop"),
    ("ampersand", "research & development", "research and development"),
    ("dots of an acronym", "U.N. agency", "UN agency"),
    ("blanks", " social\u00a0 insurance ", "social insurance"),
    ("brackets", "Law on Social Insurance (amended)", "Law on Social Insurance amended"),
    ("marks", "communiqué", "communique"),
    ("days off", "sick leaves", "sick leave"),
    ("capitals", "MINISTRIES OF HEALTH", "ministry of health"),
]

DIFFERENT = [
    ("order", "insurance fund", "fund insurance"),
    ("preposition", "fund of insurance", "insurance fund"),
    ("determiner in the middle", "rule of the law", "rule of law"),
    ("cheque and check", "cheque", "check"),
    ("acronyms that end in s", "GPS", "GP"),
    ("words in s", "news", "new"),
    ("nothing but a determiner", "The", "A"),
    ("other words", "social insurance", "social security"),
    ("customs and custom", "customs", "custom"),
    ("prefix with its own meaning", "recreation", "creation"),
]


@pytest.mark.parametrize(("name", "one", "other"), SAME)
def test_same_term(name: str, one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other), name


@pytest.mark.parametrize(("name", "one", "other"), DIFFERENT)
def test_different_terms(name: str, one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other), name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("social insurance policies", "social insurance policy"),
        ("ministries of health", "ministry of health"),
        ("Laws on Social Insurance", "Law on Social Insurance"),
        ("persons with disabilities", "person with disabilities"),
        ("Deputy General Directors", "Deputy General Director"),
        ("maternity leaves", "maternity leave"),
        ("tea leaves", "tea leaf"),
        ("leaves", "leaf"),
        ("rights and obligations", "rights and obligations"),
        ("fund for policies and laws", "fund for policies and laws"),
        ("old-age pensions", "old-age pension"),
        ("foreign affairs", "foreign affairs"),
        ("wind turbines", "wind turbine"),
        ("in the field", "in the field"),
        ("", ""),
    ],
)
def test_singular_phrase(text: str, expected: str) -> None:
    assert singular_phrase(text) == expected


@given(st.text(alphabet="abes ’'-ABS.&“é,1"))
def test_key_is_plain(text: str) -> None:
    key = comparison_key(text)
    assert key == " ".join(key.split())
    assert key == key.casefold()
    assert not set(key) & set("’“-.&,é")


def test_doctests() -> None:
    assert doctest.testmod(comparison).failed == 0
