# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Draws from the search spaces."""

import random
import unittest

from carbonbench import spaces


class SpacesTest(unittest.TestCase):
    """What is drawn and what is refused."""

    def test_what_is_drawn_lies_in_the_space(self) -> None:
        source = random.Random(1)
        for model in ("svm", "random_forest", "xgboost"):
            for _ in range(200):
                spaces.check(model, spaces.draw(model, source))

    def test_whole_numbers_reach_both_ends_as_often_as_the_rest(self) -> None:
        source = random.Random(2)
        drawn = [spaces.Range(1, 4, whole=True).draw(source) for _ in range(4000)]
        for value in range(1, 5):
            self.assertAlmostEqual(1000, drawn.count(value), delta=120)

    def test_a_value_outside_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            spaces.check("svm", {"kernel": "linear", "C": 4.0, "epsilon": 0.1})

    def test_an_unknown_hyperparameter_is_refused(self) -> None:
        chosen = spaces.draw("xgboost", random.Random(3))
        with self.assertRaises(ValueError):
            spaces.check("xgboost", chosen | {"max_delta_step": 1.0})
