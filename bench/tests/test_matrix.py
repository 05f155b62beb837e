# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Folds and scores are those of carbonflow."""

import unittest

import numpy as np

from carbonbench import matrix


class FoldsTest(unittest.TestCase):
    """Buildings are dealt out to folds."""

    def setUp(self) -> None:
        self.buildings = [str(row // 2) for row in range(100)] + ["7", "lone"]
        self.fold_of = matrix.folds(self.buildings, 5, 3)

    def test_a_building_is_in_one_fold(self) -> None:
        for building in set(self.buildings):
            rows = [row for row, other in enumerate(self.buildings) if other == building]
            self.assertEqual(1, len(set(self.fold_of[rows])))

    def test_folds_are_of_nearly_equal_size(self) -> None:
        sizes = np.bincount(self.fold_of, minlength=5)
        self.assertLessEqual(sizes.max() - sizes.min(), 2)

    def test_the_order_of_rows_does_not_matter(self) -> None:
        backwards = matrix.folds(self.buildings[::-1], 5, 3)
        np.testing.assert_array_equal(self.fold_of[::-1], backwards)

    def test_another_seed_deals_differently(self) -> None:
        self.assertTrue((self.fold_of != matrix.folds(self.buildings, 5, 4)).any())


class TreeWeightsTest(unittest.TestCase):
    """Rows that are unlike their kind count less, without meters."""

    def _weights(self, features: str, labels: list[float], buildings: list[str]) -> list[float]:
        label = np.array(labels)
        one = np.ones(len(labels))
        rows = matrix.Matrix(features, buildings, np.ones((len(labels), 1)), label, one, one, one)
        found: list[float] = matrix.tree_weights(rows).tolist()
        return found

    def test_a_row_far_from_its_kind_counts_less(self) -> None:
        found = self._weights("unmetered", [1.0, 1.0, 4.2], ["a", "b", "c"])
        np.testing.assert_allclose(found, [1, 1, 1 / (1 + 1.5 * 2)])

    def test_both_years_of_a_building_that_changed_count_less(self) -> None:
        np.testing.assert_allclose(self._weights("unmetered", [1.0, 1.75], ["a", "a"]), [0.8, 0.8])

    def test_with_meters_all_count_the_same(self) -> None:
        np.testing.assert_array_equal(
            self._weights("metered", [1.0, 1.0, 9.0], ["a", "b", "c"]), [1, 1, 1]
        )


class ScaleTest(unittest.TestCase):
    """The scale of the scores."""

    def test_box_cox_by_formula(self) -> None:
        expected = (101**-0.1 - 1) / -0.1
        self.assertAlmostEqual(expected, float(matrix.box_cox(np.array([100.0]))[0]))

    def test_inverse_leads_back(self) -> None:
        tonnes = np.array([-0.5, 0.0, 3.0, 12345.0])
        np.testing.assert_allclose(matrix.inverse_box_cox(matrix.box_cox(tonnes)), tonnes)

    def test_predictions_are_held_within_what_was_seen(self) -> None:
        one = np.ones(2)
        rows = matrix.Matrix("unmetered", ["a", "b"], np.ones((2, 1)), one, one, one, one)
        held = matrix.predicted(np.array([-900.0, 900.0]), rows, np.arange(2), 5.0)
        np.testing.assert_array_equal([matrix.FLOOR, 5.0], held)

    def test_r2_of_the_mean_is_zero(self) -> None:
        self.assertEqual(0.0, matrix.r2(np.array([1.0, 3.0]), np.array([2.0, 2.0])))
