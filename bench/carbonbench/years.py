# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Years: what more years of tables bring, and what becomes of a model after its own years."""

import json
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import carbonflow, matrix
from carbonbench.carbonflow import Plan
from carbonbench.places import RESULTS, YEARS, Tables
from carbonbench.portfolios import read
from carbonbench.process import Usage
from carbonbench.table import markdown, store

NEWEST = 2021
"""The year of which rows have to be predicted better than by the first two years alone."""

CPU_LIMIT = 4
"""How many times the CPU time of a training on two years one on all may take."""

FACTORS = {"table": "the year's factors", "2016": "the old ones", "": "none given"}
"""The factors by which a later year is predicted, as `--factors` has them, in words."""

Row = tuple[str, str]
"""A building and a year."""


@dataclass(frozen=True)
class Scores:
    """Predicted against measured, of some rows."""

    rows: int
    r2: float
    """On the Box-Cox scale."""
    mae: float
    """In tonnes."""


@dataclass(frozen=True)
class Later:
    """A model on a later year's table."""

    predicted: int
    scores: Scores


@dataclass(frozen=True)
class Training:
    """A training, and how its published model predicts the same held-out rows."""

    model: str
    usage: Usage
    first: Scores
    """Rows of the first two years."""
    newest: Scores


@dataclass(frozen=True)
class Pair:
    """The first two years alone, and all of them, on one split."""

    features: str
    seed: int
    two: Training
    all: Training
    backtest: dict[str, list[dict[str, Any]]]
    """As in `metrics.json` of the training on all years."""


def run(
    tables: Tables, feature_sets: Sequence[str], seeds: Sequence[int], plan: Plan, keep: bool
) -> bool:
    """Measures and prints tables; false if a limit is not kept."""
    if not tables.later():
        sys.exit(f"bench: no tables of later years in {tables.folder / 'years'}")
    years = [_table(year, file) for year, file in tables.later().items()]
    fine = True
    for features in feature_sets:
        pairs = []
        later: dict[int, dict[str, list[Later]]] = {}
        for seed in seeds:
            one = replace(plan, seed=seed)
            two = _trained("two", tables.options(), features, one, keep)
            every = _trained("all", [tables.all_years()], features, one, keep)
            pairs.append(_pair(features, seed, two, every))
            for table in years:
                ways = later.setdefault(table.year, {})
                for factors in FACTORS:
                    found = _later_scores(two / "model.carbonflow", table, factors)
                    ways.setdefault(factors, []).append(found)
        store([asdict(pair) for pair in pairs], RESULTS / "years" / f"{features}.json")
        print(f"\n`{features}`, {plan.iterations} trials a model, held-out buildings\n")
        print(_compared(pairs))
        print("\nLimits\n")
        limits = _limits(pairs)
        print(markdown(["figure", "asked", "found", "holds"], [limit[:4] for limit in limits]))
        print("\nBacktest: R² of buildings seen before, mean over the seeds\n")
        print(_backtest(pairs))
        print("\nThe models of two years on tables of later ones, mean over the seeds\n")
        print(_later(years, later))
        fine &= all(limit[3] == "yes" for limit in limits)
    return fine


def _trained(name: str, data: Sequence[str], features: str, plan: Plan, keep: bool) -> Path:
    output = RESULTS / "years" / f"{name}-{features}-{plan.seed}"
    if not (keep and (output / carbonflow.USAGE).exists()):
        carbonflow.train_on(data, features, plan, output, output.with_suffix(".log"))
    return output


def _pair(features: str, seed: int, two: Path, every: Path) -> Pair:
    """Both models predict the rows that the training on all years has held out."""
    prepared = every / "steps" / "prepare"
    train = matrix.read(prepared / "train.csv").tonnes
    measured = {_key(row): float(row["tonnes"]) for row in read(prepared / "test.csv")}
    trainings = [
        _training(output, prepared / "held-out.csv", measured, float(train.max()))
        for output in (two, every)
    ]
    metrics = json.loads((every / "metrics.json").read_text())
    pair = Pair(features, seed, trainings[0], trainings[1], metrics["backtest"])
    print(
        f"bench: {features}, seed {seed}: R² of {NEWEST} {pair.two.newest.r2:.4f} ->"
        f" {pair.all.newest.r2:.4f}; CPU s {pair.two.usage.cpu:.0f} -> {pair.all.usage.cpu:.0f}",
        file=sys.stderr,
    )
    return pair


