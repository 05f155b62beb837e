# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scale: what each step takes of many times the rows, on buildings that do not exist."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

from carbonbench import carbonflow, scaleplot
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.machine import java_home
from carbonbench.places import CHECKOUT, RESULTS, YEARS, Tables, name
from carbonbench.process import CommandError, Usage, measure
from carbonbench.table import markdown, store

BUILDINGS = 1700
"""Those of one time the rows: about as many as the real tables have."""

WHOLE = "run training"

Found = dict[str, Usage | str]
"""By step what it used, or why it failed."""

Options = dict[str, str | Path | int]


def run(
    features: str,
    models: Sequence[str],
    times: Sequence[int],
    plan: Plan,
    *,
    megabytes: int | None,
    plot: Path | None,
) -> bool:
    """Prints the CPU time and the memory of each step by size; false if a step failed.

    No process has more memory than these megabytes, and one of them is drawn, if asked for.
    """
    found: dict[int, Found] = {}
    for many in times:
        found[many] = _measured(features, models, many, plan, megabytes)
        kept = {
            step: asdict(use) if isinstance(use, Usage) else use
            for step, use in found[many].items()
        }
        store(kept, RESULTS / "scale" / f"{many}.json")
    limit = f", no process with more than {megabytes:,} MB" if megabytes else ""
    print(
        f"\n`{features}`, {plan.iterations} trials a model; "
        f"times the {BUILDINGS:,} buildings{limit}\n"
    )
    print("CPU s\n")
    print(table(found, lambda use: f"{use.cpu:.1f}"))
    print("\nTimes the CPU of the size before\n")
    print(ratios(found))
    print("\nPeak MB\n")
    print(table(found, lambda use: f"{use.memory:.0f}"))
    if plot:
        scaleplot.draw({many * BUILDINGS: used(of) for many, of in found.items()}, plot)
    return all(isinstance(use, Usage) for of in found.values() for use in of.values())


def used(found: Found) -> dict[str, Usage]:
    """What the steps used that did not fail."""
    return {step: use for step, use in found.items() if isinstance(use, Usage)}


def table(found: dict[int, Found], figure: Callable[[Usage], str]) -> str:
    """A line for each step, a column for each size."""
    return markdown(
        ["step", *(f"{many} x" for many in found)],
        [[step, *(_cell(of.get(step), figure) for of in found.values())] for step in _steps(found)],
    )


def ratios(found: dict[int, Found]) -> str:
    """How many times the CPU time of the size before each size takes, by step."""
    sizes = list(found)
    pairs = list(pairwise(sizes))
    return markdown(
        ["step", *(f"{many} x / {few} x" for few, many in pairs)],
        [
            [step, *(_ratio(found[few].get(step), found[many].get(step)) for few, many in pairs)]
            for step in _steps(found)
        ],
    )


def _steps(found: dict[int, Found]) -> list[str]:
    return list(dict.fromkeys(step for of in found.values() for step in of))


def _cell(use: Usage | str | None, figure: Callable[[Usage], str]) -> str:
    return figure(use) if isinstance(use, Usage) else "fails" if use else ""


def _ratio(few: Usage | str | None, many: Usage | str | None) -> str:
    both = isinstance(few, Usage) and isinstance(many, Usage)
    return f"{many.cpu / few.cpu:.1f}" if both and few.cpu > 0 else ""


def _measured(
    features: str, models: Sequence[str], many: int, plan: Plan, megabytes: int | None
) -> Found:
    folder = RESULTS / "scale" / str(many)
    shutil.rmtree(folder / "store", ignore_errors=True)  # a model would have to be better than it
    tables = Tables(folder / "tables")
    java = java_home() / "bin" / "java"
    generator = CHECKOUT / "data-samples" / "Generate.java"
    measure([java, generator, tables.folder, str(many * BUILDINGS)], folder / "generate.log")
    found: Found = {}

    def note(called: str, log: Path, measured: Callable[[], Usage]) -> None:
        try:
            found[called] = measured()
        except CommandError:
            lines = log.read_text().strip().splitlines()
            found[called] = lines[-1] if lines else "failed"
        print(f"bench: {many} times, {called}: {found[called]}", file=sys.stderr)

    for called, options in {
        **preparing(folder, tables, features, plan),
        **searching(folder, models, plan),
        **(judging(folder, tables, plan) if set(models) == set(STEPS) else {}),
    }.items():
        note(
            called,
            folder / f"{called}.log",
            lambda step=called, given=options: carbonflow.run_step(step, given, folder, megabytes),
        )
    log = folder / "training.log"
    note(
        WHOLE,
        log,
        lambda: carbonflow.train_on(
            tables.options(), features, plan, folder / "training", log, megabytes=megabytes
        ),
    )
    return found


