package io.carbonflow.kfp.client;

import com.google.gson.JsonObject;
import java.util.Optional;

/// A run as somebody wants it.
///
/// @param name its name
/// @param experiment the experiment it belongs to
/// @param version what it runs
/// @param parameters the parameters that differ from the pipeline's defaults
/// @param serviceAccount the Kubernetes service account of its pods, if it is not the usual one
public record RunRequest(
    String name,
    Experiment experiment,
    PipelineVersion version,
    JsonObject parameters,
    Optional<String> serviceAccount) {

  /// Whether a run is what is wanted.
  public boolean isMetBy(Run run) {
    return run.versionId().equals(version.id()) && run.experimentId().equals(experiment.id())
        && SpecContent.of(run.parameters()).equals(SpecContent.of(parameters));
  }

  JsonObject message(IdempotencyKey mark) {
    JsonObject message = new JsonObject();
    message.addProperty("display_name", name);
    message.addProperty("description", mark.text());
    message.addProperty("experiment_id", experiment.id());
    message.add("pipeline_version_reference", reference(version.pipeline(), Optional.of(version)));
    message.add("runtime_config", runtime(parameters));
    serviceAccount.ifPresent(account -> message.addProperty("service_account", account));
    return message;
  }

  static JsonObject runtime(JsonObject parameters) {
    JsonObject config = new JsonObject();
    config.add("parameters", parameters);
    return config;
  }

  static JsonObject reference(UploadedPipeline pipeline, Optional<PipelineVersion> version) {
    JsonObject reference = new JsonObject();
    reference.addProperty("pipeline_id", pipeline.id());
    version.ifPresent(pinned -> reference.addProperty("pipeline_version_id", pinned.id()));
    return reference;
  }
}
