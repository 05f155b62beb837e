// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import module java.base;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.StepMain;
import io.carbonflow.kfp.step.Streams;

/// A step's command line on its way: options are put in place of others, then it is run in this JVM
/// as its `main` would.
public record StepCall(Declaration step, Map<String, String> options) {

  /// The command line of a step that has only what it is given by [#with].
  public static StepCall of(String step) {
    return new StepCall(Declaration.named(step).orElseThrow(), Map.of());
  }

  /// With an option, in place of an earlier one of that name.
  public StepCall with(String option, Object value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, value.toString());
    return new StepCall(step, more);
  }

  /// Without an option.
  public StepCall without(String option) {
    Map<String, String> fewer = new LinkedHashMap<>(options);
    fewer.remove(option);
    return new StepCall(step, fewer);
  }

  /// With all artifacts going to a folder, by their natural names.
  public StepCall into(Path folder) {
    StepCall call = this;
    for (Port port : step.outputs()) {
      if (port.kind() instanceof Port.Kind.File file) {
        call = call.with(port.option(), folder.resolve(file.fileName()));
      }
    }
    return call;
  }

  /// The names of the options that take a file.
  public List<String> files() {
    return step.inputs().stream().filter(port -> port.kind() instanceof Port.Kind.File)
        .map(Port::option).toList();
  }

  /// Runs it.
  ///
  /// @param more further arguments as they are
  public StepOutcome run(String... more) {
    List<String> args = new ArrayList<>();
    options.forEach((option, value) -> args.add(option + "=" + value));
    args.addAll(List.of(more));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = StepMain.execute(step.step(),
        new Streams(printer(out), printer(err)), args.toArray(String[]::new));
    return new StepOutcome(step.name(), exit, out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