def preparing(folder: Path, tables: Tables, features: str, plan: Plan) -> dict[str, Options]:
    """The steps before the searches."""
    merged = folder / "merged.csv"
    return {
        "merge": {f"data-{year}": tables.folder / name(year) for year in YEARS}
        | {"seed": plan.seed, "merged-table": merged, "sources": folder / "sources.json"},
        "validate": {
            "table": merged,
            "validation": folder / "validation.json",
            "validation-page": folder / "validation.html",
        },
        "clean": {
            "table": merged,
            "clean-rows": folder / "rows.csv",
            "cleaning-report": folder / "cleaning.json",
        },
        "prepare": {
            "rows": folder / "rows.csv",
            "features": features,
            "train-matrix": folder / "train.csv",
            "test-matrix": folder / "test.csv",
            "transformer": folder / "transformer.json",
            "held-out-rows": folder / "held-out.csv",
        },
    }


def searching(folder: Path, models: Sequence[str], plan: Plan) -> dict[str, Options]:
    """The searches."""
    return {
        STEPS[model]: {
            "train": folder / "train.csv",
            "iterations": plan.iterations,
            "folds": plan.folds,
            "seed": plan.seed,
            "threads": plan.threads,
            "search-result": folder / f"{model}.json",
            "trials": folder / f"{model}.csv",
            "fitted-model": folder / f"{model}.bin",
            "search-metrics": folder / f"{model}-metrics.json",
        }
        for model in models
    }


def judging(folder: Path, tables: Tables, plan: Plan) -> dict[str, Options]:
    """The steps after the searches, and what is done with the model on the table of a year."""
    models: Options = {f"{word(model)}-model": folder / f"{model}.bin" for model in STEPS}
    searches: Options = {f"{word(model)}-search": folder / f"{model}.json" for model in STEPS}
    threads: Options = {"threads": plan.threads}
    made: Options = {
        key: folder / file
        for key, file in {
            "train": "train.csv",
            "transformer": "transformer.json",
            "sources": "sources.json",
            "choice": "choice.json",
            "calibration": "calibration.json",
        }.items()
    }
    bundle = folder / "model.carbonflow"
    rows = tables.folder / name(YEARS[-1])
    at: Options = {"store": folder / "store"}
    return {
        "evaluate": made
        | models
        | searches
        | threads
        | at
        | {
            "test": folder / "test.csv",
            "rows": folder / "rows.csv",
            "validation": folder / "validation.json",
            "metrics": folder / "metrics.json",
            "summary": folder / "summary.md",
            "report": folder / "report.html",
            "plots": folder / "plots",
            "out-of-fold": folder / "out-of-fold.csv",
        },
        "train-best": made | models | threads | {"seed": plan.seed, "bundle": bundle},
        "predict": threads
        | {
            "bundle": bundle,
            "rows": rows,
            "predictions": folder / "predictions.csv",
            "totals": folder / "totals.csv",
            "prediction-report": folder / "prediction.json",
        },
        "publish": at
        | {
            "bundle": bundle,
            "metrics": folder / "metrics.json",
            "rows": folder / "rows.csv",
            "verdict": folder / "verdict.json",
            "verdict-page": folder / "verdict.html",
            "verdict-summary": folder / "verdict.md",
        },
        "infer": at | threads | {"rows": rows} | outputs(folder, "infer", INFERRED),
        "monitor": at | threads | {"rows": rows} | outputs(folder, "monitor", MONITORED),
    }


INFERRED = {
    "predictions": "predictions.csv",
    "explanations": "explanations.csv",
    "totals": "totals.csv",
    "inference-report": "inference.json",
    "inference-summary": "inference.md",
    "inference-page": "inference.html",
}

MONITORED = {
    "monitoring": "monitoring.json",
    "monitoring-page": "monitoring.html",
    "monitoring-summary": "monitoring.md",
}


def outputs(folder: Path, step: str, files: dict[str, str]) -> Options:
    """Options that name the files of a step in a folder of its own."""
    (folder / step).mkdir(parents=True, exist_ok=True)
    return {option: folder / step / file for option, file in files.items()}


def word(model: str) -> str:
    """A model's name in options."""
    return model.replace("_", "-")
