# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prediction: rows a second on one thread, without start-up, carbonflow and Python in turn.

Both predict the table of a year, then the same many times over under other building ids. What
the larger table takes more is what its further rows cost: start-up and reading the model cancel,
and what a JVM takes to compile does not. So both predict it as processes that are warm, too.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd

from carbonbench import carbonflow, matrix, warm
from carbonbench.carbonflow import Plan
from carbonbench.places import LAUNCHER, RESULTS, YEARS, Tables, name
from carbonbench.process import Usage, measure
from carbonbench.speed import ONE_THREAD
from carbonbench.table import every_run, markdown, spread, store

KEYS = ["OSEBuildingID", "DataYear"]
OTHER_IDS = 1_000_000
"""More than any id of the table; copies have ids above it."""
APART = 0.05
"""How far both sides' predictions may lie apart on the Box-Cox scale in the mean: forests and
boosters are of other random choices."""


@dataclass(frozen=True)
class Side:
    """One way to predict, and what it used for both tables in each turn."""

    name: str
    rows: tuple[int, int]
    small: list[Usage]
    large: list[Usage]

    def cpu_rate(self) -> list[float]:
        """Predicted rows a CPU second."""
        return self._rates([use.cpu for use in self.small], [use.cpu for use in self.large])

    def wall_rate(self) -> list[float]:
        """Predicted rows a second."""
        return self._rates([use.wall for use in self.small], [use.wall for use in self.large])

    def _rates(self, small: list[float], large: list[float]) -> list[float]:
        more = self.rows[1] - self.rows[0]
        return [more / max(b - a, 1e-9) for a, b in zip(small, large, strict=True)]


def run(tables: Tables, plan: Plan, times: Sequence[int], repeat: int, keep: bool) -> bool:
    """Measures and prints tables; false if both sides predict other tonnes."""
    folder = RESULTS / "predict"
    training = carbonflow.kept_training("predict", tables, "metered", plan, keep)
    sources = [repeated(tables.folder / name(YEARS[-1]), n, folder) for n in (1, times[0])]
    explained = [sources[0], repeated(tables.folder / name(YEARS[-1]), times[1], folder)]
    models = folder / "python.pickle"
    python = partial(_python, training, models)
    measure([*_program(training, models), f"--seed={plan.seed}"], folder / "fit.log", ONE_THREAD)
    ways: list[tuple[str, list[Path], Callable[[Path, Path], Usage]]] = [
        ("carbonflow", sources, partial(_ours, training, False, "")),
        ("Python", sources, python),
        ("carbonflow, optimizing compiler", sources, partial(_ours, training, False, OPTIMIZING)),
        ("carbonflow with reasons", explained, partial(_ours, training, True, "")),
    ]
    sides = _measured(ways, repeat, folder)
    print(f"\nOne thread, seed {plan.seed}, {repeat} turns\n")
    print(_rates(sides))
    print("\nEvery run\n")
    print(
        every_run(
            (f"{side.name}, {rows} predicted", turn, uses[turn])
            for side in sides
            for rows, uses in zip(side.rows, (side.small, side.large), strict=True)
            for turn in range(repeat)
        )
    )
    ours, theirs = (pd.read_csv(output(folder, way, 0)) for way in ("carbonflow", "Python"))
    mean, largest = apart(ours, theirs)
    print(
        f"\nBoth predict {len(ours)} and {len(theirs)} of the table's rows; on the Box-Cox scale "
        f"they lie {mean:.4f} apart in the mean, {largest:.3f} at the most"
    )
    tonnes = [folder / f"{way}-warm.csv" for way in ("carbonflow", "Python")]
    bundle = training / "model.carbonflow"
    warm.run(
        sides[0].rows[1],
        {
            "carbonflow": warm.ours(bundle, sources[1], tonnes[0]),
            "Python": [
                *_program(training, models),
                f"--rows={sources[1]}",
                f"--predictions={tonnes[1]}",
                f"--turns={warm.TURNS}",
            ],
        },
        repeat,
    )
    warm_mean, _ = apart(*(pd.read_csv(file) for file in tonnes))
    return len(ours) == len(theirs) and max(mean, warm_mean) <= APART


