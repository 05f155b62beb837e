# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Processes whose memory is limited, by a control group of Linux where one can be made."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
ENTER = 'echo $$ >"$0/cgroup.procs" && exec "$@"'
HEAP_PERCENT = 60
"""The part of the memory that the launcher lets the heap have."""


@dataclass(frozen=True)
class Limit:
    """What a process is given: a group to be in, or else an option of the JVM."""

    group: Path | None
    environment: dict[str, str]

    def words(self, command: Sequence[str | Path]) -> list[str]:
        """The command, started in the group by a shell; what it starts is in it, too."""
        words = [str(word) for word in command]
        return ["sh", "-c", ENTER, str(self.group), *words] if self.group else words


@contextmanager
def limited(megabytes: int | None, root: Path = ROOT) -> Iterator[Limit]:
    """A limit for as long as it is used; none without a number.

    Where no group can be made, the heap alone is limited, and that is said.
    """
    if not megabytes:
        yield Limit(None, {})
        return
    made = _group(megabytes, root)
    if not made:
        heap = megabytes * HEAP_PERCENT // 100
        print(f"bench: no control group can be made, so the heap has {heap} MB", file=sys.stderr)
        yield Limit(None, {"CARBONFLOW_JAVA_OPTIONS": f"-Xmx{heap}m"})
        return
    try:
        yield made
    finally:
        _remove(made.group)


def _group(megabytes: int, root: Path) -> Limit | None:
    """Version 2 has all controllers in one tree, version 1 has a tree for each."""
    second = (root / "cgroup.controllers").exists()
    parent = root if second else root / "memory"
    group = parent / f"carbonbench-{os.getpid()}-{time.monotonic_ns()}"
    size = str(megabytes << 20)
    files = (
        {"memory.max": size, "memory.swap.max": "0"}
        if second
        else {"memory.limit_in_bytes": size, "memory.memsw.limit_in_bytes": size}
    )
    least = next(iter(files))
    try:
        group.mkdir()
        (group / least).write_text(size)
    except OSError:
        _remove(group)
        return None
    for name, value in files.items():
        try:
            (group / name).write_text(value)
        except OSError:
            continue  # a system without swap need not have the file
    return Limit(group, {})


def _remove(group: Path | None) -> None:
    """A group goes as soon as the last process in it has ended."""
    for _ in range(20):
        try:
            if group and group.is_dir():
                group.rmdir()
            return
        except OSError:
            time.sleep(0.1)
