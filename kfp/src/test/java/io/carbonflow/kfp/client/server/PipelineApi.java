// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// Pipelines, their versions, and experiments (server/pipeline_server.go,
/// server/pipeline_upload_server.go, server/experiment_server.go).
final class PipelineApi {
  final Shelf pipelines = new Shelf("pipeline_id");
  final Shelf versions = new Shelf("pipeline_version_id");
  final Shelf experiments = new Shelf("experiment_id");
  private final Ids ids;
  private final Supplier<String> clock;
  private final Namespaces namespaces;

  PipelineApi(Ids ids, Supplier<String> clock, Namespaces namespaces) {
    this.ids = ids;
    this.clock = clock;
    this.namespaces = namespaces;
  }

  Reply handle(Request request) {
    if (request.is("POST", ".*/pipelines/upload_version")) {
      try {
        return Reply.json(200, upload(request));
      } catch (Refused e) {
        return e.uploadReply();
      }
    } else if (request.is("POST", ".*/pipelines")) {
      return Reply.json(200, create(request));
    } else if (request.is("GET", ".*/pipelines/names/[^/]+")) {
      return Reply.json(200, named(request.part(4), namespaces.of(request)));
    } else if (request.is("GET", ".*/pipelines")) {
      String namespace = namespaces.of(request);
      return Reply.json(200, pipelines.page(request, "pipelines",
          one -> Shelf.text(one, "namespace").equals(namespace)));
    } else if (request.is("GET", ".*/pipelines/[^/]+")) {
      return Reply.json(200, pipelines.get("Pipeline", request.part(3)));
    } else if (request.is("GET", ".*/pipelines/[^/]+/versions")) {
      pipelines.get("Pipeline", request.part(3));
      return Reply.json(200, versions.page(request, "pipeline_versions",
          one -> Shelf.text(one, "pipeline_id").equals(request.part(3))));
    } else if (request.is("GET", ".*/pipelines/[^/]+/versions/[^/]+")) {
      return Reply.json(200, versions.get("PipelineVersion", request.part(5)));
    } else if (request.is("GET", ".*/experiments")) {
      String namespace = namespaces.required(request);
      return Reply.json(200, experiments.page(request, "experiments",
          one -> Shelf.text(one, "namespace").equals(namespace)));
    } else if (request.is("GET", ".*/experiments/[^/]+")) {
      return Reply.json(200, experiments.get("Experiment", request.part(3)));
    } else if (request.is("POST", ".*/experiments")) {
      return Reply.json(200, experiment(request));
    }
    return null;
  }

  private JsonObject create(Request request) {
    JsonObject message = request.message("name", "display_name", "description", "namespace");
    String name = Shelf.text(message, "name");
    String namespace = namespaces.check(Shelf.text(message, "namespace"));
    if (find(name, namespace).isPresent()) {
      throw new Refused(Refused.Code.ALREADY_EXISTS, "Failed to create a new pipeline. The name "
          + name + " already exist. Please specify a new name");
    }
    message.addProperty("pipeline_id", ids.next("pipeline"));
    message.addProperty("created_at", clock.get());
    return pipelines.add(message);
  }

  private JsonObject upload(Request request) {
    JsonObject spec = KeptSpec.of(request.file());
    JsonObject pipeline = pipelines.get("Pipeline", request.query("pipelineid"));
    String name = request.query("name");
    String id = Shelf.text(pipeline, "pipeline_id");
    if (versions.all().stream().anyMatch(one -> Shelf.text(one, "pipeline_id").equals(id)
        && Shelf.text(one, "name").equals(name))) {
      throw new Refused(Refused.Code.ALREADY_EXISTS, "Failed to create a pipeline version");
    }
    JsonObject version = new JsonObject();
    version.addProperty("pipeline_id", id);
    version.addProperty("pipeline_version_id", ids.next("version"));
    version.addProperty("name", name);
    version.addProperty("display_name",
        request.query("display_name").isEmpty() ? name : request.query("display_name"));
    version.addProperty("created_at", clock.get());
    version.add("pipeline_spec", spec);
    return versions.add(version);
  }

  private JsonObject experiment(Request request) {
    JsonObject message = request.message("display_name", "description", "namespace");
    String namespace = namespaces.check(Shelf.text(message, "namespace"));
    String name = Shelf.text(message, "display_name");
    if (experiments.all().stream().anyMatch(one -> Shelf.text(one, "display_name").equals(name)
        && Shelf.text(one, "namespace").equals(namespace))) {
      throw new Refused(Refused.Code.ALREADY_EXISTS, "Failed to create a new experiment. The name "
          + name + " already exists. Please specify a new name");
    }
    message.addProperty("experiment_id", ids.next("experiment"));
    message.addProperty("created_at", clock.get());
    return experiments.add(message);
  }

  private Optional<JsonObject> find(String name, String namespace) {
    return pipelines.all().stream().filter(one -> Shelf.text(one, "name").equals(name)
        && Shelf.text(one, "namespace").equals(namespace)).findFirst();
  }

  /// Without a namespace the server looks in all of them.
  private JsonObject named(String name, String namespace) {
    return (namespace.isEmpty() ? pipelines.find("name", name) : find(name, namespace)).orElseThrow(
        () -> Refused.notFound("Namespace/Pipeline", namespace + "/" + name));
  }

  /// The version that a reference means: the latest one if it names none.
  JsonObject version(JsonObject reference) {
    String pinned = Shelf.text(reference, "pipeline_version_id");
    String pipeline = Shelf.text(reference, "pipeline_id");
    return pinned.isEmpty() ? versions.all().reversed().stream()
        .filter(one -> Shelf.text(one, "pipeline_id").equals(pipeline)).findFirst()
        .orElseThrow(() -> Refused.notFound("PipelineVersion", pipeline))
        : versions.get("PipelineVersion", pinned);
  }

  static JsonObject spec(JsonObject version) {
    JsonObject spec = version.getAsJsonObject("pipeline_spec");
    return spec.has("pipeline_spec") ? spec.getAsJsonObject("pipeline_spec") : spec;
  }
}