def _training(output: Path, held_out: Path, measured: dict[Row, float], top: float) -> Training:
    metrics = json.loads((output / "metrics.json").read_text())
    found = _predicted(output / "model.carbonflow", held_out, "table", output / "held-out")
    if found.keys() != measured.keys():
        sys.exit(f"bench: {output}: other rows are predicted than were held out")

    def of(years: Sequence[int]) -> Scores:
        rows = [row for row in measured if int(row[1]) in years]
        return scores([measured[row] for row in rows], [found[row] for row in rows], top)

    return Training(metrics["best_model"], carbonflow.usage_of(output), of(YEARS), of([NEWEST]))


def _predicted(bundle: Path, rows: Path, factors: str, folder: Path) -> dict[Row, float]:
    """What a model predicts of a table, in tonnes."""
    folder.mkdir(exist_ok=True)
    predictions = folder / "predictions.csv"
    options: dict[str, str | Path | int] = {
        "bundle": bundle,
        "rows": rows,
        "predictions": predictions,
    }
    carbonflow.run_step("predict", options | ({"factors": factors} if factors else {}), folder)
    return {_key(row): float(row["predicted_tonnes"]) for row in read(predictions)}


def _key(row: Mapping[str, str]) -> Row:
    return row["OSEBuildingID"], row["DataYear"]


@dataclass(frozen=True)
class Table:
    """A later year's table, by what carbonflow's own steps say of it."""

    year: int
    file: Path
    with_energy: int
    """How many buildings of the kinds that are modeled have energy, as it was published."""
    measured: dict[Row, float]
    """Tonnes of the rows that can be used and are not impossible."""


def _table(year: int, file: Path) -> Table:
    rows = carbonflow.clean([f"--data={file}"], 0, RESULTS / "years" / str(year))
    merged = read(rows.parent / "merged.csv")
    kinds = [row for row in merged if row["BuildingType"].lower().startswith("nonres")]
    return Table(
        year,
        file,
        sum(_number(row["SiteEnergyUse(kBtu)"]) > 0 for row in kinds),
        {
            _key(row): _number(row["TotalGHGEmissions"])
            for row in read(rows)
            if row["impossible"].lower() != "true"
        },
    )


def _later_scores(bundle: Path, table: Table, factors: str) -> Later:
    """How a model predicts a city's table as it was published."""
    folder = bundle.parent / f"{table.year}-{factors or 'none'}"
    found = _predicted(bundle, table.file, factors, folder)
    rows = [row for row in found if row in table.measured]
    actual = [table.measured[row] for row in rows]
    return Later(len(found), scores(actual, [found[row] for row in rows], max(actual)))


def _number(text: str) -> float:
    return float(text.replace(",", "") or "nan")


def scores(actual: Sequence[float], predicted: Sequence[float], top: float) -> Scores:
    """Compares; no prediction counts as more than the top, in tonnes."""
    a, p = np.array(actual), np.array(predicted)
    forecast = np.clip(matrix.box_cox(p), matrix.FLOOR, matrix.box_cox(np.array([top]))[0])
    r2 = matrix.r2(matrix.box_cox(a), forecast)
    return Scores(len(a), r2, float(np.abs(a - p).mean()))


def _compared(pairs: Sequence[Pair]) -> str:
    columns: list[tuple[str, Callable[[Training], float], str]] = [
        (f"R² of {NEWEST}", lambda one: one.newest.r2, ".4f"),
        ("MAE, t", lambda one: one.newest.mae, ".1f"),
        (f"R² of {YEARS[0]} and {YEARS[1]}", lambda one: one.first.r2, ".4f"),
        ("MAE, t", lambda one: one.first.mae, ".1f"),
        ("CPU s", lambda one: one.usage.cpu, ".0f"),
        ("peak MB", lambda one: one.usage.memory, ".0f"),
    ]
    header = ["seed", "model: two, all"]
    for name, _, _ in columns:
        header += [f"{name}: two", "all"]
    rows = [
        [
            str(pair.seed),
            f"{pair.two.model}, {pair.all.model}",
            *(f"{of(side):{form}}" for _, of, form in columns for side in (pair.two, pair.all)),
        ]
        for pair in pairs
    ]
    means = [
        f"{statistics.mean(of(side) for side in sides):{form}}"
        for _, of, form in columns
        for sides in ([pair.two for pair in pairs], [pair.all for pair in pairs])
    ]
    return markdown(header, [*rows, ["**mean**", "", *means]])


