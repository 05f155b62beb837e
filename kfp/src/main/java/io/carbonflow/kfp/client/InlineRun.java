package io.carbonflow.kfp.client;

import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.kfp.ir.Yaml;
import java.util.List;
import java.util.Optional;

/// A run, as somebody wants it, of a pipeline that goes with the request and is not uploaded. Kubeflow
/// keeps it with the run alone (backend/src/apiserver/server/api_util.go,
/// pipelineSpecStructToYamlString).
///
/// @param name its name
/// @param experiment the experiment it belongs to
/// @param yaml the compiled pipeline, with a platform's specification or without
/// @param serviceAccount the Kubernetes service account of its pods, if it is not the usual one
public record InlineRun(
    String name, Experiment experiment, String yaml, Optional<String> serviceAccount) {

  JsonObject message(IdempotencyKey mark) {
    List<Object> documents = Yaml.read(name, yaml);
    JsonObject spec = new JsonObject();
    spec.add("pipeline_spec", Json.tree(documents.getFirst()));
    documents.stream().skip(1).findFirst()
        .ifPresent(platform -> spec.add("platform_spec", Json.tree(platform)));
    JsonObject message = new JsonObject();
    message.addProperty("display_name", name);
    message.addProperty("description", mark.text());
    message.addProperty("experiment_id", experiment.id());
    message.add("pipeline_spec", spec);
    message.add("runtime_config", RunRequest.runtime(new JsonObject()));
    serviceAccount.ifPresent(account -> message.addProperty("service_account", account));
    return message;
  }
}
