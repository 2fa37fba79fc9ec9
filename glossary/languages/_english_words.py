"""Closed classes of English words, the calendar, numbers and abbreviations. All in lower case."""

from __future__ import annotations

from glossary.languages._tables import phrases, words

# What may open a noun phrase without being part of a term (Quirk et al. 1985, 5.10-5.25).
DETERMINERS = words(
    """
    a an the this that these those my your his her its our their whose each every either neither
    some any no all both half several many much more most few fewer little less least enough
    another other such what which own
    """
)

# One-word prepositions; a noun phrase has its head before the first of them, except "of" in
# measures ("number of workers").
PREPOSITIONS = words(
    """
    about above across after against along amid among amongst around as at before behind below
    beneath beside besides between beyond by concerning despite down during except excluding
    following for from in including inside into like near of off on onto opposite out outside over
    past pending per regarding respecting round since than through throughout till to toward
    towards under underneath unlike until up upon versus via with within without
    """
)

CONJUNCTIONS = words(
    """
    and or but nor yet so although because if lest once since than that though unless until when
    whenever where whereas wherever whether while whilst
    """
)

# What joins equal members of a list (Quirk et al. 1985, 13.5-13.37).
COORDINATORS = words("and or")

PRONOUNS = words(
    """
    i me mine myself you yours yourself yourselves he him himself she hers herself it itself we us
    ours ourselves they them theirs themselves who whom whose which what one ones oneself someone
    somebody something anyone anybody anything everyone everybody everything nobody nothing none
    """
)

# Forms of be, have and do, and the modal verbs.
AUXILIARIES = words(
    """
    am is are was were be been being have has had having do does did doing done can could may
    might must shall should will would ought need dare used cannot
    """
)

# With their numbers.
MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
# As they are cut before a full stop.
MONTH_ABBREVIATIONS = words("jan feb mar apr jun jul aug sep sept oct nov dec")

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")

# Words that end in a full stop without ending the sentence, written without the last stop, as
# NLTK's Punkt expects them. Those that end sentences as words in their own right (sun, arts) miss.
ABBREVIATIONS = (
    words(
        """
        a.m adm approx apr art assoc assoc.prof asst aug ave b.a b.sc bros bs c.f capt cc cf ch
        chap cit cl co col comdr corp dec dept dipl div dr drs e.g e.u ed eds eg esp esq est etc
        excl ext feb fig figs fn fr fri gen gov govt hon i.e ibid ie inc incl inst jan jr jul
        jun ll.b ll.m lt lt.col ltd m.a m.d m.sc maj mar max messrs mgr min misc mr mrs ms msc
        mt n.b no nos nov nr oct op orig p p.m para paras pers ph.d phd pp pres prof pt pty pub
        pvt q.v resp ret rev sec secs sect sen sep sept sgt sr st ste subsec supp supt tel temp
        thu thur thurs tue tues u.k u.n u.s u.s.a univ v viz vol vols vs
        """
    )
    | MONTH_ABBREVIATIONS
)

NUMBER_WORDS = words(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions trillion trillions dozen
    dozens half quarter third
    """
)

ORDINALS = words(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth hundredth thousandth millionth umpteenth nth last
    """
)

# Two words that are also written as one; the second spelling is the key of both. The first two
# are the United Nations' and the press's spelling of the same places.
CLOSED_COMPOUNDS = {
    compound: compound.replace(" ", "")
    for compound in phrases(
        """
        viet nam, ha noi, ho chi minh, per cent, health care, child care, day care, home care,
        web site, web page, data base, data set, on line, off line, e mail, work place, work force,
        work load, work shop, pay roll, pay slip, book keeping, time table, time frame, life style,
        life time, policy maker, policy making, decision maker, decision making, law maker,
        stake holder, share holder, house hold, bench mark, frame work, breast feeding, know how,
        wheel chair, birth rate, birth day, land lord, green house, ground water, waste water,
        rain fall, wind mill, off shore, on shore, smart phone, tax payer, bread winner, care giver
        """
    )
}

# Parts that are no words: "multi-sectoral", "multi sectoral" and "multisectoral" are one term.
BOUND_PREFIXES = words("anti inter intra multi non semi socio")
# These are words too, or Latin, and only join over a hyphen.
HYPHENATED_PREFIXES = words(
    """
    bi co counter de e extra hyper infra macro mega micro mid mini mis mono neo over para poly post
    pre pro pseudo re sub super supra trans ultra un under
    """
)
