# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sums are compared with what was measured."""

import math
import unittest

from carbonbench import totals
from carbonbench.portfolios import OTHERS, RANDOM, Sum
from carbonbench.totals import Limit, Run, Scores


def held(kind: str, hold: int, of: int, group: str = "", buildings: int = 50) -> list[Sum]:
    """Sums of 100 t with an interval of 80 to 120 t, some of which hold."""
    actual = [100.0] * hold + [200.0] * (of - hold)
    return [Sum(kind, group, buildings, one, 100, 80, 120) for one in actual]


def run(ratio: float = 1, sums: list[Sum] | None = None, r2: float | None = None) -> Run:
    """A training."""
    metrics = {} if r2 is None else {"models": {"ensemble": {"r2": r2}}}
    one = Scores(ratio, 0.9, 40)
    return Run("metered", 1, metrics, one, one, sums or [])


class ScoresTest(unittest.TestCase):
    """Predicted and measured tonnes."""

    def test_they_are_ratio_r2_and_mean_absolute_error(self) -> None:
        found = totals.scores([1, 2, 3, 4], [1, 2, 3, 6])
        self.assertAlmostEqual(1.2, found.ratio)
        self.assertAlmostEqual(1 - 4 / 5, found.r2)
        self.assertAlmostEqual(0.5, found.mae)

    def test_rows_have_to_be_as_many(self) -> None:
        with self.assertRaises(ValueError):
            totals.scores([1, 2], [1])


class RunTest(unittest.TestCase):
    """Figures of a training."""

    def test_a_number_that_metrics_lack_is_none(self) -> None:
        self.assertEqual(0.5, run(r2=0.5).at("models", "ensemble", "r2"))
        self.assertTrue(math.isnan(run(r2=0.5).at("next_year", "new", "r2")))
        self.assertTrue(math.isnan(run(r2=0.5).at("models")))

    def test_coverage_and_width_are_of_a_kind(self) -> None:
        one = run(sums=[*held(RANDOM, 3, 4), *held("small ones", 0, 2)])
        self.assertEqual(0.75, one.coverage(RANDOM))
        self.assertAlmostEqual(0.4, one.width(RANDOM))

    def test_other_kinds_count_the_same(self) -> None:
        some = [
            held(kind, hold, of)
            for kind, hold, of in zip(OTHERS, (1, 8, 0), (1, 8, 2), strict=True)
        ]
        self.assertAlmostEqual(
            2 / 3, run(sums=[one for kind in some for one in kind]).other_coverage()
        )


class LimitTest(unittest.TestCase):
    """What is asked of all seeds together and of each."""

    limit = Limit("ratio", lambda one: one.means.ratio, ".2f", (0.95, 1.05), (0.87, 1.13))

    def test_the_mean_has_to_lie_within(self) -> None:
        self.assertTrue(self.limit.holds([run(0.88), run(1.12)]))
        self.assertFalse(self.limit.holds([run(0.9), run(0.9)]))

    def test_so_has_each_seed(self) -> None:
        self.assertFalse(self.limit.holds([run(0.86), run(1.12)]))

    def test_what_is_missing_does_not_hold(self) -> None:
        limit = Limit("R²", lambda one: one.at("models", "ensemble", "r2"), ".2f", (0.8, math.inf))
        self.assertTrue(limit.holds([run(r2=0.8)]))
        self.assertFalse(limit.holds([run(r2=0.9), run()]))

    def test_a_row_says_what_was_asked_and_found(self) -> None:
        self.assertEqual(
            ["ratio", "0.95 to 1.05; each 0.87 to 1.13", "1.00", "0.88 to 1.12", "yes"],
            self.limit.cells([run(0.88), run(1.12)]),
        )
        least = Limit("ratio", lambda one: one.means.ratio, ".1f", (2, math.inf))
        self.assertEqual(["≥ 2.0", "**no**"], [least.cells([run(1)])[i] for i in (1, 4)])
        most = Limit("ratio", lambda one: one.means.ratio, ".0%", (-math.inf, 0.6))
        self.assertEqual("≤ 60%", most.cells([run(1)])[1])


class GroupsTest(unittest.TestCase):
    """Types and neighborhoods over all seeds."""

    runs = (
        run(sums=[*held("one type", 1, 2, "Hotel", 3), *held("one type", 3, 4, "Office")]),
        run(sums=[*held("one type", 0, 2, "Hotel", 5), *held("one type", 4, 4, "Office")]),
    )

    def test_the_worst_is_first(self) -> None:
        hotel, office = totals.groups(self.runs, "one type")
        self.assertEqual(["Hotel", "3 to 5", "4", "25.0", "0.50"], hotel.cells())
        self.assertEqual(["Office", "50", "8", "87.5", "1.00"], office.cells())

    def test_the_worst_is_named_and_that_of_enough_buildings(self) -> None:
        self.assertEqual(
            "the worst is Hotel, 25.0%; of those with 50 in each split Office, 87.5%;"
            " each counting the same, 56.2% hold",
            totals.worst(self.runs, "one type"),
        )

    def test_where_there_were_fewer_their_number_is_told(self) -> None:
        kinds = [
            *held("random 10", 1, 1, "", 10),
            *held(RANDOM, 1, 1),
            *held("small ones", 1, 1, "", 40),
        ]
        one = run(sums=[*kinds, *held("random 200", 1, 1, "", 200)])
        self.assertEqual(
            ["Seed 1, small ones: all 40 buildings, each of the 300 times."], totals.fewer([one])
        )
