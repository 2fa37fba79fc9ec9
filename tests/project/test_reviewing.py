"""A review: the way through a catalog, each decision written at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glossary.catalog import TemplateHeader, template_entries, write_template
from glossary.errors import ChangedError, NotFoundError, RequestError
from glossary.model import Entry, SubjectField, Term
from glossary.project import Project
from glossary.project.creation import create
from glossary.project.reviewing import Need, Session
from glossary.project.run import start_catalog

DONE = "2026-01-01 B"
ENTRIES: dict[str, dict[str, object]] = {
    "fund": {"target": "quỹ"},
    "health insurance": {"target": "bảo hiểm y tế", "approval": DONE},
    "health insurance fund": {},
    "insurance": {"target": "bảo hiểm", "needs_review": True},
    "pension": {},
    "policy": {"target": "chính sách"},
}


@pytest.fixture
def office(tmp_path: Path) -> Project:
    project = create(tmp_path / "office")
    terms = [
        Term(name, subject_field=SubjectField.FINANCE if name == "fund" else SubjectField.GENERAL)
        for name in ENTRIES
    ]
    header = TemplateHeader(datetime(2026, 11, 22, tzinfo=UTC), "Office")
    write_template(project.template, template_entries(terms), header)
    start_catalog(project, "vi")
    with project.catalog("vi").editing() as catalog:
        for source, changes in ENTRIES.items():
            entry = catalog.get(source)
            assert entry
            catalog.put(replace(entry, **changes))  # type: ignore[arg-type]
    return project


@pytest.fixture
def session(office: Project) -> Session:
    return Session(office, "vi", reviewer="NVA")


def entry(project: Project, source: str) -> Entry:
    found = project.catalog("vi").read().get(source)
    assert found
    return found


def shown(session: Session) -> str:
    return session.card.entry.source if session.card else ""


def all_of(session: Session) -> list[str]:
    found = []
    while name := shown(session):
        found.append(name)
        session.skip()
    return found


def test_open_ones_come_first_then_flagged_ones_then_drafts(session: Session) -> None:
    assert len(session) == 5
    assert all_of(session) == ["health insurance fund", "pension", "insurance", "fund", "policy"]


@pytest.mark.parametrize(
    ("needs", "fields", "expected"),
    [
        ([Need.FLAGGED], [], ["insurance"]),
        ([Need.OPEN, Need.FLAGGED], [], ["health insurance fund", "pension", "insurance"]),
        ([], ["finance"], ["fund"]),
        ([Need.OPEN], ["finance"], []),
    ],
)
def test_a_session_may_be_about_some_entries_only(
    office: Project, needs: list[Need], fields: list[str], expected: list[str]
) -> None:
    assert all_of(Session(office, "vi", needs=needs, fields=fields)) == expected


def test_a_card_tells_what_may_be_proposed(session: Session) -> None:
    card = session.card
    assert card
    assert (card.place, card.total, card.need) == (1, 5, "open")
    assert [one.text for one in card.proposals] == ["quỹ bảo hiểm y tế"]


def test_each_decision_stands_in_the_file_at_once(office: Project, session: Session) -> None:
    said = session.take(1)
    assert said == "health insurance fund: equivalent “quỹ bảo hiểm y tế”"
    assert entry(office, "health insurance fund").target == "quỹ bảo hiểm y tế"
    session.admit("quỹ BHYT")
    session.forbid("quỹ sức khỏe")
    session.note("as in the law")
    session.set("Quỹ bảo hiểm y tế")
    now = entry(office, "health insurance fund")
    assert (now.target, now.admitted, now.forbidden, now.notes) == (
        "Quỹ bảo hiểm y tế",
        ("quỹ BHYT",),
        ("quỹ sức khỏe",),
        ("as in the law",),
    )
    assert shown(session) == "health insurance fund"
    session.approve()
    assert entry(office, "health insurance fund").approval.endswith(" NVA")
    assert shown(session) == "pension"
    assert office.catalog("vi").read().header_fields["last-translator"] == "NVA"


def test_a_flag_keeps_the_doubt_and_takes_an_approval_back(office: Project) -> None:
    with office.catalog("vi").editing() as catalog:
        catalog.put(replace(entry(office, "policy"), approval="2026-01-01 B"))
    session = Session(office, "vi")
    session.search("bảo hiểm")
    session.flag("is it the law's word?")
    now = entry(office, "insurance")
    assert now.needs_review
    assert now.notes == ("is it the law's word?",)
    session.search("quy")
    assert shown(session) == "fund"
    session.flag()
    assert entry(office, "fund").needs_review
    assert entry(office, "fund").notes == ()


def test_undo_takes_back_one_decision_after_the_other(office: Project, session: Session) -> None:
    before = entry(office, "health insurance fund")
    session.take(1)
    session.approve()
    session.skip()
    assert session.undo() == "health insurance fund: as it was"
    assert shown(session) == "health insurance fund"
    assert entry(office, "health insurance fund").target == "quỹ bảo hiểm y tế"
    session.undo()
    assert entry(office, "health insurance fund") == before
    with pytest.raises(RequestError, match="nothing to undo"):
        session.undo()


def test_undo_does_not_overwrite_what_somebody_else_did(office: Project, session: Session) -> None:
    session.take(1)
    with office.catalog("vi").editing() as catalog:
        catalog.put(replace(entry(office, "health insurance fund"), target="another"))
    with pytest.raises(ChangedError, match="health insurance fund"):
        session.undo()
    assert entry(office, "health insurance fund").target == "another"


def test_the_next_session_goes_on_where_this_one_stopped(office: Project, session: Session) -> None:
    session.skip()
    session.skip()
    assert shown(Session(office, "vi")) == "insurance"
    assert shown(Session(office, "vi", needs=[Need.DRAFT])) == "fund"
    assert (office.locales / ".cache" / ".gitignore").read_text() == "*\n"
    all_of(session)
    assert shown(Session(office, "vi")) == "health insurance fund"


@pytest.mark.parametrize("content", ["", "{", "7", '["pension"]', '["no such term", ""]'])
def test_a_damaged_place_means_the_beginning(office: Project, content: str) -> None:
    (office.locales / ".cache").mkdir()
    (office.locales / ".cache" / "review-vi.json").write_text(content, encoding="utf-8")
    assert shown(Session(office, "vi")) == "health insurance fund"


def test_what_somebody_else_does_meanwhile_is_seen(office: Project, session: Session) -> None:
    with office.catalog("vi").editing() as catalog:
        found = entry(office, "health insurance fund")
        catalog.put(replace(found, target="quỹ BHYT"))
        catalog.put(replace(entry(office, "pension"), obsolete=True))
    assert session.card
    assert session.card.entry.target == "quỹ BHYT"
    session.skip()
    assert shown(session) == "insurance"


def test_search_goes_round_without_tone_marks(session: Session) -> None:
    assert session.search("chinh sach")
    assert shown(session) == "policy"
    assert session.search("PENS")
    assert shown(session) == "pension"
    assert not session.search("nothing like it")
    assert shown(session) == "pension"


@pytest.mark.parametrize(
    ("decide", "error"),
    [
        (lambda session: session.take(2), RequestError),
        (lambda session: session.take(0), RequestError),
        (lambda session: session.approve(), RequestError),
        (lambda session: session.set(" "), RequestError),
        (lambda session: session.note(""), RequestError),
        (lambda session: (all_of(session), session.approve()), NotFoundError),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    office: Project, session: Session, decide: Callable[[Session], object], error: type[Exception]
) -> None:
    before = office.catalog_path("vi").read_bytes()
    with pytest.raises(error):
        decide(session)
    assert office.catalog_path("vi").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pensions and old pensions.", ["Pensions", "pensions"]),
        ("A health insurance policy.", []),
        ("Suspension", []),
    ],
)
def test_the_term_is_marked_in_its_evidence(
    session: Session, text: str, expected: list[str]
) -> None:
    session.search("pension")
    assert session.card
    pieces = list(session.marked(session.card, text))
    assert [piece for piece, is_term in pieces if is_term] == expected
    assert "".join(piece for piece, _ in pieces) == text


def test_a_term_that_is_only_implied_is_marked_in_parts(office: Project) -> None:
    with office.catalog("vi").editing() as catalog:
        catalog.put(Entry("social insurance", target="x"))
    fresh = Session(office, "vi")
    assert fresh.search("social insurance")
    assert fresh.card
    pieces = list(fresh.marked(fresh.card, "On social and health insurance."))
    assert [piece for piece, is_term in pieces if is_term] == ["social", "insurance"]
