"""Tag tokens with their parts of speech (Penn Treebank's tags), by one of two taggers.

TextBlob's tagger carries its lexicon in its package, so it works on any machine at once. NLTK's
perceptron tagger is a little more often right, needs data that NLTK downloads and is used when it
is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from glossary.errors import InputError, RequestError
from glossary.interface import _
from glossary.text.memo import Memo
from glossary.text.tokens import BREAK

Tagged: TypeAlias = tuple[str, str]
"""A word and its tag."""

Tagger: TypeAlias = Callable[[Sequence[str], Sequence[int]], list[Tagged]]
"""Takes words and the places where sentences begin, each ended by a `BREAK`; tags each word.

The tag of a break is the break itself.
"""

TAGGERS = ("textblob", "nltk")


def tagger(name: str = "textblob") -> Tagger:
    """Give the tagger called `name`.

    Raises RequestError for a name not in `TAGGERS`, InputError where NLTK's data is missing.
    """
    if name == "textblob":
        return _textblob()
    if name == "nltk":
        return _nltk()
    raise RequestError(
        _("no tagger is called “{name}”").format(name=name),
        hint=_("Choose one of: {taggers}.").format(taggers=", ".join(TAGGERS)),
    )


@cache
def lexicon() -> Mapping[str, str]:
    """Give the tag of each word that TextBlob knows, 94,000 of them, capitals kept.

    A plain dictionary, loaded once: TextBlob's own asks at each word whether it is loaded.
    """
    from textblob.en import parser

    parser.lexicon.load()
    return dict(parser.lexicon)


def _textblob() -> Tagger:
    """TextBlob's tagger looks at one word at a time, and at whether a sentence begins with it."""
    anywhere, at_start = Memo(_tag_anywhere), Memo(_tag_at_start)

    def tag(words: Sequence[str], starts: Sequence[int]) -> list[Tagged]:
        tagged = list(map(anywhere.__getitem__, words))
        for start in starts:
            tagged[start] = at_start[words[start]]
        return tagged

    return tag


def _tag_at_start(word: str) -> Tagged:
    return word, word if word == BREAK else _find_tags([word])


def _tag_anywhere(word: str) -> Tagged:
    return word, word if word == BREAK else lexicon().get(word) or _find_tags(["", word])


def _find_tags(words: list[str]) -> str:
    """The tag of the last of `words`."""
    from textblob.en import parser

    return str(parser.find_tags(words, lexicon=lexicon())[-1][1])


def _nltk() -> Tagger:
    from nltk.tag import PerceptronTagger

    try:
        perceptron = PerceptronTagger()
    except LookupError as error:
        raise InputError(
            _("NLTK's tagger has no data on this machine"),
            hint=_(
                "Run “python -m nltk.downloader averaged_perceptron_tagger_eng”, or leave out "
                "“--tagger nltk”."
            ),
        ) from error

    def tag(words: Sequence[str], starts: Sequence[int]) -> list[Tagged]:
        tagged: list[Tagged] = []
        for start, end in pairwise([*starts, len(words)]):
            sentence = [word for word in words[start:end] if word != BREAK]
            tagged += perceptron.tag(sentence)
            tagged += [(BREAK, BREAK)] * (end - start - len(sentence))
        return tagged

    return tag
