# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Finished trainings are taken again."""

import json
import tempfile
import unittest
from pathlib import Path
from typing import Any
from unittest.mock import patch

from carbonbench import carbonflow
from carbonbench.carbonflow import Plan
from carbonbench.places import Tables

PLAN = Plan(iterations=50, folds=5, seed=3, threads=2)
TABLES = Tables(Path("tables"))


class SharedTrainingTest(unittest.TestCase):
    """A training that several parts can use."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.results = Path(folder.name)
        self.trained: list[Path] = []
        self.replace("RESULTS", self.results)
        self.replace("train_on", lambda *options: self.trained.append(options[3]))

    def replace(self, name: str, value: object) -> None:
        patcher = patch.object(carbonflow, name, value)
        self.addCleanup(patcher.stop)
        patcher.start()

    def write(self, output: Path, iterations: int = 50, **metrics: Any) -> Path:  # noqa: ANN401
        (output / "steps").mkdir(parents=True)
        (output / "predictions.csv").touch()
        told = {"features": "metered", "seed": 3, "totals": {}, **metrics}
        (output / "metrics.json").write_text(json.dumps(told))
        step = {"inputParameters": {"iterations": iterations, "folds": 5}}
        (output / "steps" / "train-svm.json").write_text(json.dumps(step))
        return output

    def taken(self, keep: bool = True) -> Path:
        return carbonflow.shared_training("totals", TABLES, "metered", PLAN, keep)

    def test_one_of_another_part_is_taken(self) -> None:
        there = self.write(self.results / "quality" / "metered-3" / "carbonflow")
        self.assertEqual(there, self.taken())
        self.assertEqual([], self.trained)

    def test_its_own_is_taken_first(self) -> None:
        self.write(self.results / "intervals" / "metered-3")
        own = self.write(self.results / "totals" / "metered-3")
        self.assertEqual(own, self.taken())

    def test_one_of_other_options_is_not(self) -> None:
        self.write(self.results / "intervals" / "metered-3", iterations=5)
        self.assertEqual([self.taken()], self.trained)

    def test_one_that_tells_no_totals_is_not(self) -> None:
        there = self.write(self.results / "intervals" / "metered-3")
        (there / "metrics.json").write_text('{"features": "metered", "seed": 3}')
        self.assertEqual([self.taken()], self.trained)

    def test_none_is_taken_unless_it_shall_be_kept(self) -> None:
        self.write(self.results / "totals" / "metered-3")
        self.assertEqual([self.taken(keep=False)], self.trained)
