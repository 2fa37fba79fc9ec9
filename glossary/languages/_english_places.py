"""Countries and what belongs to them, in lower case: Vietnam, Vietnamese.

The names are those of CLDR in English, with the other usual ones beside them (Viet Nam, Czech
Republic); they stand here so that reading a text needs no Babel.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from glossary.languages._tables import words


def _read(lines: str) -> Mapping[str, str]:
    """Read ``country: adjective`` lines; names of one country are parted by a stroke."""
    table = {}
    for line in lines.strip().splitlines():
        for entry in line.split(","):
            names, _, adjective = entry.partition(":")
            table.update({name.strip(): adjective.strip() for name in names.split("/")})
    return MappingProxyType(table)


NATIONALITY_OF = _read(
    """
    afghanistan: afghan, albania: albanian, algeria: algerian, andorra: andorran, angola: angolan
    antigua and barbuda: antiguan, argentina: argentine, armenia: armenian, australia: australian
    austria: austrian, azerbaijan: azerbaijani, bahamas: bahamian, bahrain: bahraini
    bangladesh: bangladeshi, barbados: barbadian, belarus: belarusian, belgium: belgian
    belize: belizean, benin: beninese, bhutan: bhutanese, bolivia: bolivian
    bosnia and herzegovina / bosnia & herzegovina: bosnian, botswana: botswanan
    brazil: brazilian, brunei / brunei darussalam: bruneian, bulgaria: bulgarian
    burkina faso: burkinabe, burundi: burundian, cambodia: cambodian, cameroon: cameroonian
    canada: canadian, cape verde / cabo verde: cape verdean
    central african republic: central african, chad: chadian, chile: chilean
    china / people's republic of china: chinese, colombia: colombian, comoros: comorian
    congo / democratic republic of the congo: congolese, costa rica: costa rican
    côte d'ivoire / ivory coast: ivorian, croatia: croatian, cuba: cuban, cyprus: cypriot
    czechia / czech republic: czech, denmark: danish, djibouti: djiboutian, dominica: dominican
    dominican republic: dominican, ecuador: ecuadorian, egypt: egyptian
    el salvador: salvadoran, equatorial guinea: equatoguinean, eritrea: eritrean
    estonia: estonian, eswatini / swaziland: swazi, ethiopia: ethiopian, fiji: fijian
    finland: finnish, france: french, gabon: gabonese, gambia: gambian, georgia: georgian
    germany / federal republic of germany: german, ghana: ghanaian, greece: greek
    grenada: grenadian, guatemala: guatemalan, guinea: guinean, guinea-bissau: bissau-guinean
    guyana: guyanese, haiti: haitian, honduras: honduran, hungary: hungarian
    iceland: icelandic, india: indian, indonesia: indonesian, iran: iranian, iraq: iraqi
    ireland: irish, israel: israeli, italy: italian, jamaica: jamaican, japan: japanese
    jordan: jordanian, kazakhstan: kazakh, kenya: kenyan, kiribati: kiribati
    kosovo: kosovar, kuwait: kuwaiti, kyrgyzstan: kyrgyz
    laos / lao people's democratic republic / lao pdr: lao, latvia: latvian, lebanon: lebanese
    lesotho: basotho, liberia: liberian, libya: libyan, liechtenstein: liechtensteiner
    lithuania: lithuanian, luxembourg: luxembourgish, madagascar: malagasy, malawi: malawian
    malaysia: malaysian, maldives: maldivian, mali: malian, malta: maltese
    marshall islands: marshallese, mauritania: mauritanian, mauritius: mauritian
    mexico: mexican, micronesia: micronesian, moldova: moldovan, monaco: monegasque
    mongolia: mongolian, montenegro: montenegrin, morocco: moroccan, mozambique: mozambican
    myanmar / burma: burmese, namibia: namibian, nauru: nauruan, nepal: nepalese
    netherlands / holland: dutch, new zealand: new zealand, nicaragua: nicaraguan
    niger: nigerien, nigeria: nigerian, north korea: north korean
    north macedonia: macedonian, norway: norwegian, oman: omani, pakistan: pakistani
    palau: palauan, palestine: palestinian, panama: panamanian
    papua new guinea: papua new guinean, paraguay: paraguayan, peru: peruvian
    philippines: philippine, poland: polish, portugal: portuguese, qatar: qatari
    romania: romanian, russia / russian federation: russian, rwanda: rwandan
    saint kitts and nevis: kittitian, saint lucia: saint lucian
    saint vincent and the grenadines: vincentian, samoa: samoan, san marino: sammarinese
    são tomé and príncipe / sao tome and principe: santomean, saudi arabia: saudi
    senegal: senegalese, serbia: serbian, seychelles: seychellois
    sierra leone: sierra leonean, singapore: singaporean, slovakia: slovak
    slovenia: slovenian, solomon islands: solomon islander, somalia: somali
    south africa: south african, south korea / republic of korea / korea: korean
    south sudan: south sudanese, spain: spanish, sri lanka: sri lankan, sudan: sudanese
    suriname: surinamese, sweden: swedish, switzerland: swiss, syria: syrian
    taiwan: taiwanese, tajikistan: tajik, tanzania: tanzanian, thailand: thai
    timor-leste / east timor: timorese, togo: togolese, tonga: tongan
    trinidad and tobago: trinidadian, tunisia: tunisian, turkey / türkiye: turkish
    turkmenistan: turkmen, tuvalu: tuvaluan, uganda: ugandan, ukraine: ukrainian
    united arab emirates: emirati, united kingdom / uk / great britain: british
    england: english, scotland: scottish, wales: welsh
    united states / united states of america / usa: american, uruguay: uruguayan
    uzbekistan: uzbek, vanuatu: vanuatuan, vatican city / holy see: vatican
    venezuela: venezuelan, vietnam / viet nam / socialist republic of vietnam: vietnamese
    yemen: yemeni, zambia: zambian, zimbabwe: zimbabwean, hong kong: hong kong, macao: macanese
    """
)

COUNTRIES = frozenset(NATIONALITY_OF)

# The adjectives of countries, continents and regions, and other nouns for a country's people.
NATIONALITIES = frozenset(NATIONALITY_OF.values()) | words(
    """
    african american arab arabian asian asiatic australasian balkan baltic briton caribbean
    caucasian dane european eurasian filipino finn frenchman frenchwoman indochinese laotian
    latin mediterranean nordic oceanian oriental pole scandinavian scot slavic soviet spaniard
    swede turk western
    """
)
