# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Intervals: how often they are right on held-out buildings, and how the method was chosen."""

import csv
import json
import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from carbonbench import carbonflow, conformal
from carbonbench.carbonflow import Plan
from carbonbench.places import Tables
from carbonbench.table import markdown

ALLOWED = 0.03
"""How far the mean coverage over the seeds may be from what is asked."""

ALLOWED_OF_A_THIRD = 0.06
"""The same for a third of the rows by floor area."""


@dataclass(frozen=True)
class Run:
    """A whole training."""

    seed: int
    output: Path

    def metrics(self) -> dict[str, Any]:
        """What it says of itself."""
        return json.loads((self.output / "metrics.json").read_text())

    def held_out(self) -> list["HeldOut"]:
        """The held-out rows, from the tables that people get."""
        with (self.output / "predictions.csv").open(newline="") as file:
            predictions = list(csv.DictReader(file))
        with (self.output / "steps" / "prepare" / "test.csv").open(newline="") as file:
            actual = [float(row["tonnes"]) for row in csv.DictReader(file)]
        return [
            HeldOut(
                float(row["lower_tonnes"]) <= tonnes <= float(row["upper_tonnes"]),
                abs(math.log1p(tonnes) - math.log1p(float(row["predicted_tonnes"]))),
                row["outside_training"],
            )
            for row, tonnes in zip(predictions, actual, strict=True)
        ]


@dataclass(frozen=True)
class HeldOut:
    """A row of a building that no model saw."""

    covered: bool
    error: float
    flags: str

    def kind(self) -> str:
        """How it lies outside of the training rows."""
        if "no training building is like it" in self.flags:
            return "like no training building"
        return "another flag" if self.flags else "no flag"


def run(
    tables: Tables, feature_sets: Sequence[str], seeds: Sequence[int], plan: Plan, keep: bool
) -> bool:
    """Measures and prints tables; false if a mean coverage is too far from what was asked."""
    fine = True
    for features in feature_sets:
        runs = [_trained(tables, features, replace(plan, seed=seed), keep) for seed in seeds]
        print(f"\n`{features}`, {plan.iterations} trials a model: coverage of held-out rows, %\n")
        print(_table(runs))
        print("\nThe same rows at other levels, %, mean over the seeds\n")
        print(_levels(runs))
        print("\nThe rows of all seeds by what is unusual about them\n")
        print(_flags(runs))
        fine &= _is_close(runs)
        print(
            "\nHow the method was chosen: calibrated on four fifths of the training buildings,"
            " looked at on the last, mean over the seeds\n"
        )
        print(conformal.compare([run.output for run in runs]))
    return fine


def _trained(tables: Tables, features: str, plan: Plan, keep: bool) -> Run:
    output = carbonflow.kept_training("intervals", tables, features, plan, keep)
    run = Run(plan.seed, output)
    stated = run.metrics()["interval"]["coverage"]
    found = statistics.mean(row.covered for row in run.held_out())
    if abs(stated - found) > 1e-9:
        sys.exit(f"bench: {output}: metrics.json says {stated}, the tables say {found}")
    print(f"bench: {features}, seed {plan.seed}: coverage {stated:.3f}", file=sys.stderr)
    return run


def _shares(run: Run) -> list[float]:
    interval = run.metrics()["interval"]
    thirds = interval["thirds_by_floor_area"]
    return [interval["coverage"], *(third["coverage"] for third in thirds)]


def _widths(run: Run) -> list[float]:
    interval = run.metrics()["interval"]
    return [interval["mean_width_tonnes"], interval["median_width_tonnes"]]


def _mean(rows: Sequence[Sequence[float]]) -> list[float]:
    return [statistics.mean(column) for column in zip(*rows, strict=True)]


def _table(runs: Sequence[Run]) -> str:
    header = ["seed", "model", "all", "small", "middle", "large", "mean width, t", "median, t"]
    rows = [
        [str(run.seed), run.metrics()["best_model"], *_cells(_shares(run), _widths(run))]
        for run in runs
    ]
    shares, widths = (_mean([part(run) for run in runs]) for part in (_shares, _widths))
    return markdown(header, [*rows, ["**mean**", "", *_cells(shares, widths)]])


def _cells(shares: Sequence[float], widths: Sequence[float]) -> list[str]:
    return [*(f"{100 * share:.1f}" for share in shares), *(f"{width:.0f}" for width in widths)]


def _levels(runs: Sequence[Run]) -> str:
    levels = [run.metrics()["interval"]["levels"] for run in runs]
    asked = [f"{100 * level['level']:.0f}" for level in levels[0]]
    found = _mean([[level["coverage"] for level in of_a_run] for of_a_run in levels])
    return markdown(["asked", *asked], [["found", *(f"{100 * share:.1f}" for share in found)]])


def _flags(runs: Sequence[Run]) -> str:
    rows = [row for run in runs for row in run.held_out()]
    lines = []
    for kind in ("no flag", "another flag", "like no training building"):
        some = [row for row in rows if row.kind() == kind]
        share, covered = len(some) / len(rows), statistics.mean(row.covered for row in some)
        error = statistics.mean(row.error for row in some)
        lines.append([kind, f"{100 * share:.1f}", f"{100 * covered:.1f}", f"{error:.2f}"])
    header = ["row", "share, %", "coverage, %", "mean error of log(1 + tonnes)"]
    return markdown(header, lines)


def _is_close(runs: Sequence[Run]) -> bool:
    level = runs[0].metrics()["interval"]["level"]
    whole, *thirds = _mean([_shares(run) for run in runs])
    return abs(whole - level) <= ALLOWED and all(
        abs(third - level) <= ALLOWED_OF_A_THIRD for third in thirds
    )
