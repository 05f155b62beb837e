# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The command: `bench/run [PART] [options]`.

Parts are speed, whole, startup, quality, intervals, totals, baselines, years, cities,
peers, predict, scale, loop; all is all but the last six.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from carbonbench import machine
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.places import LAUNCHER, Tables, tables
from carbonbench.process import CommandError

FEATURES = ("metered", "unmetered")
PEERS = ("flaml", "autogluon", "h2o", "original")
BY_THEMSELVES = ("years", "cities", "peers", "predict")
"""Parts on the real tables that `all` leaves out."""


def main() -> int:
    """Runs what was asked for; 1 if a check failed."""
    options = _parser().parse_args()
    if options.part in ("loop", "scale"):
        return 0 if _without_tables(options) else 1
    found = tables(options.data)
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds
    print(machine.heading())
    plan = Plan(options.iterations, 5, options.seed, options.threads)
    part = options.part
    fine = True
    try:
        if part in ("speed", "all"):
            from carbonbench import speed

            fine &= speed.run(found, options.features[0], options.model, plan, options.repeat)
        if part in ("whole", "all"):
            from carbonbench import whole

            counts = sorted({options.threads, 1}, reverse=True)
            fine &= whole.run(found, options.features[0], plan, counts, options.repeat)
        if part in ("startup", "all"):
            from carbonbench import startup

            fine &= startup.run(found, options.features[0], plan.seed, max(5, options.repeat))
        if part in ("quality", "all"):
            from carbonbench import quality

            fine &= quality.run(found, options.features, options.seeds, plan, options.keep)
        if part in ("intervals", "all"):
            from carbonbench import intervals

            fine &= intervals.run(found, options.features, options.seeds, plan, options.keep)
        if part in ("totals", "all"):
            from carbonbench import totals

            fine &= totals.run(found, options.features, options.seeds, plan, options.keep)
        if part in ("baselines", "all"):
            from carbonbench import baselines

            fine &= baselines.run(found, options.features, options.seeds, plan, options.keep)
        if part in BY_THEMSELVES:
            fine = _by_itself(found, plan, options)
    except CommandError as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    if not fine:
        print("bench: a check failed; see the tables", file=sys.stderr)
    return 0 if fine else 1


def _by_itself(found: Tables, plan: Plan, options: argparse.Namespace) -> bool:
    """What is not measured with all the others."""
    part = options.part
    if part == "years":
        from carbonbench import years

        return years.run(found, options.features, options.seeds, plan, options.keep)
    if part == "cities":
        from carbonbench import cities

        table = found.folder / "cities" / f"{options.city}.csv"
        return cities.run(table, options.features, options.seeds, plan, options.keep)
    if part == "peers":
        from carbonbench import peers

        return peers.run(
            found,
            options.features[0],
            options.seeds,
            plan,
            peers=options.peers,
            seconds=options.seconds,
            keep=options.keep,
        )
    from carbonbench import predict

    times = options.times or [10, 2]
    return predict.run(found, plan, times, options.repeat, options.keep)


def _without_tables(options: argparse.Namespace) -> bool:
    """What looks at no real table."""
    if options.part == "loop":
        from carbonbench import loop

        return loop.run(options.before, options.repeat)
    from carbonbench import scale

    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)  # builds
    print(machine.heading())
    plan = Plan(options.iterations, 5, options.seed, options.threads)
    return scale.run(
        options.features[0],
        options.model,
        options.times or [1, 3, 10],
        plan,
        megabytes=options.memory,
        plot=options.plot,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench/run", description="Compares carbonflow with Python."
    )
    parts = (
        "all",
        "speed",
        "whole",
        "startup",
        "quality",
        "intervals",
        "totals",
        "baselines",
        "years",
        "cities",
        "peers",
        "predict",
        "scale",
        "loop",
    )
    parser.add_argument("part", nargs="?", choices=parts, default="all")
    parser.add_argument("--data", type=Path, help="folder of the real tables")
    parser.add_argument("--model", nargs="+", choices=list(STEPS), default=list(STEPS))
    parser.add_argument(
        "--features",
        nargs="+",
        choices=FEATURES,
        default=list(FEATURES),
        help="speed, whole, startup, peers and predict take the first",
    )
    parser.add_argument("--iterations", type=int, default=50, help="trials a model")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each side")
    parser.add_argument("--seed", type=int, default=0, help="of speed, whole and startup")
    parser.add_argument(
        "--seeds",
        type=int,
        nargs="+",
        default=list(range(5)),
        help="of quality, intervals, totals, baselines, years, cities, peers",
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="quality and what follows it: take what an interrupted call has measured",
    )
    parser.add_argument(
        "--before", default="HEAD~1", help="loop: the revision that this one is compared with"
    )
    parser.add_argument(
        "--peers",
        nargs="+",
        choices=PEERS,
        default=list(PEERS),
        help="of peers: with whom carbonflow is compared",
    )
    parser.add_argument(
        "--seconds", type=float, help="of peers: the wall time they get, else that of carbonflow"
    )
    parser.add_argument("--city", default="chicago", help="of cities")
    parser.add_argument(
        "--times", type=int, nargs="+", help="of scale and predict: how many times the rows"
    )
    parser.add_argument(
        "--memory", type=int, help="of scale: the megabytes that a process may have, all in all"
    )
    parser.add_argument("--plot", type=Path, help="of scale: an SVG or PNG to draw")
    parser.add_argument("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
