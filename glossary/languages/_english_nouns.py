"""English nouns whose number does not follow the spelling rules. All in lower case."""

from __future__ import annotations

from glossary.languages._tables import pairs, words

# Plurals that no rule of spelling leads back. Where two singulars share a plural (axes, bases,
# leaves, ellipses) the one that texts of work and law use more often stands here.
IRREGULAR = pairs(
    """
    children child, grandchildren grandchild, stepchildren stepchild,
    schoolchildren schoolchild, brethren brother, feet foot, forefeet forefoot, teeth tooth,
    geese goose, mice mouse, dormice dormouse, lice louse, oxen ox, dice die, kine cow,
    pence penny, wives wife, midwives midwife, housewives housewife, lives life,
    afterlives afterlife, knives knife, penknives penknife, jackknives jackknife, wolves wolf,
    werewolves werewolf, shelves shelf, bookshelves bookshelf, selves self, halves half,
    calves calf, leaves leaf, loaves loaf, thieves thief, sheaves sheaf, scarves scarf,
    hooves hoof, elves elf, dwarves dwarf, wharves wharf, beeves beef, turves turf,
    behalves behalf, kerchieves kerchief, handkerchieves handkerchief, criteria criterion,
    phenomena phenomenon, bacteria bacterium, curricula curriculum, memoranda memorandum,
    addenda addendum, errata erratum, strata stratum, substrata substratum, ova ovum,
    symposia symposium, millennia millennium, aquaria aquarium, consortia consortium,
    referenda referendum, moratoria moratorium, quanta quantum, spectra spectrum,
    equilibria equilibrium, automata automaton, ganglia ganglion, schemata schema,
    stigmata stigma, mitochondria mitochondrion, spermatozoa spermatozoon, protozoa protozoan,
    genera genus, corpora corpus, opuses opus, dicta dictum, compendia compendium,
    emporia emporium, honoraria honorarium, optima optimum, maxima maximum, minima minimum,
    septa septum, diverticula diverticulum, crania cranium, desiderata desideratum,
    crematoria crematorium, sanatoria sanatorium, auditoria auditorium, atria atrium,
    epithelia epithelium, endothelia endothelium, sera serum, polyhedra polyhedron,
    tetrahedra tetrahedron, taxa taxon, momenta momentum, cilia cilium, flagella flagellum,
    phyla phylum, labia labium, viscera viscus, femora femur, stadia stadium, solaria solarium,
    gymnasia gymnasium, planetaria planetarium, stimuli stimulus, nuclei nucleus,
    alumni alumnus, fungi fungus, cacti cactus, radii radius, foci focus, loci locus,
    bacilli bacillus, syllabi syllabus, termini terminus, thrombi thrombus, emboli embolus,
    villi villus, bronchi bronchus, calculi calculus, cumuli cumulus, gladioli gladiolus,
    hippopotami hippopotamus, octopi octopus, papyri papyrus, abaci abacus, uteri uterus,
    humeri humerus, sarcophagi sarcophagus, narcissi narcissus, magi magus, moduli modulus,
    annuli annulus, alveoli alveolus, tori torus, menisci meniscus, disci discus,
    hypothalami hypothalamus, libretti libretto, virtuosi virtuoso,
    paparazzi paparazzo, antennae antenna, formulae formula, larvae larva, vertebrae vertebra,
    algae alga, alumnae alumna, nebulae nebula, pupae pupa, fibulae fibula, novae nova,
    supernovae supernova, personae persona, lacunae lacuna, bursae bursa, aortae aorta,
    conjunctivae conjunctiva, indices index, matrices matrix, vertices vertex, vortices vortex,
    appendices appendix, codices codex, cervices cervix, apices apex, cortices cortex,
    helices helix, vertexes vertex, subindices subindex, cicatrices cicatrix, varices varix,
    axes axis, testes testis, oases oasis, gases gas, biogases biogas, biases bias,
    atlases atlas, canvases canvas, aliases alias, christmases christmas, pancreases pancreas,
    irises iris, trellises trellis, penises penis, ibises ibis, mantises mantis,
    pelvises pelvis, lenses lens, clitorises clitoris, portcullises portcullis, crises crisis,
    sepses sepsis, synopses synopsis, apses apse, synapses synapse, mioses miosis,
    viscoses viscose, taxis taxi, skis ski, bikinis bikini, rabbis rabbi, alibis alibi,
    safaris safari, wikis wiki, kiwis kiwi, emojis emoji, martinis martini, yogis yogi,
    israelis israeli, pakistanis pakistani, iraqis iraqi, saudis saudi, somalis somali,
    bangladeshis bangladeshi, yemenis yemeni, kuwaitis kuwaiti, omanis omani, nazis nazi,
    tsunamis tsunami, salamis salami, zucchinis zucchini, punjabis punjabi, bengalis bengali,
    samurais samurai, khakis khaki, broccolis broccoli, apis api, kpis kpi, corgis corgi,
    thais thai, minis mini, maoris maori, paninis panini, menus menu,
    gurus guru, emus emu, tutus tutu, haikus haiku, bayous bayou, caribous caribou, cpus cpu,
    gpus gpu, flus flu, gnus gnu, tofus tofu, zebus zebu, hindus hindu, zulus zulu,
    impromptus impromptu, parvenus parvenu, kudzus kudzu, ecus ecu, ious iou, quizzes quiz,
    whizzes whiz, fezzes fez, blintzes blintz, hertzes hertz, caches cache, aches ache,
    niches niche, creches creche, quiches quiche, moustaches moustache, mustaches mustache,
    psyches psyche, cliches cliche, pastiches pastiche, brioches brioche, douches douche,
    tranches tranche, cartouches cartouche, microfiches microfiche, avalanches avalanche,
    porsches porsche, panaches panache, headaches headache, toothaches toothache,
    stomachaches stomachache, backaches backache, heartaches heartache, earaches earache,
    attaches attache, synecdoches synecdoche, fiches fiche, impasses impasse,
    crevasses crevasse, mousses mousse, finesses finesse, posses posse, wrasses wrasse,
    largesses largesse, fosses fosse, movies movie, cookies cookie, calories calorie,
    kilocalories kilocalorie, zombies zombie, rookies rookie, genies genie, brownies brownie,
    prairies prairie, eyries eyrie, collies collie, smoothies smoothie, selfies selfie,
    aunties auntie, magpies magpie, neckties necktie, pixies pixie, sorties sortie,
    talkies talkie, veggies veggie, birdies birdie, bookies bookie, reveries reverie,
    coteries coterie, menageries menagerie, patisseries patisserie, brasseries brasserie,
    cuties cutie, doggies doggie, foodies foodie, freebies freebie,
    goalies goalie, groupies groupie, hoodies hoodie, indies indie, junkies junkie,
    newbies newbie, oldies oldie, roadies roadie, softies softie, sweeties sweetie,
    techies techie, townies townie, yuppies yuppie, valkyries valkyrie, hippies hippie,
    bogies bogie, stymies stymie, boogies boogie, budgies budgie, barbies barbie,
    cowries cowrie, aussies aussie, kiddies kiddie, lassies lassie, laddies laddie,
    walkie-talkies walkie-talkie, shoes shoe, horseshoes horseshoe, snowshoes snowshoe,
    toes toe, tiptoes tiptoe, foes foe, woes woe, hoes hoe, canoes canoe, oboes oboe, roes roe,
    floes floe, sloes sloe, aloes aloe, mistletoes mistletoe, passersby passerby,
    passers-by passer-by, hangers-on hanger-on, aides-de-camp aide-de-camp, messrs mr,
    mesdames madame, eaves eave, monies money, soliloquies soliloquy, obsequies obsequy,
    colloquies colloquy, buses bus, minibuses minibus, trolleybuses trolleybus, gasses gas,
    theses thesis, geneses genesis, dioceses diocese, archdioceses archdiocese,
    ellipses ellipsis, bases base, pluses plus, surpluses surplus, nonpluses nonplus
    """
)

