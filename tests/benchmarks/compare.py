"""Compare our extraction with others: quality on marked texts, and speed, in one run.

    pip install '.[bench]'
    python -m tests.benchmarks.compare GOLD.tsv ACTER ARTICLE... [--readme]

GOLD.tsv holds the terms that were marked in the ARTICLEs; ACTER is the folder of that corpus'
domains (see `fit_ranking`). Prints tables in Markdown; with --readme they replace those in
README.md. Ours are figures of models that have not seen what they rank, and for the articles
those of the shipped model, too, which was fitted on them. Others get every advantage: on the
articles as many phrases as we propose, on ACTER the length of list at which their F1 is best.

Times are of the processor, of one process, with everything loaded before; the formulas have none,
for they share our counting. The bound is what nobody who reads a text with Python can beat by much:
find each token with a regular expression, and count.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from glossary.extraction.corpus import count
from glossary.extraction.evaluation import Evaluation, evaluate
from glossary.extraction.extractor import extract
from glossary.extraction.gold import Gold, read_gold
from glossary.model import Term
from tests.benchmarks.fit_ranking import (
    LARGE_THRESHOLD,
    Corpus,
    article_left_out,
    left_out,
    out_of_fold,
    read_domain,
    read_views,
    say,
    threshold_of,
)
from tests.benchmarks.peers import PEERS, formulas, whole

README = Path(__file__).parents[2] / "README.md"
PLACE = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)
TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
BOUND = "bound: find tokens and count them"
OURS = "glossary"
COUNTING = "glossary, counting alone"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain of ACTER: its texts, its forms, and the phrases of each system, best first."""

    name: str
    texts: list[Path]
    gold: Gold
    ranked: Mapping[str, list[str]]
    seconds: Mapping[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("acter", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--readme", action="store_true", help="put the tables into README.md")
    arguments = parser.parse_args()
    folders = sorted(arguments.acter.iterdir())
    warm_up(arguments.articles)
    corpora = {folder.name: read_domain(folder) for folder in folders}
    domains = [run_domain(folder, corpora[folder.name].gold) for folder in folders]
    tables = "\n".join(
        [
            office_table(arguments.gold, arguments.articles),
            article_table(arguments.gold, arguments.articles),
            acter_table(domains, corpora),
            speed_table(domains),
        ]
    )
    say(tables)
    if arguments.readme:
        text = README.read_text(encoding="utf-8")
        README.write_text(PLACE.sub(rf"\1{tables}\2", text), encoding="utf-8")


def warm_up(articles: Sequence[Path]) -> None:
    """Have every system load what it needs."""
    extract(articles)
    for peer in PEERS.values():
        peer(articles)


def run_domain(folder: Path, gold: Gold) -> Domain:
    texts = sorted((folder / "texts").glob("*.txt"))
    text = whole(texts)
    ranked: dict[str, list[str]] = {}
    _, bound = best_of_three(lambda: count_tokens(text))
    _, counting = best_of_three(lambda: count(texts, with_names=True))
    _, ours = best_of_three(lambda: extract(texts, with_names=True))
    seconds = {BOUND: bound, COUNTING: counting, OURS: ours}
    for name, peer in PEERS.items():
        ranked[name], seconds[name] = timed(lambda peer=peer: peer(texts))  # type: ignore[misc]
    return Domain(folder.name, texts, gold, ranked | formulas(texts), seconds)


def count_tokens(text: str) -> Counter[str]:
    tokens: Counter[str] = Counter()
    for match in TOKEN.finditer(text):
        tokens[match.group().lower()] += 1
    return tokens


def timed(run: Callable[[], Value]) -> tuple[Value, float]:
    start = time.process_time()
    value = run()
    return value, time.process_time() - start


def best_of_three(run: Callable[[], Value]) -> tuple[Value, float]:
    return min((timed(run) for _ in range(3)), key=lambda pair: pair[1])


def office_table(path: Path, articles: Sequence[Path]) -> str:
    gold = read_gold(path)
    views = read_views(gold, articles)
    shipped = extract(articles).terms
    office, scores = views[0], out_of_fold(views)
    found = {
        f"{OURS}, out of fold": office.proposed(scores, threshold_of(office, scores)),
        f"{OURS}, as shipped (in sample)": shipped,
    }
    ranked = {name: peer(articles) for name, peer in PEERS.items()} | formulas(articles)
    found |= {name: terms(phrases[: len(shipped)]) for name, phrases in ranked.items()}
    rows = [[name, *office_figures(evaluate(proposed, gold))] for name, proposed in found.items()]
    head = "three articles|proposed|recall core|core + useful|precision at 100|whole list"
    return table(head, rows)


def article_table(path: Path, articles: Sequence[Path]) -> str:
    rows = [
        [f"{article.stem}, {found.wanted} terms", *office_figures(found, rank=50)]
        for article, found in article_left_out(read_gold(path), articles).items()
    ]
    head = (
        "glossary, article left out|proposed|recall core|core + useful|precision at 50|whole list"
    )
    return table(head, rows)


def office_figures(found: Evaluation, *, rank: int = 100) -> list[str]:
    shares = found.recall_core, found.recall, found.precision_at.get(rank, 0.0), found.precision
    return [str(found.proposed), *(f"{share:.2f}" for share in shares)]


def acter_table(domains: Sequence[Domain], corpora: Mapping[str, Corpus]) -> str:
    rows: dict[str, list[str]] = {}
    scores = left_out(corpora)
    for domain in domains:
        corpus = corpora[domain.name]
        whole_list = evaluate(corpus.proposed(scores[domain.name], 0.0), corpus.gold)
        ours = corpus.proposed(scores[domain.name], LARGE_THRESHOLD)
        row = rows.setdefault(f"{OURS}, domain left out", [])
        row += acter_figures(ours, domain.gold, whole_list.average_precision)
        for name, phrases in domain.ranked.items():
            whole_list = evaluate(terms(phrases), domain.gold)
            best = terms(phrases[: best_length(phrases, domain.gold)])
            rows.setdefault(name, []).extend(
                acter_figures(best, domain.gold, whole_list.average_precision)
            )
    head = "ACTER 1.5: P / R / **F1** of forms"
    for domain in domains:
        head += f"|{domain.name}|average precision|F1 without names"
    return table(head, [[name, *cells] for name, cells in rows.items()])


def acter_figures(proposed: Sequence[Term], gold: Gold, average_precision: float) -> list[str]:
    found = evaluate(proposed, gold)
    rest = evaluate(proposed, gold.without_named_entities())
    return [
        f"{percent(found.precision)} / {percent(found.recall)} / **{percent(found.f1)}**",
        percent(average_precision),
        percent(rest.f1),
    ]


def percent(share: float) -> str:
    return f"{100 * share:.1f}"


def best_length(phrases: Sequence[str], gold: Gold) -> int:
    """Give the length of the list at which F1 is best, the shortest one."""
    wanted = {term.forms[0].lower() for term in gold.terms}
    found, best = 0, (0.0, 0)
    for length, phrase in enumerate(phrases, 1):
        found += phrase in wanted
        best = max(best, (2 * found / (length + len(wanted)), -length))
    return -best[1]


def terms(phrases: Sequence[str]) -> list[Term]:
    return [Term(phrase) for phrase in phrases]


def speed_table(domains: Sequence[Domain]) -> str:
    words = sum(len(TOKEN.findall(whole(domain.texts))) for domain in domains)
    spent = {name: sum(d.seconds[name] for d in domains) for name in domains[0].seconds}
    rows = [
        [name, f"{words / seconds:,.0f}", f"1/{seconds / spent[BOUND]:.1f}"]
        for name, seconds in spent.items()
    ]
    return table(f"ACTER, {words:,} words|words/s|of the bound", rows)


def table(head: str, rows: Sequence[Sequence[str]]) -> str:
    columns = head.split("|")
    lines = [columns, ["---", *["---:"] * (len(columns) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
