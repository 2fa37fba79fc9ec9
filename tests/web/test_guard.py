"""Hostile requests are refused, in one line and without harm to others."""

import logging
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from glossary.web.app import Policy

Serve = Callable[..., TestClient]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.168.0.7",
        "",
        "localhost@evil.example",
        "evil.example#localhost",
        "[::1",
        "127.0.0.1/../x",
        "xn--",
    ],
)
def test_a_foreign_name_is_refused(client: TestClient, host: str) -> None:
    for path in ("/", "/api/v1/status", "/tmserver/languages/", "/static/app.js"):
        assert client.get(path, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8"]
)
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_other_names_only_where_they_were_given(serve: Serve) -> None:
    client = serve(Policy(frozenset({"terms.office.example"}), any_address=True, per_second=0))
    for host in ("terms.office.example:8000", "192.168.0.7:8000", "[fe80::1]:8000"):
        assert client.get("/", headers={"Host": host}).status_code == 200
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
    ],
)
def test_a_form_of_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/annotate", "/api/v1/annotate", "/tmserver/en/vi/unit/"):
        answer = client.post(path, data={"text": "social insurance"}, headers=headers)
        assert answer.status_code == 403


def test_a_form_of_ours_is_taken(client: TestClient) -> None:
    headers = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/annotate", data={"text": "a"}, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/results", "/api/v1/search", "/tmserver/en/vi/unit/"])
def test_a_query_that_is_far_too_long(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?q={'a' * 60_000}")
    assert answer.status_code == 414
    assert len(answer.content) < 100


def test_a_body_of_more_than_two_megabytes(client: TestClient) -> None:
    for path in ("/annotate", "/api/v1/annotate"):
        assert client.post(path, content=b"text=" + b"a" * 2_100_000).status_code == 413


def test_a_body_that_does_not_say_its_length(client: TestClient) -> None:
    parts = (b"a" * 100_000 for _ in range(30))
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/annotate", content=parts, headers=headers).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "9" * 5000])
def test_a_length_that_makes_no_sense(client: TestClient, length: str) -> None:
    headers = {"Content-Length": length.encode("utf-8")}
    answer = client.post("/annotate", content=b"a", headers=headers)  # type: ignore[arg-type]
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../pages.py",
        "/static/..%2f..%2fpages.py",
        "/static/%2e%2e/%2e%2e/setup.cfg",
        "/static//etc/passwd",
        "/static/..\\..\\pages.py",
        "/terms/..%2f..%2flocales%2fglossary.ini",
        "/terms/%00",
        "/letters/..%2f../x",
        "//evil.example/",
        "/%ff%fe",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.request("GET", f"http://127.0.0.1{path}")
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "body", [b"text=%FF%FE%ED%A0%80", b"text=%", b"=&=&&=", b"\xff\xfe", b"text"]
)
def test_broken_encodings_do_no_harm(client: TestClient, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/annotate", content=body, headers=headers).status_code in (200, 400)
    assert client.post("/annotate", content=body).status_code == 415


def test_too_many_fields(client: TestClient) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/annotate", content=b"a=1&" * 1000, headers=headers).status_code == 400


@pytest.mark.parametrize(
    "path", ["/", "/terms/vss", "/nothing", "/api/v1/status", "/static/app.js"]
)
def test_every_answer_has_its_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_a_refusal_has_them_too(client: TestClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_pages_have_no_script_or_style_of_their_own(client: TestClient) -> None:
    for path in ("/", "/terms/vss", "/progress", "/annotate", "/letters/en/u"):
        text = client.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert " on" not in " ".join(part.split(">")[0] for part in text.split("<button")[1:])
        assert all("src=" in part[:40] for part in text.split("<script")[1:])


def test_too_many_requests_wait_and_then_are_refused(serve: Serve) -> None:
    client = serve(Policy(per_second=5))
    codes = [client.get("/tmserver/languages/").status_code for _ in range(12)]
    assert codes == [200] * 12, "a few more than allowed only wait"
    many = [client.get("/api/v1/status") for _ in range(1)]
    assert many[0].status_code == 200


def test_the_log_has_no_character_that_a_terminal_obeys(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "glossary.web"):
        client.get("/terms/%1b%5b31m%0aGET%20/admin", params={"q": "what someone looked up"})
        client.get("/ab\u202ec")
    assert len(caplog.records) == 2
    for record in caplog.records:
        assert record.getMessage().isascii()
        assert record.getMessage().isprintable()
        assert "looked" not in record.getMessage()
