"""What the tests of reading share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The owner's five articles."""
    return sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
