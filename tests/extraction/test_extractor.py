"""The extractor as a whole, on articles of other offices that were written for these tests."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.errors import InputError, MalformedError, RequestError
from glossary.extraction.corpus import Progress
from glossary.extraction.decisions import parse_decisions
from glossary.extraction.extractor import Extraction, extract
from glossary.model import Term, TermClass
from glossary.text.articles import read_article

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def found() -> Extraction:
    """What the extractor makes of a tax office's, a forest fund's and a hospital's articles."""
    return extract(ARTICLES)


@pytest.fixture(scope="module")
def terms(found: Extraction) -> dict[str, Term]:
    """Its terms by designation."""
    return {term.designation: term for term in found.terms}


WANTED = [
    "value-added tax",
    "personal income tax",  # once only in "personal and corporate income tax"
    "corporate income tax",
    "electronic tax declaration",
    "electronic tax portal",
    "tax office",
    "tax agent",
    "tax arrears",
    "tax audit",
    "tax risk management",
    "taxpayer service",
    "import duty",  # once in "import and export duties", and attested
    "General Department of Taxation",
    "GDT",
    "State Treasury",
    "Asian Development Bank",
    "Binh Hoa Tax Department",
    "forest owner",
    "forest ranger",
    "production forest",
    "special-use forest",
    "forest environmental service",
    "Forest Protection and Development Fund",
    "FPDF",
    "Asian Forest Cooperation Organization",
    "AFoCO",
    "Law on Forestry (amended)",
    "outpatient department",
    "intensive care unit",
    "medical device",
    "medical record",
    "prescription drug",
    "chronic disease",
    "hospital information system",
    "Hospital Fee Scheme",
    "Deputy Director",
    "Circular",
    "Decree",
    "Plan",
]


@pytest.mark.parametrize("designation", WANTED)
def test_what_must_come_out(terms: dict[str, Term], designation: str) -> None:
    assert designation in terms


NAMES_OF_PERSONS = "Phan Thi Bich Ngoc Luu Quoc Huy Henrik Sorensen Ha Mai Lan Vuong Dinh Tuan"
NUMBERS = "126/2018/ND-CP 78/2014/TT-BTC 745/QD-TCT 88/KH-CT 22/2022/TT-BYT ND-CP QD-TCT 24/7 1/2"
NOT_WANTED = [
    "acording",  # mistyped
    "Illustrative",
    "Source",
    "personal",
    "natural",
    "doctors and nurses",
    "Binh Hoa",
    "Thai Ninh",
    "K'Bang",
    "following month",
    "year",
    "day",
    "3rd meeting",
    "January",
    "Mr",
]


@pytest.mark.parametrize("designation", NOT_WANTED)
def test_what_must_not_come_out(terms: dict[str, Term], designation: str) -> None:
    assert designation.lower() not in {term.lower() for term in terms}


def test_no_part_of_a_person_or_a_number_comes_out(terms: dict[str, Term]) -> None:
    words = {word for term in terms.values() for form in term.forms for word in form.split()}
    assert not words & set(NAMES_OF_PERSONS.split())
    assert not words & set(NUMBERS.split())


def test_glued_sentences_are_two(terms: dict[str, Term]) -> None:
    assert terms["forest owner"].frequency == 4
    assert not any("." in form for term in terms.values() for form in term.forms)


def test_acronyms_and_their_long_forms_are_linked(terms: dict[str, Term]) -> None:
    pairs = [
        ("GDT", "General Department of Taxation"),
        ("FPDF", "Forest Protection and Development Fund"),
        ("AFoCO", "Asian Forest Cooperation Organization"),
        ("HFS", "Hospital Fee Scheme"),
    ]
    for acronym, long_form in pairs:
        assert terms[acronym].long_form == long_form
        assert terms[long_form].acronym == acronym
        assert terms[acronym].term_class is TermClass.ACRONYM


def test_frequencies_with_coordinations(terms: dict[str, Term]) -> None:
    assert terms["personal income tax"].frequency == 2
    assert terms["import duty"].frequency == 2
    assert terms["import duty"].forms == ("import duties", "import duty")
    assert terms["GDT"].articles == ("2019-11-04-tax.txt", "2020-02-17-tax.txt")
    assert terms["GDT"].years == (2019, 2020)


def test_a_footer_is_counted_once(terms: dict[str, Term]) -> None:
    assert terms["taxpayer service"].frequency == 2  # in the running text, and in one footer
    assert not {"Contact Electronic Tax Portal", "Taxpayer Services Contact"} & set(terms)


