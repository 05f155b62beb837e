# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Python side: one search and the final fit, as a program of its own.

Trials are those of a `search.json` of carbonflow, or drawn here. Two processes fit side by side;
each fit has one thread. That is faster than one fit on two threads for all three libraries.
"""

import argparse
import json
import math
import multiprocessing
import pickle
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import matrix, spaces
from carbonbench.matrix import Floats
from carbonbench.models import MODELS, Chosen, Model

SURVIVORS = 4
"""One of so many goes on from the first fold to the second."""

FINALISTS = 3
"""At least so many of those on the second fold are promoted to all, else half."""


@dataclass(frozen=True)
class Fit:
    """What one fit on one fold gave, at each stage of the model's size."""

    r2: list[float]
    labels: list[Floats]


@dataclass(frozen=True)
class Work:
    """What the processes share."""

    name: str
    model: Model
    rows: matrix.Matrix
    fold_of: matrix.Ints
    trials: list[Chosen]
    seed: int

    def fit(self, number: int, fold: int) -> Fit:
        """Fits a trial on all folds but one and scores it there."""
        fit, score = np.flatnonzero(self.fold_of != fold), np.flatnonzero(self.fold_of == fold)
        seed = matrix.seed_of(self.seed, "fit", number, fold)
        labels = self.model.trial(self.trials[number], fit, score, seed, fold)
        top = matrix.upper(self.rows.tonnes[fit])
        actual = matrix.box_cox(self.rows.tonnes[score])
        return Fit(
            [matrix.r2(actual, matrix.predicted(p, self.rows, score, top)) for p in labels], labels
        )


_work: Work | None = None


def _piece(piece: tuple[int, int]) -> Fit:
    assert _work is not None
    return _work.fit(*piece)


def search(work: Work, folds: int, halving: bool, threads: int) -> dict[str, Any]:
    """All trials on the first fold, the survivors on the second, the finalists on the rest."""
    global _work  # noqa: PLW0603 - forked processes find it there, so that no row is copied
    _work = work
    everyone = list(range(len(work.trials)))
    with multiprocessing.get_context("fork").Pool(threads) as pool:
        first = pool.map(_piece, [(number, 0) for number in everyone], chunksize=1)
        ranked = sorted(everyone, key=lambda number: -max(first[number].r2))
        keep = math.ceil(len(everyone) / SURVIVORS) if halving else len(everyone)
        fits = {number: [first[number]] for number in ranked[:keep]}
        done = 1
        if halving and folds > 2:
            seconds = pool.map(_piece, [(number, 1) for number in fits], chunksize=1)
            for number, fit in zip(list(fits), seconds, strict=True):
                fits[number].append(fit)
            fits = _finalists(fits)
            done = 2
        pieces = [(number, fold) for number in fits for fold in range(done, folds)]
        others = pool.map(_piece, pieces, chunksize=1)
        pool.close()
        pool.join()
    for (number, _), fit in zip(pieces, others, strict=True):
        fits[number].append(fit)
    return _result(work, fits)


def _finalists(fits: dict[int, list[Fit]]) -> dict[int, list[Fit]]:
    """The better half on two folds, both at the stage that was best on the first."""
    stages = {number: int(np.argmax(first.r2)) for number, (first, _) in fits.items()}
    ranked = sorted(
        fits, key=lambda number: (-sum(fit.r2[stages[number]] for fit in fits[number]), number)
    )
    keep = max(FINALISTS, math.ceil(len(ranked) / 2))
    return {number: fits[number] for number in sorted(ranked[:keep])}


def _result(work: Work, fits: dict[int, list[Fit]]) -> dict[str, Any]:
    trials: list[dict[str, Any]] = []
    for number, scored in fits.items():
        stage = int(np.argmax(np.mean([fit.r2 for fit in scored], axis=0)))
        trials.append(
            {
                "number": number,
                "hyperparameters": work.trials[number],
                "stage": stage,
                "fold_r2": [fit.r2[stage] for fit in scored],
            }
        )
    best = max(trials, key=lambda trial: float(np.mean(trial["fold_r2"])))
    out_of_fold = np.empty(len(work.fold_of))
    for fold, fit in enumerate(fits[best["number"]]):
        out_of_fold[work.fold_of == fold] = fit.labels[best["stage"]]
    return {"trials": trials, "best": best, "out_of_fold": out_of_fold.tolist()}


def given_trials(path: Path) -> list[Chosen]:
    """The trials of a search of carbonflow; how many rounds did best there is left out."""
    trials = json.loads(path.read_text())["trials"]
    ordered = sorted(trials, key=lambda trial: trial["number"])
    return [
        {name: value for name, value in trial["hyperparameters"].items() if name != "rounds"}
        for trial in ordered
    ]


def drawn_trials(model: str, features: str, iterations: int, seed: int) -> list[Chosen]:
    """Trials of Python's own."""
    source = random.Random(f"{model} {features} {seed}")
    return [spaces.draw(model, source) for _ in range(iterations)]


def main() -> None:
    """Searches, fits the best trial to all rows, predicts the held-out rows if there are any."""
    options = _options()
    rows = matrix.read(options.train)
    trials = (
        given_trials(options.trials)
        if options.trials
        else drawn_trials(options.model, rows.features, options.iterations, options.seed)
    )
    model = MODELS[options.model](rows)
    fold_of = matrix.folds(rows.buildings, options.folds, options.seed)
    work = Work(options.model, model, rows, fold_of, trials, options.seed)
    result = search(work, options.folds, options.halving, options.threads)
    best = result["best"]
    seed = matrix.seed_of(options.seed, "final fit", options.model)
    final = model.final(best["hyperparameters"], best["stage"], seed, options.threads)
    if options.test:
        result["held_out"] = final.predict(matrix.read(options.test).x).tolist()
    options.output.write_text(json.dumps(result))
    with options.output.with_suffix(".pickle").open("wb") as file:
        pickle.dump(final.model, file)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=sorted(MODELS), required=True)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--trials", type=Path, help="search.json of carbonflow; else drawn")
    parser.add_argument("--iterations", type=int, default=50)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--halving", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
