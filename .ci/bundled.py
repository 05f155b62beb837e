# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that what is bundled is what was looked at: NOTICE names each jar of others and no other one,
each has the checksum that is recorded, and the written review is of its version.

Usage: bundled.py FOLDER [--record], where FOLDER holds the jars; --record writes the checksums again.
"""
import hashlib
import pathlib
import re
import sys

import jars
from jars import NOTICE, artifact

REVIEW, CHECKSUMS = map(pathlib.Path, ("docs/reference/dependencies.md", "deploy/bundled.sha256"))
folder = pathlib.Path(sys.argv[1])
files = jars.of(folder)
sums = {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in files}


def of_notice():
    named = jars.groups().keys()
    bundled = {artifact(jar)[0] for jar in files}
    for name in sorted(bundled - named):
        yield f"{NOTICE}: lacks {name}, which is in {folder}; add it with its license"
    for name in sorted(named - bundled):
        yield f"{NOTICE}: names {name}, which is not in {folder}; take it out"


def of_checksums():
    recorded = dict(reversed(line.split()) for line in CHECKSUMS.read_text().splitlines())
    for name in sorted(sums.keys() | recorded.keys()):
        if sums.get(name) != recorded.get(name):
            yield (f"{CHECKSUMS}: {name} is {sums.get(name, 'not bundled')} and not {recorded.get(name, 'recorded')};"
                   " if that is meant, run .ci/bundled.py with --record")


def of_review():
    reviewed = {(name, version) for names, version in re.findall(r"^\| `(.+?)` \| (\S+) \|", REVIEW.read_text(),
                                                                 re.MULTILINE) for name in names.split("`, `")}
    for jar in files:
        if artifact(jar) not in reviewed:
            name, version = artifact(jar)
            yield f"{REVIEW}: {name} {version} was not looked at; look for what is known of it, and write it down"


if not files:
    sys.exit(f"bundled: {folder} has no jars; build first")
if "--record" in sys.argv:
    CHECKSUMS.write_text("".join(f"{value}  {name}\n" for name, value in sums.items()))
found = [*of_notice(), *of_checksums(), *of_review()]
print("\n".join(found) or f"bundled: all {len(files)} jars of others are named, have their checksums and were looked at",
      file=sys.stderr)
sys.exit(bool(found))
