# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Quality: carbonflow's scores beside those of the same three models searched in Python."""

import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import carbonflow, matrix, spaces
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.places import RESULTS, Tables
from carbonbench.speed import python_search
from carbonbench.table import markdown, store

WEIGHTS = {"svm": 0.4, "random_forest": 0.2, "xgboost": 0.4}
"""How much each model counts in the ensemble, as in carbonflow."""
ALLOWED = 0.01
"""How far carbonflow's ensemble may lie below Python's."""


@dataclass(frozen=True)
class Score:
    """A model on held-out buildings."""

    cv_r2: float
    r2: float
    mae_tonnes: float


@dataclass(frozen=True)
class Pair:
    """Both sides on one split."""

    features: str
    seed: int
    chosen: str
    carbonflow: dict[str, Score]
    python_chosen: str
    python: dict[str, Score]
    carbonflow_cpu: float
    python_cpu: float


def run(
    tables: Tables,
    feature_sets: Sequence[str],
    seeds: Sequence[int],
    plan: Plan,
    keep: bool,
) -> bool:
    """Measures and prints tables; false if an ensemble lies too far below Python's.

    Pairs of an earlier, interrupted call are taken as they are if they should be kept.
    """
    fine = True
    for features in feature_sets:
        pairs = []
        for seed in seeds:
            folder = RESULTS / "quality" / f"{features}-{seed}"
            file = folder / "pair.json"
            if not (keep and file.exists()):
                store(asdict(_pair(tables, features, replace(plan, seed=seed), folder)), file)
            pairs.append(_read(file))
        print(f"\n`{features}`, {plan.iterations} trials a model, seeds {_words(seeds)}\n")
        print(_table(pairs))
        fine &= _behind(pairs) <= ALLOWED
    return fine


def _pair(tables: Tables, features: str, plan: Plan, folder: Path) -> Pair:
    output = folder / "carbonflow"
    usage = carbonflow.train_on(tables.options(), features, plan, output, folder / "carbonflow.log")
    prepared = output / "steps" / "prepare"
    python, cpu = _python(prepared, plan, folder)
    _check_spaces(output)
    metrics = json.loads((output / "metrics.json").read_text())
    ours = {
        name: Score(m["cv_r2"], m["r2"], m["tonnes"]["mae"])
        for name, m in metrics["models"].items()
    }
    pair = Pair(
        features,
        plan.seed,
        _best_single(ours),
        ours,
        _best_single(python),
        python,
        usage.cpu,
        cpu,
    )
    print(
        f"bench: {features}, seed {plan.seed}: ensemble R² {ours['ensemble'].r2:.4f}, "
        f"Python {python['ensemble'].r2:.4f}; CPU s {usage.cpu:.0f}, Python {cpu:.0f}",
        file=sys.stderr,
    )
    return pair


def _read(file: Path) -> Pair:
    values = json.loads(file.read_text())
    for side in ("carbonflow", "python"):
        values[side] = {name: Score(**score) for name, score in values[side].items()}
    return Pair(**values)


def _check_spaces(output: Path) -> None:
    for model, step in STEPS.items():
        search = json.loads((output / "steps" / step / "search.json").read_text())
        for trial in search["trials"]:
            spaces.check(model, trial["hyperparameters"])


def _python(prepared: Path, plan: Plan, folder: Path) -> tuple[dict[str, Score], float]:
    """Searches all three in Python and scores them and their mean."""
    train, test = matrix.read(prepared / "train.csv"), matrix.read(prepared / "test.csv")
    fold_of = matrix.folds(train.buildings, plan.folds, plan.seed)
    results: dict[str, dict[str, Any]] = {}
    cpu = 0.0
    for model in STEPS:
        output = folder / f"python-{model}.json"
        cpu += python_search(
            model,
            prepared / "train.csv",
            plan,
            output,
            "--halving",
            "--test",
            prepared / "test.csv",
        ).cpu
        results[model] = json.loads(output.read_text())
    labels = {
        model: (np.array(result["out_of_fold"]), np.array(result["held_out"]))
        for model, result in results.items()
    }
    labels["ensemble"] = (
        np.average([labels[model][0] for model in WEIGHTS], axis=0, weights=list(WEIGHTS.values())),
        np.average([labels[model][1] for model in WEIGHTS], axis=0, weights=list(WEIGHTS.values())),
    )
    return {
        name: _score(train, fold_of, test, out_of_fold, held_out)
        for name, (out_of_fold, held_out) in labels.items()
    }, cpu


