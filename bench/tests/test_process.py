# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a measured process is charged for."""

import sys
import tempfile
import unittest
from pathlib import Path

from carbonbench.process import CommandError, measure

BUSY = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
PARENT = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BUSY!r}])"
LARGE = "import time\nkept = b'x' * 150_000_000\ntime.sleep(1)"
TWO_LARGE = (
    "import subprocess, sys\n"
    f"two = [subprocess.Popen([sys.executable, '-c', {LARGE!r}]) for _ in range(2)]\n"
    "[each.wait() for each in two]"
)


class MeasureTest(unittest.TestCase):
    """Runs real processes."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = Path(folder.name) / "log"

    def test_children_are_counted(self) -> None:
        self.assertGreaterEqual(measure([sys.executable, "-c", PARENT], self.log).cpu, 0.3)

    @unittest.skipUnless(sys.platform == "linux", "adds up processes by /proc")
    def test_memory_of_processes_side_by_side_is_added_up(self) -> None:
        self.assertGreater(measure([sys.executable, "-c", TWO_LARGE], self.log).memory, 290)

    def test_a_failure_says_what_the_process_said(self) -> None:
        with self.assertRaisesRegex(CommandError, "no such luck"):
            measure([sys.executable, "-c", "raise SystemExit('no such luck')"], self.log)
