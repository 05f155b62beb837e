# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Loads every component and compiled pipeline with Kubeflow's own SDK.

Usage: load.py PROJECT
"""
import pathlib
import sys

import yaml
from google.protobuf import json_format
from kfp import components
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2


def parse_platforms(document):
    """Refuses unknown fields of the platform document, also within the executors' own messages."""
    json_format.ParseDict(document, pipeline_spec_pb2.PlatformSpec())
    for platform in document["platforms"].values():
        for executor in platform["deploymentSpec"]["executors"].values():
            json_format.ParseDict(
                executor, kubernetes_executor_config_pb2.KubernetesExecutorConfig())


def check(path):
    component = components.load_component_from_file(str(path))
    documents = list(yaml.safe_load_all(path.read_text(encoding="utf-8")))
    if "pipelineInfo" in documents[0]:
        # refuses unknown fields and values that are not in their enumeration
        json_format.ParseDict(documents[0], pipeline_spec_pb2.PipelineSpec())
        named = documents[0]["pipelineInfo"]["name"]
    else:
        named = documents[0]["name"]
    for platforms in documents[1:]:
        parse_platforms(platforms)
    if named != path.stem or component.name != named:
        raise SystemExit(f"{path}: is called {component.name}")
    print(f"{path.name}: {len(component.component_spec.inputs or {})} inputs")


def main(project):
    kubeflow = pathlib.Path(project) / "kubeflow"
    files = sorted(kubeflow.glob("components/*.yaml")), sorted(kubeflow.glob("pipelines/*.yaml"))
    if not all(files):
        raise SystemExit(f"{kubeflow}: no components or no pipelines; run ./carbonflow compile")
    for path in sum(files, []):
        check(path)


main(sys.argv[1])
