// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.ir.Yaml;

/// A component that somebody else has written: a file in the short form, or in the form to which the
/// SDK compiles a component. To be a task, it is bound to two records ([#as]).
public final class ComponentFile {
  private static final String REMEDY = "write it as Kubeflow's SDK reads components";

  private final String source;
  private final Loaded loaded;

  private ComponentFile(String source, Loaded loaded) {
    this.source = source;
    this.loaded = loaded;
  }

  /// Reads a file.
  ///
  /// @throws Problem if it cannot be read, or is not a component
  public static ComponentFile read(Path file) {
    return of(file.toString(), SpecYaml.text(file));
  }

  /// Reads a text.
  ///
  /// @param source what it is called in messages
  /// @throws Problem if it is not a component
  public static ComponentFile of(String source, String text) {
    List<Object> documents = Yaml.read(source, text);
    Object first = documents.isEmpty() ? null : documents.getFirst();
    return new ComponentFile(source, first instanceof Map<?, ?> map && map.containsKey("pipelineInfo")
        ? compiled(source, SpecYaml.read(source, text))
        : new BriefForm().read(StrictJson.ofTree(first, Place.of(source), REMEDY)));
  }

  /// The component with the name that its file gives it.
  public String name() {
    return loaded.name();
  }

  /// Its inputs.
  public Interface takes() {
    return loaded.takes();
  }

  /// Its outputs.
  public Interface gives() {
    return loaded.gives();
  }

  /// The component with inputs and outputs that records declare. An input that has a default in the
  /// file need not be there, nor one that may be left out, nor any output.
  ///
  /// @throws Problem if a record has one that the file has not, or of another type, or lacks one that
  ///     has to be given
  public <I extends Record, O extends Record> ContainerComponent<I, O> as(Class<I> in, Class<O> out) {
    Set<String> given = new Binding(source).check(loaded, in, out);
    return new ContainerComponent<>(
        loaded.name(), loaded.container(given), in, out, loaded.takes(), loaded.gives());
  }

  /// The component that the pipeline has its name from, else that of its only task.
  private static Loaded compiled(String source, PipelineSpec pipeline) {
    Component.Dag dag = (Component.Dag) pipeline.root().body();
    Component component = pipeline.components().get("comp-" + pipeline.name());
    if (component == null && dag.tasks().size() == 1) {
      component = pipeline.components().get(dag.tasks().firstEntry().getValue().component());
    }
    if (component != null && component.body() instanceof Component.Executor(String label)
        && pipeline.executors().containsKey(label)) {
      ContainerSpec container = pipeline.executors().get(label);
      return new Loaded(pipeline.name(), component.inputs(), component.outputs(), container,
          texts(container.command()), texts(container.args()));
    }
    throw new Problem(Place.of(source), "is a pipeline of " + dag.tasks().size()
        + " tasks, no component", "import the components that it consists of");
  }

  private static List<Word> texts(List<String> words) {
    return words.stream().<Word>map(Word.Text::new).toList();
  }
}
