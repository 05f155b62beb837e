# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that NOTICE names each jar of others that is bundled, and no other one.

Usage: notice.py NOTICE FOLDER, where FOLDER holds the jars.
"""
import pathlib
import re
import sys

notice, folder = map(pathlib.Path, sys.argv[1:])
named = {match[1] for match in re.finditer(r"^(\S+) {2,}\S+ {2,}\S+$", notice.read_text(), re.MULTILINE)}
named.discard("jar")
bundled = {re.sub(r"-\d[\w.-]*$", "", jar.stem) for jar in folder.glob("*.jar")
           if not jar.name.startswith("carbonflow")}
found = [f"{notice}: lacks {name}, which is in {folder}; add it with its licence" for name in sorted(bundled - named)]
found += [f"{notice}: names {name}, which is not in {folder}; take it out" for name in sorted(named - bundled)]
if not bundled:
    found.append(f"{folder}: there are no jars; build first")
print("\n".join(found) or f"{notice} names all {len(bundled)} jars of others", file=sys.stderr)
sys.exit(bool(found))
