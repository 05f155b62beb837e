# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One of the programs that choose and tune models by themselves, as a process of its own.

It gets the prepared rows, their folds and a time, and leaves its predictions of the held-out rows.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from carbonbench import matrix
from carbonbench.matrix import Floats

LABEL, FOLD = "label", "fold"


@dataclass(frozen=True)
class Task:
    """What a peer is asked for."""

    train: matrix.Matrix
    test: matrix.Matrix
    fold_of: matrix.Ints
    seed: int
    seconds: float
    threads: int
    folder: Path
    """For its own files."""

    def table(self) -> pd.DataFrame:
        """Training rows with label and fold."""
        return self.features(self.train).assign(
            **{LABEL: self.train.label, FOLD: self.fold_of.astype(int)}
        )

    def features(self, rows: matrix.Matrix) -> pd.DataFrame:
        """Features under names that every peer takes."""
        return pd.DataFrame(rows.x, columns=[f"x{i}" for i in range(rows.x.shape[1])])


@dataclass(frozen=True)
class Answer:
    """What it gave."""

    model: str
    """What it chose, in its own words."""
    fitted: int
    """How many models it says it has fitted."""
    held_out: Floats


def flaml(task: Task) -> Answer:
    """FLAML with its own list of learners, scored on our folds."""
    from flaml import AutoML

    automl = AutoML()
    automl.fit(
        X_train=task.features(task.train),
        y_train=task.train.label,
        task="regression",
        metric="r2",
        time_budget=task.seconds,
        n_jobs=task.threads,
        eval_method="cv",
        split_type="group",
        groups=task.fold_of,
        n_splits=int(task.fold_of.max()) + 1,
        seed=task.seed,
        log_file_name=str(task.folder / "flaml.log"),
        log_type="all",
        verbose=1,
    )
    tried = len((task.folder / "flaml.log").read_text().splitlines())
    labels = automl.predict(task.features(task.test))
    return Answer(automl.best_estimator, tried, np.asarray(labels, dtype=np.float64))


def autogluon(task: Task) -> Answer:
    """AutoGluon's best preset for tables without neural nets, bagged over our folds."""
    from autogluon.tabular import TabularPredictor

    predictor = TabularPredictor(
        label=LABEL,
        problem_type="regression",
        eval_metric="r2",
        path=str(task.folder / "autogluon"),
        groups=FOLD,
        verbosity=2,
    ).fit(
        task.table(),
        presets="best_quality",
        time_limit=task.seconds,
        num_cpus=task.threads,
        num_gpus=0,
        # It would take a part of the time to find out whether to stack, on folds of its own.
        dynamic_stacking=False,
        ag_args_ensemble={"fold_fitting_strategy": "sequential_local"},
    )
    labels = predictor.predict(task.features(task.test))
    return Answer(
        predictor.model_best,
        len(predictor.model_names()),
        np.asarray(labels, dtype=np.float64),
    )


def h2o(task: Task) -> Answer:
    """H2O AutoML with a server of its own, whose end is waited for, so that its CPU counts."""
    import h2o as library
    from h2o.automl import H2OAutoML
    from h2o.backend import H2OLocalServer

    server = H2OLocalServer.start(
        nthreads=task.threads,
        max_mem_size=4 << 30,
        ice_root=str(task.folder),
        log_dir=str(task.folder),
        verbose=False,
    )
    library.connect(server=server, verbose=False)
    library.no_progress()
    table = task.table()
    frame = library.H2OFrame(table)
    automl = H2OAutoML(max_runtime_secs=round(task.seconds), seed=task.seed, sort_metric="RMSE")
    automl.train(
        x=[name for name in table.columns if name not in (LABEL, FOLD)],
        y=LABEL,
        fold_column=FOLD,
        training_frame=frame,
    )
    labels = automl.leader.predict(library.H2OFrame(task.features(task.test)))
    answer = Answer(
        automl.leader.model_id,
        automl.leaderboard.nrow,
        labels.as_data_frame()["predict"].to_numpy(np.float64),
    )
    process = server._process
    library.cluster().shutdown()
    process.wait()
    return answer


PEERS: dict[str, Callable[[Task], Answer]] = {"flaml": flaml, "autogluon": autogluon, "h2o": h2o}


def main() -> None:
    """Runs one peer."""
    options = _options()
    train = matrix.read(options.train)
    folder = options.output.parent / f"{options.peer}-files"
    folder.mkdir(parents=True, exist_ok=True)
    answer = PEERS[options.peer](
        Task(
            train,
            matrix.read(options.test),
            matrix.folds(train.buildings, options.folds, options.seed),
            options.seed,
            options.seconds,
            options.threads,
            folder,
        )
    )
    options.output.write_text(json.dumps([_told(answer, options.seconds)]))


def _told(answer: Answer, seconds: float) -> dict[str, Any]:
    return {
        "point": "end",
        "model": answer.model,
        "chosen": True,
        "trials": answer.fitted,
        "seconds": seconds,
        "held_out": answer.held_out.tolist(),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", choices=sorted(PEERS), required=True)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--output", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
