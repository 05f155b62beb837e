# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tables in Markdown, and how measurements spread."""

import json
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from carbonbench.process import Usage

WIDE = 0.15
"""A spread above this share of the median is marked."""


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose columns after the first are numbers."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [header, rule, *rows])


def spread(values: Sequence[float], digits: int = 1, mark: bool = True) -> str:
    """Median and, in brackets, least and greatest; with an exclamation mark if they lie wide."""
    middle = statistics.median(values)
    text = f"{middle:.{digits}f}"
    if len(values) == 1:
        return text
    wide = "!" if mark and max(values) - min(values) > WIDE * middle else ""
    return f"{text} ({min(values):.{digits}f}–{max(values):.{digits}f}){wide}"  # noqa: RUF001


def every_run(runs: Iterable[tuple[str, int, Usage]]) -> str:
    """Each run for itself: what, in which turn, and what it used."""
    return markdown(
        ["what", "turn", "CPU s", "wall s", "peak MB", "load before"],
        [
            [
                what,
                str(turn + 1),
                f"{use.cpu:.2f}",
                f"{use.wall:.2f}",
                f"{use.memory:.0f}",
                f"{use.load:.1f}",
            ]
            for what, turn, use in runs
        ],
    )


def store(value: Any, path: Path) -> None:  # noqa: ANN401 - anything that JSON has
    """Keeps raw results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1) + "\n")
