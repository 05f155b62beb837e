# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Compares, field by field, what Kubeflow's SDK and this project compile the same pipelines to.

Usage: compare.py FOLDER, which holds what the Java twins of pipelines.py compiled to, NAME.yaml each.
Prints each difference that is expected, with its reason and how often it is there, and fails on any
other one, and on an expected one that is there no more.
"""
import collections
import json
import pathlib
import re
import sys
import tempfile

import yaml
from google.protobuf import json_format
from kfp import compiler
from kfp.kubernetes import kubernetes_executor_config_pb2
from kfp.pipeline_spec import pipeline_spec_pb2

import pipelines

ABSENT = "(absent)"

# A path of a field, what the SDK has there, what this project has, and why that is as it should be.
EXPECTED = [
    (r"sdkVersion", r".*", r'"kfp-2\.17\.0"', "the version of the SDK that wrote it"),
    (r".*\.description", r"\(absent\)", r'".+"',
     "every input, output and pipeline here says what it is"),
    (r".*\.outputDefinitions\.artifacts\.\w+\.metadata\.file_name", r"\(absent\)", r'".+"',
     "the natural name of a file, by which a run on a laptop leaves it"),
    (r".*\.resources\.(cpu|memory)(Request|Limit)", r"[0-9.]+", r"\(absent\)",
     "the quantity once more as a number, for backends before 2.4"),
    (r".*\.resources\.accelerator\.(type|count)", r'".+"', r"\(absent\)",
     "the accelerator once more, for backends before 2.4"),
    (r"root\.dag\.tasks\.count\.inputs\.parameters\.least_length\.runtimeValue\.constant",
     r"\(absent\)", r"1\.0",
     "the driver of 2.17 looks for an argument's input before it applies a component's default"),
    (r".*\.tasks\.(condition|for-loop|exit-handler)[a-z0-9-]*\.cachingOptions", r"\(absent\)", r"{}",
     "an empty message on a part, which Kubeflow never caches"),
    (r".*\.parameterIterator\.items\.raw", r'"\[1, 2\]"', r'"\[1,2\]"', "spaces in JSON"),
]
# What the SDK calls the item of a loop, by its own rules, and this project by its own.
RENAMED = {"pipelinechannel--words-loop-item": "pipelinechannel--for-loop-2-loop-item",
           "pipelinechannel--loop-item-param-1": "pipelinechannel--for-loop-2-loop-item"}


def canonical(documents):
    """What the messages of Kubeflow's own protobuf make of the YAML; unknown fields are refused."""
    spec = json_format.MessageToDict(
        json_format.ParseDict(documents[0], pipeline_spec_pb2.PipelineSpec()))
    platforms = documents[1] if len(documents) > 1 else {}
    json_format.ParseDict(platforms, pipeline_spec_pb2.PlatformSpec())
    for platform in platforms.get("platforms", {}).values():
        for name, executor in platform["deploymentSpec"]["executors"].items():
            platform["deploymentSpec"]["executors"][name] = json_format.MessageToDict(
                json_format.ParseDict(
                    executor, kubernetes_executor_config_pb2.KubernetesExecutorConfig()))
    return {**spec, **platforms}


def fields(value, path=""):
    """Every field that is no mapping or list, by its path; empty mappings are fields too."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from fields(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value:
        for place, inner in enumerate(value):
            yield from fields(inner, f"{path}[{place}]")
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def read(text):
    for theirs, ours in RENAMED.items():
        text = text.replace(theirs, ours)
    return dict(fields(canonical(list(yaml.safe_load_all(text)))))


def reason(path, theirs, ours):
    for place, (where, there, here, why) in enumerate(EXPECTED):
        if re.fullmatch(where, path) and re.fullmatch(there, theirs) and re.fullmatch(here, ours):
            return place
    return None


def compare(name, theirs, ours, seen):
    """Prints what is not expected; returns how many fields were compared and how many of these are."""
    wrong = 0
    for path in sorted({*theirs, *ours}):
        there, here = theirs.get(path, ABSENT), ours.get(path, ABSENT)
        if there == here:
            continue
        place = reason(path, there, here)
        if place is None:
            wrong += 1
            print(f"{name}: {path}: the SDK has {there}, this project {here}")
        else:
            seen[place] += 1
    return len({*theirs, *ours}), wrong


def main(folder):
    seen = collections.Counter()
    total = failed = 0
    with tempfile.TemporaryDirectory() as compiled:
        for pipeline in pipelines.ALL:
            path = pathlib.Path(compiled) / f"{pipeline.name}.yaml"
            compiler.Compiler().compile(pipeline, str(path))
            twin = pathlib.Path(folder) / path.name
            count, wrong = compare(pipeline.name, read(path.read_text(encoding="utf-8")),
                                   read(twin.read_text(encoding="utf-8")), seen)
            total += count
            failed += wrong
    for place, (where, _, _, why) in enumerate(EXPECTED):
        print(f"{seen[place]:4} times {where}: {why}")
        if not seen[place]:
            failed += 1
            print(f"there is no such difference any more: {where}")
    print(f"{len(pipelines.ALL)} pipelines, {total} fields compared, "
          f"{failed} differences that are not expected")
    raise SystemExit(failed > 0)


main(sys.argv[1])
