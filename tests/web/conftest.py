import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from glossary.model import Entry, SubjectField, Term
from glossary.project import Project
from glossary.web.app import Policy, make_app
from glossary.web.editing import Editing
from glossary.web.snapshot import Office
from tests import offices

HOME = "http://127.0.0.1"
SCRIPT = "<script>alert(1)</script>"
TERMS = (
    *offices.TERMS,
    Term("unemployment insurance fund", subject_field=SubjectField.FINANCE, frequency=2),
    Term("and/or rule", frequency=1),
    Term(SCRIPT, frequency=1),
)

EQUIVALENTS: Mapping[str, offices.Changes] = {
    **offices.EQUIVALENTS,
    "unemployment insurance": {
        **offices.EQUIVALENTS["unemployment insurance"],
        "notes": ("Not trợ cấp thất nghiệp.",),
    },
    "VSS": {"target": "BHXH Việt Nam"},
    "and/or rule": {"target": "quy tắc và/hoặc"},
    SCRIPT: {"target": f"đoạn mã {SCRIPT}"},
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of eight terms with a Vietnamese catalog; one term tries to be a script."""
    return offices.make_office(tmp_path, TERMS, EQUIVALENTS)


@pytest.fixture(scope="session")
def shown_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The same for tests that change nothing."""
    return offices.make_office(tmp_path_factory.mktemp("shown"), TERMS, EQUIVALENTS)


@pytest.fixture
def put(project: Project) -> Callable[..., None]:
    """Change an entry of the Vietnamese catalog on the disk."""

    def put(source: str, **changes: object) -> None:
        offices.change(project, {source: changes})

    return put


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
