import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from glossary.catalog import TemplateHeader, template_entries, write_template
from glossary.model import Entry, Occurrence, SubjectField, Term, TermClass
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.run import start_catalog
from glossary.web.app import Policy, make_app
from glossary.web.editing import Editing
from glossary.web.snapshot import Office

HOME = "http://127.0.0.1"
SCRIPT = "<script>alert(1)</script>"
SENTENCE = "The unemployment insurance fund is managed by the State."
SHOWN = Occurrence("2020-05-23.txt", 3, SENTENCE, date(2020, 5, 23))

TERMS = (
    Term(
        "unemployment insurance",
        subject_field=SubjectField.UNEMPLOYMENT,
        definition="Insurance against loss of work.",
        frequency=35,
        articles=("2018-02-28.txt", "2020-05-23.txt"),
        years=(2018, 2020),
        occurrences=(SHOWN,),
        evidence=(SHOWN,),
    ),
    Term("unemployment insurance fund", subject_field=SubjectField.FINANCE, frequency=2),
    Term("social insurance", frequency=127, articles=("2020-05-23.txt",), years=(2020,)),
    Term("health insurance", subject_field=SubjectField.MEDICAL, frequency=58, articles=("a.txt",)),
    Term("Vietnam Social Security", term_class=TermClass.ORGANISATION, acronym="VSS"),
    Term("VSS", term_class=TermClass.ACRONYM, long_form="Vietnam Social Security"),
    Term("and/or rule", frequency=1),
    Term(SCRIPT, frequency=1),
)

EQUIVALENTS: dict[str, dict[str, object]] = {
    "unemployment insurance": {
        "target": "bảo hiểm thất nghiệp",
        "admitted": ("BHTN",),
        "forbidden": ("bảo hiểm mất việc",),
        "notes": ("Not trợ cấp thất nghiệp.",),
    },
    "social insurance": {"target": "bảo hiểm xã hội", "approval": "2026-11-20 NVA"},
    "health insurance": {"target": "bảo hiểm y tế", "needs_review": True},
    "VSS": {"target": "BHXH Việt Nam"},
    "and/or rule": {"target": "quy tắc và/hoặc"},
    SCRIPT: {"target": f"đoạn mã {SCRIPT}"},
}


def _made(folder: Path) -> Project:
    made = create(folder / "office", name="Office")
    header = TemplateHeader(datetime(2026, 11, 22, tzinfo=UTC), "Office")
    write_template(made.template, template_entries(TERMS), header)
    start_catalog(made, "vi")
    for source, changes in EQUIVALENTS.items():
        _put(made, source, **changes)
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of eight terms with a Vietnamese catalog; one term tries to be a script."""
    return _made(tmp_path)


@pytest.fixture(scope="session")
def shown_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same for tests that change nothing."""
    return _made(tmp_path_factory.mktemp("shown"))


def _put(project: Project, source: str, **changes: object) -> None:
    with project.catalog("vi").editing() as catalog:
        entry = catalog.get(source)
        assert entry
        catalog.put(replace(entry, **changes))  # type: ignore[arg-type]


@pytest.fixture
def put(project: Project) -> Callable[..., None]:
    """Change an entry of the Vietnamese catalog on the disk."""
    return partial(_put, project)


@pytest.fixture
def entry_of(project: Project) -> Callable[[str], Entry]:
    """Give an entry of the Vietnamese catalog as it is on the disk."""

    def read(source: str) -> Entry:
        found = project.catalog("vi").read().get(source)
        assert found
        return found

    return read


@pytest.fixture
def office(project: Project) -> Office:
    return Office(project)


@pytest.fixture
def client(office: Office) -> TestClient:
    """A client of the read-only server; errors of ours are raised."""
    return TestClient(make_app(office, Policy(per_second=0)), base_url=HOME)


Serve = Callable[..., TestClient]
Running = Callable[[ASGIApp], AbstractContextManager[str]]


@pytest.fixture
def serve(office: Office) -> Serve:
    """Make a client of a server with another policy, or one that lets edit."""

    def make(policy: Policy | None = None, editing: Editing | None = None) -> TestClient:
        app = make_app(office, policy or Policy(per_second=0), editing)
        return TestClient(app, base_url=HOME)

    return make


@contextmanager
def _running(app: ASGIApp) -> Iterator[str]:
    """A real server, since escaped slashes are lost in simpler ones."""
    import uvicorn

    from glossary.web.connection import Connection
    from glossary.web.server import listen

    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, http=Connection, ws="none", log_config=None))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def running() -> Running:
    """Run an application on a port of this machine; give its address."""
    return _running
