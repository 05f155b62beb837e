# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portfolios of held-out buildings, and what carbonflow says that they come to."""

import csv
import math
import random
import statistics
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from carbonbench import carbonflow
from carbonbench.machine import java_home
from carbonbench.places import BENCH, CHECKOUT, PROGRAM
from carbonbench.process import measure

DRAWS = 300
"""How many portfolios there are of a kind."""

SIZE = 50
"""Of how many buildings those are that limits are set for."""

RANDOM = f"random {SIZE}"

OTHERS = ("one type", "one neighborhood", "small ones")
"""Kinds of portfolios whose buildings have something in common."""

KINDS = ("random 10", RANDOM, "random 200", *OTHERS)

COMPARED = 10
"""How many portfolios are added up by the command too."""

Table = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Building:
    """A held-out building, as its last row has it."""

    id: str
    property_type: str
    neighborhood: str
    area: float
    tonnes: float
    """Measured, of all its rows."""


@dataclass(frozen=True)
class Portfolio:
    """Some buildings, none of them twice."""

    name: str
    kind: str
    group: str
    """The property type or the neighborhood of them all; empty if they have none in common."""
    buildings: tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """What a portfolio comes to: measured, predicted, and the ends of its interval, in tonnes."""

    kind: str
    group: str
    buildings: int
    actual: float
    total: float
    lower: float
    upper: float

    def holds(self) -> bool:
        """Whether what was measured lies in the interval."""
        return self.lower <= self.actual <= self.upper

    def width(self) -> float:
        """That of the interval, as a part of the sum."""
        return (self.upper - self.lower) / self.total


def buildings(rows: Table) -> list[Building]:
    """The buildings of held-out rows.

    The rows of both years belong to one building: it is in a portfolio with all of them or none.
    """
    by_building: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        by_building.setdefault(row["OSEBuildingID"], []).append(row)
    found = []
    for name, some in sorted(by_building.items()):
        last = max(some, key=lambda row: int(row["DataYear"]))
        tonnes = math.fsum(float(row["TotalGHGEmissions"]) for row in some)
        kind, neighborhood = last["PrimaryPropertyType"], last["Neighborhood"]
        found.append(Building(name, kind, neighborhood, float(last["UseGFA"]), tonnes))
    return found


def draw(of: Sequence[Building], seed: int) -> list[Portfolio]:
    """All portfolios of a split, each time the same.

    Those of one type are shared among the types as buildings are, but each type has one at least;
    so are those of one neighborhood. Where fewer are there than asked for, all are taken.
    """
    everyone = [("", of)]
    middle = statistics.median(building.area for building in of)
    small = [("", [building for building in of if building.area < middle])]
    kinds: list[tuple[str, int, Sequence[tuple[str, Sequence[Building]]]]] = [
        *((f"random {size}", size, everyone) for size in (10, SIZE, 200)),
        ("one type", SIZE, _grouped(of, lambda building: building.property_type)),
        ("one neighborhood", SIZE, _grouped(of, lambda building: building.neighborhood)),
        ("small ones", SIZE, small),
    ]
    return [
        portfolio
        for kind, size, groups in kinds
        for portfolio in _of_a_kind(kind, size, groups, random.Random(f"{kind}, {seed}"))
    ]


def _grouped(
    of: Iterable[Building], key: Callable[[Building], str]
) -> list[tuple[str, Sequence[Building]]]:
    groups: dict[str, list[Building]] = {}
    for building in of:
        groups.setdefault(key(building), []).append(building)
    return sorted(groups.items())


def _of_a_kind(
    kind: str, size: int, groups: Sequence[tuple[str, Sequence[Building]]], draws: random.Random
) -> list[Portfolio]:
    found: list[Portfolio] = []
    for (group, some), count in zip(groups, shares([len(some) for _, some in groups]), strict=True):
        names = [building.id for building in some]
        for _ in range(count):
            chosen = tuple(draws.sample(names, min(size, len(names))))
            found.append(Portfolio(f"{kind} {len(found)}", kind, group, chosen))
    return found


