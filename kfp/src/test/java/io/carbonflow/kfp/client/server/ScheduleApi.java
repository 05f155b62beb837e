// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// Recurring runs (server/job_server.go): their names need not be unique, and none can be changed.
final class ScheduleApi {
  final Shelf schedules = new Shelf("recurring_run_id");
  private final Ids ids;
  private final Supplier<String> clock;
  private final Namespaces namespaces;
  private final PipelineApi pipelines;
  private final RunApi runs;

  ScheduleApi(Ids ids, Supplier<String> clock, Namespaces namespaces, PipelineApi pipelines,
      RunApi runs) {
    this.runs = runs;
    this.ids = ids;
    this.clock = clock;
    this.namespaces = namespaces;
    this.pipelines = pipelines;
  }

  Reply handle(Request request) {
    if (request.is("POST", ".*/recurringruns")) {
      return Reply.json(200, create(request));
    } else if (request.is("GET", ".*/recurringruns")) {
      String namespace = namespaces.required(request);
      return Reply.json(200, schedules.page(request, "recurringRuns", one ->
          !namespaces.areThere() || Shelf.text(one, "namespace").equals(namespace)));
    } else if (request.is("GET", ".*/recurringruns/[^/:]+")) {
      return Reply.json(200, schedules.get("Job", request.part(3)));
    } else if (request.is("DELETE", ".*/recurringruns/[^/:]+")) {
      schedules.get("Job", request.part(3));
      schedules.remove(request.part(3));
      return Reply.json(200, new JsonObject());
    } else if (request.is("POST", ".*/recurringruns/[^/:]+:(enable|disable)")) {
      String[] part = request.part(3).split(":");
      schedules.get("Job", part[0]).addProperty(
          "status", part[1].equals("enable") ? "ENABLED" : "DISABLED");
      return Reply.json(200, new JsonObject());
    }
    return null;
  }

  /// Has a schedule start a run, as its controller does when the time has come
  /// (crd/controller/scheduledworkflow/controller.go). Its name was seen on a real server:
  /// `inferencern6rs-1-3330448755`.
  ///
  /// @return the run's id
  String start(String name) {
    JsonObject schedule = schedules.find("display_name", name).orElseThrow();
    String id = Shelf.text(schedule, "recurring_run_id");
    long index = 1 + runs.runs.all().stream()
        .filter(run -> Shelf.text(run, "recurring_run_id").equals(id)).count();
    String resource = name + id.substring(0, 5) + "-" + index;
    JsonObject run = new JsonObject();
    run.addProperty("display_name", resource + "-" + Nodes.hash(resource));
    run.addProperty("recurring_run_id", id);
    for (String field : List.of("experiment_id", "pipeline_version_reference", "runtime_config",
        "service_account")) {
      run.add(field, schedule.get(field).deepCopy());
    }
    return Shelf.text(runs.start(run), "run_id");
  }

  private JsonObject create(Request request) {
    JsonObject one = request.message("display_name", "description", "experiment_id",
        "pipeline_version_reference", "runtime_config", "trigger", "max_concurrency", "no_catchup",
        "mode", "service_account");
    int most = one.has("max_concurrency") ? one.get("max_concurrency").getAsInt() : 0;
    if (most < 1 || most > 10) {
      throw Refused.invalid("Max concurrency of a recurring run must be at least 1 and at most 10."
          + " Received " + most);
    }
    JsonObject experiment = pipelines.experiments.get(
        "Experiment", Shelf.text(one, "experiment_id"));
    Inputs.check(
        PipelineApi.spec(pipelines.version(one.getAsJsonObject("pipeline_version_reference"))),
        one.getAsJsonObject("runtime_config"));
    one.addProperty("recurring_run_id", ids.next("schedule"));
    one.addProperty("created_at", clock.get());
    one.addProperty("updated_at", clock.get());
    one.addProperty("status", Shelf.text(one, "mode").equals("ENABLE") ? "ENABLED" : "DISABLED");
    // Numbers of 64 bits are texts in JSON.
    one.addProperty("max_concurrency", String.valueOf(most));
    JsonObject trigger = one.getAsJsonObject("trigger");
    if (trigger.has("periodic_schedule")) {
      JsonObject periodic = trigger.getAsJsonObject("periodic_schedule");
      periodic.addProperty("interval_second", periodic.get("interval_second").getAsString());
    }
    if (!one.has("service_account")) {
      one.addProperty("service_account", "default-editor");
    }
    String namespace = Shelf.text(experiment, "namespace");
    one.addProperty("namespace", namespace.isEmpty() ? "kubeflow" : namespace);
    return schedules.add(one);
  }
}
