"""Make terms of candidates: class, subject field, acronym, places, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from glossary.extraction.classes import term_class
from glossary.extraction.evidence import MAX_SENTENCES
from glossary.extraction.subjects import subject_field
from glossary.extraction.tallies import Counts, Place, Tally
from glossary.extraction.variants import Candidate
from glossary.languages import en
from glossary.model import Occurrence, SubjectField, Term, TermClass

MAX_REFERENCES = 6
_PARTS_OF_SPEECH = {"A": "adjective", "E": "adjective", "V": "verb", "R": "adverb"}


class TermMaker:
    """Makes the terms of one corpus, whose acronyms and long forms it links to each other."""

    def __init__(self, counts: Counts, found: Iterable[Candidate], names: Container[str]) -> None:
        self._counts = counts
        self._names = names
        self._long_forms: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        forms = _usual_forms(counts.long_forms)
        keys = set(forms.values())
        designations = {one.key: one.designation for one in found if one.key in keys}
        for acronym, key in forms.items():
            if key in designations:
                self._long_forms[en.comparison_key(acronym)] = designations[key]
                self._acronyms[key] = acronym

    def term(self, candidate: Candidate, score: float) -> Term:
        """Give the term that `candidate` is, with `score`, a probability from 0 to 1."""
        tally = candidate.tally
        acronym = self._acronyms.get(candidate.key, "")
        long_form = self._long_forms.get(candidate.key, "")
        kind = term_class(candidate, is_long_form=bool(acronym), names=self._names)
        return Term(
            designation=candidate.designation,
            term_class=kind,
            part_of_speech=_part_of_speech(kind, tally.pattern),
            subject_field=_field(candidate.designation, long_form),
            score=score,
            frequency=tally.frequency,
            articles=tuple(sorted(tally.articles, key=self._age)),
            years=tuple(sorted(self._counts.years(tally))),
            occurrences=_occurrences(tally),
            evidence=_evidence(tally),
            variants=tuple(form for form in candidate.forms if form != candidate.designation),
            forms=candidate.forms,
            acronym=acronym,
            long_form=long_form,
        )

    def _age(self, article: str) -> tuple[str, str]:
        return self._counts.days[article], article


def _usual_forms(long_forms: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Give the acronyms, each with the key of the long form that stands beside it most often."""
    found: dict[str, Counter[str]] = {}
    for (acronym, long_form), count in long_forms.items():
        found.setdefault(acronym, Counter())[en.comparison_key(long_form)] += count
    return {
        acronym: min(keys, key=lambda key: (-keys[key], key))
        for acronym, keys in sorted(found.items())
    }


def _field(designation: str, long_form: str) -> SubjectField:
    return subject_field(designation, long_form) if long_form else subject_field(designation)


def _part_of_speech(kind: TermClass, pattern: str) -> str:
    """Give the part of speech; a gerund and every phrase is a noun to a termbase."""
    return _PARTS_OF_SPEECH.get(pattern, "noun") if kind is TermClass.DOMAIN else "noun"


def _occurrences(tally: Tally) -> tuple[Occurrence, ...]:
    """At most six places, the first of each article before the second of any."""
    places = sorted(set(tally.places))
    if len(places) > MAX_REFERENCES:
        turn: Counter[str] = Counter()
        ranked = []
        for place in places:
            ranked.append((turn[place.article], place))
            turn[place.article] += 1
        places = sorted(place for _, place in sorted(ranked)[:MAX_REFERENCES])
    return tuple(map(_occurrence, places))


def _evidence(tally: Tally) -> tuple[Occurrence, ...]:
    """The sentences that show the term best, one an article, oldest first."""
    chosen: dict[str, Occurrence] = {}
    for _, place, context in tally.shown:
        is_known = context in {known.context for known in chosen.values()}
        if len(chosen) < MAX_SENTENCES and place.article not in chosen and not is_known:
            chosen[place.article] = _occurrence(place, context.strip())
    return tuple(sorted(chosen.values(), key=lambda o: (str(o.date or "9"), o.article, o.line)))


def _occurrence(place: Place, context: str = "") -> Occurrence:
    return Occurrence(place.article, place.line, context, place.date)
