# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Totals: what held-out predictions add up to, and how often intervals of sums are right."""

import json
import math
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from carbonbench import carbonflow, portfolios
from carbonbench.carbonflow import Plan
from carbonbench.places import RESULTS, Tables
from carbonbench.portfolios import DRAWS, KINDS, OTHERS, RANDOM, SIZE, Sum
from carbonbench.table import markdown, store


@dataclass(frozen=True)
class Scores:
    """Predicted against measured tonnes."""

    ratio: float
    """Sum of what was predicted over the sum of what was measured."""
    r2: float
    mae: float


@dataclass(frozen=True)
class Run:
    """A whole training, and what its bundle says of sums."""

    features: str
    seed: int
    metrics: dict[str, Any]
    medians: Scores
    means: Scores
    sums: list[Sum]

    def at(self, *path: str) -> float:
        """A number of its metrics; not a number where they lack it."""
        found: Any = self.metrics
        for name in path:
            found = found.get(name, {})
        return float(found) if isinstance(found, int | float) else math.nan

    def coverage(self, kind: str) -> float:
        """How many of a kind's intervals hold what was measured."""
        return statistics.mean(one.holds() for one in self.sums if one.kind == kind)

    def width(self, kind: str) -> float:
        """The median width of a kind's intervals, as a part of the sum."""
        return statistics.median(one.width() for one in self.sums if one.kind == kind)

    def other_coverage(self) -> float:
        """The mean coverage of the kinds whose buildings have something in common."""
        return statistics.mean(self.coverage(kind) for kind in OTHERS)


Column = tuple[str, Callable[[Run], float], str]
"""A name, a figure of a run, and how it is written."""


@dataclass(frozen=True)
class Limit:
    """What a figure has to reach."""

    name: str
    figure: Callable[[Run], float]
    form: str
    mean: tuple[float, float]
    """Between which numbers the mean over the seeds lies."""
    each: tuple[float, float] = (-math.inf, math.inf)
    """The same of each seed."""

    def holds(self, runs: Sequence[Run]) -> bool:
        """Whether it is reached; a figure that is missing does not reach it."""
        values = [self.figure(run) for run in runs]
        return self.mean[0] <= statistics.mean(values) <= self.mean[1] and all(
            self.each[0] <= value <= self.each[1] for value in values
        )

    def cells(self, runs: Sequence[Run]) -> list[str]:
        """Its row."""
        values = [self.figure(run) for run in runs]
        asked = self._words(self.mean)
        if self.each != (-math.inf, math.inf):
            asked += f"; each {self._words(self.each)}"
        by_seed = f"{min(values):{self.form}} to {max(values):{self.form}}"
        mean = f"{statistics.mean(values):{self.form}}"
        return [self.name, asked, mean, by_seed, "yes" if self.holds(runs) else "**no**"]

    def _words(self, ends: tuple[float, float]) -> str:
        low, high = (f"{end:{self.form}}" for end in ends)
        if ends[1] == math.inf:
            return f"≥ {low}"
        return f"≤ {high}" if ends[0] == -math.inf else f"{low} to {high}"


def _least(low: float) -> tuple[float, float]:
    return low, math.inf


def _most(high: float) -> tuple[float, float]:
    return -math.inf, high


def _at(*path: str) -> Callable[[Run], float]:
    return lambda run: run.at(*path)


def _limits(
    *,
    r2: float,
    mae: float,
    ratio: tuple[tuple[float, float], tuple[float, float]],
    r2_of_means: float,
    coverage: tuple[float, float],
    width: float,
) -> list[Limit]:
    ensemble = ("models", "ensemble")
    return [
        Limit("R² of the ensemble, Box-Cox scale", _at(*ensemble, "r2"), ".3f", _least(r2)),
        Limit("MAE of its medians, t", _at(*ensemble, "tonnes", "mae"), ".1f", _most(mae)),
        Limit("total of means / truth", lambda run: run.means.ratio, ".3f", *ratio),
        Limit("R² of means, tonnes", lambda run: run.means.r2, ".3f", _least(r2_of_means)),
        Limit(f"coverage, {RANDOM}", lambda run: run.coverage(RANDOM), ".3f", _least(coverage[0])),
        Limit(f"coverage, other kinds of {SIZE}", Run.other_coverage, ".3f", _least(coverage[1])),
        Limit(f"median width, {RANDOM}", lambda run: run.width(RANDOM), ".1%", _most(width)),
    ]


SEEN = ("next_year", "seen_before", "r2")
NEW = ("next_year", "new", "r2")

