# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Draws what each step takes by the number of buildings."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log10
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot
from matplotlib.axes import Axes

from carbonbench.process import Usage

GAP = 0.045
"""The least distance of two labels, as a part of the height."""

COLORS = (
    "#1f5fa8",
    "#c1501f",
    "#2f7d4f",
    "#7b4fa3",
    "#a8821f",
    "#b03a62",
    "#3a8f9c",
    "#6b6b6b",
)


def draw(found: dict[int, dict[str, Usage]], file: Path) -> None:
    """Draws CPU time and memory, a line a step, both axes logarithmic.

    The same figures give the same bytes; found has what the steps used, by buildings.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    style = {"svg.hashsalt": "scale", "svg.fonttype": "none", "font.family": "sans-serif"}
    with matplotlib.rc_context(style):
        figure, (left, right) = pyplot.subplots(
            1, 2, figsize=(12, 6.5), facecolor="white", layout="constrained"
        )
        _lines(left, found, "CPU s", lambda use: use.cpu)
        _lines(right, found, "peak MB", lambda use: use.memory)
        metadata = {"Date": None} if file.suffix == ".svg" else None
        figure.savefig(file, metadata=metadata)
        pyplot.close(figure)


def _lines(
    axes: Axes, found: dict[int, dict[str, Usage]], title: str, value: Callable[[Usage], float]
) -> None:
    steps = list(dict.fromkeys(step for of in found.values() for step in of))
    axes.set(xscale="log", yscale="log", title=title, xlabel="buildings")
    axes.set_xticks(sorted(found), labels=[f"{size:,}" for size in sorted(found)], rotation=30)
    axes.minorticks_off()
    axes.grid(color="#e3e3e3", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
    ends: list[tuple[str, float, str]] = []
    for place, step in enumerate(steps):
        points = [(size, value(of[step])) for size, of in sorted(found.items()) if step in of]
        color = COLORS[place % len(COLORS)]
        dashed = "--" if place >= len(COLORS) else "-"
        axes.plot(
            [size for size, _ in points],
            [max(used, 1e-3) for _, used in points],
            dashed,
            color=color,
            marker="o",
            markersize=3,
            linewidth=1.4,
        )
        ends.append((step, points[-1][1], color))
    low, high = (log10(end) for end in axes.get_ylim())
    heights = apart([(log10(max(end, 1e-3)) - low) / (high - low) for _, end, _ in ends], GAP)
    for (step, _, color), height in zip(ends, heights, strict=True):
        axes.annotate(
            step,
            (1.02, height),
            xycoords="axes fraction",
            color=color,
            fontsize=9,
            verticalalignment="center",
            annotation_clip=False,
        )


def apart(heights: Sequence[float], gap: float) -> list[float]:
    """Heights in the same order, moved so far that no two are closer than the gap."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    for before, place in pairwise(order):
        moved[place] = max(moved[place], moved[before] + gap)
    over = moved[order[-1]] - max(1.0, *heights) if order else 0.0
    if over > 0:
        limit = moved[order[-1]] - over
        for place in reversed(order):
            moved[place] = min(moved[place], limit)
            limit = moved[place] - gap
    return moved
