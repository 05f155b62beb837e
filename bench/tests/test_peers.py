# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lines of the table of peers."""

import unittest
from typing import Any

import numpy as np

from carbonbench import peers
from carbonbench.carbonflow import Plan
from carbonbench.matrix import Floats
from carbonbench.peers import Line
from carbonbench.process import Usage

PLAN = Plan(iterations=50, folds=5, seed=10, threads=2)
USAGE = Usage(cpu=80.0, wall=45.0, memory=500.0, load=1.0)


def first_and_second(labels: Floats) -> tuple[float, float]:
    """A score that tells which labels it got."""
    return float(labels[0]), float(labels[1])


def answer(point: str, model: str, chosen: bool, labels: list[float]) -> dict[str, Any]:
    """What a peer leaves."""
    return {
        "point": point,
        "model": model,
        "chosen": chosen,
        "trials": 7,
        "cpu": 33.0,
        "held_out": np.array(labels).tolist(),
    }


class OurLinesTest(unittest.TestCase):
    """carbonflow's own lines."""

    def test_the_model_that_is_used_comes_first_and_has_the_cost(self) -> None:
        models = {
            name: {"r2": r2, "tonnes": {"mae": 100 * r2}}
            for name, r2 in (("svm", 0.9), ("ensemble", 0.8))
        }
        lines = peers.our_lines({"best_model": "ensemble", "models": models}, PLAN, USAGE)
        self.assertEqual(["ensemble", "svm"], [line.model for line in lines])
        self.assertEqual([True, False], [line.chosen for line in lines])
        self.assertEqual([USAGE, None], [line.usage for line in lines])
        self.assertEqual((0.8, 80.0), (lines[0].r2, lines[0].mae_tonnes))


class TheirLinesTest(unittest.TestCase):
    """A peer's lines."""

    def test_what_it_would_use_is_last_and_has_the_cost_of_the_process(self) -> None:
        answers = [
            answer("same CPU", "svm", True, [0.5, 60.0]),
            answer("end", "svm", False, [0.4, 70.0]),
            answer("end", "xgboost", True, [0.7, 50.0]),
        ]
        lines = peers.their_lines("original", 10, answers, USAGE, first_and_second)
        self.assertEqual(
            ["original", "original, at the same CPU", "original"], [line.side for line in lines]
        )
        self.assertEqual("xgboost", lines[-1].model)
        self.assertEqual((0.7, 50.0), (lines[-1].r2, lines[-1].mae_tonnes))
        self.assertEqual((USAGE, USAGE.cpu), (lines[-1].usage, lines[-1].cpu))

    def test_the_time_that_it_was_given_is_told(self) -> None:
        answers = [{**answer("end", "lgbm", True, [0.5, 60.0]), "seconds": 288.5}]
        lines = peers.their_lines("flaml", 10, answers, USAGE, first_and_second)
        self.assertIn("| 288 | 80 | 45 |", peers.every_line(lines))

    def test_at_the_same_cpu_only_its_own_cpu_is_known(self) -> None:
        answers = [answer("same CPU", "svm", True, [0.5, 60.0])]
        (line,) = peers.their_lines("original", 10, answers, USAGE, first_and_second)
        self.assertIsNone(line.usage)
        self.assertEqual(33.0, line.cpu)


class TablesTest(unittest.TestCase):
    """What is printed."""

    LINES = (
        Line("carbonflow", 1, "ensemble", True, 50, 0.90, 40.0, USAGE, 80.0),
        Line("carbonflow", 1, "svm", False, 50, 0.95, 40.0, None, 80.0),
        Line("flaml", 1, "lgbm", True, 9, 0.92, 44.0, USAGE, 60.0),
        Line("carbonflow", 2, "ensemble", True, 50, 0.80, 50.0, USAGE, 90.0),
        Line("flaml", 2, "lgbm", True, 9, 0.79, 48.0, USAGE, 70.0),
    )

    def test_means_are_of_what_would_be_used_and_seed_by_seed(self) -> None:
        rows = peers.means(self.LINES).splitlines()[2:]
        self.assertEqual(
            [
                "| carbonflow | 2 | 0.8500 | +0.0000 | +0.0000 to +0.0000 | 45.0 | 85 |",
                "| flaml | 2 | 0.8550 | +0.0050 | -0.0100 to +0.0200 | 46.0 | 65 |",
            ],
            rows,
        )

    def test_every_line_has_the_cost_once(self) -> None:
        rows = peers.every_line(self.LINES).splitlines()[2:]
        self.assertTrue(rows[0].startswith("| **carbonflow** | 1 | ensemble |"), rows[0])
        self.assertTrue(rows[0].endswith("| 80 | 45 | 500 | 1.0 |"), rows[0])
        self.assertTrue(rows[1].endswith("|  |  |  |  |"), rows[1])


if __name__ == "__main__":
    unittest.main()
