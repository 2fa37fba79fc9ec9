"""The pages as a browser without scripts sees them."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from glossary.interface import languages
from glossary.project import Project

SCRIPT = "<script>alert(1)</script>"


def hits(text: str) -> list[str]:
    return re.findall(r'<a class="hit" href="/terms/([^"]+)"', text)


@pytest.mark.parametrize(
    "query",
    [
        "unemployment insurance",
        "Unemployment insurances",
        "bao hiem that nghiep",
        "Bảo hiểm thất nghiệp",
        "bảo hiểm thất nghiệp",
        "bhtn",
        "bao hiem mat viec",
    ],
)
def test_search_takes_every_designation(client: TestClient, query: str) -> None:
    for path in ("/", "/results"):
        answer = client.get(path, params={"q": query})
        assert answer.status_code == 200
        assert hits(answer.text)[0] == "unemployment-insurance"


def test_a_forbidden_equivalent_is_found_and_named_as_such(client: TestClient) -> None:
    text = client.get("/results", params={"q": "bao hiem mat viec"}).text
    assert "bảo hiểm mất việc (do not use)" in text


def test_nothing_found_names_the_nearest(client: TestClient) -> None:
    text = client.get("/", params={"q": "unemploymnet insurrance zzz"}).text
    assert hits(text) == []
    assert "Nothing found for “unemploymnet insurrance zzz”." in text


def test_the_page_of_a_term_tells_all(client: TestClient) -> None:
    text = client.get("/terms/unemployment-insurance").text
    for part in (
        "<title>unemployment insurance · Office</title>",
        '<strong lang="vi" data-copy>bảo hiểm thất nghiệp</strong>',
        "BHTN",
        "bảo hiểm mất việc",
        "Not trợ cấp thất nghiệp.",
        "Insurance against loss of work.",
        "<time>2020-05-23</time>",
        "<mark>unemployment insurance</mark>",
        "35 times in 2 articles (2018, 2020)",
        "2020-05-23.txt:3",
        'href="/terms/unemployment-insurance-fund"',
        'href="/fields/unemployment"',
    ):
        assert part in text, part


def test_an_acronym_leads_to_its_long_form(client: TestClient) -> None:
    assert 'href="/terms/vietnam-social-security"' in client.get("/terms/vss").text


def test_who_vouches_is_named(client: TestClient) -> None:
    assert "approved 2026-11-20 NVA" in client.get("/terms/social-insurance").text


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/letters/en/u", 2),
        ("/letters/en/v", 2),
        ("/letters/vi/b", 4),
        ("/letters/vi/dd", 1),
        ("/letters/en/0", 1),
        ("/fields/unemployment", 1),
        ("/fields/general", 5),
    ],
)
def test_lists(client: TestClient, path: str, count: int) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert len(hits(answer.text)) == count


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            answer = client.get(path)
            assert answer.status_code == 200, path
            if "html" in answer.headers["content-type"]:
                waiting += re.findall(r'(?:href|src|action)="(/[^"#]*)"', answer.text)
    assert len(seen) > 25


@pytest.mark.parametrize(
    "path", ["/terms/nothing", "/letters/en/q", "/letters/xx/a", "/fields/x", "/x", "/static/../x"]
)
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


def test_terms_cannot_be_scripts(client: TestClient) -> None:
    (name,) = hits(client.get("/", params={"q": SCRIPT}).text)
    pages = [f"/terms/{name}", "/letters/vi/dd", "/letters/en/0", "/fields/general"]
    texts = [client.get(path).text for path in pages]
    texts += [client.get(path, params={"q": SCRIPT}).text for path in ("/", "/results")]
    texts.append(client.post("/annotate", data={"text": f"{SCRIPT} social insurance"}).text)
    for text in texts:
        assert "&lt;script&gt;alert(1)" in text
        assert "<script>alert" not in text


def test_annotate_marks_terms_and_lists_them(client: TestClient) -> None:
    sentence = "The social and health insurance funds of VSS."
    text = client.post("/annotate", data={"text": sentence}).text
    assert re.findall(r'class="term[^>]*title="([^"]*)"[^>]*>([^<]*)<', text) == [
        ("bảo hiểm xã hội", "social"),
        ("bảo hiểm y tế", "health "),
        ("bảo hiểm xã hội; bảo hiểm y tế", "insurance"),
        ("BHXH Việt Nam", "VSS"),
    ]
    assert "3 terms in this text" in text
    plain = re.sub(r"<[^>]+>", "", re.search(r'class="text"[^>]*>(.*?)</div>', text, re.S)[1])  # type: ignore[index]
    assert plain == sentence


def test_annotate_knows_vietnamese_and_warns_of_forbidden_equivalents(client: TestClient) -> None:
    text = client.post(
        "/annotate", data={"text": "Quỹ bảo hiểm mất việc do BHXH Việt Nam quản lý."}
    )
    assert '<div class="text" lang="vi">' in text.text
    assert "do not use" in text.text
    assert "unemployment insurance" in text.text


def test_annotate_keeps_the_text_for_another_try(client: TestClient) -> None:
    text = client.post("/annotate", data={"text": "a </textarea><b> b"}).text
    assert "a &lt;/textarea&gt;&lt;b&gt; b</textarea>" in text


def test_progress(client: TestClient) -> None:
    text = client.get("/progress").text
    total = re.search(r"<tfoot>.*?</tfoot>", text, re.S)
    assert total
    assert re.findall(r"<td>(\d+)</td>", total[0]) == ["1", "4", "1", "2", "8"]


def test_the_next_request_shows_an_edit(client: TestClient, put: Callable[..., None]) -> None:
    assert "bảo trợ xã hội" not in client.get("/terms/social-insurance").text
    put("social insurance", target="bảo trợ xã hội")
    assert "bảo trợ xã hội" in client.get("/terms/social-insurance").text
    assert hits(client.get("/results", params={"q": "bao tro xa hoi"}).text)


def test_a_broken_catalog_leaves_the_last_good_state(client: TestClient, project: Project) -> None:
    path = project.catalog_path("vi")
    good = path.read_text(encoding="utf-8")
    path.write_text(f'{good}\nmsgid "half\n', encoding="utf-8")
    text = client.get("/terms/social-insurance").text
    assert "bảo hiểm xã hội" in text
    assert f"glossary.po:{good.count(chr(10)) + 2}" in text
    path.write_text(good, encoding="utf-8")
    assert "cannot be read" not in client.get("/terms/social-insurance").text


def test_assets_are_kept_by_browsers_and_named_by_their_content(client: TestClient) -> None:
    found = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text)
    assert {path.partition("?")[0] for path in found} == {
        "/static/icon.svg", "/static/style.css", "/static/app.js",
    }  # fmt: skip
    for path in found:
        assert "immutable" in client.get(path).headers["cache-control"]


@pytest.mark.skipif("vi" not in languages(), reason="there are no Vietnamese messages")
def test_the_interface_speaks_the_language_of_the_reader(client: TestClient) -> None:
    assert '<html lang="en">' in client.get("/").text
    wanted = client.get("/", headers={"Accept-Language": "vi-VN,vi;q=0.9,en;q=0.8"})
    assert '<html lang="vi">' in wanted.text
    assert '<html lang="vi">' in client.get("/progress", params={"interface": "vi"}).text
    assert '<html lang="vi">' in client.get("/annotate").text, "the choice is remembered"
    assert '<html lang="en">' in client.get("/", params={"interface": "en"}).text


@pytest.mark.parametrize("wish", ["xx", "en;q=x", ",;q=,", "vi;q=nan" * 300, "*"])
def test_odd_wishes_for_a_language_do_no_harm(client: TestClient, wish: str) -> None:
    assert client.get("/", headers={"Accept-Language": wish}).status_code == 200
