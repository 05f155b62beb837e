# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The three models in Python, with carbonflow's hyperparameters mapped to theirs."""

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import numpy as np

from carbonbench.matrix import Floats, Ints, Matrix, tree_weights

Chosen = dict[str, Any]

SEARCH_TREES = 30
TREES = 300
MOST_ROUNDS = 600
STAGE = 25
CONVERGED = 85.0
"""Rounds x learning rate x depth of a trial, as in carbonflow."""
BOOSTERS = 3
"""A final fit is the mean of so many."""
MAX_BIN = 64
STEPS_PER_ROW = 100
CACHE_MB = 500
"""Holds the kernels of all rows, so that none is computed twice in a fit."""


class Model(Protocol):
    """One kind of model, fitted to parts of a matrix."""

    def trial(self, chosen: Chosen, fit: Ints, score: Ints, seed: int, fold: int) -> list[Floats]:
        """Fits to some rows and predicts others, at each stage of the model's size."""

    def final(self, chosen: Chosen, stage: int, seed: int, threads: int) -> "Fitted":
        """Fits to all rows."""


@dataclass(frozen=True)
class Fitted:
    """A fitted model, which can be pickled, and how it predicts."""

    model: object
    predict: Callable[[Floats], Floats]


@dataclass(frozen=True)
class Svm:
    """scikit-learn's SVR, which is libsvm. Ends after as many steps a row as carbonflow does."""

    rows: Matrix

    def _fitted(self, chosen: Chosen, fit: Ints) -> Any:  # noqa: ANN401 - untyped library
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.svm import SVR

        bound = STEPS_PER_ROW * len(fit)
        model = SVR(tol=1e-3, cache_size=CACHE_MB, max_iter=bound, **chosen)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            return model.fit(self.rows.x[fit], self.rows.label[fit])

    def trial(self, chosen: Chosen, fit: Ints, score: Ints, seed: int, fold: int) -> list[Floats]:
        """Fits and predicts; there is one stage."""
        return [self._fitted(chosen, fit).predict(self.rows.x[score])]

    def final(self, chosen: Chosen, stage: int, seed: int, threads: int) -> Fitted:
        """Fits to all rows."""
        model = self._fitted(chosen, np.arange(len(self.rows.label)))
        return Fitted(model, model.predict)


@dataclass(frozen=True)
class Forest:
    """scikit-learn's random forest.

    The same in both: squared error, all thresholds, columns a node, depth, leaves grown best
    first, samples a tree with replacement. Not the same: a leaf's least size counts drawn samples
    in carbonflow and different rows here, and rows of more weight are drawn more often there while
    they weigh more in means here.
    """

    rows: Matrix
    weights: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Weighs the rows."""
        object.__setattr__(self, "weights", tree_weights(self.rows))

    def _fitted(self, chosen: Chosen, fit: Ints, trees: int, seed: int, threads: int) -> Any:  # noqa: ANN401
        from sklearn.ensemble import RandomForestRegressor

        width = self.rows.x.shape[1]
        samples = max(1, round(chosen["subsample"] * len(fit)))
        leaves = chosen["max_nodes"]
        model = RandomForestRegressor(
            n_estimators=trees,
            max_features=max(1, min(width - 1, round(chosen["mtry"] * width))),
            max_depth=chosen["max_depth"],
            # A bound that no tree can reach would only make growing slower.
            max_leaf_nodes=leaves if leaves < samples else None,
            min_samples_leaf=chosen["node_size"],
            bootstrap=True,
            max_samples=samples,
            n_jobs=threads,
            random_state=seed % 2**32,
        )
        return model.fit(self.rows.x[fit], self.rows.label[fit], self.weights[fit])

    def trial(self, chosen: Chosen, fit: Ints, score: Ints, seed: int, fold: int) -> list[Floats]:
        """Fits fewer trees and predicts; there is one stage."""
        return [self._fitted(chosen, fit, SEARCH_TREES, seed, 1).predict(self.rows.x[score])]

    def final(self, chosen: Chosen, stage: int, seed: int, threads: int) -> Fitted:
        """Fits all trees to all rows."""
        rows = np.arange(len(self.rows.label))
        model = self._fitted(chosen, rows, TREES, seed, threads)
        return Fitted(model, model.predict)


@dataclass(frozen=True)
class Boosting:
    """XGBoost, one thread a fit. A fold's quantile cuts are made once for all trials."""

    rows: Matrix
    data: dict[int, Any] = field(default_factory=dict)
    weights: Floats = field(init=False)

    def __post_init__(self) -> None:
        """Weighs the rows."""
        object.__setattr__(self, "weights", tree_weights(self.rows))

    def _mean(self, fit: Ints) -> float:
        return float(np.average(self.rows.label[fit], weights=self.weights[fit]))

    def _options(self, chosen: Chosen, mean: float, seed: int) -> dict[str, Any]:
        own = {name: value for name, value in chosen.items() if name != "rounds"}
        return {
            "objective": "reg:squarederror",
            "tree_method": "hist",
            "max_bin": MAX_BIN,
            "base_score": float(np.float32(mean)),
            "nthread": 1,
            "verbosity": 0,
            "seed": seed % (2**31 - 1),
            **own,
        }

    def _fold(self, fit: Ints, score: Ints, fold: int) -> Any:  # noqa: ANN401
        from xgboost import DMatrix

        if fold not in self.data:
            train = DMatrix(
                self.rows.x[fit], self.rows.label[fit], weight=self.weights[fit], nthread=1
            )
            self.data[fold] = (train, DMatrix(self.rows.x[score], nthread=1))
        return self.data[fold]

    def trial(self, chosen: Chosen, fit: Ints, score: Ints, seed: int, fold: int) -> list[Floats]:
        """Fits all rounds once and predicts after every stage of them."""
        import xgboost

        train, scored = self._fold(fit, score, fold)
        mean = self._mean(fit)
        options = self._options(chosen, mean, seed)
        rounds = _rounds(chosen)
        booster = xgboost.train(options, train, rounds)
        base = options["base_score"]
        labels = np.full(len(score), base)
        stages = []
        for start in range(0, rounds, STAGE):
            part = booster.predict(scored, iteration_range=(start, start + STAGE))
            labels = labels + (part - base)
            stages.append(labels)
        return stages

    def final(self, chosen: Chosen, stage: int, seed: int, threads: int) -> Fitted:
        """Fits boosters to all rows, as many rounds as did best."""
        import xgboost

        train = xgboost.DMatrix(self.rows.x, self.rows.label, weight=self.weights, nthread=1)
        mean = self._mean(np.arange(len(self.rows.label)))
        boosters = []
        for number in range(BOOSTERS):
            options = self._options(chosen, mean, seed + number)
            boosters.append(xgboost.train(options, train, (stage + 1) * STAGE))
        return Fitted(boosters, partial(boosted, boosters))


def boosted(boosters: list[Any], x: Floats) -> Floats:
    """What some boosters predict in the mean."""
    import xgboost

    data = xgboost.DMatrix(x, nthread=1)
    return np.asarray(np.mean([booster.predict(data) for booster in boosters], axis=0))


def _rounds(chosen: Chosen) -> int:
    """How many rounds a trial has: a whole number of stages."""
    progress = chosen["learning_rate"] * chosen["max_depth"]
    rounds: int = STAGE * math.ceil(CONVERGED / progress / STAGE)
    return max(STAGE, min(MOST_ROUNDS, rounds))


MODELS: dict[str, type[Svm] | type[Forest] | type[Boosting]] = {
    "svm": Svm,
    "random_forest": Forest,
    "xgboost": Boosting,
}
