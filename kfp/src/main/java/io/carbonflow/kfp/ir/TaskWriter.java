// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static io.carbonflow.kfp.ir.SpecWriter.each;
import static io.carbonflow.kfp.ir.SpecWriter.mapping;

import module java.base;
import com.google.gson.Gson;
import io.carbonflow.kfp.ir.Component.TaskOutput;

/// Turns a task into the mappings of `pipeline_spec.proto`.
final class TaskWriter {
  private TaskWriter() {}

  static Map<String, Object> write(Task task) {
    Map<String, Object> fields = mapping(
        "taskInfo", mapping("name", task.label()),
        "componentRef", mapping("name", task.component()),
        "dependentTasks", List.copyOf(task.dependentTasks()),
        "inputs", mapping(
            "parameters", each(task.parameters(), TaskWriter::source),
            "artifacts", each(task.artifacts(), TaskWriter::source)),
        "triggerPolicy", trigger(task.policy().trigger()));
    fields.put("cachingOptions", task.policy().cached() ? Map.of("enableCache", true) : Map.of());
    task.policy().loop().ifPresent(loop -> loop(fields, loop));
    task.policy().retries().ifPresent(retries -> fields.put("retryPolicy", mapping(
        "maxRetryCount", retries.count(),
        "backoffDuration", retries.backoff(),
        "backoffFactor", retries.factor(),
        "backoffMaxDuration", retries.longest())));
    return fields;
  }

  private static Map<String, Object> trigger(Task.TriggerPolicy trigger) {
    return mapping(
        "condition", trigger.condition().map(Condition::text).orElse(""),
        "strategy", trigger.evenAfterFailure() ? "ALL_UPSTREAM_TASKS_COMPLETED" : "");
  }

  private static void loop(Map<String, Object> fields, Task.Loop loop) {
    fields.put("parameterIterator", mapping(
        "itemInput", loop.itemInput(),
        "items", switch (loop.items()) {
          case Task.ItemsOf items -> mapping("inputParameter", items.input());
          case Task.ItemList items -> mapping("raw", new Gson().toJson(items.values()));
        }));
    if (loop.parallelism() > 0) {
      fields.put("iteratorPolicy", mapping("parallelismLimit", loop.parallelism()));
    }
  }

  private static Map<String, Object> source(Task.ParameterSource source) {
    return switch (source) {
      case Task.Constant constant ->
          Map.of("runtimeValue", Map.of("constant", constant.value()));
      case Task.ComponentInput input -> Map.of("componentInputParameter", input.name());
      case Task.InputField input -> mapping("componentInputParameter", input.name(),
          "parameterExpressionSelector", "parseJson(string_value)[\"" + input.field() + "\"]");
      case Task.Output output -> Map.of("taskOutputParameter",
          selector(output.of(), "producerTask", "outputParameterKey"));
      case Task.OfRun run ->
          Map.of("runtimeValue", Map.of("constant", run.fact().placeholder()));
      case Task.EndOf end -> Map.of("taskFinalStatus", Map.of("producerTask", end.task()));
    };
  }

  private static Map<String, Object> source(Task.ArtifactSource source) {
    return switch (source) {
      case Task.ComponentInput input -> Map.of("componentInputArtifact", input.name());
      case Task.Output output -> Map.of("taskOutputArtifact",
          selector(output.of(), "producerTask", "outputArtifactKey"));
    };
  }

  static Map<String, Object> selector(TaskOutput of, String producer, String key) {
    return mapping(producer, of.task(), key, of.key());
  }
}
