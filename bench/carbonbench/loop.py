# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a changed message costs until it is seen: a copy of the checkout, change after change."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from carbonbench.places import CHECKOUT, RESULTS, YEARS, name
from carbonbench.process import Usage, measure
from carbonbench.table import every_run, markdown, spread, store

COMPONENTS = Path("components/src/main/java/io/carbonflow/components")


@dataclass(frozen=True)
class Change:
    """A text in a source, and the command that shows it."""

    what: str
    source: Path
    text: str
    command: tuple[str, ...]
    shown: str
    """The file that shows it, in the run's folder; the command's own output if empty."""


CHANGES = (
    Change(
        "a text in `--help`",
        COMPONENTS / "evaluate/Evaluate.java",
        "Scores the models and their ensemble",
        ("evaluate", "--help"),
        "",
    ),
    Change(
        "a text of the report, seen by `run`",
        COMPONENTS / "evaluate/report/Sections.java",
        "Models of building emissions",
        ("run", "training"),
        "report.html",
    ),
    Change(
        "a validation rule, seen by `validate`",
        COMPONENTS / "validate/check/CellChecks.java",
        "a number is implausible for a building",
        ("validate",),
        "validation.json",
    ),
)


def run(before: str, repeat: int) -> bool:
    """Measures both revisions in turn, and prints a table; false if a change was not seen."""
    folder = RESULTS / "loop"
    usages: dict[str, list[Usage]] = {}
    with _copy(before) as old, _copy("HEAD") as new:
        for copy in (old, new):
            _measured(copy, ("run", "training"), folder)
        for turn in range(repeat):
            for side, copy in (("before", old), ("after", new)):
                for change in CHANGES:
                    usage = _change(copy, change, turn, folder)
                    usages.setdefault(f"{change.what}, {side}", []).append(usage)
                    print(f"bench: {change.what}, {side}: {usage.cpu:.1f} CPU s", file=sys.stderr)
    store(
        {what: [asdict(use) for use in uses] for what, uses in usages.items()}, folder / "runs.json"
    )
    print(f"\nCPU seconds until a change is seen, {repeat} turns; before is {before}\n")
    print(
        markdown(
            ["change", "before, CPU s", "after, CPU s", "load before"],
            [
                [
                    change.what,
                    *(
                        spread([use.cpu for use in usages[f"{change.what}, {side}"]])
                        for side in ("before", "after")
                    ),
                    spread([use.load for use in usages[f"{change.what}, after"]], mark=False),
                ]
                for change in CHANGES
            ],
        )
    )
    print("\nEvery run\n")
    print(
        every_run(
            (what, turn, use) for what, uses in usages.items() for turn, use in enumerate(uses)
        )
    )
    return True


@contextmanager
def _copy(revision: str) -> Iterator[Path]:
    """A clone of a revision, without what was built."""
    with tempfile.TemporaryDirectory(prefix="carbonflow-loop-") as folder:
        copy = Path(folder) / "carbonflow"
        for words in (
            ["clone", "--quiet", "--shared", "--no-checkout", str(CHECKOUT), str(copy)],
            ["-C", str(copy), "checkout", "--quiet", "--detach", _commit(revision)],
        ):
            subprocess.run(["git", *words], check=True)
        yield copy


def _commit(revision: str) -> str:
    return subprocess.run(
        ["git", "-C", str(CHECKOUT), "rev-parse", f"{revision}^{{commit}}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def _change(copy: Path, change: Change, turn: int, folder: Path) -> Usage:
    """Changes a text and runs what shows it."""
    source = copy / change.source
    seen = f"{change.text} (seen {turn})"
    old = f"{change.text} (seen {turn - 1})" if turn else change.text
    text = source.read_text()
    if old not in text:
        sys.exit(f"bench: {change.source} does not hold “{old}”")
    source.write_text(text.replace(old, seen))
    usage = _measured(copy, change.command, folder)
    shown = folder / "last.log" if not change.shown else copy / "runs" / "loop" / change.shown
    if f"(seen {turn})" not in " ".join(shown.read_text().split()):
        sys.exit(f"bench: {change.what} was not seen in {shown}")
    return usage


def _measured(copy: Path, command: tuple[str, ...], folder: Path) -> Usage:
    output = copy / "runs" / "loop"
    words: list[str | Path] = [copy / "carbonflow", *command]
    if command[0] == "run":
        words += [f"--data-{year}={copy / 'data-samples' / name(year)}" for year in YEARS]
        words += ["--iterations=2", "--folds=2", f"--output={output}"]
    if command[0] == "validate":
        words += [
            f"--table={output / 'steps' / 'merge' / 'merged.csv'}",
            f"--validation={output / 'validation.json'}",
            f"--validation-page={output / 'validation.html'}",
        ]
    return measure(words, folder / "last.log")
