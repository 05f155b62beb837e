# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prepared rows, the scale they are scored on, and their folds, as carbonflow has them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

LAMBDA = -0.1
FLOOR = -2.0
KEYS = 5
"""How many columns stand before the features."""


@dataclass(frozen=True)
class Matrix:
    """Prepared rows."""

    features: str
    buildings: list[str]
    x: Floats
    label: Floats
    offset: Floats
    tonnes: Floats
    kind: Floats
    """The standardized reference intensity of each row's uses."""

    def to_tonnes(self, labels: Floats, rows: Ints) -> Floats:
        """What predicted labels of these rows mean in tonnes, before any clamp."""
        inverse = np.exp if self.features == "metered" else np.expm1
        with np.errstate(over="ignore"):
            return np.asarray(inverse(labels + self.offset[rows]))


def read(path: Path) -> Matrix:
    """Reads what the step `prepare` has written."""
    table = pd.read_csv(path, dtype={"OSEBuildingID": str})
    return Matrix(
        features=table.columns[2].removeprefix("label:"),
        buildings=table["OSEBuildingID"].tolist(),
        x=np.ascontiguousarray(table.iloc[:, KEYS:].to_numpy(np.float64)),
        label=table.iloc[:, 2].to_numpy(np.float64),
        offset=table["offset"].to_numpy(np.float64),
        tonnes=table["tonnes"].to_numpy(np.float64),
        kind=table["LogReferenceIntensity"].to_numpy(np.float64),
    )


def tree_weights(rows: Matrix) -> Floats:
    """How much each row counts when trees are fitted, as in carbonflow's OddRows."""
    if rows.features == "metered":
        return np.ones(len(rows.label))
    table = pd.DataFrame({"label": rows.label, "kind": rows.kind, "building": rows.buildings})
    far = (table["label"] - table.groupby("kind")["label"].transform("median")).abs()
    apart = 2 * (table["label"] - table.groupby("building")["label"].transform("median")).abs()
    weights = 1 / (1 + 1.5 * (far - 1.2).clip(lower=0)) / (1 + (apart - 0.5).clip(lower=0))
    return weights.to_numpy(np.float64)


def box_cox(tonnes: Floats) -> Floats:
    """The scale on which models are compared."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(tonnes <= -1, -np.inf, np.expm1(LAMBDA * np.log1p(tonnes)) / LAMBDA)


def inverse_box_cox(transformed: Floats) -> Floats:
    """Tonnes of a transformed value below the pole at 10."""
    return np.asarray(np.expm1(np.log1p(LAMBDA * transformed) / LAMBDA))


def predicted(labels: Floats, to: Matrix, rows: Ints, upper: float) -> Floats:
    """Predicted labels on the Box-Cox scale, held between the floor and what training rows had."""
    return np.clip(box_cox(to.to_tonnes(labels, rows)), FLOOR, upper)


def upper(rows: Floats) -> float:
    """The largest transformed value among the tonnes of training rows."""
    return float(box_cox(rows).max())


def r2(actual: Floats, forecast: Floats) -> float:
    """The share of the variance that is explained."""
    return float(1 - ((actual - forecast) ** 2).sum() / ((actual - actual.mean()) ** 2).sum())


def seed_of(seed: int, *parts: str | int) -> int:
    """carbonflow's seed for a random choice: a signed number of 64 bits."""
    value = seed
    for part in parts:
        numbers = [part] if isinstance(part, int) else [*part.encode(), len(part.encode())]
        for number in numbers:
            value = _mix((value + _GOLDEN_GAMMA) ^ _mix(number + _GOLDEN_GAMMA))
    return value - 2**64 if value >= 2**63 else value


_GOLDEN_GAMMA = 0x9E3779B97F4A7C15
_ALL_BITS = 2**64 - 1


def _mix(z: int) -> int:
    """The finalizer of SplitMix64."""
    z &= _ALL_BITS
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _ALL_BITS
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _ALL_BITS
    return z ^ (z >> 31)


def folds(buildings: list[str], count: int, seed: int) -> Ints:
    """The fold of each row: buildings are dealt out, the largest first, to the smallest fold."""
    rows: dict[str, list[int]] = {}
    for row, building in enumerate(buildings):
        rows.setdefault(building, []).append(row)
    dealt = sorted(rows, key=lambda b: (-len(rows[b]), seed_of(seed, "folds", b), b))
    fold_of = np.zeros(len(buildings), dtype=np.intp)
    sizes = [0] * count
    for building in dealt:
        smallest = sizes.index(min(sizes))
        fold_of[rows[building]] = smallest
        sizes[smallest] += len(rows[building])
    return fold_of
