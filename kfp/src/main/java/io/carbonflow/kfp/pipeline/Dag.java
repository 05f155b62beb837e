package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Task;
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
    return add(name, StepContainer.of(Declaration.of(step)), inputs, settings,
        Task.TriggerPolicy.ALWAYS, Set.of());
  }

  /// Adds a task that runs a whole pipeline in one container.
  ///
  /// @return references to the pipeline's results
  public <P extends Record, R extends Record> R task(
      Pipeline<P, R> pipeline, P parameters, TaskSettings settings) {
    PipelineDeclaration declared = PipelineDeclaration.of(pipeline);
    return add(declared.name(), StepContainer.of(declared), parameters, settings,
        Task.TriggerPolicy.ALWAYS, Set.of());
  }

  private <O extends Record> O add(String name, StepContainer container, Record inputs,
      TaskSettings settings, Task.TriggerPolicy trigger, Set<String> after) {
    String component = containers.add(name, container, settings);
    TaskInputs inlets = TaskInputs.of(name, container.inputs(), inputs, scope);
    scope.add(name, new Task(name, component, inlets.parameters(), inlets.artifacts(), new TreeSet<>(after),
        Task.Policy.PLAIN.withCached(settings.cached() && !container.readsOutside())
            .withRetries(settings.retries()).withTrigger(trigger)), container.outputs());
    Object[] outputs = container.outputs().stream()
        .map(port -> new Output.Reference<>(name, port.name()))
        .toArray();
    @SuppressWarnings("unchecked")
    O references = (O) Records.make(container.out(), outputs);
    return references;
  }

  /// Repeats a part of the pipeline, side by side, for each item of a list.
  ///
  /// @param name the loop's name, in lower case with dashes
  /// @param body describes one round with its item
  /// @return what the rounds give
  /// @throws Problem if the items are no list
  public <E, R> Each<R> forEach(
      String name, Value<List<E>> items, BiFunction<Dag, Value<E>, R> body) {
    containers.take(name);
    Scope inside = scope.loop(name, items);
    Dag dag = new Dag(inside, containers);
    return new Each<>(name, dag, body.apply(dag, new Value.Parameter<>(inside.item())));
  }

  /// Runs a part of the pipeline where a condition holds.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part
  public void when(String name, When condition, Consumer<Dag> body) {
    containers.take(name);
    body.accept(new Dag(scope.when(name, condition), containers));
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
    containers.take(name);
    Scope inside = scope.group(name);
    Dag dag = new Dag(inside, containers);
    R results = body.apply(dag);
    Declaration step = Declaration.of(handler);
    add(step.name(), StepContainer.of(step), inputs.apply(new Value.EndOf(name)), settings,
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