def shares(sizes: Sequence[int], draws: int = DRAWS) -> list[int]:
    """Shares draws among groups as their sizes are; none goes without, the largest gives for it."""
    exact = [draws * size / sum(sizes) for size in sizes]
    found = [max(1, math.floor(share)) for share in exact]
    by_rest = sorted(range(len(sizes)), key=lambda i: (math.floor(exact[i]) - exact[i], i))
    for i in by_rest[: max(0, draws - sum(found))]:
        found[i] += 1
    while sum(found) > draws:
        found[found.index(max(found))] -= 1
    return found


def sums(output: Path, seed: int, folder: Path) -> list[Sum]:
    """What the bundle of a run says of the portfolios of its held-out buildings."""
    rows = read(output / "steps" / "prepare" / "held-out.csv")
    known = buildings(rows)
    drawn = draw(known, seed)
    folder.mkdir(parents=True, exist_ok=True)
    totals = _totals(output, drawn, folder)
    _compare(output, rows, drawn, totals, folder)
    tonnes = {building.id: building.tonnes for building in known}
    return [
        Sum(
            portfolio.kind,
            portfolio.group,
            len(portfolio.buildings),
            math.fsum(tonnes[name] for name in portfolio.buildings),
            *totals[portfolio.name],
        )
        for portfolio in drawn
    ]


def read(table: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with table.open(newline="") as file:
        return list(csv.DictReader(file))


def _totals(
    output: Path, drawn: Sequence[Portfolio], folder: Path
) -> dict[str, tuple[float, float, float]]:
    table, totals = folder / "portfolios.csv", folder / "totals.csv"
    with table.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["portfolio", "building"])
        writer.writerows([one.name, name] for one in drawn for name in one.buildings)
    held_out = output / "steps" / "prepare" / "held-out.csv"
    measure(
        [
            java_home() / "bin" / "java",
            f"@{CHECKOUT / 'jvm' / 'options'}",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            _class_path(),
            BENCH / "Portfolios.java",
            output / "model.carbonflow",
            held_out,
            table,
            totals,
        ],
        folder / "portfolios.log",
    )
    return _read_totals(totals)


def _class_path() -> str:
    """The jars of the launcher's build."""
    build = PROGRAM / "builds" / (PROGRAM / "current").read_text().strip()
    return ":".join(str(build / jar) for jar in (build / "class-path").read_text().split())


def _read_totals(table: Path) -> dict[str, tuple[float, float, float]]:
    return {
        row["value"]: (
            float(row["total_tonnes"]),
            float(row["lower_tonnes"]),
            float(row["upper_tonnes"]),
        )
        for row in read(table)
    }


def _compare(
    output: Path,
    rows: Table,
    drawn: Sequence[Portfolio],
    totals: Mapping[str, tuple[float, float, float]],
    folder: Path,
) -> None:
    """Ends the bench if `predict --total-by` says something else of the first portfolios."""
    some = [portfolio for portfolio in drawn if portfolio.kind == RANDOM][:COMPARED]
    table, told = folder / "rows.csv", folder / "told.csv"
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["Portfolio", *rows[0]], lineterminator="\n")
        writer.writeheader()
        for portfolio in some:
            members = set(portfolio.buildings)
            writer.writerows(
                {"Portfolio": portfolio.name, **row}
                for row in rows
                if row["OSEBuildingID"] in members
            )
    options: dict[str, str | Path | int] = {
        "bundle": output / "model.carbonflow",
        "rows": table,
        "total-by": "Portfolio",
        "totals": told,
        "predictions": folder / "predictions.csv",
    }
    carbonflow.run_step("predict", options, folder)
    by_command = _read_totals(told)
    for portfolio in some:
        ours, theirs = totals[portfolio.name], by_command[portfolio.name]
        if any(abs(a - b) > 1e-9 * abs(b) for a, b in zip(ours, theirs, strict=True)):
            sys.exit(f"bench: {output}: {portfolio.name}: {ours}, but `predict` says {theirs}")
