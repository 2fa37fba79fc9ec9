"""A corpus counted in parts: however it is divided, the counts are the same, order included."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import InputError, MalformedError, RequestError
from glossary.extraction.attestation import settle_coordinations
from glossary.extraction.corpus import (
    Chunk,
    File,
    Method,
    Progress,
    corpus_files,
    count,
    count_chunk,
    divide,
    survey_chunk,
)
from glossary.extraction.tallies import MAX_ARTICLES, MAX_EVIDENCE, MAX_NEIGHBOURS, Counts
from glossary.text.boilerplate import DisplayLines

LINES = (
    "The forest fund pays forest owners.",
    "Forest owners and forest rangers protect the forest fund.",
    "A forest fund in each province pays for forest fund audits.",
    "Mr Pham Van Binh of the Forest Protection Fund (FPF) praised the village, hamlet and "
    "residential quarter under Decree 99/2010/ND-CP.",
    "Each village quarter elects its head.",
    "Forest fund",
    "Contact us",
    "A table of forest owners",
)
ARTICLES = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=6), min_size=1)


def _files(articles: list[list[str]]) -> list[File]:
    """The articles of a corpus; the later its name, the older it is. Each third has a namesake."""
    files = []
    for number, lines in enumerate(articles):
        day = 1 + (len(articles) - number) % 28
        text = "\n".join(["A title", f"{day:02}/05/2021", "", *lines, ""])
        path = Path("a" if number % 3 else "b", f"{number - (number % 3 == 2):04}.txt")
        files.append(File(path, len(text), text))
    return files


def _counted(chunks: list[Chunk]) -> Counts:
    """Survey and count each chunk by itself, and send its result through a pickle."""
    lines = DisplayLines()
    for chunk in chunks:
        lines.add(pickle.loads(pickle.dumps(survey_chunk(chunk))))
    method = Method("textblob", with_names=False, repeated=lines.boilerplate())
    counts = Counts()
    for chunk in chunks:
        counts.add(pickle.loads(pickle.dumps(count_chunk(chunk, method))))
    return settle_coordinations(counts)


def _in_order(counts: Counts) -> object:
    """All that is counted, the order of every collection included."""
    parts = (counts.tallies, counts.days, counts.words, counts.persons)
    return counts, [list(part.items()) for part in parts], list(counts.long_forms)


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.integers(1, 2000))
def test_any_division_gives_the_same_counts(articles: list[list[str]], size: int) -> None:
    files = _files(articles)
    together = _counted([Chunk(tuple(files))])
    assert _in_order(_counted(list(divide(files, size)))) == _in_order(together)


@pytest.mark.parametrize("size", [1, 500, 5000])
def test_no_bound_depends_on_the_division(size: int) -> None:
    files = _files([list(LINES[:3]) * 3] * (3 * MAX_ARTICLES))
    together = _counted([Chunk(tuple(files))])
    tally = together.tallies["forest fund"]
    assert tally.frequency == len(files) * 12
    assert len({place.article for place in tally.places}) == MAX_ARTICLES
    assert (len(tally.shown), len(tally.left)) == (MAX_EVIDENCE, MAX_NEIGHBOURS)
    assert _in_order(_counted(list(divide(files, size)))) == _in_order(together)


def test_equally_good_sentences_come_from_the_oldest_articles() -> None:
    texts = [f"A title\n{day:02}/05/2021\n\n{LINES[0]}\n" for day in range(20, 0, -1)]
    files = [File(Path(f"{number:02}.txt"), 1, text) for number, text in enumerate(texts)]
    for size in (1, 7, 20):
        shown = _counted(list(divide(files, size))).tallies["forest fund"].shown
        assert [place.day for _, place, _ in shown] == [f"2021-05-0{day}" for day in range(1, 7)]


def _named(name: str, size: int) -> File:
    return File(Path(name), size)


@pytest.mark.parametrize(
    ("files", "size", "expected"),
    [
        ([("a", 3), ("b", 3), ("c", 3)], 6, ["ab", "c"]),
        ([("a", 3), ("b", 9), ("c", 3)], 6, ["a", "b", "c"]),
        ([("a", 3), ("x/b", 3), ("y/b", 3), ("c", 3)], 7, ["a", "bb", "c"]),
        ([("a", 0), ("b", 0)], 1, ["ab"]),
        ([], 1, []),
    ],
)
def test_chunks_are_filled_in_order_and_namesakes_stay_together(
    files: list[tuple[str, int]], size: int, expected: list[str]
) -> None:
    chunks = list(divide([_named(*file) for file in files], size))
    assert ["".join(file.path.name for file in chunk.files) for chunk in chunks] == expected
    assert [chunk.size for chunk in chunks] == [sum(f.size for f in c.files) for c in chunks]


def test_the_corpus_is_in_the_order_of_names_each_file_once(tmp_path: Path) -> None:
    for name in ("z/a.txt", "b/b.txt", "a/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("text")
    paths = [tmp_path / name for name in ("b/b.txt", "a/b.txt", "z/a.txt", "b/b.txt")]
    found = [str(file.path.relative_to(tmp_path)) for file in corpus_files(paths)]
    assert found == ["z/a.txt", "a/b.txt", "b/b.txt"]
    assert {file.size for file in corpus_files(paths)} == {4}


def test_texts_travel_where_the_disk_is_not_shared(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The forest fund.\n", encoding="utf-8")
    chunk = Chunk(corpus_files([path])).with_texts()
    path.unlink()
    method = Method("textblob", with_names=False, repeated={})
    assert "forest fund" in count_chunk(chunk, method).tallies


def test_what_cannot_be_counted(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles"):
        count([])
    with pytest.raises(InputError, match="cannot read"):
        count([tmp_path / "missing.txt"])
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(MalformedError, match="UTF-16"):
        count([tmp_path / "bad.txt"])
    with pytest.raises(RequestError, match="no tagger"):
        count([tmp_path / "bad.txt"], tagger_name="none")


def test_progress_counts_bytes_and_tokens(seeds: list[Path]) -> None:
    steps: list[Progress] = []
    counts = count(seeds, progress=steps.append)
    sizes = [path.stat().st_size for path in seeds]
    assert [step.done for step in steps] == [sum(sizes[: n + 1]) for n in range(len(sizes))]
    assert {step.total for step in steps} == {sum(sizes)}
    assert steps[-1].tokens == counts.token_count
