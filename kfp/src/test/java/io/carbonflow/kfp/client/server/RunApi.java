// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// Runs and their logs (server/run_server.go, server/run_log_server.go,
/// server/run_artifact_server.go).
final class RunApi {
  final Shelf runs = new Shelf("run_id");
  private final Map<String, Progress> progress = new HashMap<>();
  private final Logs logs = new Logs(progress);
  private final Ids ids;
  private final Supplier<Instant> clock;
  private final Namespaces namespaces;
  private final PipelineApi pipelines;
  volatile String failing = "";
  /// The tasks whose pods cannot start, and why.
  final Map<String, String> held = new ConcurrentHashMap<>();
  /// Whether the nodes of runs that are started take so much room that Argo compresses them.
  volatile boolean large;
  /// How many things happen at each look.
  volatile int pace = 1;

  RunApi(Ids ids, Supplier<Instant> clock, Namespaces namespaces, PipelineApi pipelines) {
    this.ids = ids;
    this.clock = clock;
    this.namespaces = namespaces;
    this.pipelines = pipelines;
  }

  Reply handle(Request request) {
    if (request.is("POST", ".*/v2beta1/runs")) {
      return Reply.json(200, create(request));
    } else if (request.is("GET", ".*/v2beta1/runs")) {
      String namespace = namespaces.required(request);
      String experiment = request.query("experiment_id");
      return Reply.json(200, runs.page(request, "runs", one ->
          Shelf.text(one, "namespace_of_experiment").equals(namespace) && (experiment.isEmpty()
              || Shelf.text(one, "experiment_id").equals(experiment))));
    } else if (request.is("GET", ".*/v2beta1/runs/[^/:]+")) {
      return Reply.json(200, look(request.part(3)));
    } else if (request.is("POST", ".*/v2beta1/runs/[^/:]+:(terminate|retry)")) {
      String[] part = request.part(3).split(":");
      return part[1].equals("retry") ? retry(part[0]) : terminate(part[0]);
    } else if (request.is("GET", ".*/v1beta1/runs/[^/:]+")) {
      return Reply.json(200, detail(request.part(3)));
    } else if (request.is("GET", ".*/v1alpha1/runs/[^/]+/nodes/[^/]+/log")) {
      return logs.fromApi(request.part(3), request.part(5));
    } else if (request.is("GET", ".*/v2beta1/runs/[^/]+/nodes/[^/]+/artifacts/main-logs:read")) {
      return logs.archived(request.part(3), request.part(5));
    }
    return null;
  }

  private JsonObject create(Request request) {
    JsonObject run = request.message("display_name", "description", "experiment_id",
        "pipeline_version_reference", "pipeline_spec", "runtime_config", "service_account");
    return start(run);
  }

  /// Starts a run as somebody has asked for it, or as a schedule does.
  JsonObject start(JsonObject run) {
    JsonObject experiment = pipelines.experiments.get(
        "Experiment", Shelf.text(run, "experiment_id"));
    JsonObject spec = run.has("pipeline_spec") ? PipelineApi.spec(run) : referred(run);
    Inputs.check(spec, run.getAsJsonObject("runtime_config"));
    String id = ids.next("run");
    run.addProperty("run_id", id);
    run.addProperty("created_at", clock.get().toString());
    run.add("namespace_of_experiment", experiment.get("namespace"));
    String name = spec.getAsJsonObject("pipelineInfo").get("name").getAsString();
    String namespace = Shelf.text(experiment, "namespace");
    progress.put(id, new Progress(name + "-" + id.substring(0, 5),
        namespace.isEmpty() ? "kubeflow" : namespace, spec, large, clock));
    runs.add(run);
    return shown(run);
  }

  private JsonObject referred(JsonObject run) {
    JsonObject version = pipelines.version(run.getAsJsonObject("pipeline_version_reference"));
    JsonObject reference = new JsonObject();
    reference.add("pipeline_id", version.get("pipeline_id"));
    reference.add("pipeline_version_id", version.get("pipeline_version_id"));
    run.add("pipeline_version_reference", reference);
    return PipelineApi.spec(version);
  }

  /// Lets a run go on to its end.
  ///
  /// @param pause lets time pass between two steps
  void finish(String id, Runnable pause) {
    while (!look(id).get("state").getAsString().matches("SUCCEEDED|FAILED")) {
      pause.run();
    }
  }

  void copy(String id, int times) {
    for (int i = 2; i <= times + 1; i++) {
      JsonObject copy = runs.get("Run", id).deepCopy();
      copy.addProperty("run_id", ids.next("run"));
      copy.addProperty("display_name", "run-" + i);
      runs.add(copy);
    }
  }

  private JsonObject look(String id) {
    JsonObject run = runs.get("Run", id);
    for (int i = 0; i < pace; i++) {
      // The one task of a run whose pipeline is not uploaded fails on purpose.
      progress.get(id).tick(run.has("pipeline_spec") ? "test-message" : failing, held);
    }
    return shown(run);
  }

  private JsonObject shown(JsonObject run) {
    progress.get(Shelf.text(run, "run_id")).show(run);
    return run;
  }

  private Reply terminate(String id) {
    runs.get("Run", id);
    if (!progress.get(id).state().matches("PENDING|RUNNING")) {
      throw Refused.invalid("Failed to terminate a run " + id + ". Row not found");
    }
    progress.get(id).cancel();
    return Reply.json(200, new JsonObject());
  }

  private Reply retry(String id) {
    runs.get("Run", id);
    if (!progress.get(id).state().matches("FAILED|CANCELED")) {
      throw new Refused(Refused.Code.INTERNAL, "Workflow must be Failed/Error to retry");
    }
    progress.get(id).retry();
    return Reply.json(200, new JsonObject());
  }

  private JsonObject detail(String id) {
    JsonObject run = new JsonObject();
    run.addProperty("id", Shelf.text(runs.get("Run", id), "run_id"));
    JsonObject runtime = new JsonObject();
    runtime.addProperty("workflow_manifest", progress.get(id).manifest());
    JsonObject detail = new JsonObject();
    detail.add("run", run);
    detail.add("pipeline_runtime", runtime);
    return detail;
  }

  Logs logs() {
    return logs;
  }
}
