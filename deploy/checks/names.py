# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Compares what was built for a namespace with what compiled pipelines take from it.

Usage: names.py BUILT.yaml PIPELINE.yaml...
Fails if a task is given a key of a secret that is not there, or if a secret has a key that no task is
given.
"""
import pathlib
import sys

import yaml

# The secret whose place a role may take.
STORE_SECRET = "s3-credentials"


def documents(path):
    return [one for one in yaml.safe_load_all(pathlib.Path(path).read_text()) if one]


def named_keys(pipeline):
    """The (secret, key) pairs that the tasks of a compiled pipeline have in their environment."""
    for document in documents(pipeline):
        kubernetes = document.get("platforms", {}).get("kubernetes", {})
        for executor in kubernetes.get("deploymentSpec", {}).get("executors", {}).values():
            for secret in executor.get("secretAsEnv", []):
                for pair in secret["keyToEnv"]:
                    if pair["secretKey"] != pair["envVar"]:
                        raise SystemExit(f"{pipeline}: {pair} has two names")
                    yield secret["secretName"], pair["secretKey"]


def main(built, *pipelines):
    objects = documents(built)
    there = {(one["metadata"]["name"], key)
             for one in objects if one["kind"] == "Secret" for key in one["data"]}
    named = {pair for pipeline in pipelines for pair in named_keys(pipeline)}
    if STORE_SECRET not in {secret for secret, _ in there}:
        named = {(secret, key) for secret, key in named if secret != STORE_SECRET}
        role = [one for one in objects if one["kind"] == "ServiceAccount"
                and one["metadata"].get("annotations")]
        if not role:
            raise SystemExit(f"{built}: there is neither the secret {STORE_SECRET} nor a role")
    problems = [f"{pair}: a task is given it, and it is not there" for pair in named - there]
    problems += [f"{pair}: it is there, and no task is given it" for pair in there - named]
    if problems:
        raise SystemExit("\n".join(f"{built}: {problem}" for problem in sorted(problems)))


main(*sys.argv[1:])
