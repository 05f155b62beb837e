# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rates of prediction."""

import math
import tempfile
import unittest
from pathlib import Path

import pandas as pd

from carbonbench import predict, warm
from carbonbench.predict import Side
from carbonbench.process import Usage


def used(cpu: float) -> Usage:
    """A process that was alone."""
    return Usage(cpu, 2 * cpu, 100.0, 0.0)


class SideTest(unittest.TestCase):
    """What further rows cost."""

    def test_start_up_cancels(self) -> None:
        side = Side("any", (1000, 5000), [used(3.0), used(4.0)], [used(5.0), used(8.0)])
        self.assertEqual([2000.0, 1000.0], side.cpu_rate())
        self.assertEqual([1000.0, 500.0], side.wall_rate())


class RepeatedTest(unittest.TestCase):
    """The table many times over."""

    def test_each_copy_has_ids_of_its_own_and_the_same_cells(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            table = Path(name) / "table.csv"
            table.write_text("OSEBuildingID,Comments\n7,\n8,01.50\n")
            rows = pd.read_csv(
                predict.repeated(table, 2, Path(name)), dtype=str, keep_default_na=False
            )
        self.assertEqual(["7", "8", "1000007", "1000008"], rows["OSEBuildingID"].tolist())
        self.assertEqual(["", "01.50"] * 2, rows["Comments"].tolist())


class WarmTest(unittest.TestCase):
    """What a process takes that has been up for a while."""

    def test_the_last_turns_count_and_other_lines_do_not(self) -> None:
        log = "WARNING: something\n9.0\n8.0\n" + "2.0\n1.0\n3.0\n2.0\n2.5\n"
        self.assertEqual([9.0, 8.0, 2.0, 1.0, 3.0, 2.0, 2.5], warm.turns(log))
        self.assertEqual(2.0, warm.counted(warm.turns(log)))


class ApartTest(unittest.TestCase):
    """How far both sides lie apart."""

    def test_the_same_rows_in_another_order_are_compared_by_building(self) -> None:
        ours = pd.DataFrame(
            {"OSEBuildingID": [1, 2], "DataYear": 2016, "predicted_tonnes": [10.0, 20.0]}
        )
        self.assertEqual((0.0, 0.0), predict.apart(ours, ours[::-1]))

    def test_another_row_is_no_agreement(self) -> None:
        ours = pd.DataFrame({"OSEBuildingID": [1], "DataYear": 2016, "predicted_tonnes": [10.0]})
        self.assertEqual(math.inf, predict.apart(ours, ours.assign(OSEBuildingID=3))[0])


if __name__ == "__main__":
    unittest.main()
