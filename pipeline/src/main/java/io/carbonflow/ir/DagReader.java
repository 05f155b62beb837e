package io.carbonflow.ir;

import io.carbonflow.ir.Component.TaskOutput;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/// Reads the tasks of a DAG and where its outputs come from.
final class DagReader {
  private DagReader() {}

  static Component.Dag read(Fields fields) {
    Fields outputs = fields.fields("outputs");
    Component.Dag dag = new Component.Dag(
        fields.each("tasks", (_, task) -> task(task)),
        outputs.each("parameters", (_, output) -> selected(
            output.fields("valueFromParameter"), "producerSubtask", "outputParameterKey")),
        outputs.each("artifacts", (_, output) -> output.list("artifactSelectors").stream()
            .map(one -> selected(one, "producerSubtask", "outputArtifactKey")).toList()));
    outputs.end();
    fields.end();
    return dag;
  }

  private static Task task(Fields fields) {
    Fields info = fields.fields("taskInfo");
    info.maybeText("name");
    info.end();
    Fields reference = fields.fields("componentRef");
    String component = reference.text("name");
    reference.end();
    Fields caching = fields.fields("cachingOptions");
    boolean cached = caching.flag("enableCache");
    caching.end();
    Fields inputs = fields.fields("inputs");
    SortedMap<String, Task.ParameterSource> parameters =
        inputs.each("parameters", (_, source) -> parameterSource(source));
    SortedMap<String, Task.ArtifactSource> artifacts =
        inputs.each("artifacts", (_, source) -> artifactSource(source));
    inputs.end();
    return new Task(component, parameters, artifacts,
        new TreeSet<>(fields.texts("dependentTasks")), cached);
  }

  private static Task.ParameterSource parameterSource(Fields fields) {
    Optional<Fields> runtime = fields.maybeFields("runtimeValue");
    if (runtime.isPresent()) {
      Object value = runtime.get().value("constant")
          .orElseGet(() -> runtime.get().refuse("holds no constant"));
      runtime.get().end();
      return new Task.Constant(value);
    }
    Optional<String> input = fields.maybeText("componentInputParameter");
    return input.isPresent() ? new Task.ComponentInput(input.get()) : new Task.Output(
        selected(fields.fields("taskOutputParameter"), "producerTask", "outputParameterKey"));
  }

  private static Task.ArtifactSource artifactSource(Fields fields) {
    Optional<String> input = fields.maybeText("componentInputArtifact");
    return input.isPresent() ? new Task.ComponentInput(input.get()) : new Task.Output(
        selected(fields.fields("taskOutputArtifact"), "producerTask", "outputArtifactKey"));
  }

  private static TaskOutput selected(Fields fields, String producer, String key) {
    TaskOutput output = new TaskOutput(fields.text(producer), fields.text(key));
    fields.end();
    return output;
  }
}
