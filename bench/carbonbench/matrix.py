"""Prepared rows, the scale they are scored on, and their folds, as carbonflow has them."""

import hashlib
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
    )


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


def seed_of(seed: int, *purpose: object) -> int:
    """carbonflow's seed for a random choice: a signed number of 64 bits."""
    digest = hashlib.sha256(seed.to_bytes(8, "big", signed=True))
    for word in purpose:
        digest.update(str(word).encode() + b"\0")
    return int.from_bytes(digest.digest()[:8], "big", signed=True)


def folds(buildings: list[str], count: int, seed: int) -> Ints:
    """The fold of each row: buildings are dealt out, the largest first, to the smallest fold."""
    rows: dict[str, list[int]] = {}
    for row, building in enumerate(buildings):
        rows.setdefault(building, []).append(row)
    dealt = sorted(sorted(rows), key=lambda b: (-len(rows[b]), seed_of(seed, "fold", b)))
    fold_of = np.zeros(len(buildings), dtype=np.intp)
    sizes = [0] * count
    for building in dealt:
        smallest = sizes.index(min(sizes))
        fold_of[rows[building]] = smallest
        sizes[smallest] += len(rows[building])
    return fold_of
