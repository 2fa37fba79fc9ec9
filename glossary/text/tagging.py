"""Tag tokens with their parts of speech (Penn Treebank's tags), by one of two taggers.

TextBlob's tagger carries its lexicon in its package, so it works on any machine at once. NLTK's
perceptron tagger is a little more often right, needs data that NLTK downloads and is used when it
is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from glossary.errors import InputError, RequestError
from glossary.interface import _

Tagger = Callable[[Sequence[str]], list[str]]
"""Takes the words of one line and gives as many tags."""

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
    from textblob.en import parser

    known = lexicon()

    def tag(words: Sequence[str]) -> list[str]:
        return [found[1] for found in parser.find_tags(list(words), lexicon=known)]

    return tag


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

    def tag(words: Sequence[str]) -> list[str]:
        return [found[1] for found in perceptron.tag(list(words))]

    return tag
