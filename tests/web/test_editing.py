"""Editing from the page: only who has the token, only from a page of ours, never over others."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from glossary.model import Entry
from glossary.project import Project
from glossary.web.editing import Editing

Serve = Callable[..., TestClient]
Read = Callable[[str], Entry]
PAGE = "/terms/unemployment-insurance"


@pytest.fixture
def editing(project: Project) -> Editing:
    return Editing(project)


@pytest.fixture
def editor(serve: Serve, editing: Editing) -> TestClient:
    """A browser that opened the address with the token."""
    client = serve(editing=editing)
    answer = client.get("/edit", params={"token": editing.token})
    assert answer.status_code == 200
    return client


def form(client: TestClient, **fields: str) -> dict[str, str]:
    """The hidden fields of the page's forms, with others."""
    text = client.get(PAGE).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text))
    return {**hidden, **fields}


def test_nothing_can_be_edited_without_the_option(client: TestClient) -> None:
    assert "<form method" not in client.get(PAGE).text
    assert client.get("/edit?token=").status_code == 404
    assert client.post(f"{PAGE}/edit", data={"action": "unapprove"}).status_code == 404


def test_a_browser_without_the_token_sees_no_forms(serve: Serve, editing: Editing) -> None:
    client = serve(editing=editing)
    assert "<form method" not in client.get(PAGE).text
    for token in ("", "x", editing.token[:-1], editing.token + "a", "ắ"):
        assert client.get("/edit", params={"token": token}).status_code == 403
    assert "<form method" not in client.get(PAGE).text


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"action": "set", "equivalent": "bảo hiểm việc làm"}, {"target": "bảo hiểm việc làm"}),
        (
            {"action": "set", "equivalent": "x", "needs_review": "1"},
            {"target": "x", "needs_review": True},
        ),
        (
            {"action": "admit", "equivalent": "BH thất nghiệp"},
            {"admitted": ("BHTN", "BH thất nghiệp")},
        ),
        ({"action": "deprecate", "equivalent": "cũ"}, {"deprecated": ("cũ",)}),
        ({"action": "forbid", "equivalent": "BHTN"}, {"admitted": ()}),
    ],
)
def test_what_a_form_changes_is_in_the_catalog(
    editor: TestClient, entry_of: Read, fields: dict[str, str], expected: dict[str, object]
) -> None:
    answer = editor.post(f"{PAGE}/edit", data=form(editor, **fields), follow_redirects=False)
    assert answer.status_code == 303
    entry = entry_of("unemployment insurance")
    assert {name: getattr(entry, name) for name in expected} == expected
    assert fields["equivalent"] in editor.get(PAGE).text


@pytest.mark.parametrize(
    ("equivalent", "expected"),
    [("bảo hiểm thất nghiệp", {"target": ""}), ("BHTN", {"admitted": ()})],
)
def test_an_equivalent_is_taken_out(
    editor: TestClient, entry_of: Read, equivalent: str, expected: dict[str, object]
) -> None:
    assert editor.get(PAGE).text.count("Take it out") == 2  # the preferred one, and another
    fields = form(editor, action="unset", equivalent=equivalent)
    assert editor.post(f"{PAGE}/edit", data=fields, follow_redirects=False).status_code == 303
    entry = entry_of("unemployment insurance")
    assert {name: getattr(entry, name) for name in expected} == expected


def test_approve_and_take_it_back(editor: TestClient, entry_of: Read) -> None:
    editor.post(f"{PAGE}/edit", data=form(editor, action="approve", by="NVA"))
    assert entry_of("unemployment insurance").approval.endswith(" NVA")
    editor.post(f"{PAGE}/edit", data=form(editor, action="unapprove"))
    assert entry_of("unemployment insurance").approval == ""


def test_an_approval_without_a_name_is_refused_on_the_page(
    editor: TestClient, entry_of: Read
) -> None:
    answer = editor.post(f"{PAGE}/edit", data=form(editor, action="approve", by=" "))
    assert answer.status_code == 409
    assert "an approval needs a name" in answer.text
    assert entry_of("unemployment insurance").approval == ""


def test_what_somebody_else_changed_is_not_overwritten(
    editor: TestClient, entry_of: Read, put: Callable[..., None]
) -> None:
    fields = form(editor, action="set", equivalent="của tôi")
    put("unemployment insurance", target="của người khác")
    answer = editor.post(f"{PAGE}/edit", data=fields)
    assert answer.status_code == 409
    assert "somebody has changed this entry" in answer.text
    assert "của người khác" in answer.text
    assert entry_of("unemployment insurance").target == "của người khác"


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_site_cannot_send_the_form(
    editor: TestClient, entry_of: Read, headers: dict[str, str]
) -> None:
    fields = form(editor, action="set", equivalent="x")
    assert editor.post(f"{PAGE}/edit", data=fields, headers=headers).status_code == 403
    assert entry_of("unemployment insurance").target == "bảo hiểm thất nghiệp"


@pytest.mark.parametrize("token", ["", "x", "ắ"])
def test_a_form_without_its_token_is_refused(
    editor: TestClient, entry_of: Read, token: str
) -> None:
    fields = form(editor, action="set", equivalent="x", token=token)
    assert editor.post(f"{PAGE}/edit", data=fields).status_code == 403
    assert entry_of("unemployment insurance").target == "bảo hiểm thất nghiệp"


def test_a_form_without_the_cookie_is_refused(editor: TestClient, entry_of: Read) -> None:
    fields = form(editor, action="set", equivalent="x")
    editor.cookies.clear()
    assert editor.post(f"{PAGE}/edit", data=fields).status_code == 403
    assert entry_of("unemployment insurance").target == "bảo hiểm thất nghiệp"


def test_the_cookie_is_for_this_site_and_no_script(serve: Serve, editing: Editing) -> None:
    client = serve(editing=editing)
    answer = client.get("/edit", params={"token": editing.token}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert editing.token.lower() not in cookie


def test_an_odd_form_changes_nothing(editor: TestClient, entry_of: Read) -> None:
    before = entry_of("unemployment insurance")
    for fields in (
        {"action": "nothing"},
        {"action": "set", "equivalent": " "},
        {"action": "set", "equivalent": "bảo hiểm mất việc"},
        {"action": "set", "equivalent": "x", "language": "../../x"},
        {"action": "set", "equivalent": "x", "language": "fr"},
        {"action": "set", "equivalent": "x", "seen": ""},
    ):
        answer = editor.post(f"{PAGE}/edit", data=form(editor, **fields))
        assert answer.status_code == 409, fields
    assert entry_of("unemployment insurance") == before


def test_a_line_break_cannot_forge_a_comment(editor: TestClient, entry_of: Read) -> None:
    note = "fine\nstatus: approved 2026-01-01 X\n#: x.txt:1"
    editor.post(f"{PAGE}/edit", data=form(editor, action="set", equivalent="a\nb", note=note))
    entry = entry_of("unemployment insurance")
    assert entry.target == "a b"
    assert entry.approval == ""
