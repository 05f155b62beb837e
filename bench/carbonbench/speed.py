# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Speed: the three searches, Python and carbonflow in turn, on the same trials and folds."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from carbonbench import agreement, carbonflow
from carbonbench.carbonflow import Plan
from carbonbench.places import RESULTS, Tables
from carbonbench.process import Usage, measure
from carbonbench.table import every_run, markdown, spread, store

ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "passive",
}
"""Two processes fit side by side; threads within each would only get in each other's way."""


@dataclass(frozen=True)
class Round:
    """One turn of a model: both sides unpruned, then carbonflow with halving."""

    model: str
    carbonflow: Usage
    python: Usage
    halving: Usage


def python_search(
    model: str, matrix: Path, plan: Plan, output: Path, *options: str | Path
) -> Usage:
    """Runs the Python side of a search."""
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "carbonbench.search",
        f"--model={model}",
        f"--train={matrix}",
        f"--iterations={plan.iterations}",
        f"--folds={plan.folds}",
        f"--seed={plan.seed}",
        f"--threads={plan.threads}",
        f"--output={output}",
        *options,
    ]
    return measure(command, output.with_suffix(".log"), ONE_THREAD)


def one_round(model: str, matrix: Path, plan: Plan, folder: Path) -> Round:
    """Each side once."""
    ours = carbonflow.train(model, matrix, plan, False, folder / "carbonflow")
    trials = folder / "carbonflow" / "search.json"
    theirs = python_search(model, matrix, plan, folder / "python.json", "--trials", trials)
    halving = carbonflow.train(model, matrix, plan, True, folder / "halving")
    return Round(model, ours, theirs, halving)


def run(tables: Tables, features: str, models: Sequence[str], plan: Plan, repeat: int) -> bool:
    """Measures, prints tables; false if results do not agree."""
    folder = RESULTS / "speed"
    matrix = carbonflow.prepare(tables, features, plan.seed, folder / "matrix")
    rounds: list[Round] = []
    checks: dict[str, agreement.Agreement] = {}
    for turn in range(repeat):
        for model in models:
            place = folder / f"{model}-{turn}"
            rounds.append(one_round(model, matrix, plan, place))
            checks[model] = agreement.compare(
                model, place / "carbonflow" / "search.json", place / "python.json"
            )
            _tell(rounds[-1])
            store([asdict(each) for each in rounds], folder / "runs.json")
    store([asdict(check) for check in checks.values()], folder / "agreement.json")
    print(
        f"\n{plan.iterations} trials x {plan.folds} folds, `{features}`, seed {plan.seed}, "
        f"{plan.threads} threads or processes, {repeat} runs in turn: "
        "median (least-greatest)\n"
    )
    print(_sides(rounds, models, repeat))
    print("\nPython / carbonflow, ratio within each turn\n")
    print(_ratios(rounds, models, repeat))
    print("\ncarbonflow: what halving saves\n")
    print(_halving(rounds, models, repeat))
    print("\nDo both find the same? R² over the folds, trial by trial\n")
    print(markdown(agreement.HEADER, [check.row() for check in checks.values()]))
    print("\nEvery run\n")
    print(every_run(_runs(rounds)))
    return all(check.holds for check in checks.values())


def _tell(turn: Round) -> None:
    print(
        f"bench: {turn.model}: carbonflow {turn.carbonflow.cpu:.1f} CPU s, "
        f"Python {turn.python.cpu:.1f}, halving {turn.halving.cpu:.1f}, "
        f"load {turn.carbonflow.load:.1f}",
        file=sys.stderr,
    )


def _runs(rounds: Sequence[Round]) -> Iterator[tuple[str, int, Usage]]:
    for index, each in enumerate(rounds):
        turn = sum(earlier.model == each.model for earlier in rounds[:index])
        yield f"{each.model}: carbonflow", turn, each.carbonflow
        yield f"{each.model}: Python", turn, each.python
        yield f"{each.model}: carbonflow with halving", turn, each.halving


Part = Callable[[Round], Usage]


def _of(rounds: Sequence[Round], model: str, part: Part) -> list[Usage]:
    return [part(each) for each in rounds if each.model == model]


def _sum(rounds: Sequence[Round], models: Sequence[str], repeat: int, part: Part) -> list[Usage]:
    """All models of a turn together: one after the other."""
    columns = [_of(rounds, model, part) for model in models]
    return [
        Usage(
            sum(column[turn].cpu for column in columns),
            sum(column[turn].wall for column in columns),
            max(column[turn].memory for column in columns),
            max(column[turn].load for column in columns),
        )
        for turn in range(repeat)
    ]


def _groups(
    rounds: Sequence[Round], models: Sequence[str], repeat: int, part: Part
) -> dict[str, list[Usage]]:
    groups = {model: _of(rounds, model, part) for model in models}
    if len(models) > 1:
        groups["together"] = _sum(rounds, models, repeat, part)
    return groups


def _sides(rounds: Sequence[Round], models: Sequence[str], repeat: int) -> str:
    python = _groups(rounds, models, repeat, lambda r: r.python)
    ours = _groups(rounds, models, repeat, lambda r: r.carbonflow)
    rows = [
        [
            name,
            side,
            spread([use.cpu for use in uses]),
            spread([use.wall for use in uses]),
            spread([use.memory for use in uses], 0),
            spread([use.load for use in uses], mark=False),
        ]
        for name in python
        for side, uses in (("Python", python[name]), ("carbonflow", ours[name]))
    ]
    return markdown(["model", "side", "CPU s", "wall s", "peak MB", "load before"], rows)


def _ratios(rounds: Sequence[Round], models: Sequence[str], repeat: int) -> str:
    python = _groups(rounds, models, repeat, lambda r: r.python)
    ours = _groups(rounds, models, repeat, lambda r: r.carbonflow)
    rows = []
    for name, uses in python.items():
        pairs = list(zip(uses, ours[name], strict=True))
        rows.append(
            [
                name,
                spread([a.cpu / b.cpu for a, b in pairs], 2),
                spread([a.wall / b.wall for a, b in pairs], 2),
                spread([a.memory / b.memory for a, b in pairs], 2),
            ]
        )
    return markdown(["model", "CPU", "wall", "memory"], rows)


def _halving(rounds: Sequence[Round], models: Sequence[str], repeat: int) -> str:
    all_trials = _groups(rounds, models, repeat, lambda r: r.carbonflow)
    halved = _groups(rounds, models, repeat, lambda r: r.halving)
    rows = [
        [
            name,
            spread([use.cpu for use in uses]),
            spread([use.cpu for use in halved[name]]),
            spread([a.cpu / b.cpu for a, b in zip(uses, halved[name], strict=True)], 2),
            spread([use.wall for use in halved[name]]),
        ]
        for name, uses in all_trials.items()
    ]
    return markdown(
        ["model", "all trials on all folds, CPU s", "halving, CPU s", "ratio", "halving, wall s"],
        rows,
    )
