"""Loads every component and compiled pipeline with Kubeflow's own SDK.

Usage: load.py PROJECT
"""
import pathlib
import sys

import yaml
from google.protobuf import json_format
from kfp import components
from kfp.pipeline_spec import pipeline_spec_pb2


def check(path, strict):
    component = components.load_component_from_file(str(path))
    documents = list(yaml.safe_load_all(path.read_text(encoding="utf-8")))
    if strict:
        # refuses unknown fields and values that are none of their enumeration
        json_format.ParseDict(documents[0], pipeline_spec_pb2.PipelineSpec())
    named = documents[0]["pipelineInfo"]["name"] if strict else documents[0]["name"]
    if named != path.stem or component.name != named:
        raise SystemExit(f"{path}: is called {component.name}")
    print(f"{path.name}: {len(component.component_spec.inputs or {})} inputs")


def main(project):
    kubeflow = pathlib.Path(project) / "kubeflow"
    files = sorted(kubeflow.glob("components/*.yaml")), sorted(kubeflow.glob("pipelines/*.yaml"))
    if not all(files):
        raise SystemExit(f"{kubeflow}: no components or no pipelines; run ./carbonflow compile")
    for path in files[0]:
        check(path, strict=False)
    for path in files[1]:
        check(path, strict=True)


main(sys.argv[1])
