// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;

/// The pipelines of a namespace, those that all share, and their versions.
///
/// @param rest sends requests
/// @param namespace the namespace; empty on a server of a single user
public record Pipelines(Rest rest, String namespace) {
  private static final String UNREADABLE = "read pipelines";

  /// The pipeline of a name in the namespace.
  public Optional<UploadedPipeline> find(String name) throws InterruptedException {
    return look(name).map(UploadedPipeline::of);
  }

  /// The pipeline of a name in the namespace, else among those that all share.
  ///
  /// @throws Problem if there is none
  public UploadedPipeline named(String name) throws InterruptedException {
    Optional<UploadedPipeline> own = find(name);
    return (own.isPresent() || namespace.isEmpty() ? own
        : shared(name).map(UploadedPipeline::of))
        .orElseThrow(() -> new Problem(Place.of(rest.endpoint()), "there is no pipeline " + name,
            "upload it first: " + rest.hints().kubeflow("upload " + name)));
  }

  /// The name of a pipeline; its id if it has none that may be read.
  public String name(String id) throws InterruptedException {
    return rest.find("pipelines/" + Address.encoded(id), Map.of(), UNREADABLE)
        .map(json -> UploadedPipeline.of(json).name()).orElse(id);
  }

  /// Makes a pipeline without versions.
  public UploadedPipeline create(String name, String description) throws InterruptedException {
    JsonObject message = new JsonObject();
    message.addProperty("name", name);
    message.addProperty("display_name", name);
    message.addProperty("description", description);
    if (!namespace.isEmpty()) {
      message.addProperty("namespace", namespace);
    }
    return UploadedPipeline.of(rest.create("pipelines", message, () -> look(name),
        "create pipeline " + name));
  }

  /// The newest version of a pipeline.
  public Optional<PipelineVersion> latest(UploadedPipeline pipeline) throws InterruptedException {
    return versions(pipeline, Map.of("sort_by", "created_at desc")).stream()
        .findFirst().map(json -> PipelineVersion.of(pipeline, json));
  }

  /// The version of a name.
  public Optional<PipelineVersion> version(UploadedPipeline pipeline, String name)
      throws InterruptedException {
    return look(pipeline, name).map(json -> PipelineVersion.of(pipeline, json));
  }

  /// The version of an id.
  public Optional<PipelineVersion> versionOf(String pipelineId, String id)
      throws InterruptedException {
    return rest.find("pipelines/" + Address.encoded(pipelineId) + "/versions/"
        + Address.encoded(id), Map.of(), UNREADABLE)
        .map(json -> PipelineVersion.of(new UploadedPipeline(pipelineId, ""), json));
  }

  /// Adds a version.
  ///
  /// @param yaml the compiled pipeline
  /// @return the version that is there now; also if somebody else has added one of that name
  public PipelineVersion add(UploadedPipeline pipeline, String name, String yaml)
      throws InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("name", name);
    query.put("display_name", name);
    query.put("pipelineid", pipeline.id());
    Call call = Call.upload(rest.endpoint().at(Rest.API + "pipelines/upload_version", query),
        "pipeline.yaml", yaml);
    return PipelineVersion.of(pipeline, rest.create(call, () -> look(pipeline, name),
        "add version " + name + " to pipeline " + pipeline.name()));
  }

  private Optional<ServerJson> look(UploadedPipeline pipeline, String name) throws InterruptedException {
    for (String key : List.of("name", "display_name")) {
      List<ServerJson> found = versions(pipeline, Map.of("filter", Rest.filter(key, name)));
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  private List<ServerJson> versions(UploadedPipeline pipeline, Map<String, String> query)
      throws InterruptedException {
    return rest.list("pipelines/" + Address.encoded(pipeline.id()) + "/versions", query, "pipeline_versions", 1,
        UNREADABLE);
  }

  /// A pipeline that somebody made on the page has a name for people that may be another one.
  private Optional<ServerJson> look(String name) throws InterruptedException {
    Optional<ServerJson> found = rest.find("pipelines/names/" + Address.encoded(name),
        Map.of("namespace", namespace), UNREADABLE);
    return found.isPresent() ? found
        : list("display_name", name, namespace).stream().findFirst();
  }

  /// A pipeline without a namespace. One that is asked for by its name alone might be another
  /// namespace's (pipeline_store.go, GetPipelineByNameAndNamespace).
  private Optional<ServerJson> shared(String name) throws InterruptedException {
    for (String key : List.of("name", "display_name")) {
      for (ServerJson found : list(key, name, "")) {
        if (found.text("namespace").isEmpty()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private List<ServerJson> list(String key, String value, String in) throws InterruptedException {
    return rest.list("pipelines", Map.of("filter", Rest.filter(key, value), "namespace", in),
        "pipelines", 100, UNREADABLE);
  }
}
