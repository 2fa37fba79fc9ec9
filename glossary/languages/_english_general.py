"""General English: adjectives and nouns that carry no subject of their own. All in lower case.

A phrase of such an adjective and a noun is free syntax ("new policy", "main result"), and one with
such a head says little ("insurance issue", "payment case"); neither makes a term by itself. The
lists are of English at large and owe nothing to any corpus of this project.
"""

from __future__ import annotations

from glossary.languages._tables import words

# Adjectives that praise, blame, quantify, compare, order, point, or place in time.
EVALUATIVE_ADJECTIVES = words(
    """
    able above above-mentioned abovementioned abundant acceptable actual additional adequate
    admirable advantageous adverse aforementioned aforesaid aggressive alarming alike all-round
    alleged alone alternative amazing ample ancient anticipated appalling apparent appreciable
    appropriate approximate astonishing attractive available average aware awesome awful bad
    beautiful beloved beneficial best better big bigger biggest brave brief bright brilliant
    broad broader broadest burgeoning busy calm capable careful careless certain challenging
    cheap clear clearer close close-knit closer closest coherent coming commendable common
    comparable compelling complete complicated comprehensive conceivable concerned considerable
    consistent constructive contemporary continual continued continuing continuous contrary
    convenient convincing copious cordial correct corresponding costly countless creative
    crucial curious current dangerous dear decent decisive dedicated deep deeper deepest
    definite deliberate delighted demanding deplorable desirable desired desperate detailed
    determined different difficult diligent dire disappointing distinct distinctive
    distinguished diverse doubtful dramatic drastic dreadful due dwindling eager earlier
    earliest easier easiest easy effective efficient elaborate eminent emphatic encouraging
    endless enormous enough enthusiastic entire erstwhile especial essential established
    estimated eventual ever-growing ever-increasing everyday evident exact excellent exceptional
    excessive exciting exclusive exemplary existing expected expensive explicit extensive extra
    extraordinary extreme fabulous fair faithful false familiar famous fantastic far
    far-reaching fast faster fastest faultless favorable favorite favourable favourite feasible
    few fewer final first fit flawless following foregoing foremost former forthcoming fortunate
    frequent fresh friendly fruitful full fuller fundamental further futile future generous
    genuine given glad glorious good gradual grand grateful grave great greater greatest growing
    happy hard-working harder hardest harmonious heavy helpful high high-quality higher highest
    historic holistic honest hopeful horrible huge ideal identical immediate immense imminent
    impartial important impossible impressive improper improved in-depth inadequate
    inappropriate increased increasing incredible indispensable inevitable inferior influential
    inherent initial innovative instant insufficient intense interested interesting intermediate
    intimate invaluable inverse keen key large large-scale larger largest last last-minute
    lasting late later latest latter latter-day laudable leading least less lesser likely little
    logical long long-lasting long-standing longer longest loose lot lovely low low-quality
    lower lowest lucky magnificent main major manifold many marked massive meager meagre
    meaningful meaningless mediocre mere mid minimal minor missing modern modest momentous more
    most much multiple myriad narrow nascent nationwide near nearby nearest neat necessary
    needed needless neighboring neighbouring never-ending new newer newest next nice notable
    noteworthy numerous objective obvious occasional odd old-fashioned onetime ongoing only
    opposite optimal optimistic optimum ordinary original other outdated outstanding overall
    overdue overwhelming own paltry particular past peculiar perfect perpetual persistent
    pertinent plain plausible pleasant pleased plentiful plenty pointless poorer poorest popular
    possible potential powerful practical praiseworthy preceding precious precise predominant
    preferable preferred preliminary present present-day pressing prestigious previous prior
    probable problematic productive profound prominent promising prompt proper prospective proud
    proven quick quiet rapid rare ready realistic reasonable recent recognised recognized
    recommended regrettable related relevant reliable remaining remarkable renowned repeated
    required respectable respected respective responsible responsive resulting richer right
    rigorous robust rough sad safe same satisfactory satisfied scant scarce secure selected
    separate serious sharp short shorter shortest significant similar simple simpler simplest
    simultaneous sincere single sizable sizeable slight slow slower small small-scale smaller
    smallest smooth so-called soaring sole solemn specific spectacular splendid stable stark
    state-of-the-art steady steep stellar sterling still straight straightforward strange strict
    striking strong stronger strongest stubborn stunning sublime subsequent substantial subtle
    succeeding successful successive such sudden sufficient suitable superb superfluous superior
    sure surging surprising surrounding sustained swift symbolic systematic tall tangible
    tentative terrible then-current thin thorough thoughtful threefold tight timely tiny top
    top-notch total tough tremendous trifling trivial true turbulent two-fold twofold typical
    ultimate unable unacceptable unanimous unavoidable unclear uncommon undeniable underlying
    understandable undue unexpected unfair unforgettable unfortunate unimportant unique unknown
    unlikely unlimited unnecessary unprecedented unrelated unsatisfactory unusual up-to-date
    upcoming updated urgent useful useless usual utmost vague valid valuable varied various vast
    verifiable viable vibrant vigorous visible vivid warm wary weak weaker wealthy weighty weird
    welcome well-established well-known well-trained whole wide wider widespread wise wonderful
    wondrous world-class worldwide worried worse worst worth worthwhile worthy wrong yesteryear
    """
)

# Nouns so empty that an adjective or noun before them rarely makes a term.
GENERAL_HEADS = words(
    """
    ability abundance accomplishment achievement advantage aim amount answer approach area
    aspect attempt attention attitude awareness background basis beginning behalf belief bit
    bottom bulk case cause chance change characteristic choice circumstance combination comment
    commitment comparison complexity concern confidence connection consequence consideration
    context continuation contrast core creation criticism curiosity danger day deal decade decline
    decrease degree desire detail determination difference difficulty dimension direction
    disadvantage discussion diversity doubt drawback ease edge effectiveness effort element
    emphasis end ending enthusiasm entirety era essence evening evidence example exception
    existence expectation experience explanation expression extent fact factor failure feature
    feeling finding focus following form future gap half hardship highlight hint hope hour idea
    implication importance impression improvement inability increase indication influence
    insight instance intention issue joy kind lack lesson likelihood limitation look lot
    majority manner matter meaning means mind minority minute moment month mood morning
    motivation name nature necessity need notion number objective obstacle occasion occurrence
    one opportunity origin other outcome overview pace pair part particularity past path people
    perception period person perspective phenomenon piece place point portion position
    possibility potential preference presence present problem progress proportion prospect
    purpose quantity question range reality reason recognition reference regard relevance remark
    result rise role scenario scene scope sense series set shape shortcoming side sight sign
    significance similarity situation size solution sort spirit spot stage stance start step
    story strength stuff style success suggestion sum surprise task tendency term theme thing
    thought time today tomorrow tone top total trend trouble truth try turn type uniqueness use
    usefulness variation variety version view viewpoint way weakness week weekend while will
    wish word world year yesterday
    """
)
