# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that POMs, with all that they inherit, say what Maven Central asks for.

Usage: poms.py EFFECTIVE-POMS.xml, as help:effective-pom writes it.
"""
import sys
import xml.etree.ElementTree as tree

POM = "{http://maven.apache.org/POM/4.0.0}"
LICENSES = {name: "Apache-2.0" for name in ("carbonflow-base", "carbonflow-kfp", "carbonflow-model")}
REQUIRED = ("groupId", "artifactId", "version", "name", "description", "url", "licenses/license/name",
            "licenses/license/url", "developers/developer/name", "scm/connection",
            "scm/developerConnection", "scm/url")


def text(project, path):
    return (project.findtext("/".join(POM + part for part in path.split("/"))) or "").strip()


def problems(project, address):
    for path in REQUIRED:
        if not text(project, path) or "${" in text(project, path):
            yield f"has no {path}"
    for path in ("url", "scm/url"):
        if text(project, path) != address:
            yield f"{path} is {text(project, path)}, not {address}; look at what the parent has children inherit"
    for path in ("scm/connection", "scm/developerConnection"):
        if text(project, path) != f"scm:git:{address}.git":
            yield f"{path} is {text(project, path)}, not scm:git:{address}.git"
    license = LICENSES.get(text(project, "artifactId"), "GPL-3.0-or-later")
    if text(project, "licenses/license/name") != license:
        yield f"its license is {text(project, 'licenses/license/name')}, not {license}"


projects = list(tree.parse(sys.argv[1]).getroot().iter(POM + "project"))
address = text(projects[0], "properties/project.address")
found = [f"{text(project, 'artifactId')}: {problem}" for project in projects
         for problem in problems(project, address)]
print("\n".join(found) or f"{len(projects)} POMs are complete", file=sys.stderr)
sys.exit(bool(found))
