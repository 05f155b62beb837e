# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prediction by processes that have been up for a while: rows a CPU second, both sides in turn.

Each side loads its model once, then reads, predicts and writes the same table again and again. What
the first turns take more is start-up: imports here, compiling there.
"""

import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from carbonbench.machine import java_home
from carbonbench.places import BENCH, PROGRAM, RESULTS
from carbonbench.process import measure
from carbonbench.speed import ONE_THREAD
from carbonbench.table import markdown, spread, store

TURNS = 25
"""How many times a process predicts the table."""
COUNTED = 5
"""The last turns, which count."""
Command = Sequence[str | Path]


def run(rows: int, commands: dict[str, Command], repeat: int) -> None:
    """Measures and prints a table of rates.

    Each command prints the CPU seconds of each turn, a line each.
    """
    folder = RESULTS / "predict" / "warm"
    seconds: dict[str, list[list[float]]] = {name: [] for name in commands}
    for turn in range(repeat):
        for name, command in commands.items():
            log = folder / f"{name}.log"
            load = os.getloadavg()[0]
            measure(command, log, ONE_THREAD)
            seconds[name].append(turns(log.read_text()))
            last = counted(seconds[name][-1])
            print(
                f"bench: turn {turn + 1}: {name}, warm: {last:.2f} CPU s, load {load:.1f}",
                file=sys.stderr,
            )
        store(seconds, folder / "runs.json")
    print(f"\nWarm, the median of the last {COUNTED} of {TURNS} turns, {repeat} processes each\n")
    print(
        markdown(
            ["way", "rows predicted", "rows a CPU s", "the first turn, CPU s", "the last, CPU s"],
            [
                [
                    name,
                    str(rows),
                    spread([rows / counted(one) for one in all_turns], 0),
                    spread([one[0] for one in all_turns], 2),
                    spread([counted(one) for one in all_turns], 2),
                ]
                for name, all_turns in seconds.items()
            ],
        )
    )


def turns(log: str) -> list[float]:
    """The CPU seconds of each turn, among what else a process has printed."""
    return [float(line) for line in log.splitlines() if _is_number(line)]


def counted(seconds: list[float]) -> float:
    """What a turn takes in the end."""
    return statistics.median(seconds[-COUNTED:])


def ours(bundle: Path, rows: Path, predictions: Path) -> Command:
    """A JVM by its own defaults, as a service would have it, with the jars of the last build."""
    number = (PROGRAM / "current").read_text().strip()
    build = PROGRAM / "builds" / number
    jars = [build / jar for jar in (build / "class-path").read_text().split()]
    java = Path(java_home()) / "bin" / "java"
    path = os.pathsep.join(map(str, jars))
    return [java, "-cp", path, BENCH / "Warm.java", bundle, rows, predictions, str(TURNS)]


def _is_number(line: str) -> bool:
    try:
        float(line)
    except ValueError:
        return False
    return True
