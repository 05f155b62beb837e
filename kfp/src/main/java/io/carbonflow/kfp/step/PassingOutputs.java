// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.TemporaryFolder;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Outputs of a person's command that go to no file: to standard output, or nowhere. The step writes
/// them into a temporary folder, so that nothing is shown of a step that fails.
///
/// @param folder the temporary folder; empty where every output has a file of its own
/// @param files where the step writes them, by the outputs' names
/// @param shown the name of the one that goes to standard output, if one does
record PassingOutputs(Optional<TemporaryFolder> folder, Map<String, Path> files, Optional<String> shown)
    implements AutoCloseable {
  /// Stands for standard output in place of a file.
  private static final String STANDARD_OUTPUT = "-";

  /// Those that a command line asks for.
  ///
  /// @throws ParameterException if standard output cannot take what it is asked to
  static PassingOutputs of(Declaration step, ParseResult parsed) {
    List<Port> shown =
        step.outputs().stream().filter(port -> isShown(port, named(port, parsed))).toList();
    if (shown.size() > 1) {
      throw wrong(parsed, shown.get(0).option() + " and " + shown.get(1).option()
          + " both go to standard output; name a file for one of them");
    }
    shown.stream().filter(PassingOutputs::isFolder).findFirst().ifPresent(port -> {
      throw wrong(parsed, port.option()
          + ": is a folder, which standard output cannot take; name one");
    });
    List<Port> passing = step.outputs().stream().filter(port -> shown.contains(port)
        || isUnasked(port) && named(port, parsed).isEmpty()).toList();
    if (passing.isEmpty()) {
      return new PassingOutputs(Optional.empty(), Map.of(), Optional.empty());
    }
    TemporaryFolder folder = TemporaryFolder.make("carbonflow-outputs-");
    return new PassingOutputs(Optional.of(folder), passing.stream().collect(Collectors.toMap(
        Port::name, port -> folder.path().resolve(port.name()))),
        shown.stream().map(Port::name).findFirst());
  }

  private static Optional<String> named(Port port, ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(port.option(), (String) null));
  }

  private static boolean isShown(Port port, Optional<String> named) {
    return named.map(STANDARD_OUTPUT::equals).orElse(port.kind() instanceof Port.Kind.File
        && port.about().unnamed() == Unnamed.STANDARD_OUTPUT);
  }

  private static boolean isUnasked(Port port) {
    return port.about().unnamed() == Unnamed.NOWHERE;
  }

  /// A file's natural name has an ending.
  private static boolean isFolder(Port port) {
    return port.kind() instanceof Port.Kind.File file && !file.fileName().contains(".");
  }

  /// Shows what goes to standard output.
  ///
  /// @throws Problem if that does not take it
  void show(PrintStream out) throws IOException {
    if (shown.isEmpty()) {
      return;
    }
    Files.copy(files.get(shown.get()), out);
    if (out.checkError()) {
      throw new Problem(Place.of("standard output"), "did not take all of the output " + shown.get(),
          "see where it leads, or name a file");
    }
  }

  /// Removes the temporary folder.
  @Override
  public void close() {
    folder.ifPresent(TemporaryFolder::close);
  }

  private static ParameterException wrong(ParseResult parsed, String message) {
    return new ParameterException(parsed.commandSpec().commandLine(), message);
  }
}
