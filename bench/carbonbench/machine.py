# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the measurements were made on."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from carbonbench.places import CHECKOUT, LAUNCHER

PACKAGES = ("numpy", "pandas", "scikit-learn", "xgboost-cpu", "matplotlib")


def about() -> dict[str, str]:
    """Processor, system, versions and the revision that is measured."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores, {_memory_gb():.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "carbonflow": _output("git", "-C", str(CHECKOUT), "describe", "--always", "--dirty"),
        "java": _java(),
        "python": ", ".join(
            [platform.python_version(), *(f"{name} {version(name)}" for name in PACKAGES)]
        ),
    }


def heading() -> str:
    """The same as a list."""
    return "\n".join(f"- {name}: {value}" for name, value in about().items())


def java_home() -> Path:
    """The folder of the JDK that the launcher chooses."""
    return Path(_output(str(CHECKOUT / "jvm" / "find-jdk")))


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"model name\s*:\s*(.+)", text)
    return found.group(1) if found else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9


def _java() -> str:
    """The runtime that the launcher has chosen."""
    environment = {**os.environ, "CARBONFLOW_JAVA_OPTIONS": "-showversion"}
    answer = subprocess.run(
        [LAUNCHER, "--version"], env=environment, capture_output=True, text=True, check=True
    )
    lines = [line for line in answer.stderr.splitlines() if "Runtime" in line]
    return lines[0] if lines else "unknown"


def _output(*command: str) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"
