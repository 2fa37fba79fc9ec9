"""The number of English nouns, on words of many trades; expected values from dictionaries."""

from __future__ import annotations

import doctest

import pytest

from glossary.languages import _english_inflection as inflection
from glossary.languages import _english_nouns as nouns
from glossary.languages._english_inflection import plural, singular

# plural and singular lead to each other
BOTH_WAYS = """
policies policy, businesses business, analyses analysis, processes process, addresses address,
statuses status, crises crisis, theses thesis, hypotheses hypothesis, diagnoses diagnosis,
prognoses prognosis, metastases metastasis, thromboses thrombosis, neuroses neurosis,
employees employee, cities city, wives wife, lives life, knives knife, men man, women woman,
children child, spokeswomen spokeswoman, chairmen chairman, criteria criterion,
phenomena phenomenon, bacteria bacterium, curricula curriculum, indices index,
matrices matrix, appendices appendix, bureaus bureau, plateaus plateau, congresses congress,
gases gas, bonuses bonus, censuses census, campuses campus, viruses virus, lenses lens,
taxes tax, branches branch, boxes box, laws law, benefits benefit, services service,
offices office, devices device, authorities authority, ministries ministry, days day,
surveys survey, keys key, heroes hero, vetoes veto, photos photo, videos video,
stomachs stomach, epochs epoch, houses house, causes cause, clauses clause, excuses excuse,
uses use, doses dose, purposes purpose, roses rose, phases phase, cases case, leases lease,
licenses license, expenses expense, responses response, nurses nurse, courses course,
exercises exercise, franchises franchise, enterprises enterprise, promises promise,
dioceses diocese, cheeses cheese, horses horse, mares mare, hooves hoof, halves half,
shelves shelf, calves calf, turbines turbine, blades blade, anemometers anemometer,
gusts gust, valves valve, curves curve, archives archive, initiatives initiative,
clinics clinic, topics topic, antibiotics antibiotic, characteristics characteristic,
republics republic, stimuli stimulus, nuclei nucleus, fungi fungus, streptococci streptococcus,
larvae larva, vertebrae vertebra, feet foot, teeth tooth, mice mouse, quizzes quiz,
headaches headache, tranches tranche, movies movie, calories calorie, ties tie, shoes shoe,
canoes canoe, taxis taxi, menus menu, buses bus, mothers-in-law mother-in-law,
by-products by-product, passers-by passer-by, co-operatives co-operative, databases database,
humans human, Germans German, Policies Policy, Women Woman, Children Child, NGOs NGO, SMEs SME,
universities university, employers employer, passes pass, classes class, losses loss,
cafés café
"""

# words that singular() must leave alone
UNCHANGED = """
media data series species people police process business access address status basis crisis
analysis news physics economics statistics politics logistics ethics mathematics congress gas
bonus census campus virus lens bias tennis diabetes rabies measles means headquarters goods
customs premises affairs arrears proceeds savings this his its has was is as us plus versus
perhaps always class loss illness witness progress consensus apparatus hepatitis tuberculosis
arthritis pelvis specimen regimen abdomen omen examen Laos Vietnam Netherlands Philippines
Paris information equipment labour knowledge GPS AIDS VSS ILO a s es
"""

# one way only: variants, non-native plurals, shouting, homographs
TO_SINGULAR = """
knowledges knowledge, propagandas propaganda, informations information, equipments equipment,
POLICIES POLICY, CHILDREN CHILD, indexes index, formulae formula, formulas formula,
memorandums memorandum, memoranda memorandum, referenda referendum, stadia stadium,
axes axis, bases base, leaves leaf, works work, relations relation, resources resource,
PhDs PhD, MSCs MSC, e-mails e-mail, aides-de-camp aide-de-camp
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(many, one) for many, one in (pair.split() for pair in table.split(","))]


@pytest.mark.parametrize(("many", "one"), pairs(BOTH_WAYS))
def test_both_ways(many: str, one: str) -> None:
    assert (singular(many), plural(one)) == (one, many)


@pytest.mark.parametrize(("many", "one"), pairs(TO_SINGULAR))
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize("word", UNCHANGED.split())
def test_no_plural(word: str) -> None:
    assert singular(word) == word


@pytest.mark.parametrize(("_many", "one"), pairs(BOTH_WAYS))
def test_singulars_stay(_many: str, one: str) -> None:
    assert singular(one) == one


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("statistics", "statistics"),
        ("mouse", "mice"),
        ("Ox", "Oxen"),
        ("monarch", "monarchs"),
        ("equipment", "equipments"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_words_without_a_common_letter_keep_their_capital() -> None:
    assert singular("Kine") == "Cow"


def test_tables_do_not_contradict_each_other() -> None:
    assert not set(nouns.IRREGULAR) & nouns.INVARIABLE
    assert all(singular(one) == one for one in nouns.IRREGULAR.values())
    assert all(singular(many) == one for one, many in nouns.USUAL_PLURALS.items())
    assert all(singular(f"{word}s") == word for word in nouns.COUNTED_IN_IC)
    assert all(singular(f"{word}s") == word for word in nouns.KEEPS_E)
    assert all(word == word.lower() for word in nouns.INVARIABLE | set(nouns.IRREGULAR))


def test_doctests() -> None:
    assert doctest.testmod(inflection).failed == 0
