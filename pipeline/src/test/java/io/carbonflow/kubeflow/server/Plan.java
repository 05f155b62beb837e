package io.carbonflow.kubeflow.server;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The tasks of a pipeline, those of a part beside the part itself. Every part runs once; one that has
/// a condition is left out, as Argo leaves it out where that does not hold.
///
/// @param tasks by name
record Plan(Map<String, Planned> tasks) {
  static final String ROOT = "root";

  /// A task.
  ///
  /// @param within the part that it is in
  /// @param after the tasks of that part that have to end before
  /// @param isPart whether it is a part itself
  record Planned(String within, Set<String> after, boolean isPart) {}

  static Plan of(JsonObject spec) {
    Plan plan = new Plan(new LinkedHashMap<>());
    plan.add(spec, spec.getAsJsonObject("root"), ROOT);
    return plan;
  }

  private void add(JsonObject spec, JsonObject component, String within) {
    JsonObject all = component.getAsJsonObject("dag").getAsJsonObject("tasks");
    for (String name : new TreeSet<>(all.keySet())) {
      JsonObject task = all.getAsJsonObject(name);
      JsonObject trigger = task.getAsJsonObject("triggerPolicy");
      if (trigger != null && trigger.has("condition")) {
        continue;
      }
      JsonObject body = spec.getAsJsonObject("components").getAsJsonObject(
          task.getAsJsonObject("componentRef").get("name").getAsString());
      Set<String> after = new TreeSet<>();
      if (task.has("dependentTasks")) {
        task.getAsJsonArray("dependentTasks").forEach(one -> after.add(one.getAsString()));
      }
      tasks.put(name, new Planned(within, after, body.has("dag")));
      if (body.has("dag")) {
        add(spec, body, name);
      }
    }
  }
}
