# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Small pipelines in Kubeflow's Python SDK. Each has a twin of the same name in Java, in
kfp/src/test/java/io/carbonflow/kfp/sdk/Twins.java; compare.py holds what both compile to side by side.
"""
from typing import List

from kfp import dsl, kubernetes
from kfp.components import load_component_from_text

IMAGE = "registry.example/tools:1"

COUNT = """
name: count
inputs:
- {name: rows, type: Dataset}
- {name: Least Length, type: Integer, default: '1'}
outputs:
- {name: lines, type: Integer}
implementation:
  container:
    image: registry.example/tools:1
    command: [sh, -c, 'awk -v n="$1" "length >= n" "$0" | wc -l > "$2"']
    args:
    - {inputPath: rows}
    - {inputValue: Least Length}
    - {outputPath: lines}
    env: {LC_ALL: C}
"""


@dsl.container_component
def write(text: str, times: int, rows: dsl.Output[dsl.Dataset], length: dsl.OutputPath(int)):
    return dsl.ContainerSpec(
        image=IMAGE, command=["sh", "-c", 'write "$@"'],
        args=["--text", text, f"--times={times}", rows.path, length])


@dsl.container_component
def read(rows: dsl.Input[dsl.Dataset], words: List[str], flag: dsl.OutputPath(bool)):
    return dsl.ContainerSpec(image=IMAGE, command=["read"], args=[rows.uri, words, flag])


@dsl.container_component
def tell(text: str):
    return dsl.ContainerSpec(image=IMAGE, command=["tell", text])


@dsl.container_component
def see(status: dsl.PipelineTaskFinalStatus):
    return dsl.ContainerSpec(image=IMAGE, command=["see", status])


@dsl.container_component
def gather(lengths: List[int], rows: dsl.Input[List[dsl.Dataset]]):
    return dsl.ContainerSpec(
        image=IMAGE, command=["gather", lengths], args=[dsl.PIPELINE_TASK_EXECUTOR_INPUT_PLACEHOLDER])


@dsl.pipeline(name="container-task")
def container_task(text: str, times: int = 2):
    written = write(text=text, times=times)
    read(rows=written.outputs["rows"], words=["a", "b"])


@dsl.pipeline(name="component-in-file")
def component_in_file(text: str):
    written = write(text=text, times=3)
    load_component_from_text(COUNT)(rows=written.outputs["rows"])


@dsl.pipeline(name="imported")
def imported(uri: str):
    fixed = dsl.importer(
        artifact_uri="s3://bucket/rows.csv", artifact_class=dsl.Dataset, reimport=True,
        metadata={"origin": "city", "year": 2016}).set_display_name("fixed")
    given = dsl.importer(artifact_uri=uri, artifact_class=dsl.Dataset)
    read(rows=fixed.output, words=["a"])
    read(rows=given.output, words=["b"])


@dsl.pipeline(name="on-pods")
def on_pods():
    task = tell(text="a")
    task.set_env_variable("LEVEL", "debug")
    task.set_caching_options(False)
    task.set_display_name("Tell it")
    task.set_retry(2, backoff_duration="2s", backoff_factor=2, backoff_max_duration="3600s")
    task.set_cpu_request("500m").set_cpu_limit("2")
    task.set_memory_request("512Mi").set_memory_limit("1Gi")
    task.set_accelerator_type("nvidia.com/gpu").set_accelerator_limit(1)
    kubernetes.mount_pvc(task, pvc_name="data", mount_path="/data", sub_path="city")
    kubernetes.empty_dir_mount(
        task, volume_name="scratch", mount_path="/scratch", medium="Memory", size_limit="1Gi")
    kubernetes.use_secret_as_env(
        task, "s3-credentials", {"AWS_ACCESS_KEY_ID": "AWS_ACCESS_KEY_ID"}, optional=True)
    kubernetes.use_secret_as_volume(task, "keys", mount_path="/keys", optional=False)
    kubernetes.use_config_map_as_env(task, "settings", {"level": "LOG_LEVEL"})
    kubernetes.use_config_map_as_volume(task, "settings", mount_path="/settings")
    kubernetes.use_field_path_as_env(task, "POD", "metadata.name")
    kubernetes.add_node_selector(task, "disk", "ssd")
    kubernetes.add_toleration(
        task, key="gpu", operator="Equal", value="yes", effect="NoSchedule")
    kubernetes.add_pod_label(task, "team", "energy")
    kubernetes.add_pod_annotation(task, "note", "first")
    kubernetes.set_image_pull_policy(task, "Always")
    kubernetes.set_image_pull_secrets(task, ["registry"])
    kubernetes.set_timeout(task, 3600)


@dsl.pipeline(name="control-flow")
def control_flow(words: List[str]):
    with dsl.ExitHandler(see()):
        with dsl.ParallelFor(words, parallelism=2) as word:
            written = write(text=word, times=1)
        seen = read(rows=write(text="z", times=1).outputs["rows"], words=words)
        with dsl.If(seen.outputs["flag"] == True):  # noqa: E712
            tell(text="yes")


@dsl.pipeline(name="branches")
def branches(length: int):
    tell(text="first")
    told = tell(text="second")
    with dsl.If(length < 3):
        tell(text="short")
    with dsl.Elif(length < 5):
        tell(text="middle")
    with dsl.Else():
        tell(text="long")
    tell(text="after").after(told)


@dsl.pipeline(name="collected")
def collected():
    with dsl.ParallelFor([1, 2]) as times:
        written = write(text="a", times=times)
    gather(lengths=dsl.Collected(written.outputs["length"]),
           rows=dsl.Collected(written.outputs["rows"]))


ALL = [container_task, component_in_file, imported, on_pods, control_flow, branches, collected]
