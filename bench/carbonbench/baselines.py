# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Baselines and the next year: what plain ways reach where models are scored, seed by seed."""

import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from carbonbench import carbonflow
from carbonbench.carbonflow import Plan
from carbonbench.places import Tables
from carbonbench.table import markdown

Metrics = dict[str, Any]
Column = tuple[str, Callable[[Metrics], float]]

WAYS = ("mean_by_type", "line_by_type", "emission_factors")


def run(
    tables: Tables, feature_sets: Sequence[str], seeds: Sequence[int], plan: Plan, keep: bool
) -> bool:
    """Prints tables; false if a best model does not beat the mean by type and the line."""
    fine = True
    for features in feature_sets:
        runs = {seed: _trained(tables, features, replace(plan, seed=seed), keep) for seed in seeds}
        print(f"\n`{features}`, {plan.iterations} trials a model: R² of held-out rows\n")
        print(_table(runs, _held_out("r2")))
        print("\nThe same in tonnes\n")
        print(_table(runs, _held_out("tonnes", "r2")))
        print("\nTrained on the first year, R² of the second\n")
        print(_table(runs, _next_year(features)))
        fine &= all(
            _best(metrics)["r2"] > metrics["baselines"][way]["r2"]
            for metrics in runs.values()
            for way in WAYS[:2]
        )
    return fine


def _trained(tables: Tables, features: str, plan: Plan, keep: bool) -> Metrics:
    output = carbonflow.kept_training("baselines", tables, features, plan, keep)
    print(f"bench: {features}, seed {plan.seed}", file=sys.stderr)
    return json.loads((output / "metrics.json").read_text())


def _best(metrics: Metrics) -> Metrics:
    return metrics["models"][metrics["best_model"]]


def _at(of: Metrics, path: Sequence[str]) -> float:
    for name in path:
        of = of[name]
    return float(of)  # type: ignore[arg-type]


def _held_out(*path: str) -> list[Column]:
    def way(name: str) -> Callable[[Metrics], float]:
        return lambda metrics: _at(metrics["baselines"][name], path)

    return [
        ("best model", lambda metrics: _at(_best(metrics), path)),
        *((name.replace("_", " "), way(name)) for name in WAYS),
    ]


def _next_year(features: str) -> list[Column]:
    def part(*path: str) -> Callable[[Metrics], float]:
        return lambda metrics: _at(metrics["next_year"], path)

    return [
        ("seen before", part("seen_before", "r2")),
        ("last year's tonnes", part("seen_before", "last_years_tonnes", "r2")),
        *(
            [("model and last year's residual", part("seen_before", "last_years_residual", "r2"))]
            if features == "metered"
            else []
        ),
        ("new", part("new", "r2")),
        ("MAE of seen, t", part("seen_before", "tonnes", "mae")),
        ("of last year's tonnes", part("seen_before", "last_years_tonnes", "tonnes", "mae")),
        *(
            [("of the residual", part("seen_before", "last_years_residual", "tonnes", "mae"))]
            if features == "metered"
            else []
        ),
        ("MAE of new, t", part("new", "tonnes", "mae")),
    ]


def _table(runs: dict[int, Metrics], columns: Sequence[Column]) -> str:
    rows = [[str(seed), *(_cell(of(run)) for _, of in columns)] for seed, run in runs.items()]
    means = [_cell(statistics.mean(of(run) for run in runs.values())) for _, of in columns]
    return markdown(["seed", *(name for name, _ in columns)], [*rows, ["**mean**", *means]])


def _cell(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
