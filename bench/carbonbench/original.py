# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The search of the pipeline that carbonflow replaces, as a program of its own.

Optuna's TPE tunes an SVR, a random forest and XGBoost in that pipeline's spaces. Their trials take
turns, so that after any CPU time each of the three has had its share of it. Its defects are not
repeated: folds are by building, and the best model is chosen by them, not on held-out rows.
"""

import argparse
import json
import time
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import matrix
from carbonbench.matrix import Floats

Ask = Any
"""A trial of Optuna, which has no types."""


def svm(trial: Ask, seed: int) -> Any:  # noqa: ANN401 - untyped library
    """A support vector machine of the original's space."""
    from sklearn.svm import SVR

    return SVR(
        C=trial.suggest_float("C", 0.005, 0.995, step=0.01),
        gamma=trial.suggest_float("gamma", 0.005, 0.095, step=0.01),
        coef0=trial.suggest_float("coef0", 0.5, 1.9, step=0.2),
        degree=trial.suggest_int("degree", 2, 5),
        kernel=trial.suggest_categorical("kernel", ["linear", "rbf", "sigmoid"]),
    )


def random_forest(trial: Ask, seed: int) -> Any:  # noqa: ANN401
    """A forest of the original's space, of 300 trees in the mean."""
    from sklearn.ensemble import RandomForestRegressor

    return RandomForestRegressor(
        max_depth=trial.suggest_int("max_depth", 1, 19),
        max_features=trial.suggest_int("max_features", 1, 69),
        n_estimators=trial.suggest_int("n_estimators", 100, 499),
        min_samples_split=trial.suggest_int("min_samples_split", 2, 9),
        min_samples_leaf=trial.suggest_int("min_samples_leaf", 1, 9),
        max_leaf_nodes=trial.suggest_int("max_leaf_nodes", 2, 8),
        criterion=trial.suggest_categorical("criterion", ["squared_error", "absolute_error"]),
        random_state=seed,
        n_jobs=1,
    )


def xgboost(trial: Ask, seed: int) -> Any:  # noqa: ANN401
    """A booster of the original's space."""
    from xgboost import XGBRegressor

    shares = ("subsample", "colsample_bytree", "colsample_bylevel", "colsample_bynode")
    return XGBRegressor(
        max_depth=trial.suggest_int("max_depth", 1, 29),
        learning_rate=trial.suggest_float("learning_rate", 0.01, 0.5),
        n_estimators=trial.suggest_int("n_estimators", 20, 200, step=5),
        gamma=trial.suggest_float("gamma", 0, 0.5),
        min_child_weight=trial.suggest_int("min_child_weight", 1, 10),
        max_delta_step=trial.suggest_int("max_delta_step", 0, 10),
        **{name: trial.suggest_float(name, 0.1, 1) for name in shares},
        tree_method="hist",
        random_state=seed,
        n_jobs=1,
    )


MODELS: dict[str, Callable[[Ask, int], Any]] = {
    "svm": svm,
    "random_forest": random_forest,
    "xgboost": xgboost,
}


@dataclass(frozen=True)
class Best:
    """The best trial of a model so far."""

    trials: int
    cv_r2: float
    chosen: dict[str, Any]


def score(estimator: Any, rows: matrix.Matrix, fold_of: matrix.Ints, fold: int) -> float:  # noqa: ANN401
    """The R² on the Box-Cox scale of one fold, fitted on the others."""
    from sklearn.base import clone

    fit, held = np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)
    labels = clone(estimator).fit(rows.x[fit], rows.label[fit]).predict(rows.x[held])
    forecast = matrix.predicted(labels, rows, held, matrix.upper(rows.tonnes[fit]))
    return matrix.r2(matrix.box_cox(rows.tonnes[held]), forecast)


def search(
    rows: matrix.Matrix,
    fold_of: matrix.Ints,
    *,
    iterations: int,
    seed: int,
    threads: int,
    after: Callable[[int, dict[str, Best]], None],
) -> None:
    """Tunes the three in turn; what is best so far is printed after each round of trials."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    studies = {
        name: optuna.create_study(
            direction="maximize", sampler=optuna.samplers.TPESampler(seed=seed)
        )
        for name in MODELS
    }
    folds = range(int(fold_of.max()) + 1)
    with ThreadPoolExecutor(threads) as pool:
        for number in range(iterations):
            for name, study in studies.items():
                trial = study.ask()
                estimator = MODELS[name](trial, seed)
                scores = pool.map(lambda fold, e=estimator: score(e, rows, fold_of, fold), folds)
                study.tell(trial, float(np.mean(list(scores))))
            after(
                number + 1,
                {
                    name: Best(number + 1, study.best_value, study.best_params)
                    for name, study in studies.items()
                },
            )


def held_out(name: str, best: Best, rows: matrix.Matrix, test: matrix.Matrix, seed: int) -> Floats:
    """Predicted labels of the held-out rows, fitted to all training rows."""
    import optuna

    estimator = MODELS[name](optuna.trial.FixedTrial(best.chosen), seed)
    return np.asarray(estimator.fit(rows.x, rows.label).predict(test.x), dtype=np.float64)


def main() -> None:
    """Searches; keeps what was chosen at the end, and after a CPU time if one is named."""
    warnings.filterwarnings("ignore")
    options = _options()
    rows, test = matrix.read(options.train), matrix.read(options.test)
    fold_of = matrix.folds(rows.buildings, options.folds, options.seed)
    answers: list[dict[str, Any]] = []

    def after(number: int, best: dict[str, Best]) -> None:
        cpu = time.process_time()
        chosen = max(best, key=lambda name: best[name].cv_r2)
        points = []
        if cpu >= options.cpu and not answers:
            points.append(("same CPU", [chosen]))
        if number == options.iterations:
            points.append(("end", list(best)))
        for point, names in points:
            answers.extend(
                {
                    "point": point,
                    "model": name,
                    "chosen": name == chosen,
                    "cpu": cpu,
                    "trials": best[name].trials,
                    "cv_r2": best[name].cv_r2,
                    "hyperparameters": best[name].chosen,
                    "held_out": held_out(name, best[name], rows, test, options.seed).tolist(),
                }
                for name in names
            )
            options.output.write_text(json.dumps(answers))
        print(f"{number} trials each, {cpu:.0f} CPU s", flush=True)

    search(
        rows,
        fold_of,
        iterations=options.iterations,
        seed=options.seed,
        threads=options.threads,
        after=after,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--iterations", type=int, default=50)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cpu", type=float, required=True, help="seconds to stop and look at")
    parser.add_argument("--output", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