# Nouns that are the same in both numbers, are only plural, or end in s without being plural;
# names and small words in s follow, so that no word of a running text loses its s wrongly.
INVARIABLE = words(
    """
    series miniseries species subspecies facies faeces feces molasses forceps triceps biceps
    waterworks steelworks ironworks roadworks earthworks faux-pas trans means headquarters
    crossroads barracks gallows shambles corps chassis rendezvous bourgeois debris patois precis
    aircraft spacecraft hovercraft watercraft offspring sheep deer moose swine fish shrimp
    salmon trout cod tuna bison people police cattle livestock poultry media data multimedia
    news billiards darts draughts measles mumps rabies scabies shingles rickets herpes caries
    diabetes pediatrics affairs arrears alms amends annals clothes clothing customs goods
    proceeds earnings savings belongings outskirts surroundings remains premises thanks
    congratulations trousers scissors pants jeans shorts tights pyjamas pajamas spectacles
    binoculars goggles pliers tongs tweezers shears whereabouts odds logistics innings winnings
    riches regards humanities credentials throes bowels entrails genitals dregs leftovers
    overalls undies kudos pathos ethos cosmos chaos asbestos rhinoceros thermos tetanos calvados
    bordeaux bias alias atlas canvas gas biogas pancreas christmas pyjamas bras madras lens mens
    womens childrens summons as is was has his its this us yes thus plus minus versus always
    perhaps besides sometimes towards afterwards backwards forwards upwards downwards inwards
    outwards onwards upstairs downstairs indoors outdoors overseas nowadays alas whereas does
    goes says ours yours hers theirs yourselves ourselves themselves less unless nevertheless
    nonetheless regardless across whose those these gratis vis-a-vis hereabouts ins perforce
    besides sans james charles thomas nicholas lucas jesus moses marcos carlos luis texas kansas
    arkansas dallas illinois massachusetts minneapolis indianapolis los angeles vegas orleans
    naples athens paris brussels wales laos honduras bahamas barbados maldives seychelles
    philippines netherlands comoros solomons emirates antilles falklands hebrides orkneys alps
    andes himalayas pyrenees balkans rockies carpathians flanders reuters bloombergs siemens
    philips mercedes adidas nikes hermes zeus mars venus uranus achilles hercules judas elias
    matthias jonas davis williams harris lewis jones evans edwards roberts richards adams
    collins hughes rogers stevens phillips peters hopkins watkins jenkins perkins dickens owens
    sanders simmons reynolds barnes jacobs daniels douglas morris francis dennis curtis travis
    otis chris alexis phyllis doris hastings rawls hobbes keynes leeds hanois
    """
)

