# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether both sides, given the same trials and folds, come to the same scores."""

import json
import statistics
from dataclasses import dataclass
from pathlib import Path

MEAN_TOLERANCE = {"svm": 1e-4, "random_forest": 0.01, "xgboost": 5e-3}
LARGEST_TOLERANCE = {"svm": 1e-3, "random_forest": 0.03, "xgboost": 0.015}
"""Cross-validated R² of a trial. An SVM's optimum is unique, up to the tolerance of the solver. The
two versions of XGBoost bin columns differently, and a forest's draws are others, so both agree in
distribution only: another seed alone moves a trial by 1e-3 (XGBoost) and 3e-3 (forest)."""


@dataclass(frozen=True)
class Agreement:
    """How far the trials' cross-validated R² lie apart."""

    model: str
    trials: int
    mean: float
    bias: float
    largest: float
    same_best: bool
    loss: float
    """How much worse, by Python's scores, carbonflow's best trial is than Python's own."""

    @property
    def holds(self) -> bool:
        """Whether both are within the stated tolerance."""
        within = self.mean <= MEAN_TOLERANCE[self.model]
        return within and self.largest <= LARGEST_TOLERANCE[self.model]

    def row(self) -> list[str]:
        """The cells of a table."""
        return [
            self.model,
            str(self.trials),
            f"{self.mean:.1e}",
            f"{self.bias:+.1e}",
            f"{self.largest:.1e}",
            f"{MEAN_TOLERANCE[self.model]:g}, {LARGEST_TOLERANCE[self.model]:g}",
            "yes" if self.same_best else f"no, {self.loss:.4f} apart",
            "agrees" if self.holds else "DIFFERS",
        ]


HEADER = [
    "model",
    "trials",
    "mean absolute difference",
    "mean difference (carbonflow - Python)",
    "largest",
    "tolerance (mean, largest)",
    "same best trial",
    "",
]


def compare(model: str, carbonflow: Path, python: Path) -> Agreement:
    """Compares the scores of two finished searches."""
    ours, theirs = _scores(carbonflow), _scores(python)
    if set(ours) != set(theirs):
        raise ValueError(f"{model}: finished trials differ: {sorted(set(ours) ^ set(theirs))}")
    differences = [ours[number] - theirs[number] for number in ours]
    absolute = [abs(difference) for difference in differences]
    best, their_best = max(ours, key=ours.__getitem__), max(theirs, key=theirs.__getitem__)
    return Agreement(
        model,
        len(ours),
        statistics.mean(absolute),
        statistics.mean(differences),
        max(absolute),
        best == their_best,
        theirs[their_best] - theirs[best],
    )


def _scores(path: Path) -> dict[int, float]:
    search = json.loads(path.read_text())
    return {trial["number"]: statistics.mean(trial["fold_r2"]) for trial in search["trials"]}
