# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The command lines of carbonflow that are measured."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from carbonbench.places import LAUNCHER, RESULTS, Tables
from carbonbench.process import Usage, measure
from carbonbench.table import store

STEPS = {"svm": "train-svm", "random_forest": "train-random-forest", "xgboost": "train-xgboost"}

USAGE = "usage.json"


@dataclass(frozen=True)
class Plan:
    """What both sides search."""

    iterations: int
    folds: int
    seed: int
    threads: int


def run_step(
    step: str,
    options: dict[str, str | Path | int],
    folder: Path,
    megabytes: int | None = None,
) -> Usage:
    """Runs one step, with no more memory than it is given; its log lies in the folder."""
    words = [f"--{name}={value}" for name, value in options.items()]
    return measure([LAUNCHER, step, *words], folder / f"{step}.log", megabytes=megabytes)


def clean(data: Sequence[str], seed: int, folder: Path) -> Path:
    """Makes clean rows of tables with `merge`, which leaves `merged.csv`, and `clean`.

    `data` are the options that name the tables.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = folder / "rows.csv"
    measure(
        [
            LAUNCHER,
            "merge",
            *data,
            f"--seed={seed}",
            f"--merged-table={folder / 'merged.csv'}",
            f"--sources={folder / 'sources.json'}",
        ],
        folder / "merge.log",
    )
    run_step(
        "clean",
        {
            "table": folder / "merged.csv",
            "clean-rows": rows,
            "cleaning-report": folder / "cleaning.json",
        },
        folder,
    )
    return rows


def prepare(tables: Tables, features: str, seed: int, folder: Path) -> Path:
    """Makes the training matrix of a seed with `merge`, `clean` and `prepare`."""
    run_step(
        "prepare",
        {
            "rows": clean(tables.options(), seed, folder),
            "features": features,
            "train-matrix": folder / "train.csv",
            "test-matrix": folder / "test.csv",
            "transformer": folder / "transformer.json",
            "held-out-rows": folder / "held-out.csv",
        },
        folder,
    )
    return folder / "train.csv"


def train(model: str, matrix: Path, plan: Plan, halving: bool, folder: Path) -> Usage:
    """Runs a train step; `search.json` and the rest lie in the folder afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    return run_step(
        STEPS[model],
        {
            "train": matrix,
            "iterations": plan.iterations,
            "folds": plan.folds,
            "seed": plan.seed,
            "halving": str(halving).lower(),
            "threads": plan.threads,
            "search-result": folder / "search.json",
            "trials": folder / "trials.csv",
            "fitted-model": folder / "model.bin",
            "search-metrics": folder / "search-metrics.json",
        },
        folder,
    )


def kept_training(part: str, tables: Tables, features: str, plan: Plan, keep: bool) -> Path:
    """The folder of a whole training of a part; with keep one that is there is taken."""
    folder = RESULTS / part
    folder.mkdir(parents=True, exist_ok=True)
    output = folder / f"{features}-{plan.seed}"
    if not (keep and (output / "predictions.csv").exists()):
        train_on(tables.options(), features, plan, output, output.with_suffix(".log"))
    return output


def shared_training(part: str, tables: Tables, features: str, plan: Plan, keep: bool) -> Path:
    """The same, but with keep one that another part has made is taken too.

    One of other options is not. That it is of this revision is up to who says to keep it.
    """
    if keep:
        name = f"{features}-{plan.seed}"
        folders = [RESULTS / one / name for one in (part, "intervals", "baselines")]
        for output in (*folders, RESULTS / "quality" / name / "carbonflow"):
            if (output / "predictions.csv").exists() and agrees(output, features, plan):
                return output
    return kept_training(part, tables, features, plan, keep=False)


def agrees(output: Path, features: str, plan: Plan) -> bool:
    """Whether a finished training is of these options, and tells totals."""
    metrics = json.loads((output / "metrics.json").read_text())
    said = json.loads((output / "steps" / f"{STEPS['svm']}.json").read_text())["inputParameters"]
    return (
        (metrics["features"], metrics["seed"]) == (features, plan.seed)
        and (said["iterations"], said["folds"]) == (plan.iterations, plan.folds)
        and "totals" in metrics
    )


def train_on(
    data: Sequence[str],
    features: str,
    plan: Plan,
    folder: Path,
    log: Path,
    *,
    megabytes: int | None = None,
) -> Usage:
    """Runs the whole pipeline, with no more memory than it is given.

    What it used is left beside its results. `data` are the options that name the tables.
    """
    usage = measure(
        [
            LAUNCHER,
            "run",
            "training",
            *data,
            f"--iterations={plan.iterations}",
            f"--seed={plan.seed}",
            f"--features={features}",
            f"--threads={plan.threads}",
            f"--output={folder}",
            "--no-cache",
        ],
        log,
        megabytes=megabytes,
    )
    store(asdict(usage), folder / USAGE)
    return usage


def usage_of(output: Path) -> Usage:
    """What a training used that `train_on` has run."""
    return Usage(**json.loads((output / USAGE).read_text()))
