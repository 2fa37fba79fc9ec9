"""Words of other languages that Vietnamese writes as they are, in lower case.

source  the press and the agency's own texts; a name or an acronym needs no entry here
"""

from __future__ import annotations

from glossary.languages._tables import words

LOANWORDS = words(
    """
    alpha app audio banner beta bit blockchain blog bot boxing chat chatbot chip clip cookie
    cloud container deadline email fan fanpage fax file game gen gram graphic hashtag hot hotline
    infographic internet kilogram laptop link list livestream logo mail marketing mascot media
    menu micro mobile modem motion net offline online pin pixel podcast pop post poster radar
    radio robot router scan seminar server set sex shop show sim slide slogan smartphone software
    spam startup studio stress tablet talkshow taxi test text tin token top tour trailer trend
    vaccine vector video virus visa web webcam webinar website wifi workshop zoom
    """
)
