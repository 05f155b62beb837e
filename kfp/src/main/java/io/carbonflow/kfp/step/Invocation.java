// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;

/// One run of a step with everything it takes, as its command line gave it.
///
/// @param step the step
/// @param inputs the text of each input that is one value: a parameter's or a file's path; all are
///     there
/// @param lists the paths of each input that is a list of files; all are there
/// @param outputs for each output the file it goes to; an artifact's is always there, a parameter's
///     may be missing
/// @param executorInput Kubeflow's description of the task; empty outside Kubeflow
public record Invocation(
    Declaration step,
    Map<String, String> inputs,
    Map<String, List<Path>> lists,
    Map<String, Path> outputs,
    Optional<ExecutorInput> executorInput) {

  /// What a step has given.
  ///
  /// @param out the record of its outputs, all set
  /// @param parameters its parameters by name, as text
  public record Given(Record out, Map<String, String> parameters) {}

  /// Runs the step, checks that it has given all its outputs, and writes the parameters' files and
  /// what Kubeflow wants to know of the artifacts.
  ///
  /// @throws Problem for what a person can fix
  /// @throws IllegalArgumentException for an input that is not a value of its type
  /// @throws Exception for what nobody foresaw
  public Given run(Context context) throws Exception {
    executorInput.ifPresent(kubeflow -> kubeflow.check(step.outputs()));
    outputs.values().forEach(AtomicFile::checkFolder);
    Record in = Records.make(step.in(), step.inputs().stream().map(this::value).toArray());
    Object[] slots = step.outputs().stream().map(this::slot).toArray();
    Record out = Records.make(step.out(), slots);
    call(step.step(), in, out, context);
    Map<String, String> given = new LinkedHashMap<>();
    for (Port port : step.outputs()) {
      Output.Slot<?> slot = (Output.Slot<?>) slots[step.outputs().indexOf(port)];
      switch (port.kind()) {
        case Port.Kind.File _ -> checkWritten(port);
        case Port.Kind.Parameter _ -> {
          checkSet(port, slot);
          given.put(port.name(), ParameterType.format(slot.get()));
          if (outputs.containsKey(port.name())) {
            AtomicFile.write(outputs.get(port.name()), given.get(port.name()));
          }
        }
      }
    }
    executorInput.ifPresent(kubeflow -> kubeflow.writeOutput(step.outputs(), slots));
    return new Given(out, given);
  }

  /// Has the step look at the values of its parameters beside each other.
  ///
  /// @throws Problem if it cannot run with them
  void check() {
    check(step.step(), Records.make(step.in(), step.inputs().stream().map(port -> switch (port.kind()) {
      case Port.Kind.Parameter _ -> Value.of(parse(port, inputs.get(port.name())));
      case Port.Kind.File _ -> Value.byDefault();
    }).toArray()));
  }

  /// The record was made from the step's own declaration, so it is of its type.
  @SuppressWarnings("unchecked")
  private static <I extends Record> void check(Step<?, ?> step, Record in) {
    ((Step<I, ?>) step).check((I) in);
  }

  /// The records were made from the step's own declaration, so they are of its types.
  @SuppressWarnings("unchecked")
  private static <I extends Record, O extends Record> void call(
      Step<?, ?> step, Record in, Record out, Context context) throws Exception {
    try {
      ((Step<I, O>) step).run((I) in, (O) out, context);
    } catch (OutOfMemoryError e) {
      throw Exhausted.of(e).orElseThrow();
    } catch (NoSuchFileException e) {
      throw new Problem(Place.of(e.getFile()), "there is no such file", "check the path", e);
    } catch (AccessDeniedException e) {
      throw new Problem(
          Place.of(e.getFile()), "may not be read or written", "check its permissions", e);
    }
  }

  private Value<?> value(Port port) {
    return switch (port.kind()) {
      case Port.Kind.Parameter _ -> Value.of(parse(port, inputs.get(port.name())));
      case Port.Kind.File file when file.list() -> Value.of(lists.get(port.name()).stream()
          .map(path -> existing(port, file, path)).toList());
      case Port.Kind.File file ->
          Value.of(existing(port, file, Path.of(inputs.get(port.name()))));
    };
  }

  private static Object parse(Port port, String text) {
    try {
      return port.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(port.option() + ": " + e.getMessage(), e);
    }
  }

  private static Object existing(Port port, Port.Kind.File file, Path path) {
    if (!Files.exists(path)) {
      throw new Problem(Place.of(path), "there is no such file",
          "check the path given with " + port.option() + " (" + port.text() + ")");
    }
    return Records.make(file.java(), path);
  }

  private Output.Slot<?> slot(Port port) {
    return switch (port.kind()) {
      case Port.Kind.Parameter _ -> new Output.Slot<>(port.name(), null);
      case Port.Kind.File file -> new Output.Slot<>(
          port.name(), Records.make(file.java(), outputs.get(port.name())));
    };
  }

  private void checkWritten(Port port) {
    if (!Files.exists(outputs.get(port.name()))) {
      throw new IllegalStateException("step " + step.name() + " ended without writing its output "
          + port.name() + " to " + outputs.get(port.name()));
    }
  }

  private void checkSet(Port port, Output.Slot<?> slot) {
    if (!slot.isSet()) {
      throw new IllegalStateException(
          "step " + step.name() + " ended without setting its output " + port.name());
    }
  }
}
