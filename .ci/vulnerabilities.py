# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asks OSV (osv.dev) what is known against the jars that are bundled. What the written review names by its
identifier was looked at and is let pass. Where OSV cannot be reached the review alone stands, and this says so.

Usage: vulnerabilities.py FOLDER [--required], where FOLDER holds the jars; --required fails without an answer.
"""
import json
import pathlib
import sys
import urllib.request

import jars

# https://google.github.io/osv.dev/post-v1-querybatch/
OSV = "https://api.osv.dev/v1/querybatch"
SECONDS = 20
REVIEW = pathlib.Path("docs/reference/dependencies.md").read_text()


def artifacts(folder):
    groups = jars.groups()
    for name, version in map(jars.artifact, jars.of(folder)):
        yield f"{groups[name]}:{name}", version


def known(asked):
    queries = [{"package": {"ecosystem": "Maven", "name": name}, "version": version} for name, version in asked]
    request = urllib.request.Request(OSV, json.dumps({"queries": queries}).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        results = json.load(answer)["results"]
    if len(results) != len(asked):
        raise ValueError(f"{len(results)} answers to {len(asked)} questions")
    return [[v["id"] for v in result.get("vulns", [])] for result in results]


asked = list(artifacts(sys.argv[1]))
try:
    answers = known(asked)
except (OSError, ValueError, KeyError) as problem:
    print(f"vulnerabilities: NOT ASKED: {OSV}: {problem}; docs/reference/dependencies.md stands alone", file=sys.stderr)
    sys.exit("--required" in sys.argv)
found = [f"vulnerabilities: {name} {version}: {identifier}; take a version without it, or say in"
         " docs/reference/dependencies.md why it does no harm"
         for (name, version), identifiers in zip(asked, answers) for identifier in identifiers
         if identifier not in REVIEW]
print("\n".join(found) or f"vulnerabilities: OSV knows nothing against the {len(asked)} jars but what was reviewed",
      file=sys.stderr)
sys.exit(bool(found))
