"""What a step costs before it has done anything, against Python's imports."""

import sys
from dataclasses import asdict
from pathlib import Path

from carbonbench import carbonflow
from carbonbench.places import LAUNCHER, RESULTS, Tables
from carbonbench.process import Usage, measure
from carbonbench.table import every_run, markdown, spread, store


def run(tables: Tables, features: str, seed: int, repeat: int) -> bool:
    """Measures in turn and prints a table."""
    folder = RESULTS / "startup"
    carbonflow.prepare(tables, features, seed, folder)
    commands = _commands(tables, features, seed, folder)
    usages: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            usages[name].append(measure(command, folder / "last.log"))
    store(
        {name: [asdict(use) for use in uses] for name, uses in usages.items()}, folder / "runs.json"
    )
    print(f"\nStart-up, {repeat} runs in turn\n")
    print(
        markdown(
            ["what", "CPU s", "wall s", "peak MB", "load before"],
            [
                [
                    name,
                    spread([use.cpu for use in uses], 2),
                    spread([use.wall for use in uses], 2),
                    spread([use.memory for use in uses], 0),
                    spread([use.load for use in uses], mark=False),
                ]
                for name, uses in usages.items()
            ],
        )
    )
    print("\nEvery run\n")
    print(
        every_run(
            (name, turn, use) for name, uses in usages.items() for turn, use in enumerate(uses)
        )
    )
    return True


def _commands(
    tables: Tables, features: str, seed: int, folder: Path
) -> dict[str, list[str | Path]]:
    python: list[str | Path] = [sys.executable, "-c"]
    return {
        "carbonflow `--version`": [LAUNCHER, "--version"],
        "carbonflow `merge`": [
            LAUNCHER,
            "merge",
            *tables.options(),
            f"--seed={seed}",
            f"--table={folder / 'merged.csv'}",
            f"--sources={folder / 'sources.json'}",
        ],
        "carbonflow `prepare`": [
            LAUNCHER,
            "prepare",
            f"--rows={folder / 'rows.csv'}",
            f"--features={features}",
            *(f"--{name}={folder / file}" for name, file in _PREPARED.items()),
        ],
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
    "train": "train.csv",
    "test": "test.csv",
    "transformer": "transformer.json",
    "held-out": "held-out.csv",
}
