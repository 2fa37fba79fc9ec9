"""From articles to terms, each step a module that can be read on its own.

`extractor` runs them in order: `corpus` counts (candidates, names, coordination, acronyms,
references, persons), then variants, screening, features, ranking, decisions, terms. Nothing is
imported here: who edits the decisions need not wait for what tags words.
"""
