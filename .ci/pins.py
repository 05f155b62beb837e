# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that actions are pinned by commit, with the version as a comment, and that each job names its
permissions.

Usage: pins.py WORKFLOW.yml...
"""
import pathlib
import re
import sys

import yaml

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
OF_THIS_REPOSITORY = re.compile(r"\./\S+")


def problems(path):
    text = pathlib.Path(path).read_text()
    for number, line in enumerate(text.splitlines(), 1):
        used = re.match(r"\s*(?:- )?uses: (.*)", line)
        if used and not PINNED.fullmatch(used[1]) and not OF_THIS_REPOSITORY.fullmatch(used[1]):
            yield f"line {number}: '{used[1]}' is not pinned as OWNER/NAME@COMMIT # vVERSION"
    workflow = yaml.safe_load(text)
    if workflow.get("permissions") != {}:
        yield "a workflow has no permissions of its own: write 'permissions: {}'"
    for name, job in workflow["jobs"].items():
        if "permissions" not in job:
            yield f"job {name} does not name its permissions"
        if "timeout-minutes" not in job and "uses" not in job:
            yield f"job {name} has no timeout-minutes"


found = [f"{path}: {problem}" for path in sys.argv[1:] for problem in problems(path)]
print("\n".join(found), file=sys.stderr)
sys.exit(bool(found))
