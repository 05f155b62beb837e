# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The whole training run: its cost, and whether every run gives the same bytes."""

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from carbonbench import carbonflow
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.places import RESULTS, Tables
from carbonbench.process import Usage
from carbonbench.table import every_run, markdown, spread, store

RESULT_FILES = (
    "metrics.json",
    "predictions.csv",
    "model.carbonflow",
    *(f"steps/{step}/{name}" for step in STEPS.values() for name in ("trials.csv", "search.json")),
)


def run(tables: Tables, features: str, plan: Plan, threads: Sequence[int], repeat: int) -> bool:
    """Measures, prints tables; false if two runs differ in a byte."""
    folder = RESULTS / "whole"
    usages: dict[int, list[Usage]] = {count: [] for count in threads}
    hashes: dict[str, set[str]] = {name: set() for name in RESULT_FILES}
    for turn in range(repeat):
        for count in threads:
            output = folder / f"threads-{count}-{turn}"
            usage = carbonflow.train_on(
                tables.options(),
                features,
                replace(plan, threads=count),
                output,
                output.with_suffix(".log"),
            )
            usages[count].append(usage)
            for name in RESULT_FILES:
                hashes[name].add(_sha256(output / name))
            print(
                f"bench: whole run, {count} threads: {usage.cpu:.1f} CPU s, "
                f"{usage.wall:.1f} s, {usage.memory:.0f} MB, load {usage.load:.1f}",
                file=sys.stderr,
            )
            store(
                {n: [asdict(u) for u in uses] for n, uses in usages.items()}, folder / "runs.json"
            )
    print(
        f"\n`run training`, {plan.iterations} trials, `{features}`, seed {plan.seed}, "
        f"{repeat} runs\n"
    )
    print(_costs(usages))
    print("\nEvery run\n")
    print(
        every_run(
            (f"`run training --threads={count}`", turn, use)
            for count, uses in usages.items()
            for turn, use in enumerate(uses)
        )
    )
    print(f"\nDifferent contents among {repeat * len(threads)} runs\n")
    rows = [[f"`{name}`", str(len(found)), min(found)[:12]] for name, found in hashes.items()]
    print(markdown(["file", "contents", "SHA-256"], rows))
    print("\nScores of the run\n")
    print(_scores(folder / f"threads-{threads[0]}-0" / "metrics.json"))
    return all(len(found) == 1 for found in hashes.values())


def _costs(usages: dict[int, list[Usage]]) -> str:
    return markdown(
        ["threads", "CPU s", "wall s", "cores busy", "peak MB", "load before"],
        [
            [
                str(count),
                spread([use.cpu for use in uses]),
                spread([use.wall for use in uses]),
                spread([use.cpu / use.wall for use in uses], 2),
                spread([use.memory for use in uses], 0),
                spread([use.load for use in uses], mark=False),
            ]
            for count, uses in usages.items()
        ],
    )


def _scores(path: Path) -> str:
    models = json.loads(path.read_text())["models"]
    return markdown(
        ["model", "cross-validated R²", "held-out R²", "MAE, t"],
        [
            [name, f"{m['cv_r2']:.4f}", f"{m['r2']:.4f}", f"{m['tonnes']['mae']:.1f}"]
            for name, m in models.items()
        ],
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
