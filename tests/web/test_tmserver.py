"""The protocol of amaGama and tmserver, asked as the programs that speak it ask."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

BASE = "/tmserver"
Running = Callable[[ASGIApp], AbstractContextManager[str]]


def test_the_languages(client: TestClient) -> None:
    for path in (f"{BASE}/languages/", f"{BASE}/languages"):
        found = client.get(path).json()
        assert found == {
            "sourceLanguages": ["en", "en_gb", "en_us"],
            "targetLanguages": ["vi", "vi_vn"],
        }


@pytest.mark.parametrize(
    "path",
    [
        "/en/vi/unit/social%20insurance",
        "/en/vi_vn/unit/social%20insurance",
        "/en_US/vi-VN/unit/Social%20Insurances",
        "/en/vi/unit/?source=social+insurance",
        "/en/vi/unit?source=social%20insurance",
        "/en/vi/unit/social%20insurance?min_similarity=30&max_candidates=1",
    ],
)
def test_a_term_is_a_match(client: TestClient, path: str) -> None:
    (found,) = client.get(BASE + path).json()
    assert found["target"] == "bảo hiểm xã hội"
    assert 90 <= found["quality"] <= 100
    assert set(found) == {"source", "target", "quality", "rank"}


def test_the_other_direction(client: TestClient) -> None:
    (found,) = client.get(f"{BASE}/vi/en/unit/{quote('bảo hiểm thất nghiệp')}").json()
    assert found["target"] == "unemployment insurance"


@pytest.mark.parametrize("text", ["and%2For%20rule", "and/or%20rule", "and/or%20rule?x=1"])
def test_a_slash_belongs_to_the_text(client: TestClient, text: str) -> None:
    (found,) = client.get(f"{BASE}/en/vi/unit/{text}").json()
    assert found["source"] == "and/or rule"


@pytest.mark.parametrize(
    "text",
    ["nothing%20like%20it", "%20", "", "a" * 5000, "..%2F..%2Fetc%2Fpasswd", "%00", "/", "?"],
)
def test_no_match_is_an_empty_list(client: TestClient, text: str) -> None:
    answer = client.get(f"{BASE}/en/vi/unit/{text}")
    assert answer.status_code == 200
    assert answer.json() == []


@pytest.mark.parametrize("query", ["min_similarity=x", "max_candidates=-5", "min_similarity=999"])
def test_odd_numbers_are_taken_for_the_nearest_sensible_ones(
    client: TestClient, query: str
) -> None:
    assert client.get(f"{BASE}/en/vi/unit/social%20insurance?{query}").status_code == 200


def test_similarity_is_kept(client: TestClient) -> None:
    unit = f"{BASE}/en/vi/unit/health%20insurance"
    assert [one["quality"] for one in client.get(unit).json()] == [95]
    assert client.get(f"{unit}?min_similarity=96").json() == []


def test_what_is_no_text_or_no_language_is_refused(client: TestClient) -> None:
    assert client.get(f"{BASE}/en/vi/unit/%FF").status_code == 400
    assert client.get(f"{BASE}/xx1/vi/unit/a").status_code == 404
    assert client.get(f"{BASE}/fr/de/unit/social%20insurance").json() == []


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("path", ["/en/vi/unit", "/en/vi/unit/", "/en/vi/unit/a%2Fb"])
def test_nothing_can_be_written(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, BASE + path, json={"source": "a", "target": "b"})
    assert answer.status_code == 403
    assert answer.json() == {"error": "this memory is read only"}


class Weblate:
    """What Weblate 5 does with a tmserver: the languages, then a pair that is among them."""

    def __init__(self, url: str) -> None:
        self.url = url
        found = json.loads(self.get("languages", ""))
        self.pairs = {(s, t) for s in found["sourceLanguages"] for t in found["targetLanguages"]}

    def get(self, *parts: str | bytes) -> bytes:
        path = "/".join(quote(part, safe="") for part in parts)
        with urlopen(f"{self.url}/{path}") as answer:
            data: bytes = answer.read()
            return data

    def translate(self, source: str, target: str, text: str) -> list[tuple[int, str, str]]:
        pair = tuple(code.replace("-", "_").lower() for code in (source, target))
        assert pair in self.pairs
        payload = json.loads(self.get(*pair, "unit", text[:500].replace("\r", " ").encode()))
        return [(int(one["quality"]), one["source"], one["target"]) for one in payload]


def test_weblate(client: TestClient, running: Running) -> None:
    with running(client.app) as url:
        weblate = Weblate(f"{url}/tmserver")
        for target in ("vi", "vi_VN"):
            assert weblate.translate("en", target, "and/or rule") == [
                (100, "and/or rule", "quy tắc và/hoặc")
            ]
        assert weblate.translate("en_US", "vi", "social insurance\r\n" + "long text " * 100) == []
        assert weblate.translate("en", "vi", "ắ" * 600) == []
