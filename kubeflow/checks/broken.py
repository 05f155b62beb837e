# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writes a copy of the compiled pipeline `inference` whose first task fails in one way, to be uploaded.

Usage: broken.py INFERENCE.yaml NAME IMAGE WAY COPY.yaml
WAY is one of
  none      it is as it was, in that image
  memory    the task may use 64 Mi, less than a JVM needs
  driver    Kubeflow's driver cannot resolve the task's condition
  image     the task's image is not there
  cpu=N     the task asks for N CPUs
"""
import sys

import yaml

TASK = "infer"


def dags(pipeline):
    """Everything that holds tasks."""
    for component in [pipeline["root"], *pipeline["components"].values()]:
        if "dag" in component:
            yield component["dag"]


def main(source, name, image, way, copy):
    with open(source, encoding="utf-8") as text:
        documents = list(yaml.safe_load_all(text))
    pipeline = documents[0]
    pipeline["pipelineInfo"]["name"] = name
    executors = pipeline["deploymentSpec"]["executors"]
    for executor in executors.values():
        executor["container"]["image"] = image
    container = executors[f"exec-{TASK}"]["container"]
    tasks = [dag["tasks"][TASK] for dag in dags(pipeline) if TASK in dag["tasks"]]
    match way.split("="):
        case ["none"]:
            pass
        case ["memory"]:
            container["resources"].update(resourceMemoryRequest="64Mi", resourceMemoryLimit="64Mi")
        case ["driver"]:
            for task in tasks:
                task["triggerPolicy"] = {"condition": "inputs.parameter_values['absent'] == 'x'"}
        case ["image"]:
            container["image"] = image.split("@")[0] + "-not-there@sha256:" + "0" * 64
        case ["cpu", number]:
            container["resources"].update(resourceCpuRequest=number, resourceCpuLimit=number)
        case _:
            raise SystemExit(f"broken: there is no way {way}")
    if not tasks:
        raise SystemExit(f"broken: {source} has no task {TASK}")
    with open(copy, "w", encoding="utf-8") as text:
        yaml.safe_dump_all(documents, text)


main(*sys.argv[1:])
