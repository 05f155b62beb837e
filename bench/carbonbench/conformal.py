# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ways to make intervals from out-of-fold residuals, compared on training rows alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

from carbonbench import matrix
from carbonbench.matrix import Floats, Ints
from carbonbench.table import markdown

LEVEL = 0.9
PARTS = 5
LEAST_SPREAD = 0.01


@dataclass(frozen=True)
class Rows:
    """Training rows with what was predicted of each while it was held out."""

    buildings: list[str]
    x: Floats
    use: Ints
    area: Floats
    tonnes: Floats
    predicted: Floats

    @staticmethod
    def of(output: Path) -> "Rows":
        """Those of a whole training."""
        steps = output / "steps"
        train = matrix.read(steps / "prepare" / "train.csv")
        known = {"OSEBuildingID": str}
        outside = pd.read_csv(steps / "evaluate" / "out-of-fold.csv", dtype=known)
        clean = pd.read_csv(steps / "clean" / "rows.csv", dtype=known, keep_default_na=False)
        keys = ["OSEBuildingID", "DataYear"]
        clean = outside[keys].merge(clean, on=keys, how="left", validate="one_to_one")
        return Rows(
            train.buildings,
            train.x,
            pd.factorize(clean["LargestPropertyUseType"])[0].astype(np.intp),
            clean["UseGFA"].to_numpy(np.float64),
            outside["tonnes"].to_numpy(np.float64),
            outside["predicted_tonnes"].to_numpy(np.float64),
        )

    def residual(self) -> Floats:
        """The absolute difference of the logarithms of tonnes + 1."""
        return np.abs(np.log1p(self.tonnes) - np.log1p(self.predicted))

    def at(self, rows: Ints) -> "Rows":
        """Some of the rows."""
        buildings = [self.buildings[row] for row in rows]
        others = (self.x, self.use, self.area, self.tonnes, self.predicted)
        return Rows(buildings, *(part[rows] for part in others))


Spread = Callable[[Rows, Rows], Floats]
"""What is learned of the residuals of some rows says of others."""


def _constant(_: Rows, other: Rows) -> Floats:
    return np.ones(len(other.area))


def _by_use(known: Rows, other: Rows) -> Floats:
    """The mean residual of the largest use, drawn to that of all as by 20 further rows."""
    residual = known.residual()
    count = np.bincount(known.use, minlength=int(other.use.max()) + 1)
    total = np.bincount(known.use, residual, minlength=len(count))
    return ((total + 20 * residual.mean()) / (count + 20))[other.use]


def _forest(known: Rows, other: Rows) -> Floats:
    forest = RandomForestRegressor(40, min_samples_leaf=20, max_features=0.4, random_state=0)
    return np.asarray(forest.fit(known.x, known.residual()).predict(other.x))


METHODS: dict[str, tuple[Spread, bool]] = {
    "one width for all": (_constant, False),
    "by thirds of floor area": (_constant, True),
    "spread by largest use, thirds": (_by_use, True),
    "spread by a forest": (_forest, False),
    "spread by a forest, thirds": (_forest, True),
}
"""How the spread is learned, and whether thirds of floor area have quantiles of their own."""


def quantile(scores: Floats, buildings: Sequence[str], level: float) -> float:
    """The score that a new building's stays below with this probability or a higher one."""
    _, place, count = np.unique(buildings, return_inverse=True, return_counts=True)
    order = np.argsort(scores, kind="stable")
    weights = np.cumsum((1 / count[place])[order])
    at = int(np.searchsorted(weights, level * (len(count) + 1) - 1e-9))
    return float(scores[order[at]]) if at < len(scores) else float("inf")


def compare(outputs: Sequence[Path]) -> str:
    """A table of all methods."""
    header = ["method", "coverage, %", "small", "middle", "large", "width", "score", "median, t"]
    every = [Rows.of(output) for output in outputs]
    lines = []
    for name, (spread, grouped) in METHODS.items():
        found = np.mean([_measure(rows, spread, grouped) for rows in every], axis=0)
        shares = [f"{100 * share:.1f}" for share in found[:4]]
        lines.append([name, *shares, f"{found[4]:.2f}", f"{found[5]:.2f}", f"{found[6]:.0f}"])
    return markdown(header, lines)


def _measure(rows: Rows, spread: Spread, grouped: bool) -> list[float]:
    """Coverage of all and of thirds, mean width, interval score, median width in tonnes.

    Width and score (Gneiting and Raftery 2007) are on the scale of log(1 + tonnes).
    """
    part = matrix.folds(rows.buildings, PARTS, 1)
    reach = np.empty(len(part))
    for held in range(PARTS):
        known, other = rows.at(np.flatnonzero(part != held)), rows.at(np.flatnonzero(part == held))
        reach[part == held] = _reach(known, other, spread, grouped)
    middle, actual = np.log1p(rows.predicted), np.log1p(rows.tonnes)
    lower, upper = np.log1p(np.maximum(0, np.expm1(middle - reach))), middle + reach
    missed = np.maximum(0, lower - actual) + np.maximum(0, actual - upper)
    third = _third(rows.area, rows.area)
    return [
        float((missed == 0).mean()),
        *(float((missed[third == t] == 0).mean()) for t in range(3)),
        float((upper - lower).mean()),
        float((upper - lower + 2 / (1 - LEVEL) * missed).mean()),
        float(np.median(np.expm1(upper) - np.expm1(lower))),
    ]


def _reach(known: Rows, other: Rows, spread: Spread, grouped: bool) -> Floats:
    inner = matrix.folds(known.buildings, PARTS, 2)
    scores = np.empty(len(inner))
    for held in range(PARTS):
        rest, left = (known.at(np.flatnonzero(test)) for test in (inner != held, inner == held))
        scores[inner == held] = left.residual() / np.maximum(LEAST_SPREAD, spread(rest, left))
    expected = np.maximum(LEAST_SPREAD, spread(known, other))
    if not grouped:
        return expected * quantile(scores, known.buildings, LEVEL)
    mine, theirs = _third(known.area, known.area), _third(known.area, other.area)
    quantiles = []
    for third in range(3):
        rows = np.flatnonzero(mine == third)
        quantiles.append(quantile(scores[rows], [known.buildings[row] for row in rows], LEVEL))
    return expected * np.array(quantiles)[theirs]


def _third(known: Floats, other: Floats) -> Ints:
    return np.digitize(other, np.quantile(known, [1 / 3, 2 / 3]))
