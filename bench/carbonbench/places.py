# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where things lie: the checkout, the real tables, raw results."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
CHECKOUT = BENCH.parent
RESULTS = BENCH / "results"
LAUNCHER = CHECKOUT / "carbonflow"
PROGRAM = CHECKOUT / "target" / "program"
CLASS_CACHE = PROGRAM / "libraries.jsa"
YEARS = (2015, 2016)


@dataclass(frozen=True)
class Tables:
    """The folder that holds the tables of the first two years, and maybe those of later ones."""

    folder: Path

    def options(self) -> list[str]:
        """The tables as options of carbonflow."""
        return [f"--data-{year}={self.folder / name(year)}" for year in YEARS]

    def later(self) -> dict[int, Path]:
        """The tables of later years, in a folder of their own; none where that is absent."""
        found = sorted((self.folder / "years").glob("[0-9][0-9][0-9][0-9].csv"))
        return {int(file.stem): file for file in found}

    def all_years(self) -> str:
        """All tables as one option of carbonflow."""
        files = [*(self.folder / name(year) for year in YEARS), *self.later().values()]
        return "--data=" + ",".join(map(str, files))


def name(year: int) -> str:
    """The file name of a year's table."""
    return f"{year}-building-energy-benchmarking.csv"


def tables(given: Path | None) -> Tables:
    """Finds the real tables: where they are said to be, or in `shared` beside the checkout."""
    shared = os.environ.get("CARBONFLOW_SHARED")
    candidates = [
        given,
        Path(shared) / "data" if shared else None,
        CHECKOUT.parent / "shared" / "data",
    ]
    for folder in candidates:
        if folder and all((folder / name(year)).is_file() for year in YEARS):
            return Tables(folder.resolve())
    looked = ", ".join(str(folder) for folder in candidates if folder)
    sys.exit(
        f"bench: no {name(YEARS[0])} and {name(YEARS[1])} in {looked}; "
        "name their folder with --data"
    )
