# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Python's counterpart of `predict`, as a program of its own: fits once, then predicts tables."""

import argparse
import json
import pickle
import time
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import matrix, raw
from carbonbench.carbonflow import STEPS
from carbonbench.models import MODELS, STAGE, boosted
from carbonbench.quality import WEIGHTS


def fit(training: Path, seed: int, file: Path) -> None:
    """Fits the members with the hyperparameters that a training of carbonflow has chosen."""
    rows = matrix.read(training / "steps" / "prepare" / "train.csv")
    members = {}
    for name, step in STEPS.items():
        search = json.loads((training / "steps" / step / "search.json").read_text())
        trial = next(one for one in search["trials"] if one["number"] == search["best"])
        chosen = dict(trial["hyperparameters"])
        stage = int(chosen.pop("rounds", STAGE)) // STAGE - 1
        final_seed = matrix.seed_of(seed, "final fit", name)
        members[name] = MODELS[name](rows).final(chosen, stage, final_seed, 1).model
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        pickle.dump({"members": members, "upper": matrix.upper(rows.tonnes)}, out)


def load(file: Path) -> dict[str, Any]:
    """The members, and what holds predictions below the largest emissions of training rows."""
    with file.open("rb") as stored:
        return pickle.load(stored)


def predict(kept: dict[str, Any], transformer: Path, table: Path, predictions: Path) -> None:
    """Predicts the rows of a city's table: building, year, tonnes."""
    prepared = raw.Prepared(raw.read(table), raw.learned(transformer))
    labels = np.zeros(len(prepared.keys))
    for name, model in kept["members"].items():
        member = boosted(model, prepared.x) if name == "xgboost" else model.predict(prepared.x)
        labels += WEIGHTS[name] * member
    transformed = matrix.box_cox(np.exp(labels + prepared.offset))
    tonnes = matrix.inverse_box_cox(np.clip(transformed, matrix.FLOOR, kept["upper"]))
    prepared.keys.assign(predicted_tonnes=tonnes).to_csv(predictions, index=False)


def main() -> None:
    """Fits, or predicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", type=Path, required=True, help="a training of carbonflow")
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--seed", type=int, help="fit: of the training")
    parser.add_argument("--rows", type=Path, help="predict: a city's table")
    parser.add_argument("--predictions", type=Path, help="predict: where to write")
    parser.add_argument(
        "--turns", type=int, help="predict so many times, and print the CPU seconds of each"
    )
    options = parser.parse_args()
    if options.seed is not None:
        fit(options.training, options.seed, options.models)
    else:
        transformer = options.training / "steps" / "prepare" / "transformer.json"
        kept = load(options.models)
        for _ in range(options.turns or 1):
            before = time.process_time()
            predict(kept, transformer, options.rows, options.predictions)
            if options.turns:
                print(time.process_time() - before)


if __name__ == "__main__":
    main()
