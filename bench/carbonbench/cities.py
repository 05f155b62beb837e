# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cities: how well the models of another city than Seattle predict, seed by seed."""

import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from carbonbench import carbonflow
from carbonbench.carbonflow import Plan
from carbonbench.places import RESULTS
from carbonbench.table import markdown

LEAST = {"metered": 0.89, "unmetered": 0.82}
"""The R² on the Box-Cox scale that the mean over the seeds has to reach."""

WAYS = ("mean_by_type", "line_by_type")
"""The baselines that know a building's type and area alone."""

RESIDUAL = 1e-3
"""How far the median row of a year may be off its factors."""


@dataclass(frozen=True)
class Run:
    """A whole training."""

    seed: int
    cpu: float
    metrics: dict[str, Any]

    def best(self) -> dict[str, Any]:
        """The scores of the best model."""
        return dict(self.metrics["models"][self.metrics["best_model"]])

    def baseline(self, way: str) -> float:
        """The R² of one."""
        return float(self.metrics["baselines"][way]["r2"])

    def total(self) -> float:
        """What the means add up to, as a part of what was measured."""
        return float(self.metrics["totals"]["means_over_actual"])

    def cells(self) -> list[str]:
        """Its row."""
        best = self.best()
        return [
            str(self.seed),
            self.metrics["best_model"],
            f"{best['r2']:.4f}",
            *(f"{self.baseline(way):.4f}" for way in WAYS),
            f"{best['tonnes']['mae']:.1f}",
            f"{best['tonnes']['r2']:.3f}",
            f"{self.total():.3f}",
            f"{self.cpu:.0f}",
        ]


def run(
    table: Path, feature_sets: Sequence[str], seeds: Sequence[int], plan: Plan, keep: bool
) -> bool:
    """Prints tables; false if a limit is not kept. The table is called as its city is."""
    city = table.stem
    if not table.is_file():
        sys.exit(f"bench: no {table}")
    fine = True
    for features in feature_sets:
        runs = [_trained(table, features, replace(plan, seed=seed), keep) for seed in seeds]
        print(f"\n{city}, `{features}`, {plan.iterations} trials a model, held-out rows\n")
        print(_table(runs))
        print("\nFactors by year, t/kBtu, of the first seed\n")
        print(_factors(runs[0].metrics["factors"]))
        r2 = statistics.mean(one.best()["r2"] for one in runs)
        beyond = all(one.best()["r2"] > one.baseline(way) for one in runs for way in WAYS)
        fits = all(
            year["residual"] < RESIDUAL for one in runs for year in one.metrics["factors"].values()
        )
        limits = [
            ["R² of held-out rows", f"≥ {LEAST[features]}", f"{r2:.4f}", r2 >= LEAST[features]],
            ["above the baselines of type and area", "each seed", "", beyond],
            ["median residual of the factors", f"< {RESIDUAL}", "each year", fits],
        ]
        print()
        print(
            markdown(
                ["figure", "asked", "found", "holds"],
                [[*limit[:3], "yes" if limit[3] else "**no**"] for limit in limits],
            )
        )
        fine &= all(limit[3] for limit in limits)
    return fine


def _trained(table: Path, features: str, plan: Plan, keep: bool) -> Run:
    city = table.stem
    output = RESULTS / "cities" / f"{city}-{features}-{plan.seed}"
    output.parent.mkdir(parents=True, exist_ok=True)
    if not (keep and (output / carbonflow.USAGE).exists()):
        carbonflow.train_on(
            [f"--city={city}", f"--data={table}"],
            features,
            plan,
            output,
            output.with_suffix(".log"),
        )
    metrics = json.loads((output / "metrics.json").read_text())
    found = Run(plan.seed, carbonflow.usage_of(output).cpu, metrics)
    print(
        f"bench: {city}, {features}, seed {plan.seed}: R² {found.best()['r2']:.4f}", file=sys.stderr
    )
    return found


def _table(runs: Sequence[Run]) -> str:
    header = [
        "seed",
        "model",
        "R²",
        "mean by type",
        "line by type",
        "MAE, t",
        "R² in t",
        "means / truth",
        "CPU s",
    ]
    rows = [one.cells() for one in runs]
    means = [
        statistics.mean(float(row[column]) for row in rows) for column in range(2, len(header))
    ]
    forms = [".4f", ".4f", ".4f", ".1f", ".3f", ".3f", ".0f"]
    rows.append(
        ["**mean**", "", *(f"{mean:{form}}" for mean, form in zip(means, forms, strict=True))]
    )
    return markdown(header, rows)


def _factors(years: dict[str, Any]) -> str:
    fuels = list(dict.fromkeys(fuel for year in years.values() for fuel in _flat(year)))
    rows = [
        [
            name,
            *(f"{_flat(year).get(fuel, 0):.3e}" for fuel in fuels),
            str(year["rows"]),
            f"{100 * year['residual']:.3f}%",
            f"{100 * year['within']:.1f}%",
            ", ".join(year["assumed"]),
        ]
        for name, year in years.items()
    ]
    return markdown(["year", *fuels, "rows", "median residual", "within 1%", "assumed"], rows)


def _flat(year: dict[str, Any]) -> dict[str, float]:
    factors = dict(year["factors"])
    return factors | factors.pop("others", {})
