// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import com.google.gson.Gson;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.step.RunVariable;

/// Reads one task of a DAG.
final class TaskReader {
  /// What the SDK writes for `item.field` in a loop over mappings.
  private static final Pattern FIELD = Pattern.compile("parseJson\\(string_value\\)\\[\"(.+)\"\\]");
  private static final String AT_THE_END = "ALL_UPSTREAM_TASKS_COMPLETED";
  private static final String ALL_WELL = "ALL_UPSTREAM_TASKS_SUCCEEDED";

  private TaskReader() {}

  static Task read(String name, StrictJson fields) {
    StrictJson info = fields.part("taskInfo");
    String label = info.maybe("name").map(StrictJson::text).orElse(name);
    info.end();
    StrictJson reference = fields.part("componentRef");
    String component = reference.field("name").text();
    reference.end();
    StrictJson inputs = fields.part("inputs");
    SortedMap<String, Task.ParameterSource> parameters =
        inputs.each("parameters", (_, source) -> parameterSource(source));
    SortedMap<String, Task.ArtifactSource> artifacts =
        inputs.each("artifacts", (_, source) -> artifactSource(source));
    inputs.end();
    List<String> before = fields.list("dependentTasks").stream().map(StrictJson::text).toList();
    parameters.forEach((key, source) -> {
      if (source instanceof Task.EndOf(String task) && !before.contains(task)) {
        throw fields.wrong("has the input " + key + ", which is how task " + task + " has ended, and"
            + " Kubeflow's driver looks among dependentTasks alone, where it does not stand");
      }
    });
    return new Task(label, component, parameters, artifacts, new TreeSet<>(before), policy(fields));
  }

  private static Task.Policy policy(StrictJson fields) {
    StrictJson caching = fields.part("cachingOptions");
    boolean cached = caching.flag("enableCache");
    caching.end();
    return new Task.Policy(cached, trigger(fields.part("triggerPolicy")), loop(fields),
        fields.maybe("retryPolicy").map(TaskReader::retries));
  }

  private static Task.TriggerPolicy trigger(StrictJson fields) {
    Optional<Condition> condition = fields.maybe("condition")
        .map(text -> text.made(() -> Condition.parse(text.text())));
    String strategy = fields.maybe("strategy")
        .map(word -> word.oneOf(List.of(ALL_WELL, AT_THE_END), Function.identity()))
        .orElse(ALL_WELL);
    fields.end();
    return new Task.TriggerPolicy(condition, strategy.equals(AT_THE_END));
  }

  private static Optional<Task.Loop> loop(StrictJson fields) {
    StrictJson policy = fields.part("iteratorPolicy");
    int parallelism = policy.maybe("parallelismLimit").map(TaskReader::whole).orElse(0);
    policy.end();
    return fields.maybe("parameterIterator").map(iterator -> {
      StrictJson items = iterator.part("items");
      Optional<String> input = items.maybe("inputParameter").map(StrictJson::text);
      Task.Loop loop = new Task.Loop(iterator.field("itemInput").text(), input.isPresent()
          ? new Task.ItemsOf(input.get()) : raw(items), parallelism);
      items.end();
      iterator.end();
      return loop;
    });
  }

  private static Task.ItemList raw(StrictJson items) {
    StrictJson raw = items.field("raw");
    String json = raw.text();
    List<?> values = raw.as("a JSON list", _ -> new Gson().fromJson(json, List.class));
    return raw.made(() -> new Task.ItemList(values));
  }

  private static Task.Retries retries(StrictJson fields) {
    int count = fields.maybe("maxRetryCount").map(TaskReader::whole).orElse(0);
    String backoff = fields.maybe("backoffDuration").map(StrictJson::text).orElse("0s");
    double factor = fields.maybe("backoffFactor").map(StrictJson::number).orElse(2.0);
    String longest = fields.maybe("backoffMaxDuration").map(StrictJson::text).orElse("3600s");
    fields.end();
    return fields.made(() -> new Task.Retries(count, backoff, factor, longest));
  }

  private static Task.ParameterSource parameterSource(StrictJson fields) {
    Optional<StrictJson> runtime = fields.maybe("runtimeValue");
    if (runtime.isPresent()) {
      Object value = runtime.get().maybe("constant").map(Literal::of)
          .orElseThrow(() -> runtime.get().wrong("holds no constant"));
      runtime.get().end();
      return RunVariable.of(value).<Task.ParameterSource>map(Task.OfRun::new)
          .orElseGet(() -> new Task.Constant(value));
    }
    Optional<StrictJson> end = fields.maybe("taskFinalStatus");
    if (end.isPresent()) {
      String task = end.get().field("producerTask").text();
      end.get().end();
      return new Task.EndOf(task);
    }
    Optional<String> input = fields.maybe("componentInputParameter").map(StrictJson::text);
    Optional<StrictJson> selector = fields.maybe("parameterExpressionSelector");
    if (input.isPresent()) {
      return selector.<Task.ParameterSource>map(
          text -> new Task.InputField(input.get(), field(text)))
          .orElseGet(() -> new Task.ComponentInput(input.get()));
    }
    return new Task.Output(
        selected(fields.part("taskOutputParameter"), "producerTask", "outputParameterKey"));
  }

  private static String field(StrictJson selector) {
    Matcher matcher = FIELD.matcher(selector.text());
    if (matcher.matches()) {
      return matcher.group(1);
    }
    throw selector.wrong(
        "selects in a way that this program does not know: " + selector.text());
  }

  /// Whole numbers may be written with a point, as protobuf's JSON has them.
  private static int whole(StrictJson number) {
    return number.as("a whole number", _ -> new BigDecimal(number.digits()).intValueExact());
  }

  private static Task.ArtifactSource artifactSource(StrictJson fields) {
    Optional<String> input = fields.maybe("componentInputArtifact").map(StrictJson::text);
    return input.isPresent() ? new Task.ComponentInput(input.get()) : new Task.Output(
        selected(fields.part("taskOutputArtifact"), "producerTask", "outputArtifactKey"));
  }

  static TaskOutput selected(StrictJson fields, String producer, String key) {
    TaskOutput output = new TaskOutput(fields.field(producer).text(), fields.field(key).text());
    fields.end();
    return output;
  }
}