OPTIMIZING = "-XX:TieredStopAtLevel=4"
"""The launcher gives short steps the quick compiler alone; this takes it back."""


def repeated(table: Path, times: int, folder: Path) -> Path:
    """The table so many times over, each copy under ids of its own."""
    file = folder / f"rows-{times}.csv"
    rows = pd.read_csv(table, dtype=str, keep_default_na=False)
    copies = [
        rows.assign(OSEBuildingID=[str(int(own) + OTHER_IDS * n) for own in rows["OSEBuildingID"]])
        for n in range(times)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    pd.concat(copies).to_csv(file, index=False)
    return file


def apart(ours: pd.DataFrame, theirs: pd.DataFrame) -> tuple[float, float]:
    """How far predictions of the same rows lie apart on the Box-Cox scale: mean and largest."""
    both = ours.merge(theirs, on=KEYS, suffixes=("", "_python"))
    if len(both) != max(len(ours), len(theirs)):
        return float("inf"), float("inf")
    tonnes = (both["predicted_tonnes"], both["predicted_tonnes_python"])
    first, second = (matrix.box_cox(side.to_numpy(np.float64)) for side in tonnes)
    differences = np.abs(first - second)
    return float(differences.mean()), float(differences.max())


def output(folder: Path, way: str, size: int) -> Path:
    """Where a way leaves its predictions of the small or the large table."""
    return folder / f"{way.replace(', ', '-').replace(' ', '-')}-{size}.csv"


def _measured(
    ways: Sequence[tuple[str, list[Path], Callable[[Path, Path], Usage]]],
    repeat: int,
    folder: Path,
) -> list[Side]:
    """All ways in turn, so that what else the machine does falls on each."""
    uses: dict[str, tuple[list[Usage], list[Usage]]] = {way: ([], []) for way, _, _ in ways}
    for turn in range(repeat):
        for way, sources, call in ways:
            for size, source in enumerate(sources):
                usage = call(source, output(folder, way, size))
                uses[way][size].append(usage)
                print(
                    f"bench: turn {turn + 1}: {way}, {source.name}: {usage.cpu:.2f} CPU s, "
                    f"{usage.wall:.2f} s, load {usage.load:.1f}",
                    file=sys.stderr,
                )
            store(
                {one: [[asdict(u) for u in us] for us in both] for one, both in uses.items()},
                folder / "runs.json",
            )
    return [
        Side(
            way,
            tuple(len(pd.read_csv(output(folder, way, size))) for size in (0, 1)),
            *uses[way],
        )
        for way, _, _ in ways
    ]


def _ours(training: Path, explain: bool, options: str, rows: Path, predictions: Path) -> Usage:
    command = [
        LAUNCHER,
        "predict",
        f"--bundle={training / 'model.carbonflow'}",
        f"--rows={rows}",
        f"--predictions={predictions}",
        f"--explain={str(explain).lower()}",
        "--threads=1",
    ]
    own = os.environ.get("CARBONFLOW_JAVA_OPTIONS", "")
    settings = {"CARBONFLOW_JAVA_OPTIONS": f"{own} {options}".strip()}
    return measure(command, predictions.with_suffix(".log"), settings)


def _program(training: Path, models: Path) -> list[str | Path]:
    return [
        sys.executable,
        "-m",
        "carbonbench.predictor",
        f"--training={training}",
        f"--models={models}",
    ]


def _python(training: Path, models: Path, rows: Path, predictions: Path) -> Usage:
    command = [*_program(training, models), f"--rows={rows}", f"--predictions={predictions}"]
    return measure(command, predictions.with_suffix(".log"), ONE_THREAD)


def _rates(sides: Sequence[Side]) -> str:
    return markdown(
        ["way", "rows predicted", "rows a CPU s", "rows a s", "the smaller table alone, CPU s"],
        [
            [
                side.name,
                f"{side.rows[0]}, {side.rows[1]}",
                spread(side.cpu_rate(), 0),
                spread(side.wall_rate(), 0),
                spread([use.cpu for use in side.small], 2),
            ]
            for side in sides
        ],
    )