def _score(
    train: matrix.Matrix,
    fold_of: matrix.Ints,
    test: matrix.Matrix,
    out_of_fold: matrix.Floats,
    held_out: matrix.Floats,
) -> Score:
    folds = []
    for fold in range(int(fold_of.max()) + 1):
        rows = np.flatnonzero(fold_of == fold)
        top = matrix.upper(train.tonnes[fold_of != fold])
        forecast = matrix.predicted(out_of_fold[rows], train, rows, top)
        folds.append(matrix.r2(matrix.box_cox(train.tonnes[rows]), forecast))
    return Score(statistics.mean(folds), *held_out_score(train, test, held_out))


def held_out_score(
    train: matrix.Matrix, test: matrix.Matrix, labels: matrix.Floats
) -> tuple[float, float]:
    """R² on the Box-Cox scale and mean absolute error in tonnes of predicted held-out labels."""
    rows = np.arange(len(test.tonnes))
    forecast = matrix.predicted(labels, test, rows, matrix.upper(train.tonnes))
    tonnes = matrix.inverse_box_cox(forecast)
    return (
        matrix.r2(matrix.box_cox(test.tonnes), forecast),
        float(np.abs(tonnes - test.tonnes).mean()),
    )


def _best_single(scores: dict[str, Score]) -> str:
    return max(STEPS, key=lambda model: scores[model].cv_r2)


def _behind(pairs: Sequence[Pair]) -> float:
    return statistics.mean(
        pair.python["ensemble"].r2 - pair.carbonflow["ensemble"].r2 for pair in pairs
    )


def _table(pairs: Sequence[Pair]) -> str:
    """One row a seed, then the means of every model."""
    header = [
        "seed",
        "chosen single: carbonflow",
        "R²",
        "MAE, t",
        "Python's",
        "R²",
        "MAE, t",
        "ensemble: R²",
        "MAE, t",
        "Python: R²",
        "MAE, t",
        "difference of R²",
    ]
    rows = [
        [
            str(pair.seed),
            pair.chosen,
            *_cells(pair.carbonflow[pair.chosen]),
            pair.python_chosen,
            *_cells(pair.python[pair.python_chosen]),
            *_cells(pair.carbonflow["ensemble"]),
            *_cells(pair.python["ensemble"]),
            f"{pair.carbonflow['ensemble'].r2 - pair.python['ensemble'].r2:+.4f}",
        ]
        for pair in pairs
    ]
    chosen = _mean([pair.carbonflow[pair.chosen] for pair in pairs])
    python_chosen = _mean([pair.python[pair.python_chosen] for pair in pairs])
    ensemble = _mean([pair.carbonflow["ensemble"] for pair in pairs])
    python_ensemble = _mean([pair.python["ensemble"] for pair in pairs])
    rows.append(
        [
            "**mean**",
            "",
            *_cells(chosen),
            "",
            *_cells(python_chosen),
            *_cells(ensemble),
            *_cells(python_ensemble),
            f"{-_behind(pairs):+.4f}",
        ]
    )
    means = []
    for model in (*STEPS, "ensemble"):
        ours = _mean([pair.carbonflow[model] for pair in pairs])
        theirs = _mean([pair.python[model] for pair in pairs])
        differences = [pair.carbonflow[model].r2 - pair.python[model].r2 for pair in pairs]
        means.append(
            [
                model,
                f"{ours.cv_r2:.4f}",
                f"{theirs.cv_r2:.4f}",
                *_cells(ours),
                *_cells(theirs),
                f"{statistics.mean(differences):+.4f}",
                f"{min(differences):+.4f} to {max(differences):+.4f}",
            ]
        )
    return (
        markdown(header, rows)
        + "\n\nMeans over the seeds\n\n"
        + markdown(
            [
                "model",
                "CV R²: carbonflow",
                "Python",
                "held-out R²: carbonflow",
                "MAE, t",
                "Python: R²",
                "MAE, t",
                "difference of R²",
                "by seed",
            ],
            means,
        )
    )


def _cells(score: Score) -> list[str]:
    return [f"{score.r2:.4f}", f"{score.mae_tonnes:.1f}"]


def _mean(scores: Sequence[Score]) -> Score:
    return Score(
        statistics.mean(score.cv_r2 for score in scores),
        statistics.mean(score.r2 for score in scores),
        statistics.mean(score.mae_tonnes for score in scores),
    )


def _words(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