def _limits(pairs: Sequence[Pair]) -> list[list[str]]:
    """What is asked of all years against two, and of the backtest, and if it holds."""

    def mean(of: Callable[[Pair], float]) -> float:
        return statistics.mean(of(pair) for pair in pairs)

    metered = pairs[0].features == "metered"
    gain = mean(lambda pair: pair.all.newest.r2 - pair.two.newest.r2)
    asked = 0.015 if metered else 0.01
    found = [(f"R² of {NEWEST}, gained", f"≥ {asked}", f"{gain:+.4f}", gain >= asked)]
    if metered:
        r2 = mean(lambda pair: pair.all.newest.r2)
        found.append((f"R² of {NEWEST}", "≥ 0.87", f"{r2:.4f}", r2 >= 0.87))
    change = mean(lambda pair: pair.all.first.r2 - pair.two.first.r2)
    first = f"{YEARS[0]} and {YEARS[1]}"
    found.append((f"R² of {first}, gained", "≥ -0.002", f"{change:+.4f}", change >= -0.002))
    for name, of in (
        (f"MAE of {NEWEST}, change", lambda pair: pair.all.newest.mae - pair.two.newest.mae),
        (f"MAE of {first}, change", lambda pair: pair.all.first.mae - pair.two.first.mae),
    ):
        found.append((name, "≤ 0 t", f"{mean(of):+.1f} t", mean(of) <= 0))
    cpu = mean(lambda pair: pair.all.usage.cpu / pair.two.usage.cpu)
    found.append(("CPU time of all / of two", f"≤ {CPU_LIMIT}", f"{cpu:.2f}", cpu <= CPU_LIMIT))
    if metered:
        by_year = {year: value for year, value in _seen(pairs, "from_all_before").items()}
        others = [value for year, value in by_year.items() if year < NEWEST]
        found += [
            (
                "backtest, mean before " + str(NEWEST),
                "≥ 0.93",
                f"{statistics.mean(others):.4f}",
                statistics.mean(others) >= 0.93,
            ),
            (
                "backtest, least before " + str(NEWEST),
                "≥ 0.92",
                f"{min(others):.4f}",
                min(others) >= 0.92,
            ),
            (f"backtest of {NEWEST}", "≥ 0.9", f"{by_year[NEWEST]:.4f}", by_year[NEWEST] >= 0.9),
        ]
    return [
        [name, asked, value, "yes" if holds else "**no**"] for name, asked, value, holds in found
    ]


def _seen(pairs: Sequence[Pair], way: str, *path: str) -> dict[int, float]:
    """R² of buildings seen before, by year, mean over the seeds."""
    found: dict[int, list[float]] = {}
    for pair in pairs:
        for year in pair.backtest[way]:
            value: Any = year["seen_before"]
            for name in path:
                value = value.get(name, {})
            if value:
                found.setdefault(year["year"], []).append(float(value["r2"]))
    return {year: statistics.mean(values) for year, values in found.items()}


def _backtest(pairs: Sequence[Pair]) -> str:
    ways = {
        "the model, from the year before": _seen(pairs, "from_year_before"),
        "the model, from all before": _seen(pairs, "from_all_before"),
        "last year's tonnes": _seen(pairs, "from_all_before", "last_years_tonnes"),
        "model and last year's residual": _seen(pairs, "from_all_before", "last_years_residual"),
    }
    years = sorted(ways["the model, from all before"])
    return markdown(
        ["predicted", *map(str, years)],
        [
            [name, *(f"{values[year]:.3f}" for year in years)]
            for name, values in ways.items()
            if values
        ],
    )


def _later(tables: Sequence[Table], later: dict[int, dict[str, list[Later]]]) -> str:
    header = ["year", "predicted", "with energy", "scored"]
    for words in FACTORS.values():
        header += [f"{words}: R²", "MAE, t"]
    rows = []
    for table in tables:
        ways = later[table.year]
        one = ways[""][0]
        cells = [
            str(table.year),
            *(f"{n:,}" for n in (one.predicted, table.with_energy, one.scores.rows)),
        ]
        for factors in FACTORS:
            cells.append(f"{statistics.mean(it.scores.r2 for it in ways[factors]):.3f}")
            cells.append(f"{statistics.mean(it.scores.mae for it in ways[factors]):.1f}")
        rows.append(cells)
    return markdown(header, rows)
