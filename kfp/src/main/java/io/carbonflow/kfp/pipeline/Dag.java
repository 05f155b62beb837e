// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// Takes the tasks of a pipeline, or of a part of it, while it is described. Whatever a task takes
/// may come from the same part or from one around it; what is needed on the way is passed on.
public final class Dag {
  private final Scope scope;
  private final Containers containers;

  Dag(Scope scope, Containers containers) {
    this.scope = scope;
    this.containers = containers;
  }

  /// Adds a task that is named after its step.
  ///
  /// @return references to the task's outputs
  public <I extends Record, O extends Record> O task(Step<I, O> step, I inputs) {
    return task(Declaration.of(step).name(), step, inputs);
  }

  /// Adds a task.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @return references to the task's outputs
  /// @throws Problem if the name is taken or an input is wired to no output
  public <I extends Record, O extends Record> O task(String name, Step<I, O> step, I inputs) {
    return task(name, step, inputs, TaskSettings.DEFAULT);
  }

  /// Adds a task.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @param settings how it runs on a cluster
  /// @return references to the task's outputs
  /// @throws Problem if the name is taken or an input is wired to no output
  public <I extends Record, O extends Record> O task(
      String name, Step<I, O> step, I inputs, TaskSettings settings) {
    Declaration declared = Declaration.of(step);
    return add(name, TaskBody.of(StepContainer.of(declared)), declared.out(), inputs, settings,
        Task.TriggerPolicy.ALWAYS, Set.of());
  }

  /// Adds a task that runs a whole pipeline in one container.
  ///
  /// @return references to the pipeline's results
  public <P extends Record, R extends Record> R task(
      Pipeline<P, R> pipeline, P parameters, TaskSettings settings) {
    PipelineDeclaration declared = PipelineDeclaration.of(pipeline);
    return add(declared.name(), TaskBody.of(StepContainer.of(declared)), declared.out(), parameters,
        settings, Task.TriggerPolicy.ALWAYS, Set.of());
  }

  /// Adds a task that runs any image and command, and is named after its component.
  ///
  /// @return references to the task's outputs
  /// @throws Problem if the name is taken or an input is wired to no output
  public <I extends Record, O extends Record> O task(ContainerComponent<I, O> component, I inputs) {
    return task(component.name(), component, inputs, TaskSettings.DEFAULT);
  }

  /// Adds a task that runs any image and command.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @param settings how it runs on a cluster
  /// @return references to the task's outputs
  /// @throws Problem if the name is taken or an input is wired to no output
  public <I extends Record, O extends Record> O task(
      String name, ContainerComponent<I, O> component, I inputs, TaskSettings settings) {
    return add(name, TaskBody.of(component), component.out(), inputs, settings,
        Task.TriggerPolicy.ALWAYS, Set.of());
  }

  /// Makes an artifact known that is there already. No container is started for it.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @param uri where it is: a constant, a parameter of the pipeline or of the part around
  /// @return a reference to the artifact
  /// @throws Problem if the name is taken or the URI is wired to no value
  public <A extends Artifact> Output<A> importer(String name, Value<String> uri, Imports<A> imports) {
    return importer(name, uri, imports, TaskSettings.DEFAULT);
  }

  /// Makes an artifact known that is there already. No container is started for it.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @param uri where it is: a constant, a parameter of the pipeline or of the part around
  /// @param settings what it is called, and after which tasks it runs; nothing else has a meaning here
  /// @return a reference to the artifact
  /// @throws Problem if the name is taken or the URI is wired to no value
  public <A extends Artifact> Output<A> importer(
      String name, Value<String> uri, Imports<A> imports, TaskSettings settings) {
    add(name, imports.body(uri), new Imports.In(uri), settings, Task.TriggerPolicy.ALWAYS, Set.of());
    return new Output.Reference<>(name, Imports.OUTPUT);
  }

  private <O extends Record> O add(String name, TaskBody body, Class<? extends Record> out,
      Record inputs, TaskSettings settings, Task.TriggerPolicy trigger, Set<String> after) {
    add(name, body, inputs, settings, trigger, after);
    Object[] outputs = body.outputs().stream()
        .map(port -> new Output.Reference<>(name, port.name()))
        .toArray();
    @SuppressWarnings("unchecked")
    O references = (O) Records.make(out, outputs);
    return references;
  }

