"""British and American pairs from dictionaries, and words that only look like such a pair."""

from __future__ import annotations

import doctest

import pytest

from glossary.languages import _english_spelling as spelling
from glossary.languages import _english_spellings as tables
from glossary.languages._english_spelling import american

PAIRS = """
organisation organization, organisations organizations, organisational organizational,
modernise modernize, modernised modernized, specialised specialized, computerisation
computerization, recognise recognize, recognising recognizing, utilisation utilization,
standardise standardize, subsidised subsidized, subsidises subsidizes, summarise summarize,
criticise criticize, minimise minimize, privatisation privatization, prioritise prioritize,
digitisation digitization, collectivise collectivize, organiser organizer, ionise ionize,
labour labor, labourer laborer, labours labors, behaviour behavior, behavioural behavioral,
favourable favorable, favourite favorite, honour honor, honourable honorable, colour color,
discolouration discoloration, neighbour neighbor, neighbourhood neighborhood, harbour harbor,
tumour tumor, tumours tumors, endeavour endeavor, rigour rigor, vapour vapor, odourless odorless,
humour humor, armoured armored, misbehaviour misbehavior, centre center, centres centers,
centred centered, centring centering, theatre theater, kilometre kilometer, metres meters,
litre liter, fibre fiber, fibreglass fiberglass, calibre caliber, meagre meager, spectre specter,
manoeuvre maneuver, manoeuvres maneuvers, manoeuvring maneuvering, manoeuvred maneuvered,
programme program, programmes programs, catalogue catalog, analogue analog, dialog dialogue,
defence defense, offence offense, offences offenses, licence license, licences licenses,
licenced licensed, pretence pretense, practise practice, practising practicing,
travelling traveling, travelled traveled, traveller traveler, cancelled canceled,
labelling labeling, modelling modeling, counsellor counselor, councillor councilor,
channelled channeled, signalling signaling, fuelled fueled, marvellous marvelous,
medallist medalist, levelling leveling, unrivalled unrivaled, woollen woolen,
jewellery jewelry, jeweller jeweler, fulfil fulfill, fulfils fulfills, fulfilment fulfillment,
enrol enroll, enrolment enrollment, enrolments enrollments, instalment installment,
distil distill, skilful skillful, wilful willful, ageing aging, judgement judgment,
acknowledgement acknowledgment, paediatric pediatric, paediatrician pediatrician,
anaemia anemia, anaemic anemic, haemoglobin hemoglobin, haemorrhage hemorrhage,
ischaemic ischemic, leukaemia leukemia, septicaemia septicemia, anaesthesia anesthesia,
anaesthetist anesthetist, gynaecology gynecology, orthopaedic orthopedic,
encyclopaedia encyclopedia, aetiology etiology, faeces feces, caesarean cesarean,
oestrogen estrogen, oesophagus esophagus, oedema edema, foetus fetus, foetal fetal,
diarrhoea diarrhea, dyspnoea dyspnea, coeliac celiac, paralyse paralyze, analysed analyzed,
catalyse catalyze, dialyser dialyzer, hydrolysing hydrolyzing, grey gray, greyish grayish,
plough plow, mould mold, sulphur sulfur, sulphate sulfate, aluminium aluminum,
artefact artifact, sceptic skeptic, sceptical skeptical, moustache mustache, enquiry inquiry,
adviser advisor, co-ordinate coordinate, co-ordination coordination, co-operative cooperative,
re-election reelection, e-mail email, speciality specialty, sizeable sizable, maths math,
Organisation organization, LABOUR labor, mediæval medieval, self-employed self-employed,
decision-making decision-making, old-age old-age, work-centred work-centered
"""

SAME = """
advise advised exercise exercises exercised exercising rise rises rising arise promise
promising compromise uncompromising franchise comprise comprises enterprise enterprises supervise
supervised supervision otherwise likewise clockwise expertise merchandise premise premises
precise concise revise revised revising devise improvise improvisation televise advertise
advertisement advertising surprise disguise demise despise excise incise circumcise paradise
treatise noise poise raise raised praise appraise cruise bruise liaise tortoise wise miser
four hour hours tour tourism your contour glamour pour source resource course court journey
journal flour sour paramour troubadour detour velour acre massacre genre cadre ogre lucre mediocre
here there square fire more sombrero analysis analyses paralysis basis crisis crises tennis
cheque check tyre tire storey draught kerb meter program license controlled controller
compelled installed filling filler cancellation metallic medallion excellent installation
greyhound shoes does poetry aerobic michael phoenix subpoena shoestring archaeology aesthetic
people insurance benefit unemployment this vision television decision division promised
"""


@pytest.mark.parametrize(
    ("british", "expected"), [tuple(pair.split()) for pair in PAIRS.split(",")]
)
def test_one_spelling(british: str, expected: str) -> None:
    assert american(british) == expected
    assert american(expected) == expected


@pytest.mark.parametrize("word", SAME.split())
def test_spelt_alike_everywhere(word: str) -> None:
    assert american(word) == word


def test_american_words_are_final() -> None:
    assert all(american(word) == word for word in tables.AMERICAN_WORDS.values())


def test_doctests() -> None:
    assert doctest.testmod(spelling).failed == 0
