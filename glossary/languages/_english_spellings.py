"""Stems and words that British and American English spell differently. All in lower case."""

from __future__ import annotations

from glossary.languages._tables import pairs, words

# Words whose forms do not follow from a stem.
AMERICAN_WORDS = pairs(
    """
    programme program, programmes programs, catalogue catalog, catalogues catalogs,
    catalogued cataloged, cataloguing cataloging, analogue analog, analogues analogs,
    dialog dialogue, dialogs dialogues, ageing aging, judgement judgment, judgements judgments,
    judgemental judgmental, acknowledgement acknowledgment, acknowledgements acknowledgments,
    abridgement abridgment, lodgement lodgment, fledgeling fledgling, cosy cozy, cosier cozier,
    pyjama pajama, pyjamas pajamas, whilst while, amongst among, towards toward, maths math,
    adviser advisor, advisers advisors, speciality specialty, specialities specialties,
    preventative preventive, orientated oriented, disorientated disoriented, aeroplane airplane,
    aeroplanes airplanes, jewellery jewelry, gramme gram, grammes grams, kilogramme kilogram,
    kilogrammes kilograms, focussed focused, focusses focuses, focussing focusing,
    benefitted benefited, benefitting benefiting, targetted targeted, targetting targeting,
    biassed biased, unbiassed unbiased, worshipped worshiped, worshipping worshiping,
    worshipper worshiper, worshippers worshipers, connexion connection, connexions connections,
    inflexion inflection, likeable likable, sizeable sizable, liveable livable, saleable salable,
    moveable movable, useable usable, rateable ratable, mouldable moldable, skilful skillful,
    skilfully skillfully, unskilful unskillful, wilful willful, wilfully willfully,
    woollen woolen, woollens woolens, chilli chili, chillies chilies, yoghurt yogurt,
    yoghurts yogurts, archeology archaeology, archeological archaeological,
    archeologist archaeologist, cypher cipher, cyphers ciphers, furore furor, gaol jail,
    gaols jails, gaoled jailed, sulphur sulfur, leucocyte leukocyte, leucocytes leukocytes,
    paralyses paralyses, caviare caviar, axe ax, phoney phony, pedlar peddler,
    storeyed storied, manoeuvrable maneuverable, manoeuvrability maneuverability,
    centring centering, liquorice licorice, tranquillity tranquility, instalment installment,
    instalments installments
    """
)

# Beginnings of words; whatever follows stays.
AMERICAN_BEGINNINGS = pairs(
    """
    defenc defens, offenc offens, pretenc pretens, licenc licens, practis practic, plough plow,
    sulph sulf, mould mold, moult molt, smoulder smolder, moustach mustach, artefact artifact,
    sceptic skeptic, aluminium aluminum, enquir inquir, foet fet, faec fec, caec cec,
    palaeo paleo, aetiolog etiolog, caesare cesare, caesaria cesarea, coeliac celiac,
    homoeo homeo, manoeuvri maneuveri, mediaeval medieval, oesoph esoph, oestr estr, dioestr diestr,
    primaeval primeval, jeweller jeweler
    """
)

# Greek roots, at any place of a word, that British English writes with ae or oe.
AMERICAN_ROOTS = pairs(
    """
    haem hem, anaesth anesth, paed ped, gynaec gynec, aemia emia, aemic emic,
    oedem edem, ooesoph oesoph, rrhoe rrhe, pnoea pnea, manoeuv maneuv
    """
)

# What stands before -our where American English has -or. Not glamour, contour, tour, hour, four.
OUR_STEMS = words(
    """
    lab behavi col fav hon hum neighb harb rum tum vap vig rig val endeav od parl savi splend arm
    ard cand clam clang demean misdemean dol enam ferv flav ranc sav succ arb misbehavi
    """
)

# What stands before -re where American English has -er. Not acre, cadre, genre, ogre, massacre.
RE_STEMS = words(
    """
    cent epicent theat amphitheat met kilomet centimet millimet micromet nanomet decimet lit
    millilit centilit hectolit decilit fib calib sab spect scept lust meag somb och mit nit goit
    sepulch saltpet tit maneuv reconnoit lacklust
    """
)

# Words in -ise, without their e, that are not formed with the suffix -ize.
KEEPS_IS = words(
    """
    ris aris sunris moonris upris mis promis compromis premis demis surmis chemis remis exercis
    excis incis circumcis precis imprecis concis advertis readvertis chastis expertis treatis
    mortis merchandis paradis anis franchis enfranchis disfranchis disenfranchis valis despis
    penis tennis mantis clitoris trellis cannabis portcullis highris
    ceris denis annalis cochis eglis elis
    """
)
# The same for endings: -wise, -vise (but -tivise), -prise, and any vowel before -ise.
KEEPS_IS_ENDINGS = ("promis", "cumcis", "wis", "vis", "pris", "ais", "eis", "ois", "uis", "polis")

# Verbs in -l, not stressed at the end, whose l British English doubles before a suffix.
DOUBLES_L = words(
    """
    travel cancel model remodel label relabel mislabel level channel counsel fuel refuel signal
    total equal rival dial initial jewel bejewel marvel quarrel tunnel shovel snorkel enamel
    funnel panel pencil revel spiral trial unravel libel duel dishevel grovel kennel laurel
    marshal medal pedal shrivel stencil swivel symbol towel trammel trowel victual weasel yodel
    barrel bevel carol chisel cudgel drivel bedevil apparel gambol gravel imperil parallel
    snivel ravel tassel tinsel hovel petal metal teasel gruel council
    """
)

# Verbs whose single final l American English doubles: fulfil, enrolment.
SINGLE_L = words("fulfil enrol instal distil appal enthral instil")
