"""Projects of every shape are shown: several languages, none yet, a broken one."""

import asyncio
import shutil

import pytest
from starlette.testclient import TestClient

from glossary.errors import GlossaryError, NotFoundError
from glossary.project import Project
from glossary.project.run import start_catalog
from glossary.web import snapshot as snapshots
from glossary.web.app import Policy, make_app
from glossary.web.site import site_files
from glossary.web.snapshot import Office


def client_of(project: Project, language: str = "") -> TestClient:
    return TestClient(
        make_app(Office(project, language), Policy(per_second=0)), base_url="http://127.0.0.1"
    )


@pytest.fixture
def bilingual(project: Project) -> Project:
    """The project with a French catalog, in which one term is translated."""
    start_catalog(project, "fr")
    path = project.catalog_path("fr")
    text = path.read_text(encoding="utf-8")
    source = 'msgid "social insurance"\nmsgstr "'
    assert source in text
    path.write_text(text.replace(source, f"{source}assurance sociale"), encoding="utf-8")
    return project


def test_a_term_is_shown_in_every_language(bilingual: Project) -> None:
    client = client_of(bilingual)
    text = client.get("/terms/social-insurance").text
    assert '<strong lang="fr" data-copy>assurance sociale</strong>' in text
    assert '<strong lang="vi" data-copy>bảo hiểm xã hội</strong>' in text
    assert client.get("/letters/fr/a").status_code == 200
    for query in ("assurance", "bao hiem xa hoi"):
        found = client.get("/results", params={"q": query}).text
        assert found.count('<a class="hit" href="/terms/social-insurance"') == 1
    assert len(client.get("/api/v1/status").json()["catalogs"]) == 2
    languages = client.get("/tmserver/languages/").json()
    assert languages["targetLanguages"] == ["fr", "vi", "vi_vn"]
    (found,) = client.get("/tmserver/en/fr/unit/social%20insurance").json()
    assert found["target"] == "assurance sociale"


def test_one_language_only(bilingual: Project) -> None:
    client = client_of(bilingual, "vi")
    assert "assurance sociale" not in client.get("/terms/social-insurance").text
    assert client.get("/tmserver/en/fr/unit/social%20insurance").json() == []


def test_a_language_that_is_not_there(project: Project) -> None:
    with pytest.raises(NotFoundError):
        Office(project, "fr")


def test_a_project_without_catalogs_shows_its_terms(project: Project) -> None:
    shutil.rmtree(project.catalog_path("vi").parent)
    client = client_of(project)
    assert "unemployment insurance" in client.get("/", params={"q": "unemployment"}).text
    for path in ("/", "/terms/vss", "/progress", "/letters/en/v", "/api/v1/terms/vss"):
        assert client.get(path).status_code == 200
    marked = client.post("/annotate", data={"text": "The social insurance of VSS."})
    assert "2 terms in this text" in marked.text
    assert client.get("/tmserver/languages/").json()["targetLanguages"] == []
    assert client.get("/tmserver/en/vi/unit/VSS").json() == []
    assert client.get("/api/v1/memory", params={"q": "VSS"}).json() == {"matches": []}
    assert "en/terms/vss.html" in site_files(project)


def test_a_new_language_is_shown(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "_LISTING_SECONDS", 0.0)
    client = client_of(project)
    start_catalog(project, "fr")
    assert client.get("/tmserver/languages/").json()["targetLanguages"] == ["fr", "vi", "vi_vn"]


def test_a_catalog_that_is_broken_at_the_start(project: Project) -> None:
    project.catalog_path("vi").write_text('msgid "half\n', encoding="utf-8")
    with pytest.raises(GlossaryError):
        Office(project)


def test_readings_are_counted_and_done_once(project: Project) -> None:
    office = Office(project)
    before = office.snapshot()
    assert asyncio.run(office.current()) is before
    path = project.catalog_path("vi")
    path.write_bytes(path.read_bytes() + b"\n")
    after = asyncio.run(office.current())
    assert (before.number, after.number) == (1, 2)
    assert office.snapshot() is after


def test_settings_that_change_are_followed(project: Project) -> None:
    client = client_of(project)
    assert "<title>Office</title>" in client.get("/").text
    path = project.settings_path
    path.write_text("[project]\nname = Another name\n", encoding="utf-8")
    assert "<title>Another name</title>" in client.get("/").text
