# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a step costs before it has done anything, against Python's imports."""

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from carbonbench import carbonflow
from carbonbench.machine import java_home
from carbonbench.places import CLASS_CACHE, LAUNCHER, PROGRAM, RESULTS, Tables
from carbonbench.process import Usage, measure
from carbonbench.table import every_run, markdown, spread, store

Command = list[str | Path]
PLAIN = ", no cache of classes"
"""Marks the runs for which the launcher finds no cache."""


def run(tables: Tables, features: str, seed: int, repeat: int) -> bool:
    """Measures in turn, warm and cold, and prints a table."""
    folder = RESULTS / "startup"
    carbonflow.prepare(tables, features, seed, folder)
    commands = _commands(tables, features, seed, folder)
    warm: dict[str, list[Usage]] = {name: [] for name in commands}
    cold: dict[str, list[Usage]] = {name: [] for name in commands}
    for turn in range(repeat):
        for name, command in commands.items():
            for usages in (cold, warm) if turn == 0 else (warm, cold):
                if usages is cold:
                    _forget(_files(name))
                with _cache_of_classes(PLAIN not in name):
                    usages[name].append(measure(command, folder / "last.log"))
    store(
        {
            kind: {name: [asdict(use) for use in uses] for name, uses in usages.items()}
            for kind, usages in (("warm", warm), ("cold", cold))
        },
        folder / "runs.json",
    )
    print(f"\nStart-up, {repeat} runs in turn; cold: its files are not in memory\n")
    print(
        markdown(
            ["what", "CPU s", "wall s", "peak MB", "cold: CPU s", "wall s", "load before"],
            [
                [
                    name,
                    spread([use.cpu for use in uses], 2),
                    spread([use.wall for use in uses], 2),
                    spread([use.memory for use in uses], 0),
                    spread([use.cpu for use in cold[name]], 2),
                    spread([use.wall for use in cold[name]], 2),
                    spread([use.load for use in uses], mark=False),
                ]
                for name, uses in warm.items()
            ],
        )
    )
    print("\nEvery warm run\n")
    print(
        every_run((name, turn, use) for name, uses in warm.items() for turn, use in enumerate(uses))
    )
    return True


def _files(name: str) -> list[Path]:
    """The folders that a command reads its program from."""
    if name.startswith("Python"):
        return [Path(sysconfig.get_path(kind)) for kind in ("stdlib", "purelib")]
    return [java_home(), PROGRAM]


def _forget(folders: Iterable[Path]) -> None:
    """Has the kernel drop what it keeps of all files in memory; where it cannot, cold is warm."""
    if not hasattr(os, "posix_fadvise"):
        return
    os.sync()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                handle = os.open(path, os.O_RDONLY)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)


@contextmanager
def _cache_of_classes(there: bool) -> Iterator[None]:
    """Hides the launcher's cache while a command runs; a JVM without it has its own of the JDK."""
    if there:
        yield
        return
    hidden = CLASS_CACHE.with_suffix(".hidden")
    CLASS_CACHE.rename(hidden)
    try:
        yield
    finally:
        hidden.rename(CLASS_CACHE)


def _commands(tables: Tables, features: str, seed: int, folder: Path) -> dict[str, Command]:
    python: Command = [sys.executable, "-c"]
    ours: dict[str, Command] = {
        "carbonflow `--version`": [LAUNCHER, "--version"],
        "carbonflow `merge`": [
            LAUNCHER,
            "merge",
            *tables.options(),
            f"--seed={seed}",
            f"--merged-table={folder / 'merged.csv'}",
            f"--sources={folder / 'sources.json'}",
        ],
        "carbonflow `prepare`": [
            LAUNCHER,
            "prepare",
            f"--rows={folder / 'rows.csv'}",
            f"--features={features}",
            *(f"--{name}={folder / file}" for name, file in _PREPARED.items()),
        ],
    }
    return {
        **{name + suffix: command for name, command in ours.items() for suffix in ("", PLAIN)},
        "Python, `import pandas`": [*python, "import pandas"],
        "Python, `import pandas, sklearn.svm, sklearn.ensemble, xgboost`": [
            *python,
            "import pandas, sklearn.svm, sklearn.ensemble, xgboost",
        ],
        "Python, the same and `matplotlib.pyplot`": [
            *python,
            "import pandas, sklearn.svm, sklearn.ensemble, xgboost, matplotlib.pyplot",
        ],
    }


_PREPARED = {
    "train-matrix": "train.csv",
    "test-matrix": "test.csv",
    "transformer": "transformer.json",
    "held-out-rows": "held-out.csv",
}
