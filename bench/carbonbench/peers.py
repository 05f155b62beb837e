# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Peers: a whole training of carbonflow beside programs that choose and tune models themselves.

carbonflow trains first. The others get its prepared rows, its folds and its wall time; the search
of the pipeline that carbonflow replaces knows no time and makes all its trials.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from carbonbench import carbonflow, machine, matrix
from carbonbench.carbonflow import Plan
from carbonbench.places import BENCH, RESULTS, Tables
from carbonbench.process import Usage, measure
from carbonbench.quality import held_out_score
from carbonbench.table import markdown, store

PYTHON = BENCH / ".venv-peers" / "bin" / "python"
PACKAGES = ("flaml", "autogluon.tabular", "h2o", "optuna", "lightgbm", "catboost", "xgboost-cpu")
OURS = "carbonflow"
ORIGINAL = "original"


@dataclass(frozen=True)
class Line:
    """One model of one side on held-out buildings."""

    side: str
    seed: int
    model: str
    chosen: bool
    """Whether this is what the side would use."""
    trials: int
    """Models it has fitted or trials of each kind it has made, in its own count."""
    r2: float
    mae_tonnes: float
    usage: Usage | None
    """None where only CPU seconds up to here are known."""
    cpu: float
    given: float | None = None
    """The wall time that it was given; None for one that knows no time."""


def run(
    tables: Tables,
    features: str,
    seeds: Sequence[int],
    plan: Plan,
    *,
    peers: Sequence[str],
    seconds: float | None,
    keep: bool,
) -> bool:
    """Measures and prints tables; what is found is reported, not judged.

    Where no time is named, peers get that of carbonflow's own run.
    """
    print(f"- peers: {_versions()}")
    lines = []
    for seed in seeds:
        folder = RESULTS / "peers" / f"{features}-{seed}"
        lines += _seed(
            tables,
            features,
            replace(plan, seed=seed),
            folder,
            peers=peers,
            seconds=seconds,
            keep=keep,
        )
    print(f"\n`{features}`, {plan.iterations} trials a model, {plan.threads} threads\n")
    print(every_line(lines))
    print("\nMeans over the seeds of what each would use\n")
    print(means(lines))
    return True


def _seed(
    tables: Tables,
    features: str,
    plan: Plan,
    folder: Path,
    *,
    peers: Sequence[str],
    seconds: float | None,
    keep: bool,
) -> list[Line]:
    output = folder / OURS
    if not (keep and (output / carbonflow.USAGE).exists()):
        carbonflow.train_on(tables.options(), features, plan, output, folder / f"{OURS}.log")
    ours = carbonflow.usage_of(output)
    metrics = json.loads((output / "metrics.json").read_text())
    lines = our_lines(metrics, plan, ours)
    prepared = output / "steps" / "prepare"
    score = partial(
        held_out_score, matrix.read(prepared / "train.csv"), matrix.read(prepared / "test.csv")
    )
    for peer in peers:
        answers = folder / f"{peer}.json"
        used = folder / f"{peer}-usage.json"
        if not (keep and used.exists()):
            store(
                asdict(
                    _run(peer, prepared, plan, replace(ours, wall=seconds or ours.wall), answers)
                ),
                used,
            )
        usage = Usage(**json.loads(used.read_text()))
        lines += their_lines(peer, plan.seed, json.loads(answers.read_text()), usage, score)
        print(
            f"bench: seed {plan.seed}: {peer}: R² {lines[-1].r2:.4f}, CPU s {usage.cpu:.0f}; "
            f"{OURS}: {lines[0].r2:.4f}, {ours.cpu:.0f}",
            file=sys.stderr,
        )
    return lines


