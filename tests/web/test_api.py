"""The interface for programs; schemathesis tries it against its description in the benchmarks."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

BASE = "/api/v1"

Json = dict[str, Any]


def test_search(client: TestClient) -> None:
    answer = client.get(f"{BASE}/search", params={"q": "BHTN"})
    assert answer.headers["content-type"] == "application/json"
    (found,) = answer.json()["results"]
    assert {name: found[name] for name in ("name", "source", "language", "equivalent")} == {
        "name": "unemployment-insurance",
        "source": "unemployment insurance",
        "language": "vi",
        "equivalent": "bảo hiểm thất nghiệp",
    }
    assert found["matched"] == "BHTN"
    assert found["status"] == "draft"
    assert found["forbidden"] == ["bảo hiểm mất việc"]


def test_search_is_bounded_and_can_be_restricted(client: TestClient) -> None:
    search = f"{BASE}/search"
    assert client.get(search, params={"q": "bhtn", "language": "vi"}).json()["results"]
    assert client.get(search, params={"q": "bhtn", "language": "fr"}).status_code == 404
    answer = client.get(search, params={"q": "social insurance", "limit": 1}).json()
    assert len(answer["results"]) == 1


def test_a_term(client: TestClient) -> None:
    found = client.get(f"{BASE}/terms/unemployment-insurance").json()
    assert found["definition"] == "Insurance against loss of work."
    assert found["evidence"] == [
        {"date": "2020-05-23", "text": "The unemployment insurance fund is managed by the State."}
    ]
    assert found["related"] == ["unemployment-insurance-fund"]
    assert [entry["notes"] for entry in found["entries"]] == [["Not trợ cấp thất nghiệp."]]


def test_annotate_gives_offsets_into_the_text(client: TestClient) -> None:
    text = "Social and health insurance, và bảo hiểm."
    found = client.post(f"{BASE}/annotate", json={"text": text, "language": "en"}).json()
    assert [
        (one["name"], [text[start:end] for start, end in one["parts"]])
        for one in found["annotations"]
    ] == [
        ("social-insurance", ["Social", "insurance"]),
        ("health-insurance", ["health insurance"]),
    ]


def test_memory_without_a_record_gives_terms(client: TestClient) -> None:
    found = client.get(f"{BASE}/memory", params={"q": "Social insurance"}).json()["matches"]
    assert found == [
        {
            "source": "social insurance",
            "target": "bảo hiểm xã hội",
            "score": 100,
            "origin": "glossary",
        }
    ]
    back = {"q": "bao hiem xa hoi", "source": "vi", "target": "en"}
    (found,) = client.get(f"{BASE}/memory", params=back).json()["matches"]
    assert (found["target"], found["score"]) == ("social insurance", 95)


def test_what_needs_review_scores_less(client: TestClient) -> None:
    (found,) = client.get(f"{BASE}/memory", params={"q": "health insurance"}).json()["matches"]
    assert found["score"] == 95


def test_status(client: TestClient) -> None:
    (catalog,) = client.get(f"{BASE}/status").json()["catalogs"]
    numbers = {name: catalog[name] for name in ("approved", "draft", "to_review", "open", "total")}
    assert numbers == {"approved": 1, "draft": 4, "to_review": 1, "open": 2, "total": 8}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/search", 400),
        ("/search?q=a&q=b", 400),
        (f"/search?q={'a' * 201}", 400),
        ("/search?q=a&limit=0", 400),
        ("/search?q=a&limit=101", 400),
        ("/search?q=a&limit=%D9%A1", 400),
        ("/search?q=a&limit=-1", 400),
        ("/search?q=a&limit=1e1", 400),
        ("/search?q=%FF%FE", 200),
        ("/search?q=%00%1B", 200),
        ("/search?q=%ED%A0%80", 200),
        ("/search?q=", 200),
        ("/terms/nothing", 404),
        ("/terms/%FF", 404),
        ("/terms/..%2F..%2Fetc%2Fpasswd", 404),
        ("/memory", 400),
        ("/memory?q=%20", 400),
        ("/memory?q=a&threshold=29", 400),
        ("/memory?q=a&source=%E2%98%83", 404),
        ("/memory?q=a&source=&target=", 200),
        (f"/memory?q={'a' * 2001}", 400),
        ("/nothing", 404),
    ],
)
def test_odd_questions_get_a_reason(client: TestClient, path: str, code: int) -> None:
    answer = client.get(BASE + path)
    assert answer.status_code == code
    assert ("error" in answer.json()) == (code != 200)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b'{"text": 1}',
        b'{"text": "a", "language": 1}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        json.dumps({"text": "a" * 200_001}).encode(),
    ],
)
def test_an_odd_body_gets_a_reason(client: TestClient, body: bytes) -> None:
    answer = client.post(f"{BASE}/annotate", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("text", ["\ud800 social insurance", "\x00", "\u202e", " "])
def test_an_odd_text_is_marked_like_any_other(client: TestClient, text: str) -> None:
    body = json.dumps({"text": text}).encode()
    assert client.post(f"{BASE}/annotate", content=body).status_code == 200


def test_a_method_that_is_not_offered(client: TestClient) -> None:
    answer = client.get(f"{BASE}/annotate")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert client.delete(f"{BASE}/search").status_code == 405


def described(client: TestClient) -> Json:
    found: Json = client.get(f"{BASE}/openapi.json").json()
    return found


def test_the_description_is_complete(client: TestClient) -> None:
    found = described(client)
    assert found["openapi"].startswith("3.1")
    assert set(found["paths"]) == {
        f"{BASE}/{name}" for name in ("search", "terms/{name}", "annotate", "memory", "status")
    }
    references = set(_references(found))
    schemas = {f"#/components/schemas/{name}" for name in found["components"]["schemas"]}
    assert references == schemas


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "$ref":
                yield value
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


ASKED: dict[str, Callable[[TestClient], Json]] = {
    "Answer": lambda client: client.get(f"{BASE}/search", params={"q": "bhtn"}).json(),
    "Concept": lambda client: client.get(f"{BASE}/terms/vss").json(),
    "Marking": lambda client: client.post(f"{BASE}/annotate", json={"text": "VSS"}).json(),
    "Matches": lambda client: client.get(f"{BASE}/memory", params={"q": "VSS"}).json(),
    "Status": lambda client: client.get(f"{BASE}/status").json(),
}


@pytest.mark.parametrize("name", ASKED)
def test_answers_have_the_fields_that_are_described(client: TestClient, name: str) -> None:
    schemas = described(client)["components"]["schemas"]
    _same_fields(ASKED[name](client), schemas[name], schemas)


def _same_fields(value: object, schema: Json, schemas: Json) -> None:
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for item in value:
            _same_fields(item, schema["items"], schemas)
    elif isinstance(value, dict):
        assert set(value) == set(schema["properties"])
        for name, part in schema["properties"].items():
            _same_fields(value[name], part, schemas)
    else:
        assert schema.get("type") not in ("array", "object")
