package io.carbonflow.kfp.ir;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.step.RunVariable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one task of a DAG.
final class TaskReader {
  /// What the SDK writes for `item.field` in a loop over mappings.
  private static final Pattern FIELD = Pattern.compile("parseJson\\(string_value\\)\\[\"(.+)\"\\]");
  private static final String AT_THE_END = "ALL_UPSTREAM_TASKS_COMPLETED";
  private static final String ALL_WELL = "ALL_UPSTREAM_TASKS_SUCCEEDED";

  private TaskReader() {}

  static Task read(String name, Fields fields) {
    Fields info = fields.fields("taskInfo");
    String label = info.maybeText("name").orElse(name);
    info.end();
    Fields reference = fields.fields("componentRef");
    String component = reference.text("name");
    reference.end();
    Fields inputs = fields.fields("inputs");
    SortedMap<String, Task.ParameterSource> parameters =
        inputs.each("parameters", (_, source) -> parameterSource(source));
    SortedMap<String, Task.ArtifactSource> artifacts =
        inputs.each("artifacts", (_, source) -> artifactSource(source));
    inputs.end();
    List<String> before = fields.texts("dependentTasks");
    parameters.forEach((key, source) -> {
      if (source instanceof Task.EndOf(String task) && !before.contains(task)) {
        fields.refuse("input " + key + " is how task " + task + " has ended, and Kubeflow's driver"
            + " looks among dependentTasks alone, where it does not stand");
      }
    });
    return new Task(label, component, parameters, artifacts, new TreeSet<>(before), policy(fields));
  }

  private static Task.Policy policy(Fields fields) {
    Fields caching = fields.fields("cachingOptions");
    boolean cached = caching.flag("enableCache");
    caching.end();
    return new Task.Policy(cached, trigger(fields.fields("triggerPolicy")), loop(fields),
        fields.maybeFields("retryPolicy").map(TaskReader::retries));
  }

  private static Task.Trigger trigger(Fields fields) {
    Optional<Condition> condition = fields.maybeText("condition")
        .map(text -> fields.made(() -> Condition.parse(text)));
    String strategy = fields.maybeText("strategy").orElse(ALL_WELL);
    if (!strategy.equals(ALL_WELL) && !strategy.equals(AT_THE_END)) {
      fields.refuse("'" + strategy + "' is no strategy that this carbonflow knows");
    }
    fields.end();
    return new Task.Trigger(condition, strategy.equals(AT_THE_END));
  }

  private static Optional<Task.Loop> loop(Fields fields) {
    Fields policy = fields.fields("iteratorPolicy");
    int parallelism = policy.whole("parallelismLimit").orElse(0L).intValue();
    policy.end();
    return fields.maybeFields("parameterIterator").map(iterator -> {
      Fields items = iterator.fields("items");
      Optional<String> input = items.maybeText("inputParameter");
      Task.Loop loop = new Task.Loop(iterator.text("itemInput"), input.isPresent()
          ? new Task.ItemsOf(input.get()) : raw(items), parallelism);
      items.end();
      iterator.end();
      return loop;
    });
  }

  private static Task.ItemList raw(Fields items) {
    String json = items.text("raw");
    try {
      List<Object> values = new Gson().fromJson(json, new TypeToken<List<Object>>() {}.getType());
      return items.made(() -> new Task.ItemList(values));
    } catch (JsonParseException _) {
      return items.refuse("'" + json + "' is no JSON list");
    }
  }

  private static Task.Retries retries(Fields fields) {
    long count = fields.whole("maxRetryCount").orElse(0L);
    String backoff = fields.maybeText("backoffDuration").orElse("0s");
    double factor = fields.number("backoffFactor").orElse(2.0);
    String longest = fields.maybeText("backoffMaxDuration").orElse("3600s");
    fields.end();
    return fields.made(
        () -> new Task.Retries(Math.toIntExact(count), backoff, factor, longest));
  }

  private static Task.ParameterSource parameterSource(Fields fields) {
    Optional<Fields> runtime = fields.maybeFields("runtimeValue");
    if (runtime.isPresent()) {
      Object value = runtime.get().value("constant")
          .orElseGet(() -> runtime.get().refuse("holds no constant"));
      runtime.get().end();
      return RunVariable.of(value).<Task.ParameterSource>map(Task.OfRun::new)
          .orElseGet(() -> new Task.Constant(value));
    }
    Optional<Fields> end = fields.maybeFields("taskFinalStatus");
    if (end.isPresent()) {
      String task = end.get().text("producerTask");
      end.get().end();
      return new Task.EndOf(task);
    }
    Optional<String> input = fields.maybeText("componentInputParameter");
    Optional<String> selector = fields.maybeText("parameterExpressionSelector");
    if (input.isPresent()) {
      return selector.<Task.ParameterSource>map(
          text -> new Task.InputField(input.get(), field(fields, text)))
          .orElseGet(() -> new Task.ComponentInput(input.get()));
    }
    return new Task.Output(
        selected(fields.fields("taskOutputParameter"), "producerTask", "outputParameterKey"));
  }

  private static String field(Fields fields, String selector) {
    Matcher matcher = FIELD.matcher(selector);
    return matcher.matches() ? matcher.group(1)
        : fields.refuse("'" + selector + "' selects in a way that this carbonflow does not know");
  }

  private static Task.ArtifactSource artifactSource(Fields fields) {
    Optional<String> input = fields.maybeText("componentInputArtifact");
    return input.isPresent() ? new Task.ComponentInput(input.get()) : new Task.Output(
        selected(fields.fields("taskOutputArtifact"), "producerTask", "outputArtifactKey"));
  }

  static TaskOutput selected(Fields fields, String producer, String key) {
    TaskOutput output = new TaskOutput(fields.text(producer), fields.text(key));
    fields.end();
    return output;
  }
}
