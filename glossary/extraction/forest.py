"""Score by a forest of decision trees: what is the share of terms among candidates like this one?

in      the figures of candidates
out     for each the mean of what the trees say, 0 to 1; and what each figure adds to it
source  extremely randomised trees: Geurts, Ernst & Wehenkel (2006), Machine Learning 63(1);
        additions along the path: Palczewska et al. (2013), IEEE IRI

A weight for each figure says too little of few articles: capitals, for one, speak for a name of
several words and against a single word, and being seen once against all but names and compounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

import numpy as np

from glossary.extraction.phrases import Column, Numbers

Tree: TypeAlias = tuple[Sequence[int], Sequence[float], Sequence[int], Sequence[float]]
"""Of each node its figure (−1 for a leaf), the greatest figure that goes left, right node, value.

The left node is the next one. The value is the share of terms among all that came this way.
"""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees over figures in the order of `names`, all nodes in a row.

    `roots` are the first nodes of the trees, `depths` the most steps from each of them to a leaf.
    Below node n are the left `below[2 * n]` and the right `below[2 * n + 1]`, below a leaf itself.
    """

    names: tuple[str, ...]
    roots: Sequence[int]
    depths: Sequence[int]
    figures: Numbers
    limits: Column
    below: Numbers
    values: Column

    @classmethod
    def of(cls, names: Sequence[str], trees: Sequence[Tree]) -> Forest:
        """Plant `trees`, whose figures are numbers of `names`."""
        sizes = [len(figures) for figures, *_ in trees]
        roots = [0, *accumulate(sizes)][:-1]
        figures = np.concatenate([tree[0] for tree in trees])
        pairs = zip(roots, trees, strict=True)
        right = np.concatenate([np.add(tree[2], root) for root, tree in pairs])
        nodes, is_leaf = np.arange(len(figures)), figures < 0
        return cls(
            names=tuple(names),
            roots=roots,
            depths=[_depth(tree) for tree in trees],
            figures=np.where(is_leaf, 0, figures),
            limits=np.concatenate([tree[1] for tree in trees]).astype(np.float64),
            below=np.where(is_leaf, nodes, (nodes + 1, right)).T.ravel(),
            values=np.concatenate([tree[3] for tree in trees]).astype(np.float64),
        )

    def scores(self, table: Column) -> Column:
        """Score the columns of `table`, whose rows are figures in the order of `names`."""
        flat, size = table.T.ravel(), table.shape[1]
        first = np.arange(size) * len(self.names)
        total = np.zeros(size)
        for root, depth in zip(self.roots, self.depths, strict=True):
            nodes = np.full(size, root)
            for _ in range(depth):
                goes_right = flat.take(first + self.figures.take(nodes)) > self.limits.take(nodes)
                nodes = self.below.take(2 * nodes + goes_right)
            total += self.values.take(nodes)
        return total / len(self.roots)

    def additions(self, figures: Sequence[float]) -> list[float]:
        """Give what each of a candidate's `figures` adds to its score.

        Together with the mean value of the roots, what they add is the score.
        """
        added = [0.0] * len(self.names)
        for root in self.roots:
            for node, below in self._steps(root, figures):
                step = self.values[below] - self.values[node]
                added[self.figures[node]] += float(step) / len(self.roots)
        return added

    def _steps(self, root: int, figures: Sequence[float]) -> Iterator[tuple[int, int]]:
        node = root
        while self.below[2 * node] != node:
            goes_right = figures[self.figures[node]] > self.limits[node]
            below = int(self.below[2 * node + goes_right])
            yield node, below
            node = below


def _depth(tree: Tree) -> int:
    depths = [0] * len(tree[0])
    for node, (figure, right) in enumerate(zip(tree[0], tree[2], strict=True)):
        if figure >= 0:
            depths[node + 1] = depths[right] = depths[node] + 1
    return max(depths)