# Singulars whose usual plural is not the one above.
USUAL_PLURALS = pairs(
    """
    mr messrs, penny pennies, brother brothers, die dice, cow cows, focus focuses, gas gases,
    stadium stadiums, formula formulas, antenna antennas, referendum referendums,
    aquarium aquariums, persona personas, octopus octopuses, stigma stigmas, schema schemas,
    handkerchief handkerchiefs, dwarf dwarfs, mustache mustaches, vertex vertices, shoe shoes,
    money money, auditorium auditoriums, gymnasium gymnasiums, hippopotamus hippopotamuses,
    momentum momentums, uterus uteruses
    """
)

# Words in -ics that count (clinics, topics). Every other word in -ics names a science, an art or
# a condition and has no singular without the s: statistics, politics, ethics, economics, tropics.
COUNTED_IN_IC = words(
    """
    academic acrylic alcoholic antic arctic aromatic asthmatic attic basic biologic catholic
    ceramic characteristic classic cleric clinic comic cosmetic cosmic critic cryptic cubic
    cynic demographic diabetic diagnostic domestic eccentric elastic electric emetic epic
    epidemic epileptic ethnic exotic fabric fanatic frolic garlic generic graphic heretic
    hispanic historic hydraulic hysteric infographic italic lunatic lyric magic mechanic medic
    metric metallic mimic mnemonic monolithic mosaic music mystic narcotic neurotic nomadic
    organic pacific pandemic panic paramedic paraplegic picnic plastic polemic prebiotic
    probiotic prosthetic psychic psychotic psychopathic public relic republic rhetoric romantic
    rubric rustic sceptic schematic septic skeptic sonic specific static stoic styptic subtopic
    synthetic tactic tarmac tic tonic topic toxic traffic tragic tunic
    """
)

# Drugs and the like are countable too, and new ones appear in every medical text.
COUNTED_IC_ENDINGS = (
    "biotic",
    "gesic",
    "leptic",
    "septic",
    "anesthetic",
    "anaesthetic",
    "uretic",
    "pyretic",
    "emetic",
    "psychotic",
    "spasmodic",
    "graphic",
    "demic",
    "holic",
    "thermic",
)

# Singulars in -men and compounds that only look like the plural of man.
NOT_MEN = words(
    """
    abdomen acumen albumen amen bitumen cyclamen dolmen examen foramen gravamen hymen lumen
    numen omen ramen regimen rumen semen specimen stamen yemen turkmen bremen carmen xiamen
    tiananmen
    """
)

# Verbs and nouns in -se whose plural in -ses keeps the e; the endings decide for most words
# (-ouse, -ause, -ease, -urse), these are the rest of -use and -ose.
KEEPS_E = words(
    """
    use reuse misuse overuse disuse abuse disabuse excuse accuse muse amuse bemuse fuse defuse
    diffuse infuse suffuse transfuse confuse refuse peruse ruse recluse hypotenuse cruse obtuse
    profuse effuse perfuse contuse rose nose hose dose overdose underdose megadose prose
    primrose tuberose close enclose disclose foreclose lose glucose fructose lactose sucrose
    cellulose dextrose galactose maltose ribose those pantyhose
    """
)

# Nouns in -oe, -o and -ch that a rule would inflect wrongly, in the direction of the plural.
PLURAL_IN_OES = words(
    """
    hero potato tomato veto echo embargo cargo tornado volcano mosquito buffalo negro domino
    mango motto torpedo zero memento halo superhero antihero
    """
)
CH_AS_K = words(
    """
    stomach monarch oligarch patriarch matriarch eunuch epoch czech loch tech fintech biotech
    """
)
