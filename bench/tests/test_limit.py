# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the memory of a process is limited."""

import sys
import tempfile
import unittest
from pathlib import Path

from carbonbench.limit import limited
from carbonbench.process import CommandError, measure

TOO_MUCH = "kept = bytearray(400_000_000); kept[::4096] = b'x' * len(kept[::4096])"


class LimitTest(unittest.TestCase):
    """Groups in a folder that is not one of the system's, and one that is."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def test_nothing_is_limited_without_a_number(self) -> None:
        with limited(None, self.root) as limit:
            self.assertEqual(["java", "-version"], limit.words(["java", "-version"]))
            self.assertEqual({}, limit.environment)

    def test_where_no_group_can_be_made_the_heap_is_limited(self) -> None:
        with limited(6144, self.root / "absent") as limit:
            self.assertEqual({"CARBONFLOW_JAVA_OPTIONS": "-Xmx3686m"}, limit.environment)
            self.assertIsNone(limit.group)

    def test_a_group_of_version_2_has_the_memory_and_no_swap(self) -> None:
        (self.root / "cgroup.controllers").write_text("memory")
        with limited(2048, self.root) as limit:
            self.assertEqual(str(2048 << 20), (limit.group / "memory.max").read_text())
            self.assertEqual("0", (limit.group / "memory.swap.max").read_text())

    def test_a_group_of_version_1_is_in_the_tree_of_memory(self) -> None:
        (self.root / "memory").mkdir()
        with limited(2048, self.root) as limit:
            self.assertEqual(self.root / "memory", limit.group.parent)
            self.assertEqual(str(2048 << 20), (limit.group / "memory.limit_in_bytes").read_text())

    def test_a_process_enters_its_group(self) -> None:
        (self.root / "memory").mkdir()
        with limited(2048, self.root) as limit:
            measure(limit.words([sys.executable, "-c", "pass"]), self.root / "log")
            self.assertTrue((limit.group / "cgroup.procs").read_text().strip().isdigit())

    def test_a_process_that_takes_more_is_ended(self) -> None:
        with limited(100) as limit:
            if not limit.group:
                self.skipTest("no control group can be made here")
        with self.assertRaises(CommandError):
            measure([sys.executable, "-c", TOO_MUCH], self.root / "log", megabytes=100)
