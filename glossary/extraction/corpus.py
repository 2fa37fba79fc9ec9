"""Count a corpus in parts: survey it, map each chunk of files to `Counts`, reduce them in order.

in      the files of the articles; their order makes no difference
out     `Counts`, the same to the byte however the files are divided and whoever counts them
memory  grows with the distinct candidates and the number of articles, not with the text: at any
        time there are the counts so far, and those of a few chunks that wait to be added

Survey and counting are maps over chunks whose results add up, so that they run alike in this
process, in several (`processes`) and on other machines (`cluster`). A chunk is a run of files in
the corpus' order; files of one name stay together, because an article is known by its name.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Protocol, TypeVar

from glossary.errors import InputError
from glossary.extraction.attestation import settle_coordinations
from glossary.extraction.counting import Counter
from glossary.extraction.tallies import Counts
from glossary.interface import _
from glossary.text.articles import Article, parse_article, read_article, read_text
from glossary.text.boilerplate import DisplayLines, boilerplate
from glossary.text.frequencies import common_words
from glossary.text.tagging import Tagger, tagger

SMALL = 1_500_000
"""Bytes up to which one process is as fast as two: a worker takes a second to start."""

BYTES_PER_TOKEN = 6
"""Of English texts: 6.1 in the office's articles, 5.3 in ACTER's."""

CHUNKS_PER_JOB = 6
"""So many that no worker waits long for the last one, so few that little is added up twice."""

MIN_CHUNK, MAX_CHUNK = 100_000, 3_000_000  # bytes; the counts of a chunk must not fill the memory

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the counting has come: `done` of `total` bytes, and the tokens read so far."""

    done: int
    total: int
    tokens: int


@dataclass(frozen=True, slots=True)
class File:
    """A file of the corpus, of `size` bytes; `text` where who reads it has not the same disk."""

    path: Path
    size: int
    text: str | None = None

    def article(self) -> Article:
        """Read the article; raises InputError where that is not possible."""
        if self.text is None:
            return read_article(self.path)
        return parse_article(self.text, self.path.name, path=self.path)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Files that are read one after the other, by one worker."""

    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def with_texts(self) -> Chunk:
        """Give the chunk with the texts of its files, for a worker with another disk."""
        return Chunk(tuple(replace(file, text=read_text(file.path)) for file in self.files))


@dataclass(frozen=True, slots=True)
class Method:
    """How to count: the tagger's name, whether persons may be candidates, the boilerplate."""

    tagger_name: str
    with_names: bool
    repeated: Mapping[str, str]

    def counter(self) -> Counter:
        """Give what counts articles by this method."""
        return Counter(
            _tagger(self.tagger_name),
            common_words(),
            self.repeated,
            bars_persons=not self.with_names,
        )


class Workers(Protocol):
    """Who maps: other processes or other machines."""

    @property
    def count(self) -> int:
        """How many chunks are worked on at a time."""

    def map(self, step: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """Give what `step` makes of each chunk, in the order of the chunks."""


def count(
    paths: Sequence[Path],
    *,
    tagger_name: str = "textblob",
    with_names: bool = False,
    workers: AbstractContextManager[Workers] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Counts:
    """Count the candidates of the articles at `paths`; persons too if `with_names`.

    Without `workers` this process counts. Raises InputError for an article that cannot be read,
    WorkerError where the workers cannot do it.
    """
    files = corpus_files(paths)
    _tagger(tagger_name)  # whether there is one is known before any worker starts
    with uncollected(), workers or nullcontext() as crew:
        found = _map_reduce(files, crew, tagger_name, with_names, progress or _silent)
    return settle_coordinations(found)


def corpus_files(paths: Sequence[Path]) -> tuple[File, ...]:
    """Give the files in the corpus' order: by name, then by folder."""
    ordered = sorted(set(paths), key=lambda path: (path.name, path))
    if not ordered:
        raise InputError(
            _("there are no articles to read"), hint=_("Name text files (.txt) to read.")
        )
    return tuple(File(path, _size(path)) for path in ordered)


def estimated_tokens(paths: Sequence[Path]) -> int:
    """Tell about how many tokens the articles at `paths` have, without reading them."""
    return sum(map(_size, set(paths))) // BYTES_PER_TOKEN


def divide(files: Sequence[File], size: int) -> Iterator[Chunk]:
    """Divide `files` into chunks of about `size` bytes; those of one name stay together."""
    chunk: list[File] = []
    filled = 0
    for _name, same in groupby(files, key=lambda file: file.path.name):
        group = list(same)
        more = sum(file.size for file in group)
        if chunk and filled + more > size:
            yield Chunk(tuple(chunk))
            chunk, filled = [], 0
        chunk += group
        filled += more
    if chunk:
        yield Chunk(tuple(chunk))


def survey_chunk(chunk: Chunk) -> DisplayLines:
    """Map a chunk to its display lines, of which those of several articles are boilerplate."""
    lines = DisplayLines()
    for file in chunk.files:
        lines.see(file.article())
    return lines


def count_chunk(chunk: Chunk, method: Method) -> Counts:
    """Map a chunk to its counts."""
    counts, counter = Counts(), method.counter()
    for file in chunk.files:
        counter.count(file.article(), counts)
    return counts


def _map_reduce(
    files: Sequence[File],
    crew: Workers | None,
    tagger_name: str,
    with_names: bool,
    progress: Callable[[Progress], None],
) -> Counts:
    if crew is None:
        return _count_here(files, Method(tagger_name, with_names, {}), progress)
    chunks = _chunks(files, crew)
    lines = DisplayLines()
    for surveyed in crew.map(survey_chunk, chunks):
        lines.add(surveyed)
    method = Method(tagger_name, with_names, lines.boilerplate())
    counts, done, total = Counts(), 0, sum(file.size for file in files)
    counted = crew.map(partial(count_chunk, method=method), chunks)
    for chunk, more in zip(chunks, counted, strict=True):
        counts.add(more)
        done += chunk.size
        progress(Progress(done, total, counts.token_count))
    return counts


def _chunks(files: Sequence[File], crew: Workers) -> list[Chunk]:
    ideal = sum(file.size for file in files) // (CHUNKS_PER_JOB * crew.count)
    return list(divide(files, min(max(ideal, MIN_CHUNK), MAX_CHUNK)))


def _count_here(
    files: Sequence[File], method: Method, progress: Callable[[Progress], None]
) -> Counts:
    """Count into one set of counts: a chunk of its own would only be added to them."""
    total = sum(file.size for file in files)
    read = cache(File.article) if total <= SMALL else File.article  # a large corpus is read twice
    method = replace(method, repeated=boilerplate(map(read, files)))
    counter, counts, done = method.counter(), Counts(), 0
    for file in files:
        counter.count(read(file), counts)
        done += file.size
        progress(Progress(done, total, counts.token_count))
    return counts


def _silent(progress: Progress) -> None:
    """Watch nothing."""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it says what is wrong


_loading = Lock()


def _tagger(name: str) -> Tagger:
    """Give the tagger, its data loaded by one thread: a cluster's worker may have several."""
    with _loading:
        return _loaded_tagger(name)


@cache
def _loaded_tagger(name: str) -> Tagger:
    found = tagger(name)
    found(["word"], [0])
    common_words()
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """Set the cycle collector aside: counts hold millions of objects and no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # all that is new counts as old: it is not gone through at once
        if was_enabled:
            gc.enable()