  private void add(String name, TaskBody body, Record inputs, TaskSettings settings,
      Task.TriggerPolicy trigger, Set<String> after) {
    String component = containers.add(name, body, settings);
    TaskInputs inlets = TaskInputs.of(name, body.inputs(), inputs, scope);
    inlets.rest(body.takes());
    SortedSet<String> before = new TreeSet<>(settings.after());
    before.addAll(after);
    scope.add(name, new Task(settings.label().orElse(name), component, inlets.parameters(),
        inlets.artifacts(), before,
        Task.Policy.PLAIN.withCached(settings.cached() && !body.readsOutside())
            .withRetries(settings.retries()).withTrigger(trigger)), body.outputs());
  }

  /// Repeats a part of the pipeline, side by side, for each item of a list.
  ///
  /// @param name the loop's name, in lower case with dashes
  /// @param body describes one round with its item
  /// @return what the rounds give
  /// @throws Problem if the items are not a list
  public <E, R> Each<R> forEach(
      String name, Value<List<E>> items, BiFunction<Dag, Value<E>, R> body) {
    return forEach(name, items, 0, body);
  }

  /// Repeats a part of the pipeline for each item of a list, some of them at a time.
  ///
  /// @param name the loop's name, in lower case with dashes
  /// @param most how many run side by side; 0 for all
  /// @param body describes one round with its item
  /// @return what the rounds give
  /// @throws Problem if the items are not a list
  public <E, R> Each<R> forEach(
      String name, Value<List<E>> items, int most, BiFunction<Dag, Value<E>, R> body) {
    containers.take(name);
    Scope inside = scope.loop(name, items, most);
    Dag dag = new Dag(inside, containers);
    return new Each<>(name, dag, body.apply(dag, new Value.Parameter<>(inside.item())));
  }

  /// Makes tasks a part of their own, which Kubeflow's page shows as one until it is opened.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part and returns what is needed of it outside
  /// @return what the body returns
  public <R> R part(String name, Function<Dag, R> body) {
    containers.take(name);
    return body.apply(new Dag(scope.group(name), containers));
  }

  /// Runs a part of the pipeline where a condition holds.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part
  /// @return takes what runs where it does not hold
  public Branches when(String name, When condition, Consumer<Dag> body) {
    return new Branches(scope, containers).when(name, condition, body);
  }

  /// Runs a part of the pipeline, and when it has ended, well or not, one more task.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part and returns what is needed of it outside
  /// @param handler the step of that task, which is named after it
  /// @param inputs what the task takes, for instance how the part has ended
  /// @return what the body returns
  public <R, I extends Record, O extends Record> R guarded(String name, Function<Dag, R> body,
      Step<I, O> handler, Function<Value<FinalStatus>, I> inputs, TaskSettings settings) {
    R results = part(name, body);
    Declaration step = Declaration.of(handler);
    add(step.name(), TaskBody.of(StepContainer.of(step)), inputs.apply(new Value.EndOf(name)),
        settings, Task.TriggerPolicy.AT_THE_END, Set.of(name));
    return results;
  }

  /// Runs a part of the pipeline, and when it has ended, well or not, any image and command.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part and returns what is needed of it outside
  /// @param handler what runs then, in a task that is named after it
  /// @param inputs what the task takes, for instance how the part has ended
  /// @return what the body returns
  public <R, I extends Record> R guarded(String name, Function<Dag, R> body,
      ContainerComponent<I, ?> handler, Function<Value<FinalStatus>, I> inputs,
      TaskSettings settings) {
    R results = part(name, body);
    add(handler.name(), TaskBody.of(handler), inputs.apply(new Value.EndOf(name)), settings,
        Task.TriggerPolicy.AT_THE_END, Set.of(name));
    return results;
  }

  /// Makes an output of a task in this part an output of the part.
  ///
  /// @return the output's name
  String export(Output.Reference<?> reference) {
    return scope.export(reference);
  }

  Scope scope() {
    return scope;
  }
}
