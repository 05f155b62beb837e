# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All years are compared with the first two."""

import tempfile
import unittest
from pathlib import Path
from typing import Any

from carbonbench import years
from carbonbench.places import Tables
from carbonbench.process import Usage
from carbonbench.years import Pair, Scores, Training


def training(newest: float, first: float, mae: float, cpu: float) -> Training:
    """One that was scored so."""
    return Training(
        "ensemble", Usage(cpu, cpu, 800, 0), Scores(900, first, mae), Scores(400, newest, mae)
    )


def pair(gain: float = 0.02, loss: float = 0, mae: float = 49, cpu: float = 3) -> Pair:
    """All years against two, and a backtest that holds."""
    seen: list[dict[str, Any]] = [
        {"year": year, "seen_before": {"r2": r2, "last_years_tonnes": {"r2": r2 - 0.1}}}
        for year, r2 in ((2016, 0.93), (2017, 0.94), (2021, 0.9))
    ]
    backtest = {"from_year_before": seen, "from_all_before": seen}
    two = training(0.87, 0.88, 50, 100)
    return Pair("metered", 1, two, training(0.87 + gain, 0.88 - loss, mae, 100 * cpu), backtest)


class LimitsTest(unittest.TestCase):
    """What is asked, and whether it holds."""

    def failed(self, *pairs: Pair) -> list[str]:
        return [cells[0] for cells in years._limits(pairs) if cells[3] != "yes"]

    def test_all_hold(self) -> None:
        self.assertEqual([], self.failed(pair()))

    def test_means_over_the_seeds_count(self) -> None:
        self.assertEqual([], self.failed(pair(gain=0.05), pair(gain=0)))

    def test_each_can_fail(self) -> None:
        self.assertEqual(["R² of 2021, gained"], self.failed(pair(gain=0.01)))
        self.assertEqual(["R² of 2015 and 2016, gained"], self.failed(pair(loss=0.003)))
        self.assertEqual(
            ["MAE of 2021, change", "MAE of 2015 and 2016, change"], self.failed(pair(mae=51))
        )
        self.assertEqual(["CPU time of all / of two"], self.failed(pair(cpu=4.5)))


class ScoresTest(unittest.TestCase):
    """Predicted against measured tonnes."""

    def test_what_is_right_is_one(self) -> None:
        found = years.scores([1, 20, 300], [1, 20, 300], 300)
        self.assertEqual((3, 1, 0), (found.rows, found.r2, found.mae))

    def test_nothing_counts_as_more_than_the_top(self) -> None:
        self.assertEqual(1, years.scores([1, 20, 300], [1, 20, 9000], 300).r2)
        self.assertEqual(2900, years.scores([1, 20, 300], [1, 20, 9000], 300).mae)


class TablesTest(unittest.TestCase):
    """Where tables of later years lie."""

    def test_they_are_found_by_their_names(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            self.assertEqual({}, Tables(folder).later())
            (folder / "years").mkdir()
            for file in ("2018.csv", "2017.csv", "notes.csv"):
                (folder / "years" / file).touch()
            self.assertEqual([2017, 2018], list(Tables(folder).later()))
            self.assertTrue(Tables(folder).all_years().endswith("years/2018.csv"))
