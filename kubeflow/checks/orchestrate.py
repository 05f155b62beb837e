# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs a compiled pipeline with Kubeflow's own local orchestrator.

It resolves placeholders, passes outputs on and reads what steps write as Kubeflow does. Where it
would start a container, the container's command is started as a process, with a launcher on this
machine for the program that an image has on its path: carbonflow, or the file that the variable
PROGRAM names.

Usage: orchestrate.py PIPELINE.yaml FOLDER NAME=VALUE...
The outputs go to FOLDER/TASK/KEY, their names and files or values to FOLDER/outputs.txt.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

import docker
import yaml
from kfp import components, local
from kfp.local import docker_task_handler

LAUNCHER = pathlib.Path(os.environ.get(
    "PROGRAM", pathlib.Path(__file__).resolve().parents[2] / "carbonflow"))


class NoEngine:
    """Stands for the connection to a container engine, which nothing here uses."""

    def info(self):
        return {}

    def close(self):
        pass


def run_as_process(client, image, command, volumes, environment=None, **_):
    program, *arguments = command
    if program != LAUNCHER.name:
        raise SystemExit(f"a task's command is {program}, not {LAUNCHER.name}")
    return subprocess.run(
        [str(LAUNCHER), *arguments],
        env={**os.environ, **(environment or {})}).returncode


def parsed(text, kind):
    """What ./carbonflow run --param takes: a list is JSON, or its items between commas."""
    if kind == "STRING":
        return text
    if kind == "LIST" and not text.startswith("["):
        return text.split(",")
    return json.loads(text)


def place(key, value):
    """The file of an artifact, or the value of a parameter."""
    if not hasattr(value, "path"):
        return value
    if not os.path.exists(value.path):
        raise SystemExit(f"output {key}: there is no file {value.path}")
    return value.path


def main(pipeline, folder, *assignments):
    docker.from_env = NoEngine
    docker_task_handler.run_docker_container = run_as_process
    root = pathlib.Path(folder)
    shutil.rmtree(root, ignore_errors=True)
    local.init(runner=local.DockerRunner(), pipeline_root=str(root / "root"), raise_on_error=True)
    component = components.load_component_from_file(pipeline)
    document = next(yaml.safe_load_all(pathlib.Path(pipeline).read_text(encoding="utf-8")))
    parameters = document["root"]["inputDefinitions"]["parameters"]
    given = {}
    for assignment in assignments:
        name, text = assignment.split("=", 1)
        given[name] = parsed(text, parameters[name]["parameterType"])
    lines = "".join(f"{key}={place(key, value)}\n"
                    for key, value in sorted(component(**given).outputs.items()))
    print(lines, end="")
    (root / "outputs.txt").write_text(lines)


main(*sys.argv[1:])