LIMITS: dict[str, list[Limit]] = {
    "metered": [
        *_limits(
            r2=0.885,
            mae=48,
            ratio=((0.95, 1.05), (0.87, 1.13)),
            r2_of_means=0.83,
            coverage=(0.88, 0.85),
            width=0.6,
        ),
        Limit("first year to second, seen, R²", _at(*SEEN), ".3f", _least(0.93), _least(0.92)),
        Limit("first year to second, new, R²", _at(*NEW), ".3f", _least(0.86), _least(0.82)),
        Limit("last year known, R²", _at("last_year_known", "r2"), ".3f", _least(0.965)),
        Limit("last year known, MAE, t", _at("last_year_known", "tonnes", "mae"), ".1f", _most(14)),
    ],
    "unmetered": _limits(
        r2=0.515,
        mae=90,
        ratio=((0.92, 1.12), (0.8, 1.3)),
        r2_of_means=0.76,
        coverage=(0.87, 0.8),
        width=1.0,
    ),
}
"""What carbonflow is held to."""


def run(
    tables: Tables, feature_sets: Sequence[str], seeds: Sequence[int], plan: Plan, keep: bool
) -> bool:
    """Measures and prints tables; false if a limit is not kept."""
    fine = True
    stored = []
    for features in feature_sets:
        runs = [_trained(tables, features, replace(plan, seed=seed), keep) for seed in seeds]
        stored += [_raw(run) for run in runs]
        store(stored, RESULTS / "totals" / "runs.json")
        print(f"\n`{features}`, {plan.iterations} trials a model\n")
        report(features, runs)
        fine &= all(limit.holds(runs) for limit in LIMITS[features])
    return fine


def report(features: str, runs: Sequence[Run]) -> None:
    """Prints the tables of a feature set."""
    print("Held-out rows: what the published model's two numbers add up to, and their errors\n")
    print(_table(runs, _of_sums()))
    print("\nThe ensemble, and the published model\n")
    print(_table(runs, _of_models(), lambda run: str(run.metrics["best_model"])))
    print(
        "\nTrained on the first year, scored on the second; and held-out rows by their last year\n"
    )
    print(_table(runs, _of_years()))
    print(
        f"\n{DRAWS} portfolios a kind: how many of their 90 % intervals hold, %, and how"
        " wide these are, median, % of the sum\n"
    )
    print(_table(runs, _of_portfolios()))
    for line in fewer(runs):
        print(f"\n{line}")
    for kind in OTHERS[:2]:
        print(f"\n{kind.capitalize()}, the portfolios of all seeds: {worst(runs, kind)}\n")
        print(_groups(runs, kind))
    print("\nLimits\n")
    print(
        markdown(
            ["figure", "asked", "mean", "by seed", "holds"],
            [limit.cells(runs) for limit in LIMITS[features]],
        )
    )


def scores(actual: Sequence[float], predicted: Sequence[float]) -> Scores:
    """Compares predicted with measured tonnes."""
    errors = [a - p for a, p in zip(actual, predicted, strict=True)]
    mean = statistics.mean(actual)
    rest = math.fsum(error**2 for error in errors)
    r2 = 1 - rest / math.fsum((a - mean) ** 2 for a in actual)
    ratio = math.fsum(predicted) / math.fsum(actual)
    return Scores(ratio, r2, statistics.mean(abs(error) for error in errors))


def _trained(tables: Tables, features: str, plan: Plan, keep: bool) -> Run:
    output = carbonflow.shared_training("totals", tables, features, plan, keep)
    found = measured(output, RESULTS / "totals" / f"{features}-{plan.seed}-portfolios")
    print(
        f"bench: {features}, seed {plan.seed}: means over truth {found.means.ratio:.3f},"
        f" coverage of {RANDOM} {found.coverage(RANDOM):.3f}",
        file=sys.stderr,
    )
    return found


def measured(output: Path, folder: Path) -> Run:
    """All figures of a training; the folder gets the portfolios."""
    metrics = json.loads((output / "metrics.json").read_text())
    predictions = portfolios.read(output / "predictions.csv")
    test = portfolios.read(output / "steps" / "prepare" / "test.csv")
    actual = [float(row["tonnes"]) for row in test]
    medians, means = (
        scores(actual, [float(row[column]) for row in predictions])
        for column in ("predicted_tonnes", "mean_tonnes")
    )
    for ratio, name in ((medians.ratio, "medians"), (means.ratio, "means")):
        stated = metrics["totals"][f"{name}_over_actual"]
        if abs(stated - ratio) > 1e-9:
            sys.exit(f"bench: {output}: {name}: metrics.json says {stated}, the tables {ratio}")
    sums = portfolios.sums(output, metrics["seed"], folder)
    return Run(metrics["features"], metrics["seed"], metrics, medians, means, sums)


def _of_sums() -> list[Column]:
    return [
        ("means / truth", lambda run: run.means.ratio, ".3f"),
        ("medians / truth", lambda run: run.medians.ratio, ".3f"),
        ("R² of means, tonnes", lambda run: run.means.r2, ".3f"),
        ("of medians", lambda run: run.medians.r2, ".3f"),
        ("MAE of means, t", lambda run: run.means.mae, ".1f"),
        ("of medians", lambda run: run.medians.mae, ".1f"),
    ]


