# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs whole processes and measures them with their children."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from carbonbench.limit import limited

SAMPLE_SECONDS = 0.25


@dataclass(frozen=True)
class Usage:
    """What a process and all children it waited for have used."""

    cpu: float
    """User and system seconds."""
    wall: float
    """Seconds from start to end."""
    memory: float
    """Peak resident memory in MB: all processes together, shared pages counted once."""
    load: float
    """How many processes were ready to run on this machine when it started (one minute's mean)."""


class CommandError(Exception):
    """A process ended with another code than 0."""


def measure(
    command: Sequence[str | Path],
    log: Path,
    env: Mapping[str, str] | None = None,
    megabytes: int | None = None,
) -> Usage:
    """Runs a command to its end, with no more memory than it is given.

    What it prints goes to the log. CPU time and the largest process's memory are the kernel's
    (`wait4`, as in `/usr/bin/time -v`). The memory of several processes together is sampled.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    with log.open("wb") as out, limited(megabytes) as limit:
        start = time.monotonic()
        process = subprocess.Popen(
            limit.words(command),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {}), **limit.environment},
        )
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sampler.end()
    if process.returncode != 0:
        tail = log.read_text(errors="replace")[-2000:]
        raise CommandError(
            f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{tail}"
        )
    unit = 1 if sys.platform == "darwin" else 1024
    largest = usage.ru_maxrss * unit / 1e6
    return Usage(usage.ru_utime + usage.ru_stime, wall, max(largest, sampler.peak), load)


class _Sampler(threading.Thread):
    """Adds up the proportional set sizes of a process and its descendants, now and then."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0.0
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            family = _family(self.pid)
            if len(family) > 1:
                self.peak = max(self.peak, sum(map(_proportional_mb, family)))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    except OSError:
        pass  # it has ended, or this system has no /proc
    return found


def _proportional_mb(pid: int) -> float:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / 1e6
    except OSError:
        pass
    return 0.0
