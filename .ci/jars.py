# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The jars of others that are bundled, and what NOTICE says of them."""
import pathlib
import re

NOTICE = pathlib.Path("NOTICE")


def of(folder):
    return sorted(jar for jar in pathlib.Path(folder).glob("*.jar") if not jar.name.startswith("carbonflow"))


def artifact(jar):
    """Its name and its version, as in gson-2.15.0.jar."""
    return re.fullmatch(r"(.+?)-(\d[\w.-]*)", jar.stem).groups()


def groups():
    """The Maven group of each jar that NOTICE names."""
    named = dict(re.findall(r"^(\S+) {2,}(\S+) {2,}\S+$", NOTICE.read_text(), re.MULTILINE))
    named.pop("jar", None)  # the table's head
    return named