def _of_models() -> list[Column]:
    def published(*path: str) -> Callable[[Run], float]:
        return lambda run: run.at("models", run.metrics["best_model"], *path)

    return [
        ("ensemble: R², Box-Cox scale", _at("models", "ensemble", "r2"), ".4f"),
        ("MAE, t", _at("models", "ensemble", "tonnes", "mae"), ".1f"),
        ("published: R²", published("r2"), ".4f"),
        ("MAE, t", published("tonnes", "mae"), ".1f"),
    ]


def _of_years() -> list[Column]:
    return [
        ("seen, R²", _at(*SEEN), ".3f"),
        ("new, R²", _at(*NEW), ".3f"),
        ("last year known: R²", _at("last_year_known", "r2"), ".3f"),
        ("MAE, t", _at("last_year_known", "tonnes", "mae"), ".1f"),
        ("total / truth", _at("last_year_known", "total_predicted_to_measured"), ".3f"),
    ]


def _of_portfolios() -> list[Column]:
    def coverage(kind: str) -> Column:
        return kind, lambda run: 100 * run.coverage(kind), ".1f"

    def width(kind: str) -> Column:
        return "width", lambda run: 100 * run.width(kind), ".0f"

    return [column for kind in KINDS for column in (coverage(kind), width(kind))]


def _table(
    runs: Sequence[Run], columns: Sequence[Column], model: Callable[[Run], str] | None = None
) -> str:
    """One row a seed, then the means."""
    header = ["seed", *(["published"] if model else []), *(name for name, _, _ in columns)]
    rows = [
        [
            str(run.seed),
            *([model(run)] if model else []),
            *(f"{of(run):{form}}" for _, of, form in columns),
        ]
        for run in runs
    ]
    means = [f"{statistics.mean(of(run) for run in runs):{form}}" for _, of, form in columns]
    return markdown(header, [*rows, ["**mean**", *([""] if model else []), *means]])


@dataclass(frozen=True)
class Group:
    """The portfolios of a property type or a neighborhood, of all seeds."""

    name: str
    sums: list[Sum]

    def coverage(self) -> float:
        """How many of the intervals hold."""
        return statistics.mean(one.holds() for one in self.sums)

    def ratio(self) -> float:
        """The median of predicted over measured."""
        return statistics.median(one.total / one.actual for one in self.sums)

    def cells(self) -> list[str]:
        """Its row."""
        counts = sorted(one.buildings for one in self.sums)
        span = f"{counts[0]}" if counts[0] == counts[-1] else f"{counts[0]} to {counts[-1]}"
        shares = [f"{100 * self.coverage():.1f}", f"{self.ratio():.2f}"]
        return [self.name, span, str(len(self.sums)), *shares]


def groups(runs: Sequence[Run], kind: str) -> list[Group]:
    """The groups of a kind, that with the least coverage first."""
    found: dict[str, list[Sum]] = {}
    for run in runs:
        for one in run.sums:
            if one.kind == kind:
                found.setdefault(one.group, []).append(one)
    some = [Group(name, sums) for name, sums in sorted(found.items())]
    return sorted(some, key=Group.coverage)


def fewer(runs: Sequence[Run]) -> list[str]:
    """Says where all buildings were taken, as there are not as many as asked for."""
    sizes = {"random 10": 10, "random 200": 200, RANDOM: SIZE, "small ones": SIZE}
    return [
        f"Seed {run.seed}, {kind}: all {one.buildings} buildings, each of the {DRAWS} times."
        for run in runs
        for kind, size in sizes.items()
        if (one := next(one for one in run.sums if one.kind == kind)).buildings < size
    ]


def worst(runs: Sequence[Run], kind: str) -> str:
    """Says which group's intervals hold least, and which of those that have enough buildings."""
    some = groups(runs, kind)
    text = f"the worst is {some[0].name}, {100 * some[0].coverage():.1f}%"
    full = [group for group in some if all(one.buildings == SIZE for one in group.sums)]
    if full and full[0] is not some[0]:
        text += f"; of those with {SIZE} in each split {full[0].name},"
        text += f" {100 * full[0].coverage():.1f}%"
    mean = statistics.mean(group.coverage() for group in some)
    return f"{text}; each counting the same, {100 * mean:.1f}% hold"


def _groups(runs: Sequence[Run], kind: str) -> str:
    header = [
        kind.removeprefix("one "),
        "buildings",
        "portfolios",
        "hold, %",
        "sum / truth, median",
    ]
    return markdown(header, [group.cells() for group in groups(runs, kind)])


def _raw(run: Run) -> dict[str, Any]:
    """What is stored of a run: its figures, and each portfolio."""
    columns = [*_of_models(), *_of_years()]
    return {
        "features": run.features,
        "seed": run.seed,
        "published": run.metrics["best_model"],
        "medians": asdict(run.medians),
        "means": asdict(run.means),
        "limits": {limit.name: limit.figure(run) for limit in LIMITS[run.features]},
        "figures": [[name, of(run)] for name, of, _ in columns],
        "sums": [asdict(one) for one in run.sums],
    }
