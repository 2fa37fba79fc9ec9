"""What the tests of extraction share: sentences by hand, and whole runs over texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.extraction.corpus import MIN_CHUNK, count
from glossary.extraction.extractor import Extraction, extract
from glossary.extraction.tallies import Counts
from glossary.text.analysis import Passage, passages
from glossary.text.articles import parse_article
from glossary.text.tagging import tagger

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def analyse() -> Callable[[str], Passage]:
    """Tag a text with the default tagger."""
    tag = tagger()

    def analysed(text: str) -> Passage:
        (passage,) = passages(parse_article(text, "a.txt").lines, tag)
        return passage

    return analysed


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The owner's five articles."""
    return sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def seeds_extraction(seeds: list[Path]) -> Extraction:
    """What the extractor makes of them, without an editor's decisions."""
    return extract(seeds)


@pytest.fixture
def extract_texts(tmp_path: Path) -> Callable[..., Extraction]:
    """Extract from texts given by file name: ``extract_texts({"a.txt": "..."})``."""

    def extracted(texts: dict[str, str], **options: object) -> Extraction:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        return extract([tmp_path / name for name in texts], **options)  # type: ignore[arg-type]

    return extracted


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Several chunks of articles, each with words of its own."""
    seeds = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(6 * MIN_CHUNK // 8000):
        text = seeds[number % len(seeds)].read_text(encoding="utf-8")
        altered = text.replace("insurance", f"insurance{'abcdefgh'[number % 8]}")
        (folder / f"{number:03}.txt").write_text(altered, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


@pytest.fixture(scope="session")
def counted(corpus: list[Path]) -> Counts:
    """What one process counts in the corpus."""
    return count(corpus)
