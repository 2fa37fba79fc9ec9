"""How frequent a word is in general English, and whether it is an ordinary word of it.

Zipf frequencies of wordfreq: the base-10 logarithm of a word's occurrences in a billion words, from
0 (not in the list, rarer than 1 in 100 million) over 3 (1 in a million) to 7 ("the").

Source: Speer (2022), wordfreq 3.0; van Heuven et al. (2014), Quarterly Journal of Experimental
Psychology 67(6).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from glossary.text.tagging import lexicon


@cache
def zipf_frequencies() -> Callable[[str], float]:
    """Give a function from a lower-case word to its Zipf frequency.

    A hyphenated word that is not in the list is as frequent as its rarest part.
    """
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict("en", "large")

    @lru_cache(maxsize=1 << 17)
    def zipf(word: str) -> float:
        if frequency := frequencies.get(word):
            return math.log10(frequency) + 9
        parts = [part for part in word.replace("'", "-").split("-") if part and part != "s"]
        return min(map(zipf, parts)) if len(parts) > 1 else 0.0

    return zipf


@cache
def frequent_words(zipf: float) -> frozenset[str]:
    """Give the words of at least that Zipf frequency in general English."""
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict("en", "large")
    least: float = 10 ** (zipf - 9)
    return frozenset(word for word, frequency in frequencies.items() if frequency >= least)


_NO_WORD = frozenset({"FW", "NNP", "NNPS"})  # foreign words and names


@cache
def common_words() -> Callable[[str], bool]:
    """Give a function that tells whether a lower-case word has a common use, as no name has.

    The lexicon of TextBlob's tagger keeps capitals: it has "robert" only as "Robert".
    """
    known = lexicon()

    def is_common(word: str) -> bool:
        forms = (word, word.removesuffix("s"), word.replace("-", ""))
        return any((tag := known.get(form)) and tag not in _NO_WORD for form in forms)

    return is_common
