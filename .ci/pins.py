# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that actions are pinned by commit, with the version as a comment, that each job names its permissions,
and that the images a Dockerfile begins with are pinned by digest.

Usage: pins.py WORKFLOW.yml|Dockerfile...
"""
import pathlib
import re
import sys

import yaml

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
OF_THIS_REPOSITORY = re.compile(r"\./\S+")
BY_DIGEST = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")


def of_images(text):
    """A base is an argument that other bases may take the place of, so its default has the digest. `scratch` is none."""
    arguments = dict(re.findall(r"^ARG (\w+)=(\S+)$", text, re.MULTILINE))
    for number, line in enumerate(text.splitlines(), 1):
        base = re.match(r"FROM \$\{?(\w+)\}?|FROM (\S+)", line)
        if base and base[2] != "scratch" and not BY_DIGEST.fullmatch(image := arguments.get(base[1], base[2] or "")):
            yield f"line {number}: '{image}' is not pinned as NAME:TAG@sha256:DIGEST"


def of_workflow(text):
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


def problems(path):
    text = pathlib.Path(path).read_text()
    return of_images(text) if path.endswith("Dockerfile") else of_workflow(text)


found = [f"{path}: {problem}" for path in sys.argv[1:] for problem in problems(path)]
print("\n".join(found), file=sys.stderr)
sys.exit(bool(found))
