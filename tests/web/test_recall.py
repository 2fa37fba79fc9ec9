"""What was translated before, from a memory and from the glossary together."""

import logging
import random

import pytest
from starlette.testclient import TestClient

from glossary.memory import Memory
from glossary.model import Segment
from glossary.project import Project

SENTENCE = "The fund paid pensions to 3 million people."
TARGET = "Quỹ đã chi trả lương hưu cho 3 triệu người."


@pytest.fixture
def remembering(project: Project) -> Project:
    """The project with a memory of three segments."""
    segments = (
        Segment(SENTENCE, TARGET),
        Segment("social insurance", "bảo hiểm xã hội"),
        Segment("social insurance", "BHXH"),
    )
    with Memory.open(project.memory_path) as memory:
        memory.add(segments)
    return project


def test_tmserver_finds_what_is_alike(client: TestClient, remembering: Project) -> None:
    assert remembering.memory_path.exists()
    asked = "The fund paid pensions to 4 million people."
    (found,) = client.get(f"/tmserver/en/vi_vn/unit/{asked}").json()
    assert found["source"] == SENTENCE
    assert 90 <= found["quality"] < 100
    (same,) = client.get(f"/tmserver/en/vi/unit/{SENTENCE}").json()
    assert (same["quality"], same["target"]) == (100, TARGET)
    assert client.get(f"/tmserver/en/vi/unit/{asked}?min_similarity=100").json() == []


def test_the_other_direction(client: TestClient, remembering: Project) -> None:
    (found,) = client.get(f"/tmserver/vi/en/unit/{TARGET}").json()
    assert found["target"] == SENTENCE
    assert remembering.memory_path.exists()


def test_term_and_segment_stand_once(client: TestClient, remembering: Project) -> None:
    found = client.get("/api/v1/memory", params={"q": "social insurance"}).json()["matches"]
    assert [(one["target"], one["score"]) for one in found][:1] == [("bảo hiểm xã hội", 100)]
    assert sorted(one["target"] for one in found) == ["BHXH", "bảo hiểm xã hội"]
    assert remembering.memory_path.exists()


def test_no_more_than_were_asked_for(client: TestClient, remembering: Project) -> None:
    path = "/tmserver/en/vi/unit/social%20insurance?max_candidates=1"
    assert len(client.get(path).json()) == 1
    assert remembering.memory_path.exists()


def test_a_memory_that_comes_later_is_found(client: TestClient, project: Project) -> None:
    path = f"/tmserver/en/vi/unit/{SENTENCE}"
    assert client.get(path).json() == []
    with Memory.open(project.memory_path) as memory:
        memory.add([Segment(SENTENCE, TARGET)])
    assert [one["target"] for one in client.get(path).json()] == [TARGET]


def test_what_is_remembered_while_it_runs_is_found(
    client: TestClient, remembering: Project
) -> None:
    new = "A new sentence about the health insurance card."
    assert client.get(f"/tmserver/en/vi/unit/{new}").json() == []
    with Memory.open(remembering.memory_path) as memory:
        memory.add([Segment(new, "Một câu mới về thẻ bảo hiểm y tế.")])
    assert client.get(f"/tmserver/en/vi/unit/{new}").json()


def test_a_broken_memory_leaves_the_terms(
    client: TestClient, project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.memory_path.write_bytes(random.Random(7).randbytes(5000))
    with caplog.at_level(logging.WARNING, "glossary.web"):
        (found,) = client.get("/tmserver/en/vi/unit/social%20insurance").json()
    assert found["target"] == "bảo hiểm xã hội"
    assert str(project.memory_path) in caplog.text
