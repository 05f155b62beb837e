# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Quantiles of residuals."""

import unittest

import numpy as np

from carbonbench import conformal


class QuantileTest(unittest.TestCase):
    """The finite-sample quantile over buildings."""

    def test_it_is_that_of_one_building_more(self) -> None:
        scores = np.arange(1.0, 100.0)
        buildings = [str(score) for score in scores]
        self.assertEqual(90, conformal.quantile(scores, buildings, 0.9))

    def test_rows_of_a_building_share_its_weight(self) -> None:
        scores = np.array([1.0, 1, 1, 2, 3, 4])
        buildings = ["a", "a", "a", "b", "c", "d"]
        self.assertEqual(1, conformal.quantile(scores, buildings, 0.2))
        self.assertEqual(2, conformal.quantile(scores, buildings, 0.4))

    def test_of_too_few_buildings_there_is_none(self) -> None:
        self.assertEqual(float("inf"), conformal.quantile(np.ones(3), ["a", "b", "c"], 0.9))
