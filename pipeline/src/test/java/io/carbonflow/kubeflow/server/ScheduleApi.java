package io.carbonflow.kubeflow.server;

import com.google.gson.JsonObject;
import java.util.function.Supplier;

/// Recurring runs (server/job_server.go): their names need not be unique, and none can be changed.
final class ScheduleApi {
  final Shelf schedules = new Shelf("recurring_run_id");
  private final Ids ids;
  private final Supplier<String> clock;
  private final Namespaces namespaces;
  private final PipelineApi pipelines;

  ScheduleApi(Ids ids, Supplier<String> clock, Namespaces namespaces, PipelineApi pipelines) {
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
