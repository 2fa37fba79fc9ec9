"""Titles, posts, bodies and instruments: the English words that names are made of.

All in lower case and in the singular, titles without full stops.
"""

from __future__ import annotations

from glossary.languages._tables import phrases, words

# What stands before a person's name, or after it as a degree.
PERSON_TITLES = words(
    """
    adm admiral arch archbishop assoc.prof b.a b.sc ba bishop bsc capt captain col colonel
    comrade cpl dame dds doctor dr eng engr excellency father fr gen h.e he hon honorable
    honourable imam jd lady lieutenant ll.m llb llm lord lt m.a m.d m.sc ma madam madame maj
    major mba md miss mme mr mrs ms msc mx pastor ph.d phd prof professor rabbi rev reverend rn
    sergeant sgt sir sister sr
    """
)

# Nouns that name a post; the last word of a title, or the one before "of", "general" or "-elect".
JOB_TITLE_HEADS = words(
    """
    accountant actuary adjudicator adjutant administrator adviser advisor aide ambassador
    analyst arbitrator architect archivist assessor assistant associate attache attorney auditor
    bailiff banker bishop bursar captain cashier censor chair chairman chairperson chairwoman
    chancellor chief clerk coach collector colonel commandant commander commissioner comptroller
    consul consultant controller convenor coordinator coroner correspondent councillor councilor
    counsel counsellor counselor curator custodian dean delegate deputy designer developer
    director director-general doctor economist editor engineer envoy examiner executive expert
    foreman founder general governor guardian head headmaster headteacher inspector instructor
    interpreter investigator journalist judge justice king lawyer leader lecturer legislator
    librarian lieutenant magistrate manager marshal mayor mediator midwife minister moderator
    notary nurse officer official ombudsman operator organiser organizer pharmacist physician
    pilot planner policeman policewoman practitioner premier president prime-minister prince
    princess principal procurator professor programmer prosecutor psychologist publisher queen
    rapporteur receptionist rector referee registrar reporter representative researcher ruler
    scientist secretary secretary-general senator sergeant sheriff solicitor speaker specialist
    spokesman spokesperson spokeswoman statistician steward strategist superintendent supervisor
    surgeon surveyor teacher technician technologist therapist trainer translator treasurer
    trustee tutor undersecretary veterinarian warden
    """
)

# Words that grade a post; they stand before its noun, and "general" and "elect" also after it.
JOB_TITLE_MODIFIERS = words(
    """
    acting adjunct adjutant administrative alternate assistant associate attending brigadier
    chief co commanding commercial consulting deputy designate divisional elect emeritus ex
    executive federal first former founding full general global honorary incoming incumbent
    interim joint junior lead leading major managing non-executive outgoing permanent
    plenipotentiary political presiding prime principal private provincial regional resident
    second senior sitting special specialised specialized standing substitute supervising
    supreme technical temporary then vice visiting
    """
)

# Nouns that name a body: the head of "Ministry of Health", "Social Security Association".
ORGANISATION_HEADS = words(
    """
    academy administration agency alliance archive army assembly association authority bank
    board bourse brigade bureau cabinet center centre chamber chapter charity church circle
    clinic club co-operative coalition college commissariat commission committee company
    confederacy confederation conference congress consortium constabulary consulate cooperative
    corporation corps council court delegation department directorate division embassy
    enterprise exchange executive faculty federation firm force forum foundation front fund
    government group guild headquarters hospice hospital house inspectorate institute
    institution judiciary laboratory league legation legislature library ministry mission mosque
    museum navy network newspaper observatory office ombudsman orchestra organisation
    organization panel parliament partnership party police polyclinic presidency press procuracy
    publisher radio regiment registry representation school secretariat section senate service
    society station store studio sub-committee sub-department subcommittee subdepartment
    subsidiary syndicate team television treasury tribunal trust union unit university ward
    working-group workshop
    """
)

# Nouns that name an instrument or a part of one.
LEGAL_DOCUMENT_TYPES = phrases(
    """
    accord, act, addendum, agreement, amendment, annex, annexe, announcement, appendix, article,
    award, bill, bulletin, by-law, bylaw, chapter, charter, circular, clause, code, communiqué,
    conclusion, constitution, contract, convention, covenant, decision, declaration, decree,
    decree-law, directive, dispatch, edict, executive order, framework agreement, guideline,
    instruction, interministerial circular, interministerial joint circular, joint circular,
    joint declaration, joint plan, joint regulation, joint resolution, joint statement,
    judgement, judgment, law, memorandum, memorandum of understanding, motion, note, notice,
    notification, official dispatch, official letter, official telegram, order, ordinance,
    paragraph, party charter, petition, plan, point, preamble, proclamation, program, programme,
    project, proposal, protocol, provision, proviso, public notice, recommendation, regulation,
    report, resolution, rule, ruling, schedule, scheme, section, statute, submission,
    subparagraph, telegram, treaty, warrant, writ
    """
)