def _run(peer: str, prepared: Path, plan: Plan, ours: Usage, output: Path) -> Usage:
    common = [
        f"--train={prepared / 'train.csv'}",
        f"--test={prepared / 'test.csv'}",
        f"--folds={plan.folds}",
        f"--seed={plan.seed}",
        f"--threads={plan.threads}",
        f"--output={output}",
    ]
    if peer == ORIGINAL:
        own = [
            "-m",
            "carbonbench.original",
            f"--iterations={plan.iterations}",
            f"--cpu={ours.cpu}",
        ]
    else:
        own = ["-m", "carbonbench.peer", f"--peer={peer}", f"--seconds={ours.wall}"]
    threads = str(plan.threads)
    settings = {
        "OMP_NUM_THREADS": "1" if peer == ORIGINAL else threads,
        "OPENBLAS_NUM_THREADS": "1" if peer == ORIGINAL else threads,
        "OMP_WAIT_POLICY": "passive",
        "JAVA_HOME": str(machine.java_home()),
        "PATH": f"{machine.java_home() / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    return measure([PYTHON, *own, *common], output.with_suffix(".log"), settings)


def our_lines(metrics: dict[str, Any], plan: Plan, usage: Usage) -> list[Line]:
    """What a training of carbonflow would use, then its other models."""
    best = metrics["best_model"]
    models = metrics["models"]
    return [
        Line(
            OURS,
            plan.seed,
            name,
            name == best,
            plan.iterations,
            models[name]["r2"],
            models[name]["tonnes"]["mae"],
            usage if name == best else None,
            usage.cpu,
        )
        for name in sorted(models, key=lambda name: name != best)
    ]


def their_lines(
    peer: str,
    seed: int,
    answers: Sequence[dict[str, Any]],
    usage: Usage,
    score: Callable[[matrix.Floats], tuple[float, float]],
) -> list[Line]:
    """The answers of a peer, scored as ours are; at last what it would use."""
    lines = []
    for answer in answers:
        end = answer["point"] == "end"
        r2, mae = score(np.array(answer["held_out"]))
        lines.append(
            Line(
                peer if end else f"{peer}, at the same CPU",
                seed,
                answer["model"],
                answer["chosen"],
                answer["trials"],
                r2,
                mae,
                usage if end and answer["chosen"] else None,
                usage.cpu if end else answer["cpu"],
                answer.get("seconds"),
            )
        )
    return sorted(lines, key=lambda line: (line.chosen, line.side == peer))


def every_line(lines: Sequence[Line]) -> str:
    """Each model of each side; bold is what the side would use."""
    return markdown(
        [
            "side",
            "seed",
            "model",
            "trials",
            "R²",
            "MAE, t",
            "time given, s",
            "CPU s",
            "wall s",
            "peak MB",
            "load",
        ],
        [
            [
                f"**{line.side}**" if line.chosen else line.side,
                str(line.seed),
                line.model,
                str(line.trials),
                f"{line.r2:.4f}",
                f"{line.mae_tonnes:.1f}",
                "" if line.given is None else f"{line.given:.0f}",
                *_cost(line),
            ]
            for line in lines
        ],
    )


def _cost(line: Line) -> list[str]:
    use = line.usage
    if use is None:
        return [f"{line.cpu:.0f}" if line.chosen else "", "", "", ""]
    return [f"{use.cpu:.0f}", f"{use.wall:.0f}", f"{use.memory:.0f}", f"{use.load:.1f}"]


def means(lines: Sequence[Line]) -> str:
    """By side, and how far its R² lies above carbonflow's."""
    used = [line for line in lines if line.chosen]
    sides = list(dict.fromkeys(line.side for line in used))
    ours = {line.seed: line.r2 for line in used if line.side == OURS}
    rows = []
    for side in sides:
        own = [line for line in used if line.side == side]
        above = [line.r2 - ours[line.seed] for line in own]
        rows.append(
            [
                side,
                str(len(own)),
                f"{statistics.mean(line.r2 for line in own):.4f}",
                f"{statistics.mean(above):+.4f}",
                f"{min(above):+.4f} to {max(above):+.4f}",
                f"{statistics.mean(line.mae_tonnes for line in own):.1f}",
                f"{statistics.mean(line.cpu for line in own):.0f}",
            ]
        )
    return markdown(
        ["side", "seeds", "R²", "less carbonflow's", "by seed", "MAE, t", "CPU s"], rows
    )


def _versions() -> str:
    program = (
        "import sys; from importlib.metadata import version; "
        "print(*(f'{name} {version(name)}' for name in sys.argv[1:]), sep=', ')"
    )
    command = [PYTHON, "-c", program, *PACKAGES]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
