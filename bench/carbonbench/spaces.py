# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""carbonflow's search spaces, drawn from independently."""

import math
import random
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Range:
    """Numbers between two bounds."""

    low: float
    high: float
    log: bool = False
    whole: bool = False

    def draw(self, source: random.Random) -> float | int:
        """One of them; the ends of whole numbers as often as the rest."""
        half = 0.5 if self.whole else 0.0
        low, high = self.low - half, self.high + half
        value = (
            math.exp(source.uniform(math.log(low), math.log(high)))
            if self.log
            else source.uniform(low, high)
        )
        value = min(max(value, self.low), self.high)
        return round(value) if self.whole else value

    def holds(self, value: float) -> bool:
        """Whether a value is one of them."""
        return self.low <= value <= self.high


KERNELS = {"rbf": 0.6, "poly": 0.15, "sigmoid": 0.15, "linear": 0.1}
SVM = {
    "rbf": {"C": Range(0.3, 20, log=True), "gamma": Range(5e-4, 1e-2, log=True)},
    "poly": {
        "C": Range(0.03, 3, log=True),
        "gamma": Range(1e-3, 1e-2, log=True),
        "coef0": Range(0.5, 2),
        "degree": Range(2, 3, whole=True),
    },
    "sigmoid": {
        "C": Range(0.5, 50, log=True),
        "gamma": Range(1e-4, 3e-3, log=True),
        "coef0": Range(-1, 0),
    },
    "linear": {"C": Range(1e-3, 0.3, log=True)},
}
EPSILON = Range(0.03, 0.8, log=True)
FOREST = {
    "mtry": Range(0.1, 0.8),
    "max_depth": Range(8, 30, log=True, whole=True),
    "node_size": Range(1, 6, whole=True),
    "subsample": Range(0.4, 1),
    "max_nodes": Range(64, 2000, log=True, whole=True),
}
BOOSTING = {
    "learning_rate": Range(0.02, 0.1, log=True),
    "max_depth": Range(2, 7, whole=True),
    "min_child_weight": Range(1, 30, log=True),
    "subsample": Range(0.5, 1),
    "colsample_bytree": Range(0.3, 1),
    "lambda": Range(0.1, 10, log=True),
    "alpha": Range(1e-3, 1, log=True),
    "gamma": Range(1e-3, 0.3, log=True),
}


def draw(model: str, source: random.Random) -> dict[str, Any]:
    """One choice of every hyperparameter."""
    if model == "svm":
        kernel = source.choices(list(KERNELS), list(KERNELS.values()))[0]
        return {"kernel": kernel, "epsilon": EPSILON.draw(source)} | {
            name: dimension.draw(source) for name, dimension in SVM[kernel].items()
        }
    return {name: dimension.draw(source) for name, dimension in _space(model, {}).items()}


def check(model: str, chosen: dict[str, Any]) -> None:
    """Refuses a trial of carbonflow that this space could not have drawn."""
    space = _space(model, chosen)
    names = set(chosen) - {"kernel", "rounds"}
    strange = [name for name in names if name not in space or not space[name].holds(chosen[name])]
    if strange or names != set(space):
        raise ValueError(f"the space of {model} has changed: {chosen} is not in {space}")


def _space(model: str, chosen: dict[str, Any]) -> dict[str, Range]:
    match model:
        case "svm":
            return {"epsilon": EPSILON, **SVM[chosen["kernel"]]}
        case "random_forest":
            return FOREST
        case _:
            return BOOSTING
