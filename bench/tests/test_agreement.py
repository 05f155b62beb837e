# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scores of the same trials are compared."""

import json
import tempfile
import unittest
from pathlib import Path

from carbonbench import agreement


class CompareTest(unittest.TestCase):
    """Two finished searches."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.ours, self.theirs = Path(folder.name) / "ours", Path(folder.name) / "theirs"
        self.write(self.ours, [[0.5, 0.7], [0.8, 0.9]])

    @staticmethod
    def write(path: Path, trials: list[list[float]]) -> None:
        rows = [{"number": number, "fold_r2": r2} for number, r2 in enumerate(trials)]
        path.write_text(json.dumps({"trials": rows}))

    def test_equal_scores_agree(self) -> None:
        self.assertTrue(agreement.compare("svm", self.ours, self.ours).holds)

    def test_one_trial_far_off_is_found(self) -> None:
        self.write(self.theirs, [[0.5, 0.7], [0.8, 0.9 + 4e-3]])
        found = agreement.compare("svm", self.ours, self.theirs)
        self.assertFalse(found.holds)
        self.assertAlmostEqual(2e-3, found.largest)

    def test_another_best_trial_says_how_much_is_lost(self) -> None:
        self.write(self.theirs, [[0.9, 0.9], [0.8, 0.9]])
        found = agreement.compare("random_forest", self.ours, self.theirs)
        self.assertFalse(found.same_best)
        self.assertAlmostEqual(0.05, found.loss)

    def test_a_missing_trial_is_an_error(self) -> None:
        self.write(self.theirs, [[0.5, 0.7]])
        with self.assertRaisesRegex(ValueError, "finished trials differ"):
            agreement.compare("svm", self.ours, self.theirs)
