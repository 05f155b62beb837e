# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is reported about many times the rows."""

import tempfile
import unittest
from pathlib import Path

from carbonbench import scale, scaleplot
from carbonbench.carbonflow import STEPS, Plan
from carbonbench.places import Tables
from carbonbench.process import Usage


def usage(cpu: float) -> Usage:
    """What takes this CPU time."""
    return Usage(cpu, cpu, 100 * cpu, 1.0)


class ScaleTest(unittest.TestCase):
    """Tables, options, and the plot."""

    def setUp(self) -> None:
        self.found: dict[int, scale.Found] = {
            1: {"merge": usage(2.0), "clean": usage(3.0)},
            10: {"merge": usage(9.0), "clean": "out of memory"},
            100: {"merge": usage(90.0)},
        }
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_size_is_compared_with_the_one_before(self) -> None:
        lines = scale.ratios(self.found).splitlines()
        self.assertEqual("| step | 10 x / 1 x | 100 x / 10 x |", lines[0])
        self.assertEqual("| merge | 4.5 | 10.0 |", lines[2])

    def test_a_step_that_failed_has_no_ratio_and_is_told(self) -> None:
        self.assertEqual("| clean |  |  |", scale.ratios(self.found).splitlines()[3])
        table = scale.table(self.found, lambda use: f"{use.cpu:.0f}")
        self.assertEqual("| clean | 3 | fails |  |", table.splitlines()[3])

    def test_a_step_reads_only_what_another_one_has_written(self) -> None:
        tables = Tables(self.folder / "tables")
        plan = Plan(10, 5, 0, 2)
        steps = {
            **scale.preparing(self.folder, tables, "metered", plan),
            **scale.searching(self.folder, list(STEPS), plan),
            **scale.judging(self.folder, tables, plan),
        }
        files = [
            path
            for options in steps.values()
            for path in options.values()
            if isinstance(path, Path) and path.parent == self.folder
        ]
        once = {str(file) for file in files if files.count(file) == 1}
        self.assertIn(str(self.folder / "train.csv"), map(str, files))
        for read in ("rows.csv", "svm.json", "svm.bin", "choice.json", "model.carbonflow"):
            self.assertNotIn(str(self.folder / read), once)

    def test_labels_are_moved_apart_in_their_order(self) -> None:
        moved = scaleplot.apart([0.5, 0.51, 0.1, 0.52], 0.05)
        for expected, height in zip([0.5, 0.55, 0.1, 0.6], moved, strict=True):
            self.assertAlmostEqual(expected, height)

    def test_labels_stay_in_the_picture(self) -> None:
        moved = scaleplot.apart([0.98, 0.99, 1.0], 0.05)
        for expected, height in zip([0.9, 0.95, 1.0], moved, strict=True):
            self.assertAlmostEqual(expected, height)

    def test_the_same_figures_give_the_same_picture(self) -> None:
        drawn = {many * 1700: scale.used(of) for many, of in self.found.items()}
        for name in ("a.svg", "b.svg"):
            scaleplot.draw(drawn, self.folder / name)
        text = (self.folder / "a.svg").read_text()
        self.assertEqual(text, (self.folder / "b.svg").read_text())
        self.assertIn(">merge</text>", text)
        self.assertIn("170,000", text)
