"""Divide a sentence into tokens.

A token is a word (with its hyphens: ``foreign-invested``), a number with its separators, an
abbreviation with its full stops, a possessive ending or one mark of punctuation. Penn Treebank's
way of splitting, as NLTK's taggers were trained on, but with the quotes left as they are.
"""

from __future__ import annotations

import re

BREAK = "\n"
"""What stands behind each sentence of a passage, a token of its own."""

# Python’s own engine: NLTK’s RegexpTokenizer puts a timer around each match, at four times the
# cost.
_TOKEN = re.compile(
    r"""(?x)
    [A-Za-z]++(?![\w.'’·‐‑–-])                         # a plain word, as most are
  | (?:[A-Za-z]\.){2,}(?![a-z])                       # U.S.  e.g.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%)?(?!\w)         # 14,000  39.05%  20/01/2016  15th
  | ['’](?:s|S)(?!\w)                                 # the possessive of VSS’s
  | \w+(?:[-‐‑·]\w+|–[^\W\d]+)*(?:['’](?!s\b|S\b)\w+)?  # one-stop-shop, don’t, O'Brien
  | \.\.\.
  | [^\w\s]
  | \n
    """
)


def tokens(text: str) -> list[str]:
    """Give the tokens of `text` in order.

    >>> tokens("VSS’s 14,000 one-stop units.")
    ['VSS', '’s', '14,000', 'one-stop', 'units', '.']
    """
    return _TOKEN.findall(text)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Give the tokens of `text` as (start, end) offsets in characters, in order."""
    return [found.span() for found in _TOKEN.finditer(text)]
