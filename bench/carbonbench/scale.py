# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scale: what each step takes of many times the rows, on buildings that do not exist."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from carbonbench import carbonflow
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.machine import java_home
from carbonbench.places import CHECKOUT, RESULTS, YEARS, name
from carbonbench.process import CommandError, Usage, measure
from carbonbench.table import markdown, store

BUILDINGS = 1700
"""Those of one time the rows: about as many as the real tables have."""

Found = dict[str, Usage | str]
"""By step what it used, or why it failed."""


def run(features: str, models: Sequence[str], times: Sequence[int], plan: Plan) -> bool:
    """Prints the CPU time and the memory of each step by size; false if a step failed."""
    found: dict[int, Found] = {}
    for many in times:
        found[many] = _steps(features, models, many, plan)
        kept = {
            step: asdict(use) if isinstance(use, Usage) else use
            for step, use in found[many].items()
        }
        store(kept, RESULTS / "scale" / f"{many}.json")
    print(f"\n`{features}`, {plan.iterations} trials a model; times the {BUILDINGS:,} buildings\n")
    print("CPU s\n")
    print(_table(found, lambda use: f"{use.cpu:.1f}"))
    print("\nPeak MB\n")
    print(_table(found, lambda use: f"{use.memory:.0f}"))
    return all(isinstance(use, Usage) for of in found.values() for use in of.values())


def _steps(features: str, models: Sequence[str], many: int, plan: Plan) -> Found:
    folder = RESULTS / "scale" / str(many)
    tables = folder / "tables"
    java = java_home() / "bin" / "java"
    generator = CHECKOUT / "data-samples" / "Generate.java"
    measure([java, generator, tables, str(many * BUILDINGS)], folder / "generate.log")
    found: Found = {}

    def step(called: str, options: dict[str, str | Path | int]) -> None:
        try:
            found[called] = carbonflow.run_step(called, options, folder)
            print(f"bench: {many} times, {called}: {found[called]}", file=sys.stderr)
        except CommandError:
            lines = (folder / f"{called}.log").read_text().strip().splitlines()
            found[called] = lines[-1] if lines else "failed"
            print(f"bench: {many} times, {called}: {found[called]}", file=sys.stderr)

    merged = folder / "merged.csv"
    step(
        "merge",
        {f"data-{year}": tables / name(year) for year in YEARS}
        | {"seed": plan.seed, "merged-table": merged, "sources": folder / "sources.json"},
    )
    step(
        "validate",
        {
            "table": merged,
            "validation": folder / "validation.json",
            "validation-page": folder / "validation.html",
        },
    )
    step(
        "clean",
        {
            "table": merged,
            "clean-rows": folder / "rows.csv",
            "cleaning-report": folder / "cleaning.json",
        },
    )
    step(
        "prepare",
        {
            "rows": folder / "rows.csv",
            "features": features,
            "train-matrix": folder / "train.csv",
            "test-matrix": folder / "test.csv",
            "transformer": folder / "transformer.json",
            "held-out-rows": folder / "held-out.csv",
        },
    )
    for model in models:
        step(
            STEPS[model],
            {
                "train": folder / "train.csv",
                "iterations": plan.iterations,
                "folds": plan.folds,
                "seed": plan.seed,
                "threads": plan.threads,
                "search-result": folder / f"{model}.json",
                "trials": folder / f"{model}.csv",
                "fitted-model": folder / f"{model}.bin",
                "search-metrics": folder / f"{model}-metrics.json",
            },
        )
    return found


def _table(found: dict[int, Found], figure: Callable[[Usage], str]) -> str:
    steps = list(dict.fromkeys(step for of in found.values() for step in of))
    return markdown(
        ["step", *(f"{many} x" for many in found)],
        [[step, *(_cell(of.get(step), figure) for of in found.values())] for step in steps],
    )


def _cell(use: Usage | str | None, figure: Callable[[Usage], str]) -> str:
    return figure(use) if isinstance(use, Usage) else "fails" if use else ""
