// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// Checks that a pipeline can run: names and references that Kubeflow's server refuses at the start
/// of a run, and what it never checks and a run would fail on (output keys, types, images).
public final class SpecCheck {
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,126}[a-z0-9])?");
  /// A parameter of such a name would be a truth value to a reader of YAML 1.1.
  private static final Pattern TRUTH = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");
  /// The grammar of github.com/distribution/reference: domain, path, tag, digest.
  private static final Pattern IMAGE = Pattern.compile(
      "([a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]+)?/)?"
          + "[a-z0-9]+(([.]|__?|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|__?|-+)[a-z0-9]+)*)*"
          + "(:\\w[\\w.-]{0,127})?(@sha256:[0-9a-f]{64})?");

  /// Names of inputs, outputs and files become names of files, so they must not lead elsewhere.
  private static final Pattern FILE = Pattern.compile("\\w[\\w.-]{0,254}");

  private SpecCheck() {}

  /// What a pipeline should run on.
  enum Target {
    /// Kubeflow, and this machine too.
    KUBEFLOW,
    /// This machine alone, whose runner can do all that Kubeflow can, and put arguments together.
    THIS_MACHINE
  }

  /// Checks a pipeline.
  ///
  /// @param source what it is called in messages
  /// @throws Problem for the first thing that is wrong, with task and input
  public static void check(String source, PipelineSpec pipeline) {
    check(source, pipeline, Target.KUBEFLOW);
  }

  static void check(String source, PipelineSpec pipeline, Target target) {
    name(source, "pipeline", pipeline.name());
    pipeline.executors().forEach((label, container) -> container(source, label, container));
    pipeline.deadline().ifPresent(longest -> deadline(source, longest));
    pipeline.root().inputs().parameters().forEach((name, parameter) -> {
      if (TRUTH.matcher(name).matches()) {
        throw new Problem(Place.of(source + ", parameter " + name),
            "is called like a truth value of YAML 1.1", "give it another name");
      }
      constant(source + ", parameter " + name, parameter);
    });
    Set<String> looped = looped(pipeline);
    pipeline.components().forEach((name, component) -> component(
        source + ", component " + name, pipeline, component, looped.contains(name)));
    component(source, pipeline, pipeline.root(), false);
    nesting(source, pipeline);
    DriverRules.check(source, pipeline, target);
  }

  static void name(String source, String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new Problem(Place.of(source + ", " + what + " " + name), "'" + name + "' is not a name",
          "use lower case letters, digits and dashes, at most 128");
    }
  }

  private static void constant(String where, Component.ParameterSpec parameter) {
    parameter.orElse().filter(value -> !Literal.fits(parameter.type(), value))
        .ifPresent(value -> {
          throw new Problem(Place.of(where), "its default '" + value + "' is not a "
              + parameter.type().words() + " that Kubeflow can hold", "give another default");
        });
  }

  private static void container(String source, String label, ContainerSpec container) {
    if (!IMAGE.matcher(container.image()).matches()) {
      throw new Problem(Place.of(source + ", executor " + label),
          "'" + container.image() + "' is not an image reference",
          "write it as registry.example/path/name:tag or …@sha256:…");
    }
    container.deadline().ifPresent(
        longest -> deadline(source + ", executor " + label, longest));
  }

  /// Kubernetes and Argo count whole seconds, from 1 to what 31 bits hold.
  private static void deadline(String where, Duration longest) {
    if (longest.getNano() != 0 || longest.toSeconds() < 1
        || longest.toSeconds() > Integer.MAX_VALUE) {
      throw new Problem(Place.of(where), "its deadline is " + longest + ", which no cluster keeps",
          "give whole seconds, from 1 to " + Integer.MAX_VALUE);
    }
  }

  static Stream<Task> tasks(Component component) {
    return component.body() instanceof Component.Dag dag
        ? dag.tasks().values().stream() : Stream.of();
  }

  /// The components that some task repeats over a list.
  private static Set<String> looped(PipelineSpec pipeline) {
    return Stream.concat(Stream.of(pipeline.root()), pipeline.components().values().stream())
        .flatMap(SpecCheck::tasks)
        .filter(task -> task.policy().loop().isPresent())
        .map(Task::component)
        .collect(Collectors.toSet());
  }

  /// Refuses a DAG that is a part of itself, which would never end.
  private static void nesting(String source, PipelineSpec pipeline) {
    Map<String, Component> left = new TreeMap<>(pipeline.components());
    while (left.values().removeIf(component -> tasks(component)
        .noneMatch(task -> left.containsKey(task.component())))) {
      // Each round may set further components free.
    }
    if (!left.isEmpty()) {
      throw new Problem(Place.of(source + ", component " + String.join(", ", left.keySet())),
          "is a part of itself", "compile the pipeline again");
    }
  }

  private static void component(
      String where, PipelineSpec pipeline, Component component, boolean looped) {
    files(where, component.inputs());
    files(where, component.outputs());
    switch (component.body()) {
      case Component.Executor executor -> {
        if (!pipeline.executors().containsKey(executor.label())
            && !pipeline.importers().containsKey(executor.label())) {
          throw new Problem(Place.of(where), "there is no executor " + executor.label(),
              "compile the pipeline again");
        }
      }
      case Component.Dag dag ->
          new DagCheck(new Wiring(where, pipeline, component, dag), looped).run();
    }
  }

  private static void files(String where, Component.Interface side) {
    side.parameters().keySet().forEach(key -> file(where, key, key));
    Map<String, String> owners = new HashMap<>();
    side.artifacts().forEach((key, artifact) -> {
      file(where, key, key);
      Object own = artifact.metadata().get(Component.ArtifactSpec.FILE_NAME);
      if (own != null) {
        file(where, key, own);
      }
      String name = artifact.fileName(key);
      String other = owners.put(name, key);
      if (other != null) {
        throw new Problem(Place.of(where + ", output " + key),
            "is called " + name + " as output " + other + " is", "give it another file name");
      }
    });
  }

  private static void file(String where, String key, Object name) {
    if (!(name instanceof String text && FILE.matcher(text).matches())) {
      throw new Problem(Place.of(where + ", " + key), "'" + name + "' is not a name of a file",
          "use letters, digits, dots, dashes and underscores");
    }
  }
}
