// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.testing;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Invocation;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// Runs steps in a test as their commands would: inputs are checked by what is declared of them,
/// artifacts are files of one folder, and a step that does not give all its outputs fails.
///
/// ```java
/// Path folder = Files.createTempDirectory("wines"); // in a test JUnit's @TempDir
/// Path table = Files.writeString(folder.resolve("wines.csv"), "name\none\ntwo\n");
/// CountWines.Out out = StepHarness.in(folder)
///     .run(new CountWines(), new CountWines.In(Value.of(table.toString())));
/// if (out.number().get() != 2) {
///   throw new AssertionError("not two wines");
/// }
/// ```
public final class StepHarness {
  private final Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();

  private StepHarness(Path folder) {
    this.folder = folder;
  }

  /// A harness of a folder, such as JUnit's `@TempDir`. Each step's outputs go to a folder of its
  /// name below it.
  public static StepHarness in(Path folder) {
    return new StepHarness(folder);
  }

  /// Writes a file into the folder and gives it as an artifact.
  ///
  /// @param name the file's name
  /// @param text what it holds, in UTF-8
  /// @param type the artifact's record, such as `Wines::new`
  public <A extends Artifact> Value<A> file(String name, String text, Function<Path, A> type) {
    Path file = folder.resolve(name);
    AtomicFile.write(file, text);
    return Value.of(type.apply(file));
  }

  /// Runs a step.
  ///
  /// @param in its inputs, known or by default; not those of a pipeline
  /// @return its outputs, all given
  /// @throws Problem what the step says a person can fix
  /// @throws IllegalArgumentException if an input is not one that the step takes, such as one out of its
  ///     range
  /// @throws IllegalStateException if an output was not given, or an input is known in a pipeline only
  /// @throws Exception what nobody foresaw
  @SuppressWarnings("unchecked") // the record was made from the step's own declaration
  public <I extends Record, O extends Record> O run(Step<I, O> step, I in) throws Exception {
    Declaration declared = Declaration.of(step);
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, List<Path>> lists = new LinkedHashMap<>();
    List<Object> values = Records.values(in);
    for (int i = 0; i < values.size(); i++) {
      Port port = declared.inputs().get(i);
      if (port.isList()) {
        lists.put(port.name(), ((List<?>) ((Value<?>) values.get(i)).get()).stream()
            .map(file -> ((Artifact) file).path()).toList());
      } else {
        inputs.put(port.name(), text(port, (Value<?>) values.get(i)));
      }
    }
    Map<String, Path> outputs = new LinkedHashMap<>();
    for (Port port : declared.outputs()) {
      if (port.kind() instanceof Port.Kind.File file) {
        outputs.put(port.name(), folder.resolve(declared.name()).resolve(file.fileName()));
      }
    }
    try (Workers workers = new Workers(1)) {
      return (O) new Invocation(declared, inputs, lists, outputs, Optional.empty())
          .run(new Context(workers, console())).out();
    }
  }

  /// The numbers that a step has logged for an artifact ([Output#logMetric]), by name.
  ///
  /// @param artifact an output of a step that was run here
  public Map<String, Double> metrics(Output<?> artifact) {
    return switch (artifact) {
      case Output.Slot<?> given -> given.metrics();
      case Output.Reference<?> reference ->
          throw new IllegalArgumentException(reference + " is an output of a pipeline");
    };
  }

  /// The lines that the steps have logged.
  public List<String> log() {
    return List.copyOf(log);
  }

  private static String text(Port port, Value<?> value) {
    return switch (value) {
      case Value.ByDefault<?> _ -> port.orElse().orElseThrow(() -> new Problem(
          Place.of("input " + port.name()), "has no default", "give it a value"));
      case Value<?> known when known.get() instanceof Artifact artifact -> artifact.path().toString();
      case Value<?> known -> ParameterType.format(known.get());
    };
  }

  private Console console() {
    return new Console() {
      @Override
      public void line(String text) {
        log.add(text);
      }

      @Override
      public void progress(String what, int done, int total, String note) {
        // A bar moves; a test has nothing to see.
      }
    };
  }
}