def test_classes(terms: dict[str, Term]) -> None:
    expected = {
        "State Treasury": TermClass.ORGANISATION,
        "Asian Development Bank": TermClass.ORGANISATION,
        "Law on Forestry (amended)": TermClass.LEGAL,
        "Circular": TermClass.LEGAL,
        "Deputy Director": TermClass.TITLE,
        "tax audit": TermClass.DOMAIN,
    }
    assert {name: terms[name].term_class for name in expected} == expected


def test_references_and_persons_are_counted(found: Extraction) -> None:
    assert {number for number, _, _ in found.counts.references} == {"126", "78", "745", "88", "22"}
    assert {name[-1] for name in found.counts.persons} == {"Ngoc", "Huy", "Sorensen", "Lan", "Tuan"}


def _plain(text: str) -> str:
    words = re.findall(r"[^\W_]+", text)
    return f" {' '.join(words)} "


def test_every_form_stands_in_one_line_or_is_implied(
    seeds: list[Path], seeds_extraction: Extraction
) -> None:
    """No word of a term is cut, and no two lines are glued together."""
    lines = [_plain(line.text) for path in seeds for line in read_article(path).lines]
    tallies = seeds_extraction.counts.tallies
    forms = {form for term in seeds_extraction.terms for form in term.forms}
    absent = {form for form in forms if not any(_plain(form) in line for line in lines)}
    assert len(forms) > 500
    assert {form for form in absent if tallies[form].implied < tallies[form].frequency} == set()
    words = {word for line in lines for word in line.split()}
    assert all(set(form.split()) <= words for form in absent)
    assert "social insurance premiums" in absent  # "social insurance and health insurance premiums"


def test_order_of_paths_and_number_of_runs_make_no_difference(found: Extraction) -> None:
    shuffled = [*ARTICLES, ARTICLES[0]]
    random.Random(2).shuffle(shuffled)
    again = extract(shuffled)
    assert again.terms == found.terms
    assert [j.score for j in again.judgements] == [j.score for j in found.judgements]


def test_line_ends_and_composition_make_no_difference(
    extract_texts: Callable[..., Extraction],
) -> None:
    text = "Title\n\nThe café fund in Huế pays café owners. A café fund grows.\n"
    decomposed = text.replace("é", "e\u0301").replace("ế", "e\u0302\u0301")
    plain = extract_texts({"a.txt": text}, threshold=0.0).terms
    assert "café fund" in {term.designation for term in plain}
    for other in (decomposed, text.replace("\n", "\r\n"), decomposed.replace("\n", "\r")):
        assert extract_texts({"a.txt": other}, threshold=0.0).terms == plain


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.999, 1.0, 2.0])
def test_any_threshold(found: Extraction, threshold: float) -> None:
    terms = extract(ARTICLES, threshold=threshold).terms
    expected = [
        j.candidate.designation
        for j in found.judgements
        if not j.objection and j.score >= threshold
    ]
    assert [term.designation for term in terms] == expected


def test_a_score_that_reaches_the_threshold_is_enough(found: Extraction) -> None:
    exact = found.terms[20].score
    assert min(term.score for term in extract(ARTICLES, threshold=exact).terms) == exact


def test_progress_ends_at_the_total() -> None:
    steps: list[Progress] = []
    extract(ARTICLES, progress=steps.append)
    assert len(steps) == len(ARTICLES)
    assert steps[-1].done == steps[-1].total == sum(path.stat().st_size for path in ARTICLES)
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_decisions_win(extract_texts: Callable[..., Extraction]) -> None:
    decisions = parse_decisions("drop State Treasury\nkeep province\nkeep toll road\n")
    texts = {path.name: path.read_text(encoding="utf-8") for path in ARTICLES}
    found = extract_texts(texts, decisions=decisions)
    designations = {term.designation for term in found.terms}
    assert "State Treasury" not in designations
    assert "province" in designations
    assert found.notices == ("line 3: “keep toll road” finds no such term here",)


def test_nothing_to_read() -> None:
    with pytest.raises(InputError, match="no articles") as caught:
        extract([])
    assert caught.value.hint


EMPTY = ["", "\n\n", "01/02/2020\n", "It was so.\n", "...\n"]


@pytest.mark.parametrize("text", EMPTY)
def test_articles_without_terms(extract_texts: Callable[..., Extraction], text: str) -> None:
    assert extract_texts({"a.txt": text}).terms == ()


def test_what_cannot_be_read_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Title\n\x00")
    with pytest.raises(MalformedError) as caught:
        extract([*ARTICLES, path])
    assert str(caught.value).startswith(f"{path}:2:1: control character")
    with pytest.raises(InputError, match="no such file"):
        extract([tmp_path / "no.txt"])
    with pytest.raises(RequestError, match="brill"):
        extract(ARTICLES, tagger_name="brill")
