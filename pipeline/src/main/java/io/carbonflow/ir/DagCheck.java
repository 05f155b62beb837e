package io.carbonflow.ir;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.ir.Component.ArtifactSpec;
import io.carbonflow.ir.Component.Interface;
import io.carbonflow.ir.Component.TaskOutput;
import io.carbonflow.step.ParameterType;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Checks the wiring of one DAG.
///
/// @param where the file and component, for messages
/// @param pipeline the pipeline, for its components
/// @param owner the component that the DAG is the body of
/// @param dag the DAG
record DagCheck(String where, PipelineSpec pipeline, Component owner, Component.Dag dag) {

  void run() {
    dag.tasks().forEach((name, task) -> {
      SpecCheck.name(where, "task", name);
      if (!pipeline.components().containsKey(task.component())) {
        throw problem("task " + name, "there is no component " + task.component(),
            "compile the pipeline again");
      }
    });
    dag.tasks().forEach(this::task);
    order();
    dag.parameters().forEach((name, output) -> parameterFits("output " + name,
        declared(owner.outputs().parameters(), "output " + name, name).type(),
        parameterType("output " + name, output)));
    dag.artifacts().forEach((name, outputs) -> outputs.forEach(output -> artifactFits(
        "output " + name, declared(owner.outputs().artifacts(), "output " + name, name),
        artifactType("output " + name, output))));
    missing("pipeline", owner.outputs(), dag.parameters().keySet(), dag.artifacts().keySet(),
        "output");
  }

  private void task(String name, Task task) {
    Interface inputs = pipeline.components().get(task.component()).inputs();
    missing("task " + name, inputs, task.parameters().keySet(), task.artifacts().keySet(), "input");
    task.dependentTasks().forEach(before -> producer("task " + name, before));
    task.parameters().forEach((key, source) -> {
      String place = "task " + name + ", input " + key;
      ParameterType type = declared(inputs.parameters(), place, key).type();
      switch (source) {
        case Task.Constant(Object value) when !Literal.fits(type, value) -> throw problem(place,
            "'" + value + "' is no " + type.words() + " that Kubeflow can hold", "give another");
        case Task.Constant _ -> { }
        case Task.ComponentInput input -> parameterFits(place, type, declared(
            owner.inputs().parameters(), place, input.name()).type());
        case Task.Output output -> parameterFits(place, type, parameterType(place, output.of()));
      }
    });
    task.artifacts().forEach((key, source) -> {
      String place = "task " + name + ", input " + key;
      artifactFits(place, declared(inputs.artifacts(), place, key), switch (source) {
        case Task.ComponentInput input ->
            declared(owner.inputs().artifacts(), place, input.name());
        case Task.Output output -> artifactType(place, output.of());
      });
    });
  }

  private void missing(
      String of, Interface side, Set<String> parameters, Set<String> artifacts, String what) {
    side.parameters().keySet().stream().filter(key -> !parameters.contains(key)).findFirst()
        .or(() -> side.artifacts().keySet().stream()
            .filter(key -> !artifacts.contains(key)).findFirst())
        .ifPresent(key -> {
          throw problem(of + ", " + what + " " + key, "nobody supplies it", "wire it");
        });
  }

  /// Tasks are taken away while nothing that is left comes before them; a cycle stays.
  private void order() {
    Map<String, Task> left = new TreeMap<>(dag.tasks());
    while (left.values().removeIf(task ->
        task.dependentTasks().stream().noneMatch(left::containsKey))) {
      // Each round may set further tasks free.
    }
    if (!left.isEmpty()) {
      throw problem("task " + String.join(", ", left.keySet()), "waits for itself in a cycle",
          "wire one of them otherwise");
    }
  }

  private Task producer(String place, String name) {
    Task task = dag.tasks().get(name);
    if (task == null) {
      throw problem(place, "there is no task " + name + " in this pipeline",
          "the tasks are " + String.join(", ", dag.tasks().keySet()));
    }
    return task;
  }

  private ParameterType parameterType(String place, TaskOutput output) {
    Interface outputs = outputs(place, output);
    return output(place, output, outputs.parameters(), outputs.artifacts(), "parameter").type();
  }

  private ArtifactSpec artifactType(String place, TaskOutput output) {
    Interface outputs = outputs(place, output);
    return output(place, output, outputs.artifacts(), outputs.parameters(), "artifact");
  }

  private Interface outputs(String place, TaskOutput output) {
    return pipeline.components().get(producer(place, output.task()).component()).outputs();
  }

  private <T> T output(String place, TaskOutput output, SortedMap<String, T> wanted,
      SortedMap<String, ?> others, String kind) {
    if (others.containsKey(output.key())) {
      throw problem(place, "takes a value of kind " + kind + ", but output " + output.key()
          + " of task " + output.task() + " is none", "wire it to another output");
    }
    return declared(wanted, place + ", task " + output.task(), output.key());
  }

  private <T> T declared(SortedMap<String, T> side, String place, String key) {
    T found = side.get(key);
    if (found == null) {
      throw problem(place, "there is no " + key + " to wire it to",
          side.isEmpty() ? "there is nothing of its kind" : "there is "
              + String.join(", ", side.keySet()));
    }
    return found;
  }

  private void parameterFits(String place, ParameterType takes, ParameterType given) {
    if (!Literal.fits(takes, given)) {
      throw problem(place, "takes " + takes + ", but is given " + given, "wire the same type");
    }
  }

  private void artifactFits(String place, ArtifactSpec takes, ArtifactSpec given) {
    if (!takes.accepts(given)) {
      throw problem(place, "takes " + takes.words() + ", but is given " + given.words(),
          "wire the same type");
    }
  }

  private Problem problem(String place, String what, String remedy) {
    return new Problem(Place.of(where + ", " + place), what, remedy);
  }
}
